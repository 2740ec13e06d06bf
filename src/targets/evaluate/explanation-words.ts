import type { Words } from '../../base/language.ts'

// The words of a printed explanation. Names of clauses, fields and rows are the policy's own and stay as written.

/** The step kinds, by `TraceStep.is`. */
export const stepWords: { readonly [is: string]: Words } = {
  gate: { en: 'gate', 'zh-Hans': '门槛', 'zh-Hant': '門檻' },
  start: { en: 'start', 'zh-Hans': '起算', 'zh-Hant': '起算' },
  rate: { en: 'rate', 'zh-Hans': '比例', 'zh-Hant': '比例' },
  tiers: { en: 'tiers', 'zh-Hans': '阶梯', 'zh-Hant': '階梯' },
  plus: { en: 'plus', 'zh-Hans': '加上', 'zh-Hant': '加上' },
  minus: { en: 'minus', 'zh-Hans': '减去', 'zh-Hant': '減去' },
  times: { en: 'times', 'zh-Hans': '乘以', 'zh-Hant': '乘以' },
  prorate: { en: 'prorate', 'zh-Hans': '按比例折算', 'zh-Hant': '按比例折算' },
  cap: { en: 'cap', 'zh-Hans': '封顶', 'zh-Hant': '封頂' },
  floor: { en: 'floor', 'zh-Hans': '保底', 'zh-Hant': '保底' },
  'limit-by-law': { en: 'limit by law', 'zh-Hans': '依法限额', 'zh-Hant': '依法限額' },
  'paid-before': { en: 'less paid before', 'zh-Hans': '减此前已发', 'zh-Hant': '減此前已發' },
  release: { en: 'release', 'zh-Hans': '发放', 'zh-Hant': '發放' },
  credit: { en: 'credited part', 'zh-Hans': '归属部分', 'zh-Hant': '歸屬部分' },
  round: { en: 'round', 'zh-Hans': '取整', 'zh-Hant': '取整' },
  indicator: { en: 'indicator', 'zh-Hans': '指标', 'zh-Hant': '指標' },
  'moved-weight': { en: 'weight moved', 'zh-Hans': '权重转移', 'zh-Hant': '權重轉移' },
  'knock-out': { en: 'knock-out', 'zh-Hans': '一票否决', 'zh-Hant': '一票否決' },
  levels: { en: 'level', 'zh-Hans': '等级', 'zh-Hant': '等級' },
  gives: { en: 'decides', 'zh-Hans': '认定', 'zh-Hant': '認定' },
  total: { en: 'total', 'zh-Hans': '合计', 'zh-Hant': '合計' },
  result: { en: 'result', 'zh-Hans': '结果', 'zh-Hant': '結果' },
  add: { en: 'add', 'zh-Hans': '计入', 'zh-Hant': '計入' },
  take: { en: 'take', 'zh-Hans': '扣减', 'zh-Hant': '扣減' },
  asks: { en: 'asks for', 'zh-Hans': '要求', 'zh-Hant': '要求' },
  asker: { en: 'who asks', 'zh-Hans': '申请人', 'zh-Hant': '申請人' },
  decides: { en: 'decides', 'zh-Hans': '决定职级', 'zh-Hant': '決定職級' },
  signs: { en: 'signs too', 'zh-Hans': '会签', 'zh-Hant': '會簽' },
  approver: { en: 'approver', 'zh-Hans': '审批人', 'zh-Hant': '審批人' },
  granter: { en: 'approver', 'zh-Hans': '审批人', 'zh-Hant': '審批人' },
  named: { en: 'named', 'zh-Hans': '指定人', 'zh-Hant': '指定人' },
  substitute: { en: 'acting', 'zh-Hans': '代理人', 'zh-Hant': '代理人' },
  approved: { en: 'approved', 'zh-Hans': '批准情况', 'zh-Hant': '核准情況' },
  split: { en: 'split up', 'zh-Hans': '拆单', 'zh-Hant': '拆單' },
  verdict: { en: 'verdict', 'zh-Hans': '结论', 'zh-Hant': '結論' },
  best: { en: 'best of', 'zh-Hans': '取最高', 'zh-Hant': '取最高' },
}

