import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

/** Scorecards. */
export const scorecardMessages = {
  BY606: {
    severity: 'error',
    title: {
      en: 'Weights do not total 100 %',
      'zh-Hans': '权重合计不是 100%',
      'zh-Hant': '權重合計不是 100%',
    },
    message: {
      en: 'the weights of `{name}` total {total}, not 100%',
      'zh-Hans': '“{name}”的权重合计为 {total}，不是 100%',
      'zh-Hant': '「{name}」的權重合計為 {total}，不是 100%',
    },
    help: {
      en: 'Change the weights of the indicators so that they total 100%.',
      'zh-Hans': '请调整各指标的权重，使合计为 100%。',
      'zh-Hant': '請調整各指標的權重，使合計為 100%。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 35% {
    actual count(Order)
    target 20
    score ratio
  }
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 40% {
    actual count(Order)
    target 20
    score ratio
  }
}
`),
  },
  BY607: {
    severity: 'error',
    title: { en: 'Weight is no percentage', 'zh-Hans': '权重不是百分比', 'zh-Hant': '權重不是百分比' },
    message: {
      en: 'the weight of `{name}` is not a percentage written out',
      'zh-Hans': '“{name}”的权重不是直接写出的百分比',
      'zh-Hant': '「{name}」的權重不是直接寫出的百分比',
    },
    help: {
      en: 'Write for example `weight 40%`.',
      'zh-Hans': '请写例如 `权重 40%`。',
      'zh-Hant': '請寫例如 `權重 40%`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 40 {
    actual count(Order)
    target 20
    score ratio
  }
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 40% {
    actual count(Order)
    target 20
    score ratio
  }
}
`),
  },
  BY608: {
    severity: 'error',
    title: { en: 'Where does the weight go?', 'zh-Hans': '权重去向不明', 'zh-Hant': '權重去向不明' },
    message: {
      en: '`{name}` may not apply, and nothing says where its weight goes',
      'zh-Hans': '“{name}”可能不适用，但没有写明权重归到哪里',
      'zh-Hant': '「{name}」可能不適用，但沒有寫明權重歸到哪裡',
    },
    help: {
      en: 'Write `weight not applicable to` and another indicator, or `weight not applicable in proportion`, or `weight not applicable lost`.',
      'zh-Hans': '请写 `权重 不适用 归于` 另一指标，或 `权重 不适用 按比例`，或 `权重 不适用 不结转`。',
      'zh-Hant': '請寫 `權重 不適用 歸於` 另一指標，或 `權重 不適用 按比例`，或 `權重 不適用 不結轉`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 40% {
    actual count(Order)
    target 20
    score ratio
    applies when quota > 0 CNY
  }
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 40% {
    actual count(Order)
    target 20
    score ratio
    applies when quota > 0 CNY
  }
  weight not applicable to sales
}
`),
  },
  BY609: {
    severity: 'error',
    title: {
      en: 'Incomplete indicator or scorecard',
      'zh-Hans': '考核表或指标不完整',
      'zh-Hant': '考核表或指標不完整',
    },
    message: {
      en: '`{name}` has no `{part}`',
      'zh-Hans': '“{name}”缺少 `{part}`',
      'zh-Hant': '「{name}」缺少 `{part}`',
    },
    help: {
      en: 'Each scorecard has indicators; each indicator has `actual` and `score`.',
      'zh-Hans': '每张考核表要有指标；每个指标要有 `实际` 和 `得分`。',
      'zh-Hant': '每張考核表要有指標；每個指標要有 `實際` 和 `得分`。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 40% {
    score ratio
  }
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / quota
    score ratio
  }
  indicator volume weight 40% {
    actual count(Order)
    target 20
    score ratio
  }
}
`),
  },
  BY614: {
    severity: 'error',
    title: {
      en: 'Levels do not begin at 0',
      'zh-Hans': '等级没有从 0 分开始',
      'zh-Hant': '等級沒有從 0 分開始',
    },
    message: {
      en: 'the levels do not begin at 0 points',
      'zh-Hans': '等级没有从 0 分开始',
      'zh-Hant': '等級沒有從 0 分開始',
    },
    help: {
      en: 'Begin with a row at 0 points, so that every total has a level.',
      'zh-Hans': '请从 0 分开始写，使每个总分都有等级。',
      'zh-Hant': '請從 0 分開始寫，使每個總分都有等級。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold / quota
    score ratio
  }
  levels {
    | from | => level |
    | 60   | pass     |
    | 90   | good     |
  }
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold / quota
    score ratio
  }
  levels {
    | from | => level |
    | 0    | fail     |
    | 60   | pass     |
    | 90   | good     |
  }
}
`),
  },
  BY616: {
    severity: 'error',
    title: { en: 'Target without a use', 'zh-Hans': '目标没有用处', 'zh-Hant': '目標沒有用處' },
    message: {
      en: 'the score of `{name}` does not use its target',
      'zh-Hans': '`{name}` 的得分没有用到目标',
      'zh-Hant': '`{name}` 的得分沒有用到目標',
    },
    help: {
      en: 'Put the target into the formula of the points, or score by `ratio`, `steps` or `linear`: they take actual over target.',
      'zh-Hans': '请把目标写进分数的算式，或改用“达成比”“分档”“线性”，它们按实际除以目标计分。',
      'zh-Hant': '請把目標寫進分數的算式，或改用「達成比」「分檔」「線性」，它們以實際除以目標計分。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold
    target quota
    score pass-fail sold >= quota
  }
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold
    target quota
    score ratio
  }
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
