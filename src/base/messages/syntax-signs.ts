import type { Entry } from '../entry.ts'

/** Quotation marks, braces, brackets and characters; sizes that nobody reads. */
export const syntaxSignMessages = {
  BY120: {
    severity: 'error',
    title: { en: 'Unclosed text', 'zh-Hans': '引号没有成对', 'zh-Hant': '引號沒有成對' },
    message: {
      en: 'this text has no closing quotation mark on its line',
      'zh-Hans': '这段文字在本行内没有右引号',
      'zh-Hant': '這段文字在本行內沒有右引號',
    },
    help: {
      en: 'Close it with the mark that fits the opening one: "…", “…” or 「…」. A " inside "…" is written twice.',
      'zh-Hans': '请用与左引号相配的右引号结束："…"、“…”或「…」。在 "…" 中写引号时要写两遍。',
      'zh-Hant': '請用與左引號相配的右引號結束："…"、“…”或「…」。在 "…" 中寫引號時要寫兩遍。',
    },
    bad: 'record Rep "Representative { id text key }',
    good: 'record Rep "Representative" { id text key }',
  },
  BY121: {
    severity: 'error',
    title: { en: 'Unclosed block', 'zh-Hans': '花括号没有成对', 'zh-Hant': '大括號沒有成對' },
    message: {
      en: 'this `{` is never closed',
      'zh-Hans': '这个“{”没有对应的“}”',
      'zh-Hant': '這個「{」沒有對應的「}」',
    },
    help: {
      en: 'Write `}` on a line of its own where the block ends.',
      'zh-Hans': '请在这一段结束处另起一行写“}”。',
      'zh-Hant': '請在這一段結束處另起一行寫「}」。',
    },
    bad: 'record Rep {\n  id text key\n\nrecord Team { id text key }',
    good: 'record Rep {\n  id text key\n}\n\nrecord Team { id text key }',
  },
  BY122: {
    severity: 'error',
    title: { en: 'Stray closing brace', 'zh-Hans': '多余的右花括号', 'zh-Hant': '多餘的右大括號' },
    message: {
      en: 'this `}` closes nothing',
      'zh-Hans': '这个“}”没有对应的“{”',
      'zh-Hant': '這個「}」沒有對應的「{」',
    },
    help: {
      en: 'Remove it, or write the `{` that it should close.',
      'zh-Hans': '请删除它，或补上对应的“{”。',
      'zh-Hant': '請刪除它，或補上對應的「{」。',
    },
    bad: 'record Rep { id text key } }',
    good: 'record Rep { id text key }',
  },
  BY123: {
    severity: 'error',
    title: { en: 'Unclosed bracket', 'zh-Hans': '圆括号没有成对', 'zh-Hant': '圓括號沒有成對' },
    message: {
      en: 'this `(` is never closed',
      'zh-Hans': '这个“(”没有对应的“)”',
      'zh-Hant': '這個「(」沒有對應的「)」',
    },
    help: {
      en: 'Write `)` where the bracket ends.',
      'zh-Hans': '请在括号结束处写“)”。',
      'zh-Hant': '請在括號結束處寫「)」。',
    },
    bad: 'parameter rate = (1% + 2%',
    good: 'parameter rate = (1% + 2%)',
  },
  BY124: {
    severity: 'error',
    title: { en: 'Stray closing bracket', 'zh-Hans': '多余的右圆括号', 'zh-Hant': '多餘的右圓括號' },
    message: {
      en: 'this `)` closes nothing',
      'zh-Hans': '这个“)”没有对应的“(”',
      'zh-Hant': '這個「)」沒有對應的「(」',
    },
    help: {
      en: 'Remove it, or write the `(` that it should close.',
      'zh-Hans': '请删除它，或补上对应的“(”。',
      'zh-Hant': '請刪除它，或補上對應的「(」。',
    },
    bad: 'parameter rate = 1% + 2%)',
    good: 'parameter rate = 1% + 2%',
  },
  BY125: {
    severity: 'error',
    title: { en: 'Single quotation marks', 'zh-Hans': '单引号', 'zh-Hant': '單引號' },
    message: {
      en: 'a text does not stand in single quotation marks',
      'zh-Hans': '文字不能用单引号括起来',
      'zh-Hant': '文字不能用單引號括起來',
    },
    help: {
      en: 'Use double ones: "…", “…” or 「…」.',
      'zh-Hans': '请用双引号："…"、“…”或「…」。',
      'zh-Hant': '請用雙引號："…"、“…”或「…」。',
    },
    bad: "record Rep 'Representative' { id text key }",
    good: 'record Rep "Representative" { id text key }',
  },
  BY126: {
    severity: 'error',
    title: { en: 'Currency sign', 'zh-Hans': '货币符号', 'zh-Hant': '貨幣符號' },
    message: {
      en: 'an amount is not written with `{written}`',
      'zh-Hans': '金额不能用“{written}”来写',
      'zh-Hant': '金額不能用「{written}」來寫',
    },
    help: {
      en: "Write the currency's code after the number: 500 CNY, 20 USD. For CNY, 500元 and 20万元 will do too.",
      'zh-Hans': '请在数字后写币种代码：500 CNY、20 USD。人民币也可以写 500元、20万元。',
      'zh-Hant': '請在數字後寫幣別代碼：500 CNY、20 USD。人民幣也可以寫 500元、20万元。',
    },
    bad: 'parameter limit = ¥500',
    good: 'parameter limit = 500 CNY',
  },
  BY160: {
    severity: 'error',
    title: { en: 'File too large', 'zh-Hans': '文件太大', 'zh-Hant': '檔案太大' },
    message: {
      en: 'this policy file is longer than {limit} million characters and was not read',
      'zh-Hans': '这个制度文件超过了 {limit} 百万个字符，未予读取',
      'zh-Hant': '這個制度檔案超過了 {limit} 百萬個字元，未予讀取',
    },
    help: {
      en: 'Check that it is a policy and not a data file. A large policy can be split into several files of one folder.',
      'zh-Hans': '请确认它是制度文件而不是数据文件。内容很多的制度可以拆成同一文件夹下的几个文件。',
      'zh-Hant': '請確認它是制度檔案而不是資料檔案。內容很多的制度可以拆成同一資料夾下的幾個檔案。',
    },
  },
  BY161: {
    severity: 'error',
    title: { en: 'Nested too deeply', 'zh-Hans': '嵌套太深', 'zh-Hant': '巢狀太深' },
    message: {
      en: 'brackets or braces are nested more than {limit} deep',
      'zh-Hans': '括号嵌套超过了 {limit} 层',
      'zh-Hant': '括號巢狀超過了 {limit} 層',
    },
    help: {
      en: 'Give inner parts a name of their own with `value` or `table`.',
      'zh-Hans': '请用“数值”或“对照表”给内层的部分单独起名。',
      'zh-Hant': '請用「數值」或「對照表」給內層的部分單獨命名。',
    },
  },
  BY165: {
    severity: 'error',
    title: { en: 'Block not closed', 'zh-Hans': '代码块未结束', 'zh-Hant': '程式碼區塊未結束' },
    message: {
      en: 'this block of rules is not closed: all that follows is taken for rules',
      'zh-Hans': '这个规则代码块没有结束，其后的文字都会被当作规则',
      'zh-Hant': '這個規則程式碼區塊沒有結束，其後的文字都會被當作規則',
    },
    help: {
      en: 'End it with a line that has the same marks as the first: ```.',
      'zh-Hans': '请用与开头相同的符号另起一行结束：```。',
      'zh-Hant': '請用與開頭相同的符號另起一行結束：```。',
    },
  },
  BY166: {
    severity: 'error',
    title: { en: 'Block not read', 'zh-Hans': '未读取的代码块', 'zh-Hant': '未讀取的程式碼區塊' },
    message: {
      en: 'a block of rules begins at the start of a line; inside a list or a quotation it is not read',
      'zh-Hans': '规则代码块须从行首开始；写在列表或引用中的不会被读取',
      'zh-Hant': '規則程式碼區塊須從行首開始；寫在清單或引用中的不會被讀取',
    },
    help: {
      en: 'Put the line with ```bylaw at the very left, with nothing before it.',
      'zh-Hans': '请把 ```bylaw 一行顶格书写，前面不要有其他内容。',
      'zh-Hant': '請把 ```bylaw 一行頂格書寫，前面不要有其他內容。',
    },
  },
  BY162: {
    severity: 'error',
    title: { en: 'Invalid character', 'zh-Hans': '无效的字符', 'zh-Hant': '無效的字元' },
    message: {
      en: 'the character {written} has no meaning in a policy',
      'zh-Hans': '制度中不能使用字符 {written}',
      'zh-Hant': '制度中不能使用字元 {written}',
    },
    help: {
      en: 'Remove it, or put it inside a text in quotation marks or a comment after `#`.',
      'zh-Hans': '请删除它，或把它写在引号内或 # 之后的注释里。',
      'zh-Hant': '請刪除它，或把它寫在引號內或 # 之後的註解裡。',
    },
    bad: 'parameter rate = 3% @',
    good: 'parameter rate = 3% # @',
  },
  BY163: {
    severity: 'error',
    title: { en: 'Formula too long', 'zh-Hans': '算式太长', 'zh-Hant': '算式太長' },
    message: {
      en: 'this statement has more than {limit} operators',
      'zh-Hans': '这一句的运算符超过了 {limit} 个',
      'zh-Hant': '這一句的運算子超過了 {limit} 個',
    },
    help: {
      en: 'Split it into several values, or write it as a table.',
      'zh-Hans': '请拆成几个“数值”，或写成对照表。',
      'zh-Hant': '請拆成幾個「數值」，或寫成對照表。',
    },
  },
  BY164: {
    severity: 'error',
    title: { en: 'Too many mistakes', 'zh-Hans': '错误太多', 'zh-Hant': '錯誤太多' },
    message: {
      en: 'only the first {limit} mistakes are shown; {rest} more follow from here',
      'zh-Hans': '只显示前 {limit} 处错误，从这里起还有 {rest} 处',
      'zh-Hant': '只顯示前 {limit} 處錯誤，從這裡起還有 {rest} 處',
    },
    help: {
      en: 'Check that this file is a policy. Mend the first mistakes and check again.',
      'zh-Hans': '请确认这个文件是制度文件，先改正前面的错误再检查。',
      'zh-Hant': '請確認這個檔案是制度檔案，先改正前面的錯誤再檢查。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
