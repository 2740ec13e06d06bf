import { type Decimal, parseDecimal } from '../../base/decimal.ts'
import type { Words } from '../../base/language.ts'
import { compareDecimals, isZero, minus, zero } from './amount.ts'
import type { Impact } from './impact.ts'
import { changesNothing } from './sections.ts'
import { moneyText, personText, shareText, signedText, type Telling } from './told.ts'
import { say } from './words.ts'

/** A limit: an amount, or a part of what was paid before. */
export type Limit =
  | { readonly is: 'amount'; readonly amount: Decimal; readonly currency?: string }
  | { readonly is: 'share'; readonly percent: Decimal }

export const failures = ['change', 'held', 'finding', 'loss', 'decision', 'cliff'] as const
export type Failure = (typeof failures)[number]

/** What a change must not do. */
export type Gates = {
  /** The total may rise by so much at most. */
  readonly budget: readonly Limit[]
  /** Nobody may lose more. */
  readonly maxLoss: readonly Limit[]
  readonly failOn: readonly Failure[]
}

/** A gate that was asked for, and why it failed. */
export type GateResult = {
  readonly gate: string
  readonly passed: boolean
  readonly why: (telling: Telling) => string
}

/** `50000`, `50,000`, `50_000 CNY`, `2.5%`; undefined where it is neither. Negative ones are none. */
export function parseLimit(text: string): Limit | undefined {
  const m = /^\s*(\d[\d_,]*(?:\.\d+)?)\s*(%|％|[A-Za-z]{3}|元)?\s*$/u.exec(text)
  const number = m?.[1] ?? ''
  // A comma groups thousands and nothing else: `2,5` is no amount.
  if (!m || !/^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:_\d{3})+)(?:\.\d+)?$/u.test(number)) return undefined
  const value = parseDecimal(number.replace(/[,_]/gu, ''))
  if (!value) return undefined
  const unit = m[2]
  if (unit === '%' || unit === '％') return { is: 'share', percent: value }
  const currency = unit === '元' ? 'CNY' : unit?.toUpperCase()
  return { is: 'amount', amount: value, ...(currency !== undefined && { currency }) }
}

const words = {
  budgetOver: {
    en: 'the total rises by {change}, {over} more than {limit}',
    'zh-Hans': '总额增加 {change}，超出 {limit} 的部分为 {over}',
    'zh-Hant': '總額增加 {change}，超出 {limit} 的部分為 {over}',
  },
  budgetKept: {
    en: 'the total changes by {change}, within {limit}',
    'zh-Hans': '总额变化 {change}，未超出 {limit}',
    'zh-Hant': '總額變化 {change}，未超出 {limit}',
  },
  lossOver: {
    en: 'people who lose more than {limit}: {n}; the most: {person}, {change}',
    'zh-Hans': '{n} 人减少超过 {limit}；最多的是 {person}，{change}',
    'zh-Hant': '{n} 人減少超過 {limit}；最多的是 {person}，{change}',
  },
  lossKept: {
    en: 'nobody loses more than {limit}',
    'zh-Hans': '没有人减少超过 {limit}',
    'zh-Hant': '沒有人減少超過 {limit}',
  },
  change: { en: 'something changes', 'zh-Hans': '结果有变化', 'zh-Hant': '結果有變化' },
  held: { en: 'lines newly held: {n}', 'zh-Hans': '新增 {n} 个暂缓项', 'zh-Hant': '新增 {n} 個暫緩項目' },
  finding: { en: 'new findings: {n}', 'zh-Hans': '新增 {n} 个问题', 'zh-Hant': '新增 {n} 個問題' },
  loss: { en: 'people who lose: {n}', 'zh-Hans': '{n} 人的金额减少', 'zh-Hant': '{n} 人的金額減少' },
  decision: {
    en: 'decisions, scores or time limits that change: {n}',
    'zh-Hans': '{n} 个评定、得分或时限有变化',
    'zh-Hant': '{n} 個評定、得分或時限有變化',
  },
  cliff: {
    en: 'people who cross a cliff or a gate: {n}',
    'zh-Hans': '{n} 人越过断崖或门槛',
    'zh-Hant': '{n} 人越過斷崖或門檻',
  },
  nothing: { en: 'nothing of the kind', 'zh-Hans': '没有这种情况', 'zh-Hant': '沒有這種情況' },
} as const satisfies { readonly [key: string]: Words }

