import type { Column, Id, Plan } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { subjectKey, textOfBalance } from './balance-code.ts'
import type { Balance } from './balances.ts'
import { need } from './engine.ts'
import type { Results } from './evaluate.ts'
import { closedPeriods } from './recurrence.ts'
import { compareRows } from './row-key.ts'
import { integerAt, stateAt } from './vector.ts'

/**
 * What later periods may read of periods that are closed by then, beyond the balance that the last of them ends with: the
 * holdbacks of four quarters that are paid out with the year. A run that begins with the results of an earlier one does
 * not work closed periods out again, so those results carry them. As balances, each at the end of its own period.
 */
export function historyOf({ engine, span }: Results): readonly Balance[] {
  const found: Balance[] = []
  for (const column of rememberedColumns(engine.model.plan)) {
    const domain = need(engine.domains, column.grain)
    const list = domain.periods?.list ?? []
    const { count: closed } = closedPeriods(engine, domain, column.recurrence ?? '')
    for (const [until, values] of engine.opening.get(column.id)?.periods ?? [])
      for (const [subject, value] of values) found.push({ of: column.id, until, subject, value })
    for (const [at, period] of list.entries()) {
      if (at < closed || period.end - 1 > span.until) continue
      const rows: number[] = []
      for (let row = at; row < domain.count; row += list.length) rows.push(row)
      const vector = need(engine.columns, column.id)
      for (const row of rows.sort((a, b) => compareRows(engine, domain, a, b))) {
        const state = stateAt(vector.states, row)
        if (state > 0 && state < firstHeld) continue
        const value = state === 0 ? textOfBalance(integerAt(vector, row), column.type) : null
        const subject = subjectKey(engine, domain, row)
        found.push({ of: column.id, until: period.end - 1, subject, value })
      }
    }
  }
  return found
}

/** The columns of recurrences that a column may read in a period which is not its own: from outside, through any others. */
function rememberedColumns(plan: Plan): readonly Column[] {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const periodOf = new Map(plan.grains.map((grain) => [grain.id, grain.period]))
  const remembered = new Set<Id>()
  const seen = new Set<Id>()
  const remember = (id: Id): void => {
    const column = columns.get(id)
    if (!column || seen.has(id)) return
    seen.add(id)
    if (column.recurrence !== undefined) {
      remembered.add(id)
      if (column.denominator !== undefined) remember(column.denominator)
      return
    }
    for (const read of readsOf(column, columns)) remember(read)
  }
  for (const column of plan.columns) {
    const own = periodOf.get(column.grain)
    for (const read of readsOf(column, columns)) {
      const other = columns.get(read)
      const within = column.recurrence !== undefined && other?.recurrence === column.recurrence
      if (!other || within) continue
      if (periodOf.get(other.grain) !== own || goesElsewhere(column)) remember(read)
    }
  }
  return plan.columns.filter(
    ({ id, type, again }) => remembered.has(id) && !again && type.is !== 'text' && type.is !== 'ref',
  )
}

/** The columns that a column's expression names, wherever in it. */
function readsOf(column: Column, columns: ReadonlyMap<Id, Column>): ReadonlySet<Id> {
  const found = new Set<Id>(column.denominator === undefined ? [] : [column.denominator])
  walk(column.expr, (_, value) => {
    if (typeof value === 'string' && columns.has(value)) found.add(value)
  })
  return found
}

/** Whether an expression finds other periods of its own kind: the one before, that of a date, all of a longer one. */
function goesElsewhere({ expr }: Column): boolean {
  let elsewhere = false
  walk(expr, (key, value) => {
    if (key === 'is' && (value === 'previous' || value === 'date' || value === 'period')) elsewhere = true
    if (key === 'periods') elsewhere = true
  })
  return elsewhere
}

function walk(node: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    visit(key, value)
    walk(value, visit)
  }
}
