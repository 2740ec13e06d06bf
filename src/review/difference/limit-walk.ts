import { formatDay } from '../../base/day.ts'
import type { RoundingMode } from '../../base/decimal.ts'
import { formatDecimal } from '../../base/decimal.ts'
import type { Span } from '../../base/span.ts'
import type { Typed } from '../../check/checked.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Shown } from '../../targets/evaluate/trace.ts'
import { numberOf } from '../../targets/evaluate/value.ts'
import { type Alike, isTyped } from './limit-alike.ts'
import {
  atScale,
  type Constant,
  constantsOver,
  type Moved,
  movedBetween,
  type Read,
  written,
} from './limit-constants.ts'
import { comparisonOf, regionsApart, type Side, type TestRegion } from './limit-tests.ts'
import type { Range } from './range-text.ts'

/** What a test decides where it stands. */
export type TestRole = 'gate' | 'when' | 'who' | 'knock-out' | 'applies' | 'pass' | 'test'
export type NumberRole = 'rate' | 'factor' | 'amount' | 'weight' | 'target' | 'share' | 'number'

/**
 * A number of a clause that was moved, and where that makes a difference. `old` or `next` is absent where that version has
 * no such step.
 */
export type Limit = {
  /** What it stands in: a value that the clause reads, an indicator of a scorecard. */
  readonly in?: string
  /** The days for which it is so, where it hangs on the day. */
  readonly days?: { readonly from?: string; readonly until?: string }
  readonly old?: string
  readonly next?: string
} & (
  | {
      readonly is: 'test'
      readonly role: TestRole
      readonly of: string
      readonly regions: readonly TestRegion[]
    }
  | {
      readonly is: 'cap' | 'floor'
      /** What is limited; absent for the amount of the steps before it. */
      readonly of?: string
      readonly region: Range
      readonly more: boolean
      /** By how much at most; absent where that has no end. */
      readonly by?: Shown
    }
  | { readonly is: 'number'; readonly role: NumberRole; readonly of: string }
  /** Where a row of tiers begins, and whether that amount still belongs to the one before: `of` is its number. */
  | {
      readonly is: 'number'
      readonly role: 'row'
      readonly of: string
      readonly over: { readonly old: boolean; readonly next: boolean }
    }
  | { readonly is: 'rounding' }
  | { readonly is: 'level'; readonly region: Range }
  /** A step or an expression that is written otherwise, where no more can be said. */
  | { readonly is: 'written' }
)

export type Walk = {
  readonly old: Read
  readonly next: Read
  readonly alike: Alike
  readonly in?: string
  readonly add: (limit: Limit) => void
}

/** How a piece of either version is written; the whole of what is compared, for a number that needs its surroundings. */
type Place = {
  readonly role: TestRole
  readonly number: NumberRole
  readonly old: Typed
  readonly next: Typed
}

export function walkTyped(
  walk: Walk,
  a: Typed,
  b: Typed,
  role: TestRole = 'test',
  number: NumberRole = 'number',
) {
  if (walk.alike(a, b)) return
  part(walk, a, b, { role, number, old: a, next: b }, false)
}

function part(walk: Walk, a: Typed, b: Typed, place: Place, denied: boolean): void {
  if (walk.alike(a, b)) return
  if (constants(walk, a, b, place)) return
  if (a.is === 'compare' || b.is === 'compare') {
    if (tests(walk, a, b, place.role, denied)) return
  }
  if (a.is === 'not' && b.is === 'not') {
    part(walk, a.a, b.a, place, !denied)
    return
  }
  if (isJunction(a) || isJunction(b)) {
    junctions(walk, a, b, place, denied)
    return
  }
  if (bounds(walk, a, b, place)) return
  if (a.is === 'rounded' && b.is === 'rounded') {
    walkRounding(walk, a, b)
    part(walk, a.a, b.a, place, denied)
    return
  }
  const inner = innerOf(walk, a, b)
  // A word says nothing without what it is compared with.
  if (!inner || inner.some(([x, y]) => isWord(x) && isWord(y))) {
    writtenApart(walk, a.span, b.span)
    return
  }
  const role = a.is === 'if' ? 'test' : place.role
  for (const [x, y] of inner) part(walk, x, y, { ...place, role }, false)
}

