import type { Entry } from '../entry.ts'

/** Dates, numbers and formulas. */
export const syntaxValueMessages = {
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
} as const satisfies { readonly [code: string]: Entry }