/** What happens to a clock. */
export const clockWords: { readonly [is: string]: Words } = {
  pause: { en: 'paused', 'zh-Hans': '暂停', 'zh-Hant': '暫停' },
  resume: { en: 'resumed', 'zh-Hans': '恢复', 'zh-Hant': '恢復' },
  reset: { en: 'began again', 'zh-Hans': '重新起算', 'zh-Hant': '重新起算' },
  extend: { en: 'extended', 'zh-Hans': '延长', 'zh-Hant': '延長' },
  hold: { en: 'suspended', 'zh-Hans': '中止', 'zh-Hant': '中止' },
  free: { en: 'no longer suspended', 'zh-Hans': '中止结束', 'zh-Hant': '中止結束' },
}

/** What a step says of itself whatever the numbers are. */
export const stepNotes: { readonly [is: string]: Words } = {
  split: {
    en: 'whether it alone would ask for less than all together',
    'zh-Hans': '单独一笔所需审批是否低于合并计算',
    'zh-Hant': '單獨一筆所需審批是否低於合併計算',
  },
  decides: {
    en: "the highest asked for; beyond one's own limit, somebody else",
    'zh-Hans': '取所要求的最高职级；超出本人权限的，不得自批',
    'zh-Hant': '取所要求的最高職級；超出本人權限的，不得自批',
  },
  approver: {
    en: 'the nearest superior who has that rank',
    'zh-Hans': '职级足够的最近一级上级',
    'zh-Hant': '職級足夠的最近一級上級',
  },
  granter: {
    en: 'the nearest superior who has that rank; where nobody else is asked, whom the row names',
    'zh-Hans': '职级足够的最近一级上级；只需指定人审批的，即该指定人',
    'zh-Hant': '職級足夠的最近一級上級；只需指定人審批的，即該指定人',
  },
  named: {
    en: 'whom the row itself names; never who asks, but his superior',
    'zh-Hans': '由本单据指定；即申请人本人的，改由其上级审批',
    'zh-Hant': '由本單據指定；即申請人本人的，改由其上級審批',
  },
  approved: {
    en: "each signer's best approval on record; of several the worst",
    'zh-Hans': '每位须审批者取其最有利的一次批准；多人审批的，取其中最差者',
    'zh-Hant': '每位須審批者取其最有利的一次核准；多人審批的，取其中最差者',
  },
  substitute: {
    en: 'who acts for them on that day, with that rank or a higher one',
    'zh-Hans': '当日代理该上级、且职级不低于其的人',
    'zh-Hant': '當日代理該上級、且職級不低於其的人',
  },
}

/** The clause kinds, by `Explanation.clause.label`. */
export const clauseWords: { readonly [label: string]: Words } = {
  commission: { en: 'Commission', 'zh-Hans': '提成', 'zh-Hant': '獎金提成' },
  bonus: { en: 'Bonus', 'zh-Hans': '奖金', 'zh-Hant': '獎金' },
  clawback: { en: 'Clawback', 'zh-Hans': '追回', 'zh-Hant': '追回' },
  scorecard: { en: 'Scorecard', 'zh-Hans': '评分卡', 'zh-Hant': '評分卡' },
  payout: { en: 'Payout', 'zh-Hans': '应发', 'zh-Hant': '應發' },
  authority: { en: 'Authority', 'zh-Hans': '审批权限', 'zh-Hant': '審批權限' },
  penalty: { en: 'Penalty', 'zh-Hans': '违规处理', 'zh-Hant': '違規處理' },
  sla: { en: 'Time limit', 'zh-Hans': '时限', 'zh-Hant': '時限' },
  decision: { en: 'Decision', 'zh-Hans': '评定', 'zh-Hant': '評定' },
}

