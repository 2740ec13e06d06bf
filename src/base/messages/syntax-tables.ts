import type { Entry } from '../entry.ts'

/** Tables and blocks. */
export const syntaxTableMessages = {
  BY150: {
    severity: 'error',
    title: { en: 'Wrong number of cells', 'zh-Hans': '单元格数目不对', 'zh-Hant': '儲存格數目不對' },
    message: {
      en: 'the headings of this table: {choices}; the cells of this row: {written}',
      'zh-Hans': '这一行有 {written} 个单元格，而表头有 {choices} 列',
      'zh-Hant': '這一列有 {written} 個儲存格，而表頭有 {choices} 欄',
    },
    help: {
      en: 'Give every column a cell between bars; write `-` where any value will do.',
      'zh-Hans': '每一列都要有用“|”隔开的单元格；任意值请写“-”。',
      'zh-Hant': '每一欄都要有用「|」隔開的儲存格；任意值請寫「-」。',
    },
    bad: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 | 3%    |\n}',
    good: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 | open  | 3%    |\n}',
  },
  BY151: {
    severity: 'error',
    title: { en: 'Empty cell', 'zh-Hans': '空单元格', 'zh-Hant': '空儲存格' },
    message: {
      en: 'a cell of this table is empty',
      'zh-Hans': '表中有一个空单元格',
      'zh-Hant': '表中有一個空儲存格',
    },
    help: {
      en: 'Write a value, `-` where any value will do, or `open` for no end.',
      'zh-Hans': '请填写值；任意值写“-”，没有截止日期写“长期”。',
      'zh-Hant': '請填寫值；任意值寫「-」，沒有截止日期寫「長期」。',
    },
    bad: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 |       | 3%    |\n}',
    good: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 | open  | 3%    |\n}',
  },
  BY152: {
    severity: 'error',
    title: { en: 'Table without rows', 'zh-Hans': '表格没有内容', 'zh-Hant': '表格沒有內容' },
    message: {
      en: 'this table has no rows under its headings',
      'zh-Hans': '这个表格缺少表头或内容行',
      'zh-Hant': '這個表格缺少表頭或內容列',
    },
    help: {
      en: 'Write a line of headings and at least one row, each between bars: `| from | rate |`.',
      'zh-Hans': '请写一行表头和至少一行内容，每个单元格用“|”隔开：| 自 | 比例 |。',
      'zh-Hant': '請寫一列表頭和至少一列內容，每個儲存格用「|」隔開：| 自 | 比例 |。',
    },
    bad: 'parameter rate {\n  | from | until | value |\n}',
    good: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 | open  | 3%    |\n}',
  },
  BY153: {
    severity: 'error',
    title: { en: 'Row outside a table', 'zh-Hans': '表格之外的表格行', 'zh-Hant': '表格之外的表格列' },
    message: {
      en: 'a row of a table cannot stand here',
      'zh-Hans': '此处不能写表格行',
      'zh-Hant': '此處不能寫表格列',
    },
    help: {
      en: 'Put the rows in the braces of a table, a parameter, tiers, steps or levels.',
      'zh-Hans': '请把表格行写在对照表、参数、阶梯、分档或等级的花括号内。',
      'zh-Hant': '請把表格列寫在對照表、參數、階梯、分級或等級的大括號內。',
    },
    bad: 'commission c for Rep per quarter {\n  | from | rate |\n  | 0%   | 1%   |\n}',
    good: 'commission c for Rep per quarter {\n  tiers whole of sales by attainment {\n    | from | rate |\n    | 0%   | 1%   |\n  }\n}',
  },
  BY154: {
    severity: 'error',
    title: { en: 'Not a row of the table', 'zh-Hans': '不是表格行', 'zh-Hant': '不是表格列' },
    message: {
      en: 'a row of this table must begin with `|`, not with `{written}`',
      'zh-Hans': '表格行必须以“|”开头，而不是“{written}”',
      'zh-Hant': '表格列必須以「|」開頭，而不是「{written}」',
    },
    help: {
      en: 'Write the row between bars, or close the table with `}` before this line.',
      'zh-Hans': '请用“|”隔开各单元格；如果表格已经结束，请在这一行之前写“}”。',
      'zh-Hant': '請用「|」隔開各儲存格；如果表格已經結束，請在這一行之前寫「}」。',
    },
    bad: 'parameter rate {\n  from 2026-01-01 3%\n}',
    good: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 | open  | 3%    |\n}',
  },
  BY155: {
    severity: 'error',
    title: { en: 'Block missing', 'zh-Hans': '缺少花括号内的内容', 'zh-Hant': '缺少大括號內的內容' },
    message: {
      en: '`{written}` needs a block in braces',
      'zh-Hans': '“{written}”后面需要花括号内的内容',
      'zh-Hant': '「{written}」後面需要大括號內的內容',
    },
    help: {
      en: 'Open a brace at the end of the line, write the lines of the block below it, and close the brace on a line of its own.',
      'zh-Hans': '请在行末写左花括号，在下面各行写内容，最后另起一行写右花括号。',
      'zh-Hant': '請在行末寫左大括號，在下面各行寫內容，最後另起一行寫右大括號。',
    },
    bad: 'record Rep',
    good: 'record Rep { id text key }',
  },
  BY156: {
    severity: 'error',
    title: { en: 'Block where none may stand', 'zh-Hans': '此处不能有花括号', 'zh-Hant': '此處不能有大括號' },
    message: {
      en: '`{written}` takes no block in braces',
      'zh-Hans': '“{written}”后面不能写花括号',
      'zh-Hant': '「{written}」後面不能寫大括號',
    },
    help: {
      en: 'Remove the braces. Rows belong to tables, tiers, steps and levels; formulas use round brackets.',
      'zh-Hans': '请去掉花括号。表格行属于对照表、阶梯、分档和等级；算式请用圆括号。',
      'zh-Hant': '請去掉大括號。表格列屬於對照表、階梯、分級和等級；算式請用圓括號。',
    },
    bad: 'commission c for Rep per quarter {\n  start 100 CNY { }\n}',
    good: 'commission c for Rep per quarter {\n  start 100 CNY\n}',
  },
  BY157: {
    severity: 'error',
    title: { en: 'Row not closed', 'zh-Hans': '表格行没有结束', 'zh-Hant': '表格列沒有結束' },
    message: {
      en: 'this row does not end with `|`',
      'zh-Hans': '这一行没有以“|”结尾',
      'zh-Hant': '這一列沒有以「|」結尾',
    },
    help: {
      en: 'Write `|` after the last cell. A row stands on one line.',
      'zh-Hans': '请在最后一个单元格后写“|”。一行表格要写在同一行内。',
      'zh-Hant': '請在最後一個儲存格後寫「|」。一列表格要寫在同一行內。',
    },
    bad: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 | open  | 3%\n}',
    good: 'parameter rate {\n  | from       | until | value |\n  | 2026-01-01 | open  | 3%    |\n}',
  },
} as const satisfies { readonly [code: string]: Entry }
