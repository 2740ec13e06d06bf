import type { Period } from '../../calendar/periods.ts'
import type { Id, PeriodKind, PeriodPlace, Place as PlacePlan } from '../../plan/plan.ts'
import { toCode } from './convert.ts'
import { type Domain, type Engine, need, type Periods, relationAt } from './engine.ts'
import { loadField } from './load-field.ts'
import type { Scope } from './scope.ts'
import { gatherNode, type Place, storedNode, typeRange } from './stored.ts'
import type { Node, States } from './vector.ts'

/** A field of the grain's own record, or of the one that references lead to. */
export function compileField(scope: Scope, path: readonly Id[], id: Id, start?: Id): Node {
  const own = start === undefined ? relationOf(scope.domain) : refersTo(scope.engine, start)
  const field = loadField(scope.engine, relationAt(scope.engine.model, own, path), id)
  if (path.length === 0 && start === undefined && scope.domain.periods === undefined)
    return storedNode(field.vector, field.range)
  return gatherNode(
    field.vector,
    field.range,
    reach(scope, path, start === undefined ? undefined : columnStart(scope.engine, start)),
    scope.capacity,
  )
}

export function compileRow(scope: Scope, path: readonly Id[]): Node {
  const rows = reach(scope, path)
  const count = need(scope.engine.rows, relationAt(scope.engine.model, relationOf(scope.domain), path)).count
  return {
    is: 'code',
    range: { min: 0n, max: BigInt(count) },
    run: (from, n) => ({ is: 'code', ...rows(from, n) }),
  }
}

export function compileColumn(scope: Scope, id: Id): Node {
  const column = need(scope.engine.model.columns, id)
  return storedNode(need(scope.engine.columns, id), typeRange(column.type))
}

/** A column of another grain, at the row that `at` finds; a state on the way there is the value's. */
export function compileLookup(scope: Scope, id: Id, at: PlacePlan, nowhere: number): Node {
  const column = need(scope.engine.model.columns, id)
  const target = need(scope.engine.domains, column.grain)
  const same = target.grain.relation === scope.domain.grain.relation && target.periods === undefined
  const own = at.path?.length === 0 && at.row === undefined
  if (same && scope.domain.periods === undefined && own) return compileColumn(scope, id)
  const place = placeNode(scope, target, at, nowhere)
  return gatherNode(need(scope.engine.columns, id), typeRange(column.type), place, scope.capacity)
}

function relationOf(domain: Domain): Id {
  if (domain.grain.relation === undefined) throw new Error(`the grain ${domain.grain.id} has no record`)
  return domain.grain.relation
}

/**
 * The rows of the record that references lead to: from each row of the grain, or from the row that a column of it names.
 */
export function reach(scope: Scope, path: readonly Id[], start?: Start): Place {
  const { domain, engine, capacity } = scope
  const periods = domain.periods?.list.length ?? 1
  const relation = start?.relation ?? relationOf(domain)
  const steps = path.map((id, index) =>
    loadField(engine, relationAt(engine.model, relation, path.slice(0, index)), id),
  )
  const values = new Int32Array(capacity)
  const states = new Uint16Array(capacity)
  return (from, count) => {
    let failed = false
    if (start !== undefined) {
      const named = start.run(from, count)
      values.set(named.values.subarray(0, count))
      failed = named.states !== undefined
      if (named.states !== undefined) states.set(named.states.subarray(0, count))
      // A failed reference names nothing: any row will do, since its state is what counts.
      if (failed) for (let i = 0; i < count; i++) if (states[i] !== 0) values[i] = 0
    } else
      for (let i = 0; i < count; i++) values[i] = periods === 1 ? from + i : Math.floor((from + i) / periods)
    for (const { vector } of steps) {
      if (vector.is !== 'code') throw new Error('a reference must be a code')
      const target = vector.values
      if (vector.states !== undefined) {
        if (!failed) states.fill(0, 0, count)
        failed = true
        for (let i = 0; i < count; i++) if (states[i] === 0) states[i] = vector.states[values[i] ?? 0] ?? 0
      }
      for (let i = 0; i < count; i++) {
        const next = target[values[i] ?? 0] ?? 0
        values[i] = Math.max(next, 0)
      }
    }
    return { values, states: failed ? states : undefined }
  }
}

