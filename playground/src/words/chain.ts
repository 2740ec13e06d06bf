/** Who approves a request. */
export const words = {
  title: { en: 'Who approves', 'zh-Hans': '由谁审批', 'zh-Hant': '由誰審批' },
  and: { en: 'and', 'zh-Hans': '并且', 'zh-Hant': '並且' },
  all: {
    en: 'All of these, in any order:',
    'zh-Hans': '全部会签，不分先后：',
    'zh-Hant': '全部會簽，不分先後：',
  },
  one: { en: 'Any one of these:', 'zh-Hans': '其中任一人即可：', 'zh-Hant': '其中任一人即可：' },
  'in-turn': { en: 'One after the other:', 'zh-Hans': '依次审批：', 'zh-Hant': '依次審批：' },
  insteadOf: { en: 'stands in for {person}', 'zh-Hans': '代理 {person}', 'zh-Hant': '代理 {person}' },
} as const
