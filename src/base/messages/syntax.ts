import type { Entry } from '../entry.ts'

/** Syntax: how a policy is written. */
export const syntaxMessages = {
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
      en: 'Write what is expected in its place, or put a new line before it if a new statement begins here.',
      'zh-Hans': '请改写为所需的词；如果这里开始新的一句，请先换行。',
      'zh-Hant': '請改寫為所需的詞；如果這裡開始新的一句，請先換行。',
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
    bad: 'commission c for Rep per quarter {\n  pay 100 CNY\n}',
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
  BY130: {
    severity: 'error',
    title: { en: 'No such date', 'zh-Hans': '没有这个日期', 'zh-Hant': '沒有這個日期' },
    message: {
      en: '`{written}` is not in the calendar',
      'zh-Hans': '日历上没有“{written}”这一天',
      'zh-Hant': '日曆上沒有「{written}」這一天',
    },
    help: {
      en: 'Write a date that exists, as 2026-02-28 or 2026年2月28日.',
      'zh-Hans': '请写存在的日期，例如 2026-02-28 或 2026年2月28日。',
      'zh-Hant': '請寫存在的日期，例如 2026-02-28 或 2026年2月28日。',
    },
    bad: 'policy p {\n  effective from 2026-02-30 until open\n}',
    good: 'policy p {\n  effective from 2026-02-28 until open\n}',
  },
  BY131: {
    severity: 'error',
    title: {
      en: 'Neither a date nor a subtraction',
      'zh-Hans': '既不是日期也不是减法',
      'zh-Hant': '既不是日期也不是減法',
    },
    message: {
      en: '`{written}`: digits joined by `-` must be a whole date',
      'zh-Hans': '“{written}”：用“-”连接的数字必须是完整的日期',
      'zh-Hant': '「{written}」：用「-」連接的數字必須是完整的日期',
    },
    help: {
      en: 'Write a date as 2026-01-31, or put spaces around the minus sign to subtract.',
      'zh-Hans': '日期请写成 2026-01-31；如果是减法，请在减号两边留空格。',
      'zh-Hant': '日期請寫成 2026-01-31；如果是減法，請在減號兩邊留空格。',
    },
    bad: 'parameter rate = 100-50',
    good: 'parameter rate = 100 - 50',
  },
  BY132: {
    severity: 'error',
    title: { en: 'Date with slashes', 'zh-Hans': '日期用了斜杠', 'zh-Hant': '日期用了斜線' },
    message: {
      en: '`{written}` is not how a date is written here',
      'zh-Hans': '日期不能写成“{written}”',
      'zh-Hant': '日期不能寫成「{written}」',
    },
    help: {
      en: 'Write it as 2026-01-31. To divide, put spaces around `/`.',
      'zh-Hans': '请写成 2026-01-31。如果是除法，请在“/”两边留空格。',
      'zh-Hant': '請寫成 2026-01-31。如果是除法，請在「/」兩邊留空格。',
    },
    bad: 'policy p {\n  effective from 2026/1/1 until open\n}',
    good: 'policy p {\n  effective from 2026-01-01 until open\n}',
  },
  BY133: {
    severity: 'error',
    title: { en: 'Comma inside a number', 'zh-Hans': '数字中有逗号', 'zh-Hant': '數字中有逗號' },
    message: {
      en: '`{written}`: a comma separates values, it does not group digits',
      'zh-Hans': '“{written}”：逗号用来分隔几个值，不能用作千位分隔符',
      'zh-Hant': '「{written}」：逗號用來分隔幾個值，不能用作千位分隔符號',
    },
    help: {
      en: 'Write `{instead}`. If these are several values, put a space after the comma.',
      'zh-Hans': '请写“{instead}”。如果是几个值，请在逗号后留空格。',
      'zh-Hant': '請寫「{instead}」。如果是幾個值，請在逗號後留空格。',
    },
    bad: 'parameter limit = 20,000 CNY',
    good: 'parameter limit = 20_000 CNY',
  },
  BY134: {
    severity: 'error',
    title: { en: 'Not a number', 'zh-Hans': '不是数字', 'zh-Hant': '不是數字' },
    message: {
      en: '`{written}` is not a number that can be read',
      'zh-Hans': '无法识别数字“{written}”',
      'zh-Hant': '無法識別數字「{written}」',
    },
    help: {
      en: 'Write digits with at most one point, then 万 or 亿, %, ‰, 折, 元, a currency or a unit: 1.5亿, 12%, 500 CNY, 3 days. A name begins with a letter.',
      'zh-Hans':
        '数字最多有一个小数点，后面可以写万、亿、%、‰、折、元、币种或单位：1.5亿、12%、500元、3 天。名称要以文字开头。',
      'zh-Hant':
        '數字最多有一個小數點，後面可以寫萬、億、%、‰、折、元、幣別或單位：1.5億、12%、500元、3 天。名稱要以文字開頭。',
    },
    bad: 'parameter limit = 1e400',
    good: 'parameter limit = 1_000_000',
  },
  BY135: {
    severity: 'error',
    title: { en: 'Number too long', 'zh-Hans': '数字太长', 'zh-Hant': '數字太長' },
    message: {
      en: 'this number has more than 37 digits',
      'zh-Hans': '这个数字超过了 37 位',
      'zh-Hant': '這個數字超過了 37 位',
    },
    help: {
      en: 'Write it with fewer digits: no amount or rate needs as many.',
      'zh-Hans': '请减少位数：金额和比例都用不到这么多位。',
      'zh-Hant': '請減少位數：金額和比例都用不到這麼多位。',
    },
    bad: 'parameter limit = 1234567890123456789012345678901234567890',
    good: 'parameter limit = 123456789',
  },
  BY136: {
    severity: 'error',
    title: { en: 'Not a price ratio', 'zh-Hans': '折数写法有误', 'zh-Hant': '折數寫法有誤' },
    message: {
      en: '`{written}` is not a price ratio',
      'zh-Hans': '“{written}”不是有效的折数',
      'zh-Hant': '「{written}」不是有效的折數',
    },
    help: {
      en: 'Write one digit (8折 is 80 %), one decimal (8.5折) or two digits (85折, the same). For the full price write 100%.',
      'zh-Hans': '请写一位数（8折即 80%）、一位小数（8.5折）或两位数（85折，含义相同）。不打折请写 100%。',
      'zh-Hant': '請寫一位數（8折即 80%）、一位小數（8.5折）或兩位數（85折，含義相同）。不打折請寫 100%。',
    },
    bad: 'parameter lowest = 10折',
    good: 'parameter lowest = 9折',
  },
  BY137: {
    severity: 'error',
    title: {
      en: 'The year cannot start on this day',
      'zh-Hans': '年度不能从这一天开始',
      'zh-Hant': '年度不能從這一天開始',
    },
    message: {
      en: 'a year cannot start on `{written}`: not every year has that day',
      'zh-Hans': '年度不能从“{written}”开始：不是每年都有这一天',
      'zh-Hant': '年度不能從「{written}」開始：不是每年都有這一天',
    },
    help: {
      en: 'Write month and day, as 04-01.',
      'zh-Hans': '请写月和日，例如 04-01。',
      'zh-Hant': '請寫月和日，例如 04-01。',
    },
    bad: 'policy p {\n  year starts 13-01\n}',
    good: 'policy p {\n  year starts 01-13\n}',
  },
  BY138: {
    severity: 'error',
    title: {
      en: 'Operator of another language',
      'zh-Hans': '其他语言的运算符',
      'zh-Hant': '其他語言的運算子',
    },
    message: {
      en: '`{written}` is not an operator here; write `{instead}`',
      'zh-Hans': '这里没有运算符“{written}”，请写“{instead}”',
      'zh-Hant': '這裡沒有運算子「{written}」，請寫「{instead}」',
    },
    help: {
      en: 'Comparisons are `= <> < <= > >=` (also ≠ ≤ ≥); conditions are joined with `and`, `or`, `not`.',
      'zh-Hans': '比较用 = <> < <= > >=（也可写 ≠ ≤ ≥）；条件用“且”“或”“非”连接。',
      'zh-Hant': '比較用 = <> < <= > >=（也可寫 ≠ ≤ ≥）；條件用「且」「或」「非」連接。',
    },
    bad: 'parameter test = 1 == 2',
    good: 'parameter test = 1 = 2',
  },
  BY140: {
    severity: 'error',
    title: { en: '`and` mixed with `or`', 'zh-Hans': '“且”与“或”混用', 'zh-Hant': '「且」與「或」混用' },
    message: {
      en: '`and` and `or` stand side by side, so it is not clear which goes first',
      'zh-Hans': '“且”与“或”并列，无法确定先算哪一个',
      'zh-Hant': '「且」與「或」並列，無法確定先算哪一個',
    },
    help: {
      en: 'Put brackets around the part that belongs together: `a and (b or c)`.',
      'zh-Hans': '请用括号括住应先判断的部分：a 且 (b 或 c)。',
      'zh-Hant': '請用括號括住應先判斷的部分：a 且 (b 或 c)。',
    },
    bad: 'parameter test = 1 = 1 and 2 = 2 or 3 = 3',
    good: 'parameter test = 1 = 1 and (2 = 2 or 3 = 3)',
  },
  BY141: {
    severity: 'error',
    title: { en: 'Chained comparison', 'zh-Hans': '连续比较', 'zh-Hant': '連續比較' },
    message: {
      en: 'two comparisons cannot be joined into one',
      'zh-Hans': '不能把两次比较连在一起写',
      'zh-Hant': '不能把兩次比較連在一起寫',
    },
    help: {
      en: 'Write two comparisons with `and`: `10 <= x and x < 20`.',
      'zh-Hans': '请用“且”连接两次比较：10 <= x 且 x < 20。',
      'zh-Hant': '請用「且」連接兩次比較：10 <= x 且 x < 20。',
    },
    bad: 'parameter test = 1 < 2 < 3',
    good: 'parameter test = 1 < 2 and 2 < 3',
  },
  BY142: {
    severity: 'error',
    title: { en: 'Two limits on one side', 'zh-Hans': '同一侧有两个界限', 'zh-Hant': '同一側有兩個界限' },
    message: {
      en: 'this cell limits the same side twice',
      'zh-Hans': '这个单元格在同一侧写了两个界限',
      'zh-Hant': '這個儲存格在同一側寫了兩個界限',
    },
    help: {
      en: 'Give one lower and one upper limit at most: `from 10% to under 20%`.',
      'zh-Hans': '最多写一个下限和一个上限：自 10% 到 低于 20%。',
      'zh-Hant': '最多寫一個下限和一個上限：自 10% 到 低於 20%。',
    },
    bad: 'table t {\n  | rate             | => level |\n  | over 1% over 2%  | A        |\n  | up to 1%         | B        |\n}',
    good: 'table t {\n  | rate     | => level |\n  | over 1%  | A        |\n  | up to 1% | B        |\n}',
  },
  BY143: {
    severity: 'error',
    title: { en: 'Not a cell', 'zh-Hans': '单元格写法有误', 'zh-Hant': '儲存格寫法有誤' },
    message: {
      en: '`{written}` cannot stand in a cell like this',
      'zh-Hans': '单元格里不能这样写“{written}”',
      'zh-Hant': '儲存格裡不能這樣寫「{written}」',
    },
    help: {
      en: 'A cell holds `-` (any), values (`A, B`, `not A`), a limit (`over 5%`, `up to 5%`, `>= 5%`) or a range (`from 5% to under 10%`, `over 5% up to 10%`, `1..5`).',
      'zh-Hans':
        '单元格可以写 -（任意）、几个值（A, B 或 非 A）、一个界限（超过 5%、至多 5%、>= 5%）或一个区间（自 5% 到 低于 10%、超过 5% 至多 10%、1..5）。',
      'zh-Hant':
        '儲存格可以寫 -（任意）、幾個值（A, B 或 非 A）、一個界限（超過 5%、至多 5%、>= 5%）或一個區間（自 5% 到 低於 10%、超過 5% 至多 10%、1..5）。',
    },
    bad: 'table t {\n  | rate             | => level |\n  | > 5% and <= 10%  | A        |\n}',
    good: 'table t {\n  | rate              | => level |\n  | over 5% up to 10% | A        |\n}',
  },
  BY144: {
    severity: 'error',
    title: { en: 'Subtraction in a cell', 'zh-Hans': '单元格里的减法', 'zh-Hant': '儲存格裡的減法' },
    message: {
      en: '`{written}` is a subtraction, not a range',
      'zh-Hans': '“{written}”是减法，不是区间',
      'zh-Hant': '「{written}」是減法，不是區間',
    },
    help: {
      en: 'Write `{instead}` when both ends belong to it, else `from 1 to under 5` or `over 1 up to 5`.',
      'zh-Hans': '两端都包含时写 {instead}，否则写“自 1 到 低于 5”或“超过 1 至多 5”。',
      'zh-Hant': '兩端都包含時寫 {instead}，否則寫「自 1 到 低於 5」或「超過 1 至多 5」。',
    },
    bad: 'table t {\n  | months | => level |\n  | 1 - 5  | A        |\n}',
    good: 'table t {\n  | months | => level |\n  | 1..5   | A        |\n}',
  },
  BY150: {
    severity: 'error',
    title: { en: 'Wrong number of cells', 'zh-Hans': '单元格数目不对', 'zh-Hant': '儲存格數目不對' },
    message: {
      en: 'this row has {written} cells, the headings are {choices}',
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
