import type { Language, Words } from '../language.ts'

/** Arguments of findings that hold a term of the language, not a name that the author chose. */
const termed: ReadonlySet<string> = new Set([
  'expected',
  'found',
  'left',
  'right',
  'grain',
  'here',
  'operation',
  'part',
  'period',
  'periods',
  'headings',
  'use',
  'weekday',
  'lacking',
])

type Three = readonly [en: string, hans: string, hant: string]

/** What no row of a table covers, where nobody looks at one row: explanations name the values themselves. */
export const theseValues = 'these values'

/** Kinds of values, as the checker names them. */
const kinds: readonly (readonly [string, Three])[] = [
  [theseValues, ['these values', '这些数值', '這些數值']],
  ['number', ['a number', '数字', '數字']],
  ['count', ['a count', '个数', '個數']],
  ['percent', ['a percentage', '百分比', '百分比']],
  ['price-ratio', ['a price ratio', '折数', '折數']],
  ['ratio', ['a ratio (as 80%)', '比率（如 80%）', '比率（如 80%）']],
  ['points', ['points', '分数', '分數']],
  ['money', ['money', '金额', '金額']],
  ['date', ['a date', '日期', '日期']],
  ['time', ['a time', '时刻', '時刻']],
  ['clock', ['a time of day (18:00)', '钟点（如 18:00）', '鐘點（如 18:00）']],
  ['seconds', ['a number of hours', '小时数', '小時數']],
  ['working-seconds', ['a number of working hours', '工作小时数', '工作小時數']],
  ['working-days', ['a number of working days', '工作日数', '工作日數']],
  ['text', ['a text', '文本', '文字']],
  ['yes/no', ['yes or no', '是否', '是否']],
  ['days', ['a number of days', '天数', '天數']],
  ['months', ['a number of months', '月数', '月數']],
  ['value', ['a value', '一个值', '一個值']],
  ['rate', ['a rate', '比例', '比例']],
  ['pays', ['an amount of money', '金额', '金額']],
]

const headings: readonly (readonly [string, Three])[] = [
  ['name', ['name', '名称', '名稱']],
  ['from', ['from', '自', '自']],
  ['over', ['over', '超过', '超過']],
  ['at', ['at', '节点', '節點']],
  ['until', ['until', '至', '至']],
  ['rate', ['rate', '比例', '比例']],
  ['pays', ['pays', '计发额', '計發額']],
  ['points', ['points', '分数', '分數']],
]

/** What stands in a YAML file. */
const yaml: readonly (readonly [string, Three])[] = [
  ['one text', ['a text', '一段文字', '一段文字']],
  ['two rows', ['headings and at least one row', '表头和至少一行', '表頭和至少一列']],
  ['list', ['a list', '列表', '清單']],
  ['map', ['keys with values', '键与值', '鍵與值']],
  ['empty', ['nothing', '空白', '空白']],
]

const others: readonly (readonly [string, Three])[] = [
  ['working days', ['working days', '工作日', '工作日']],
  ['start', ['start', '起算', '起算']],
  ['within', ['within', '限期', '限期']],
  ['zone', ['time zone', '时区', '時區']],
  ['Monday', ['Mondays', '周一', '週一']],
  ['Tuesday', ['Tuesdays', '周二', '週二']],
  ['Wednesday', ['Wednesdays', '周三', '週三']],
  ['Thursday', ['Thursdays', '周四', '週四']],
  ['Friday', ['Fridays', '周五', '週五']],
  ['Saturday', ['Saturdays', '周六', '週六']],
  ['Sunday', ['Sundays', '周日', '週日']],
  ['the whole policy', ['the whole policy', '整个制度', '整個制度']],
  ['not per period', ['a plain amount', '未注明期间', '未註明期間']],
  ['year', ['year', '年度', '年度']],
  ['half-year', ['half-year', '半年度', '半年度']],
  ['quarter', ['quarter', '季度', '季度']],
  ['month', ['month', '月', '月']],
  ['if', ['if', '如果', '如果']],
  ['if missing', ['if missing', '缺失时取', '缺漏時取']],
  ['larger of', ['larger of', '较大者', '較大者']],
  ['smaller of', ['smaller of', '较小者', '較小者']],
  ['indicator', ['indicator', '指标', '指標']],
  ['score', ['score', '得分', '得分']],
  ['actual', ['actual', '实际', '實際']],
]

function byTerm(entries: readonly (readonly [string, Three])[]): ReadonlyMap<string, Words> {
  return new Map(entries.map(([term, [en, hans, hant]]) => [term, { en, 'zh-Hans': hans, 'zh-Hant': hant }]))
}

/** What credit counts for, as it is written. */
const uses = byTerm([
  ['quota', ['quota', '考核', '考核']],
  ['pay', ['pay', '计薪', '計薪']],
  ['team', ['team', '团队', '團隊']],
])
const general = byTerm([...kinds, ...yaml, ...others])
const columns = byTerm(headings)

/** An argument of a finding in the reader's language; a name that the author chose stays as it is. */
export function inWords(argument: string, text: string, language: Language): string {
  if (argument === 'near') return text === '' ? '' : didYouMean(text, language)
  if (!termed.has(argument)) return text
  if (argument === 'use') return uses.get(text)?.[language] ?? text
  if (argument === 'headings' || argument === 'periods') {
    const words = argument === 'headings' ? columns : general
    const separator = language === 'en' ? ', ' : '、'
    return text
      .split(', ')
      .map((word) => words.get(word)?.[language] ?? word)
      .join(separator)
  }
  return general.get(text)?.[language] ?? (language === 'en' ? text : phrase(text, language))
}

function didYouMean(name: string, language: Language): string {
  return {
    en: `. Did you mean \`${name}\`?`,
    'zh-Hans': `。是否想写“${name}”？`,
    'zh-Hant': `。是否想寫「${name}」？`,
  }[language]
}

/** What the checker puts together: `money in CNY`, `one of rep, senior`, `each Order`, `Rep per quarter`. */
function phrase(text: string, language: Exclude<Language, 'en'>): string {
  const term = (word: string): string => general.get(word)?.[language] ?? word
  const money = /^money in (\S+)$/.exec(text)
  if (money?.[1] !== undefined) return `${term('money')}（${money[1]}）`
  const list = /^one of (.+)$/s.exec(text)
  if (list?.[1] !== undefined) return `${list[1].split(', ').join('、')} 之一`
  const each = /^each (.+)$/s.exec(text)
  if (each?.[1] !== undefined) return language === 'zh-Hans' ? `每个${each[1]}` : `每個${each[1]}`
  const per = /^(?:(.+) )?per (\S+)$/s.exec(text)
  if (per?.[2] !== undefined) return `${per[1] ?? ''}每${term(per[2])}`
  return text
}
