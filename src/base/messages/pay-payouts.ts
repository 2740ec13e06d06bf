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
  BY695: {
    severity: 'warning',
    title: {
      en: 'Paid beside the payouts',
      'zh-Hans': '在支付条款之外另行发放',
      'zh-Hant': '在支付條款之外另行發放',
    },
    message: {
      en: '`{name}` is paid by itself as well: no payout lists it, and `{other}`, which is paid through one, works with it',
      'zh-Hans': '“{name}”也会单独发放：没有支付条款列出它，而经支付条款发放的“{other}”又用到它',
      'zh-Hant': '「{name}」也會單獨發放：沒有支付條款列出它，而經支付條款發放的「{other}」又用到它',
    },
    help: {
      en: 'List it in a payout where both are to be paid. What is only reckoned with is a `value`, or a step of `{other}`.',
      'zh-Hans': '两者都发的，请把它列入支付条款；只用于计算的，请写成“数值”，或并入“{other}”的步骤。',
      'zh-Hant': '兩者都發的，請把它列入支付條款；只用於計算的，請寫成「數值」，或併入「{other}」的步驟。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission base for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

bonus extra for Rep per quarter {
  start base * 10%
  round 0.01 half-up
}

payout total for Rep per quarter {
  add extra
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission base for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}

bonus extra for Rep per quarter {
  start base * 10%
  round 0.01 half-up
}

payout total for Rep per quarter {
  add base, extra
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
