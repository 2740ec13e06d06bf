import { formatDay, parseDay } from '../../../base/day.ts'
import { parseDecimal, power10, rescale } from '../../../base/decimal.ts'
import type { Type } from '../../../plan/plan.ts'
import { exactText } from '../../evaluate/exact-text.ts'
import type { Shown } from '../../evaluate/trace.ts'
import { isShare } from '../question.ts'
import { writtenText } from '../said-in-run.ts'
import type { Axis } from './axes.ts'

/** Values of an axis between which nothing that is asked of it can tell. `said`: one of them, as a form has it written. */
export type AxisClass =
  | { readonly is: 'word'; readonly said: string; readonly shown: Shown }
  /** Any text that no cell names. */
  | { readonly is: 'other'; readonly said: string }
  /** The integers from `from` to `until`, at the scale of the type; the bounds as a reader tells them, and the first alone. */
  | {
      readonly is: 'range'
      readonly said: string
      readonly from: bigint
      readonly until: bigint
      readonly only: Shown
      readonly low?: ClassEnd
      readonly high?: ClassEnd
    }
export type ClassEnd = { readonly shown: Shown; readonly included: boolean }
type RangeClass = Extract<AxisClass, { is: 'range' }>

/** Between two integers: `above` is the first that lies beyond. `included`: whether the bound belongs to what is above. */
export type Cut = { readonly above: bigint; readonly end?: { readonly at: bigint; readonly scale: number } }

/** The classes that the tables themselves make, and those that further cuts make of them. */
export function classesOf({ input, tests }: Axis, more: readonly Cut[] = []): readonly AxisClass[] {
  const { type } = input
  switch (type.is) {
    case 'truth':
      return ['true', 'false'].map((said) => ({ is: 'word', said, shown: { is: 'truth', text: said } }))
    case 'enum':
      return type.values.map((said) => ({ is: 'word', said, shown: { is: 'enum', text: said } }))
    case 'text': {
      const named = tests.flatMap(({ test }) => (test.is === 'range' ? [] : test.values.map(String)))
      const words = [...new Set(named)]
      return [
        ...words.map((said): AxisClass => ({ is: 'word', said, shown: { is: 'text', text: said } })),
        { is: 'other', said: words.includes('–') ? '––' : '–' },
      ]
    }
    default:
      return ranges(type, [...cutsOf(type, tests), ...more])
  }
}

function scaleOf(type: Type): number {
  return type.is === 'int' ? type.scale : 0
}

/** Between which integers of the type a bound lies: an excluded low one and an included high one cut above it. */
function cutsOf(type: Type, tests: Axis['tests']): readonly Cut[] {
  return tests.flatMap(({ test, scale }) => {
    const cut = (text: string, after: boolean): Cut => {
      const at = BigInt(text)
      return { above: after ? firstAfter(at, scale, type) : firstFrom(at, scale, type), end: { at, scale } }
    }
    if (test.is !== 'range')
      return test.values.flatMap((value) => [cut(String(value), false), cut(String(value), true)])
    return test.ranges.flatMap(({ low, high }) => [
      ...(low ? [cut(low.at, !low.included)] : []),
      ...(high ? [cut(high.at, high.included)] : []),
    ])
  })
}

/** The first integer at the scale of the type that is no less than a number of another scale. */
function firstFrom(at: bigint, scale: number, type: Type): bigint {
  const own = scaleOf(type)
  if (own >= scale) return at * power10(own - scale)
  const unit = power10(scale - own)
  const floor = at / unit - (at % unit < 0n ? 1n : 0n)
  return floor * unit === at ? floor : floor + 1n
}

function firstAfter(at: bigint, scale: number, type: Type): bigint {
  const own = scaleOf(type)
  const first = firstFrom(at, scale, type)
  const isIt = own >= scale || rescale({ digits: at, scale }, own) !== undefined
  return isIt ? first + 1n : first
}

/** From the year 1 to the year 9999, as dates are written. */
const days = { min: '-719162', max: '2932896' }

function ranges(type: Type, cuts: readonly Cut[]): readonly AxisClass[] {
  const { min, max } = type.is === 'int' ? type : days
  const [least, most] = [BigInt(min), BigInt(max)]
  const inside = new Map<bigint, Cut>()
  for (const cut of cuts)
    if (cut.above > least && cut.above <= most && !inside.has(cut.above)) inside.set(cut.above, cut)
  const sorted = [...inside.values()].sort((a, b) => (a.above < b.above ? -1 : 1))
  return [undefined, ...sorted].map((cut, i): AxisClass => {
    const next = sorted[i]
    const from = cut?.above ?? least
    const until = next ? next.above - 1n : most
    const low = cut && endOf(type, cut, 'low')
    const high = next && endOf(type, next, 'high')
    const said = saidOf(type, usual(type, from, until, cut !== undefined, next !== undefined))
    const only = shownAt(type, from, scaleOf(type))
    return { is: 'range', said, from, until, only, ...(low && { low }), ...(high && { high }) }
  })
}