export const modeWords: { readonly [mode in 'marginal' | 'whole' | 'linear']: Words } = {
  marginal: { en: 'each slice at its own rate', 'zh-Hans': '超额累进', 'zh-Hant': '超額累進' },
  whole: { en: 'everything at the band reached', 'zh-Hans': '全额累进', 'zh-Hant': '全額累進' },
  linear: { en: 'in straight lines', 'zh-Hans': '线性插值', 'zh-Hant': '線性插值' },
}

/** The same for schedules that pay by themselves: there is nothing that a rate would be of. */
export const ownModeWords: typeof modeWords = {
  marginal: { en: 'the steps reached, added up', 'zh-Hans': '逐档累加', 'zh-Hant': '逐級累加' },
  whole: { en: 'the band reached', 'zh-Hans': '按所达档位', 'zh-Hant': '按所達級距' },
  linear: modeWords.linear,
}

/** Operations that are written as words, by `Formula.op`. Those between two operands stand in `print-formula.ts`. */
export const functionWords: { readonly [op: string]: Words } = {
  sum: { en: 'sum', 'zh-Hans': '合计', 'zh-Hant': '合計' },
  count: { en: 'count', 'zh-Hans': '计数', 'zh-Hant': '計數' },
  avg: { en: 'avg', 'zh-Hans': '平均', 'zh-Hant': '平均' },
  min: { en: 'min', 'zh-Hans': '最小', 'zh-Hant': '最小' },
  max: { en: 'max', 'zh-Hans': '最大', 'zh-Hant': '最大' },
  any: { en: 'any', 'zh-Hans': '任一', 'zh-Hant': '任一' },
  all: { en: 'all', 'zh-Hans': '全部', 'zh-Hant': '全部' },
  only: { en: 'only', 'zh-Hans': '唯一值', 'zh-Hant': '唯一值' },
  first: { en: 'first', 'zh-Hans': '首个', 'zh-Hant': '首個' },
  last: { en: 'last', 'zh-Hans': '末个', 'zh-Hant': '末個' },
  abs: { en: 'abs', 'zh-Hans': '绝对值', 'zh-Hant': '絕對值' },
  sign: { en: 'sign', 'zh-Hans': '正负号', 'zh-Hant': '正負號' },
  months: { en: 'months', 'zh-Hans': '月数', 'zh-Hant': '月數' },
  'add-months': { en: 'months later', 'zh-Hans': '加月', 'zh-Hant': '加月' },
  'working-days': { en: 'working days', 'zh-Hans': '工作日数', 'zh-Hant': '工作日數' },
  'clock-due': { en: 'due', 'zh-Hans': '截止', 'zh-Hant': '截止' },
  'clock-warning': { en: 'warning', 'zh-Hans': '预警', 'zh-Hant': '預警' },
  'clock-stopped': { en: 'first stop after', 'zh-Hans': '起算后首次停止', 'zh-Hant': '起算後首次停止' },
  'clock-breached': { en: 'breached', 'zh-Hans': '超时', 'zh-Hant': '逾時' },
  'clock-state': { en: 'state', 'zh-Hans': '状态', 'zh-Hant': '狀態' },
  'clock-steps': { en: 'steps reached', 'zh-Hans': '升级次数', 'zh-Hant': '升級次數' },
  'clock-elapsed': { en: 'elapsed', 'zh-Hans': '用时', 'zh-Hant': '用時' },
  'clock-late': { en: 'late', 'zh-Hans': '超出', 'zh-Hant': '超出' },
  'working-hours': { en: 'working hours', 'zh-Hans': '工作小时数', 'zh-Hant': '工作小時數' },
  'working-minutes': { en: 'working minutes', 'zh-Hans': '工作分钟数', 'zh-Hant': '工作分鐘數' },
  'working-seconds': { en: 'working seconds', 'zh-Hans': '工作秒数', 'zh-Hant': '工作秒數' },
  'local-day': { en: 'date', 'zh-Hans': '日期', 'zh-Hant': '日期' },
  'local-clock': { en: 'time of day', 'zh-Hans': '钟点', 'zh-Hant': '鐘點' },
  instant: { en: 'time', 'zh-Hans': '时刻', 'zh-Hant': '時刻' },
  hours: { en: 'hours', 'zh-Hans': '小时数', 'zh-Hant': '小時數' },
  minutes: { en: 'minutes', 'zh-Hans': '分钟数', 'zh-Hant': '分鐘數' },
  seconds: { en: 'seconds', 'zh-Hans': '秒数', 'zh-Hant': '秒數' },
  'day-of-month': { en: 'day of month', 'zh-Hans': '几号', 'zh-Hant': '幾號' },
  'period-of-year': { en: 'year of', 'zh-Hans': '所在年度', 'zh-Hant': '所在年度' },
  'period-of-half-year': { en: 'half-year of', 'zh-Hans': '所在半年', 'zh-Hant': '所在半年' },
  'period-of-quarter': { en: 'quarter of', 'zh-Hans': '所在季度', 'zh-Hant': '所在季度' },
  'period-of-month': { en: 'month of', 'zh-Hans': '所在月份', 'zh-Hant': '所在月份' },
  smaller: { en: 'smaller of', 'zh-Hans': '较小者', 'zh-Hant': '較小者' },
  larger: { en: 'larger of', 'zh-Hans': '较大者', 'zh-Hant': '較大者' },
  rank: { en: 'rank of', 'zh-Hans': '名次', 'zh-Hant': '名次' },
  round: { en: 'rounded', 'zh-Hans': '舍入', 'zh-Hant': '捨入' },
  band: { en: 'band of', 'zh-Hans': '所在档位', 'zh-Hant': '所在級距' },
  tiers: { en: 'tiers', 'zh-Hans': '阶梯', 'zh-Hant': '階梯' },
}