/** Where a path begins when it is not the grain's own row: rows of a relation, named by codes. */
export type Start = { readonly relation: Id; readonly run: Place }

/** The relation of which a column of type ref names rows. */
export function refersTo(engine: Engine, id: Id): Id {
  const { type } = need(engine.model.columns, id)
  if (type.is !== 'ref') throw new Error(`${id} is no reference`)
  return type.relation
}

/** The rows that a column of references names. */
export function columnStart(engine: Engine, id: Id): Start {
  const vector = need(engine.columns, id)
  if (vector.is !== 'code') throw new Error(`${id} is no reference`)
  const { values, states } = vector
  return {
    relation: refersTo(engine, id),
    run: (from, count) => ({
      values: values.subarray(from, from + count),
      states: states?.subarray(from, from + count),
    }),
  }
}

/** The rows of another grain: its record by references, its period by this row's own, by a date or by a period. */
export function placeNode(scope: Scope, target: Domain, at: PlacePlan, nowhere: number): Place {
  const relation = target.grain.relation
  const start = at.row === undefined ? undefined : columnStart(scope.engine, at.row)
  const subject = at.path === undefined || relation === undefined ? undefined : reach(scope, at.path, start)
  const period = target.periods === undefined ? undefined : periodPlace(scope, target, at.period)
  const width = target.periods?.list.length ?? 1
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return (from, count) => {
    const rows = subject?.(from, count)
    const periods = period?.(from, count)
    let failed = false
    for (let i = 0; i < count; i++) {
      const index = periods === undefined ? 0 : (periods.values[i] ?? 0)
      const row = (rows === undefined ? 0 : (rows.values[i] ?? 0)) * width + index
      const state = Math.max(stateIn(rows?.states, i), stateIn(periods?.states, i))
      const there = index >= 0 && row < target.count
      values[i] = there ? row : 0
      states[i] = state !== 0 ? state : there ? 0 : nowhere
      if (states[i] !== 0) failed = true
    }
    return { values, states: failed ? states : undefined }
  }
}

function stateIn(states: States, i: number): number {
  return states === undefined ? 0 : (states[i] ?? 0)
}

/** Where a period of one kind lies among those of another: by its first day; a window by its last. */
export function placeAmong(found: Periods, period: Period, kind: PeriodKind | undefined): number {
  if (kind?.is !== 'window') {
    const place = found.at(period.start)
    // What only begins inside a window does not lie in it.
    const end = found.list[place]?.end ?? 0
    return found.kind.is === 'window' && period.end > end ? -1 : place
  }
  if (found.kind.id === kind.id)
    return found.list.findIndex((p) => p.start === period.start && p.end === period.end)
  return found.at(period.end - 1)
}

/** Indexes of the target's periods; −1 where it has none that holds the day. */
function periodPlace(scope: Scope, target: Domain, at: PeriodPlace | undefined): Place {
  const found = target.periods
  if (found === undefined || at === undefined)
    throw new Error(`the grain ${target.grain.id} is found by a period`)
  const values = new Int32Array(scope.capacity)
  if (at.is === 'own') {
    const own = scope.domain.periods
    if (own === undefined) throw new Error(`the grain ${scope.domain.grain.id} has no period of its own`)
    const width = own.list.length
    const sameOrder = found.kind.is === 'window' && found.kind.of.id === own.kind.id
    const indexes = own.list.map((p, i) => (sameOrder ? i : placeAmong(found, p, own.kind)))
    return (from, count) => {
      for (let i = 0; i < count; i++) values[i] = indexes[(from + i) % width] ?? -1
      return { values, states: undefined }
    }
  }
  if (at.is === 'previous') {
    const width = found.list.length
    return (from, count) => {
      for (let i = 0; i < count; i++) values[i] = ((from + i) % width) - 1
      return { values, states: undefined }
    }
  }
  const day = toCode(scope.compile(at.is === 'date' ? at.date : at.period), scope.capacity)
  return (from, count) => {
    const days = day.run(from, count)
    for (let i = 0; i < count; i++) values[i] = found.at(days.values[i] ?? 0)
    return { values, states: days.states }
  }
}
