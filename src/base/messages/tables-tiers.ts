import type { Entry } from '../entry.ts'
import { withOrders, withPolicy } from './example.ts'

/** Tiers. */
export const tierMessages = {
  BY502: {
    severity: 'error',
    title: { en: 'Rows do not ascend', 'zh-Hans': '各行未按从小到大排列', 'zh-Hant': '各列未按由小到大排列' },
    message: {
      en: '{after} comes after {before}, and the rows must ascend',
      'zh-Hans': '{before} 之后是 {after}，各行应从小到大',
      'zh-Hant': '{before} 之後是 {after}，各列應由小到大',
    },
    help: {
      en: 'Sort the rows from the lowest to the highest, each bound once.',
      'zh-Hans': '请从低到高排列，每个临界点只写一次。',
      'zh-Hant': '請由低到高排列，每個臨界點只寫一次。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 100% | 3%   |
    | 80%  | 2%   |
  }
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`),
  },
  BY503: {
    severity: 'error',
    title: {
      en: 'Nothing below the first row',
      'zh-Hans': '首行以下没有规定',
      'zh-Hant': '首列以下沒有規定',
    },
    message: {
      en: 'nothing says what happens to values {first}',
      'zh-Hans': '没有规定数值 {first} 时如何计发',
      'zh-Hant': '沒有規定數值 {first} 時如何計發',
    },
    help: {
      en: 'Begin the rows at 0 under `from` (with a rate of 0% if nothing is paid), or write a `gate` before that asks for the first row.',
      'zh-Hans': '请从 0 开始，列名用 `自`（不计发则比例写 0%），或在前面加一个以首行为准的 `门槛`。',
      'zh-Hant': '請從 0 開始，欄名用 `自`（不計發則比例寫 0%），或在前面加一個以首列為準的 `門檻`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 0%   |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`),
  },
  BY504: {
    severity: 'error',
    title: {
      en: 'Marginal tiers by something else',
      'zh-Hans': '超额累进的依据不符',
      'zh-Hant': '超額累進的依據不符',
    },
    message: {
      en: 'marginal rows cut what earns into slices, and cannot be chosen by something else',
      'zh-Hans': '超额累进是把计提额分段，不能以别的指标分档',
      'zh-Hant': '超額累進是把計提額分段，不能以別的指標分級',
    },
    help: {
      en: 'Let `by` be what earns, or what earns divided by something; otherwise write `whole`.',
      'zh-Hans': '`按` 之后请写计提额本身或计提额除以某数；否则请改用 `全额累进`。',
      'zh-Hant': '`按` 之後請寫計提額本身或計提額除以某數；否則請改用 `全額累進`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value discounts for Rep per quarter = avg(Order.discount)

commission pay for Rep per quarter {
  tiers marginal of sold by discounts {
    | from | rate |
    | 0%   | 3%   |
    | 10%  | 1%   |
  }
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value discounts for Rep per quarter = avg(Order.discount)

commission pay for Rep per quarter {
  tiers whole of sold by discounts {
    | from | rate |
    | 0%   | 3%   |
    | 10%  | 1%   |
  }
  round 0.01 half-up
}
`),
  },
  BY505: {
    severity: 'error',
    title: { en: 'Unexpected heading', 'zh-Hans': '表头不对', 'zh-Hant': '表頭不對' },
    message: {
      en: 'the column is headed `{heading}`',
      'zh-Hans': '列的表头是“{heading}”',
      'zh-Hant': '欄的表頭是「{heading}」',
    },
    help: {
      en: 'Expected here: {headings}.',
      'zh-Hans': '这里应为：{headings}。',
      'zh-Hant': '這裡應為：{headings}。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | share |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`),
  },
  BY510: {
    severity: 'error',
    title: { en: 'Rates of what?', 'zh-Hans': '比例没有计提基数', 'zh-Hant': '比例沒有計提基數' },
    message: {
      en: 'the tiers state rates, but not of what',
      'zh-Hans': '阶梯写了比例，但没有写对什么计提',
      'zh-Hant': '階梯寫了比例，但沒有寫對什麼計提',
    },
    help: {
      en: 'Write `of` and the amount, for example `tiers marginal of collected by attainment`.',
      'zh-Hans': '请用 `计提` 写明基数，例如 `阶梯 超额累进 计提 回款额 按 完成率`。',
      'zh-Hant': '請以 `計提` 寫明基數，例如 `階梯 超額累進 計提 收款額 按 達成率`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 100% | 3%   |
  }
  round 0.01 half-up
}
`),
  },
  BY511: {
    severity: 'error',
    title: { en: 'A column of two kinds', 'zh-Hans': '同一列类型不一', 'zh-Hant': '同一欄類型不一' },
    message: {
      en: 'the cells of this column are of different kinds',
      'zh-Hans': '同一列的单元格类型不一致',
      'zh-Hant': '同一欄的儲存格類型不一致',
    },
    help: {
      en: 'Make them all money, all percentages, or all of one other kind.',
      'zh-Hans': '请统一为金额、百分比或其他同一类型。',
      'zh-Hant': '請統一為金額、百分比或其他同一類型。',
    },
    bad: withPolicy(`table discount_rate {
  | discount | => rate |
  | up to 5% | 3%      |
  | over 5%  | 1       |
}
`),
    good: withPolicy(`table discount_rate {
  | discount | => rate |
  | up to 5% | 3%      |
  | over 5%  | 1%      |
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
