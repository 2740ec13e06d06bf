import type { Words } from '../base/language.ts'

/** What `bylaw mutate` says beside the changes themselves. */
export const mutateWords = {
  trying: { en: 'trying changes', 'zh-Hans': '逐一试改', 'zh-Hant': '逐一試改' },
  head: {
    en: '{count} changes that no case would notice',
    'zh-Hans': '有 {count} 处改动，任何案例都不会发现',
    'zh-Hant': '有 {count} 處改動，任何案例都不會發現',
  },
  headOne: {
    en: '1 change that no case would notice',
    'zh-Hans': '有 1 处改动，任何案例都不会发现',
    'zh-Hant': '有 1 處改動，任何案例都不會發現',
  },
  allNoticed: {
    en: 'The cases notice every change.',
    'zh-Hans': '每一处改动都有案例发现。',
    'zh-Hant': '每一處改動都有案例發現。',
  },
  line: {
    en: 'line {line}: {change}',
    'zh-Hans': '第 {line} 行：{change}',
    'zh-Hant': '第 {line} 行：{change}',
  },
  wouldNotice: {
    en: 'would be noticed by {case}',
    'zh-Hans': '能发现它的：{case}',
    'zh-Hant': '能發現它的：{case}',
  },
  unread: {
    en: 'no case expects a result of this, or of anything that reads it',
    'zh-Hans': '没有案例检验该条款或读取它的条款的结果',
    'zh-Hant': '沒有案例檢驗該條款或讀取它的條款的結果',
  },
  accepted: {
    en: '{clause}: {change} (accepted: {why})',
    'zh-Hans': '{clause}：{change}（已接受：{why}）',
    'zh-Hant': '{clause}：{change}（已接受：{why}）',
  },
  score: {
    en: 'Noticed {killed} of {tried} changes ({share})',
    'zh-Hans': '{tried} 处改动中发现了 {killed} 处（{share}）',
    'zh-Hant': '{tried} 處改動中發現了 {killed} 處（{share}）',
  },
  notCounted: {
    en: 'Not counted: {refused} that `bylaw check` refuses, {equivalent} that change nothing',
    'zh-Hans': '未计入：`bylaw check` 会拒绝的 {refused} 处，不影响任何计算的 {equivalent} 处',
    'zh-Hant': '未計入：`bylaw check` 會拒絕的 {refused} 處，不影響任何計算的 {equivalent} 處',
  },
  sampled: {
    en: 'tried {count} of {all} changes, evenly spread (--max {count})',
    'zh-Hans': '在 {all} 处改动中均匀抽取了 {count} 处（--max {count}）',
    'zh-Hant': '在 {all} 處改動中均勻抽取了 {count} 處（--max {count}）',
  },
  failing: {
    en: '{count} cases fail before any change and are left out: `bylaw test` shows them',
    'zh-Hans': '有 {count} 个案例在改动之前就不通过，未予采用：运行 `bylaw test` 查看',
    'zh-Hant': '有 {count} 個案例在更動之前就不通過，未予採用：執行 `bylaw test` 檢視',
  },
  below: {
    en: 'below the threshold of {threshold}',
    'zh-Hans': '低于要求的 {threshold}',
    'zh-Hant': '低於要求的 {threshold}',
  },
} as const satisfies { readonly [key: string]: Words }
