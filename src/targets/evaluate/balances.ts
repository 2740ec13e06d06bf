import { type Day, formatDay } from '../../base/day.ts'
import { formatDecimal } from '../../base/decimal.ts'
import type { Id, Type } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { subjectKey } from './balance-code.ts'
import { need, type Opening } from './engine.ts'
import type { Results } from './evaluate.ts'
import { compareRows } from './row-key.ts'
import { integerAt, stateAt } from './vector.ts'

/**
 * What goes on from one period to the next, as it stood at the end of `until`: the part of a run's results that the run
 * of the next period begins with. `value` is a decimal, a day or `true`/`false`; null where it is held.
 */
export type Balance = {
  /** The value, or the clause's result: `balance`, `draw.owed`. */
  readonly of: Id
  readonly until: Day
  /** The subject's key; empty where the whole company has one. */
  readonly subject: string
  readonly value: string | null
}

export function openingOf(balances: readonly Balance[]): Opening {
  const found = new Map<Id, { until: Day; values: Map<string, string | null> }>()
  for (const { of, until, subject, value } of balances) {
    const known = found.get(of) ?? { until, values: new Map<string, string | null>() }
    known.values.set(subject, value)
    found.set(of, known)
  }
  return found
}

/** The balances at the end of a run: of each kind of period, those of the last one that ends within it. */
export function balancesOf({ engine, span }: Results): readonly Balance[] {
  const found: Balance[] = []
  for (const column of engine.model.plan.columns) {
    if (column.recurrence !== column.id) continue
    const domain = need(engine.domains, column.grain)
    const width = domain.periods?.list.length ?? 1
    const at = domain.periods?.list.findLastIndex((p) => p.end - 1 <= span.until) ?? -1
    const until = (domain.periods?.list[at]?.end ?? 0) - 1
    if (at < 0) continue
    const rows: number[] = []
    for (let row = at; row < domain.count; row += width) rows.push(row)
    // By key: the order of the rows in a file leaves no trace.
    for (const row of rows.sort((a, b) => compareRows(engine, domain, a, b))) {
      const vector = need(engine.columns, column.id)
      const state = stateAt(vector.states, row)
      if (state > 0 && state < firstHeld) continue
      const value = state === 0 ? textOf(integerAt(vector, row), column.type) : null
      found.push({ of: column.id, until, subject: subjectKey(engine, domain, row), value })
    }
  }
  return found
}

function textOf(code: bigint, type: Type): string {
  if (type.is === 'int') return formatDecimal(code, type.scale)
  return type.is === 'date' ? formatDay(Number(code)) : String(code !== 0n)
}
