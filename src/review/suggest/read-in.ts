import { remembered } from '../../base/remembered.ts'
import type { Expr, Id, Plan } from '../../plan/plan.ts'
import { modelOf } from '../../targets/evaluate/engine.ts'
import { allRead } from './all-read.ts'

/** What an expression reads, through columns and clocks. */
export type Read = {
  /** `Order.amount`. */
  readonly fields: ReadonlySet<string>
  readonly asksNow: boolean
  /** Whether somebody stands among others, and whether other periods than the own one are read. */
  readonly amongOthers: boolean
  readonly otherPeriods: boolean
  /** The records whose rows are counted or added up. */
  readonly counted: ReadonlySet<Id>
  /** The columns that say whether such a row counts. */
  readonly wheres: ReadonlySet<Id>
  /** The columns of such rows that are added up. */
  readonly summed: ReadonlySet<Id>
}

type Direct = {
  readonly fields: Set<string>
  readonly counted: Set<Id>
  readonly wheres: Set<Id>
  readonly summed: Set<Id>
  readonly columns: Set<Id>
  asksNow: boolean
  amongOthers: boolean
  otherPeriods: boolean
}

/** Of an expression of a plan, all that it reads: asked again and again while cells are turned. */
export const readIn = remembered((plan: Plan): ((expr: Expr) => Read) => {
  const ofExprs = new WeakMap<Expr, Read>()
  const ofColumns = new Map<Id, Read>()
  const direct = directIn(plan)
  const gathered = (first: Direct): Read => {
    const fields = new Set(first.fields)
    const counted = new Set(first.counted)
    const wheres = new Set(first.wheres)
    const summed = new Set(first.summed)
    let { asksNow, amongOthers, otherPeriods } = first
    for (const id of allRead(first.columns, (one) => direct.column(one).columns)) {
      const own = direct.column(id)
      for (const field of own.fields) fields.add(field)
      for (const relation of own.counted) counted.add(relation)
      for (const where of own.wheres) wheres.add(where)
      for (const value of own.summed) summed.add(value)
      if (own.asksNow) asksNow = true
      if (own.amongOthers) amongOthers = true
      if (own.otherPeriods) otherPeriods = true
    }
    return { fields, counted, wheres, summed, asksNow, amongOthers, otherPeriods }
  }
  return (expr) => {
    if (expr.op === 'column') {
      const known = ofColumns.get(expr.column) ?? gathered(direct.expr(expr))
      ofColumns.set(expr.column, known)
      return known
    }
    const known = ofExprs.get(expr) ?? gathered(direct.expr(expr))
    ofExprs.set(expr, known)
    return known
  }
})

function directIn(plan: Plan): {
  readonly expr: (expr: Expr) => Direct
  readonly column: (id: Id) => Direct
} {
  const model = modelOf(plan)
  const clocks = new Map((plan.clocks ?? []).map((clock) => [clock.id, clock]))
  const derived = new Map(plan.derived.map(({ id, of }) => [id, of]))
  const known = new Map<Id, Direct>()
  const record = (relation: Id): Id => derived.get(relation) ?? relation
  const walk = (node: unknown, into: Direct, walked: Set<string>): void => {
    if (typeof node === 'string') {
      if (model.columns.has(node)) into.columns.add(node)
      const clock = clocks.get(node)
      if (!clock || walked.has(node)) return
      walked.add(node)
      into.asksNow = true
      walk({ ...clock, id: '' }, into, walked)
      return
    }
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const one of node) walk(one, into, walked)
      return
    }
    const part: { readonly [key: string]: unknown } = { ...node }
    if (part.op === 'field') into.fields.add(`${String(part.relation)}.${String(part.field)}`)
    if (part.op === 'now') into.asksNow = true
    if (part.op === 'rank' || part.op === 'share') into.amongOthers = true
    if (part.op === 'lookup' && isOtherPeriod(part.at)) into.otherPeriods = true
    if (part.op === 'in-force' && typeof part.relation === 'string') {
      const days = model.relations.get(part.relation)?.inForce
      for (const field of [days?.from, days?.until])
        if (field !== undefined) into.fields.add(`${part.relation}.${field}`)
      into.counted.add(part.relation)
    }
    if (part.op === 'aggregate' || part.op === 'rolling' || part.op === 'rank' || part.op === 'share') {
      // Among whom somebody stands is said by what is compared, or shared by.
      const among = model.columns.get(String(part.op === 'rank' ? part.value : part.weight))?.grain
      const relation = model.grains.get(String(part.source ?? among))?.relation
      if (relation !== undefined) into.counted.add(record(relation))
      if (part.op === 'aggregate' && typeof part.where === 'string') into.wheres.add(part.where)
      if (part.op === 'aggregate' && typeof part.value === 'string') into.summed.add(part.value)
    }
    for (const value of Object.values(part)) walk(value, into, walked)
  }
  const empty = (): Direct => ({
    fields: new Set(),
    counted: new Set(),
    wheres: new Set(),
    summed: new Set(),
    columns: new Set(),
    asksNow: false,
    amongOthers: false,
    otherPeriods: false,
  })
  return {
    expr: (expr) => {
      const into = empty()
      walk(expr, into, new Set())
      return into
    },
    column: (id) => {
      const before = known.get(id)
      if (before) return before
      const into = empty()
      const column = model.columns.get(id)
      if (column) walk([column.expr, column.denominator ?? ''], into, new Set())
      known.set(id, into)
      return into
    },
  }
}

function isOtherPeriod(at: unknown): boolean {
  if (typeof at !== 'object' || at === null || !('period' in at)) return false
  const { period } = at
  if (typeof period !== 'object' || period === null || !('is' in period)) return false
  return period.is === 'date' || period.is === 'previous'
}
