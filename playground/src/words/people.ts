/** The table of people. */
export const words = {
  tab: { en: 'People', 'zh-Hans': '人员', 'zh-Hant': '人員' },
  person: { en: 'Person', 'zh-Hans': '人员', 'zh-Hant': '人員' },
  total: { en: 'Total', 'zh-Hans': '合计', 'zh-Hant': '合計' },
  change: { en: 'Change', 'zh-Hans': '变化', 'zh-Hant': '變化' },
  reasons: { en: 'Why held', 'zh-Hans': '暂缓原因', 'zh-Hant': '暫緩原因' },
  held: { en: 'Held', 'zh-Hans': '暂缓', 'zh-Hant': '暫緩' },
  heldCount: { en: '{count} held', 'zh-Hans': '{count} 项暂缓', 'zh-Hant': '{count} 項暫緩' },
  currency: { en: 'Currency', 'zh-Hans': '币种', 'zh-Hant': '幣別' },
  find: { en: 'Find a person', 'zh-Hans': '查找人员', 'zh-Hant': '尋找人員' },
  changedOnly: { en: 'only changed', 'zh-Hans': '只看有变化的', 'zh-Hant': '只看有變化的' },
  heldOnly: { en: 'only held', 'zh-Hans': '只看暂缓的', 'zh-Hant': '只看暫緩的' },
  csv: { en: 'Save as CSV', 'zh-Hans': '保存为 CSV', 'zh-Hant': '儲存為 CSV' },
  paidTo: {
    en: '{total} {currency} to {people} people',
    'zh-Hans': '{people} 人共 {total} {currency}',
    'zh-Hant': '{people} 人共 {total} {currency}',
  },
  against: {
    en: '{change} against the base version',
    'zh-Hans': '比基准版本 {change}',
    'zh-Hant': '比基準版本 {change}',
  },
  same: {
    en: 'the same as the base version',
    'zh-Hans': '与基准版本相同',
    'zh-Hant': '與基準版本相同',
  },
  shown: {
    en: '{shown} of {all} shown',
    'zh-Hans': '显示 {shown} / {all} 人',
    'zh-Hant': '顯示 {shown} / {all} 人',
  },
  nobody: {
    en: 'Nobody is paid in this period.',
    'zh-Hans': '本期间没有应付人员。',
    'zh-Hant': '本期間沒有應付人員。',
  },
  caption: {
    en: 'What each person is paid in {period}',
    'zh-Hans': '{period} 各人应得',
    'zh-Hant': '{period} 各人應得',
  },
} as const
