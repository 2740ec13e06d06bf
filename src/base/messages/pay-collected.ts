import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'

const deals = (clauses: string): string =>
  withPolicy(`record Rep { id text key }

record Deal {
  id text key
  rep Rep
  signed date posting
  amount money
}

record Receipt {
  deal Deal
  received date posting
  amount money
}

record Return {
  id text key
  deal Deal
  returned date posting
}

${clauses}`)

const booking = (release: string): string => `bonus booking for each Deal to rep {
  rate 10% of amount
  round 0.01 half-up
  release ${release}
}
`
const collected = deals(
  booking('60% on signed, 40% pro rata as Receipt.amount reaches amount') +
    `
value returns for each Rep = count(Return)

bonus none_returned for each Rep where returns = 0 {
  start 100 CNY
  round 0.01 half-up
}
`,
)
const back = (name: string, round = '  round 0.01 half-up\n'): string => `
clawback ${name} for each Return to deal.rep {
  rate 25% of paid on deal by booking
${round}}
`
const pay = (taken: string): string => `
payout pay for Rep per month {
  add booking
  take ${taken}
}
`
const booked = booking('60% pro rata as Receipt.amount reaches amount, 40% on signed')

/** Amounts that are paid as money comes in, and taken back row by row. */
export const collectedMessages = {
  BY690: {
    severity: 'error',
    title: {
      en: 'Nothing that is collected for',
      'zh-Hans': '没有对应的回款对象',
      'zh-Hant': '沒有對應的回款對象',
    },
    message: {
      en: 'what is collected is collected for a row, and `{name}` is for {here}',
      'zh-Hans': '回款是针对某一笔记录的，而“{name}”针对的是{here}',
      'zh-Hant': '回款是針對某一筆紀錄的，而「{name}」針對的是{here}',
    },
    help: {
      en: 'Write it in a clause `for each Deal`; pay of a period is released `on` days.',
      'zh-Hans': '请写在“适用于 每笔 订单”的条款中；按期间的条款用“于”某日发放。',
      'zh-Hant': '請寫在「適用於 每筆 訂單」的條款中；按期間的條款用「於」某日發放。',
    },
    bad: deals(`value sold for Rep per quarter = sum(Deal.amount) - count(Return) * 1 CNY

commission pay for Rep per quarter {
  rate 1% of sold
  round 0.01 half-up
  release 50% on last_day(), 50% pro rata as Receipt.amount reaches sold
}
`),
    good: collected,
  },
  BY691: {
    severity: 'error',
    title: {
      en: 'A fraction is collected',
      'zh-Hans': '回款额为未取整的商',
      'zh-Hant': '回款額為未取整的商',
    },
    message: {
      en: 'what is collected and what it reaches are exact amounts; this is a quotient',
      'zh-Hans': '回款额与应达到的金额须为精确数，而此处是未取整的商',
      'zh-Hant': '回款額與應達到的金額須為精確數，而此處是未取整的商',
    },
    help: {
      en: 'Round it: `(Receipt.amount / 1.13) rounded half-up to 0.01`.',
      'zh-Hans': '请先取整，如“(收款.金额 / 1.13) 尾数 四舍五入 到 0.01”。',
      'zh-Hant': '請先取整，如「(收款.金額 / 1.13) 尾數 四捨五入 到 0.01」。',
    },
    bad: deals(
      booking('100% pro rata as (Receipt.amount / 1.13) reaches amount') +
        back('cancelled') +
        pay('cancelled'),
    ),
    good: collected,
  },
  BY692: {
    severity: 'error',
    title: {
      en: 'Taken back in parts of a cent',
      'zh-Hans': '追回金额未取整到分',
      'zh-Hant': '追回金額未取整到分',
    },
    message: {
      en: 'what `{name}` takes must be rounded, so that the next row knows what is left',
      'zh-Hans': '“{name}”追回的金额须先取整，之后的记录才知道还剩多少',
      'zh-Hant': '「{name}」追回的金額須先取整，之後的紀錄才知道還剩多少',
    },
    help: {
      en: 'Write `round 0.01 half-up` at its end.',
      'zh-Hans': '请在末尾写“取整 0.01 四舍五入”。',
      'zh-Hant': '請在末尾寫「取整 0.01 四捨五入」。',
    },
    bad: deals(booked + back('cancelled', '') + pay('cancelled')),
    good: deals(booked + back('cancelled') + pay('cancelled')),
  },
  BY693: {
    severity: 'error',
    title: {
      en: 'Two that take back the same',
      'zh-Hans': '两个条款追回同一笔',
      'zh-Hant': '兩個條款追回同一筆',
    },
    message: {
      en: '`{name}` and `{other}` both take back what `{of}` has paid, and neither knows of the other',
      'zh-Hans': '“{name}”与“{other}”都追回“{of}”已发的金额，彼此互不知晓',
      'zh-Hant': '「{name}」與「{other}」都追回「{of}」已發的金額，彼此互不知曉',
    },
    help: {
      en: 'Put them into one clause: its rows know what those before them have taken.',
      'zh-Hans': '请合并为一个条款：其各笔记录知道此前已追回多少。',
      'zh-Hant': '請合併為一個條款：其各筆紀錄知道此前已追回多少。',
    },
    bad: deals(booked + back('cancelled') + back('returned') + pay('cancelled, returned')),
    good: deals(booked + back('cancelled') + pay('cancelled')),
  },
  BY694: {
    severity: 'error',
    title: {
      en: 'No rows of a period to share by',
      'zh-Hans': '没有可按期分摊的记录',
      'zh-Hant': '沒有可按期分攤的紀錄',
    },
    message: {
      en: 'in `{name}` a part is shared by rows only of a period, and beside another part that is paid on a day',
      'zh-Hans': '“{name}”只有按期间计算，且另有一部分于某日发放时，才能按记录分摊',
      'zh-Hant': '「{name}」只有按期間計算，且另有一部分於某日發放時，才能按紀錄分攤',
    },
    help: {
      en: 'Write `release 85% on last_day(), 15% shared by Deal.amount on DAY` in a clause `for Rep per quarter`.',
      'zh-Hans': '请在“适用于 业务员 每季度”的条款中写“发放 85% 于 期末日(), 15% 分配按 订单.金额 于 某日”。',
      'zh-Hant':
        '請在「適用於 業務員 每季度」的條款中寫「發放 85% 於 期末日(), 15% 分配按 訂單.金額 於 某日」。',
    },
    bad: deals(`commission pay for Rep per quarter {
  rate 1% of sum(Deal.amount) - count(Return) * 1 CNY
  round 0.01 half-up
  release 100% shared by Receipt.amount on received
}
`),
    good: deals(`commission pay for Rep per quarter {
  rate 1% of sum(Deal.amount) - count(Return) * 1 CNY
  round 0.01 half-up
  release 85% on last_day(), 15% shared by Receipt.amount on received + 3 months
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
