import { type InOrder, type Language, languages } from '../base/language.ts'

/**
 * Every word of the language, in each language that a policy may be written in: the one data table.
 * Each entry is meaning: [en, zh-Hans, zh-Hant], as `languages` stand; `|` parts the spellings, of which the first is printed.
 *
 * Two kinds of words. KEYWORDS are tokens of the grammar. WORD LISTS hold for one position each (a type, a rounding
 * mode, a table's heading), so that `floor` may be a step and a rounding mode, and both any field's name.
 * INVARIANT (a test): within the keywords, and within each list, one spelling has one meaning in all languages.
 */
type Spellings = InOrder

export const keywords = {
  // Declarations.
  policy: ['policy', '制度|政策', '制度|政策'],
  record: ['record', '记录|档案', '紀錄|記錄|檔案'],
  parameter: ['parameter', '参数', '參數'],
  value: ['value', '数值', '數值'],
  table: ['table', '对照表|表', '對照表|表'],
  commission: ['commission', '提成|佣金', '提成|佣金'],
  bonus: ['bonus', '奖金|奖励', '獎金|獎勵'],
  clawback: ['clawback', '追回', '追回'],
  scorecard: ['scorecard', '考核表|考核', '考核表|考核'],
  payout: ['payout', '支付', '支付'],
  decision: ['decision', '评定|判定', '評定|判定'],
  authority: ['authority', '审批权限|权限', '審批權限|權限'],
  credit: ['credit', '业绩归属', '業績歸屬'],
  penalty: ['penalty', '违规处理|处罚|扣罚', '違規處理|處罰|扣罰'],
  law: ['law', '法规', '法規'],
  // Grain.
  for: ['for', '适用于|用于', '適用於|用於'],
  each: ['each', '每笔|每个', '每筆|每個'],
  per: ['per', '每', '每'],
  where: ['where', '仅限', '僅限'],
  to: ['to', '到|归于', '到|歸於'],
  posting: ['posting', '入账日', '入帳日'],
  when: ['when', '当|仅当', '當|僅當'],
  'as-of': ['as of', '时点|截至', '時點|截至'],
  'first-day': ['first day', '期初', '期初'],
  'last-day': ['last day', '期末', '期末'],
  averaged: ['averaged by days', '按日平均', '按日平均'],
  starts: ['starts', '起始', '起始'],
  resets: ['resets', '清零', '清零'],
  // Policy.
  language: ['language', '语言', '語言'],
  currency: ['currency', '币种', '幣別'],
  effective: ['effective', '生效', '生效'],
  from: ['from', '自|从|来自|不低于', '自|從|來自|不低於'],
  until: ['until', '至', '至'],
  history: ['history', '历史数据', '歷史資料'],
  open: ['open', '长期|补班|调休上班', '長期|補班|調休上班'],
  'year-starts': ['year starts', '年度起始|财年始于', '年度起始|會計年度始於'],
  calendar: ['calendar', '日历|工作日历', '日曆|行事曆|工作日曆'],
  periods: ['periods', '期间', '期間'],
  // Calendar.
  zone: ['zone', '时区', '時區'],
  days: ['days', '工作日', '工作日|工作天'],
  hours: ['hours', '工时|工作时间', '工時|工作時間'],
  closed: ['closed', '放假|休息日', '放假|休息日'],
  yearly: ['yearly', '逐年', '逐年'],
  // Record.
  'one-of': ['one of', '选项|或签', '選項|或簽'],
  key: ['key', '主键', '主鍵'],
  optional: ['optional', '选填', '選填'],
  exists: ['exists', '在册', '在冊'],
  'in-force': ['in force', '有效', '有效'],
  // Bounds.
  'up-to': ['up to|at most', '至多|最多|不超过', '至多|最多|不超過'],
  over: ['over', '超过|高于|针对', '超過|高於|針對'],
  under: ['under', '低于|不足', '低於|不足'],
  // Tables.
  by: ['by', '按', '按'],
  of: ['of', '计提|含', '計提|含'],
  unique: ['unique', '唯一', '唯一'],
  'first-match': ['first match', '首个匹配', '首個符合'],
  otherwise: ['otherwise', '其余|未登记时', '其餘|未登記時'],
  'every-match': ['every match', '全部匹配', '全部符合'],
  'not-decided': ['not decided', '待定', '待定'],
  // Steps.
  gate: ['gate', '门槛', '門檻'],
  start: ['start', '起算', '起算'],
  rate: ['rate', '比例', '比例'],
  tiers: ['tiers', '阶梯', '階梯'],
  extend: ['extend', '外推|延长', '外推|延長'],
  plus: ['plus', '加上|加', '加上|加'],
  minus: ['minus', '减去|减', '減去|減'],
  times: ['times', '乘以|乘', '乘以|乘'],
  prorate: ['prorate', '按比例折算|折算', '按比例折算|折算'],
  cap: ['cap', '封顶', '封頂'],
  lost: ['lost', '不结转', '不結轉'],
  carried: ['carried', '结转', '結轉'],
  recovered: ['recovered', '扣回', '扣回'],
  'forgiven-when': ['forgiven when', '豁免条件|豁免当', '豁免條件|豁免當'],
  floor: ['floor', '保底', '保底'],
  round: ['round', '取整', '取整'],
  release: ['release', '发放', '發放'],
  on: ['on', '于', '於'],
  'pro-rata-as': ['pro rata as', '按比例随', '按比例隨'],
  'in-full-when': ['in full when', '全额待', '全額待'],
  reaches: ['reaches', '达到', '達到'],
  'cancelled-on': ['cancelled on', '取消于', '取消於'],
  add: ['add', '计入', '計入'],
  take: ['take', '扣减|扣除', '扣減|扣除'],
  'best-of': ['best of', '择优', '擇優'],
  // Decisions.
  gives: ['gives', '结论', '結論'],
  'takes-effect': ['takes effect after', '生效推迟', '生效延後'],
  // Authority.
  ranks: ['ranks', '职级', '職級'],
  countersigners: ['countersigners', '会签人', '會簽人'],
  asked: ['asked', '申请人', '申請人'],
  superior: ['superior', '上级', '上級'],
  own: ['own', '本人', '本人'],
  others: ['others', '他人', '他人'],
  limit: ['limit', '限额', '限額'],
  'at-least': ['at least', '低至', '低至'],
  alone: ['alone', '单笔', '單筆'],
  above: ['above', '超出', '超出'],
  allow: ['allow', '允许', '允許'],
  approval: ['approval', '审批|报批', '審批|報批'],
  all: ['all', '会签', '會簽'],
  'in-turn': ['in turn', '依次', '依次'],
  substitute: ['substitute', '代理人', '代理人'],
  approved: ['approved', '批准人', '核准人'],
  needed: ['needed', '使用日', '使用日'],
  valid: ['valid', '有效期', '有效期'],
  late: ['late', '补批', '補批'],
  again: ['again', '重审', '重審'],
  refuse: ['refuse', '拒绝|不予批准', '拒絕|不予批准'],
  // Penalties.
  class: ['class', '类别', '類別'],
  nth: ['nth', '第几次', '第幾次'],
  'limit-by-law': ['limit by law', '依法限额', '依法限額'],
  source: ['source', '依据', '依據'],
  deductions: ['deductions', '扣款规则', '扣款規則'],
  minimum: ['minimum', '最低工资', '最低工資'],
  // Time limits.
  sla: ['sla', '时限', '時限'],
  stop: ['stop', '停止|止算', '停止|止算'],
  pause: ['pause', '暂停', '暫停'],
  resume: ['resume', '恢复', '恢復'],
  reset: ['reset', '重计|重新起算', '重計|重新起算'],
  suspend: ['suspend', '中止', '中止'],
  next: ['next', '下一笔', '下一筆'],
  at: ['at', '在', '在'],
  'next-working-day': [
    'moved to the next working day|moved to next working day',
    '遇休息日顺延|顺延至下一工作日',
    '遇休息日順延|順延至下一工作日',
  ],
  warn: ['warn', '预警|提醒', '預警|提醒'],
  escalate: ['escalate', '升级|上报', '升級|上報'],
  warning: ['warning', '预警时', '預警時'],
  breach: ['breach', '超时|超时时', '逾時|逾時時'],
  before: ['before', '之前', '之前'],
  after: ['after', '之后', '之後'],
  // Credit.
  split: ['split', '分成|业绩分成', '拆分|業績拆分'],
  share: ['share', '份额|占比', '份額|佔比'],
  'hand-over': ['hand over', '移交', '移交'],
  overlay: ['overlay', '协同', '協同'],
  'roll-up': ['roll up', '汇总|上卷', '彙總|上卷'],
  'every-level': ['every level', '每级|逐级', '每級|逐級'],
  remainder: ['remainder', '余额|尾差', '餘額|尾差'],
  toward: ['toward|towards', '口径', '口徑'],
  rest: ['rest', '保留部分|其余部分', '保留部分|其餘部分'],
  // Targets.
  total: ['total', '总额', '總額'],
  parts: ['parts', '分解', '分解'],
  assigned: ['assigned', '承担', '承擔'],
  'in-proportion-to': ['in proportion to', '按权重', '按權重'],
  reserve: ['reserve', '预留|预备|储备', '預留|預備|儲備'],
  change: ['change', '调整', '調整'],
  'keeps-total': ['keeps total', '总额不变', '總額不變'],
  'moves-total': ['moves total', '总额变动', '總額變動'],
  // Scorecard.
  indicator: ['indicator', '指标', '指標'],
  weight: ['weight', '权重', '權重'],
  actual: ['actual', '实际', '實際'],
  target: ['target', '目标', '目標'],
  score: ['score', '得分', '得分'],
  applies: ['applies', '仅适用', '僅適用'],
  ratio: ['ratio', '达成比', '達成比'],
  steps: ['steps', '分档', '分級'],
  linear: ['linear', '线性|线性插值', '線性|線性內插'],
  'pass-fail': ['pass-fail', '达标', '達標'],
  points: ['points', '分数', '分數'],
  'in-proportion': ['in proportion', '按比例', '按比例'],
  'knock-out': ['knock-out', '一票否决', '一票否決'],
  levels: ['levels', '等级', '等級'],
  // Expressions.
  and: ['and', '且|并且', '且|並且'],
  or: ['or', '或|或者', '或|或者'],
  not: ['not', '非', '非'],
  if: ['if', '如果|若', '如果|若'],
  then: ['then', '则', '則'],
  else: ['else', '否则', '否則'],
  any: ['any', '任一', '任一'],
  missing: ['missing', '缺失', '缺漏'],
  true: ['true', '是', '是'],
  false: ['false', '否', '否'],
  'if-missing': ['if missing', '缺失时取', '缺漏時取'],
  present: ['present', '有值', '有值'],
  applicable: ['applicable', '适用', '適用'],
  'not-applicable': ['not applicable', '不适用', '不適用'],
  in: ['in', '属于|取自', '屬於|取自'],
  'not-in': ['not in', '不属于', '不屬於'],
  'larger-of': ['larger of', '较大者', '較大者'],
  'smaller-of': ['smaller of', '较小者', '較小者'],
  clamp: ['clamp', '限于', '限於'],
  rounded: ['rounded', '尾数|舍入', '尾數|捨入'],
  'rank-of': ['rank of', '名次按', '名次按'],
  'shared-by': ['shared by', '分配按', '分配按'],
  within: ['within', '组内|同一|限期', '組內|同一|限期'],
  'prorated-by': ['prorated by', '分摊按', '分攤按'],
  'paid-on': ['paid on', '已发于', '已發於'],
  'in-previous': ['in previous', '于上一|上一|在上一', '於上一|上一|在上一'],
  'in-last': ['in last', '于最近|最近', '於最近|最近'],
  'so-far': ['so far', '截至本笔', '截至本筆'],
  'year-to-date': ['year to date', '年初至今', '年初至今'],
  'half-year-to-date': ['half-year to date', '半年初至今', '半年初至今'],
  'quarter-to-date': ['quarter to date', '季初至今', '季初至今'],
  with: ['with', '其中', '其中'],
  'replaced-by': ['replaced by', '改按', '改按'],
  via: ['via', '经由', '經由'],
} as const satisfies { readonly [meaning: string]: Spellings }

