import type { Entry } from '../entry.ts'
import { withOrders, withPolicy } from './example.ts'

/** Kinds of values that do not go together. */
export const kindMessages = {
  BY301: {
    severity: 'error',
    title: {
      en: 'Kinds that do not go together',
      'zh-Hans': '类型不能这样运算',
      'zh-Hant': '類型不能這樣運算',
    },
    message: {
      en: '`{operation}` does not go with {left} and {right}',
      'zh-Hans': '`{operation}` 不能用于{left}与{right}',
      'zh-Hant': '`{operation}` 不能用於{left}與{right}',
    },
    help: {
      en: 'Use two values of the same kind, or change one into the other’s kind first.',
      'zh-Hans': '请使用同类的两个值，或先换算成同一类。',
      'zh-Hant': '請使用同類的兩個值，或先換算成同一類。',
    },
    bad: withOrders(`value odd for each Order = amount + discount
`),
    good: withOrders(`value odd for each Order = amount + amount * discount
`),
  },
  BY302: {
    severity: 'error',
    title: {
      en: 'Plain number beside money',
      'zh-Hans': '金额旁的数字缺少货币单位',
      'zh-Hant': '金額旁的數字缺少貨幣單位',
    },
    message: {
      en: '`{text}` is a plain number where an amount of money is needed',
      'zh-Hans': '“{text}”只是数字，这里需要金额',
      'zh-Hant': '「{text}」只是數字，這裡需要金額',
    },
    help: { en: 'Write `{fix}`.', 'zh-Hans': '请写成 `{fix}`。', 'zh-Hant': '請寫成 `{fix}`。' },
    bad: withOrders(`value large for each Order = amount > 10000
`),
    good: withOrders(`value large for each Order = amount > 10000 CNY
`),
  },
  BY303: {
    severity: 'error',
    title: {
      en: 'Plain number beside a percentage',
      'zh-Hans': '百分比旁的数字缺少百分号',
      'zh-Hant': '百分比旁的數字缺少百分號',
    },
    message: {
      en: '`{text}` is a plain number where a percentage is needed',
      'zh-Hans': '“{text}”只是数字，这里需要百分比',
      'zh-Hant': '「{text}」只是數字，這裡需要百分比',
    },
    help: { en: 'Write `{fix}`.', 'zh-Hans': '请写成 `{fix}`。', 'zh-Hant': '請寫成 `{fix}`。' },
    bad: withOrders(`value deep for each Order = discount >= 20
`),
    good: withOrders(`value deep for each Order = discount >= 20%
`),
  },
  BY304: {
    severity: 'error',
    title: {
      en: 'Price ratio and discount mixed up',
      'zh-Hans': '折数与折扣率混用',
      'zh-Hant': '折數與折扣率混用',
    },
    message: {
      en: 'a price ratio (8折: the customer pays 80 %) stands beside a discount (20 % off)',
      'zh-Hans': '折数（8折＝按原价的 80% 付款）与折扣率（降价 20%）混用',
      'zh-Hant': '折數（8折＝按原價的 80% 付款）與折扣率（降價 20%）混用',
    },
    help: {
      en: 'Turn one into the other: write `1 - discount`.',
      'zh-Hans': '请先换算成同一口径：写 `1 - 折扣率`。',
      'zh-Hant': '請先換算成同一口徑：寫 `1 - 折扣率`。',
    },
    bad: withOrders(`value deep for each Order = discount < 8折
`),
    good: withOrders(`value deep for each Order = 1 - discount < 8折
`),
  },
  BY305: {
    severity: 'error',
    title: { en: 'Two currencies', 'zh-Hans': '币种不同', 'zh-Hant': '幣別不同' },
    message: {
      en: '{left} and {right} are different currencies',
      'zh-Hans': '{left} 与 {right} 币种不同，不能直接相加或比较',
      'zh-Hant': '{left} 與 {right} 幣別不同，不能直接相加或比較',
    },
    help: {
      en: 'Let the data bring both amounts in one currency, and declare the fields in it.',
      'zh-Hans': '请在数据中先换算为同一币种，并按该币种声明字段。',
      'zh-Hant': '請在資料中先換算為同一幣別，並按該幣別宣告欄位。',
    },
    bad: withPolicy(`record Order {
  id text key
  goods money CNY
  freight money USD
}

value total for each Order = goods + freight
`),
    good: withPolicy(`record Order {
  id text key
  goods money CNY
  freight money CNY
}

value total for each Order = goods + freight
`),
  },
  BY306: {
    severity: 'error',
    title: { en: 'Money times money', 'zh-Hans': '金额乘以金额', 'zh-Hant': '金額乘以金額' },
    message: {
      en: 'money is multiplied by money',
      'zh-Hans': '金额不能与金额相乘',
      'zh-Hant': '金額不能與金額相乘',
    },
    help: {
      en: 'Multiply money by a percentage or a number.',
      'zh-Hans': '请用金额乘以百分比或数字。',
      'zh-Hant': '請用金額乘以百分比或數字。',
    },
    bad: withOrders(`value saved for each Order = amount * amount
`),
    good: withOrders(`value saved for each Order = amount * discount
`),
  },
  BY307: {
    severity: 'error',
    title: { en: 'No yes/no test', 'zh-Hans': '不是判断条件', 'zh-Hant': '不是判斷條件' },
    message: {
      en: 'a yes/no test is needed here, and this is {found}',
      'zh-Hans': '这里需要判断条件，而写的是{found}',
      'zh-Hant': '這裡需要判斷條件，而寫的是{found}',
    },
    help: {
      en: 'Compare it with something, for example `attainment >= 80%`.',
      'zh-Hans': '请写成比较式，例如 `完成率 >= 80%`。',
      'zh-Hant': '請寫成比較式，例如 `達成率 >= 80%`。',
    },
    bad: withOrders(`value bonus_points for each Order = if amount then 1 else 0
`),
    good: withOrders(`value bonus_points for each Order = if amount > 0 CNY then 1 else 0
`),
  },
  BY310: {
    severity: 'error',
    title: { en: 'Pays no money', 'zh-Hans': '计算结果不是金额', 'zh-Hant': '計算結果不是金額' },
    message: {
      en: '`{name}` pays {found}, not money',
      'zh-Hans': '“{name}”算出的是{found}，不是金额',
      'zh-Hant': '「{name}」算出的是{found}，不是金額',
    },
    help: {
      en: 'Pay a rate of an amount (`rate 2% of amount`) or an amount such as `500 CNY`.',
      'zh-Hans': '请写成金额的比例（`比例 2% 计提 回款额`），或写明金额，例如 `500元`。',
      'zh-Hant': '請寫成金額的比例（`比例 2% 計提 收款額`），或寫明金額，例如 `500元`。',
    },
    bad: withOrders(`commission pay for each Order to order.rep {
  rate 2% of discount
  round 0.01 half-up
}
`),
    good: withOrders(`commission pay for each Order to order.rep {
  rate 2% of amount
  round 0.01 half-up
}
`),
  },
  BY313: {
    severity: 'error',
    title: {
      en: '`missing` used as a value',
      'zh-Hans': '把“缺失”当作数值',
      'zh-Hant': '把「缺漏」當作數值',
    },
    message: {
      en: '`missing` is no value to compute with',
      'zh-Hans': '“缺失”不能参与计算',
      'zh-Hant': '「缺漏」不能參與計算',
    },
    help: {
      en: 'Test it (`x missing`, `x present`) or say what stands in for it (`x if missing 0`).',
      'zh-Hans': '请用 `x 缺失`、`x 有值` 判断，或用 `x 缺失时取 0` 写明替代值。',
      'zh-Hant': '請以 `x 缺漏`、`x 有值` 判斷，或以 `x 缺漏時取 0` 寫明替代值。',
    },
    bad: withOrders(`value unknown for each Order = amount = missing
`),
    good: withOrders(`value unknown for each Order = amount missing
`),
  },
  BY315: {
    severity: 'error',
    title: { en: 'Money without a currency', 'zh-Hans': '金额没有币种', 'zh-Hant': '金額沒有幣別' },
    message: {
      en: 'nothing says which currency this money is in',
      'zh-Hans': '没有写明金额的币种',
      'zh-Hant': '沒有寫明金額的幣別',
    },
    help: {
      en: 'Write `currency CNY` in the policy, or `money CNY` in the field.',
      'zh-Hans': '请在制度声明中写 `币种 CNY`，或在字段中写 `金额 CNY`。',
      'zh-Hant': '請在制度宣告中寫 `幣別 TWD`，或在欄位中寫 `金額 TWD`。',
    },
    bad: `policy example {
  language en
  effective from 2026-01-01 until open
}

record Order {
  id text key
  amount money
}
`,
    good: `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Order {
  id text key
  amount money
}
`,
  },
  BY316: {
    severity: 'error',
    title: { en: 'Another kind is needed', 'zh-Hans': '类型不符', 'zh-Hant': '類型不符' },
    message: {
      en: '{expected} is needed here, and this is {found}',
      'zh-Hans': '这里需要{expected}，而写的是{found}',
      'zh-Hant': '這裡需要{expected}，而寫的是{found}',
    },
    help: {
      en: 'Write a value of the kind that is needed, or change it into that kind first.',
      'zh-Hans': '请改写为所需类型的值，或先换算。',
      'zh-Hant': '請改寫為所需類型的值，或先換算。',
    },
    bad: withOrders(`value gap for each Order = days(signed, amount)
`),
    good: withOrders(`value gap for each Order = days(signed, signed)
`),
  },
  BY317: {
    severity: 'error',
    title: {
      en: 'Amounts for different periods',
      'zh-Hans': '金额对应的期间不同',
      'zh-Hant': '金額對應的期間不同',
    },
    message: {
      en: 'amounts for different periods are added or subtracted: one is {left}, the other {right}',
      'zh-Hans': '两个金额对应的期间不同，不能直接加减：一个{left}，另一个{right}',
      'zh-Hant': '兩個金額對應的期間不同，不能直接加減：一個{left}，另一個{right}',
    },
    help: {
      en: 'Bring them to one period first: three months of a monthly wage are `3 * wage`.',
      'zh-Hans': '请先换算到同一期间，例如三个月的月工资写 `3 * 月工资`。',
      'zh-Hant': '請先換算到同一期間，例如三個月的月薪寫 `3 * 月薪`。',
    },
    bad: withPolicy(`record Rep {
  id text key
  wage money per month
  bonus money per year
}

value income for Rep = wage + bonus
`),
    good: withPolicy(`record Rep {
  id text key
  wage money per month
  bonus money per year
}

value income for Rep = 12 * wage + 1 * bonus
`),
  },
} as const satisfies { readonly [code: string]: Entry }