function isWord(typed: Typed): boolean {
  return typed.is === 'const' && typeof typed.value !== 'bigint' && typeof typed.value !== 'number'
}

/** The expressions inside of two that are built alike; none where something else of them is another. */
function innerOf(walk: Walk, a: Typed, b: Typed): readonly (readonly [Typed, Typed])[] | undefined {
  if (a.is !== b.is) return undefined
  const pairs: (readonly [Typed, Typed])[] = []
  const match = (x: unknown, y: unknown): boolean => {
    if (isTyped(x) && isTyped(y)) {
      if (!walk.alike(x, y)) pairs.push([x, y])
      return true
    }
    if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) return walk.alike(x, y)
    if (Array.isArray(x) && Array.isArray(y) && x.length !== y.length) return false
    return entries(x, y).every(([one, other]) => match(one, other))
  }
  const own = entries(a, b).every(([x, y]) => match(x, y))
  return own && pairs.length > 0 ? pairs : undefined
}

function entries(a: object, b: object): readonly (readonly [unknown, unknown])[] {
  const [x, y] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  const keys = [...new Set([...x.keys(), ...y.keys()])]
  return keys
    .filter((key) => key !== 'span' && key !== 'type' && key !== 'literal')
    .map((key) => [x.get(key), y.get(key)] as const)
}

/** Both are numbers that hang on no data. */
function constants(walk: Walk, a: Typed, b: Typed, { number, old, next }: Place): boolean {
  const [x, y] = [constantsOver(walk.old, a), constantsOver(walk.next, b)]
  if (!x || !y) return false
  const whole = a === old && b === next
  const of = whole ? '' : written(walk.next, next.span)
  // `rate 2 → 3 of x` says what is paid of x: within an expression it is a number like others.
  const role = whole || number !== 'rate' ? number : 'number'
  for (const one of movedBetween(x, y)) walk.add({ is: 'number', role, of, ...textsOf(walk, one) })
  return true
}

export function textsOf(walk: Walk, { old, next, from, until }: Moved) {
  return {
    ...inOf(walk),
    old: old.text,
    next: next.text,
    ...((from !== undefined || until !== undefined) && {
      days: {
        ...(from !== undefined && { from: formatDay(from) }),
        ...(until !== undefined && { until: formatDay(until) }),
      },
    }),
  }
}

export function inOf(walk: Walk) {
  return walk.in === undefined ? {} : { in: walk.in }
}

function tests(walk: Walk, a: Typed, b: Typed, role: TestRole, denied: boolean): boolean {
  const [x, y] = [comparisonOf(walk.old, a, denied), comparisonOf(walk.next, b, denied)]
  if (!x || !y || !walk.alike(x.measure, y.measure)) return false
  const of = written(walk.next, y.measure.span)
  const add = (old: Constant, next: Constant, moved: Moved) => {
    const regions = regionsApart({ op: x.op, at: old }, { op: y.op, at: next })
    if (regions.length > 0) walk.add({ is: 'test', role, of, ...textsOf(walk, moved), regions })
  }
  if (x.op !== y.op) {
    const [old, next] = [x.at[0], y.at[0]]
    if (!old || !next || x.at.length > 1 || y.at.length > 1) return false
    const signs = { old: written(walk.old, a.span), next: written(walk.next, b.span) }
    const regions = regionsApart({ op: x.op, at: old }, { op: y.op, at: next })
    walk.add({ is: 'test', role, of, ...inOf(walk), ...signs, regions })
    return true
  }
  for (const one of movedBetween(x.at, y.at)) add(one.old, one.next, one)
  return true
}

