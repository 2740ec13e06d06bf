import type { Words } from '../base/language.ts'

/** What `bylaw cover` and `bylaw cases suggest` say. */
export const coverWords = {
  head: {
    en: '{name}  {place}  {hit} of {total}, {percent}',
    'zh-Hans': '{name}  {place}  已覆盖 {hit}/{total}，{percent}',
    'zh-Hant': '{name}  {place}  已涵蓋 {hit}/{total}，{percent}',
  },
  line: { en: 'line {line}', 'zh-Hans': '第 {line} 行', 'zh-Hant': '第 {line} 行' },
  total: {
    en: 'Covered {hit} of {total} points, {percent}, by {cases}',
    'zh-Hans': '共 {total} 个要点，{cases}覆盖 {hit} 个，{percent}',
    'zh-Hant': '共 {total} 個要點，{cases}涵蓋 {hit} 個，{percent}',
  },
  accepted: {
    en: '{point} (accepted: {why})',
    'zh-Hans': '{point}（已接受：{why}）',
    'zh-Hant': '{point}（已接受：{why}）',
  },
  acceptedToo: {
    en: '; {count} accepted without a case',
    'zh-Hans': '；另有 {count} 个已接受，不需要案例',
    'zh-Hant': '；另有 {count} 個已接受，不需要案例',
  },
  oneCase: { en: '1 case', 'zh-Hans': '1 个案例', 'zh-Hant': '1 個案例' },
  cases: { en: '{count} cases', 'zh-Hans': '{count} 个案例', 'zh-Hant': '{count} 個案例' },
  nothing: {
    en: 'The policy has nothing to cover.',
    'zh-Hans': '制度中没有需要覆盖的要点。',
    'zh-Hant': '制度中沒有需要涵蓋的要點。',
  },
  suggest: {
    en: '`bylaw cases suggest` writes the missing cases.',
    'zh-Hans': '`bylaw cases suggest` 可写出缺少的案例。',
    'zh-Hant': '`bylaw cases suggest` 可寫出缺少的案例。',
  },
  below: {
    en: 'coverage is {percent}, below the threshold of {threshold}',
    'zh-Hans': '覆盖率为 {percent}，低于要求的 {threshold}',
    'zh-Hant': '涵蓋率為 {percent}，低於要求的 {threshold}',
  },
  failing: {
    en: '{count} of the cases fail: `bylaw test` shows why. What they run through is counted all the same.',
    'zh-Hans': '有 {count} 个案例未通过，运行 `bylaw test` 查看原因；它们走到的要点仍计入。',
    'zh-Hant': '有 {count} 個案例未通過，執行 `bylaw test` 查看原因；它們走到的要點仍計入。',
  },
  matters: {
    en: 'Not covered, and matters most in {period}:',
    'zh-Hans': '{period} 中影响最大而未覆盖的要点：',
    'zh-Hant': '{period} 中影響最大而未涵蓋的要點：',
  },
  onePerson: { en: '1 person', 'zh-Hans': '1 人', 'zh-Hant': '1 人' },
  people: { en: '{count} people', 'zh-Hans': '{count} 人', 'zh-Hant': '{count} 人' },
  oneRow: { en: '1 row', 'zh-Hans': '1 条数据', 'zh-Hant': '1 筆資料' },
  rows: { en: '{count} rows', 'zh-Hans': '{count} 条数据', 'zh-Hant': '{count} 筆資料' },
  written: { en: 'Coverage → {path}', 'zh-Hans': '覆盖率 → {path}', 'zh-Hant': '涵蓋率 → {path}' },
  looking: { en: 'looking for cases', 'zh-Hans': '正在寻找案例', 'zh-Hant': '正在尋找案例' },
  noneMissing: {
    en: 'No case is missing, or none could be found.',
    'zh-Hans': '没有可补充的案例。',
    'zh-Hant': '沒有可補充的案例。',
  },
  oneSuggested: {
    en: '1 case suggested, to be confirmed',
    'zh-Hans': '建议 1 个案例，待确认',
    'zh-Hant': '建議 1 個案例，待確認',
  },
  suggested: {
    en: '{count} cases suggested, to be confirmed',
    'zh-Hans': '建议 {count} 个案例，待确认',
    'zh-Hant': '建議 {count} 個案例，待確認',
  },
  unreached: { en: 'Not brought about:', 'zh-Hans': '未能找到数据：', 'zh-Hant': '未能找到資料：' },
  unlooked: {
    en: 'Not looked at, or not for long: whether a case would notice {count} moved boundaries. `bylaw mutate --kind boundary` lists them.',
    'zh-Hans':
      '有 {count} 处分界改动未检验或未充分检验能否被案例发现，可用 `bylaw mutate --kind boundary` 列出。',
    'zh-Hant':
      '有 {count} 處分界改動未檢驗或未充分檢驗能否被案例發現，可用 `bylaw mutate --kind boundary` 列出。',
  },
  unread: { en: 'no clause reads it', 'zh-Hans': '没有条款用到', 'zh-Hant': '沒有條款用到' },
  'not-found': {
    en: 'no rows found that bring it about; there may be none',
    'zh-Hans': '试过的数据都不能得出，可能无法得出',
    'zh-Hant': '試過的資料都不能得出，可能無法得出',
  },
  'given-up': {
    en: 'not looked for: too much to do at once; confirm what there is and run it again',
    'zh-Hans': '尚未寻找：要点过多，请先确认已有案例再运行一次',
    'zh-Hant': '尚未尋找：要點過多，請先確認已有案例再執行一次',
  },
} as const satisfies { readonly [key: string]: Words }
