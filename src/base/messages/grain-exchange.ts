import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

/** Amounts of one currency as those of another. */
export const exchangeMessages = {
  BY458: {
    severity: 'error',
    title: { en: 'Not an exchange', 'zh-Hans': '折算写法不全', 'zh-Hant': '折算寫法不全' },
    message: {
      en: '`exchanged` takes an amount, a rate and the currency that it gives',
      'zh-Hans': '“折算”须写明金额、汇率和折成的币种',
      'zh-Hant': '「折算」須寫明金額、匯率和折成的幣別',
    },
    help: {
      en: 'Write `exchanged(amount, usd_rate, CNY)`: the rate is how many CNY one unit of the amount is.',
      'zh-Hans': '请写“折算(金额, 美元汇率, CNY)”：汇率为每一单位金额合多少 CNY。',
      'zh-Hant': '請寫「折算(金額, 美元匯率, CNY)」：匯率為每一單位金額合多少 CNY。',
    },
    bad: withOrders(`value paid for each Order = exchanged(amount, 7.1)
`),
    good: withOrders(`value paid for each Order = exchanged(amount, 7.1, USD)
`),
  },
  BY459: {
    severity: 'error',
    title: { en: 'Exchanged into itself', 'zh-Hans': '折成同一币种', 'zh-Hant': '折成同一幣別' },
    message: {
      en: 'the amount is in {currency} already',
      'zh-Hans': '该金额本来就是 {currency}',
      'zh-Hant': '該金額本來就是 {currency}',
    },
    help: {
      en: 'Leave `exchanged` out, or give the field the currency that its amounts have: `amount money USD`.',
      'zh-Hans': '请去掉“折算”，或写明字段的币种，如“金额 money USD”。',
      'zh-Hant': '請去掉「折算」，或寫明欄位的幣別，如「金額 money USD」。',
    },
    bad: withOrders(`value paid for each Order = exchanged(amount, 7.1, CNY)
`),
    good: withOrders(`value paid for each Order = exchanged(amount, 7.1, USD)
`),
  },
} as const satisfies { readonly [code: string]: Entry }
