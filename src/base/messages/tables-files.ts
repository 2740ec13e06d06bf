import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'

const rows = `parameter rate {
  | from       | until | value |
  | 2026-01-01 | open  | 3%    |
}
`

/** Tables in a file beside the policy. */
export const tableFileMessages = {
  BY543: {
    severity: 'error',
    title: { en: 'No such file', 'zh-Hans': '没有这个文件', 'zh-Hant': '沒有這個檔案' },
    message: {
      en: 'there is no file `{file}` in the folder of the policy',
      'zh-Hans': '制度所在文件夹中没有文件“{file}”',
      'zh-Hant': '制度所在資料夾中沒有檔案「{file}」',
    },
    help: {
      en: 'A file is named from where the policy file lies: `from "rates.csv"`, `from "tables/rates.csv"`. A policy read from standard input has none.',
      'zh-Hans':
        '文件名从制度文件所在的位置写起：来自 "折扣.csv"、来自 "表/折扣.csv"。从标准输入读取的制度没有这样的文件。',
      'zh-Hant':
        '檔名從制度檔案所在的位置寫起：來自 "折扣.csv"、來自 "表/折扣.csv"。從標準輸入讀取的制度沒有這樣的檔案。',
    },
    bad: withPolicy('parameter rate from "rates.csv"\n'),
    good: withPolicy(rows),
  },
  BY544: {
    severity: 'error',
    title: {
      en: 'Not a file of the policy',
      'zh-Hans': '不是制度自己的文件',
      'zh-Hant': '不是制度自己的檔案',
    },
    message: {
      en: '`{file}` is no CSV file in the folder of the policy',
      'zh-Hans': '“{file}”不是制度文件夹内的 CSV 文件',
      'zh-Hant': '「{file}」不是制度資料夾內的 CSV 檔案',
    },
    help: {
      en: 'Put the file beside the policy and write its name, ending in `.csv`: no path from the root, none that leads out of the folder, `/` between folders.',
      'zh-Hans':
        '请把文件放在制度旁边，只写以 .csv 结尾的文件名：不写绝对路径，不指向文件夹之外，各级文件夹用“/”隔开。',
      'zh-Hant':
        '請把檔案放在制度旁邊，只寫以 .csv 結尾的檔名：不寫絕對路徑，不指向資料夾之外，各層資料夾用「/」隔開。',
    },
    bad: withPolicy('parameter rate from "../rates.csv"\n'),
    good: withPolicy(rows),
  },
  BY545: {
    severity: 'error',
    title: {
      en: 'Quotation marks that do not fit',
      'zh-Hans': 'CSV 的引号不配对',
      'zh-Hant': 'CSV 的引號不成對',
    },
    message: {
      en: 'a cell of this file begins with a quotation mark and does not end with one',
      'zh-Hans': '文件中有一格以引号开头，却没有以引号结尾',
      'zh-Hant': '檔案中有一格以引號開頭，卻沒有以引號結尾',
    },
    help: {
      en: 'A cell that holds a comma stands in quotation marks, `"A, B"`; one that holds a text doubles them: `"not decided ""two rules"""`.',
      'zh-Hans': '含逗号的格子要加引号："A, B"；其中的引号要写两个："待定 ""两条规则"""。',
      'zh-Hant': '含逗號的格子要加引號："A, B"；其中的引號要寫兩個："待定 ""兩條規則"""。',
    },
  },
  BY546: {
    severity: 'error',
    title: {
      en: 'Wrong number of cells in a file',
      'zh-Hans': '文件中单元格数目不对',
      'zh-Hant': '檔案中儲存格數目不對',
    },
    message: {
      en: 'the headings of this file: {choices}; the cells of this row: {written}',
      'zh-Hans': '文件表头有 {choices} 列，而这一行有 {written} 格',
      'zh-Hant': '檔案表頭有 {choices} 欄，而這一列有 {written} 格',
    },
    help: {
      en: 'Give every column a cell, `-` where any value will do. A cell that holds a comma stands in quotation marks: `"A, B"`; amounts have none: `200_000 CNY`.',
      'zh-Hans':
        '每一列都要有一格，任意值请写“-”。含逗号的格子要加引号："A, B"；金额不写千分位逗号：20万元。',
      'zh-Hant':
        '每一欄都要有一格，任意值請寫「-」。含逗號的格子要加引號："A, B"；金額不寫千分位逗號：20萬元。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
