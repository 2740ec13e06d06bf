import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

/** Decisions. */
export const decisionMessages = {
  BY620: {
    severity: 'error',
    title: { en: 'Decides nothing', 'zh-Hans': '没有结论', 'zh-Hant': '沒有結論' },
    message: {
      en: '`{name}` decides nothing',
      'zh-Hans': '“{name}”没有任何结论',
      'zh-Hant': '「{name}」沒有任何結論',
    },
    help: {
      en: 'Give it a `table` with a column `=> name`, or a line `gives name = …`.',
      'zh-Hans': '请写一个带“=> 名称”列的对照表，或一行“结论 名称 = …”。',
      'zh-Hant': '請寫一個帶「=> 名稱」欄的對照表，或一行「結論 名稱 = …」。',
    },
    bad: withOrders(`decision volume for Rep per quarter {
  takes effect after 1 month
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

decision volume for Rep per quarter {
  table unique {
    | sold              | => class |
    | from 100_000 CNY  | large    |
    | under 100_000 CNY | small    |
  }
  takes effect after 1 month
}
`),
  },
  BY621: {
    severity: 'error',
    title: { en: 'Not a length of time', 'zh-Hans': '不是时间长度', 'zh-Hant': '不是時間長度' },
    message: {
      en: 'a decision takes effect after a written number of days or months; this is {found}',
      'zh-Hans': '评定推迟生效的时间须写明天数或月数，这里是{found}',
      'zh-Hant': '評定延後生效的時間須寫明天數或月數，這裡是{found}',
    },
    help: {
      en: 'Write it out: `takes effect after 1 month`.',
      'zh-Hans': '请直接写出，如“生效推迟 1个月”。',
      'zh-Hant': '請直接寫出，如「生效延後 1個月」。',
    },
    bad: withOrders(`decision paid for each Order {
  gives large = amount >= 100_000 CNY
  takes effect after 30
}
`),
    good: withOrders(`decision paid for each Order {
  gives large = amount >= 100_000 CNY
  takes effect after 30 days
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
