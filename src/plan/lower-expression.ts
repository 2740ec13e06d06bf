import { unreachable } from '../base/unreachable.ts'
import type * as checked from '../check/checked.ts'
import { fixed, type NumberType, quotientPlaces, type Type } from '../check/types.ts'
import { type Builder, column, planType, whole } from './builder.ts'
import { lowerAggregate } from './lower-aggregate.ts'
import { lowerParameter, lowerTable } from './lower-table.ts'
import type { Expr, Place, Ratio } from './plan.ts'

type Typed = checked.Typed

/**
 * An expression as integers: `n` at the scale of the type's range, and for a fraction `d`, at the scale of its
 * `over`. INVARIANT: wherever `d` fails, `n` fails with the same state, so that reading `n` is enough to know.
 */
export type Lowered = { readonly n: Expr; readonly d?: Expr }

/** Where columns that an expression needs on its way are put: the grain, and a name to begin theirs with. */
export type Site = { readonly builder: Builder; readonly grain: checked.Grain; readonly owner: string }

/** Any expression; of those that are no numbers, only `n` has a meaning. */
export function lower(site: Site, typed: Typed): Lowered {
  switch (typed.is) {
    case 'const':
      return { n: constant(typed) }
    case 'field':
      return { n: { op: 'field', path: typed.path, relation: typed.record, field: typed.field } }
    case 'row':
      return { n: { op: 'row', path: typed.path, relation: typed.record } }
    case 'result':
      return lowerResult(site, typed)
    case 'parameter':
      return lowerParameter(site, typed)
    case 'table':
      return lowerTable(site, typed)
    case 'aggregate':
      return lowerAggregate(site, typed)
    case 'arithmetic':
      return lowerArithmetic(site, typed)
    case 'negative': {
      const a = lower(site, typed.a)
      return { ...a, n: { op: 'neg', a: a.n } }
    }
    case 'absolute': {
      const a = lower(site, typed.a)
      return { ...a, n: { op: 'abs', a: a.n } }
    }
    case 'compare':
      return { n: { op: 'compare', by: typed.op, a: ratio(site, typed.a), b: ratio(site, typed.b) } }
    case 'same': {
      const same: Expr = { op: 'same', a: lower(site, typed.a).n, b: lower(site, typed.b).n }
      return { n: typed.negated ? { op: 'not', a: same } : same }
    }
    case 'and':
    case 'or':
      return { n: { op: typed.is, all: [lower(site, typed.a).n, lower(site, typed.b).n] } }
    case 'not':
      return { n: { op: 'not', a: lower(site, typed.a).n } }
    case 'if':
      return choose(
        site,
        typed.type,
        [{ when: lower(site, typed.when).n, then: typed.then }],
        typed.otherwise,
      )
    case 'if-missing': {
      const missing: Expr = { op: 'is', what: 'missing', a: lower(site, typed.a).n }
      return choose(site, typed.type, [{ when: missing, then: typed.b }], typed.a)
    }
    case 'state':
      return { n: { op: 'is', what: typed.test, a: lower(site, typed.a).n } }
    case 'pick':
      return lowerPick(site, typed)
    case 'rounded':
      return { n: roundTo(ratio(site, typed.a), typed.unit, typed.scale, typed.mode) }
    case 'date-add': {
      const a = lower(site, typed.a).n
      const by = lower(site, typed.by).n
      return { n: typed.months ? { op: 'add-months', a, months: by } : { op: 'add', a, b: by } }
    }
    case 'days-between':
      return { n: { op: 'sub', a: lower(site, typed.b).n, b: lower(site, typed.a).n } }
    case 'months-between':
      return { n: { op: 'months-between', a: lower(site, typed.a).n, b: lower(site, typed.b).n } }
    case 'period-day':
      return { n: { op: 'period-day', which: typed.which } }
    default:
      return unreachable(typed)
  }
}

function constant(typed: Extract<Typed, { is: 'const' }>): Expr {
  const { value, type } = typed
  return { op: 'const', value: typeof value === 'bigint' ? String(value) : value, type: planType(type) }
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
): Expr {
  return { op: 'round', a, unit: String(unit), scale, mode }
}

