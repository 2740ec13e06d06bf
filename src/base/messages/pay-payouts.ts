import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

/** Payouts. */
export const payoutMessages = {
  BY610: {
    severity: 'error',
    title: { en: 'Not a pay clause', 'zh-Hans': '不是计发条款', 'zh-Hant': '不是計發條款' },
    message: {
      en: 'a payout gathers pay clauses, and `{name}` is none{near}',
      'zh-Hans': '支付只能汇集计发条款，“{name}”不是{near}',
      'zh-Hant': '支付只能彙集計發條款，「{name}」不是{near}',
    },
    help: {
      en: 'Name a `commission` or `bonus`.',
      'zh-Hans': '请写提成或奖金条款的名称。',
      'zh-Hant': '請寫提成或獎金條款的名稱。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

payout total for Rep per quarter {
  add pya
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

payout total for Rep per quarter {
  add pay
}
`),
  },
  BY611: {
    severity: 'error',
    title: { en: 'Added twice', 'zh-Hans': '重复计入', 'zh-Hant': '重複計入' },
    message: {
      en: '`{name}` is gathered twice',
      'zh-Hans': '“{name}”被计入两次',
      'zh-Hant': '「{name}」被計入兩次',
    },
    help: {
      en: 'Delete one of the two, or it would be paid twice.',
      'zh-Hans': '请删除其中一处，否则会重复发放。',
      'zh-Hant': '請刪除其中一處，否則會重複發放。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

payout total for Rep per quarter {
  add pay, pay
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

payout total for Rep per quarter {
  add pay
}
`),
  },
  BY615: {
    severity: 'error',
    title: {
      en: 'Pay of another grain',
      'zh-Hans': '计发口径与支付不一致',
      'zh-Hant': '計發口徑與支付不一致',
    },
    message: {
      en: '`{name}` is for {grain}, and the payout for {here}',
      'zh-Hans': '“{name}”按{grain}计发，而支付按{here}',
      'zh-Hant': '「{name}」按{grain}計發，而支付按{here}',
    },
    help: {
      en: 'Give both the same person and period, or let the clause pay each row `to` that person.',
      'zh-Hans': '请使两者的对象和期间一致，或让该条款逐笔 `归于` 该人员。',
      'zh-Hant': '請使兩者的對象和期間一致，或讓該條款逐筆 `歸於` 該人員。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

payout total for Rep per month {
  add pay
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

payout total for Rep per quarter {
  add pay
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
