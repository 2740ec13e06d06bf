import type * as checked from '../check/checked.ts'
import { fixed, fixedLimit, type NumberType, quotientPlaces, type Type } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { whole } from './expressions.ts'
import type { Expr, Ratio } from './plan.ts'
import { quotientTooLarge } from './states.ts'

type Typed = checked.Typed

/** An expression as integers, at the site. */
export function lower(site: Site, typed: Typed): Lowered {
  return site.builder.lower(site, typed)
}

/** A number as a ratio that can be compared, rounded or cut into bands; anything else as its code over 1. */
export function ratio(site: Site, typed: Typed): Ratio {
  return ratioOf(lower(site, typed), typed.type)
}

export function ratioOf(lowered: Lowered, type: Type): Ratio {
  if (type.is !== 'number') return { n: lowered.n, scale: 0 }
  const scale = type.range.scale - (type.over?.scale ?? 0)
  return lowered.d ? { n: lowered.n, d: lowered.d, scale } : { n: lowered.n, scale: type.range.scale }
}

export function roundTo(
  a: Ratio,
  unit: bigint,
  scale: number,
  mode: Extract<Expr, { op: 'round' }>['mode'],
): Extract<Expr, { op: 'round' }> {
  return { op: 'round', a, unit: String(unit), scale, mode }
}

/** One exact number: a fraction is fixed to its 12 places, half-even. */
export function fix(lowered: Lowered, type: NumberType): Expr {
  if (!lowered.d) return lowered.n
  const { min, max } = fixedLimit(type.unit)
  return {
    ...roundTo(ratioOf(lowered, type), 1n, quotientPlaces, 'half-even'),
    limit: { min: String(min), max: String(max), state: quotientTooLarge },
  }
}

/** `then` made of `value`, except that what is not applicable stays so: it is passed on, not reckoned with. */
export function passing(value: Expr, then: Expr): Expr {
  return {
    op: 'choose',
    cases: [{ when: { op: 'is', what: 'not-applicable', a: value }, then: value }],
    otherwise: then,
  }
}

/** The same value laid out as another type of its unit: more places, or a fraction over 1. */
export function convert(lowered: Lowered, from: Type, to: Type): Lowered {
  if (from.is !== 'number' || to.is !== 'number') return lowered
  if (!to.over) {
    const places = from.over ? fixed(from).range.scale : from.range.scale
    return { n: shift(fix(lowered, from), to.range.scale - places) }
  }
  const n = shift(lowered.n, to.range.scale - from.range.scale)
  if (lowered.d && from.over) return { n, d: shift(lowered.d, to.over.scale - from.over.scale) }
  // d stands for 1, and fails where n does.
  const unit: Expr = {
    op: 'const',
    value: String(10n ** BigInt(to.over.scale)),
    type: { is: 'int', scale: 0, min: '1', max: String(10n ** BigInt(to.over.scale)), unit: 'number' },
  }
  return { n, d: unit }
}

/** No value: a state in place of one that is laid out as `like`. */
export function failing(state: number, like: Lowered): Lowered {
  const none: Expr = { op: 'fail', state }
  return { n: none, ...(like.d && { d: none }) }
}

/** A value, but where a test holds this state in its place. */
export function unless(test: Expr, state: number, value: Lowered): Lowered {
  return chooseLowered([{ when: test, then: failing(state, value) }], value)
}

export function shift(a: Expr, by: number): Expr {
  return by === 0 ? a : { op: 'shift', a, by }
}

/** One of several values, each laid out as `type`; numerator and denominator choose alike. */
export function chooseTyped(
  site: Site,
  type: Type,
  cases: readonly { when: Expr; then: Typed }[],
  otherwise: Typed,
): Lowered {
  const branches = cases.map(({ when, then }) => ({
    when,
    then: convert(lower(site, then), then.type, type),
  }))
  const last = convert(lower(site, otherwise), otherwise.type, type)
  return chooseLowered(branches, last)
}

export function chooseLowered(cases: readonly { when: Expr; then: Lowered }[], otherwise: Lowered): Lowered {
  const n: Expr = {
    op: 'choose',
    cases: cases.map((c) => ({ when: c.when, then: c.then.n })),
    otherwise: otherwise.n,
  }
  if (!otherwise.d && cases.every((c) => !c.then.d)) return { n }
  const one = whole(1n)
  const d: Expr = {
    op: 'choose',
    cases: cases.map((c) => ({ when: c.when, then: c.then.d ?? one })),
    otherwise: otherwise.d ?? one,
  }
  return { n, d }
}
