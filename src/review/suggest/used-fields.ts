import type { Clock, Expr, Id, Plan, Relation } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'

/** The fields that a plan reads, by record: those that a case gives. `events`: the days on which rows count. */
export type Used = {
  readonly fields: ReadonlyMap<Id, ReadonlySet<Id>>
  readonly events: ReadonlySet<string>
  /** From and until when rows exist. */
  readonly starts: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
}

/** `whole`: what the whole policy reads. A row that says whose it is there must say so in a part of it, too. */
export function usedFields(plan: Plan, whole?: Used): Used {
  const fields = new Map<Id, Set<Id>>()
  const relations = new Map(plan.relations.map((relation) => [relation.id, relation]))
  const derived = new Map(plan.derived.map((one) => [one.id, one]))
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const grains = new Map(plan.grains.map((grain) => [grain.id, grain]))
  const events = new Set<string>()
  const starts = new Set<string>()
  const ends = new Set<string>()

  const use = (relation: Id | undefined, field?: Id): void => {
    const made = relation === undefined ? undefined : derived.get(relation)
    if (made) {
      use(made.of)
      return
    }
    const found = relation === undefined ? undefined : relations.get(relation)
    if (!found) return
    const list = fields.get(found.id) ?? new Set<Id>()
    fields.set(found.id, list)
    const named = field === undefined ? undefined : found.fields.find(({ id }) => id === field)
    if (!named) return
    list.add(named.id)
    // A reference to nothing is bad input.
    if (named.type.is === 'ref' && named.type.relation !== found.id) use(named.type.relation)
  }
  /** Follows references, each of which is read. */
  const follow = (from: Id | undefined, path: readonly Id[]): Id | undefined => {
    let at = from
    for (const step of path) {
      const made = at === undefined ? undefined : derived.get(at)
      if (made) {
        at = made.of
        continue
      }
      use(at, step)
      const type = relations.get(at ?? '')?.fields.find(({ id }) => id === step)?.type
      at = type?.is === 'ref' ? type.relation : undefined
    }
    use(at)
    return at
  }
  const visit = (node: unknown, relation: Id | undefined): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, relation)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const record: { readonly [key: string]: unknown } = { ...node }
    if (record.op === 'field' && typeof record.relation === 'string' && typeof record.field === 'string')
      use(record.relation, record.field)
    if (record.op === 'in-force' && typeof record.relation === 'string') useInForce(record.relation)
    const own =
      record.op === 'aggregate' && typeof record.source === 'string'
        ? grains.get(record.source)?.relation
        : relation
    const path = record.path
    if (Array.isArray(path)) {
      const row = typeof record.row === 'string' ? columns.get(record.row)?.type : undefined
      follow(
        row?.is === 'ref' ? row.relation : own,
        path.filter((step) => typeof step === 'string'),
      )
    }
    for (const [key, value] of Object.entries(record)) if (key !== 'path') visit(value, own)
  }
  const useInForce = (id: Id): void => {
    const inForce = relations.get(id)?.inForce
    if (!inForce) return
    for (const field of [inForce.from, inForce.until, ...inForce.by]) if (field !== undefined) use(id, field)
    starts.add(`${id}.${inForce.from}`)
    if (inForce.until !== undefined) ends.add(`${id}.${inForce.until}`)
  }
  const event = (id: Id | undefined): void => {
    let expr: Expr | undefined = id === undefined ? undefined : columns.get(id)?.expr
    for (let depth = 0; expr && depth < 10; depth++) {
      if (expr.op === 'field') {
        events.add(`${expr.relation}.${expr.field}`)
        return
      }
      if (expr.op === 'column' || expr.op === 'lookup') expr = columns.get(expr.column)?.expr
      else if (expr.op === 'local-day') expr = expr.a
      else return
    }
  }
  for (const column of plan.columns) {
    const relation = grains.get(column.grain)?.relation
    use(relation)
    visit(column.expr, relation)
    if (column.expr.op === 'aggregate') {
      use(grains.get(column.expr.source)?.relation)
      const { period } = column.expr.at
      if (period && period.is !== 'own') event(period.column)
    }
    if (column.expr.op === 'rolling') {
      event(column.expr.at.own)
      event(column.expr.at.theirs)
    }
    if (column.id.endsWith('.exists')) existing(column.expr, starts, ends)
  }
  for (const clock of clocksIn(plan))
    for (const { source, at } of clock.events) {
      const relation = grains.get(source)?.relation
      const row = at?.row === undefined ? undefined : columns.get(at.row)?.type
      use(relation)
      if (at?.path) follow(row?.is === 'ref' ? row.relation : relation, at.path)
    }
  for (const { payee, posting } of plan.outputs) {
    event(posting)
    if (payee) use(payee.relation)
  }
  for (const relation of plan.relations)
    if (fields.has(relation.id))
      for (const { id, type, optional } of relation.fields)
        if (type.is === 'ref' && !optional && whole?.fields.get(relation.id)?.has(id)) use(relation.id, id)
  for (const relation of plan.relations) useKey(relation, fields)
  return { fields, events, starts, ends }
}

/** The clocks that are read. */
function clocksIn({ clocks = [], columns }: Plan): readonly Clock[] {
  const reads = (id: Id, expr: Expr): boolean =>
    (expr.op === 'clock' && expr.clock === id) || partsOf(expr).some((part) => reads(id, part))
  return clocks.filter(({ id }) => columns.some(({ expr }) => reads(id, expr)))
}

function useKey({ id, key }: Relation, fields: Map<Id, Set<Id>>): void {
  if (key !== undefined) fields.get(id)?.add(key)
}

/** `from <= the last day of the period`, `until >= its first`. */
function existing(expr: Expr, starts: Set<string>, ends: Set<string>): void {
  if (expr.op === 'and') for (const part of expr.all) existing(part, starts, ends)
  if (expr.op === 'choose') existing(expr.otherwise, starts, ends)
  if (expr.op !== 'compare' || expr.a.n.op !== 'field') return
  const name = `${expr.a.n.relation}.${expr.a.n.field}`
  if (expr.by === '<=') starts.add(name)
  if (expr.by === '>=') ends.add(name)
}
