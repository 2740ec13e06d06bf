import { addMonths } from '../../src/base/day.ts'
import { unreachable } from '../../src/base/unreachable.ts'
import type { BinaryOperator, Expr, StateTest } from '../../src/syntax/ast.ts'
import { rank } from './among.ts'
import { call } from './call.ts'
import { onDay } from './in-force.ts'
import { valueOfLiteral } from './literal.ts'
import { namedValue } from './names.ts'
import { equal, order } from './order.ts'
import { ownDate } from './own-date.ts'
import { product } from './product.ts'
import { shareOnRoll } from './proration.ts'
import { givesQuotient, marked } from './quotient.ts'
import { add, divide, negate, type Rational, roundTo, subtract } from './rational.ts'
import { paidUntil, takenBefore } from './release.ts'
import { share } from './share.ts'
import { sameHour } from './time.ts'
import {
  addend,
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
  truth,
  truthOf,
  used,
  type Value,
} from './value.ts'
import { overWindow } from './window.ts'
import { wordOfList } from './word.ts'
import { addParts, addSeconds, calendarOf, closingAfter, dayAfter } from './working-time.ts'
import { type Place, recordOf, type Scope, type World } from './world.ts'

function moved(day: number, length: Value & { is: 'length' }, sign: 1 | -1): Value {
  const count = sign * Number(length.count.n)
  if (length.unit === 'days' || length.unit === 'weeks')
    return { is: 'day', day: day + (length.unit === 'weeks' ? 7 * count : count) }
  return { is: 'day', day: addMonths(day, length.unit === 'years' ? 12 * count : count) }
}

const secondsOf = new Map([
  ['seconds', 1n],
  ['minutes', 60n],
  ['hours', 3600n],
])

/** Hours are counted on; days, weeks and months keep the hour of the day. */
function movedTime(at: bigint, { count, unit }: Value & { is: 'length' }, sign: 1 | -1): Result<Value> {
  const each = secondsOf.get(unit)
  if (each !== undefined)
    return present({ is: 'instant', at: at + (BigInt(sign) * each * count.n) / count.d })
  const whole = sign * Number(count.n)
  if (unit === 'days' || unit === 'weeks') return sameHour(at, 'days', unit === 'weeks' ? 7 * whole : whole)
  return sameHour(at, 'months', unit === 'years' ? 12 * whole : whole)
}

/** Working hours and days of the policy's calendar. */
function movedByWork(
  world: World,
  a: Value,
  { count, unit }: Value & { is: 'length' },
  sign: bigint,
): Result<Value> {
  const calendar = calendarOf(world.workCalendar ?? '', world.declarations)
  const n = sign * count.n
  if (a.is === 'day') {
    const day = dayAfter(calendar, a.day, Number(n))
    return day === undefined ? held('the calendar does not know the day') : present({ is: 'day', day })
  }
  if (a.is !== 'instant') throw new Error('a time is wanted')
  if (unit === 'working-days')
    return count.d === 1n ? closingAfter(calendar, a.at, Number(n)) : addParts(calendar, a.at, n, count.d)
  return addSeconds(calendar, a.at, (n * (unit === 'working-hours' ? 3600n : 60n)) / count.d)
}

