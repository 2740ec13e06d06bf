import type { Id, Plan } from '../../plan/plan.ts'

/**
 * The plan with what some of its results need, and nothing else: what a case does not look at need not be worked out.
 * `wanted`: ids of outputs and columns. What is reported of the data itself stays, and so do all records.
 */
export function prunedPlan(plan: Plan, wanted: (id: Id) => boolean): Plan {
  const outputs = plan.outputs.filter(
    ({ id, releases }) => wanted(id) || (releases !== undefined && wanted(releases)),
  )
  const columns = new Map(plan.columns.map((one) => [one.id, one]))
  const parts = new Map<string, unknown>(
    [...plan.tables, ...plan.schedules, ...(plan.clocks ?? [])].map((one) => [one.id, one]),
  )
  const groups = new Map<Id, Id[]>()
  for (const { id, recurrence } of plan.columns)
    if (recurrence !== undefined) groups.set(recurrence, [...(groups.get(recurrence) ?? []), id])
  const kept = new Set<string>()
  const waiting: string[] = []
  const keep = (id: string): void => {
    if (kept.has(id) || !(columns.has(id) || parts.has(id))) return
    kept.add(id)
    waiting.push(id)
  }
  // Whatever names a column or a table reads it: more than is needed may be kept, never less.
  const look = (node: unknown): void => {
    if (typeof node === 'string') keep(node)
    else if (typeof node === 'object' && node !== null) for (const value of Object.values(node)) look(value)
  }
  for (const { id } of plan.columns) if (wanted(id.split('~')[0] ?? id)) keep(id)
  look([outputs, plan.derived, plan.checks, plan.grains])
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const column = columns.get(id)
    look(column ? [column.expr, column.denominator] : parts.get(id))
    // What goes on from period to period is worked out together.
    for (const other of (column?.recurrence !== undefined && groups.get(column.recurrence)) || []) keep(other)
  }
  return { ...plan, outputs, columns: plan.columns.filter(({ id }) => kept.has(id)) }
}
