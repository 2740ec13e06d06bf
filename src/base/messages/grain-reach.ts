import type { Entry } from '../entry.ts'
import { withOrders, withReps } from './example.ts'

/** What a result is for, and what can be read from there. */
export const reachMessages = {
  BY401: {
    severity: 'error',
    title: { en: 'Read at another grain', 'zh-Hans': '计算口径不一致', 'zh-Hant': '計算口徑不一致' },
    message: {
      en: '`{name}` is for {grain}, and cannot be read for {here}',
      'zh-Hans': '“{name}”按{grain}计算，不能直接用于{here}',
      'zh-Hant': '「{name}」按{grain}計算，不能直接用於{here}',
    },
    help: {
      en: 'Gather it first, for example with `sum(Order.amount)`, or give both the same person and period.',
      'zh-Hans': '请先汇总，例如 `合计(订单.金额)`；或使两者的对象和期间一致。',
      'zh-Hant': '請先彙總，例如 `合計(訂單.金額)`；或使兩者的對象和期間一致。',
    },
    bad: withOrders(`value net for each Order = amount * (1 - discount)

value sold for Rep per quarter = net
`),
    good: withOrders(`value net for each Order = amount * (1 - discount)

value sold for Rep per quarter = sum(Order.net)
`),
  },
  BY402: {
    severity: 'error',
    title: { en: 'No way between records', 'zh-Hans': '档案之间没有关联', 'zh-Hant': '檔案之間沒有關聯' },
    message: {
      en: 'no chain of references leads from {from} to {to}',
      'zh-Hans': '从“{from}”找不到通向“{to}”的引用',
      'zh-Hant': '從「{from}」找不到通往「{to}」的參照',
    },
    help: {
      en: 'Add a field that refers to it, for example `rep Rep`.',
      'zh-Hans': '请增加指向该档案的字段，例如 `业务员 业务员`。',
      'zh-Hant': '請增加指向該檔案的欄位，例如 `業務員 業務員`。',
    },
    bad: withOrders(`record Visit {
  id text key
  day date posting
}

value visits for Rep per quarter = count(Visit)
`),
    good: withOrders(`record Visit {
  id text key
  rep Rep
  day date posting
}

value visits for Rep per quarter = count(Visit)
`),
  },
  BY403: {
    severity: 'error',
    title: {
      en: 'Several ways between records',
      'zh-Hans': '档案之间有多条路径',
      'zh-Hant': '檔案之間有多條路徑',
    },
    message: {
      en: 'several references lead from {from} to {to}: {paths}',
      'zh-Hans': '从“{from}”到“{to}”有多条路径：{paths}',
      'zh-Hant': '從「{from}」到「{to}」有多條路徑：{paths}',
    },
    help: {
      en: 'Say which one counts with `via`, for example `sum(…, via {first})`.',
      'zh-Hans': '请用“经由”写明采用哪一条，例如 `合计(…, 经由 {first})`。',
      'zh-Hant': '請以「經由」寫明採用哪一條，例如 `合計(…, 經由 {first})`。',
    },
    bad: withReps(`record Deal {
  id text key
  rep Rep
  helper Rep
  closed date posting
  amount money
}

value sold for Rep per quarter = sum(Deal.amount)
`),
    good: withReps(`record Deal {
  id text key
  rep Rep
  helper Rep
  closed date posting
  amount money
}

value sold for Rep per quarter = sum(Deal.amount, via deal.rep)
`),
  },
  BY404: {
    severity: 'error',
    title: { en: 'A record is no value', 'zh-Hans': '档案不能当作数值', 'zh-Hant': '檔案不能當作數值' },
    message: {
      en: '`{name}` is a record, not a value',
      'zh-Hans': '“{name}”是档案，不是数值',
      'zh-Hant': '「{name}」是檔案，不是數值',
    },
    help: {
      en: 'Gather its rows, each aggregate over one record: `sum(Receipt.amount)`, `count(Receipt)`; or look up the row in force: `Assignment(rep)`.',
      'zh-Hans':
        '请汇总其记录，每个汇总只针对一个档案：`合计(回款.金额)`、`计数(回款)`；或查当日有效的行：`任职(业务员)`。',
      'zh-Hant':
        '請彙總其紀錄，每個彙總只針對一個檔案：`合計(收款.金額)`、`計數(收款)`；或查當日有效的列：`任職(業務員)`。',
    },
    bad: withOrders(`value orders for Rep per quarter = Order
`),
    good: withOrders(`value orders for Rep per quarter = count(Order)
`),
  },
  BY417: {
    severity: 'error',
    title: { en: 'Rows of which record?', 'zh-Hans': '未指明汇总哪个档案', 'zh-Hant': '未指明彙總哪個檔案' },
    message: {
      en: 'this must go over the rows of one record',
      'zh-Hans': '这里须写明汇总哪一个档案',
      'zh-Hant': '這裡須寫明彙總哪一個檔案',
    },
    help: {
      en: 'Name the record before its field, and no other record: `sum(Receipt.amount)`, `count(Receipt)`.',
      'zh-Hans': '请在字段前写档案名，且只写一个档案：`合计(回款.金额)`、`计数(回款)`。',
      'zh-Hant': '請在欄位前寫檔案名稱，且只寫一個檔案：`合計(收款.金額)`、`計數(收款)`。',
    },
    bad: withOrders(`value orders for Rep per quarter = sum(1)
`),
    good: withOrders(`value orders for Rep per quarter = count(Order)
`),
  },
  BY418: {
    severity: 'error',
    title: {
      en: 'Smallest of rows, smaller of values',
      'zh-Hans': '最小、最大用于各行',
      'zh-Hant': '最小、最大用於各列',
    },
    message: {
      en: '`min` and `max` go over the rows of a record, and several values stand here',
      'zh-Hans': '“最小”“最大”用于档案的各行，这里写的是几个数',
      'zh-Hant': '「最小」「最大」用於檔案的各列，這裡寫的是幾個數',
    },
    help: {
      en: 'Write `smaller of a, b` or `larger of a, b`.',
      'zh-Hans': '请写 `较小者 甲, 乙` 或 `较大者 甲, 乙`。',
      'zh-Hant': '請寫 `較小者 甲, 乙` 或 `較大者 甲, 乙`。',
    },
    bad: withOrders(`value counted for each Order = min(amount, 10000 CNY)
`),
    good: withOrders(`value counted for each Order = smaller of amount, 10000 CNY
`),
  },
  BY406: {
    severity: 'error',
    title: { en: 'Circular reference', 'zh-Hans': '循环引用', 'zh-Hant': '循環參照' },
    message: {
      en: 'this refers to itself: {path}',
      'zh-Hans': '循环引用：{path}',
      'zh-Hant': '循環參照：{path}',
    },
    help: {
      en: 'Break the circle: one of them must be computed without the others.',
      'zh-Hans': '请断开循环：其中至少一项不得依赖其他各项。',
      'zh-Hant': '請斷開循環：其中至少一項不得依賴其他各項。',
    },
    bad: withOrders(`value gross for Rep = net * 2

value net for Rep = gross / 2
`),
    good: withOrders(`value gross for Rep = quota * 2

value net for Rep = gross / 2
`),
  },
  BY416: {
    severity: 'error',
    title: {
      en: 'Pay per row without person or date',
      'zh-Hans': '逐笔计发未指明对象或日期',
      'zh-Hant': '逐筆計發未指明對象或日期',
    },
    message: {
      en: '`{name}` pays row by row, and nothing says whom or when',
      'zh-Hans': '“{name}”逐笔计发，但没有写明归于谁、何时入账',
      'zh-Hant': '「{name}」逐筆計發，但沒有寫明歸於誰、何時入帳',
    },
    help: {
      en: 'Say both, for example `for each Order to order.rep posting order.signed`.',
      'zh-Hans': '请写明两者，例如 `适用于 每笔 订单 归于 订单.业务员 入账日 订单.签约日`。',
      'zh-Hant': '請寫明兩者，例如 `適用於 每筆 訂單 歸於 訂單.業務員 入帳日 訂單.簽約日`。',
    },
    bad: withReps(`record Deal {
  id text key
  rep Rep
  helper Rep
  closed date posting
  amount money
}

commission spiff for each Deal {
  rate 2% of amount
  round 0.01 half-up
}

payout monthly for Rep per month {
  add spiff
}
`),
    good: withReps(`record Deal {
  id text key
  rep Rep
  helper Rep
  closed date posting
  amount money
}

commission spiff for each Deal to deal.rep posting deal.closed {
  rate 2% of amount
  round 0.01 half-up
}

payout monthly for Rep per month {
  add spiff
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
