import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Requests that are decided one at a time. */
export const decideMessages = {
  BY930: worded(
    'error',
    ['A value of other rows is not given', '未给出需由其他行算出的值', '未給出需由其他列算出的值'],
    [
      'the request does not say “{name}”, which is worked out from other rows',
      '请求中没有“{name}”，它要由其他行算出',
      '請求中沒有「{name}」，它要由其他列算出',
    ],
    [
      'Add the field “{name}” to the request. `bylaw decide CLAUSE --inputs` lists what a request says.',
      '请在请求中加上字段“{name}”。`bylaw decide 条款 --inputs` 列出请求要写的内容。',
      '請在請求中加上欄位「{name}」。`bylaw decide 條款 --inputs` 列出請求要寫的內容。',
    ],
  ),
  BY949: worded(
    'error',
    ['A request without a period', '请求没有期间', '請求沒有期間'],
    [
      'the request does not say for which period: its `period` is missing',
      '请求没有写明期间：缺少 `period`',
      '請求沒有寫明期間：缺少 `period`',
    ],
    [
      'Add it as the policy writes its periods, as `"period": "2026-Q2"`.',
      '按制度中期间的写法补上，例如 `"period": "2026-Q2"`。',
      '按制度中期間的寫法補上，例如 `"period": "2026-Q2"`。',
    ],
  ),
  BY931: {
    severity: 'error',
    title: { en: 'No such clause', 'zh-Hans': '没有这一条款', 'zh-Hant': '沒有這一條款' },
    message: {
      en: 'the policy has no clause “{name}” with results',
      'zh-Hans': '制度中没有会得出结果的条款“{name}”',
      'zh-Hant': '制度中沒有會得出結果的條款「{name}」',
    },
    help: { en: 'It has: {names}.', 'zh-Hans': '已有：{names}。', 'zh-Hant': '已有：{names}。' },
  },
  BY932: worded(
    'error',
    ['A clause that is not of single rows', '条款不是逐行决定的', '條款不是逐列決定的'],
    [
      '“{name}” cannot be decided for one row alone',
      '“{name}”不能只凭一行来决定',
      '「{name}」不能只憑一列來決定',
    ],
    [
      'Clauses for each row, or for a record and a period, can be decided one at a time; run the others with `bylaw run`.',
      '逐行的条款、按对象和期间的条款可以单独决定；其余条款请用 `bylaw run` 计算。',
      '逐列的條款、按對象和期間的條款可以單獨決定；其餘條款請用 `bylaw run` 計算。',
    ],
  ),
  BY933: worded(
    'error',
    ['A request that is no object', '请求不是对象', '請求不是物件'],
    ['a request is an object with fields', '请求应是带有字段的对象', '請求應是帶有欄位的物件'],
    [
      'Write {"amount": "1200.00"}, with the fields of the record.',
      '写成 {"amount": "1200.00"}，用记录的字段。',
      '寫成 {"amount": "1200.00"}，用記錄的欄位。',
    ],
  ),
  BY934: {
    severity: 'error',
    title: { en: 'Unknown field in a request', 'zh-Hans': '请求中有未知字段', 'zh-Hant': '請求中有未知欄位' },
    message: {
      en: 'the request has a field “{field}”, which the policy does not know',
      'zh-Hans': '请求中的字段“{field}”不在制度中',
      'zh-Hant': '請求中的欄位「{field}」不在制度中',
    },
    help: { en: 'It can have: {names}.', 'zh-Hans': '可以有：{names}。', 'zh-Hant': '可以有：{names}。' },
  },
  BY935: worded(
    'error',
    ['A value that a field cannot have', '字段不能取这样的值', '欄位不能取這樣的值'],
    ['“{found}” cannot stand here', '这里不能是“{found}”', '這裡不能是「{found}」'],
    [
      'Write a text, a number, true or false; for a reference its key, or an object with the fields of its row.',
      '请写文本、数字、true 或 false；引用则写键，或写含该行字段的对象。',
      '請寫文字、數字、true 或 false；參照則寫鍵，或寫含該列欄位的物件。',
    ],
  ),
  BY936: worded(
    'error',
    ['A number that is not exact', '数字不精确', '數字不精確'],
    [
      '{text} is beyond what a JSON number holds exactly',
      '{text} 超出 JSON 数字能精确表示的范围',
      '{text} 超出 JSON 數字能精確表示的範圍',
    ],
    [
      'Write it as a text: "12345678901234567.89".',
      '请写成文本："12345678901234567.89"。',
      '請寫成文字："12345678901234567.89"。',
    ],
  ),
  BY937: worded(
    'error',
    ['Only a key is known', '只知道键', '只知道鍵'],
    [
      'of {path} only the key is known, not its fields',
      '{path} 只给出了键，没有给出字段',
      '{path} 只給出了鍵，沒有給出欄位',
    ],
    [
      'Write an object with the fields that are needed in place of the key.',
      '请用含所需字段的对象代替键。',
      '請用含所需欄位的物件代替鍵。',
    ],
  ),
  BY938: worded(
    'error',
    ['A row said in two ways', '同一行有两种说法', '同一列有兩種說法'],
    [
      '{record} {key} is not the same in {path} and in {other}',
      '{record} {key} 在 {path} 与 {other} 中不一致',
      '{record} {key} 在 {path} 與 {other} 中不一致',
    ],
    [
      'Say the same of one row everywhere, or only its key in one place.',
      '同一行处处写法一致，或在一处只写键。',
      '同一列處處寫法一致，或在一處只寫鍵。',
    ],
  ),
  BY939: worded(
    'error',
    ['A request that cannot be read', '请求无法读取', '請求無法讀取'],
    [
      'what stands here is not JSON, from character {at} on',
      '从第 {at} 个字符起不是 JSON',
      '從第 {at} 個字元起不是 JSON',
    ],
    [
      'Each line is one object: {"amount": "1200.00"}. A single request may take several lines.',
      '每行一个对象：{"amount": "1200.00"}。只有一个请求时可以写成多行。',
      '每列一個物件：{"amount": "1200.00"}。只有一個請求時可以寫成多列。',
    ],
  ),
  BY940: worded(
    'error',
    ['A field that stands twice', '字段出现两次', '欄位出現兩次'],
    [
      'the field “{field}” stands in one object twice',
      '同一对象中“{field}”出现两次',
      '同一物件中「{field}」出現兩次',
    ],
    [
      'Leave one of them out: nobody can say which is meant.',
      '请删去其中一个：无法判断以哪个为准。',
      '請刪去其中一個：無法判斷以哪個為準。',
    ],
  ),
  BY942: worded(
    'error',
    ['Rows that a decision looks at are not given', '决定所看的其他行没有给出', '決定所看的其他列沒有給出'],
    [
      'the rows of {records} are not given, and what is not known is not taken for none',
      '没有给出 {records} 的行；不知道有没有，不当作没有',
      '沒有給出 {records} 的列；不知道有沒有，不當作沒有',
    ],
    [
      'Write them into the request, [] where there are none: "{name}": [ … ]; or read them from a folder: `bylaw decide … --data data`.',
      '请把它们写入请求，没有就写 []："{name}": [ … ]；或从文件夹读取：`bylaw decide … --data data`。',
      '請把它們寫入請求，沒有就寫 []："{name}": [ … ]；或從資料夾讀取：`bylaw decide … --data data`。',
    ],
  ),
  BY943: worded(
    'error',
    ['A row of a request with a key that another has', '请求中两行的键相同', '請求中兩列的鍵相同'],
    [
      '{record} {key} stands in the request twice',
      '请求中 {record} {key} 出现两次',
      '請求中 {record} {key} 出現兩次',
    ],
    [
      'Leave one of them out, or give each a key of its own.',
      '请删去其中一行，或给每行各写一个键。',
      '請刪去其中一列，或給每列各寫一個鍵。',
    ],
  ),
  BY944: worded(
    'error',
    ['A row of a request that belongs to another', '请求中的行属于别的行', '請求中的列屬於別的列'],
    [
      'this row of {record} says that it belongs to {key}, which is not the request',
      '{record} 的这一行写明属于 {key}，不是本请求',
      '{record} 的這一列寫明屬於 {key}，不是本請求',
    ],
    [
      'Leave the field out: rows within a request are its own. Rows of others come from a folder, with `--data`.',
      '请删去该字段：写在请求里的行就是它自己的。其他的行用 `--data` 从文件夹读取。',
      '請刪去該欄位：寫在請求裡的列就是它自己的。其他的列用 `--data` 從資料夾讀取。',
    ],
  ),
  BY945: worded(
    'error',
    ['No request', '没有请求', '沒有請求'],
    ['the input has no request in it', '输入中没有请求', '輸入中沒有請求'],
    [
      'Write one as a JSON object, or one in each line: {"amount": "1200.00"}. `bylaw decide {clause} --inputs` shows an example.',
      '请写一个 JSON 对象，或每行一个：{"amount": "1200.00"}。`bylaw decide {clause} --inputs` 给出示例。',
      '請寫一個 JSON 物件，或每列一個：{"amount": "1200.00"}。`bylaw decide {clause} --inputs` 給出範例。',
    ],
  ),
  BY941: {
    severity: 'error',
    title: { en: 'No clause named', 'zh-Hans': '没有写条款', 'zh-Hant': '沒有寫條款' },
    message: {
      en: 'say which clause is to be decided',
      'zh-Hans': '请写出要决定的条款',
      'zh-Hant': '請寫出要決定的條款',
    },
    help: {
      en: 'This policy has: {names}. For example: {example}',
      'zh-Hans': '本制度有：{names}。例如：{example}',
      'zh-Hant': '本制度有：{names}。例如：{example}',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
