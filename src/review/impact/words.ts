import type { Language, Words } from '../../base/language.ts'

/** What a report of a change says, in every form of it. */
export const words = {
  impact: { en: 'Impact', 'zh-Hans': '变更影响', 'zh-Hant': '變更影響' },
  here: { en: 'this folder', 'zh-Hans': '当前文件夹', 'zh-Hant': '目前資料夾' },
  compared: {
    en: 'Compared: {lines} lines, {people} people, {amount}.',
    'zh-Hans': '已比较：{lines} 条结果，{people} 人，{amount}。',
    'zh-Hant': '已比較：{lines} 條結果，{people} 人，{amount}。',
  },
  nothing: {
    en: 'This changes nothing: every result is the same.',
    'zh-Hans': '没有任何变化：所有结果都相同。',
    'zh-Hant': '沒有任何變化：所有結果都相同。',
  },
  nothingPaid: {
    en: 'Nobody’s pay changes.',
    'zh-Hans': '没有人的金额发生变化。',
    'zh-Hant': '沒有人的金額發生變化。',
  },
  total: { en: 'Total', 'zh-Hans': '总额', 'zh-Hant': '總額' },
  before: { en: 'before', 'zh-Hans': '变更前', 'zh-Hant': '變更前' },
  after: { en: 'after', 'zh-Hans': '变更后', 'zh-Hant': '變更後' },
  change: { en: 'change', 'zh-Hans': '差额', 'zh-Hant': '差額' },
  gainLose: {
    en: '{gain} up by {gained}, {lose} down by {lost}',
    'zh-Hans': '{gain} 人增加 {gained}，{lose} 人减少 {lost}',
    'zh-Hant': '{gain} 人增加 {gained}，{lose} 人減少 {lost}',
  },
  edits: { en: 'Edits', 'zh-Hans': '改动', 'zh-Hant': '改動' },
  editsHow: {
    en: 'Each edit is counted on top of those above it, so that they add up to every person’s change exactly.',
    'zh-Hans': '每项改动都在其上各项的基础上计算，因此合计与每个人的差额分毫不差。',
    'zh-Hant': '每項改動都在其上各項的基礎上計算，因此合計與每個人的差額分毫不差。',
  },
  edit: { en: 'edit', 'zh-Hans': '改动', 'zh-Hant': '改動' },
  byEdit: { en: 'by edit', 'zh-Hans': '按改动', 'zh-Hant': '按改動' },
  noEdits: {
    en: 'The two versions mean the same: layout, comments, spelling and language are no edits.',
    'zh-Hans': '两个版本的含义相同：排版、注释、写法和语言都不算改动。',
    'zh-Hant': '兩個版本的含義相同：排版、註解、寫法和語言都不算改動。',
  },
  settings: {
    en: 'how bylaw.yaml reads the data',
    'zh-Hans': 'bylaw.yaml 读取数据的方式',
    'zh-Hant': 'bylaw.yaml 讀取資料的方式',
  },
  unexplained: { en: 'no edit', 'zh-Hans': '没有改动', 'zh-Hant': '沒有改動' },
  noEffect: { en: 'no effect', 'zh-Hans': '无影响', 'zh-Hant': '無影響' },
  linesChange: { en: '{n} lines change', 'zh-Hans': '{n} 条结果变化', 'zh-Hant': '{n} 條結果變化' },
  people: { en: 'People', 'zh-Hans': '人员', 'zh-Hant': '人員' },
  peopleCount: { en: 'people', 'zh-Hans': '人数', 'zh-Hant': '人數' },
  person: { en: 'person', 'zh-Hans': '人员', 'zh-Hant': '人員' },
  personNumber: { en: 'person {n}', 'zh-Hans': '人员 {n}', 'zh-Hant': '人員 {n}' },
  rowNumber: { en: '{record}, row {n}', 'zh-Hans': '{record} 第 {n} 行', 'zh-Hant': '{record} 第 {n} 列' },
  gains: { en: 'gains', 'zh-Hans': '增加', 'zh-Hant': '增加' },
  loses: { en: 'loses', 'zh-Hans': '减少', 'zh-Hant': '減少' },
  byField: { en: 'By {field}', 'zh-Hans': '按 {field}', 'zh-Hant': '按 {field}' },
  byChosen: {
    en: '“{field}” was chosen; `--by FIELD` takes another.',
    'zh-Hans': '自动选用了“{field}”；可用 `--by 字段` 另选。',
    'zh-Hant': '自動選用了「{field}」；可用 `--by 欄位` 另選。',
  },
  none: { en: '(none)', 'zh-Hans': '（无）', 'zh-Hant': '（無）' },
  clauses: { en: 'Clauses', 'zh-Hans': '条款', 'zh-Hant': '條款' },
  clause: { en: 'clause', 'zh-Hans': '条款', 'zh-Hant': '條款' },
  throughPayout: {
    en: 'paid through a payout',
    'zh-Hans': '通过汇总发放',
    'zh-Hant': '透過彙總發放',
  },
  results: {
    en: 'Decisions, scores and time limits that change',
    'zh-Hans': '变化的评定、得分和时限',
    'zh-Hant': '變化的評定、得分和時限',
  },
  held: { en: 'Newly held', 'zh-Hans': '新增暂缓项', 'zh-Hant': '新增暫緩項目' },
  decided: { en: 'No longer held', 'zh-Hans': '不再暂缓', 'zh-Hant': '不再暫緩' },
  findingsAdded: { en: 'New findings', 'zh-Hans': '新增问题', 'zh-Hant': '新增問題' },
  findingsGone: { en: 'Findings gone', 'zh-Hans': '已消除的问题', 'zh-Hant': '已消除的問題' },
  cliffs: {
    en: 'Cliffs and gates crossed',
    'zh-Hans': '越过断崖和门槛的人',
    'zh-Hant': '越過斷崖和門檻的人',
  },
  fallsIn: {
    en: 'now stands where more pays less ({value}, from {from} to {even})',
    'zh-Hans': '进入多做反而少得的区间（{value}，从 {from} 到 {even}）',
    'zh-Hant': '進入多做反而少得的區間（{value}，從 {from} 到 {even}）',
  },
  fallsInOpen: {
    en: 'now stands where more pays less ({value}, from {from} on)',
    'zh-Hans': '进入多做反而少得的区间（{value}，从 {from} 起）',
    'zh-Hant': '進入多做反而少得的區間（{value}，從 {from} 起）',
  },
  comesOut: {
    en: 'no longer stands where more pays less ({value})',
    'zh-Hans': '离开多做反而少得的区间（{value}）',
    'zh-Hant': '離開多做反而少得的區間（{value}）',
  },
  gateMissed: { en: 'misses the gate now', 'zh-Hans': '现在达不到门槛', 'zh-Hant': '現在達不到門檻' },
  gateMet: { en: 'meets the gate now', 'zh-Hans': '现在达到门槛', 'zh-Hant': '現在達到門檻' },
  clauseAdded: { en: 'new clause', 'zh-Hans': '新条款', 'zh-Hant': '新條款' },
  clauseRemoved: { en: 'clause removed', 'zh-Hans': '条款已删除', 'zh-Hant': '條款已刪除' },
  clauseRenamed: { en: 'clause renamed', 'zh-Hans': '条款已改名', 'zh-Hant': '條款已改名' },
  declared: {
    en: 'Clauses added, removed, renamed',
    'zh-Hans': '条款的增删改名',
    'zh-Hant': '條款的增刪改名',
  },
  unplaced: {
    en: 'Rows that belong to nobody: {before} → {after}',
    'zh-Hans': '无法归属的数据行：{before} → {after}',
    'zh-Hant': '無法歸屬的資料列：{before} → {after}',
  },
  noResult: { en: 'no result', 'zh-Hans': '无结果', 'zh-Hant': '無結果' },
  isHeld: { en: 'held', 'zh-Hans': '暂缓', 'zh-Hant': '暫緩' },
  notApplicable: { en: 'not applicable', 'zh-Hans': '不适用', 'zh-Hant': '不適用' },
  from: { en: 'was {value}', 'zh-Hans': '原为 {value}', 'zh-Hant': '原為 {value}' },
  leftOut: {
    en: '{n} more are left out here.',
    'zh-Hans': '此处另有 {n} 项未列出。',
    'zh-Hant': '此處另有 {n} 項未列出。',
  },
  redacted: {
    en: 'Names are left out: a person has the same number in every report of these people. `--names` shows them.',
    'zh-Hans': '姓名已隐去：同一批人在每份报告中的编号相同。`--names` 可显示姓名。',
    'zh-Hant': '姓名已隱去：同一批人在每份報告中的編號相同。`--names` 可顯示姓名。',
  },
  asTable: { en: 'the numbers', 'zh-Hans': '数据', 'zh-Hant': '資料' },
  distribution: {
    en: 'How the changes are spread',
    'zh-Hans': '差额的分布',
    'zh-Hant': '差額的分布',
  },
  distributionTold: {
    en: 'How many people’s pay changes by how much: {lose} lose, {gain} gain.',
    'zh-Hans': '按差额大小统计的人数：{lose} 人减少，{gain} 人增加。',
    'zh-Hant': '按差額大小統計的人數：{lose} 人減少，{gain} 人增加。',
  },
  fromAmount: { en: 'from', 'zh-Hans': '自', 'zh-Hant': '自' },
  underAmount: { en: 'under', 'zh-Hans': '不到', 'zh-Hant': '未滿' },
  winners: {
    en: 'Who gains and who loses the most',
    'zh-Hans': '增减最多的人',
    'zh-Hant': '增減最多的人',
  },
  curve: { en: '{clause}: what it pays', 'zh-Hans': '{clause}：计提曲线', 'zh-Hant': '{clause}：計提曲線' },
  curveTold: {
    en: 'What the tiers pay in both versions, with {n} people as dots.',
    'zh-Hans': '两个版本各档的计提金额，圆点为 {n} 人的实际位置。',
    'zh-Hant': '兩個版本各級的計提金額，圓點為 {n} 人的實際位置。',
  },
  curveShare: {
    en: 'What the tiers pay in both versions as a share of the base (the quota), with {n} people as dots.',
    'zh-Hans': '两个版本各档计提占基数（指标）的比例，圆点为 {n} 人的实际位置。',
    'zh-Hant': '兩個版本各級計提占基數（指標）的比例，圓點為 {n} 人的實際位置。',
  },
  measured: { en: 'measured', 'zh-Hans': '实际值', 'zh-Hant': '實際值' },
  gates: { en: 'Gates', 'zh-Hans': '关卡', 'zh-Hant': '關卡' },
  passed: { en: 'passed', 'zh-Hans': '通过', 'zh-Hant': '通過' },
  failed: { en: 'failed', 'zh-Hans': '未通过', 'zh-Hant': '未通過' },
} as const satisfies { readonly [key: string]: Words }

/** A text with its placeholders filled. */
export function say(text: Words, language: Language, args: { readonly [name: string]: string } = {}): string {
  return text[language].replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
  )
}