function arithmetic(world: World, op: '+' | '-' | '*' | '/', a: Value, b: Value): Result<Value> {
  switch (op) {
    case '+':
      if (b.is === 'length' && b.unit.startsWith('working')) return movedByWork(world, a, b, 1n)
      if (a.is === 'instant' && b.is === 'length') return movedTime(a.at, b, 1)
      if (a.is === 'day' && b.is === 'length') return present(moved(a.day, b, 1))
      return present(exact(add(addend(a), addend(b))))
    case '-':
      if (b.is === 'length' && b.unit.startsWith('working')) return movedByWork(world, a, b, -1n)
      if (a.is === 'instant' && b.is === 'length') return movedTime(a.at, b, -1)
      if (a.is === 'day' && b.is === 'length') return present(moved(a.day, b, -1))
      if (a.is === 'day' && b.is === 'day') return present(exact({ n: BigInt(a.day - b.day), d: 1n }))
      return present(exact(subtract(addend(a), addend(b))))
    case '*':
      return present(product(a, b))
    case '/':
      if (numberOf(b).n === 0n) return held('division by zero')
      // Two quotients are fixed before one is divided by the other, as before they are multiplied.
      if (isQuotient(a) && isQuotient(b)) {
        const over = addend(b)
        return over.n === 0n ? held('division by zero') : present(fraction(divide(addend(a), over)))
      }
      return present(fraction(divide(numberOf(a), numberOf(b))))
    default:
      return unreachable(op)
  }
}

function comparison(op: '=' | '<>' | '<' | '<=' | '>' | '>=', a: Value, b: Value): boolean {
  switch (op) {
    case '=':
      return equal(a, b)
    case '<>':
      return !equal(a, b)
    case '<':
      return order(a, b) < 0
    case '<=':
      return order(a, b) <= 0
    case '>':
      return order(a, b) > 0
    case '>=':
      return order(a, b) >= 0
    default:
      return unreachable(op)
  }
}

/** Decided as soon as one side suffices, whatever the other is. */
function kleene(op: 'and' | 'or', a: Result<Value>, b: Result<Value>): Result<Value> {
  const decisive = op === 'or'
  for (const side of [a, b]) {
    if (side.is === 'present' && truthOf(side.value) === decisive) return present(truth(decisive))
  }
  return heldOf([a, b]) ?? present(truth(!decisive))
}

function binary(world: World, op: BinaryOperator, a: Expr, b: Expr, scope: Scope): Result<Value> {
  const left = world.evaluate(a, scope)
  const right = world.evaluate(b, scope)
  switch (op) {
    case 'and':
    case 'or':
      return kleene(op, left, right)
    case '+':
    case '-':
    case '*':
    case '/':
      // Over zero there is nothing to be had, whether what is divided is known or not.
      if (op === '/' && right.is === 'present' && numberOf(right.value).n === 0n)
        return held('division by zero')
      return both(left, right, (x, y) => arithmetic(world, op, x, y))
    default:
      return both(wordOfList(a, right) ?? left, wordOfList(b, left) ?? right, (x, y) =>
        present(truth(comparison(op, x, y))),
      )
  }
}

function state(test: StateTest, a: Result<Value>): Result<Value> {
  if (a.is === 'held' && !a.missing) return a
  switch (test) {
    case 'missing':
      return present(truth(a.is === 'held'))
    case 'present':
      return present(truth(a.is === 'present'))
    case 'applicable':
      return present(truth(a.is !== 'not-applicable'))
    case 'not-applicable':
      return present(truth(a.is === 'not-applicable'))
    default:
      return unreachable(test)
  }
}

function keeping(a: Value, value: Rational): Value {
  return isQuotient(a) ? fraction(value) : exact(value)
}

/** The first of the largest (or smallest), as it is: a fraction stays one. */
function picked(which: 'larger' | 'smaller', items: readonly Result<Value>[]): Result<Value> {
  const problem = heldOf(items)
  if (problem) return problem
  return items.reduce((best, item) =>
    both(best, item, (x, y) => {
      const better = which === 'larger' ? order(y, x) > 0 : order(y, x) < 0
      return present(better ? y : x)
    }),
  )
}

export function evaluate(world: World, expression: Expr, scope: Scope): Result<Value> {
  const result = worked(world, expression, scope)
  const branches = ['if', 'if-missing', 'pick', 'clamp'].includes(expression.is)
  return branches ? marked(result, givesQuotient(world, expression, scope)) : result
}