/** Words that are never names, in any language. */
export const reserved = ['and', 'or', 'not', 'if', 'then', 'else', 'any', 'missing', 'true', 'false'] as const

export const wordLists = {
  type: {
    text: ['text', '文本|文字', '文字'],
    truth: ['yes/no', '是否', '是否'],
    date: ['date', '日期', '日期'],
    time: ['time', '时刻|时间', '時刻|時間'],
    money: ['money', '金额', '金額'],
    percent: ['percent', '百分比', '百分比'],
    'price-ratio': ['price ratio', '折数', '折數'],
    number: ['number', '数字', '數字'],
    count: ['count', '个数', '個數'],
    points: ['points', '分数', '分數'],
  },
  unit: {
    days: ['days|day', '天|日', '天|日'],
    hours: ['hours|hour', '小时|个小时', '小時|個小時'],
    minutes: ['minutes|minute', '分钟', '分鐘'],
    seconds: ['seconds|second', '秒', '秒'],
    weeks: ['weeks|week', '周|个星期', '週|周|個星期'],
    'working-days': ['working days|working day', '个工作日|工作日', '個工作日|工作日|個工作天'],
    'working-hours': ['working hours|working hour', '个工作小时|工作小时', '個工作小時|工作小時'],
    'working-minutes': ['working minutes|working minute', '个工作分钟|工作分钟', '個工作分鐘|工作分鐘'],
    months: ['months|month', '个月', '個月'],
    years: ['years|year', '年', '年'],
  },
  period: {
    year: ['year|years', '年|年度', '年|年度'],
    'half-year': ['half-year|half-years', '半年|半年度|个半年', '半年|半年度|個半年'],
    quarter: ['quarter|quarters', '季度|季|个季度', '季度|季|個季度'],
    month: ['month|months', '月|月度', '月|月度'],
  },
  weekday: {
    Monday: ['Monday', '周一|星期一', '週一|星期一'],
    Tuesday: ['Tuesday', '周二|星期二', '週二|星期二'],
    Wednesday: ['Wednesday', '周三|星期三', '週三|星期三'],
    Thursday: ['Thursday', '周四|星期四', '週四|星期四'],
    Friday: ['Friday', '周五|星期五', '週五|星期五'],
    Saturday: ['Saturday', '周六|星期六', '週六|星期六'],
    Sunday: ['Sunday', '周日|星期日|星期天', '週日|星期日|星期天'],
  },
  rounding: {
    'half-up': ['half-up', '四舍五入', '四捨五入'],
    'half-even': ['half-even', '四舍六入五成双', '四捨六入五成雙'],
    'half-down': ['half-down', '五舍六入', '五捨六入'],
    up: ['up', '进位', '無條件進位|進位'],
    down: ['down', '舍去', '無條件捨去|捨去'],
    ceiling: ['ceiling', '向上取整', '向上取整'],
    floor: ['floor', '向下取整', '向下取整'],
  },
  /** What is counted of a period in which somebody is there for a part. */
  proration: {
    'calendar-days': ['calendar days', '自然日|日历日', '日曆天|日曆日'],
    'working-days': ['working days', '工作日', '工作日|工作天'],
    months: ['months', '整月', '整月'],
    'mid-month': ['mid-month', '月中', '月中'],
  },
  /** Who takes what a sharing out in whole units leaves over. */
  receiver: {
    largest: ['largest', '最大者', '最大者'],
    first: ['first', '最先', '最先'],
    last: ['last', '最后', '最後'],
  },
  tier: {
    marginal: ['marginal', '超额累进', '超額累進'],
    whole: ['whole', '全额累进', '全額累進'],
    linear: ['linear', '线性|线性插值', '線性|線性內插'],
  },
  heading: {
    from: ['from', '自|起', '自|起'],
    over: ['over', '超过', '超過'],
    at: ['at', '节点', '節點'],
    until: ['until', '至|止', '至|止'],
    rate: ['rate', '比例', '比例'],
    pays: ['pays', '计发额', '計發額'],
    mode: ['mode', '方式', '方式'],
    points: ['points', '分数', '分數'],
    value: ['value', '数值|值', '數值|值'],
    name: ['name', '名称', '名稱'],
  },
  function: {
    sum: ['sum', '合计', '合計'],
    count: ['count', '计数', '計數'],
    avg: ['avg', '平均', '平均'],
    min: ['min', '最小', '最小'],
    max: ['max', '最大', '最大'],
    only: ['only', '唯一值', '唯一值'],
    first: ['first', '首个', '首個'],
    last: ['last', '末个', '末個'],
    any: ['any', '任一', '任一'],
    all: ['all', '全部', '全部'],
    days: ['days', '天数', '天數'],
    months: ['months', '月数', '月數'],
    list: ['list', '列举', '列舉'],
    hours: ['hours', '小时数', '小時數'],
    minutes: ['minutes', '分钟数', '分鐘數'],
    seconds: ['seconds', '秒数', '秒數'],
    date: ['date', '日期', '日期'],
    time: ['time', '时刻', '時刻'],
    abs: ['abs', '绝对值', '絕對值'],
    exchanged: ['exchanged', '折算', '折算'],
    working_days: ['working_days', '工作日数', '工作日數'],
    working_hours: ['working_hours', '工作小时数', '工作小時數'],
    working_minutes: ['working_minutes', '工作分钟数', '工作分鐘數'],
    working_seconds: ['working_seconds', '工作秒数', '工作秒數'],
    day_of_month: ['day_of_month', '几号', '幾號'],
    month: ['month', '所在月', '所在月'],
    quarter: ['quarter', '所在季度', '所在季度'],
    half_year: ['half_year', '所在半年', '所在半年'],
    year: ['year', '所在年', '所在年'],
    first_day: ['first_day', '期初日', '期初日'],
    last_day: ['last_day', '期末日', '期末日'],
    days_in_period: ['days_in_period', '期间天数', '期間天數'],
  },
  /** As what money is taken from somebody. */
  deduction: {
    'loss-compensation': ['loss compensation', '赔偿损失', '賠償損失'],
    'reduced-incentive': ['reduced incentive', '减发奖励', '減發獎勵'],
    clawback: ['clawback', '追回', '追回'],
    fine: ['fine', '罚款', '罰款'],
    'dealer-penalty': ['dealer penalty', '经销商违约金', '經銷商違約金'],
  },
  /** The columns of a law's tables; another is the place. */
  law: {
    class: ['class', '类别', '類別'],
    from: ['from', '自|起', '自|起'],
    until: ['until', '至|止', '至|止'],
    allowed: ['allowed', '允许', '允許'],
    share: ['share', '工资占比', '工資佔比'],
    'keeps-minimum': ['keeps minimum', '保留最低工资', '保留最低工資'],
    amount: ['amount', '金额', '金額'],
  },
  /** What is no field and no value of the policy, but of the run. */
  given: {
    now: ['now', '现在', '現在'],
  },
  /** What credit counts for. */
  use: {
    quota: ['quota', '考核', '考核'],
    pay: ['pay', '计薪', '計薪'],
    team: ['team', '团队', '團隊'],
  },
  /** Keywords that Chinese says otherwise in one place: who is credited, for what, what a cap is over, whose rows, which currency. */
  place: {
    in: ['in', '币种', '幣別'],
    to: ['to', '归于', '歸於'],
    for: ['for', '用于', '用於'],
    over: ['over', '针对', '針對'],
    within: ['within', '同一', '同一'],
    otherwise: ['otherwise', '未登记时', '未登記時'],
    'from-file': ['from', '来自', '來自'],
    'one-of': ['one of', '或签', '或簽'],
    'parts-by': ['by', '到', '到'],
    'weighed-by': ['in proportion to', '按', '按'],
  },
  /** And of a calendar. */
  calendar: {
    calendar: ['calendar', '工作日历', '工作日曆'],
    to: ['to', '至', '至'],
    yearly: ['yearly', '每年', '每年'],
    open: ['open', '补班', '補班'],
  },
  /** What an authority's `.verdict` may be. */
  verdict: {
    allow: ['allow', '允许', '允許'],
    approval: ['approval', '审批', '審批'],
    refuse: ['refuse', '拒绝', '拒絕'],
  },
  /** What its `.approved` may be. */
  approved: {
    unneeded: ['unneeded', '无需', '無需'],
    timely: ['timely', '及时', '及時'],
    late: ['late', '补批', '補批'],
    changed: ['changed', '变更', '變更'],
    expired: ['expired', '过期', '過期'],
    none: ['none', '未批', '未批'],
    unordered: ['unordered', '乱序', '亂序'],
  },
  /** And of time limits. */
  limit: {
    within: ['within', '限期', '限期'],
    extend: ['extend', '延长', '延長'],
    most: ['at most', '至多', '至多'],
  },
  /** What the `.state` of a time limit may be. */
  clock: {
    waiting: ['waiting', '未起算', '未起算'],
    running: ['running', '计时中', '計時中'],
    warned: ['warned', '已预警', '已預警'],
    paused: ['paused', '已暂停', '已暫停'],
    breached: ['breached', '已超时', '已逾時'],
    met: ['met', '按时', '按時'],
    late: ['late', '超时完成', '逾時完成'],
  },
  /** And before the day on which something is read. */
  day: {
    'as-of': ['as of', '截至', '截至'],
    in: ['in', '取自', '取自'],
    of: ['of', '含', '含'],
  },
  language: {
    en: ['en|English', 'en|英文', 'en|英文'],
    'zh-Hans': ['zh-Hans', 'zh-Hans|简体中文', 'zh-Hans'],
    'zh-Hant': ['zh-Hant', 'zh-Hant', 'zh-Hant|繁體中文'],
  },
} as const satisfies { readonly [list: string]: { readonly [meaning: string]: Spellings } }