/** Every gate that was asked for, passed or not. */
export function gateResults(impact: Impact, { budget, maxLoss, failOn }: Gates): readonly GateResult[] {
  return [
    ...budget.flatMap((limit) => budgetResults(impact, limit)),
    ...maxLoss.flatMap((limit) => lossResults(impact, limit)),
    ...failOn.map((failure) => failureResult(impact, failure)),
  ]
}

function budgetResults(impact: Impact, limit: Limit): readonly GateResult[] {
  return impact.totals.flatMap((total) => {
    const { currency, before } = total
    if (limit.is === 'amount' && limit.currency !== undefined && limit.currency !== currency) return []
    const change = minus(total.after, before)
    const most = limit.is === 'amount' ? limit.amount : partOf(before, limit.percent)
    const passed = compareDecimals(change, most) <= 0
    return [
      {
        gate: `--budget ${limitText(limit, '')}`,
        passed,
        why: ({ language }) =>
          say(passed ? words.budgetKept : words.budgetOver, language, {
            change: withCurrency(signedText(change, currency), currency),
            over: moneyText(minus(change, most), currency),
            limit: limitText(limit, currency),
          }),
      },
    ]
  })
}

function lossResults(impact: Impact, limit: Limit): readonly GateResult[] {
  const over = impact.people.filter((one) => {
    if (limit.is === 'amount' && limit.currency !== undefined && limit.currency !== one.currency) return false
    const loss = minus(one.before, one.after)
    const most = limit.is === 'amount' ? limit.amount : partOf(one.before, limit.percent)
    return loss.digits > 0n && compareDecimals(loss, most) > 0
  })
  const first = over[0]
  return [
    {
      gate: `--max-loss-per-person ${limitText(limit, '')}`,
      passed: first === undefined,
      why: (telling) =>
        first === undefined
          ? say(words.lossKept, telling.language, { limit: limitText(limit, '') })
          : say(words.lossOver, telling.language, {
              n: String(over.length),
              limit: limitText(limit, first.currency),
              person: personText(first.person, telling),
              change: `${signedText(minus(first.after, first.before), first.currency)}${shareIn(first)}`,
            }),
    },
  ]
}

function shareIn({ before, after }: Impact['people'][number]): string {
  const share = shareText(minus(after, before), before)
  return share === '' ? '' : ` (${share})`
}

function failureResult(impact: Impact, failure: Failure): GateResult {
  const n = countOf(impact, failure)
  return {
    gate: `--fail-on ${failure}`,
    passed: n === 0,
    why: ({ language }) => say(n === 0 ? words.nothing : words[failure], language, { n: String(n) }),
  }
}

function countOf(impact: Impact, failure: Failure): number {
  switch (failure) {
    case 'change':
      return changesNothing(impact) ? 0 : 1
    case 'held':
      return impact.held.length
    case 'finding':
      return impact.findings.added.length
    case 'loss':
      return impact.people.filter(({ before, after }) => compareDecimals(after, before) < 0).length
    case 'decision':
      return impact.results.length
    case 'cliff':
      return impact.cliffs.length
  }
}

function partOf(whole: Decimal, percent: Decimal): Decimal {
  const base = whole.digits < 0n ? zero : whole
  return { digits: base.digits * percent.digits, scale: base.scale + percent.scale + 2 }
}

function limitText(limit: Limit, currency: string): string {
  if (limit.is === 'share') {
    const { digits, scale } = limit.percent
    const text = moneyText({ digits, scale }, '').replace(/\.?0+$/u, '')
    return `${isZero(limit.percent) ? '0' : text}%`
  }
  return moneyText(limit.amount, limit.currency ?? currency)
}

function withCurrency(text: string, currency: string): string {
  return currency === '' ? text : `${text} ${currency}`
}

/** Limits of amounts that say no currency, where it is not clear which is meant. */
export function unclearLimit(impact: Impact, limits: readonly Limit[]): boolean {
  const currencies = impact.totals.length
  return currencies > 1 && limits.some((limit) => limit.is === 'amount' && limit.currency === undefined)
}
