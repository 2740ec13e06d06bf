import type { Entry } from '../entry.ts'
import { withOrders, withReps } from './example.ts'

const periods = (second: string): string => `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
  periods quarter {
    | name    | from       | until      |
    | 2026-Q1 | 2026-01-01 | 2026-03-29 |
    | 2026-Q2 | ${second} | open       |
  }
}
`
const rates = (third: string): string =>
  withOrders(`value sold for Rep per quarter = sum(Order.amount)

commission pay for Rep per quarter {
  tiers marginal of sold {
    | from          | rate |
    | 0 CNY         | 1%   |
    | 100_000 CNY   | ${third}   |
    | 1_000_000 CNY | 2%   |
  }
  round 0.01 half-up
}
`)
const card = (from: string): string =>
  withReps(`record Review {
  rep Rep
  period quarter
  hours count
}

scorecard kpi for Rep per quarter {
  indicator training weight 100% {
    score pass-fail only(Review.hours) >= 10
  }
  levels {
    | from | => level |
    | 0    | C        |
    | ${from}  | A        |
  }
}
`)
const discounts = (bar: string): string =>
  withOrders(`value share for each Order = smaller of discount, 50%

bonus pay for each Order to rep {
  gate share <= 50% and share >= ${bar}
  start 50 CNY
  round 0.01 half-up
}
`)
const reached = (test: string): string =>
  withOrders(`value sold for Rep per quarter = sum(Order.amount)

bonus pay for Rep per quarter {
  gate ${test}
  start 50 CNY
  round 0.01 half-up
}
`)

const weights = (first: string, second: string): string =>
  withReps(`record Review {
  rep Rep
  period quarter
  hours count
}

scorecard kpi for Rep per quarter {
  indicator training weight ${first} {
    score pass-fail only(Review.hours) >= 10
  }
  indicator study weight ${second} {
    score pass-fail only(Review.hours) >= 20
  }
}
`)

/** What a design leads to without anybody saying so: holes, stretches of nothing, bars that nobody reaches. */
export const designMessages = {
  BY522: {
    severity: 'error',
    title: { en: 'Days in no period', 'zh-Hans': '有日期不属于任何期间', 'zh-Hant': '有日期不屬於任何期間' },
    message: {
      en: 'no {period} holds the days from {from} until {until}',
      'zh-Hans': '{from} 至 {until} 不属于任何{period}',
      'zh-Hant': '{from} 至 {until} 不屬於任何{period}',
    },
    help: {
      en: 'Let each period begin on the day after the one before ends; what falls between would count for nobody.',
      'zh-Hans': '请使各期间首尾相接；落在空档中的业绩不会计给任何人。',
      'zh-Hant': '請使各期間首尾相接；落在空檔中的業績不會計給任何人。',
    },
    bad: periods('2026-04-01'),
    good: periods('2026-03-30'),
  },
  BY523: {
    severity: 'warning',
    title: { en: 'Selling more pays nothing more', 'zh-Hans': '多卖不多得', 'zh-Hant': '多賣不多得' },
    message: {
      en: 'from {from} to {until} what is paid stays at {pays}, and only goes on beyond',
      'zh-Hans': '从 {from} 到 {until} 计发额一直是 {pays}，再多才继续增加',
      'zh-Hant': '從 {from} 到 {until} 計發額一直是 {pays}，再多才繼續增加',
    },
    help: {
      en: 'Give that stretch a rate, or write a `cap` where nothing more is meant from there on.',
      'zh-Hans': '请为这一段写明比例；如到此为止，请改用“封顶”。',
      'zh-Hant': '請為這一段寫明比例；如到此為止，請改用「封頂」。',
    },
    bad: rates('0%'),
    good: rates('1%'),
  },
  BY524: {
    severity: 'warning',
    title: { en: 'A level that nobody reaches', 'zh-Hans': '无法达到的等级', 'zh-Hant': '無法達到的等級' },
    message: {
      en: 'this level begins at {from} points, and the indicators make {most} at most',
      'zh-Hans': '该等级自 {from} 分起，而各指标合计最多 {most} 分',
      'zh-Hant': '該等級自 {from} 分起，而各指標合計最多 {most} 分',
    },
    help: {
      en: 'Lower the bound of the level, or let an indicator score more.',
      'zh-Hans': '请降低该等级的界限，或提高指标的最高得分。',
      'zh-Hant': '請降低該等級的界限，或提高指標的最高得分。',
    },
    bad: card('120'),
    good: card('100'),
  },
  BY525: {
    severity: 'warning',
    title: { en: 'A test that never holds', 'zh-Hans': '永远不成立的条件', 'zh-Hant': '永遠不成立的條件' },
    message: {
      en: 'this never holds: what is tested is always {bound}',
      'zh-Hans': '该条件永远不成立：所判断的数值始终 {bound}',
      'zh-Hant': '該條件永遠不成立：所判斷的數值始終 {bound}',
    },
    help: {
      en: 'Correct the bound, or the largest and smallest value that the field says it can have (`from … up to …`).',
      'zh-Hans': '请更正界限，或字段所写的上下限（“自…至多…”）。',
      'zh-Hant': '請更正界限，或欄位所寫的上下限（「自…至多…」）。',
    },
    bad: discounts('60%'),
    good: discounts('40%'),
  },
  BY526: {
    severity: 'notice',
    title: {
      en: 'A quotient rounded before it is compared',
      'zh-Hans': '先取小数再比较的商',
      'zh-Hant': '先取小數再比較的商',
    },
    message: {
      en: 'a quotient within is kept to 12 places before it is compared: one that ends later may be taken for more or less',
      'zh-Hans': '其中的商先保留 12 位小数再比较，更后面的位数不起作用',
      'zh-Hant': '其中的商先保留 12 位小數再比較，更後面的位數不起作用',
    },
    help: {
      en: 'Where the last cent matters, compare amounts: `sold + credit >= quota`, or one quotient: `(sold + credit) / quota`.',
      'zh-Hans':
        '如差一分也要分明，请比较金额（“签约额 + 加计 >= 任务”），或只用一个商（“(签约额 + 加计) / 任务”）。',
      'zh-Hant':
        '如差一分也要分明，請比較金額（「簽約額 + 加計 >= 目標」），或只用一個商（「(簽約額 + 加計) / 目標」）。',
    },
    bad: reached('sold / quota + 5% >= 100%'),
    good: reached('sold / quota >= 95%'),
  },
  BY527: {
    severity: 'warning',
    title: {
      en: 'An indicator that counts for nothing',
      'zh-Hans': '不起作用的指标',
      'zh-Hant': '不起作用的指標',
    },
    message: {
      en: 'the weight of `{name}` is 0%: whatever it scores changes nothing',
      'zh-Hans': '“{name}”的权重为 0%，得分多少都不起作用',
      'zh-Hant': '「{name}」的權重為 0%，得分多少都不起作用',
    },
    help: {
      en: 'Give it a weight, or delete it; what is only to be watched is a `value`.',
      'zh-Hans': '请写明权重，或删去；仅供观察的请写成“数值”。',
      'zh-Hant': '請寫明權重，或刪去；僅供觀察的請寫成「數值」。',
    },
    bad: weights('100%', '0%'),
    good: weights('90%', '10%'),
  },
} as const satisfies { readonly [code: string]: Entry }
