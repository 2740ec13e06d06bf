import { addMonths, type Day, dateOf } from '../../base/day.ts'
import { divideRounded, power10 } from '../../base/decimal.ts'
import { unreachable } from '../../base/unreachable.ts'
import { periodAt } from '../../calendar/periods.ts'
import { derivedFields, type Expr, type Ratio } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { aggregateAt } from './aggregate.ts'
import { rankAt, shareAt } from './among.ts'
import { clockAt } from './clock.ts'
import { earlierRow } from './earlier-row.ts'
import { type Fraction, fraction, order } from './exact.ts'
import { inForceRow } from './in-force.ts'
import { need } from './model.ts'
import { placeOf, reach, startOf } from './place.ts'
import { rollingAt } from './rolling.ts'
import { tableRow } from './table.ts'
import { bandAt, tiersAt } from './tiers.ts'
import { addedWorking, instantAt, localPart, workedBetween } from './times.ts'
import { workingDays } from './working-days.ts'
import { big, type Found, failing, present, type Spot, small, truth, type World } from './world.ts'

/** What an expression is at one row: exact, and worked out anew for each question. */
export function expressionAt(world: World, expr: Expr, spot: Spot): Found {
  const at = (inner: Expr): Found => world.expr(inner, spot)
  switch (expr.op) {
    case 'const':
      return constant(expr)
    case 'field': {
      const row = reach(world, spot, expr.path, expr.row)
      return row.state === 0 ? world.cell(expr.relation, small(row), expr.field) : row
    }
    case 'row':
      return reach(world, spot, expr.path)
    case 'in-force':
      return inForceRow(world, expr, spot)
    case 'column':
      return world.column(expr.column, spot)
    case 'line': {
      const made = need(world.model.derived, startOf(world, spot))
      const row = reach(world, spot, [derivedFields.row, ...expr.path])
      if (row.state !== 0) return row
      const id = expr.columns[spot.row % made.lines.length]
      if (id === null || id === undefined) return failing(expr.state)
      return world.column(id, { grain: need(world.model.columns, id).grain, row: small(row) })
    }
    case 'lookup': {
      const { grain } = need(world.model.columns, expr.column)
      const place = placeOf(world, spot, grain, expr.at, expr.state)
      return 'state' in place ? place : world.column(expr.column, place)
    }
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
      return both(at(expr.a), at(expr.b), (a, b) => present(arithmetic(expr.op, a, b)))
    case 'neg':
    case 'abs':
    case 'sign':
      return one(at(expr.a), (a) => present(signed(expr.op, a)))
    case 'nonzero':
      return one(at(expr.a), (a) => (a === 0n ? failing(expr.state) : present(a)))
    case 'shift':
      return shifted(at(expr.a), expr.by)
    case 'round':
      return rounded(at, expr)
    case 'compare':
      return compared(at, expr)
    case 'same': {
      const [a, b] = [at(expr.a), at(expr.b)]
      const state = Math.max(used(a.state), used(b.state))
      return state === 0 ? truth(a.value === b.value) : failing(state)
    }
    case 'and':
    case 'or':
      return kleene(expr.op, expr.all.map(at))
    case 'not':
      return one(at(expr.a), (a) => truth(a === 0n))
    case 'choose': {
      for (const { when, then } of expr.cases) {
        const test = at(when)
        if (test.state !== 0) return failing(used(test.state))
        if (test.value !== 0n) return at(then)
      }
      return at(expr.otherwise)
    }
    case 'pick': {
      const index = at(expr.index)
      const item = index.state === 0 ? expr.items[small(index)] : undefined
      if (index.state !== 0 || item === undefined) return failing(used(index.state))
      const found = at(item)
      return { value: found.value, state: used(found.state) }
    }
    case 'join': {
      const parts = expr.items.map(at)
      const state = Math.max(0, ...parts.map((part) => used(part.state)))
      const words = parts.map(({ value }) => String(value)).filter((word) => word !== '')
      return state === 0 ? present(words.join(expr.between)) : failing(state)
    }
    case 'if-missing': {
      const a = at(expr.a)
      return world.model.missing.has(a.state) ? at(expr.b) : a
    }
    case 'is':
      return stateTest(world, expr.what, at(expr.a).state)
    case 'fail':
      return failing(expr.state)
    case 'now':
      return world.now === undefined ? failing(expr.state) : present(BigInt(world.now))
    case 'local-day':
    case 'local-clock':
      return one(at(expr.a), (time) => localPart(world, expr.op, Number(time)))
    case 'instant':
      return both(at(expr.day), at(expr.clock), (day, clock) =>
        instantAt(world, Number(day), Number(clock), expr.state),
      )
    case 'period-day':
      return present(BigInt(expr.which === 'first' ? ownPeriod(spot).start : ownPeriod(spot).end - 1))
    case 'begins': {
      const { start } = ownPeriod(spot)
      return truth(periodAt(need(world.model.kinds, expr.kind), start)?.start === start)
    }
    case 'rank':
      return rankAt(world, expr, spot)
    case 'share':
      return shareAt(world, expr, spot)
    case 'rolling':
      return rollingAt(world, expr, spot)
    case 'earlier-row':
      return earlierRow(world, expr, spot)
    case 'working-seconds':
      return both(at(expr.a), at(expr.b), (a, b) => workedBetween(world, expr, Number(a), Number(b)))
    case 'add-working':
      return both(at(expr.a), at(expr.by), (a, by) => addedWorking(world, expr, Number(a), Number(by)))
    case 'working-days':
      return workingDays(world, expr, at(expr.a), at(expr.b))
    case 'day-of-month':
      return one(at(expr.a), (day) => present(BigInt(dateOf(Number(day)).day)))
    case 'period-of':
      return one(at(expr.a), (day) => {
        const period = periodAt(need(world.model.kinds, expr.kind), Number(day))
        return period ? present(BigInt(period.start)) : failing(expr.state)
      })
    case 'add-months':
      return both(at(expr.a), at(expr.months), (day, months) =>
        present(BigInt(addMonths(Number(day), Number(months)))),
      )
    case 'months-between':
      return both(at(expr.a), at(expr.b), (a, b) => present(BigInt(monthsBetween(Number(a), Number(b)))))
    case 'table':
      return tableRow(world, expr, spot)
    case 'band':
      return bandAt(world, expr, spot)
    case 'tiers':
      return tiersAt(world, expr, spot)
    case 'aggregate':
      return aggregateAt(world, expr, spot)
    case 'clock':
      return clockAt(world, expr, spot)
    default:
      return unreachable(expr)
  }
}

