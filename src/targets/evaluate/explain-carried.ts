import type { Column } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { periodOfRow } from './results.ts'
import { shownValue } from './shown.ts'
import type { TraceValue } from './trace.ts'
import { valueFrom } from './value.ts'
import { integerAt, stateAt } from './vector.ts'

/**
 * Of which periods an amount is that is carried on: the oldest is taken first, so what is left is of the latest. In those
 * periods the explanation says which rows it came from. Undefined for any other column.
 */
export function carriedFrom(
  engine: Engine,
  domain: Domain,
  row: number,
  column: Column,
): TraceValue['since'] | undefined {
  const [due, before] = ['due', 'before'].map((part) => engine.columns.get(`${column.id}.${part}`))
  const after = engine.columns.get(column.id)
  const periods = domain.periods?.list.length ?? 0
  if (!due || !before || !after || periods === 0 || column.type.is !== 'int') return undefined
  if (stateAt(after.states, row) !== 0) return undefined
  let left = integerAt(after, row)
  const found: { period: string; value: bigint }[] = []
  const first = row - (row % periods)
  for (let at = row; at >= first && left > 0n; at--) {
    // Nothing was due where the clause did not apply: what is carried stayed as it was.
    if (stateAt(due.states, at) !== 0 || stateAt(before.states, at) !== 0) continue
    const own = integerAt(due, at) - integerAt(before, at)
    const part = own < left ? own : left
    if (part <= 0n) continue
    found.unshift({ period: periodOfRow(domain, at)?.key ?? '', value: part })
    left -= part
  }
  // What was brought forward from results of before the run is of periods that it does not have.
  if (left > 0n || found.length === 0) return undefined
  const { type } = need(engine.model.columns, column.id)
  return found.map(({ period, value }) => ({
    period,
    value: shownValue(valueFrom(engine, type, value, undefined)),
  }))
}
