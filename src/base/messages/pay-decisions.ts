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
    bad: withOrders(`decision volume for Rep per quarter {
  gives large = sum(Order.amount) >= 100_000 CNY
  takes effect after 30
}
`),
    good: withOrders(`decision volume for Rep per quarter {
  gives large = sum(Order.amount) >= 100_000 CNY
  takes effect after 30 days
}
`),
  },
  BY623: {
    severity: 'error',
    title: { en: 'Never in force later', 'zh-Hans': '推迟生效没有作用', 'zh-Hant': '延後生效沒有作用' },
    message: {
      en: '`takes effect after` would do nothing in `{name}`: it is not decided by period',
      'zh-Hans': '“{name}”不是按期间评定的，“生效推迟”在这里没有作用',
      'zh-Hant': '「{name}」不是按期間評定的，「生效延後」在這裡沒有作用',
    },
    help: {
      en: 'What is decided for a row holds for that row, on whatever day it is read. Decide by period (`for Rep per quarter`); of a row, write the day into the header (`for each Order posting signed + 30 days`), or give it as a result (`gives from = signed + 30 days`).',
      'zh-Hans':
        '按每笔评定的结论只属于这一笔，哪天读取都一样。请改为按期间评定（如“适用于 业务员 每季度”）；按每笔评定的，请把日期写在首行（如“适用于 每笔 订单 入账日 签约日 + 30天”），或作为一项结论（如“结论 生效日 = 签约日 + 30天”）。',
      'zh-Hant':
        '按每筆評定的結論只屬於這一筆，哪天讀取都一樣。請改為按期間評定（如「適用於 業務員 每季度」）；按每筆評定的，請把日期寫在首行（如「適用於 每筆 訂單 入帳日 簽約日 + 30天」），或作為一項結論（如「結論 生效日 = 簽約日 + 30天」）。',
    },
    bad: withOrders(`decision size for each Order {
  gives large = amount >= 100_000 CNY
  takes effect after 30 days
}
`),
    good: withOrders(`decision size for each Order {
  gives large = amount >= 100_000 CNY
  gives from = signed + 30 days
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