function constant({ value, type }: Extract<Expr, { op: 'const' }>): Found {
  if (typeof value === 'boolean') return truth(value)
  if (type.is === 'enum') return present(BigInt(type.values.indexOf(String(value))))
  return present(type.is === 'text' ? String(value) : BigInt(value))
}

/** An operation on one number: what is not applicable cannot be reckoned with. */
function one(a: Found, then: (a: bigint) => Found): Found {
  return a.state === 0 ? then(big(a)) : failing(used(a.state))
}

/** The same value at another scale: what is not applicable stays so. */
function shifted(a: Found, by: number): Found {
  if (a.state !== 0) return failing(a.state)
  return present(by < 0 ? big(a) / power10(-by) : big(a) * power10(by))
}

function both(a: Found, b: Found, then: (a: bigint, b: bigint) => Found): Found {
  const state = Math.max(used(a.state), used(b.state))
  return state === 0 ? then(big(a), big(b)) : failing(state)
}

function arithmetic(op: 'add' | 'sub' | 'mul' | 'min' | 'max', a: bigint, b: bigint): bigint {
  switch (op) {
    case 'add':
      return a + b
    case 'sub':
      return a - b
    case 'mul':
      return a * b
    case 'min':
      return a < b ? a : b
    case 'max':
      return a < b ? b : a
    default:
      return unreachable(op)
  }
}

