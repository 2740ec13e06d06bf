import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

/** The steps of a pay clause, and what is paid. */
export const stepMessages = {
  BY601: {
    severity: 'error',
    title: { en: 'Nothing to begin with', 'zh-Hans': '没有起始步骤', 'zh-Hant': '沒有起始步驟' },
    message: {
      en: '`{name}` begins with nothing',
      'zh-Hans': '“{name}”没有起始金额',
      'zh-Hant': '「{name}」沒有起始金額',
    },
    help: {
      en: 'The first step says where the money comes from: `start`, `rate` or `tiers`; in a payout `add` or `take`.',
      'zh-Hans': '第一步须写明金额来源：`起算`、`比例` 或 `阶梯`；支付中为 `计入` 或 `扣减`。',
      'zh-Hant': '第一步須寫明金額來源：`起算`、`比例` 或 `階梯`；支付中為 `計入` 或 `扣減`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  cap 5000 CNY lost
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  cap 5000 CNY lost
  round 0.01 half-up
}
`),
  },
  BY602: {
    severity: 'error',
    title: { en: 'Begins twice', 'zh-Hans': '重复的起始步骤', 'zh-Hant': '重複的起始步驟' },
    message: {
      en: '`{name}` begins a second time here',
      'zh-Hans': '“{name}”在这里又重新起算',
      'zh-Hant': '「{name}」在這裡又重新起算',
    },
    help: {
      en: 'Write `plus` before the second one to add it.',
      'zh-Hans': '如需相加，请在前面写 `加上`。',
      'zh-Hant': '如需相加，請在前面寫 `加上`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  start 500 CNY
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  plus 500 CNY
  round 0.01 half-up
}
`),
  },
  BY603: {
    severity: 'error',
    title: { en: 'Gate after other steps', 'zh-Hans': '门槛不在最前', 'zh-Hant': '門檻不在最前' },
    message: {
      en: 'a gate stands after another step',
      'zh-Hans': '门槛写在了其他步骤之后',
      'zh-Hant': '門檻寫在了其他步驟之後',
    },
    help: {
      en: 'Move all gates to the top of the clause; to pay a step only sometimes, end it with `when`.',
      'zh-Hans': '请把门槛移到条款最前面；如果只是某一步有条件，请在该步末尾写 `当`。',
      'zh-Hant': '請把門檻移到條款最前面；若只是某一步有條件，請在該步末尾寫 `當`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  gate sold > quota
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  gate sold > quota
  rate 2% of sold
  round 0.01 half-up
}
`),
  },
  BY604: {
    severity: 'error',
    title: { en: 'Step after rounding', 'zh-Hans': '取整之后还有步骤', 'zh-Hant': '取整之後還有步驟' },
    message: {
      en: 'a step follows the rounding',
      'zh-Hans': '取整之后还有其他步骤',
      'zh-Hant': '取整之後還有其他步驟',
    },
    help: {
      en: 'Move `round` to the end.',
      'zh-Hans': '请把 `取整` 移到最后。',
      'zh-Hant': '請把 `取整` 移到最後。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
  times 1.5
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  times 1.5
  round 0.01 half-up
}
`),
  },
  BY622: {
    severity: 'warning',
    title: {
      en: 'Paid row by row to nobody',
      'zh-Hans': '逐笔计发而没有写给谁',
      'zh-Hant': '逐筆計發而沒有寫給誰',
    },
    message: {
      en: '`{name}` pays for each `{record}` and does not say to whom: its lines stand under the rows’ own names',
      'zh-Hans': '“{name}”按每笔“{record}”计发，却没有写给谁：其结果只列在各笔记录自己的名下',
      'zh-Hant': '「{name}」按每筆「{record}」計發，卻沒有寫給誰：其結果只列在各筆紀錄自己的名下',
    },
    help: {
      en: 'Write `for each {record} to {field}`.',
      'zh-Hans': '请写“适用于 每笔 {record} 归于 {field}”。',
      'zh-Hant': '請寫「適用於 每筆 {record} 歸於 {field}」。',
    },
    bad: withOrders(`commission base for Rep per quarter {
  rate 1% of sum(Order.amount)
  round 0.01 half-up
}

bonus spiff for each Order {
  rate 2% of amount
  round 0.01 half-up
}
`),
    good: withOrders(`commission base for Rep per quarter {
  rate 1% of sum(Order.amount)
  round 0.01 half-up
}

bonus spiff for each Order to rep {
  rate 2% of amount
  round 0.01 half-up
}
`),
  },
  BY605: {
    severity: 'warning',
    title: { en: 'Paid and never rounded', 'zh-Hans': '计发前没有取整', 'zh-Hant': '計發前沒有取整' },
    message: {
      en: '`{name}` is paid and never rounded',
      'zh-Hans': '“{name}”计发前没有取整',
      'zh-Hant': '「{name}」計發前沒有取整',
    },
    help: {
      en: 'End it with `round 0.01 half-up`, or round in the payout.',
      'zh-Hans': '请在最后写 `取整 0.01 四舍五入`，或在支付中取整。',
      'zh-Hant': '請在最後寫 `取整 0.01 四捨五入`，或在支付中取整。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}
`),
  },
  BY612: {
    severity: 'warning',
    title: { en: 'Rounded twice', 'zh-Hans': '重复取整', 'zh-Hant': '重複取整' },
    message: {
      en: 'this amount was already rounded',
      'zh-Hans': '该金额此前已经取整',
      'zh-Hant': '該金額先前已經取整',
    },
    help: {
      en: 'Round once, where the amount is final.',
      'zh-Hans': '请只在最终金额处取整一次。',
      'zh-Hant': '請只在最終金額處取整一次。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
  round 1 down
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 1 down
}
`),
  },
  BY613: {
    severity: 'warning',
    title: { en: 'Not used', 'zh-Hans': '未被使用', 'zh-Hant': '未被使用' },
    message: {
      en: 'nothing that is paid, scored or decided uses `{name}`',
      'zh-Hans': '没有任何条款用到“{name}”',
      'zh-Hant': '沒有任何條款用到「{name}」',
    },
    help: {
      en: 'Use it, or delete it.',
      'zh-Hans': '请在条款中使用，或将其删除。',
      'zh-Hant': '請在條款中使用，或將其刪除。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value orders for Rep per quarter = count(Order)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
