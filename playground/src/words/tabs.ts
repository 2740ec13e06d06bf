/** What the tabs are called: the texts of a view come with it. */
export const words = {
  compare: { en: 'Compare', 'zh-Hans': '比较', 'zh-Hant': '比較' },
  charts: { en: 'Charts', 'zh-Hans': '图表', 'zh-Hant': '圖表' },
  decide: { en: 'Decide', 'zh-Hans': '裁决', 'zh-Hant': '裁決' },
  data: { en: 'Data', 'zh-Hans': '数据', 'zh-Hant': '資料' },
  cases: { en: 'Cases', 'zh-Hans': '案例', 'zh-Hant': '案例' },
  failing: { en: 'fail', 'zh-Hans': '个未通过', 'zh-Hant': '個未通過' },
} as const
