import { columnKeys, stateKeys } from './keys.ts'
import {
  type Column,
  derivedFields,
  type Expr,
  type Id,
  type Plan,
  pairFields,
  type Ratio,
  type Type,
} from './plan.ts'

/** What some expressions reach of a plan: each thing that must be known to work them out. */
export type Reached = {
  readonly columns: ReadonlySet<Id>
  readonly tables: ReadonlySet<Id>
  readonly schedules: ReadonlySet<Id>
  readonly relations: ReadonlySet<Id>
  readonly grains: ReadonlySet<Id>
  readonly kinds: ReadonlySet<Id>
  readonly calendars: ReadonlySet<Id>
  readonly clocks: ReadonlySet<Id>
  readonly states: ReadonlySet<number>
}

/** Everything that is reached from expressions at a grain, through columns and records. */
export function reachedFrom(
  plan: Plan,
  starts: readonly { readonly grain: Id; readonly value: Ratio; readonly type?: Type }[],
): Reached {
  const found = {
    columns: new Set<Id>(),
    tables: new Set<Id>(),
    schedules: new Set<Id>(),
    relations: new Set<Id>(),
    grains: new Set<Id>(),
    kinds: new Set<Id>(),
    calendars: new Set<Id>(),
    clocks: new Set<Id>(),
    states: new Set<number>(),
  }
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const waiting: { readonly node: unknown; readonly grain: Id }[] = []
  const column = (id: Id): void => {
    const next = columns.get(id)
    if (next === undefined || found.columns.has(id)) return
    found.columns.add(id)
    grain(next.grain)
    type(next.type)
    if (next.denominator !== undefined) column(next.denominator)
    waiting.push({ node: next.expr, grain: next.grain })
  }
  const grain = (id: Id): void => {
    if (found.grains.has(id)) return
    found.grains.add(id)
    const known = plan.grains.find((g) => g.id === id)
    if (known?.relation !== undefined) relation(known.relation)
    if (known?.period !== undefined) kind(known.period)
  }
  const type = (of: Type): void => {
    if (of.is === 'ref') relation(of.relation)
    if (of.is === 'period') kind(of.kind)
  }
  const kind = (id: Id): void => {
    if (found.kinds.has(id)) return
    found.kinds.add(id)
    const known = plan.periods.find((k) => k.id === id)
    if (known?.is !== 'window') return
    kind(known.of.id)
    kind(known.window.kind.id)
  }
  const relation = (id: Id): void => {
    if (found.relations.has(id)) return
    found.relations.add(id)
    const made = plan.derived.find((d) => d.id === id)
    if (made !== undefined) relation(made.of)
    const pairs = plan.pairs?.find((p) => p.id === id)
    if (pairs !== undefined) {
      relation(pairs.of)
      field(pairs.with, pairs.by)
      relation(pairs.with)
      along(
        pairs.of,
        pairs.path.map((step) => step.field),
      )
    }
    const known = plan.relations.find((r) => r.id === id)
    for (const by of known?.inForce?.by ?? []) field(id, by)
    for (const { missing, bad, type: own } of known?.fields ?? []) {
      found.states.add(missing).add(bad)
      if (own.is === 'period') kind(own.kind)
    }
  }
  /** A field that is read; the record that it leads to, where it is a reference. */
  const field = (id: Id, name: Id): Id | undefined => {
    const made = plan.derived.find((d) => d.id === id)
    const own = plan.relations.find((r) => r.id === id)?.fields.find((f) => f.id === name)?.type
    const pairs = plan.pairs?.find((p) => p.id === id)
    const target =
      pairs !== undefined
        ? pairs[name === pairFields.row ? 'of' : 'with']
        : made !== undefined && name === derivedFields.row
          ? made.of
          : own?.is === 'ref'
            ? own.relation
            : undefined
    if (target !== undefined) relation(target)
    return target
  }
  const along = (start: Id | undefined, path: readonly unknown[]): void => {
    path.reduce<Id | undefined>(
      (at, step) => (at !== undefined && typeof step === 'string' ? field(at, step) : undefined),
      start,
    )
  }
  const clock = (id: Id): void => {
    const known = plan.clocks?.find((one) => one.id === id)
    if (known === undefined || found.clocks.has(id)) return
    found.clocks.add(id)
    found.calendars.add(known.calendar)
    for (const state of Object.values(known.states)) found.states.add(state)
    const own = [known.start, known.chosen, known.extend?.most]
    const events = known.events.flatMap(({ time, until, where, at, next = [], like }) => [
      time,
      until,
      where,
      at?.row,
      ...next,
      ...(like ? [...like.theirs, ...like.own] : []),
    ])
    for (const read of [...own, ...events]) if (read !== undefined) column(read)
    for (const { source, at } of known.events) {
      grain(source)
      // The way from what happens to the row whose clock it is.
      if (at) waiting.push({ node: { at }, grain: source })
    }
  }
  const relationOf = (id: Id): Id | undefined => plan.grains.find((g) => g.id === id)?.relation
  for (const start of starts) {
    grain(start.grain)
    if (start.type) type(start.type)
    waiting.push({ node: start.value, grain: start.grain })
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, grain: own } = next
    if (typeof node !== 'object' || node === null) continue
    const at = node as { readonly [key: string]: unknown }
    if (at.op === 'const') continue
    const source = at.op === 'aggregate' && typeof at.source === 'string' ? at.source : own
    if (Array.isArray(at.path)) {
      const named = typeof at.row === 'string' ? columns.get(at.row)?.type : undefined
      const start = named?.is === 'ref' ? named.relation : relationOf(own)
      along(start, at.op === 'line' ? [derivedFields.row, ...at.path] : at.path)
    }
    if (at.op === 'field' && typeof at.relation === 'string') along(at.relation, [at.field])
    for (const [key, part] of Object.entries(at)) {
      if (key === 'whole') continue
      if (typeof part === 'number' && stateKeys.has(key)) found.states.add(part)
      else if (Array.isArray(part) && (key === 'within' || key === 'columns'))
        for (const id of part) if (typeof id === 'string') column(id)
      if (typeof part === 'string') {
        if (columnKeys.has(key)) column(part)
        if (key === 'relation') relation(part)
        if (key === 'table') found.tables.add(part)
        if (key === 'schedule') found.schedules.add(part)
        if (key === 'calendar') found.calendars.add(part)
        if (key === 'clock') clock(part)
        if (key === 'kind' || key === 'periods') kind(part)
        if (key === 'source') grain(part)
      }
      // The way from a row that is counted begins at that row.
      if (typeof part === 'object' && part !== null)
        waiting.push({ node: part, grain: key === 'at' ? source : own })
    }
  }
  for (const table of plan.tables)
    if (found.tables.has(table.id)) found.states.add(table.uncovered).add(table.conflict)
  for (const schedule of plan.schedules)
    if (found.schedules.has(schedule.id)) found.states.add(schedule.uncovered)
  return found
}

/** The columns that are reached, in the order of the plan. */
export function columnsIn(plan: Plan, reached: Reached): readonly Column[] {
  return plan.columns.filter(({ id }) => reached.columns.has(id))
}

/** Every expression inside one, itself first. */
export function* partsWithin(expr: Expr): Generator<Expr> {
  const waiting: unknown[] = [expr]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if ('op' in node) yield node as Expr
    waiting.push(...Object.values(node))
  }
}
