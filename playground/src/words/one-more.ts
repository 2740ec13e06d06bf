/** What one more deal would pay. */
export const words = {
  title: {
    en: 'What would one more deal pay?',
    'zh-Hans': '再成一单能多拿多少？',
    'zh-Hant': '再成一單能多拿多少？',
  },
  working: { en: 'Working it out …', 'zh-Hans': '正在计算……', 'zh-Hant': '正在計算……' },
  cannot: {
    en: 'It cannot be worked out with the text as it is.',
    'zh-Hans': '按当前文本无法计算。',
    'zh-Hant': '按目前文字無法計算。',
  },
  none: {
    en: 'There is no row of this person in the period whose amount pays by itself.',
    'zh-Hans': '本期没有此人可据以计算的业务记录。',
    'zh-Hant': '本期沒有此人可據以計算的業務記錄。',
  },
  what: { en: 'One more', 'zh-Hans': '增加', 'zh-Hant': '增加' },
  amount: { en: '{label} of', 'zh-Hans': '{label}', 'zh-Hant': '{label}' },
  like: {
    en: 'Like {like} in everything else. Nothing is kept.',
    'zh-Hans': '其余各项与 {like} 相同。不会保存。',
    'zh-Hant': '其餘各項與 {like} 相同。不會儲存。',
  },
  wrong: { en: 'This is no such amount.', 'zh-Hans': '金额写法有误。', 'zh-Hant': '金額寫法有誤。' },
  same: { en: 'It pays nothing more.', 'zh-Hans': '不会多拿。', 'zh-Hant': '不會多拿。' },
  total: {
    en: 'in all: {before} → {after}',
    'zh-Hans': '合计：{before} → {after}',
    'zh-Hant': '合計：{before} → {after}',
  },
  clause: {
    en: '{title}: {before} → {after}',
    'zh-Hans': '{title}：{before} → {after}',
    'zh-Hant': '{title}：{before} → {after}',
  },
  held: {
    en: '{count} amounts are held, and in none of these.',
    'zh-Hans': '有 {count} 项暂缓，未计入上述金额。',
    'zh-Hant': '有 {count} 項暫緩，未計入上述金額。',
  },
} as const
