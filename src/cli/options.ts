import { languages } from '../base/language.ts'
import type { OptionSpec } from './command.ts'

// Options that several commands have.

export const language: OptionSpec = {
  name: 'language',
  value: languages.join('|'),
  choices: languages,
  help: {
    en: 'language of messages (the policy’s own unless written)',
    'zh-Hans': '消息所用语言（不写则用制度自己的语言）',
    'zh-Hant': '訊息所用語言（不寫則用制度自己的語言）',
  },
}
export const help: OptionSpec = {
  name: 'help',
  short: 'h',
  help: { en: 'show this help', 'zh-Hans': '显示本说明', 'zh-Hant': '顯示本說明' },
}
export const previous: OptionSpec = {
  name: 'previous',
  value: 'FILE',
  help: {
    en: 'results.json of the period before: what is carried on begins with it, and earlier periods are not run again',
    'zh-Hans': '上期的 results.json：结转的余额由此开始，不再重算更早的期间',
    'zh-Hant': '上期的 results.json：結轉的餘額由此開始，不再重算更早的期間',
  },
}
export const now: OptionSpec = {
  name: 'now',
  value: '2026-07-07T12:00',
  help: {
    en: 'what `now` is, in the policy’s zone unless an offset stands behind it; the clock is never asked',
    'zh-Hans': '“现在”的时刻，不写时差则按制度的时区；从不读取系统时钟',
    'zh-Hant': '「現在」的時刻，不寫時差則按制度的時區；從不讀取系統時鐘',
  },
}
export const data: OptionSpec = {
  name: 'data',
  value: 'DIR',
  help: {
    en: 'folder of the CSV or JSON files (POLICY/data unless written)',
    'zh-Hans': 'CSV 或 JSON 数据文件夹（不写则用 POLICY/data）',
    'zh-Hant': 'CSV 或 JSON 資料夾（不寫則用 POLICY/data）',
  },
}
export const period: OptionSpec = {
  name: 'period',
  value: '2026-Q3',
  help: {
    en: 'the period to pay: 2026-Q3, 2026-07, 2026, or all',
    'zh-Hans': '计算期间：2026-Q3、2026-07、2026 或 all（全部）',
    'zh-Hant': '計算期間：2026-Q3、2026-07、2026 或 all（全部）',
  },
}

/** What `bylaw due` is told: when it is, and what of it is wanted. */
export const dueOptions: readonly OptionSpec[] = [
  now,
  {
    name: 'within',
    value: '"3 days"',
    help: {
      en: 'only what is due until then; also hours, minutes, weeks',
      'zh-Hans': '只列出在此之前到期的，如 3天、12小时',
      'zh-Hant': '只列出在此之前到期的，如 3天、12小時',
    },
  },
  {
    name: 'all',
    help: {
      en: 'also what is done, in time or late',
      'zh-Hans': '也列出已完成的（按时或超时）',
      'zh-Hant': '也列出已完成的（按時或逾時）',
    },
  },
  data,
  {
    name: 'format',
    value: 'table|csv|json',
    choices: ['table', 'csv', 'json'],
    help: {
      en: 'what to print: a table for people, CSV or JSON',
      'zh-Hans': '输出形式：给人看的表格、CSV 或 JSON',
      'zh-Hant': '輸出形式：給人看的表格、CSV 或 JSON',
    },
  },
  language,
  help,
]
