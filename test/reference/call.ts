import { addMonths, dateOf } from '../../src/base/day.ts'
import type { Expr } from '../../src/syntax/ast.ts'
import { aggregate, isAggregate } from './aggregate.ts'
import { decide } from './decision-table.ts'
import { lookedUp } from './in-force.ts'
import { follow } from './names.ts'
import { parameterValue } from './parameter.ts'
import { periodAt } from './period.ts'
import { product } from './product.ts'
import { workingDays } from './proration.ts'
import { absolute, rational } from './rational.ts'
import { instantOf } from './time.ts'
import {
  apply,
  both,
  dayValue,
  exact,
  fraction,
  held,
  heldOf,
  isQuotient,
  numberOf,
  present,
  type Result,
  type Value,
} from './value.ts'
import { functionMeaning } from './word.ts'
import { calendarOf, secondsBetween } from './working-time.ts'
import type { Scope, World } from './world.ts'

type Call = Expr & { is: 'call' }

/** Whole months from `a` to `b`; going back counts the same, negative. */
function monthsBetween(a: number, b: number): number {
  if (b < a) return -monthsBetween(b, a)
  let months = 0
  while (addMonths(a, months + 1) <= b) months++
  return months
}

function periodDay(name: 'first_day' | 'last_day', { period }: Scope): Result<Value> {
  if (!period) throw new Error(`${name} wants a period`)
  if (name === 'first_day') return present({ is: 'day', day: period.start })
  return period.end === undefined ? held('an open period') : present({ is: 'day', day: period.end - 1 })
}

/** Counted day by day, both ends included. */
function daysInPeriod({ period }: Scope): Result<Value> {
  if (!period) throw new Error('days_in_period wants a period')
  if (period.end === undefined) return held('an open period')
  let days = 0
  for (let day = period.start; day < period.end; day++) days++
  return count(days)
}

const elapsed = new Map([
  ['hours', 3600n],
  ['minutes', 60n],
  ['seconds', 1n],
])

const periodFunctions = new Map([
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['half_year', 'half-year'],
  ['year', 'year'],
])

const count = (n: number): Result<Value> => present(exact(rational(BigInt(n))))

export function call(world: World, expression: Call, scope: Scope): Result<Value> {
  const name = expression.callee.text
  const meaning = functionMeaning(name)
  if (isAggregate(meaning)) return aggregate(world, meaning, expression, scope)
  // Its last argument is no value but the name of a currency.
  const valued = meaning === 'exchanged' ? expression.args.slice(0, 2) : expression.args
  const args = valued.map((arg) => world.evaluate(arg, scope))
  if (world.records.has(name))
    return lookedUp(world, expression, args, scope, (from, names) => follow(world, from, names, scope))
  const declaration = world.declarations.get(name)
  if (declaration?.kind === 'table') {
    return decide(world, declaration, args, scope, expression.output?.text)
  }
  const [a, b] = args
  if (declaration?.kind === 'parameter') {
    const problem = heldOf(args)
    if (problem) return problem
    const keys = args.flatMap((arg) => (arg.is === 'present' ? [arg.value] : []))
    return parameterValue(world, declaration, keys, scope)
  }
  if (meaning === 'exchanged' && a && b) return both(a, b, (x, y) => present(product(x, y)))
  if (meaning === 'days' && a && b) return both(a, b, (x, y) => count(dayValue(y) - dayValue(x)))
  if (meaning === 'months' && a && b) {
    return both(a, b, (x, y) => count(monthsBetween(dayValue(x), dayValue(y))))
  }
  if ((name === 'first_day' || name === 'last_day') && a)
    return apply(a, (x) => {
      if (x.is !== 'period') throw new Error('a period is wanted')
      const { start, end } = x.period
      if (name === 'last_day' && end === undefined) return held('an open period')
      return present({ is: 'day', day: name === 'first_day' ? start : (end ?? start) - 1 })
    })
  if (name === 'first_day' || name === 'last_day') return periodDay(name, scope)
  if (meaning === 'days_in_period') return daysInPeriod(scope)
  if (meaning === 'working_days' && a && b) return both(a, b, (x, y) => workingDays(dayValue(x), dayValue(y)))
  if (meaning === 'day_of_month' && a) return apply(a, (x) => count(dateOf(dayValue(x)).day))
  const unit = elapsed.get(meaning)
  if (unit !== undefined && a && b)
    return both(a, b, (x, y) => {
      if (x.is !== 'instant' || y.is !== 'instant') throw new Error('times are wanted')
      const between = rational(y.at - x.at, unit)
      return present(unit === 1n ? exact(between) : fraction(between))
    })
  const workUnit = elapsed.get(meaning.replace('working_', ''))
  if (meaning.startsWith('working_') && workUnit !== undefined && a && b)
    return both(a, b, (x, y) => {
      if (x.is !== 'instant' || y.is !== 'instant') throw new Error('times are wanted')
      const calendar = calendarOf(world.workCalendar ?? '', world.declarations)
      const seconds = secondsBetween(calendar, x.at, y.at)
      if (seconds === undefined) return held('the calendar does not know the day')
      const between = rational(seconds, workUnit)
      return present(workUnit === 1n ? exact(between) : fraction(between))
    })
  if (meaning === 'date' && a) return apply(a, (x) => present({ is: 'day', day: dayValue(x) }))
  if (meaning === 'time' && a && b)
    return both(a, b, (x, y) => (y.is === 'clock' ? instantOf(dayValue(x), y.seconds) : held('no hour')))
  const kind = periodFunctions.get(meaning)
  if (kind !== undefined && a)
    return apply(a, (x) => {
      const period = periodAt(kind, dayValue(x), world.calendar)
      return period ? present({ is: 'period', period }) : held(`in no ${kind}`)
    })
  if (meaning === 'abs' && a) {
    return apply(a, (x) => {
      const size = absolute(numberOf(x))
      return present(isQuotient(x) ? fraction(size) : exact(size))
    })
  }
  throw new Error(`no function ${name}`)
}
