import type { Words } from '../../base/language.ts'

/** What `bylaw test` says. */
export const caseWords = {
  oneCase: { en: '1 case', 'zh-Hans': '1 个案例', 'zh-Hant': '1 個案例' },
  cases: { en: '{count} cases', 'zh-Hans': '{count} 个案例', 'zh-Hant': '{count} 個案例' },
  summary: {
    en: '{cases}: {passed} passed, {failed} failed',
    'zh-Hans': '{cases}：通过 {passed}，未通过 {failed}',
    'zh-Hant': '{cases}：通過 {passed}，未通過 {failed}',
  },
  allPassed: {
    en: '{cases}, all passed',
    'zh-Hans': '{cases}，全部通过',
    'zh-Hant': '{cases}，全部通過',
  },
  waiting: {
    en: '; {count} to be confirmed',
    'zh-Hans': '；待确认 {count}',
    'zh-Hant': '；待確認 {count}',
  },
  expected: { en: 'expected', 'zh-Hans': '应得', 'zh-Hant': '應得' },
  got: { en: 'got', 'zh-Hans': '实得', 'zh-Hant': '實得' },
  more: { en: '{by} too much', 'zh-Hans': '多 {by}', 'zh-Hant': '多 {by}' },
  less: { en: '{by} too little', 'zh-Hans': '少 {by}', 'zh-Hant': '少 {by}' },
  of: { en: '{what} of {whose}', 'zh-Hans': '{whose} 的 {what}', 'zh-Hant': '{whose} 的 {what}' },
  noLine: {
    en: 'nothing: there is no such line; there is {lines}',
    'zh-Hans': '没有这一项；现有：{lines}',
    'zh-Hant': '沒有這一項；現有：{lines}',
  },
  severalLines: {
    en: 'several: say which, {lines}',
    'zh-Hans': '有多项，请写明是哪一项：{lines}',
    'zh-Hant': '有多項，請寫明是哪一項：{lines}',
  },
  explained: {
    en: 'The first {count} are explained; `--filter` shows another.',
    'zh-Hans': '只说明了前 {count} 个；用 `--filter` 查看其他案例。',
    'zh-Hant': '只說明了前 {count} 個；用 `--filter` 檢視其他案例。',
  },
  annotated: {
    en: '; the first {count} differences are annotated',
    'zh-Hans': '；已批注前 {count} 处差异',
    'zh-Hant': '；已註記前 {count} 處差異',
  },
  updated: {
    en: 'results written: {count} ({files})',
    'zh-Hans': '已写入结果 {count} 处（{files}）',
    'zh-Hant': '已寫入結果 {count} 處（{files}）',
  },
  running: { en: 'running cases', 'zh-Hans': '运行案例', 'zh-Hant': '執行案例' },
  watching: {
    en: 'Watching {folder}: runs again when a file changes. Ctrl-C ends it.',
    'zh-Hans': '正在监视 {folder}：文件有改动时重新运行，按 Ctrl-C 结束。',
    'zh-Hant': '正在監看 {folder}：檔案有更動時重新執行，按 Ctrl-C 結束。',
  },
  golden: { en: 'golden results', 'zh-Hans': '基准结果', 'zh-Hant': '基準結果' },
  goldenLines: {
    en: '{count} lines differ from {file}, the largest first',
    'zh-Hans': '有 {count} 项与 {file} 不同，差额大的在前',
    'zh-Hant': '有 {count} 項與 {file} 不同，差額大的在前',
  },
  goldenNoFile: {
    en: 'there is no {file} yet: `bylaw test --update` writes it',
    'zh-Hans': '还没有 {file}：用 `bylaw test --update` 写出',
    'zh-Hant': '還沒有 {file}：用 `bylaw test --update` 寫出',
  },
  goldenNone: {
    en: '{file} is no golden file: `bylaw test --update` writes it anew',
    'zh-Hans': '{file} 不是基准文件：用 `bylaw test --update` 重新写出',
    'zh-Hant': '{file} 不是基準檔案：用 `bylaw test --update` 重新寫出',
  },
  goldenChanged: {
    en: '{file} is not the file that the digest is of; {count} lines differ from this run',
    'zh-Hans': '{file} 与摘要值不符；与本次结果不同的有 {count} 项',
    'zh-Hant': '{file} 與摘要值不符；與本次結果不同的有 {count} 項',
  },
  nothing: { en: 'nothing', 'zh-Hans': '无', 'zh-Hant': '無' },
  heldCount: { en: 'lines held', 'zh-Hans': '暂缓项数', 'zh-Hant': '暫緩項數' },
  unplacedCount: {
    en: 'rows that belong to nobody',
    'zh-Hans': '无法归属的数据行数',
    'zh-Hant': '無法歸屬的資料列數',
  },
  problemsCount: {
    en: 'cells that cannot be read',
    'zh-Hans': '有问题的数据格数',
    'zh-Hant': '有問題的資料格數',
  },
} as const satisfies { readonly [key: string]: Words }
