import type { Entry } from '../entry.ts'

/** What can be wrong with one cell. Where it stands (file, row, column) is said beside the message. */
export const cellMessages = {
  BY701: {
    severity: 'notice',
    title: { en: 'Empty cell', 'zh-Hans': '单元格为空', 'zh-Hant': '儲存格空白' },
    message: {
      en: '{field} of {record} is empty',
      'zh-Hans': '{record}的{field}没有填写',
      'zh-Hant': '{record}的{field}未填寫',
    },
    help: {
      en: 'Fill in the cell; until then the lines that need it are held. If it may be empty, declare the field `optional`.',
      'zh-Hans':
        '请补填该单元格；补填之前，用到它的结果暂不计算。如果允许为空，请在制度中把该字段声明为“选填”。',
      'zh-Hant':
        '請補填該儲存格；補填之前，用到它的結果暫不計算。若允許空白，請在制度中將該欄位宣告為「選填」。',
    },
  },
  BY702: {
    severity: 'error',
    title: { en: 'Not a number', 'zh-Hans': '不是数字', 'zh-Hant': '不是數字' },
    message: {
      en: '“{text}” is not a number',
      'zh-Hans': '“{text}”不是数字',
      'zh-Hant': '「{text}」不是數字',
    },
    help: {
      en: 'Write a plain decimal such as 1234.50.',
      'zh-Hans': '请写成普通小数，例如 1234.50。',
      'zh-Hant': '請寫成一般小數，例如 1234.50。',
    },
  },
  BY703: {
    severity: 'error',
    title: { en: 'More decimals than declared', 'zh-Hans': '小数位数过多', 'zh-Hant': '小數位數過多' },
    message: {
      en: '“{text}” has more decimals than {field} holds ({step} is its smallest step)',
      'zh-Hans': '“{text}”的小数位数超过{field}的精度（最小单位为 {step}）',
      'zh-Hant': '「{text}」的小數位數超過{field}的精度（最小單位為 {step}）',
    },
    help: {
      en: 'Nothing is rounded on reading. Mend the cell, or declare a finer step in the policy: `to 0.0001`.',
      'zh-Hans':
        '读取数据时不做任何舍入。请更正该单元格，或在制度中为该字段声明更小的单位，例如精确到 0.0001。',
      'zh-Hant':
        '讀取資料時不做任何捨入。請更正該儲存格，或在制度中為該欄位宣告更小的單位，例如精確到 0.0001。',
    },
  },
  BY704: {
    severity: 'error',
    title: { en: 'Out of range', 'zh-Hans': '超出范围', 'zh-Hant': '超出範圍' },
    message: {
      en: '“{text}” is outside the range of {field}, {low} to {high}',
      'zh-Hans': '“{text}”超出{field}的范围（{low} 至 {high}）',
      'zh-Hant': '「{text}」超出{field}的範圍（{low} 至 {high}）',
    },
    help: {
      en: 'Mend the cell, or widen the range in the policy (`from …`, `up to …`).',
      'zh-Hans': '请更正该单元格，或在制度中放宽该字段的范围。',
      'zh-Hant': '請更正該儲存格，或在制度中放寬該欄位的範圍。',
    },
  },
  BY705: {
    severity: 'error',
    title: { en: 'Another currency', 'zh-Hans': '币种不符', 'zh-Hant': '幣別不符' },
    message: {
      en: '“{text}” is not in {currency}',
      'zh-Hans': '“{text}”的币种不是 {currency}',
      'zh-Hant': '「{text}」的幣別不是 {currency}',
    },
    help: {
      en: '{field} holds {currency}. Convert the amount first, or keep it in a field of its own currency.',
      'zh-Hans': '{field}以 {currency} 计。请先换算，或另设一个该币种的字段。',
      'zh-Hant': '{field}以 {currency} 計。請先換算，或另設一個該幣別的欄位。',
    },
  },
  BY706: {
    severity: 'error',
    title: { en: 'Brackets for a negative', 'zh-Hans': '括号表示的负数', 'zh-Hant': '括號表示的負數' },
    message: {
      en: '“{text}” is written in brackets',
      'zh-Hans': '“{text}”写在括号内',
      'zh-Hant': '「{text}」寫在括號內',
    },
    help: {
      en: 'If it is a negative amount, write a minus sign: -1234.00.',
      'zh-Hans': '如果是负数，请使用负号，例如 -1234.00。',
      'zh-Hant': '若為負數，請使用負號，例如 -1234.00。',
    },
  },
  BY707: {
    severity: 'error',
    title: {
      en: 'Commas in the wrong place',
      'zh-Hans': '千位分隔符位置不对',
      'zh-Hant': '千分位逗號位置不對',
    },
    message: {
      en: 'the commas in “{text}” do not group thousands',
      'zh-Hans': '“{text}”中的逗号不是千位分隔',
      'zh-Hant': '「{text}」中的逗號不是千分位',
    },
    help: {
      en: 'Write 1234567.50 or 1,234,567.50; the decimal sign is a point.',
      'zh-Hans': '请写成 1234567.50 或 1,234,567.50；小数点用“.”。',
      'zh-Hant': '請寫成 1234567.50 或 1,234,567.50；小數點用「.」。',
    },
  },
  BY708: {
    severity: 'error',
    title: { en: 'Scientific notation', 'zh-Hans': '科学计数法', 'zh-Hant': '科學記號' },
    message: {
      en: '“{text}” is in scientific notation',
      'zh-Hans': '“{text}”是科学计数法',
      'zh-Hant': '「{text}」是科學記號',
    },
    help: {
      en: 'A spreadsheet may have shortened the number, and lost digits. Format the column as a number and export again.',
      'zh-Hans': '可能是电子表格缩写了数字，位数已丢失。请把该列设为数值格式后重新导出。',
      'zh-Hant': '可能是試算表縮寫了數字，位數已遺失。請將該欄設為數值格式後重新匯出。',
    },
  },
  BY709: {
    severity: 'error',
    title: { en: 'Percentage without a sign', 'zh-Hans': '百分比缺少符号', 'zh-Hant': '百分比缺少符號' },
    message: {
      en: '“{text}” could be a fraction or a percentage',
      'zh-Hans': '无法判断“{text}”是小数还是百分数',
      'zh-Hant': '無法判斷「{text}」是小數還是百分數',
    },
    help: {
      en: 'Write 12% or 3‰, or say in bylaw.yaml how the column is written: under {field}, `as: fraction` (0.12) or `as: percent` (12).',
      'zh-Hans':
        '请写成 12% 或 3‰，或在 bylaw.yaml 中说明该列的写法：在{field}下写 `as: fraction`（0.12）或 `as: percent`（12）。',
      'zh-Hant':
        '請寫成 12% 或 3‰，或在 bylaw.yaml 中說明該欄的寫法：在{field}下寫 `as: fraction`（0.12）或 `as: percent`（12）。',
    },
  },
  BY710: {
    severity: 'error',
    title: { en: 'Unclear price ratio', 'zh-Hans': '折扣写法不明', 'zh-Hant': '折數寫法不明' },
    message: {
      en: '“{text}” is not a clear share of the price',
      'zh-Hans': '“{text}”不是明确的折数',
      'zh-Hant': '「{text}」不是明確的折數',
    },
    help: {
      en: 'Write 8折, 8.5折, 85折 or 80%, or say in bylaw.yaml how the column is written: `as: fraction` (0.8), `as: percent` (80) or `as: zhe` (8).',
      'zh-Hans':
        '请写成 8折、8.5折、85折或 80%，或在 bylaw.yaml 中说明该列的写法：`as: fraction`（0.8）、`as: percent`（80）或 `as: zhe`（8）。',
      'zh-Hant':
        '請寫成 8折、8.5折、85折或 80%，或在 bylaw.yaml 中說明該欄的寫法：`as: fraction`（0.8）、`as: percent`（80）或 `as: zhe`（8）。',
    },
  },
  BY711: {
    severity: 'error',
    title: { en: 'Not a date', 'zh-Hans': '不是日期', 'zh-Hant': '不是日期' },
    message: {
      en: '“{text}” is not a date',
      'zh-Hans': '“{text}”不是日期',
      'zh-Hant': '「{text}」不是日期',
    },
    help: {
      en: 'Write year, month, day: 2026-01-31, 2026/1/31 or 2026年1月31日.',
      'zh-Hans': '请按年、月、日书写：2026-01-31、2026/1/31 或 2026年1月31日。',
      'zh-Hant': '請按年、月、日書寫：2026-01-31、2026/1/31 或 2026年1月31日。',
    },
  },
  BY712: {
    severity: 'error',
    title: { en: 'No such day', 'zh-Hans': '日期不存在', 'zh-Hant': '日期不存在' },
    message: {
      en: 'there is no day {text}',
      'zh-Hans': '没有 {text} 这一天',
      'zh-Hant': '沒有 {text} 這一天',
    },
    help: {
      en: 'Mend the day or the month.',
      'zh-Hans': '请更正月份或日期。',
      'zh-Hant': '請更正月份或日期。',
    },
  },
  BY713: {
    severity: 'error',
    title: { en: 'A date with a time', 'zh-Hans': '日期带有时间', 'zh-Hant': '日期帶有時間' },
    message: {
      en: '“{text}” has a time of day, and {field} is a date',
      'zh-Hans': '“{text}”带有时间，而{field}是日期',
      'zh-Hant': '「{text}」帶有時間，而{field}是日期',
    },
    help: {
      en: 'Export the date alone: which day a time belongs to depends on the time zone, so it is not guessed.',
      'zh-Hans': '请只导出日期：某一时刻属于哪一天取决于时区，系统不作猜测。',
      'zh-Hant': '請只匯出日期：某一時刻屬於哪一天取決於時區，系統不作猜測。',
    },
  },
  BY714: {
    severity: 'error',
    title: { en: 'Not a period', 'zh-Hans': '不是期间', 'zh-Hant': '不是期間' },
    message: {
      en: '“{text}” is not a {kind}',
      'zh-Hans': '“{text}”不是有效的期间（{kind}）',
      'zh-Hant': '「{text}」不是有效的期間（{kind}）',
    },
    help: {
      en: 'Write it as the policy names it, for example {example}.',
      'zh-Hans': '请按制度中的期间名称书写，例如 {example}。',
      'zh-Hant': '請按制度中的期間名稱書寫，例如 {example}。',
    },
  },
  BY715: {
    severity: 'error',
    title: { en: 'Unknown value', 'zh-Hans': '未知的取值', 'zh-Hant': '未知的值' },
    message: {
      en: '{field} has no value “{text}”',
      'zh-Hans': '{field}没有“{text}”这个取值',
      'zh-Hant': '{field}沒有「{text}」這個值',
    },
    help: {
      en: 'Did you mean {suggestion}? Known values: {values}.',
      'zh-Hans': '是否应为“{suggestion}”？可用的取值：{values}。',
      'zh-Hant': '是否應為「{suggestion}」？可用的值：{values}。',
    },
  },
  BY716: {
    severity: 'error',
    title: { en: 'Unknown value', 'zh-Hans': '未知的取值', 'zh-Hant': '未知的值' },
    message: {
      en: '{field} has no value “{text}”',
      'zh-Hans': '{field}没有“{text}”这个取值',
      'zh-Hant': '{field}沒有「{text}」這個值',
    },
    help: {
      en: 'Write one of: {values}; or add the value to the field in the policy.',
      'zh-Hans': '请填写以下取值之一：{values}；或在制度中为该字段增加这个取值。',
      'zh-Hant': '請填寫以下值之一：{values}；或在制度中為該欄位增加這個值。',
    },
  },
  BY717: {
    severity: 'error',
    title: { en: 'Neither yes nor no', 'zh-Hans': '不是“是”或“否”', 'zh-Hant': '不是「是」或「否」' },
    message: {
      en: '“{text}” is neither yes nor no',
      'zh-Hans': '“{text}”既不是“是”也不是“否”',
      'zh-Hant': '「{text}」既不是「是」也不是「否」',
    },
    help: {
      en: 'Write yes or no, true or false, Y or N, 1 or 0, 是 or 否.',
      'zh-Hans': '请填写 是/否、yes/no、true/false、Y/N 或 1/0。',
      'zh-Hant': '請填寫 是/否、yes/no、true/false、Y/N 或 1/0。',
    },
  },
  BY718: {
    severity: 'error',
    title: { en: 'Key used twice', 'zh-Hans': '主键重复', 'zh-Hant': '主鍵重複' },
    message: {
      en: '{record} has the key “{text}” more than once: also {other}',
      'zh-Hans': '{record}的主键“{text}”重复，另见 {other}',
      'zh-Hant': '{record}的主鍵「{text}」重複，另見 {other}',
    },
    help: {
      en: 'A key names one row. Until one of them goes, every line that refers to it is held.',
      'zh-Hans': '一个主键只能对应一行。更正之前，引用它的结果暂不计算。',
      'zh-Hant': '一個主鍵只能對應一列。更正之前，引用它的結果暫不計算。',
    },
  },
  BY719: {
    severity: 'error',
    title: { en: 'No such row', 'zh-Hans': '引用的行不存在', 'zh-Hant': '引用的列不存在' },
    message: {
      en: '{record} has no row “{text}”',
      'zh-Hans': '{record}中没有“{text}”',
      'zh-Hant': '{record}中沒有「{text}」',
    },
    help: {
      en: 'Add the row to {record}, or mend this cell.',
      'zh-Hans': '请在{record}的数据中补充该行，或更正此单元格。',
      'zh-Hant': '請在{record}的資料中補充該列，或更正此儲存格。',
    },
  },
  BY720: {
    severity: 'error',
    title: { en: 'No such row', 'zh-Hans': '引用的行不存在', 'zh-Hant': '引用的列不存在' },
    message: {
      en: '{record} has no row “{text}”',
      'zh-Hans': '{record}中没有“{text}”',
      'zh-Hant': '{record}中沒有「{text}」',
    },
    help: {
      en: 'Did you mean {suggestion}? Otherwise add the row to {record}.',
      'zh-Hans': '是否应为“{suggestion}”？否则请在{record}的数据中补充该行。',
      'zh-Hant': '是否應為「{suggestion}」？否則請在{record}的資料中補充該列。',
    },
  },
  BY721: {
    severity: 'error',
    title: { en: 'A key that names several rows', 'zh-Hans': '引用的主键重复', 'zh-Hant': '引用的主鍵重複' },
    message: {
      en: '{record} has several rows “{text}”',
      'zh-Hans': '{record}中有多行“{text}”',
      'zh-Hant': '{record}中有多列「{text}」',
    },
    help: {
      en: 'Mend the doubled key in {record}: which row is meant is not guessed.',
      'zh-Hans': '请先更正{record}中重复的主键：系统不会猜测指的是哪一行。',
      'zh-Hant': '請先更正{record}中重複的主鍵：系統不會猜測指的是哪一列。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