export const words = {
  and: { en: ' and ', 'zh-Hans': ' 且 ', 'zh-Hant': ' 且 ' },
  or: { en: ' or ', 'zh-Hans': ' 或 ', 'zh-Hant': ' 或 ' },
  not: { en: 'not ', 'zh-Hans': '非 ', 'zh-Hant': '非 ' },
  if: { en: 'if ', 'zh-Hans': '如果 ', 'zh-Hant': '如果 ' },
  then: { en: ' then ', 'zh-Hans': ' 则 ', 'zh-Hant': ' 則 ' },
  else: { en: ' else ', 'zh-Hans': ' 否则 ', 'zh-Hant': ' 否則 ' },
  ifMissing: { en: ' if missing ', 'zh-Hans': ' 缺失时取 ', 'zh-Hant': ' 缺漏時取 ' },
  missing: { en: ' missing', 'zh-Hans': ' 缺失', 'zh-Hant': ' 缺漏' },
  present: { en: ' present', 'zh-Hans': ' 有值', 'zh-Hant': ' 有值' },
  applicable: { en: ' applicable', 'zh-Hans': ' 适用', 'zh-Hant': ' 適用' },
  notApplicable: { en: ' not applicable', 'zh-Hans': ' 不适用', 'zh-Hant': ' 不適用' },
  where: { en: ' where ', 'zh-Hans': ' 仅限 ', 'zh-Hant': ' 僅限 ' },
  within: { en: ' within ', 'zh-Hans': '，同一 ', 'zh-Hant': '，同一 ' },
  running: { en: ' so far', 'zh-Hans': ' 截至本笔', 'zh-Hant': ' 截至本筆' },
  days: { en: ' in last {n} days', 'zh-Hans': ' 于最近 {n}天', 'zh-Hant': ' 於最近 {n}天' },
  months: { en: ' in last {n} months', 'zh-Hans': ' 于最近 {n}个月', 'zh-Hant': ' 於最近 {n}個月' },
  asOf: { en: ' as of ', 'zh-Hans': ' 截至 ', 'zh-Hant': ' 截至 ' },
  broughtForward: {
    en: 'from the results of the period before',
    'zh-Hans': '取自上期结果',
    'zh-Hant': '取自上期結果',
  },
  previous: { en: 'previous ', 'zh-Hans': '上期', 'zh-Hant': '上期' },
  earlierRow: { en: ', at the row before', 'zh-Hans': '（至上一笔）', 'zh-Hant': '（至上一筆）' },
  clockRan: {
    en: ', what stands, extends or resets it considered',
    'zh-Hans': '（计入暂停、延长与重计）',
    'zh-Hant': '（計入暫停、延長與重計）',
  },
  now: { en: 'now', 'zh-Hans': '现在', 'zh-Hant': '現在' },
  'first-day': { en: 'first day', 'zh-Hans': '期初日', 'zh-Hant': '期初日' },
  'last-day': { en: 'last day', 'zh-Hans': '期末日', 'zh-Hant': '期末日' },
  allWeights: { en: 'all weights', 'zh-Hans': '权重合计', 'zh-Hant': '權重合計' },
  roundedDown: { en: 'rounded down to', 'zh-Hans': '舍去到', 'zh-Hant': '捨去到' },
  remainderTo: { en: 'remainder to the ', 'zh-Hans': '余额归', 'zh-Hant': '餘額歸' },
  leftOver: { en: 'left over', 'zh-Hans': '余额', 'zh-Hant': '餘額' },
  comma: { en: ', ', 'zh-Hans': '，', 'zh-Hant': '，' },
  colon: { en: ': ', 'zh-Hans': '：', 'zh-Hant': '：' },
  toldAbove: { en: 'Explained above', 'zh-Hans': '见上文', 'zh-Hant': '見上文' },
  yes: { en: 'yes', 'zh-Hans': '是', 'zh-Hant': '是' },
  no: { en: 'no', 'zh-Hans': '否', 'zh-Hant': '否' },
  met: { en: 'met', 'zh-Hans': '达到', 'zh-Hant': '達到' },
  notMet: { en: 'not met, so 0', 'zh-Hans': '未达到，计为 0', 'zh-Hant': '未達到，計為 0' },
  when: { en: 'when ', 'zh-Hans': '条件：', 'zh-Hant': '條件：' },
  passedOver: {
    en: 'its condition does not hold, so nothing changes',
    'zh-Hans': '条件不成立，结果不变',
    'zh-Hant': '條件不成立，結果不變',
  },
  isMissing: { en: 'missing', 'zh-Hans': '缺失', 'zh-Hant': '缺漏' },
  daysWithin: { en: 'days within the period', 'zh-Hans': '期间内天数', 'zh-Hant': '期間內天數' },
  daysOfPeriod: { en: 'days of the period', 'zh-Hans': '期间天数', 'zh-Hant': '期間天數' },
  held: { en: 'held', 'zh-Hans': '暂缓', 'zh-Hant': '暫緩' },
  notFor: { en: 'does not apply', 'zh-Hans': '不适用', 'zh-Hant': '不適用' },
  at: { en: 'where', 'zh-Hans': '位置', 'zh-Hant': '位置' },
  toDo: { en: 'what to do', 'zh-Hans': '处理办法', 'zh-Hant': '處理方式' },
  howCome: { en: 'How it came about', 'zh-Hans': '计算过程', 'zh-Hant': '計算過程' },
  values: { en: 'Where the numbers come from', 'zh-Hans': '各数值的来源', 'zh-Hant': '各數值的來源' },
  ownPage: { en: '(step by step below)', 'zh-Hans': '（计算过程见下文）', 'zh-Hant': '（計算過程見下文）' },
  from: { en: 'from', 'zh-Hans': '自', 'zh-Hant': '自' },
  over: { en: 'over', 'zh-Hans': '超过', 'zh-Hant': '超過' },
  below: { en: 'below', 'zh-Hans': '其下', 'zh-Hant': '其下' },
  since: { en: 'from', 'zh-Hans': '其中', 'zh-Hant': '其中' },
  of: { en: 'of', 'zh-Hans': '计提', 'zh-Hant': '計提' },
  by: { en: 'by', 'zh-Hans': '按', 'zh-Hant': '按' },
  weight: { en: 'weight', 'zh-Hans': '权重', 'zh-Hant': '權重' },
  rows: { en: '{record}, {n} rows:', 'zh-Hans': '{record}，共 {n} 条：', 'zh-Hant': '{record}，共 {n} 筆：' },
  row: { en: '{record}, 1 row:', 'zh-Hans': '{record}，1 条：', 'zh-Hant': '{record}，1 筆：' },
  noRows: { en: '{record}: no rows', 'zh-Hans': '{record}：没有记录', 'zh-Hant': '{record}：沒有紀錄' },
  more: { en: '… and {n} more', 'zh-Hans': '……另有 {n} 条', 'zh-Hant': '……另有 {n} 筆' },
  matches: { en: 'line {line} matches', 'zh-Hans': '第 {line} 行符合', 'zh-Hant': '第 {line} 行符合' },
  fails: {
    en: 'line {line} asks for {input}',
    'zh-Hans': '第 {line} 行要求 {input}',
    'zh-Hant': '第 {line} 行要求 {input}',
  },
  open: {
    en: 'line {line} cannot be decided',
    'zh-Hans': '第 {line} 行无法判定',
    'zh-Hant': '第 {line} 行無法判定',
  },
  later: {
    en: 'line {line} stands below the match',
    'zh-Hans': '第 {line} 行在符合行之后',
    'zh-Hant': '第 {line} 行在符合行之後',
  },
} as const satisfies { readonly [name: string]: Words }

