import { unreachable } from '../base/unreachable.ts'
import type * as checked from '../check/checked.ts'
import { fixed, type NumberType, quotientPlaces } from '../check/types.ts'
import { type Lowered, planType, type Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { column, not, whole } from './expressions.ts'
import { lowerAggregate } from './lower-aggregate.ts'
import { lowerRank, lowerShare } from './lower-among.ts'
import { lowerInForce, rowNamed } from './lower-in-force.ts'
import { lowerEarlier } from './lower-past.ts'
import { lowerAlone } from './lower-release.ts'
import { lowerRolling } from './lower-rolling.ts'
import { lowerParameter, lowerTable } from './lower-table.ts'
import { lowerTakenBefore } from './lower-taken.ts'
import { beforeHistory, lowerPrevious, lowerWindow } from './lower-window.ts'
import { lowerAddWorking, lowerWorkingDays, lowerWorkingSeconds } from './lower-working.ts'
import {
  chooseLowered,
  chooseTyped,
  convert,
  fix,
  lower,
  ratio,
  ratioOf,
  roundTo,
  shift,
  unless,
} from './lowered.ts'
import type { Expr, Place } from './plan.ts'
import type { Result } from './stored.ts'

type Typed = checked.Typed

/** What `lower` does, by the kind of expression; of those that are no numbers, only `n` has a meaning. */
export function lowerExpression(site: Site, typed: Typed): Lowered {
  switch (typed.is) {
    case 'const':
      return { n: constant(typed) }
    case 'field': {
      const { path, record: relation, field } = typed
      return { n: { op: 'field', ...rowNamed(site, typed.row), path, relation, field } }
    }
    case 'row':
      return { n: { op: 'row', path: typed.path, relation: typed.record } }
    case 'in-force':
      return lowerInForce(site, typed)
    case 'result':
      return lowerResult(site, typed)
    case 'parameter':
      return lowerParameter(site, typed)
    case 'table':
      return lowerTable(site, typed)
    case 'aggregate':
      return lowerAggregate(site, typed)
    case 'rolling':
      return lowerRolling(site, typed)
    case 'only-when': {
      const { code, name, span } = typed
      const state = site.builder.reason({
        class: 'conflict',
        code,
        args: code === 'BY850' ? {} : code === 'BY852' ? { record: name } : { name },
        origin: span,
      })
      return unless(not(lower(site, typed.when).n), state, lower(site, typed.a))
    }
    case 'none': {
      const { why: code, name, span: origin } = typed
      const kind = code === 'BY880' || code === 'BY883' ? 'excluded' : 'undefined'
      return { n: { op: 'fail', state: site.builder.reason({ class: kind, code, args: { name }, origin }) } }
    }
    case 'working-seconds':
      return lowerWorkingSeconds(site, typed)
    case 'add-working':
      return lowerAddWorking(site, typed)
    case 'working-days':
      return lowerWorkingDays(site, typed)
    case 'day-of-month':
      return { n: { op: 'day-of-month', a: lower(site, typed.a).n } }
    case 'period-start':
      // A period is known by its first day.
      return lower(site, typed.a)
    case 'period-of': {
      const { kind: name, span } = typed
      const state = site.builder.reason({ class: 'no-period', code: 'BY813', args: { name }, origin: span })
      return { n: { op: 'period-of', kind: typed.kind, a: lower(site, typed.a).n, state } }
    }
    case 'previous':
      return lowerPrevious(site, typed)
    case 'alone':
      return lowerAlone(site, typed)
    case 'rank':
      return lowerRank(site, typed)
    case 'share':
      return lowerShare(site, typed)
    case 'earlier':
      return lowerEarlier(site, typed.past, typed.past.of, typed.span)
    case 'taken-before':
      return lowerTakenBefore(site, typed)
    case 'over-window':
      return lowerWindow(site, typed)
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
      return { n: typed.negated ? not(same) : same }
    }
    case 'and':
    case 'or':
      return { n: { op: typed.is, all: [lower(site, typed.a).n, lower(site, typed.b).n] } }
    case 'not':
      return { n: not(lower(site, typed.a).n) }
    case 'if':
      return chooseTyped(
        site,
        typed.type,
        [{ when: lower(site, typed.when).n, then: typed.then }],
        typed.otherwise,
      )
    case 'if-missing': {
      const missing: Expr = { op: 'is', what: 'missing', a: lower(site, typed.a).n }
      return chooseTyped(site, typed.type, [{ when: missing, then: typed.b }], typed.a)
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
    case 'now': {
      const state = site.builder.reason({ class: 'undefined', code: 'BY860', args: {}, origin: typed.span })
      return { n: { op: 'now', state } }
    }
    case 'local-day':
    case 'local-clock':
      return { n: { op: typed.is, a: lower(site, typed.a).n } }
    case 'instant': {
      const state = site.builder.reason({
        class: 'undefined',
        code: 'BY861',
        args: { zone: site.builder.checked.zone?.id ?? '' },
        origin: typed.span,
      })
      const day = lower(site, typed.day).n
      return { n: { op: 'instant', day, clock: lower(site, typed.clock).n, state } }
    }
    default:
      return unreachable(typed)
  }
}

function constant(typed: Extract<Typed, { is: 'const' }>): Expr {
  const { value, type } = typed
  return { op: 'const', value: typeof value === 'bigint' ? String(value) : value, type: planType(type) }
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
  const period = typed.at?.period
  const written = period && period !== 'own' && 'date' in period && period.written ? period.date : undefined
  if (written) return lowerWritten(site, typed, result, lower(site, written).n, read)
  return { n: read(result.column), ...(result.denominator && { d: read(result.denominator) }) }
}

/**
 * Read on a day that the author names (`as of`): held, never 0, where that day, or the period that holds it, begins before
 * the data is complete.
 */
function lowerWritten(
  site: Site,
  { of, span }: Extract<Typed, { is: 'result' }>,
  result: Result,
  day: Expr,
  read: (id: string) => Expr,
): Lowered {
  const { builder } = site
  const there: Site = { builder, grain: result.grain, owner: `${of}.complete` }
  const whole = beforeHistory(there, span, '<')
  const known: Lowered = {
    n: column(result.column),
    ...(result.denominator && { d: column(result.denominator) }),
  }
  const { early, state } = beforeHistory(site, span, '<', day)
  if (!early || !whole.early)
    return { n: read(result.column), ...(result.denominator && { d: read(result.denominator) }) }
  const stored = addColumn(there, unless(whole.early, state, known), result.type, span)
  const value: Lowered = {
    n: read(stored.column),
    ...(stored.denominator && { d: read(stored.denominator) }),
  }
  return unless(early, state, value)
}

function placeOf(site: Site, place: checked.Place, target: checked.Grain): Place {
  const period = place.period
  return {
    ...(target.record !== undefined && { ...rowNamed(site, place.row), path: place.path }),
    ...(period === 'own' && { period: { is: 'own' } }),
    ...(period !== undefined &&
      period !== 'own' &&
      'date' in period && { period: { is: 'date', date: lower(site, period.date).n } }),
    ...(period !== undefined &&
      period !== 'own' &&
      'period' in period && { period: { is: 'period', period: lower(site, period.period).n } }),
  }
}
