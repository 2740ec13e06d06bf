import type { Day } from '../../base/day.ts'
import type { Id } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { subjectKey, textOfBalance } from './balance-code.ts'
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

/** How things stood when a run ended: its balances, and what its history says of periods before. */
export function openingOf(balances: readonly Balance[], history: readonly Balance[] = []): Opening {
  const found = new Map<Id, { until: Day; periods: Map<Day, Map<string, string | null>> }>()
  for (const { of, until, subject, value } of [...history, ...balances]) {
    const known = found.get(of) ?? { until, periods: new Map<Day, Map<string, string | null>>() }
    const period = known.periods.get(until) ?? new Map<string, string | null>()
    period.set(subject, value)
    known.periods.set(until, period)
    found.set(of, { until: Math.max(known.until, until), periods: known.periods })
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
      const value = state === 0 ? textOfBalance(integerAt(vector, row), column.type) : null
      found.push({ of: column.id, until, subject: subjectKey(engine, domain, row), value })
    }
  }
  return found
}
