import type { Column, Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { once } from './once.ts'
import { compareRows, groupKey } from './row-key.ts'
import type { Scope } from './scope.ts'
import { partsOf } from './spans.ts'
import { gatherNode, typeRange } from './stored.ts'
import { integerAt, type Node, stateAt } from './vector.ts'

type EarlierRow = Extract<Expr, { op: 'earlier-row' }>

/** For each row the one before it, −1 for the first; and the state of those whose place is not known. */
type Order = { readonly before: Int32Array; readonly states: Uint16Array; readonly rows: readonly number[] }

/** The rows of each group in their order: by day, then by key. A day that is not known leaves none of them a place. */
export const orderOf = once((engine: Engine, domain: Domain, { within, day }: EarlierRow): Order => {
  const group = need(engine.columns, within)
  const days = need(engine.columns, day)
  const before = new Int32Array(domain.count).fill(-1)
  const states = new Uint16Array(domain.count)
  const unsure = new Map<string, number>()
  const rows: number[] = []
  for (let row = 0; row < domain.count; row++) {
    rows.push(row)
    states[row] = used(stateAt(group.states, row))
    const state = used(stateAt(days.states, row))
    const key = groupKey([group], row)
    if (states[row] === 0 && state !== 0) unsure.set(key, Math.max(unsure.get(key) ?? 0, state))
  }
  const dayAt = (row: number): number => (stateAt(days.states, row) === 0 ? Number(integerAt(days, row)) : 0)
  rows.sort((a, b) => dayAt(a) - dayAt(b) || compareRows(engine, domain, a, b))
  const last = new Map<string, number>()
  for (const row of rows) {
    if (states[row] !== 0) continue
    const key = groupKey([group], row)
    states[row] = unsure.get(key) ?? 0
    before[row] = last.get(key) ?? -1
    last.set(key, row)
  }
  return { before, states, rows }
})

export function compileEarlierRow(scope: Scope, expr: EarlierRow): Node {
  const { engine, domain, capacity } = scope
  const { before, states: unsure } = orderOf(engine, domain, expr)
  const values = new Int32Array(capacity)
  const states = new Uint16Array(capacity)
  const column = need(engine.model.columns, expr.column)
  const place = (from: number, count: number) => {
    for (let i = 0; i < count; i++) {
      const found = before[from + i] ?? -1
      values[i] = Math.max(found, 0)
      states[i] = unsure[from + i] || (found < 0 ? expr.state : 0)
    }
    return { values, states }
  }
  return gatherNode(need(engine.columns, expr.column), typeRange(column.type), place, capacity)
}

/** The order in which the rows of a recurrence are worked out, where it goes from row to row. */
export function rowOrder(
  engine: Engine,
  domain: Domain,
  columns: readonly Column[],
): readonly number[] | undefined {
  const find = (expr: Expr): EarlierRow | undefined => {
    if (expr.op === 'earlier-row') return expr
    for (const part of partsOf(expr)) {
      const found = find(part)
      if (found) return found
    }
    return undefined
  }
  for (const { expr } of columns) {
    const found = find(expr)
    if (found) return orderOf(engine, domain, found).rows
  }
  return undefined
}