type Junction = Extract<Typed, { is: 'and' | 'or' }>

function isJunction(typed: Typed): typed is Junction {
  return typed.is === 'and' || typed.is === 'or'
}

/** The parts that an `and`, or an `or`, joins: those that both have in their order, those that came, those that went. */
function junctions(walk: Walk, a: Typed, b: Typed, place: Place, denied: boolean): void {
  const is = isJunction(a) ? a.is : isJunction(b) ? b.is : 'and'
  if (isJunction(a) && isJunction(b) && a.is !== b.is) {
    writtenApart(walk, a.span, b.span)
    return
  }
  const split = (typed: Typed): readonly Typed[] =>
    isJunction(typed) && typed.is === is ? [...split(typed.a), ...split(typed.b)] : [typed]
  const cost = (x: Typed, y: Typed) => (walk.alike(x, y) ? 0 : x.is === y.is ? 1 : undefined)
  const pairs = aligned(split(a), split(b), cost)
  if (!pairs.some(([x, y]) => x && y)) {
    writtenApart(walk, a.span, b.span)
    return
  }
  for (const [x, y] of pairs) {
    if (x && y) part(walk, x, y, place, denied)
    else testAlone(walk, x, y, place.role, denied, (is === 'and') !== denied ? 'always' : 'never')
  }
}

/** A test that only one version has, where the other lets everything through, or nothing. */
export function testAlone(
  walk: Walk,
  a: Typed | undefined,
  b: Typed | undefined,
  role: TestRole,
  denied: boolean,
  other: 'always' | 'never',
): void {
  const [read, typed] = a ? [walk.old, a] : [walk.next, b]
  if (!typed) return
  const found = comparisonOf(read, typed, denied)
  const [at, ...more] = found?.at ?? []
  const text = written(read, typed.span)
  const texts = { ...inOf(walk), ...(a ? { old: text } : { next: text }) }
  if (!found || !at || more.length > 0) {
    walk.add({ is: 'written', ...texts })
    return
  }
  const own: Side = { op: found.op, at }
  const regions = a ? regionsApart(own, other) : regionsApart(other, own)
  walk.add({ is: 'test', role, of: written(read, found.measure.span), ...texts, regions })
}

/** `smaller of`, `larger of` and `clamp` with a constant: a bound of what stands beside it. */
function bounds(walk: Walk, a: Typed, b: Typed, place: Place): boolean {
  const [x, y] = [boundOf(walk.old, a), boundOf(walk.next, b)]
  if (x && y && x.is === y.is) {
    const of = written(walk.next, y.of.span)
    for (const one of movedBetween(x.at, y.at))
      addBound(walk, x.is, one.old, one.next, { of, ...textsOf(walk, one) })
    part(walk, x.of, y.of, place, false)
    return true
  }
  // A bound that only one has.
  for (const [own, read, other, isOld] of [
    [x, walk.old, b, true],
    [y, walk.next, a, false],
  ] as const) {
    if (!own || !(isOld ? walk.alike(own.of, other) : walk.alike(other, own.of))) continue
    const [at] = own.at
    if (!at || own.at.length > 1) continue
    const texts = { of: written(read, own.of.span), ...inOf(walk) }
    if (isOld) addBound(walk, own.is, at, undefined, { ...texts, old: at.text })
    else addBound(walk, own.is, undefined, at, { ...texts, next: at.text })
    return true
  }
  return false
}

type Bounded = { readonly is: 'cap' | 'floor'; readonly of: Typed; readonly at: readonly Constant[] }

function boundOf(read: Read, typed: Typed): Bounded | undefined {
  if (typed.is !== 'pick') return undefined
  const is = typed.which === 'smaller' ? 'cap' : 'floor'
  const [a, b] = [constantsOver(read, typed.a), constantsOver(read, typed.b)]
  if (b && !a) return { is, of: typed.a, at: b }
  if (a && !b) return { is, of: typed.b, at: a }
  return undefined
}

