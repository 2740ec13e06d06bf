import type { Entry } from '../entry.ts'

/** Words and names that do not fit where they stand. */
export const syntaxWordMessages = {
  BY101: {
    severity: 'error',
    title: {
      en: 'Unexpected word or sign',
      'zh-Hans': '此处不应出现的词或符号',
      'zh-Hant': '此處不應出現的詞或符號',
    },
    message: {
      en: '`{written}` cannot stand here; expected: {choices}',
      'zh-Hans': '此处不能写“{written}”，应写：{choices}',
      'zh-Hant': '此處不能寫「{written}」，應寫：{choices}',
    },
    help: {
      en: 'Write what is expected in its place or before it, or put a new line before it if a new statement begins here.',
      'zh-Hans': '请改写为所需的词，或在它前面补上；如果这里开始新的一句，请先换行。',
      'zh-Hant': '請改寫為所需的詞，或在它前面補上；如果這裡開始新的一句，請先換行。',
    },
    bad: 'commission c for Rep per quarter {\n  start 100 CNY\n  cap 500 CNY when 1 = 1 lost\n}',
    good: 'commission c for Rep per quarter {\n  start 100 CNY\n  cap 500 CNY lost when 1 = 1\n}',
  },
  BY102: {
    severity: 'error',
    title: { en: 'The line ends too early', 'zh-Hans': '这一行没有写完', 'zh-Hant': '這一行沒有寫完' },
    message: {
      en: 'something is missing after `{after}`; expected: {choices}',
      'zh-Hans': '“{after}”后面缺少内容，应写：{choices}',
      'zh-Hant': '「{after}」後面缺少內容，應寫：{choices}',
    },
    help: {
      en: 'Complete the line. A line goes on below only when it ends, or the next one begins, with an operator, a comma or an opening bracket.',
      'zh-Hans': '请把这一行补全。只有行末或下一行开头是运算符、逗号或左括号时，一句话才会延续到下一行。',
      'zh-Hant': '請把這一行補全。只有行末或下一行開頭是運算子、逗號或左括號時，一句話才會延續到下一行。',
    },
    bad: 'commission c for Rep per quarter {\n  start 100 CNY\n  cap 500 CNY\n}',
    good: 'commission c for Rep per quarter {\n  start 100 CNY\n  cap 500 CNY lost\n}',
  },
  BY103: {
    severity: 'error',
    title: { en: 'A value is missing', 'zh-Hans': '缺少一个值', 'zh-Hant': '缺少一個值' },
    message: {
      en: 'a value is missing before `{written}`: a number, an amount, a name or a formula',
      'zh-Hans': '“{written}”前面缺少一个值：数字、金额、名称或算式',
      'zh-Hant': '「{written}」前面缺少一個值：數字、金額、名稱或算式',
    },
    help: {
      en: 'Write the value, or remove the sign that calls for one.',
      'zh-Hans': '请补上这个值，或去掉多余的符号。',
      'zh-Hant': '請補上這個值，或去掉多餘的符號。',
    },
    bad: 'parameter rate = 3% + * 2',
    good: 'parameter rate = 3% * 2',
  },
  BY104: {
    severity: 'error',
    title: { en: 'A value is missing at the end', 'zh-Hans': '末尾缺少一个值', 'zh-Hant': '末尾缺少一個值' },
    message: {
      en: 'a value is missing after `{after}`: a number, an amount, a name or a formula',
      'zh-Hans': '“{after}”后面缺少一个值：数字、金额、名称或算式',
      'zh-Hant': '「{after}」後面缺少一個值：數字、金額、名稱或算式',
    },
    help: {
      en: 'Write the value after it.',
      'zh-Hans': '请在后面补上这个值。',
      'zh-Hant': '請在後面補上這個值。',
    },
    bad: 'commission c for Rep per quarter {\n  gate\n  start 100 CNY\n}',
    good: 'commission c for Rep per quarter {\n  gate 1 = 1\n  start 100 CNY\n}',
  },
  BY105: {
    severity: 'error',
    title: { en: 'A name is missing', 'zh-Hans': '缺少名称', 'zh-Hant': '缺少名稱' },
    message: {
      en: 'a name belongs here, not `{written}`',
      'zh-Hans': '此处应写名称，而不是“{written}”',
      'zh-Hant': '此處應寫名稱，而不是「{written}」',
    },
    help: {
      en: 'A name begins with a letter, of any script, and goes on with letters, digits and `_`. A title in quotation marks may follow it.',
      'zh-Hans': '名称以文字（可用汉字）开头，后面可以是文字、数字和下划线；名称之后可以再写带引号的标题。',
      'zh-Hant': '名稱以文字（可用漢字）開頭，後面可以是文字、數字和底線；名稱之後可以再寫帶引號的標題。',
    },
    bad: 'record "Representative" { id text key }',
    good: 'record Rep "Representative" { id text key }',
  },
  BY106: {
    severity: 'error',
    title: { en: 'A name is missing at the end', 'zh-Hans': '末尾缺少名称', 'zh-Hant': '末尾缺少名稱' },
    message: {
      en: 'a name is missing after `{after}`',
      'zh-Hans': '“{after}”后面缺少名称',
      'zh-Hant': '「{after}」後面缺少名稱',
    },
    help: {
      en: 'Write the name: it begins with a letter, of any script.',
      'zh-Hans': '请写上名称；名称以文字（可用汉字）开头。',
      'zh-Hant': '請寫上名稱；名稱以文字（可用漢字）開頭。',
    },
    bad: 'record { id text key }',
    good: 'record Rep { id text key }',
  },
  BY107: {
    severity: 'error',
    title: { en: 'Left over', 'zh-Hans': '多余的内容', 'zh-Hant': '多餘的內容' },
    message: {
      en: 'the statement is complete before `{written}`; what follows has no meaning here',
      'zh-Hans': '这一句在“{written}”之前已经完整，后面的内容没有意义',
      'zh-Hant': '這一句在「{written}」之前已經完整，後面的內容沒有意義',
    },
    help: {
      en: 'Remove it, put an operator before it, or begin a new line (or `;`) if it is a statement of its own.',
      'zh-Hans': '请删除它，或在前面加上运算符；如果它是另一句，请换行或用分号隔开。',
      'zh-Hant': '請刪除它，或在前面加上運算子；如果它是另一句，請換行或用分號隔開。',
    },
    bad: 'parameter rate = 3% 2',
    good: 'parameter rate = 3% * 2',
  },
  BY108: {
    severity: 'error',
    title: { en: 'A sign written as a word', 'zh-Hans': '符号写成了文字', 'zh-Hant': '符號寫成了文字' },
    message: {
      en: '`{written}` is written `{sign}` in an expression',
      'zh-Hans': '算式中的“{written}”要写成“{sign}”',
      'zh-Hant': '算式中的「{written}」要寫成「{sign}」',
    },
    help: {
      en: 'Expressions compare with = > >= < <= and calculate with + - * /. A range is two comparisons: `x >= 10% and x < 20%`. Words such as `over` stand in the cells of tables.',
      'zh-Hans':
        '算式用 = > >= < <= 比较，用 + - * / 计算。一个区间写成两次比较：`x >= 10% 且 x < 20%`。“超过”等词只用在表格的单元格中。',
      'zh-Hant':
        '算式用 = > >= < <= 比較，用 + - * / 計算。一個區間寫成兩次比較：`x >= 10% 且 x < 20%`。「超過」等詞只用在表格的儲存格中。',
    },
    bad: 'parameter rate = 3% of 2',
    good: 'parameter rate = 3% * 2',
  },
  BY110: {
    severity: 'error',
    title: { en: 'Not a declaration', 'zh-Hans': '不是一项声明', 'zh-Hant': '不是一項宣告' },
    message: {
      en: '`{written}` does not begin a declaration; one begins with: {choices}',
      'zh-Hans': '“{written}”不能作为一项声明的开头；声明以下列词开头：{choices}',
      'zh-Hant': '「{written}」不能作為一項宣告的開頭；宣告以下列詞開頭：{choices}',
    },
    help: {
      en: 'Begin the line with one of these words, or move it into the block that it belongs to.',
      'zh-Hans': '请以上述词之一开头，或把这一行移到它所属的花括号内。',
      'zh-Hant': '請以上述詞之一開頭，或把這一行移到它所屬的大括號內。',
    },
    bad: 'Hello, this is our policy.',
    good: '# Hello, this is our policy.',
  },
  BY111: {
    severity: 'error',
    title: { en: 'Misspelled word', 'zh-Hans': '词的写法有误', 'zh-Hant': '詞的寫法有誤' },
    message: {
      en: '`{written}` is not known here. Did you mean `{suggestion}`?',
      'zh-Hans': '此处不认识“{written}”。是否想写“{suggestion}”？',
      'zh-Hant': '此處不認識「{written}」。是否想寫「{suggestion}」？',
    },
    help: {
      en: 'Write `{suggestion}`. Words of the language are written in small letters, with a space between two words.',
      'zh-Hans': '请写“{suggestion}”。关键词之间、关键词与名称之间要留空格。',
      'zh-Hant': '請寫「{suggestion}」。關鍵詞之間、關鍵詞與名稱之間要留空格。',
    },
    bad: 'comission c for Rep per quarter { start 100 CNY }',
    good: 'commission c for Rep per quarter { start 100 CNY }',
  },
  BY112: {
    severity: 'error',
    title: { en: 'Not a line of this block', 'zh-Hans': '此处没有这样的行', 'zh-Hant': '此處沒有這樣的行' },
    message: {
      en: 'no line of this block begins with `{written}`; one begins with: {choices}',
      'zh-Hans': '这里的行不能以“{written}”开头，应以下列词之一开头：{choices}',
      'zh-Hant': '這裡的行不能以「{written}」開頭，應以下列詞之一開頭：{choices}',
    },
    help: {
      en: 'Begin the line with one of these words. Names for intermediate results are declared outside, with `value`.',
      'zh-Hans': '请以上述词之一开头。中间结果要在外面用“数值”声明。',
      'zh-Hant': '請以上述詞之一開頭。中間結果要在外面用「數值」宣告。',
    },
    bad: 'commission c for Rep per quarter {\n  thanks 100 CNY\n}',
    good: 'commission c for Rep per quarter {\n  start 100 CNY\n}',
  },
  BY113: {
    severity: 'error',
    title: { en: 'Unknown choice', 'zh-Hans': '没有这个选项', 'zh-Hant': '沒有這個選項' },
    message: {
      en: '`{written}` is not one of the choices here: {choices}',
      'zh-Hans': '“{written}”不在此处的选项之内：{choices}',
      'zh-Hant': '「{written}」不在此處的選項之內：{choices}',
    },
    help: {
      en: 'Choose one of the words listed.',
      'zh-Hans': '请从列出的词中选一个。',
      'zh-Hant': '請從列出的詞中選一個。',
    },
    bad: 'commission c for Rep per quarter {\n  start 100 CNY\n  round 0.01 nearest\n}',
    good: 'commission c for Rep per quarter {\n  start 100 CNY\n  round 0.01 half-up\n}',
  },
  BY170: {
    severity: 'error',
    title: { en: 'Reserved word as a name', 'zh-Hans': '名称用了保留词', 'zh-Hant': '名稱用了保留詞' },
    message: {
      en: '`{written}` has a meaning of its own and cannot be a name',
      'zh-Hans': '“{written}”是保留词，不能用作名称',
      'zh-Hant': '「{written}」是保留詞，不能用作名稱',
    },
    help: {
      en: 'Choose another name, or lengthen this one: `{written}_1`.',
      'zh-Hans': '请换一个名称，或把它写长一些，例如“{written}_1”。',
      'zh-Hant': '請換一個名稱，或把它寫長一些，例如「{written}_1」。',
    },
    bad: 'record missing { id text key }',
    good: 'record missing_goods { id text key }',
  },
  BY171: {
    severity: 'error',
    title: { en: 'Written twice', 'zh-Hans': '重复书写', 'zh-Hant': '重複書寫' },
    message: {
      en: '`{written}` stands here a second time; it may stand once',
      'zh-Hans': '“{written}”在这里第二次出现，只能写一次',
      'zh-Hant': '「{written}」在這裡第二次出現，只能寫一次',
    },
    help: {
      en: 'Keep one of the two and remove the other.',
      'zh-Hans': '请保留其中一处，删除另一处。',
      'zh-Hant': '請保留其中一處，刪除另一處。',
    },
    bad: 'policy p {\n  currency CNY\n  currency USD\n}',
    good: 'policy p {\n  currency CNY\n}',
  },
  BY172: {
    severity: 'error',
    title: { en: 'Parameter without a value', 'zh-Hans': '参数没有值', 'zh-Hant': '參數沒有值' },
    message: {
      en: 'the parameter `{written}` has no value',
      'zh-Hans': '参数“{written}”没有值',
      'zh-Hant': '參數「{written}」沒有值',
    },
    help: {
      en: 'Write `= 3%` after its name, or a table of dated values in braces.',
      'zh-Hans': '请在名称后写“= 3%”，或用花括号写一张按日期取值的表。',
      'zh-Hant': '請在名稱後寫「= 3%」，或用大括號寫一張按日期取值的表。',
    },
    bad: 'parameter base_rate',
    good: 'parameter base_rate = 3%',
  },
  BY173: {
    severity: 'error',
    title: { en: 'Hyphen in a name', 'zh-Hans': '名称中有连字符', 'zh-Hant': '名稱中有連字號' },
    message: {
      en: '`{written}` is not a name: a hyphen is a minus sign',
      'zh-Hans': '“{written}”不是名称：连字符会被当作减号',
      'zh-Hant': '「{written}」不是名稱：連字號會被當作減號',
    },
    help: {
      en: 'Write `{instead}`. A title in quotation marks after the name may have any signs.',
      'zh-Hans': '请写“{instead}”。名称之后带引号的标题可以使用任何符号。',
      'zh-Hant': '請寫「{instead}」。名稱之後帶引號的標題可以使用任何符號。',
    },
    bad: 'record sales-rep { id text key }',
    good: 'record sales_rep "sales-rep" { id text key }',
  },
} as const satisfies { readonly [code: string]: Entry }
