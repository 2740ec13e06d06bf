import type { Expr } from '../../src/syntax/ast.ts'
import { order } from './order.ts'
import { exists } from './own-date.ts'
import { rational } from './rational.ts'
import { exact, type Held, held, present, type Result, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Among = Extract<Expr, { is: 'rank' | 'share' }>
export type Other = { readonly scope: Scope; readonly key: string; readonly value: Value }

/** The rows that stand with a row: of the same period, and of the same group; or what holds them all. */
export function others(
  world: World,
  { within }: Among,
  measure: Expr,
  scope: Scope,
): readonly Other[] | Held {
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
