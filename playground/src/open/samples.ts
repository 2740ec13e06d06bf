import type { Words } from '../../../src/index.ts'

/** A policy that comes with the page. `data`: the sample whose data folder it reads, unless its own. */
export type Sample = {
  readonly id: string
  readonly title: Words
  readonly period: string
  /** What "now" is in it: a time in the policy's zone. */
  readonly now?: string
  readonly data?: string
}

export const samples: readonly Sample[] = [
  {
    id: 'first-commission',
    title: { en: 'First commission', 'zh-Hans': '第一份提成（英文）', 'zh-Hant': '第一份提成（英文）' },
    period: '2026-Q1',
  },
  {
    id: 'margin-matrix',
    title: {
      en: 'Margin matrix (Traditional Chinese)',
      'zh-Hans': '毛利分级提成（繁体）',
      'zh-Hant': '毛利分級提成',
    },
    period: '2026-03',
  },
  {
    id: 'deductions-zh',
    title: { en: 'Deductions (Chinese)', 'zh-Hans': '扣款与法定限额', 'zh-Hant': '扣款與法定限額（簡體）' },
    period: '2026-Q2',
  },
  {
    id: 'tangyu-zh',
    title: {
      en: 'Tangyu, a quarter of 61 people (Chinese)',
      'zh-Hans': '棠屿泵阀：61 人的一个季度',
      'zh-Hant': '棠嶼泵閥：61 人的一個季度（簡體）',
    },
    period: '2026-Q2',
  },
  {
    id: 'tangyu-en',
    title: {
      en: 'Tangyu, a quarter of 61 people',
      'zh-Hans': '棠屿泵阀（英文）',
      'zh-Hant': '棠嶼泵閥（英文）',
    },
    period: '2026-Q2',
    data: 'tangyu-zh',
  },
  {
    id: 'handbook-zh',
    title: {
      en: 'Sales handbook, 80 articles (Chinese)',
      'zh-Hans': '《销售业务管理制度》八十条',
      'zh-Hant': '《銷售業務管理制度》八十條（簡體）',
    },
    period: '2026-Q2',
    now: '2026-07-07T12:00',
  },
  {
    id: 'handbook-en',
    title: {
      en: 'Sales handbook, 80 articles',
      'zh-Hans': '《销售业务管理制度》（英文）',
      'zh-Hant': '《銷售業務管理制度》（英文）',
    },
    period: '2026-Q2',
    now: '2026-07-07T12:00',
    data: 'handbook-zh',
  },
]
