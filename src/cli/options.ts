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
