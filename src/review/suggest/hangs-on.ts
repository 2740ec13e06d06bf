import { remembered } from '../../base/remembered.ts'
import type { Clock, Column, Expr, Id, Plan } from '../../plan/plan.ts'
import { modelOf } from '../../targets/evaluate/engine.ts'
import { linksOf } from '../../targets/evaluate/needed-periods.ts'
import { allRead } from './all-read.ts'

/** What can differ between two worlds: `Order.amount`, the rows of `Order`, or what time it is. */
export type Change = string
export const cellsOf = (relation: Id, field: Id): Change => `cells ${relation}.${field}`
export const rowsOf = (relation: Id): Change => `rows ${relation}`
export const timeAsked: Change = 'now'

/** What each column of a plan hangs on: more than it does may be named, never less. */
export type HangsOn = {
  /** The columns that read one of these, at whatever distance. */
  readonly affected: (changes: ReadonlySet<Change>) => ReadonlySet<Id>
  /** Whether a column reads one of these itself. */
  readonly reads: (column: Id, changes: ReadonlySet<Change>) => boolean
  /** The columns that a column reads itself; of a recurrence, those outside of it. */
  readonly columns: (column: Id) => readonly Id[]
  /** What says which periods a run has. */
  readonly periods: ReadonlySet<Change>
}

type Direct = { readonly columns: ReadonlySet<Id>; readonly changes: ReadonlySet<Change> }

export const hangsOn = remembered((plan: Plan): HangsOn => {
  const direct = directReads(plan)
  const readers = new Map<Id, Id[]>()
  const touched = new Map<Change, Id[]>()
  for (const [id, { columns, changes }] of direct) {
    for (const read of columns) listIn(readers, read).push(id)
    for (const change of changes) listIn(touched, change).push(id)
  }
  const known = new Map<string, ReadonlySet<Id>>()
  const affected = (changes: ReadonlySet<Change>): ReadonlySet<Id> => {
    const key = [...changes].sort().join('\n')
    const before = known.get(key)
    if (before) return before
    const all = allRead(
      [...changes].flatMap((change) => touched.get(change) ?? []),
      (id) => readers.get(id) ?? [],
    )
    known.set(key, all)
    return all
  }
  return {
    affected,
    reads: (id, changes) => [...(direct.get(id)?.changes ?? [])].some((one) => changes.has(one)),
    columns: (id) => [...(direct.get(id)?.columns ?? [])],
    periods: periodChanges(plan, direct),
  }
})

