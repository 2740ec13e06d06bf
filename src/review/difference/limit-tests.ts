import { type CompareOperator, opposite, turned } from '../../base/comparison.ts'
import type { Typed } from '../../check/checked.ts'
import { atScale, type Constant, constantsOver, type Read } from './limit-constants.ts'
import type { Range } from './range-text.ts'

/** A comparison with a constant: for which values of what is measured it holds. */
export type Comparison = {
  readonly measure: Typed
  readonly op: CompareOperator
  readonly at: readonly Constant[]
}

/** `denied`: under a `not`. Undefined where neither side is a constant. */
export function comparisonOf(read: Read, typed: Typed, denied: boolean): Comparison | undefined {
  if (typed.is !== 'compare') return undefined
  const op = denied ? opposite[typed.op] : typed.op
  const [a, b] = [constantsOver(read, typed.a), constantsOver(read, typed.b)]
  if (b && !a) return { measure: typed.a, op, at: b }
  if (a && !b) return { measure: typed.b, op: turned[op], at: a }
  return undefined
}

export type TestRegion = Range & { readonly old: boolean; readonly next: boolean }

/** One side of a test that was moved: an operator and a number, or a test that is always so. */
export type Side = { readonly op: CompareOperator; readonly at: Constant } | 'always' | 'never'

/** Where the two sides do not say the same, in ascending order. */
export function regionsApart(old: Side, next: Side): readonly TestRegion[] {
  const ends = [old, next].flatMap((side) => (typeof side === 'string' ? [] : [side.at]))
  const scale = Math.max(0, ...ends.map((one) => one.scale))
  const texts = new Map(ends.map((one) => [atScale(one, scale), one.text]))
  const points = [...texts.keys()].sort((a, b) => (a < b ? -1 : 1))
  const holds = (side: Side, place: Place): boolean => {
    if (typeof side === 'string') return side === 'always'
    const by = sideOfPoint(place, atScale(side.at, scale))
    return within(side.op, by)
  }
  const places = points.flatMap((at): Place[] => [
    { at, by: -1 },
    { at, by: 0 },
  ])
  const last = points.at(-1)
  if (last !== undefined) places.push({ at: last, by: 1 })
  const out: TestRegion[] = []
  let open = false
  for (const [i, place] of places.entries()) {
    const [a, b] = [holds(old, place), holds(next, place)]
    if (a === b) {
      open = false
      continue
    }
    const before = open ? out.at(-1) : undefined
    const goesOn = before?.old === a
    const low = goesOn ? before.low : lowOf(place, places[i - 1], texts)
    const high = highOf(place, texts)
    if (goesOn) out.pop()
    out.push({ ...(low && { low }), ...(high && { high }), old: a, next: b })
    open = true
  }
  return out
}

/** A point (by 0), what lies before it and after the last one (by −1), or beyond all of them (by 1). */
type Place = { readonly at: bigint; readonly by: -1 | 0 | 1 }

function sideOfPoint({ at, by }: Place, point: bigint): -1 | 0 | 1 {
  return at === point ? by : at < point ? -1 : 1
}

function within(op: CompareOperator, by: -1 | 0 | 1): boolean {
  switch (op) {
    case '<':
      return by < 0
    case '<=':
      return by <= 0
    case '=':
      return by === 0
    case '<>':
      return by !== 0
    case '>=':
      return by >= 0
    case '>':
      return by > 0
  }
}

type Texts = ReadonlyMap<bigint, string>

function lowOf({ at, by }: Place, before: Place | undefined, texts: Texts): Range['low'] {
  if (by === 0) return { at: texts.get(at) ?? '', included: true }
  if (by === 1) return { at: texts.get(at) ?? '', included: false }
  return before && { at: texts.get(before.at) ?? '', included: false }
}

function highOf({ at, by }: Place, texts: Texts): Range['high'] {
  return by === 1 ? undefined : { at: texts.get(at) ?? '', included: by === 0 }
}
