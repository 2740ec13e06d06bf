import type { Entry } from '../entry.ts'
import type { Words } from '../language.ts'

type Three<M extends string = string> = readonly [en: M, hans: string, hant: string]

/** An error whose help has words of its own to fill. */
function worded<const M extends string, const H extends string>(
  severity: 'error',
  title: Three,
  message: Three<M>,
  help: Three<H>,
): Entry & { readonly message: { readonly en: M } & Words; readonly help: { readonly en: H } & Words } {
  const words = <const T extends string>([en, hans, hant]: Three<T>) => ({
    en,
    'zh-Hans': hans,
    'zh-Hant': hant,
  })
  return { severity, title: words(title), message: words(message), help: words(help) }
}

/** Regression cases: what is wrong in their files, and with how they are asked for. */
export const caseMessages = {
  BY953: worded(
    'error',
    ['A case that lacks something', '案例缺少内容', '案例缺少內容'],
    ['“{key}” is not said here', '此处没有写“{key}”', '此處沒有寫「{key}」'],
    [
      'A case has a name, a period and what is expected: a case that expects nothing tests nothing.',
      '一个案例要有名称、期间和应得的结果：没有写应得结果的案例什么也没有检验。',
      '一個案例要有名稱、期間和應得的結果：沒有寫應得結果的案例什麼也沒有檢驗。',
    ],
  ),
  BY954: worded(
    'error',
    ['A case names an unknown clause', '案例中有未知的条款', '案例中有未知的條款'],
    [
      'the policy has no clause and no named value “{name}”',
      '制度中没有名为“{name}”的条款或数值',
      '制度中沒有名為「{name}」的條款或數值',
    ],
    ['It has: {names}.', '已有：{names}。', '已有：{names}。'],
  ),
  BY955: worded(
    'error',
    ['A case names an unknown result', '案例中有未知的结果', '案例中有未知的結果'],
    [
      '“{clause}” has no result “{result}”',
      '“{clause}”没有结果“{result}”',
      '「{clause}」沒有結果「{result}」',
    ],
    ['It has: {names}.', '已有：{names}。', '已有：{names}。'],
  ),
  BY956: worded(
    'error',
    ['A case names nothing that is given', '案例中的对象不在已知数据中', '案例中的對象不在已知資料中'],
    [
      'nothing that the case gives is called “{name}”, and no period is',
      '案例的已知数据和期间中都没有“{name}”',
      '案例的已知資料和期間中都沒有「{name}」',
    ],
    ['Write one of: {names}.', '请写其中之一：{names}。', '請寫其中之一：{names}。'],
  ),
  BY957: worded(
    'error',
    ['No such column in the table of a case', '案例表格中没有该列', '案例表格中沒有該欄'],
    ['the table has no column “{name}”', '表格中没有“{name}”列', '表格中沒有「{name}」欄'],
    ['Its columns: {names}.', '表格的列：{names}。', '表格的欄：{names}。'],
  ),
  BY958: worded(
    'error',
    ['A column of a table that nothing uses', '案例表格中有未使用的列', '案例表格中有未使用的欄'],
    [
      'nothing in the case says “{name}”, so this column changes nothing',
      '案例中没有用到“{name}”，这一列不起作用',
      '案例中沒有用到「{name}」，這一欄不起作用',
    ],
    [
      'Write {name} where the case needs the value, or remove the column.',
      '请在案例中需要该值的地方写 {name}，或删除此列。',
      '請在案例中需要該值的地方寫 {name}，或刪除此欄。',
    ],
  ),
  BY959: worded(
    'error',
    ['A row of the wrong length in a table of cases', '案例表格中某行的列数不对', '案例表格中某列的欄數不對'],
    [
      'this row has {found} cells, the headings are {wanted}',
      '此行有 {found} 格，表头有 {wanted} 格',
      '此列有 {found} 格，表頭有 {wanted} 格',
    ],
    [
      'Begin and end the row with | and put one cell under each heading.',
      '请以 | 开头和结尾，每个表头下写一格。',
      '請以 | 開頭和結尾，每個表頭下寫一格。',
    ],
  ),
  BY960: worded(
    'error',
    ['Two cases of one name', '案例重名', '案例重名'],
    [
      'there is a case “{name}” already, in {place}',
      '已有案例“{name}”，见 {place}',
      '已有案例「{name}」，見 {place}',
    ],
    [
      'Give each case a name of its own: reports tell cases by their names.',
      '请给每个案例起不同的名称：报告以名称区分案例。',
      '請給每個案例取不同的名稱：報告以名稱區分案例。',
    ],
  ),
  BY961: worded(
    'error',
    ['Results are not accepted in CI', 'CI 中不能更新案例', 'CI 中不能更新案例'],
    [
      '`--update` writes what cases expect, and is refused where CI is set',
      '`--update` 会改写案例的应得结果，设有 CI 时不执行',
      '`--update` 會改寫案例的應得結果，設有 CI 時不執行',
    ],
    [
      'Run it on your own machine, read the difference, and commit it.',
      '请在自己的电脑上运行，核对改动后再提交。',
      '請在自己的電腦上執行，核對改動後再提交。',
    ],
  ),
  BY962: worded(
    'error',
    ['No cases', '没有案例', '沒有案例'],
    ['{path} has no cases', '{path} 中没有案例', '{path} 中沒有案例'],
    [
      'Write the first into a file {path}/first.cases.yaml: {example}',
      '请在 {path}/first.cases.yaml 中写第一个案例：{example}',
      '請在 {path}/first.cases.yaml 中寫第一個案例：{example}',
    ],
  ),
  BY963: worded(
    'error',
    ['No case of that name', '没有符合的案例', '沒有符合的案例'],
    ['no case has “{text}” in its name', '没有名称含“{text}”的案例', '沒有名稱含「{text}」的案例'],
    ['There are: {names}.', '已有案例：{names}。', '已有案例：{names}。'],
  ),
  BY964: worded(
    'error',
    ['A case of an unknown period', '案例的期间无法识别', '案例的期間無法識別'],
    ['the policy has no period “{period}”', '制度中没有期间“{period}”', '制度中沒有期間「{period}」'],
    ['Write {choices}.', '请写 {choices} 等。', '請寫 {choices} 等。'],
  ),
}
