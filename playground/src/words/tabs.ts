/** What the tabs are called: the texts of a view come with it. */
export const words = {
  charts: { en: 'Charts', 'zh-Hans': '图表', 'zh-Hant': '圖表' },
} as const