function worked(world: World, expression: Expr, scope: Scope): Result<Value> {
  const at = (part: Expr) => world.evaluate(part, scope)
  switch (expression.is) {
    case 'path':
      return namedValue(world, expression.parts, scope)
    case 'call':
      return call(world, expression, scope)
    case 'parens':
      return at(expression.a)
    case 'negative':
      return apply(at(expression.a), (a) => present(keeping(a, negate(numberOf(a)))))
    case 'not':
      return apply(at(expression.a), (a) => present(truth(!truthOf(a))))
    case 'binary':
      return binary(world, expression.op, expression.a, expression.b, scope)
    case 'if': {
      const test = used(at(expression.when))
      if (test.is !== 'present') return test
      return at(truthOf(test.value) ? expression.then : expression.otherwise)
    }
    case 'if-missing': {
      const a = at(expression.a)
      return a.is === 'held' && a.missing ? at(expression.b) : a
    }
    case 'state':
      return state(expression.test, at(expression.a))
    case 'in': {
      const a = at(expression.a)
      const items = expression.items.map((item) => wordOfList(item, a) ?? at(item))
      // It is any of the equalities: one that is so decides, whatever the others are.
      const tests = items.map((item) => both(a, item, (x, y) => present(truth(equal(x, y)))))
      const found = tests.reduce((x, y) => kleene('or', x, y), present<Value>(truth(false)))
      return apply(found, (any) => present(truth(truthOf(any) !== expression.negated)))
    }
    case 'pick':
      return picked(expression.which, expression.items.map(at))
    case 'clamp': {
      const low = picked('larger', [at(expression.a), at(expression.low)])
      return picked('smaller', [low, at(expression.high)])
    }
    case 'rounded':
      return both(at(expression.a), at(expression.to), (a, unit) =>
        present(exact(roundTo(numberOf(a), numberOf(unit), expression.mode))),
      )
    case 'window':
      return overWindow(world, expression, scope)
    case 'as-of':
    case 'in-period':
      return onDay(world, expression, scope)
    case 'with':
      return world.instead(expression.replaced.text, expression.by.text).evaluate(expression.a, scope)
    case 'rank':
      return rank(world, expression, scope)
    case 'share':
      return share(world, expression, scope)
    case 'prorated':
      return both(at(expression.a), shareOnRoll(world, expression.by, scope), (a, b) =>
        present(product(a, b)),
      )
    case 'paid-on':
      return paidOn(world, expression, scope)
    default:
      return valueOfLiteral(expression)
  }
}

/** What a clause has paid, until this row's own day, for the row that a reference leads to. */
function paidOn(world: World, { at, by }: Extract<Expr, { is: 'paid-on' }>, scope: Scope): Result<Value> {
  const declaration = world.declarations.get(by.text)
  if (declaration?.kind !== 'commission') throw new Error(`${by.text} pays nothing`)
  return both(world.evaluate(at, scope), ownDate(world, scope), (row, day) => {
    if (row.is !== 'row') return held('no row')
    const paid = paidUntil(world, declaration, { row }, dayValue(day))
    const { taking } = scope
    if (taking === undefined) return alone(world, at, scope, row.row) ? paid : held('several rows')
    const leads = (place: Place): boolean => {
      const found = world.evaluate(at, { ...scope, ...place })
      return found.is === 'present' && found.value.is === 'row' && found.value.row === row.row
    }
    return both(paid, takenBefore(world, taking, scope, leads), (all, taken) =>
      present(exact(subtract(addend(all), taken))),
    )
  })
}

/** Whether no other row of the same record leads to the same row. */
function alone(world: World, at: Expr, scope: Scope, target: number): boolean {
  const record = scope.row?.record ?? ''
  const same = recordOf(world, record).rows.filter((_, row) => {
    const found = world.evaluate(at, { ...scope, row: { record, row } })
    return found.is === 'present' && found.value.is === 'row' && found.value.row === target
  })
  return same.length === 1
}
