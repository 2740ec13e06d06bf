import type { Column, Expr, Id } from '../../plan/plan.ts'
import { compile } from './compile.ts'
import { type Domain, type Engine, type Model, need } from './engine.ts'
import { partsOf } from './spans.ts'
import { store } from './stored.ts'

const block = 4096

/**
 * The different days of a date over the rows of a grain, before anything is worked out: none where it hangs on more than
 * the fields of its row, of the rows that those lead to, and of the rows in force.
 */
export function plainDays(engine: Engine, domain: Domain, date: Expr): ReadonlySet<number> {
  const days = new Set<number>()
  const read = new Set<Id>()
  if (domain.count === 0 || !isPlain(engine.model, date, read)) return days
  // What the date reads stands in columns of this grain: worked out here for this question alone.
  const own: Engine = { ...engine, columns: new Map() }
  for (const column of engine.model.plan.columns) if (read.has(column.id)) keep(own, domain, column)
  const node = compile(own, domain, block, date)
  if (node.is === 'text') return days
  for (let from = 0; from < domain.count; from += block) {
    const count = Math.min(block, domain.count - from)
    const { values, states } = node.run(from, count)
    for (let i = 0; i < count; i++)
      if (states === undefined || states[i] === 0) days.add(Number(values[i] ?? 0))
  }
  return days
}

/** The columns that such a date goes through. */
export function columnsOfDate({ model }: Engine, date: Expr): readonly Id[] {
  const read = new Set<Id>()
  isPlain(model, date, read)
  return [...read]
}

function keep(engine: Engine, domain: Domain, { id, type, expr }: Column): void {
  engine.columns.set(id, store(compile(engine, domain, block, expr), type, domain.count, block))
}

/** Whether an expression reads the data alone; gathers the columns that it goes through. */
function isPlain(model: Model, expr: Expr, read: Set<Id>): boolean {
  const through = (id: Id): boolean => {
    if (read.has(id)) return true
    const column = need(model.columns, id)
    if (column.recurrence !== undefined || column.denominator !== undefined) return false
    read.add(id)
    return isPlain(model, column.expr, read)
  }
  switch (expr.op) {
    case 'lookup':
    case 'aggregate':
    case 'rolling':
    case 'clock':
    case 'rank':
    case 'share':
    case 'tiers':
    case 'band':
      return false
    case 'column':
      return through(expr.column)
    case 'field':
      return expr.row === undefined || through(expr.row)
    default:
      return partsOf(expr).every((part) => isPlain(model, part, read))
  }
}