function signed(op: 'neg' | 'abs' | 'sign', a: bigint): bigint {
  if (op === 'sign') return a < 0n ? -1n : a > 0n ? 1n : 0n
  return op === 'neg' || a < 0n ? -a : a
}

/** A ratio as an exact fraction, or the state that it fails with. */
function ratioAt(at: (expr: Expr) => Found, ratio: Ratio, laidOut = false): Fraction | number {
  const n = at(ratio.n)
  const d = ratio.d === undefined ? present(1n) : at(ratio.d)
  const state = laidOut ? Math.max(n.state, d.state) : Math.max(used(n.state), used(d.state))
  return state === 0 ? fraction(big(n), big(d), ratio.scale) : state
}

/** With a limit a quotient is fixed to its places, which lays it out: what is not applicable stays so. */
function rounded(at: (expr: Expr) => Found, expr: Extract<Expr, { op: 'round' }>): Found {
  const { unit, scale, mode, limit } = expr
  const value = ratioAt(at, expr.a, limit !== undefined)
  if (typeof value === 'number') return failing(value)
  const step = BigInt(unit)
  const found = divideRounded(value.n * power10(scale), value.d * step, mode) * step
  if (limit && (found < BigInt(limit.min) || found > BigInt(limit.max))) return failing(limit.state)
  return present(found)
}

function compared(at: (expr: Expr) => Found, { a, b, by }: Extract<Expr, { op: 'compare' }>): Found {
  const left = ratioAt(at, a)
  const right = ratioAt(at, b)
  if (typeof left === 'number' || typeof right === 'number')
    return failing(Math.max(typeof left === 'number' ? left : 0, typeof right === 'number' ? right : 0))
  const found = order(left, right)
  switch (by) {
    case '<':
      return truth(found < 0)
    case '<=':
      return truth(found <= 0)
    case '=':
      return truth(found === 0)
    case '<>':
      return truth(found !== 0)
    case '>=':
      return truth(found >= 0)
    case '>':
      return truth(found > 0)
    default:
      return unreachable(by)
  }
}

/** One `false` decides an `and`, one `true` an `or`, whatever is unknown beside it. */
function kleene(op: 'and' | 'or', parts: readonly Found[]): Found {
  const deciding = op === 'and' ? 0n : 1n
  if (parts.some((part) => part.state === 0 && part.value === deciding)) return present(deciding)
  const state = parts.reduce((most, part) => Math.max(most, used(part.state)), 0)
  return state === 0 ? present(1n - deciding) : failing(state)
}

function stateTest(world: World, what: Extract<Expr, { op: 'is' }>['what'], state: number): Found {
  const notApplicable = world.model.reasons.get(state)?.is === 'not-applicable'
  const missing = world.model.missing.has(state)
  if (state !== 0 && !notApplicable && !missing) return failing(state)
  switch (what) {
    case 'missing':
      return truth(missing)
    case 'present':
      return truth(state === 0)
    case 'applicable':
      return truth(!notApplicable)
    case 'not-applicable':
      return truth(notApplicable)
    default:
      return unreachable(what)
  }
}

function ownPeriod(spot: Spot): NonNullable<Spot['period']> {
  if (spot.period === undefined) throw new Error(`the grain ${spot.grain} has no period`)
  return spot.period
}

/** The most months that can be added to `a` without passing `b`; negative when `b` is before `a`. */
function monthsBetween(a: Day, b: Day): number {
  if (b < a) return -monthsBetween(b, a)
  const from = dateOf(a)
  const to = dateOf(b)
  const months = (to.year - from.year) * 12 + to.month - from.month
  return addMonths(a, months) > b ? months - 1 : months
}
