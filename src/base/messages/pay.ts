import type { Entry } from '../entry.ts'

/** Pay and scorecards. */
export const payMessages = {
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
  },
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
  },
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
  },
  BY613: {
    severity: 'warning',
    title: { en: 'Not used', 'zh-Hans': '未被使用', 'zh-Hant': '未被使用' },
    message: {
      en: 'nothing uses `{name}`',
      'zh-Hans': '“{name}”没有被用到',
      'zh-Hant': '「{name}」沒有被用到',
    },
    help: {
      en: 'Use it, or delete it.',
      'zh-Hans': '请在条款中使用，或将其删除。',
      'zh-Hant': '請在條款中使用，或將其刪除。',
    },
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
  },
} as const satisfies { readonly [code: string]: Entry }
