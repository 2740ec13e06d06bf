import { remembered } from '../../base/remembered.ts'
import { stateKeys } from '../../plan/keys.ts'
import type { Expr, Id, Plan } from '../../plan/plan.ts'
import { modelOf } from '../../targets/evaluate/engine.ts'

/** The states that can come of an expression of a plan, by whatever it reads; more may be named, never less. */
export const statesOf = remembered((plan: Plan): ((expr: Expr) => ReadonlySet<number>) => {
  const model = modelOf(plan)
  const clocks = new Map((plan.clocks ?? []).map((clock) => [clock.id, clock]))
  const ofColumns = new Map<Id, ReadonlySet<number>>()
  const ofColumn = (id: Id): ReadonlySet<number> => {
    const known = ofColumns.get(id)
    if (known) return known
    const found = new Set<number>()
    // Of what goes round in a circle, what has been found so far is part of what is being found.
    ofColumns.set(id, found)
    const column = model.columns.get(id)
    if (column) collect(column.expr, found)
    if (column?.denominator !== undefined) for (const state of ofColumn(column.denominator)) found.add(state)
    return found
  }
  const collect = (node: unknown, into: Set<number>, key = ''): void => {
    if (typeof node === 'number') {
      if (stateKeys.has(key)) into.add(node)
      return
    }
    if (typeof node === 'string') {
      if (key === 'field') return
      if (model.columns.has(node)) for (const state of ofColumn(node)) into.add(state)
      const table = model.tables.get(node)
      if (table) into.add(table.uncovered).add(table.conflict)
      const schedule = model.schedules.get(node)
      if (schedule) into.add(schedule.uncovered)
      const clock = clocks.get(node)
      if (clock && !walked.has(clock)) {
        walked.add(clock)
        for (const state of Object.values(clock.states)) into.add(state)
        collect({ ...clock, id: '' }, into)
        walked.delete(clock)
      }
      return
    }
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const one of node) collect(one, into, key)
      return
    }
    const record: { readonly [name: string]: unknown } = { ...node }
    if (record.op === 'const') return
    if (record.op === 'field' && typeof record.relation === 'string' && typeof record.field === 'string') {
      const field = model.fields.get(record.relation)?.get(record.field)
      if (field) into.add(field.missing).add(field.bad)
    }
    if (Array.isArray(record.path))
      for (const field of fieldsNamed(record.path)) into.add(field.missing).add(field.bad)
    for (const [name, value] of Object.entries(record)) if (name !== 'path') collect(value, into, name)
  }
  const walked = new Set<object>()
  const fieldsNamed = (path: readonly unknown[]) =>
    plan.relations.flatMap(({ fields }) => fields.filter(({ id }) => path.includes(id)))
  const ofExprs = new WeakMap<Expr, ReadonlySet<number>>()
  return (expr) => {
    const known = ofExprs.get(expr)
    if (known) return known
    const found = new Set<number>()
    collect(expr, found)
    ofExprs.set(expr, found)
    return found
  }
})
