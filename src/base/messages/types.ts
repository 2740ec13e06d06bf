import type { Entry } from '../entry.ts'

/** Types and numbers. */
export const typeMessages = {
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
      en: 'Convert one of them first, by multiplying it with a rate of exchange that the policy states.',
      'zh-Hans': '请先按制度写明的汇率换算其中一个。',
      'zh-Hant': '請先按制度寫明的匯率換算其中一個。',
    },
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
  },
  BY308: {
    severity: 'error',
    title: { en: 'Too many digits', 'zh-Hans': '位数可能过多', 'zh-Hant': '位數可能過多' },
    message: {
      en: 'this could need more than {digits} digits',
      'zh-Hans': '结果可能超过 {digits} 位数',
      'zh-Hant': '結果可能超過 {digits} 位數',
    },
    help: {
      en: 'State how large the fields can get, for example `amount money up to 1亿`.',
      'zh-Hans': '请写明字段的上限，例如 `金额 金额 至多 1亿`。',
      'zh-Hant': '請寫明欄位的上限，例如 `金額 金額 至多 1億`。',
    },
  },
  BY309: {
    severity: 'error',
    title: { en: 'Division by 0', 'zh-Hans': '除以 0', 'zh-Hant': '除以 0' },
    message: { en: 'this divides by 0', 'zh-Hans': '除数为 0', 'zh-Hant': '除數為 0' },
    help: {
      en: 'Divide by something that is not 0.',
      'zh-Hans': '请改用不为 0 的除数。',
      'zh-Hant': '請改用不為 0 的除數。',
    },
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
  },
  BY311: {
    severity: 'error',
    title: { en: 'Bounds of a field reversed', 'zh-Hans': '字段上下限颠倒', 'zh-Hant': '欄位上下限顛倒' },
    message: {
      en: 'the field’s lower bound is above its upper bound',
      'zh-Hans': '字段的下限大于上限',
      'zh-Hant': '欄位的下限大於上限',
    },
    help: {
      en: 'Write the smaller bound after `from` and the larger after `up to`.',
      'zh-Hans': '请把较小的写在 `自` 之后，较大的写在 `至多` 之后。',
      'zh-Hant': '請把較小的寫在 `自` 之後，較大的寫在 `至多` 之後。',
    },
  },
  BY312: {
    severity: 'error',
    title: { en: 'No constant', 'zh-Hans': '不是固定值', 'zh-Hant': '不是固定值' },
    message: { en: 'a constant is needed here', 'zh-Hans': '这里需要固定值', 'zh-Hant': '這裡需要固定值' },
    help: {
      en: 'Write the number out, or use a parameter that has no dates and no `by`.',
      'zh-Hans': '请直接写出数字，或使用不分日期、不分类别的参数。',
      'zh-Hant': '請直接寫出數字，或使用不分日期、不分類別的參數。',
    },
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
  },
  BY314: {
    severity: 'error',
    title: { en: 'Not a step of a field', 'zh-Hans': '字段精度写法不对', 'zh-Hant': '欄位精度寫法不對' },
    message: {
      en: 'the smallest step of a field is 1 or a power of ten below it',
      'zh-Hans': '字段的最小单位只能是 1 或 0.1、0.01 等',
      'zh-Hant': '欄位的最小單位只能是 1 或 0.1、0.01 等',
    },
    help: {
      en: 'Write for example `money to 0.01` or `money to 0.0001`.',
      'zh-Hans': '请写例如 `金额 到 0.01` 或 `金额 到 0.0001`。',
      'zh-Hant': '請寫例如 `金額 到 0.01` 或 `金額 到 0.0001`。',
    },
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
  },
} as const satisfies { readonly [code: string]: Entry }