export type Keyword = keyof typeof keywords
export type WordList = keyof typeof wordLists
export type WordOf<L extends WordList> = keyof (typeof wordLists)[L] & string

/** All spellings of an entry in one language; the first is the one that is printed. */
export function spellingsOf(entry: Spellings, language: Language): readonly string[] {
  const written = entry[languages.indexOf(language)] ?? entry[0]
  // Asked for again and again while a program starts.
  const known = parted.get(written) ?? written.split('|')
  parted.set(written, known)
  return known
}
const parted = new Map<string, readonly string[]>()

/** All spellings of a keyword in all languages. */
export function everySpelling(keyword: Keyword): readonly string[] {
  return languages.flatMap((language) => spellingsOf(keywords[keyword], language))
}

const spelled = new Map<string, string>()

/** How a keyword is printed. */
export function spellKeyword(keyword: Keyword, language: Language): string {
  const id = `${language} ${keyword}`
  const known = spelled.get(id)
  if (known !== undefined) return known
  const first = spellingsOf(keywords[keyword], language)[0] ?? keyword
  spelled.set(id, first)
  return first
}

/** How a word of a list is printed; a word that is not in the list (an author's own) stays as it is. */
export function spellWord(list: WordList, word: string, language: Language): string {
  const entries: { readonly [meaning: string]: Spellings } = wordLists[list]
  const entry = Object.hasOwn(entries, word) ? entries[word] : undefined
  return entry === undefined ? word : (spellingsOf(entry, language)[0] ?? word)
}