/** Units of time after a number. */
export const spanWords: { readonly [unit: string]: Words } = {
  seconds: { en: 'seconds', 'zh-Hans': '秒', 'zh-Hant': '秒' },
  minutes: { en: 'minutes', 'zh-Hans': '分钟', 'zh-Hant': '分鐘' },
  hours: { en: 'hours', 'zh-Hans': '小时', 'zh-Hant': '小時' },
  days: { en: 'days', 'zh-Hans': '天', 'zh-Hant': '天' },
  months: { en: 'months', 'zh-Hans': '个月', 'zh-Hant': '個月' },
  'working-seconds': { en: 'working seconds', 'zh-Hans': '个工作秒', 'zh-Hant': '個工作秒' },
  'working-minutes': { en: 'working minutes', 'zh-Hans': '个工作分钟', 'zh-Hant': '個工作分鐘' },
  'working-hours': { en: 'working hours', 'zh-Hans': '个工作小时', 'zh-Hant': '個工作小時' },
  'working-days': { en: 'working days', 'zh-Hans': '个工作日', 'zh-Hant': '個工作日' },
}

export const receiverWords: { readonly [receiver: string]: Words } = {
  largest: { en: 'largest', 'zh-Hans': '最大者', 'zh-Hant': '最大者' },
  first: { en: 'first', 'zh-Hans': '最先', 'zh-Hant': '最先' },
  last: { en: 'last', 'zh-Hans': '最后', 'zh-Hant': '最後' },
}

export const modeOfRounding: { readonly [mode: string]: Words } = {
  'half-up': { en: 'half-up', 'zh-Hans': '四舍五入', 'zh-Hant': '四捨五入' },
  'half-even': { en: 'half-even', 'zh-Hans': '四舍六入五成双', 'zh-Hant': '四捨六入五成雙' },
  'half-down': { en: 'half-down', 'zh-Hans': '五舍六入', 'zh-Hant': '五捨六入' },
  up: { en: 'up', 'zh-Hans': '进位', 'zh-Hant': '無條件進位' },
  down: { en: 'down', 'zh-Hans': '舍去', 'zh-Hant': '無條件捨去' },
  ceiling: { en: 'ceiling', 'zh-Hans': '向上取整', 'zh-Hant': '向上取整' },
  floor: { en: 'floor', 'zh-Hans': '向下取整', 'zh-Hant': '向下取整' },
}
