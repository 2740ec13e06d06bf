import type { Entry } from '../entry.ts'
import { playUsageMessages } from './usage-play.ts'
import { previousUsageMessages } from './usage-previous.ts'
import { timeUsageMessages } from './usage-time.ts'

/** How the program is called, and the files it is pointed at. */
export const usageMessages = {
  ...previousUsageMessages,
  ...timeUsageMessages,
  ...playUsageMessages,
  BY901: {
    severity: 'error',
    title: { en: 'Unknown command', 'zh-Hans': '未知命令', 'zh-Hant': '未知命令' },
    message: {
      en: 'bylaw has no command “{word}”',
      'zh-Hans': 'bylaw 没有“{word}”这个命令',
      'zh-Hant': 'bylaw 沒有「{word}」這個命令',
    },
    help: {
      en: 'Try: {choices}. `bylaw help` lists the commands.',
      'zh-Hans': '可以试试：{choices}。运行 `bylaw help` 查看全部命令。',
      'zh-Hant': '可以試試：{choices}。執行 `bylaw help` 查看全部命令。',
    },
  },
  BY902: {
    severity: 'error',
    title: { en: 'Unknown option', 'zh-Hans': '未知选项', 'zh-Hant': '未知選項' },
    message: {
      en: '`bylaw {command}` has no option {option}',
      'zh-Hans': '`bylaw {command}` 没有 {option} 选项',
      'zh-Hant': '`bylaw {command}` 沒有 {option} 選項',
    },
    help: {
      en: 'Try: {choices}. `bylaw help {command}` explains each.',
      'zh-Hans': '可以试试：{choices}。运行 `bylaw help {command}` 查看说明。',
      'zh-Hant': '可以試試：{choices}。執行 `bylaw help {command}` 查看說明。',
    },
  },
  BY903: {
    severity: 'error',
    title: { en: 'Option value not understood', 'zh-Hans': '选项的取值无效', 'zh-Hant': '選項的值無效' },
    message: {
      en: '{option} cannot be “{value}”',
      'zh-Hans': '{option} 不能取“{value}”',
      'zh-Hant': '{option} 不能是「{value}」',
    },
    help: {
      en: 'Write {choices} after {option}.',
      'zh-Hans': '请在 {option} 之后写：{choices}。',
      'zh-Hant': '請在 {option} 之後寫：{choices}。',
    },
  },
  BY904: {
    severity: 'error',
    title: { en: 'Required option left out', 'zh-Hans': '缺少必需的选项', 'zh-Hant': '缺少必要的選項' },
    message: {
      en: '`bylaw {command}` needs {option}',
      'zh-Hans': '`bylaw {command}` 需要 {option}',
      'zh-Hant': '`bylaw {command}` 需要 {option}',
    },
    help: {
      en: 'For example: {example}',
      'zh-Hans': '例如：{example}',
      'zh-Hant': '例如：{example}',
    },
  },
  BY905: {
    severity: 'error',
    title: {
      en: 'File or folder not found',
      'zh-Hans': '找不到文件或文件夹',
      'zh-Hant': '找不到檔案或資料夾',
    },
    message: {
      en: 'there is no file or folder “{path}”',
      'zh-Hans': '没有“{path}”这个文件或文件夹',
      'zh-Hant': '沒有「{path}」這個檔案或資料夾',
    },
    help: {
      en: 'Check the path; it is read from the folder where you run bylaw. `bylaw init` writes a policy to start from.',
      'zh-Hans': '请检查路径（相对于运行 bylaw 的文件夹）。运行 `bylaw init` 可以生成一份起步用的制度。',
      'zh-Hant': '請檢查路徑（相對於執行 bylaw 的資料夾）。執行 `bylaw init` 可以產生一份起步用的制度。',
    },
  },
  BY906: {
    severity: 'error',
    title: {
      en: 'No policy in the folder',
      'zh-Hans': '文件夹中没有制度文件',
      'zh-Hant': '資料夾中沒有制度檔案',
    },
    message: {
      en: 'there is no *.bylaw file in “{path}”',
      'zh-Hans': '“{path}”中没有 *.bylaw 文件',
      'zh-Hant': '「{path}」中沒有 *.bylaw 檔案',
    },
    help: {
      en: 'Name the folder that holds the policy, or run `bylaw init` to write one.',
      'zh-Hans': '请写明制度所在的文件夹，或者运行 `bylaw init` 生成一份。',
      'zh-Hant': '請寫明制度所在的資料夾，或者執行 `bylaw init` 產生一份。',
    },
  },
  BY907: {
    severity: 'error',
    title: { en: 'File cannot be read', 'zh-Hans': '文件无法读取', 'zh-Hant': '檔案無法讀取' },
    message: {
      en: '“{path}” cannot be read: {reason}',
      'zh-Hans': '无法读取“{path}”：{reason}',
      'zh-Hant': '無法讀取「{path}」：{reason}',
    },
    help: {
      en: 'Check that the file is there and that you may read it.',
      'zh-Hans': '请确认文件存在，并且您有读取权限。',
      'zh-Hant': '請確認檔案存在，並且您有讀取權限。',
    },
  },
  BY908: {
    severity: 'error',
    title: { en: 'File already there', 'zh-Hans': '文件已存在', 'zh-Hant': '檔案已存在' },
    message: {
      en: '“{path}” is already there and was left as it is',
      'zh-Hans': '“{path}”已经存在，未作改动',
      'zh-Hant': '「{path}」已經存在，未作更動',
    },
    help: {
      en: 'Name another folder: bylaw init my-policy',
      'zh-Hans': '请换一个文件夹，例如：bylaw init my-policy',
      'zh-Hant': '請換一個資料夾，例如：bylaw init my-policy',
    },
  },
  BY909: {
    severity: 'error',
    title: { en: 'File cannot be written', 'zh-Hans': '文件无法写入', 'zh-Hant': '檔案無法寫入' },
    message: {
      en: '“{path}” cannot be written: {reason}',
      'zh-Hans': '无法写入“{path}”：{reason}',
      'zh-Hant': '無法寫入「{path}」：{reason}',
    },
    help: {
      en: 'Nothing was changed. Name a folder that you may write to and that has room.',
      'zh-Hans': '没有改动任何文件。请选择一个有写入权限、空间足够的文件夹。',
      'zh-Hant': '沒有更動任何檔案。請選擇一個有寫入權限、空間足夠的資料夾。',
    },
  },
  BY910: {
    severity: 'error',
    title: { en: 'Period not understood', 'zh-Hans': '期间无法识别', 'zh-Hant': '期間無法識別' },
    message: {
      en: '“{period}” is not a period that this policy pays for',
      'zh-Hans': '“{period}”不是本制度的计算期间',
      'zh-Hant': '「{period}」不是本制度的計算期間',
    },
    help: {
      en: 'Write {choices} after --period.',
      'zh-Hans': '请在 --period 之后写：{choices}。',
      'zh-Hant': '請在 --period 之後寫：{choices}。',
    },
  },
  BY911: {
    severity: 'error',
    title: { en: 'Nobody of that key', 'zh-Hans': '没有这个对象', 'zh-Hant': '沒有這個對象' },
    message: {
      en: 'nobody with the key or name “{subject}” is in the results',
      'zh-Hans': '结果中没有编号或姓名为“{subject}”的对象',
      'zh-Hant': '結果中沒有編號或姓名為「{subject}」的對象',
    },
    help: {
      en: 'Try: --subject {choices}',
      'zh-Hans': '可以试试：--subject {choices}',
      'zh-Hant': '可以試試：--subject {choices}',
    },
  },
  BY912: {
    severity: 'error',
    title: { en: 'No such clause', 'zh-Hans': '没有这个条款', 'zh-Hant': '沒有這個條款' },
    message: {
      en: 'the policy has no pay clause or scorecard “{clause}”',
      'zh-Hans': '制度中没有“{clause}”这个提成、奖金或考核条款',
      'zh-Hant': '制度中沒有「{clause}」這個提成、獎金或考核條款',
    },
    help: {
      en: 'Try: --clause {choices}',
      'zh-Hans': '可以试试：--clause {choices}',
      'zh-Hant': '可以試試：--clause {choices}',
    },
  },
  BY913: {
    severity: 'error',
    title: { en: 'One word too many', 'zh-Hans': '多余的参数', 'zh-Hant': '多餘的參數' },
    message: {
      en: '`bylaw {command}` does not know what to do with “{word}”',
      'zh-Hans': '`bylaw {command}` 不知道如何处理“{word}”',
      'zh-Hant': '`bylaw {command}` 不知道如何處理「{word}」',
    },
    help: {
      en: 'Usage: {usage}',
      'zh-Hans': '用法：{usage}',
      'zh-Hant': '用法：{usage}',
    },
  },
  BY914: {
    severity: 'error',
    title: { en: 'No data folder', 'zh-Hans': '没有数据文件夹', 'zh-Hant': '沒有資料的資料夾' },
    message: {
      en: 'there is no data folder “{path}”',
      'zh-Hans': '没有数据文件夹“{path}”',
      'zh-Hant': '沒有資料的資料夾「{path}」',
    },
    help: {
      en: 'Name the folder that holds the CSV or JSON files: --data DIR',
      'zh-Hans': '请写明 CSV 或 JSON 文件所在的文件夹：--data 文件夹',
      'zh-Hant': '請寫明 CSV 或 JSON 檔案所在的資料夾：--data 資料夾',
    },
  },
  BY915: {
    severity: 'error',
    title: { en: 'Nothing to pay', 'zh-Hans': '没有可计算的条款', 'zh-Hant': '沒有可計算的條款' },
    message: {
      en: 'the policy has no commission, bonus, scorecard or payout, so there is nothing to run',
      'zh-Hans': '制度中没有提成、奖金、考核或发放条款，无可计算',
      'zh-Hant': '制度中沒有提成、獎金、考核或發放條款，無可計算',
    },
    help: {
      en: 'Add a pay clause; grammar/reference.md shows one of each kind.',
      'zh-Hans': '请增加计酬条款；grammar/reference.md 中每一种都有示例。',
      'zh-Hant': '請增加計酬條款；grammar/reference.md 中每一種都有範例。',
    },
  },
  BY916: {
    severity: 'error',
    title: { en: 'File not formatted', 'zh-Hans': '文件未按格式排版', 'zh-Hant': '檔案未按格式排版' },
    message: {
      en: '“{path}” is not formatted',
      'zh-Hans': '“{path}”未按标准格式排版',
      'zh-Hant': '「{path}」未按標準格式排版',
    },
    help: {
      en: 'Run: bylaw fmt {path}',
      'zh-Hans': '请运行：bylaw fmt {path}',
      'zh-Hant': '請執行：bylaw fmt {path}',
    },
  },
  BY917: {
    severity: 'error',
    title: { en: 'File left as it is', 'zh-Hans': '文件保持原样', 'zh-Hant': '檔案保持原樣' },
    message: {
      en: '“{path}” has syntax errors and was left as it is',
      'zh-Hans': '“{path}”有语法错误，未作改动',
      'zh-Hant': '「{path}」有語法錯誤，未作更動',
    },
    help: {
      en: 'Mend the errors above, then format again.',
      'zh-Hans': '请先改正上述错误，再重新排版。',
      'zh-Hant': '請先改正上述錯誤，再重新排版。',
    },
  },
  BY918: {
    severity: 'error',
    title: { en: 'No result to explain', 'zh-Hans': '没有可解释的结果', 'zh-Hant': '沒有可說明的結果' },
    message: {
      en: '{subject} has no result in {period}',
      'zh-Hans': '{subject} 在 {period} 没有结果',
      'zh-Hant': '{subject} 在 {period} 沒有結果',
    },
    help: {
      en: 'Choose another period with --period, or another clause with --clause.',
      'zh-Hans': '请用 --period 换一个期间，或用 --clause 换一个条款。',
      'zh-Hant': '請用 --period 換一個期間，或用 --clause 換一個條款。',
    },
  },
  BY919: {
    severity: 'error',
    title: {
      en: 'Policy is not UTF-8 text',
      'zh-Hans': '制度文件不是 UTF-8 文本',
      'zh-Hant': '制度檔案不是 UTF-8 文字',
    },
    message: {
      en: '“{path}” is not UTF-8 text',
      'zh-Hans': '“{path}”不是 UTF-8 文本',
      'zh-Hant': '「{path}」不是 UTF-8 文字檔',
    },
    help: {
      en: 'Save the policy as UTF-8 in your editor. (Data files may also be GB18030.)',
      'zh-Hans': '请在编辑器中把制度另存为 UTF-8 编码。（数据文件也可以用 GB18030。）',
      'zh-Hant': '請在編輯器中把制度另存為 UTF-8 編碼。（資料檔也可以用 GB18030。）',
    },
  },
  BY920: {
    severity: 'error',
    title: { en: 'Policy is too large', 'zh-Hans': '制度文件过大', 'zh-Hant': '制度檔案過大' },
    message: {
      en: '“{path}” is larger than a policy may be ({limit})',
      'zh-Hans': '“{path}”超过了制度的上限（{limit}）',
      'zh-Hant': '「{path}」超過了制度的上限（{limit}）',
    },
    help: {
      en: 'Rows of data belong in CSV files in the data folder, not in the policy.',
      'zh-Hans': '数据行应放在数据文件夹的 CSV 文件里，而不是写在制度中。',
      'zh-Hant': '資料列應放在資料夾的 CSV 檔案裡，而不是寫在制度中。',
    },
  },
  BY921: {
    severity: 'error',
    title: { en: 'Option takes no value', 'zh-Hans': '选项不带取值', 'zh-Hant': '選項不帶值' },
    message: {
      en: '{option} takes no value, but “{value}” stands after it',
      'zh-Hans': '{option} 不带取值，但后面写了“{value}”',
      'zh-Hant': '{option} 不帶值，但後面寫了「{value}」',
    },
    help: {
      en: 'Write {option} alone.',
      'zh-Hans': '只写 {option} 即可。',
      'zh-Hant': '只寫 {option} 即可。',
    },
  },
  BY922: {
    severity: 'error',
    title: { en: 'Empty policy', 'zh-Hans': '制度为空', 'zh-Hant': '制度為空' },
    message: {
      en: '“{path}” declares nothing',
      'zh-Hans': '“{path}”中没有任何声明',
      'zh-Hant': '「{path}」中沒有任何宣告',
    },
    help: {
      en: '`bylaw init` writes a policy to start from.',
      'zh-Hans': '运行 `bylaw init` 可以生成一份起步用的制度。',
      'zh-Hant': '執行 `bylaw init` 可以產生一份起步用的制度。',
    },
  },
  BY999: {
    severity: 'error',
    title: { en: 'A mistake in bylaw itself', 'zh-Hans': 'bylaw 自身的错误', 'zh-Hant': 'bylaw 自身的錯誤' },
    message: {
      en: 'this is a bug in bylaw, please report it: {what}',
      'zh-Hans': '这是 bylaw 自身的错误，请向我们报告：{what}',
      'zh-Hant': '這是 bylaw 自身的錯誤，請向我們回報：{what}',
    },
    help: {
      en: 'No file was changed. BYLAW_DEBUG=1 shows where it happened.',
      'zh-Hans': '没有改动任何文件。设置 BYLAW_DEBUG=1 可以看到出错的位置。',
      'zh-Hant': '沒有更動任何檔案。設定 BYLAW_DEBUG=1 可以看到出錯的位置。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
