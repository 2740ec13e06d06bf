import type { Language, Words } from '../base/language.ts'

/** What the commands themselves say. Findings and reasons are in the catalogue. */
export const words = {
  formatted: { en: 'formatted', 'zh-Hans': '已排版', 'zh-Hant': '已排版' },
  checked: {
    en: 'checked: files {files}, records {records}, values {values}, clauses {clauses}',
    'zh-Hans': '已检查：文件 {files}，记录 {records}，数值 {values}，条款 {clauses}',
    'zh-Hant': '已檢查：檔案 {files}，紀錄 {records}，數值 {values}，條款 {clauses}',
  },
  total: { en: 'Total', 'zh-Hans': '合计', 'zh-Hant': '合計' },
  totalOf: {
    en: 'Total {amount} for {people}',
    'zh-Hans': '合计 {amount}，{people}',
    'zh-Hant': '合計 {amount}，{people}',
  },
  totalWithHeld: {
    en: 'Total {amount} for {people}; {held} held, not in the total',
    'zh-Hans': '合计 {amount}，{people}；另有 {held} 项暂缓，未计入合计',
    'zh-Hant': '合計 {amount}，{people}；另有 {held} 項暫緩，未計入合計',
  },
  onePerson: { en: '1 person', 'zh-Hans': '1 人', 'zh-Hant': '1 人' },
  people: { en: '{count} people', 'zh-Hans': '{count} 人', 'zh-Hant': '{count} 人' },
  name: { en: 'name', 'zh-Hans': '姓名', 'zh-Hant': '姓名' },
  period: { en: 'period', 'zh-Hans': '期间', 'zh-Hant': '期間' },
  held: { en: 'held', 'zh-Hans': '暂缓', 'zh-Hant': '暫緩' },
  moreColumns: {
    en: '{count} more columns do not fit: `--out` or `--format csv` has them all',
    'zh-Hans': '另有 {count} 列放不下：用 `--out` 或 `--format csv` 查看全部',
    'zh-Hant': '另有 {count} 欄放不下：用 `--out` 或 `--format csv` 檢視全部',
  },
  yes: { en: 'yes', 'zh-Hans': '是', 'zh-Hant': '是' },
  no: { en: 'no', 'zh-Hans': '否', 'zh-Hant': '否' },
  decisions: { en: 'Decisions', 'zh-Hans': '评定结果', 'zh-Hant': '評定結果' },
  heldLines: { en: 'Held', 'zh-Hans': '暂缓项', 'zh-Hant': '暫緩項目' },
  noneHeld: { en: 'Nothing is held.', 'zh-Hans': '没有暂缓项。', 'zh-Hant': '沒有暫緩項目。' },
  notApplicable: { en: 'Not applicable', 'zh-Hans': '不适用', 'zh-Hant': '不適用' },
  unplaced: {
    en: 'Rows that belong to nobody',
    'zh-Hans': '无法归属的数据行',
    'zh-Hant': '無法歸屬的資料列',
  },
  oneAlike: {
    en: '(and 1 more cell like it)',
    'zh-Hans': '（同类单元格还有 1 个）',
    'zh-Hant': '（同類儲存格還有 1 個）',
  },
  alike: {
    en: '(and {count} more cells like it)',
    'zh-Hans': '（同类单元格还有 {count} 个）',
    'zh-Hant': '（同類儲存格還有 {count} 個）',
  },
  problems: { en: 'Data', 'zh-Hans': '数据', 'zh-Hant': '資料' },
  files: { en: 'Files', 'zh-Hans': '文件', 'zh-Hant': '檔案' },
  filePayouts: { en: 'one line a person', 'zh-Hans': '每人一行', 'zh-Hant': '每人一列' },
  fileLines: {
    en: 'every result of every clause',
    'zh-Hans': '每个条款的每个结果',
    'zh-Hant': '每個條款的每個結果',
  },
  fileDecisions: {
    en: 'one line a decision, with the row that decided it',
    'zh-Hans': '每个评定一行，并列出所依据的行',
    'zh-Hant': '每個評定一列，並列出所依據的列',
  },
  fileHeld: { en: 'what is held, and why', 'zh-Hans': '暂缓项及原因', 'zh-Hant': '暫緩項目及原因' },
  fileProblems: { en: 'what is wrong in the data', 'zh-Hans': '数据中的问题', 'zh-Hant': '資料中的問題' },
  fileDeadlines: { en: 'every time limit', 'zh-Hans': '全部时限', 'zh-Hant': '全部時限' },
  deadlines: { en: 'Time limits', 'zh-Hans': '时限', 'zh-Hant': '時限' },
  soonest: { en: 'next', 'zh-Hans': '最近到期', 'zh-Hant': '最近到期' },
  fileResults: {
    en: 'all of it for programs',
    'zh-Hans': '供程序读取的全部结果',
    'zh-Hant': '供程式讀取的全部結果',
  },
  fileStatements: { en: 'one explained page a person', 'zh-Hans': '每人一页说明', 'zh-Hant': '每人一頁說明' },
  timing: {
    en: '{rows} rows read in {reading} s, computed in {computing} s',
    'zh-Hans': '读取 {rows} 行数据，用时 {reading} 秒；计算用时 {computing} 秒',
    'zh-Hant': '讀取 {rows} 列資料，用時 {reading} 秒；計算用時 {computing} 秒',
  },
  checkShows: {
    en: '{counted} in the policy: `bylaw check` shows them',
    'zh-Hans': '制度中有 {counted}：运行 `bylaw check` 查看',
    'zh-Hant': '制度中有 {counted}：執行 `bylaw check` 查看',
  },
  computing: { en: 'computing', 'zh-Hans': '计算', 'zh-Hant': '計算' },
  statements: { en: 'statements', 'zh-Hans': '明细', 'zh-Hant': '明細' },
  next: { en: 'Next', 'zh-Hans': '下一步', 'zh-Hant': '下一步' },
  openAndChange: {
    en: 'Then change a rate in {file} and run it again.',
    'zh-Hans': '然后在 {file} 中改一个比例，再运行一次。',
    'zh-Hant': '然後在 {file} 中改一個比例，再執行一次。',
  },
  wrote: { en: 'wrote', 'zh-Hans': '已写入', 'zh-Hant': '已寫入' },
} as const satisfies { readonly [key: string]: Words }

/** A text with its placeholders filled. */
export function fillWords(
  text: Words,
  language: Language,
  args: { readonly [name: string]: string },
): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
  )
}