/** One exact number: a fraction is fixed to its 12 places, half-even. */
export function fix(lowered: Lowered, type: NumberType): Expr {
  return lowered.d ? roundTo(ratioOf(lowered, type), 1n, quotientPlaces, 'half-even') : lowered.n
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

export function shift(a: Expr, by: number): Expr {
  return by === 0 ? a : { op: 'shift', a, by }
}

/** One of several values, each laid out as `type`; numerator and denominator choose alike. */
export function choose(
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

function lowerPick(site: Site, typed: Extract<Typed, { is: 'pick' }>): Lowered {
  const { type } = typed
  const a = convert(lower(site, typed.a), typed.a.type, type)
  const b = convert(lower(site, typed.b), typed.b.type, type)
  if (!a.d && !b.d) return { n: { op: typed.which === 'larger' ? 'max' : 'min', a: a.n, b: b.n } }
  const first: Expr = {
    op: 'compare',
    by: typed.which === 'larger' ? '>=' : '<=',
    a: ratioOf(a, type),
    b: ratioOf(b, type),
  }
  return chooseLowered([{ when: first, then: a }], b)
}

function lowerArithmetic(site: Site, typed: Extract<Typed, { is: 'arithmetic' }>): Lowered {
  const { op, a, b, type } = typed
  if (type.is !== 'number' || a.type.is !== 'number' || b.type.is !== 'number') return { n: whole(0n) }
  const x = lower(site, a)
  const y = lower(site, b)
  switch (op) {
    case '+':
    case '-': {
      const exact: NumberType = fixed(type)
      return {
        n: { op: op === '+' ? 'add' : 'sub', a: convert(x, a.type, exact).n, b: convert(y, b.type, exact).n },
      }
    }
    case '*': {
      if (x.d && y.d) return { n: { op: 'mul', a: fix(x, a.type), b: fix(y, b.type) } }
      const d = x.d ?? y.d
      return { n: { op: 'mul', a: x.n, b: y.n }, ...(d && { d }) }
    }
    case '/':
      return quotient(site, typed, x, y, a.type, b.type, type)
    default:
      return unreachable(op)
  }
}

/** x / y as one fraction with a positive denominator; two fractions are fixed first. Held where y is 0. */
function quotient(
  site: Site,
  typed: Typed,
  x: Lowered,
  y: Lowered,
  a: NumberType,
  b: NumberType,
  type: NumberType,
): Lowered {
  const state = site.builder.reason({ class: 'undefined', code: 'BY803', args: {}, origin: typed.span })
  const both = x.d !== undefined && y.d !== undefined
  const top = both ? fix(x, a) : x.n
  const bottom = both ? fix(y, b) : y.n
  const guarded: Expr = { op: 'nonzero', a: bottom, state }
  const n: Expr = !both && y.d ? { op: 'mul', a: top, b: y.d } : top
  const d: Expr = !both && x.d ? { op: 'mul', a: x.d, b: guarded } : guarded
  const scales = quotientScales(a, b, both)
  // The sign moves to the numerator, which also makes it fail wherever the denominator does.
  return {
    n: { op: 'mul', a: shift(n, type.range.scale - scales.n), b: { op: 'sign', a: d } },
    d: { op: 'abs', a: d },
  }
}

/** The scale of the numerator before it was widened to the denominator's. */
function quotientScales(a: NumberType, b: NumberType, both: boolean): { n: number } {
  if (both) return { n: quotientPlaces }
  return { n: a.range.scale + (b.over?.scale ?? 0) }
}

/** A result that another column holds: at this grain, or at the row of another grain. */
function lowerResult(site: Site, typed: Extract<Typed, { is: 'result' }>): Lowered {
  const result = site.builder.results.get(`${typed.of}.${typed.result}`)
  if (!result)
    return {
      n: {
        op: 'fail',
        state: site.builder.reason({ class: 'undefined', code: 'BY803', args: {}, origin: typed.span }),
      },
    }
  const read = (id: string): Expr => {
    if (!typed.at) return column(id)
    const state = site.builder.reason({
      class: 'no-period',
      code: 'BY813',
      args: { name: typed.of },
      origin: typed.span,
    })
    return { op: 'lookup', column: id, at: placeOf(site, typed.at, result.grain), state }
  }
  return { n: read(result.column), ...(result.denominator && { d: read(result.denominator) }) }
}

function placeOf(site: Site, place: checked.Place, target: checked.Grain): Place {
  const period = place.period
  return {
    ...(target.record !== undefined && { path: place.path }),
    ...(period === 'own' && { period: { is: 'own' } }),
    ...(period !== undefined &&
      period !== 'own' &&
      'date' in period && { period: { is: 'date', date: lower(site, period.date).n } }),
    ...(period !== undefined &&
      period !== 'own' &&
      'period' in period && { period: { is: 'period', period: lower(site, period.period).n } }),
  }
}