function listIn<K>(map: Map<K, Id[]>, key: K): Id[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

/** What each column reads itself; columns that are worked out together read all that one of them does. */
function directReads(plan: Plan): ReadonlyMap<Id, Direct> {
  const reader = readerOf(plan)
  const groups = new Map<Id, Column[]>()
  for (const column of plan.columns) {
    const key = column.recurrence === undefined ? `one ${column.id}` : `all ${column.recurrence}`
    groups.set(key, [...(groups.get(key) ?? []), column])
  }
  const found = new Map<Id, Direct>()
  const places = new Map(plan.columns.map(({ id }, i) => [id, i]))
  for (const group of groups.values()) {
    const columns = new Set<Id>()
    const changes = new Set<Change>()
    for (const { grain, expr } of group) reader.into(reader.relationOf(grain), expr, columns, changes)
    for (const { id } of group) columns.delete(id)
    // A word that is a column's name by chance: what a column reads stands before it.
    const last = Math.max(...group.map(({ id }) => places.get(id) ?? 0))
    for (const id of columns) if ((places.get(id) ?? 0) > last) columns.delete(id)
    for (const { id } of group) found.set(id, { columns, changes })
  }
  return found
}

function readerOf(plan: Plan) {
  const model = modelOf(plan)
  const clocks = new Map((plan.clocks ?? []).map((clock) => [clock.id, clock]))
  const relationOf = (grain: Id): Id | undefined => model.grains.get(grain)?.relation

  const into = (own: Id | undefined, expr: Expr, columns: Set<Id>, changes: Set<Change>): void => {
    const rows = (relation: Id | undefined): void => {
      if (relation === undefined || changes.has(rowsOf(relation))) return
      changes.add(rowsOf(relation))
      const made = model.derived.get(relation)
      if (made) rows(made.of)
      const pairs = model.pairs.get(relation)
      if (!pairs) return
      rows(pairs.of)
      rows(pairs.with)
      changes.add(cellsOf(pairs.with, pairs.by))
      follow(
        pairs.of,
        pairs.path.map(({ field }) => field),
      )
    }
    const cells = (relation: Id, field: Id): void => {
      rows(relation)
      changes.add(cellsOf(relation, field))
    }
    /** The relation that references lead to, each of which is read. */
    const follow = (from: Id | undefined, path: readonly Id[]): Id | undefined => {
      let at = from
      rows(at)
      for (const step of path) {
        if (at === undefined) return undefined
        cells(at, step)
        const type = model.fields.get(at)?.get(step)?.type
        at = type?.is === 'ref' ? type.relation : undefined
        rows(at)
      }
      return at
    }
    const from = (row: unknown, otherwise: Id | undefined): Id | undefined => {
      const type = typeof row === 'string' ? model.columns.get(row)?.type : undefined
      return type?.is === 'ref' ? type.relation : otherwise
    }
    const clockParts = ({ grain, events, ...rest }: Clock): void => {
      rows(relationOf(grain))
      changes.add(timeAsked)
      visit({ ...rest, id: '' }, relationOf(grain))
      for (const event of events) visit(event, relationOf(event.source))
    }
    const visit = (node: unknown, within: Id | undefined): void => {
      if (typeof node === 'string') {
        if (model.columns.has(node)) {
          columns.add(node)
          // Which row of it is read is a matter of its grain.
          rows(relationOf(model.columns.get(node)?.grain ?? ''))
        }
        if (model.grains.has(node)) rows(relationOf(node))
        if (model.relations.has(node)) rows(node)
        const clock = clocks.get(node)
        if (clock && !seen.has(node)) {
          seen.add(node)
          clockParts(clock)
        }
        return
      }
      if (typeof node !== 'object' || node === null) return
      if (Array.isArray(node)) {
        for (const one of node) visit(one, within)
        return
      }
      const record: { readonly [key: string]: unknown } = { ...node }
      if (record.op === 'const') return
      if (record.op === 'now') changes.add(timeAsked)
      if (record.op === 'field' && typeof record.relation === 'string' && typeof record.field === 'string')
        cells(record.relation, record.field)
      if (record.op === 'in-force' && typeof record.relation === 'string') {
        const { relation } = record
        const days = model.relations.get(relation)?.inForce
        for (const field of days ? [days.from, days.until, ...days.by] : [])
          if (field !== undefined) cells(relation, field)
      }
      const inside = typeof record.source === 'string' ? (relationOf(record.source) ?? within) : within
      const { path } = record
      if (Array.isArray(path))
        follow(
          from(record.row, inside),
          path.filter((step) => typeof step === 'string'),
        )
      for (const [key, value] of Object.entries(record)) if (key !== 'path') visit(value, inside)
    }
    const seen = new Set<Id>()
    rows(own)
    visit(expr, own)
  }
  return { relationOf, into }
}

/** The dates that periods are looked up by, and the rows that have them. */
function periodChanges(plan: Plan, direct: ReadonlyMap<Id, Direct>): ReadonlySet<Change> {
  const reader = readerOf(plan)
  const changes = new Set<Change>()
  const columns = new Set<Id>()
  for (const link of linksOf(modelOf(plan)))
    if (link.is === 'dates') reader.into(reader.relationOf(link.grain), link.date, columns, changes)
  for (const id of allRead(columns, (one) => direct.get(one)?.columns ?? []))
    for (const change of direct.get(id)?.changes ?? []) changes.add(change)
  return changes
}