/** A cut as the bound that was written, or as the first integer above it. */
function endOf(type: Type, { above, end }: Cut, side: 'low' | 'high'): ClassEnd {
  const { at, scale } = end ?? { at: above, scale: scaleOf(type) }
  const own = scaleOf(type)
  const from = above * power10(Math.max(0, scale - own))
  const isAbove = from <= at * power10(Math.max(0, own - scale))
  return { shown: shownAt(type, at, scale), included: side === 'low' ? isAbove : !isAbove }
}

function shownAt(type: Type, at: bigint, scale: number): Shown {
  if (type.is !== 'int') return { is: 'date', text: formatDay(Number(at)) }
  const { unit, currency } = type
  const text = exactText(at, scale, unit === 'money' ? 2 : 0)
  return { is: 'number', text, unit, ...(currency !== undefined && { currency }) }
}

/** An integer of the type as a form has it written. */
export function saidOf(type: Type, at: bigint): string {
  return writtenText(shownAt(type, at, scaleOf(type)), type) ?? ''
}

/** How far from its one bound a range without the other is looked into: so many times the bound, or so many tens. */
const reach = 10n

/** What is looked at of a range that goes on for ever; of one without any bound, around what a form says. */
export function lookedAt(type: Type, range: RangeClass): { readonly from: bigint; readonly until: bigint } {
  const { from, until, said, low, high } = range
  const own = low || high ? undefined : integerOf(type, said)
  if (own === undefined || own <= 0n) return near(type, from, until, low !== undefined, high !== undefined)
  return { from: later(from, 0n), until: sooner(until, own * reach) }
}

function near(type: Type, from: bigint, until: bigint, low: boolean, high: boolean) {
  const unit = type.is === 'date' ? 36n : power10(scaleOf(type)) * 10n
  const far = (at: bigint) => (at === 0n || type.is === 'date' ? unit : at < 0n ? -at : at) * reach
  const zero = from <= 0n && until >= 0n
  const start = low ? from : high ? (zero ? 0n : later(from, until - far(until))) : zero ? 0n : from
  const end = high ? until : sooner(until, (low ? from : start) + far(low ? from : start))
  return { from: start, until: end < start ? start : end }
}

const later = (a: bigint, b: bigint) => (a > b ? a : b)
const sooner = (a: bigint, b: bigint) => (a < b ? a : b)

/** A round value inside a range, as near to its middle as such a one lies. */
function usual(type: Type, from: bigint, until: bigint, low: boolean, high: boolean): bigint {
  if (type.is === 'date') return low ? from : high ? until : sooner(until, later(from, 20_000n))
  const looked = near(type, from, until, low, high)
  // Beyond its bound a range is shown by what lies not too far away.
  const end = high ? looked.until : sooner(looked.until, looked.from + (looked.until - looked.from) / 10n)
  const middle = (looked.from + end) / 2n
  for (let step = power10(looked.until.toString().length); step > 1n; step /= 10n) {
    const below = (middle / step) * step
    const fits = [below, below + step, below - step].filter(
      (at) => at !== 0n && at >= looked.from && at <= end && at >= from && at <= until,
    )
    const [best] = fits.sort((a, b) => (distance(a, middle) < distance(b, middle) ? -1 : 1))
    if (best !== undefined) return best
  }
  return middle
}

const distance = (a: bigint, b: bigint) => (a < b ? b - a : a - b)

/** The class that a form's text lies in; −1 for what is not said, or is none of them. */
export function classAt(type: Type, classes: readonly AxisClass[], text: string | undefined): number {
  const said = text?.normalize('NFKC').trim() ?? ''
  if (said === '') return -1
  const word = classes.findIndex((one) => one.is === 'word' && one.said === said)
  if (word >= 0 || type.is === 'enum' || type.is === 'truth') return word
  if (type.is === 'text') return classes.findIndex(({ is }) => is === 'other')
  const at = integerOf(type, said)
  return at === undefined
    ? -1
    : classes.findIndex((one) => one.is === 'range' && one.from <= at && at <= one.until)
}

function integerOf(type: Type, said: string): bigint | undefined {
  if (type.is === 'date') {
    const day = parseDay(said)
    return day === undefined ? undefined : BigInt(day)
  }
  const plain = said.replace(/(?<=\d)[,_ ](?=\d)/gu, '')
  const percent = plain.endsWith('%') || (isShare(type) && /^[-+]?[\d.]+$/u.test(plain))
  const number = parseDecimal(plain.replace(/%$/u, '').trim())
  if (!number) return undefined
  const { digits, scale } = number
  return rescale({ digits, scale: scale + (percent ? 2 : 0) }, scaleOf(type))
}
