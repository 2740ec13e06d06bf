import type { Entry } from '../entry.ts'
import { withOrders, withPolicy } from './example.ts'

/** Sizes and steps of numbers. */
export const numberMessages = {
  BY308: {
    severity: 'warning',
    title: { en: 'Too many digits', 'zh-Hans': '位数可能过多', 'zh-Hant': '位數可能過多' },
    message: {
      en: 'this step could need more than {digits} digits, which no database can hold',
      'zh-Hans': '这一步的结果可能超过 {digits} 位数，数据库无法容纳',
      'zh-Hant': '這一步的結果可能超過 {digits} 位數，資料庫無法容納',
    },
    help: {
      en: 'State how large the fields can get, for example `amount money up to 1亿`, and how small what is divided by (`from 1 CNY`), or round on the way. Runs in memory stay exact.',
      'zh-Hans':
        '请写明字段的上限，例如 `金额 金额 至多 1亿`，除数还要写明下限（`自 1元`），或在中途取整。在内存中试算仍然精确。',
      'zh-Hant':
        '請寫明欄位的上限，例如 `金額 金額 至多 1億`，除數還要寫明下限（`自 1元`），或在中途取整。在記憶體中試算仍然精確。',
    },
    bad: withPolicy(`record Order {
  id text key
  amount money
  weight number
  distance number
}

value effort for each Order = amount * weight * distance
`),
    good: withPolicy(`record Order {
  id text key
  amount money up to 1亿
  weight number up to 1000
  distance number up to 1万
}

value effort for each Order = amount * weight * distance
`),
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
    bad: withOrders(`value share for Rep = quota / 0
`),
    good: withOrders(`value share for Rep = quota / 3
`),
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
    bad: withPolicy(`record Rep {
  id text key
  age count from 65 up to 18
}
`),
    good: withPolicy(`record Rep {
  id text key
  age count from 18 up to 65
}
`),
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
    bad: withPolicy(`parameter half = 1 / 2
`),
    good: withPolicy(`parameter half = 0.5
`),
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
    bad: withPolicy(`record Order {
  id text key
  amount money to 0.05
}
`),
    good: withPolicy(`record Order {
  id text key
  amount money to 0.01
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
