import type { Words } from '../base/language.ts'

export const decideWords = {
  undecided: { en: 'undecided', 'zh-Hans': '未决定', 'zh-Hant': '未決定' },
  notApplicable: { en: 'not applicable', 'zh-Hans': '不适用', 'zh-Hant': '不適用' },
  row: {
    en: 'row {row} of “{table}” ({file}:{line})',
    'zh-Hans': '“{table}”第 {row} 行（{file}:{line}）',
    'zh-Hant': '「{table}」第 {row} 列（{file}:{line}）',
  },
  line: { en: 'line {line}', 'zh-Hans': '第 {line} 行', 'zh-Hant': '第 {line} 列' },
  counted: {
    en: '{all} requests: {decided} decided, {undecided} undecided, {notApplicable} not applicable',
    'zh-Hans': '请求 {all} 个：已决定 {decided}，未决定 {undecided}，不适用 {notApplicable}',
    'zh-Hant': '請求 {all} 個：已決定 {decided}，未決定 {undecided}，不適用 {notApplicable}',
  },
  inputs: {
    en: 'What a request to {clause} says (a row of {record})',
    'zh-Hans': '对“{clause}”的请求要写的内容（{record} 的一行）',
    'zh-Hant': '對「{clause}」的請求要寫的內容（{record} 的一列）',
  },
  field: { en: 'field', 'zh-Hans': '字段', 'zh-Hant': '欄位' },
  keyOr: {
    en: '{record} (key, or its fields)',
    'zh-Hans': '{record}（键或其字段）',
    'zh-Hant': '{record}（鍵或其欄位）',
  },
  kind: { en: 'type', 'zh-Hans': '类型', 'zh-Hant': '類型' },
  note: { en: 'note', 'zh-Hans': '说明', 'zh-Hant': '說明' },
  optional: { en: 'may be left out', 'zh-Hans': '可以不写', 'zh-Hant': '可以不寫' },
  ofOthers: { en: 'worked out from other rows', 'zh-Hans': '由其他行算出', 'zh-Hant': '由其他列算出' },
  ofPeriod: { en: 'the period asked for', 'zh-Hans': '所问的期间', 'zh-Hant': '所問的期間' },
  example: { en: 'For example', 'zh-Hans': '例如', 'zh-Hant': '例如' },
} as const satisfies { readonly [key: string]: Words }
