import { remembered } from '../../base/remembered.ts'
import { stateKeys } from '../../plan/keys.ts'
import type { Expr, Id, Plan } from '../../plan/plan.ts'
import { modelOf } from '../../targets/evaluate/engine.ts'
import { allRead } from './all-read.ts'

type Direct = { readonly states: Set<number>; readonly columns: Set<Id> }

/** The states that can come of an expression of a plan, by whatever it reads; more may be named, never less. */
export const statesOf = remembered((plan: Plan): ((expr: Expr) => ReadonlySet<number>) => {
  const model = modelOf(plan)
  const clocks = new Map((plan.clocks ?? []).map((clock) => [clock.id, clock]))
  const direct = new Map<Id, Direct>()
  /** What a column gives by itself: others that it reads are asked by themselves, so that circles end. */
  const ofColumn = (id: Id): Direct => {
    const known = direct.get(id)
    if (known) return known
    const found: Direct = { states: new Set(), columns: new Set() }
    direct.set(id, found)
    const column = model.columns.get(id)
    if (column) collect(column.expr, found)
    if (column?.denominator !== undefined) found.columns.add(column.denominator)
    return found
  }
  const collect = (node: unknown, into: Direct, key = ''): void => {
    const { states } = into
    if (typeof node === 'number') {
      if (stateKeys.has(key)) states.add(node)
      return
    }
    if (typeof node === 'string') {
      if (key === 'field') return
      if (model.columns.has(node)) into.columns.add(node)
      const table = model.tables.get(node)
      if (table) states.add(table.uncovered).add(table.conflict)
      const schedule = model.schedules.get(node)
      if (schedule) states.add(schedule.uncovered)
      const clock = clocks.get(node)
      if (clock && !walked.has(clock)) {
        walked.add(clock)
        for (const state of Object.values(clock.states)) states.add(state)
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
      if (field) states.add(field.missing).add(field.bad)
    }
    if (Array.isArray(record.path))
      for (const field of fieldsNamed(record.path)) states.add(field.missing).add(field.bad)
    for (const [name, value] of Object.entries(record)) if (name !== 'path') collect(value, into, name)
  }
  const walked = new Set<object>()
  const fieldsNamed = (path: readonly unknown[]) =>
    plan.relations.flatMap(({ fields }) => fields.filter(({ id }) => path.includes(id)))
  const ofExprs = new WeakMap<Expr, ReadonlySet<number>>()
  return (expr) => {
    const known = ofExprs.get(expr)
    if (known) return known
    const own: Direct = { states: new Set(), columns: new Set() }
    collect(expr, own)
    const all = new Set(own.states)
    for (const id of allRead(own.columns, (one) => ofColumn(one).columns))
      for (const state of ofColumn(id).states) all.add(state)
    ofExprs.set(expr, all)
    return all
  }
})
