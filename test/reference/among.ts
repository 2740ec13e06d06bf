import type { Expr } from '../../src/syntax/ast.ts'
import { order } from './order.ts'
import { exists } from './own-date.ts'
import { compare, divide, multiply, type Rational, rational, roundTo, subtract, zero } from './rational.ts'
import { addend, exact, type Held, held, present, type Result, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Among = Extract<Expr, { is: 'rank' | 'share' }>
type Other = { readonly scope: Scope; readonly key: string; readonly value: Value }

/** The rows that stand with a row: of the same period, and of the same group; or what holds them all. */
function others(world: World, { within }: Among, measure: Expr, scope: Scope): readonly Other[] | Held {
  const { row: own, period } = scope
  if (!own) throw new Error('nobody to stand among')
  const info = recordOf(world, own.record)
  const mine = within && world.evaluate(within, scope)
  if (mine && mine.is !== 'present') return held('no group')
  const found: Other[] = []
  let problem: Held | undefined
  for (const [row, cells] of info.rows.entries()) {
    const one: Scope = { ...scope, row: { record: own.record, row } }
    const there = period ? exists(world, { record: own.record, row }, period) : present(true)
    if (there.is === 'present' && !there.value) continue
    const value = world.evaluate(measure, one)
    if (value.is === 'not-applicable') continue
    const group = within && world.evaluate(within, one)
    if (group && group.is !== 'present') {
      problem ??= held('a row of an unknown group')
      continue
    }
    if (mine && group && JSON.stringify(group.value) !== JSON.stringify(mine.value)) continue
    if (value.is === 'held') problem ??= value
    else found.push({ scope: one, key: (info.key && cells[info.key]) ?? String(row), value: value.value })
  }
  return problem ?? found
}

export function rank(world: World, expression: Extract<Expr, { is: 'rank' }>, scope: Scope): Result<Value> {
  const own = world.evaluate(expression.a, scope)
  if (own.is === 'not-applicable') return own
  const all = others(world, expression, expression.a, scope)
  if ('is' in all) return all
  if (own.is === 'held') return own
  const larger = all.filter(({ value }) => order(value, own.value) > 0).length
  return present(exact(rational(BigInt(larger + 1))))
}

const cent = rational(1n, 100n)

/** By cents: each takes what its weight gives rounded down, then the largest remainders one more, the smaller key first. */
export function share(world: World, expression: Extract<Expr, { is: 'share' }>, scope: Scope): Result<Value> {
  const own = world.evaluate(expression.by, scope)
  if (own.is === 'not-applicable') return own
  const all = others(world, expression, expression.by, scope)
  if ('is' in all) return all
  const group = expression.within && world.evaluate(expression.within, scope)
  const at: Scope = {
    ...(group?.is === 'present' && group.value.is === 'row' && { row: group.value }),
    ...(scope.period && { period: scope.period }),
  }
  const pool = world.evaluate(expression.pool, at)
  if (pool.is !== 'present') return pool.is === 'held' ? pool : held('no pool')
  const weights = all.map(({ value }) => addend(value))
  const total = weights.reduce((a, b) => rational(a.n * b.d + b.n * a.d, a.d * b.d), zero)
  if (compare(total, zero) === 0 || weights.some((weight) => compare(weight, zero) < 0))
    return held('nothing to share by')
  const whole = addend(pool.value)
  const exactShares = weights.map((weight) => divide(multiply(whole, weight), total))
  const down = exactShares.map((part) => roundTo(part, cent, 'down'))
  const rest = (i: number): Rational => subtract(exactShares[i] ?? zero, down[i] ?? zero)
  const size = (a: Rational): Rational => (compare(a, zero) < 0 ? subtract(zero, a) : a)
  const inTurn = all
    .map((other, i) => ({ i, key: other.key }))
    .sort((a, b) => compare(size(rest(b.i)), size(rest(a.i))) || (a.key < b.key ? -1 : 1))
  const left = down.reduce((a, part) => subtract(a, part), whole)
  const cents = Number(divide(size(left), cent).n)
  const mine = all.findIndex(({ scope: one }) => one.row?.row === scope.row?.row)
  const extra = inTurn.slice(0, cents).some(({ i }) => i === mine)
  const step = compare(left, zero) < 0 ? subtract(zero, cent) : cent
  const part = down[mine]
  if (!part) return held('not among them')
  return present(exact(extra ? rational(part.n * step.d + step.n * part.d, part.d * step.d) : part))
}