type BoundTexts = Pick<Limit, 'in' | 'days' | 'old' | 'next'> & { readonly of?: string }

/** A cap or a floor of two constants, or of one that the other version has not. */
export function addBound(
  walk: Walk,
  is: 'cap' | 'floor',
  old: Constant | undefined,
  next: Constant | undefined,
  texts: BoundTexts,
): void {
  const ends = [old, next].filter((one) => one !== undefined)
  const scale = Math.max(0, ...ends.map((one) => one.scale))
  const sorted = ends.toSorted((a, b) => (atScale(a, scale) < atScale(b, scale) ? -1 : 1))
  const first = is === 'cap' ? sorted[0] : sorted.at(-1)
  if (!first) return
  const end = { at: first.text, included: false }
  const by = old && next && atScale(next, scale) - atScale(old, scale)
  // Without a cap there is more, without a floor less.
  const more = by === undefined ? (next === undefined) === (is === 'cap') : by > 0n
  const { type } = first
  walk.add({
    is,
    region: is === 'cap' ? { low: end } : { high: end },
    more,
    ...texts,
    ...(by !== undefined &&
      type.is === 'number' && {
        by: shownValue(
          numberOf(
            type.unit,
            typeof type.currency === 'string' ? type.currency : undefined,
            by < 0n ? -by : by,
            undefined,
            scale,
          ),
        ),
      }),
  })
}

export type Rounded = { readonly unit: bigint; readonly scale: number; readonly mode: RoundingMode }

export function walkRounding(walk: Walk, a: Rounded | undefined, b: Rounded | undefined): void {
  const text = ({ unit, scale, mode }: Rounded) => `${formatDecimal(unit, scale)} ${mode}`
  const [old, next] = [a && text(a), b && text(b)]
  if (old === next) return
  walk.add({
    is: 'rounding',
    ...inOf(walk),
    ...(old !== undefined && { old }),
    ...(next !== undefined && { next }),
  })
}

export function writtenApart(walk: Walk, a: Span | undefined, b: Span | undefined): void {
  const [old, next] = [a && written(walk.old, a), b && written(walk.next, b)]
  if (old === next) return
  walk.add({
    is: 'written',
    ...inOf(walk),
    ...(old !== undefined && { old }),
    ...(next !== undefined && { next }),
  })
}

/** Two lists side by side, with as few that have no partner as can be; `cost` undefined where two are no partners. */
export function aligned<T>(
  a: readonly T[],
  b: readonly T[],
  cost: (a: T, b: T) => number | undefined,
): readonly (readonly [T | undefined, T | undefined])[] {
  const known = new Map<string, { readonly cost: number; readonly take: 'both' | 'old' | 'next' | 'end' }>()
  const best = (i: number, j: number): number => {
    const key = `${i} ${j}`
    const found = known.get(key)
    if (found) return found.cost
    const [x, y] = [a[i], b[j]]
    const options: { cost: number; take: 'both' | 'old' | 'next' | 'end' }[] = []
    const both = x !== undefined && y !== undefined ? cost(x, y) : undefined
    if (both !== undefined) options.push({ cost: both + best(i + 1, j + 1), take: 'both' })
    if (x !== undefined) options.push({ cost: 1 + best(i + 1, j), take: 'old' })
    if (y !== undefined) options.push({ cost: 1 + best(i, j + 1), take: 'next' })
    const least = options.reduce((p, q) => (q.cost < p.cost ? q : p), options[0] ?? { cost: 0, take: 'end' })
    known.set(key, least)
    return least.cost
  }
  best(0, 0)
  const out: (readonly [T | undefined, T | undefined])[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const take = known.get(`${i} ${j}`)?.take
    if (take === 'both') out.push([a[i++], b[j++]])
    else if (take === 'old') out.push([a[i++], undefined])
    else out.push([undefined, b[j++]])
  }
  return out
}
