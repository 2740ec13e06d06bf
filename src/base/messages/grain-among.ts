import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

const head = `parameter pool = 10_000 CNY

value sold for Rep per quarter = sum(Order.amount)

`

/** Results that look at the other rows: places, and parts of a pool. */
export const amongMessages = {
  BY462: {
    severity: 'error',
    title: { en: 'Nobody to stand among', 'zh-Hans': '没有可比的对象', 'zh-Hant': '沒有可比的對象' },
    message: {
      en: 'a place or a share is that of a row among others, and this is for none',
      'zh-Hans': '名次或份额是某条记录在同类中的位置，而此处不针对任何记录',
      'zh-Hant': '名次或份額是某筆紀錄在同類中的位置，而此處不針對任何紀錄',
    },
    help: {
      en: 'Write it in a value or clause `for Rep per quarter`.',
      'zh-Hans': '请写在“适用于 业务员 每季度”等数值或条款中。',
      'zh-Hant': '請寫在「適用於 業務員 每季度」等數值或條款中。',
    },
    bad: withOrders(`${head}value place per quarter = rank of 5
`),
    good: withOrders(`${head}value place for Rep per quarter = rank of sold
`),
  },
  BY463: {
    severity: 'error',
    title: { en: 'Not an amount to share out', 'zh-Hans': '不是可分配的金额', 'zh-Hant': '不是可分配的金額' },
    message: {
      en: 'what is shared out is money of whole cents, so that its parts make it up',
      'zh-Hans': '可分配的须为精确到分的金额，使各份之和等于总额',
      'zh-Hant': '可分配的須為精確到分的金額，使各份之和等於總額',
    },
    help: {
      en: 'Round it first: `(x rounded down to 0.01) shared by sold`.',
      'zh-Hans': '请先取整，如“(x 尾数 舍去 到 0.01) 分配按 业绩”。',
      'zh-Hant': '請先取整，如「(x 尾數 無條件捨去 到 0.01) 分配按 業績」。',
    },
    bad: withOrders(`${head}value part for Rep per quarter = (pool / 3) shared by sold
`),
    good: withOrders(`${head}value part for Rep per quarter = pool shared by sold
`),
  },
} as const satisfies { readonly [code: string]: Entry }