function meanings<M extends string>(entries: { readonly [K in M]: Spellings }): ReadonlyMap<string, M> {
  const found = new Map<string, M>()
  for (const meaning of Object.keys(entries) as M[])
    for (const language of languages)
      for (const spelling of spellingsOf(entries[meaning], language)) found.set(spelling, meaning)
  return found
}

/** Spelling (in any language) to keyword. */
export const keywordBySpelling: ReadonlyMap<string, Keyword> = meanings(keywords)

const languagesBySpelling = new Map<string, Language[]>()
for (const entry of Object.values(keywords))
  for (const language of languages)
    for (const spelling of spellingsOf(entry, language))
      languagesBySpelling.set(spelling, [...(languagesBySpelling.get(spelling) ?? []), language])

/** The languages in which a spelling is a keyword. */
export function languagesOf(spelling: string): readonly Language[] {
  return languagesBySpelling.get(spelling) ?? []
}

const lists: { readonly [L in WordList]: ReadonlyMap<string, WordOf<L>> } = {
  type: meanings(wordLists.type),
  unit: meanings(wordLists.unit),
  period: meanings(wordLists.period),
  weekday: meanings(wordLists.weekday),
  rounding: meanings(wordLists.rounding),
  proration: meanings(wordLists.proration),
  receiver: meanings(wordLists.receiver),
  tier: meanings(wordLists.tier),
  heading: meanings(wordLists.heading),
  function: meanings(wordLists.function),
  deduction: meanings(wordLists.deduction),
  law: meanings(wordLists.law),
  given: meanings(wordLists.given),
  use: meanings(wordLists.use),
  place: meanings(wordLists.place),
  calendar: meanings(wordLists.calendar),
  verdict: meanings(wordLists.verdict),
  approved: meanings(wordLists.approved),
  limit: meanings(wordLists.limit),
  clock: meanings(wordLists.clock),
  day: meanings(wordLists.day),
  language: meanings(wordLists.language),
}

/** Spellings (in any language) of a list, to their meaning. */
export function wordsBySpelling<L extends WordList>(list: L): ReadonlyMap<string, WordOf<L>> {
  return lists[list]
}

/** The meaning of a spelling (in any language) in a list. */
export function wordBySpelling<L extends WordList>(list: L, spelling: string): WordOf<L> | undefined {
  return lists[list].get(spelling)
}

/** The list's words as they are printed in a language: what a message offers. */
export function offeredWords(list: WordList, language: Language): readonly string[] {
  return Object.keys(wordLists[list]).map((word) => spellWord(list, word, language))
}
