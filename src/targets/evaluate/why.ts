import type { Aggregate, Expr, Id, Rolling } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { fateOf } from './aggregate.ts'
import { refersTo } from './compile-place.ts'
import { orderOf } from './earlier-row.ts'
import { type Domain, type Engine, need, relationAt } from './engine.ts'
import { partOf, stretchesOf } from './in-force-index.ts'
import { loadField } from './load-field.ts'
import { lineRow, placeRow } from './place-row.ts'
import { rowsInWindow } from './rolling.ts'
import { compareRows } from './row-key.ts'
import { partsOf } from './spans.ts'
import { integerFor, partsTaken, stateFor, vectorFor } from './sub-expression.ts'
import type { Why } from './trace.ts'
import { reasonOf } from './value.ts'
import { integerAt, stateAt } from './vector.ts'
import { holdsClock } from './why-clock.ts'
import { lackingAt } from './why-uncovered.ts'
import { groupFor } from './windows.ts'

/**
 * Why a column has no value at a row: the reason, and the row and cell where it arose, found by following the state
 * down the expressions. Of several rows with the same state the one with the smallest key is named.
 */
export function why(engine: Engine, id: Id, row: number): Why {
  const column = need(engine.model.columns, id)
  const own = stateAt(need(engine.columns, id).states, row)
  const below = column.denominator
  if (own === 0 && below !== undefined) return why(engine, below, row)
  return whyExpr(engine, need(engine.domains, column.grain), row, column.expr, own)
}

/** The same for a part of an expression. */
export function whyExpr(engine: Engine, domain: Domain, row: number, expr: Expr, state: number): Why {
  const { code, args: said } = reasonOf(engine, state)
  const lacking = code === 'BY804' ? lackingAt(engine, domain, row, expr, state) : undefined
  const args = lacking === undefined ? said : { ...said, lacking }
  const source = arose(engine, domain, row, expr, state)
  if (source === undefined) return { code, args }
  const rows = need(engine.rows, source.relation)
  const { file, line } = rows.place(source.row)
  const at = {
    record: source.relation,
    row: rows.name(source.row),
    ...(source.field !== undefined && { field: source.field }),
    file,
    line,
  }
  return { code, args, at }
}

/** A row of a record, and the field when it is one cell. */
type Source = { readonly relation: Id; readonly row: number; readonly field?: Id }

function arose(engine: Engine, domain: Domain, row: number, expr: Expr, state: number): Source | undefined {
  switch (expr.op) {
    case 'field':
      return reached(engine, domain, row, { row: expr.row, path: expr.path, field: expr.field }, state)
    case 'row':
      return cellOf(engine, ownRow(domain, row), expr.path, undefined)
    case 'in-force':
      return heldBy(engine, domain, row, expr, state)
    case 'column':
      return arose(engine, domain, row, need(engine.model.columns, expr.column).expr, state)
    case 'line': {
      const found = lineRow(engine, domain, row, expr)
      if (found.column === null) return ownRow(domain, row)
      const column = need(engine.model.columns, found.column)
      const there = need(engine.domains, column.grain)
      return arose(engine, there, found.row, column.expr, state)
    }
    case 'lookup': {
      const column = need(engine.model.columns, expr.column)
      const target = need(engine.domains, column.grain)
      const found = placeRow(engine, domain, row, target, expr.at)
      if (found !== undefined && stateAt(need(engine.columns, expr.column).states, found) !== 0)
        return arose(engine, target, found, column.expr, state)
      const path = expr.at.path ?? []
      const field = path[path.length - 1]
      const start = expr.at.row
      const onTheWay =
        field !== undefined || start !== undefined
          ? reached(engine, domain, row, { row: start, path: path.slice(0, -1), field }, state)
          : undefined
      if (onTheWay !== undefined && failed(engine, onTheWay)) return onTheWay
      if (start !== undefined && stateAt(need(engine.columns, start).states, row) !== 0) return onTheWay
      return deeper(engine, domain, row, expr, state) ?? ownRow(domain, row)
    }
    case 'earlier-row': {
      const before = orderOf(engine, domain, expr).before[row] ?? -1
      const column = need(engine.model.columns, expr.column)
      if (before < 0) return ownRow(domain, row)
      return arose(engine, domain, before, column.expr, state)
    }
    case 'aggregate':
      return aroseIn(engine, domain, row, expr, state) ?? ownRow(domain, row)
    case 'rolling':
      return aroseInWindow(engine, domain, row, expr, state) ?? ownRow(domain, row)
    case 'clock': {
      const found = holdsClock(engine, domain, row, expr.clock, state)
      if (!found) return ownRow(domain, row)
      const column = need(engine.model.columns, found.column)
      return arose(engine, found.domain, found.row, column.expr, found.state)
    }
    case 'rank':
    case 'share':
      return aroseAmong(engine, domain, row, expr, state) ?? ownRow(domain, row)
    default:
      return deeper(engine, domain, row, expr, state) ?? ownRow(domain, row)
  }
}

/** Who holds all of a group: the row itself, else the first of those that stand in it or of whom that is not known. */
function aroseAmong(
  engine: Engine,
  domain: Domain,
  row: number,
  expr: Extract<Expr, { op: 'rank' | 'share' }>,
  state: number,
): Source | undefined {
  const width = domain.periods?.list.length ?? 1
  const ofSubject = expr.op === 'share' && expr.periods !== undefined
  const place = (at: number): number => (ofSubject ? Math.floor(at / width) : at % width)
  const groups = [expr.within ?? []].flat()
  const inputs = expr.op === 'rank' ? [expr.value, expr.denominator] : [expr.pool, expr.weight]
  const held = (id: Id, at: number): number => {
    const own = stateAt(need(engine.columns, id).states, at)
    return own !== 0 && (own === state || used(own) === state) ? own : 0
  }
  const holding = (at: number): Id | undefined => {
    const lost = groups.find((id) => held(id, at) !== 0)
    const together = groups.every((id) => {
      const group = need(engine.columns, id)
      const known = stateAt(group.states, at) === 0 && stateAt(group.states, row) === 0
      return known && integerAt(group, at) === integerAt(group, row)
    })
    return lost ?? (together ? inputs.find((id) => id !== undefined && held(id, at) !== 0) : undefined)
  }
  let first = holding(row) === undefined ? undefined : row
  for (let at = 0; at < domain.count && first !== row; at++)
    if (place(at) === place(row) && holding(at) !== undefined)
      if (first === undefined || compareRows(engine, domain, at, first) < 0) first = at
  const found = first === undefined ? undefined : holding(first)
  if (first === undefined || found === undefined) return undefined
  return arose(engine, domain, first, need(engine.model.columns, found).expr, held(found, first))
}

/** The first part that has the state, followed; undefined when the expression itself gave it. */
function deeper(engine: Engine, domain: Domain, row: number, expr: Expr, state: number): Source | undefined {
  for (const part of partsTaken(engine, domain, row, expr, partsOf(expr))) {
    const own = stateFor(engine, domain, row, part)
    if (own !== 0 && (own === state || used(own) === state)) return arose(engine, domain, row, part, own)
  }
  return undefined
}

type Way = { readonly row: Id | undefined; readonly path: readonly Id[]; readonly field: Id | undefined }

/** The cell at the end of a path, from the own row or from the one that a column names; why it names none. */
function reached(engine: Engine, domain: Domain, row: number, way: Way, state: number): Source | undefined {
  if (way.row === undefined) return cellOf(engine, ownRow(domain, row), way.path, way.field)
  const column = need(engine.model.columns, way.row)
  const start = need(engine.columns, way.row)
  if (stateAt(start.states, row) !== 0) return arose(engine, domain, row, column.expr, state)
  const at = { relation: refersTo(engine, way.row), row: Number(integerAt(start, row)) }
  return cellOf(engine, at, way.path, way.field)
}

/** The row whose dates hold a look-up; of several the one that comes first in the file. Whose row it is, where there is none. */
function heldBy(
  engine: Engine,
  domain: Domain,
  row: number,
  expr: Extract<Expr, { op: 'in-force' }>,
  state: number,
): Source | undefined {
  const { relation } = expr
  const { inForce } = need(engine.model.relations, relation)
  const asked = deeper(engine, domain, row, expr, state)
  if (asked !== undefined || inForce === undefined || state === expr.none) return asked ?? ownRow(domain, row)
  const keys = expr.keys.map((key) => partOf(vectorFor(engine, domain, row, key), 0))
  const day = Number(integerFor(engine, domain, row, expr.day) ?? 0n)
  const fields = inForce.by.map((id) => loadField(engine, relation, id).vector)
  const stretch = stretchesOf(engine, relation)
  for (let at = 0; at < need(engine.rows, relation).count; at++) {
    if (fields.some((key, i) => stateAt(key.states, at) !== 0 || partOf(key, at) !== keys[i])) continue
    const { from, until, state: own, reversed } = stretch(at)
    const holds =
      state === expr.reversed ? reversed : state === expr.several ? own === 0 && !reversed : own === state
    if (holds && from <= day && day <= until) return { relation, row: at }
  }
  return ownRow(domain, row)
}

/** The grain's own record, where it has one. */
function ownRow(domain: Domain, row: number): Source | undefined {
  const relation = domain.grain.relation
  if (relation === undefined) return undefined
  return { relation, row: Math.floor(row / (domain.periods?.list.length ?? 1)) }
}

/** The cell that a path leads to, or the reference on the way that leads no further. */
function cellOf(
  engine: Engine,
  from: Source | undefined,
  path: readonly Id[],
  field: Id | undefined,
): Source | undefined {
  if (from === undefined) return undefined
  const start = from.relation
  let at = from.row
  for (const [index, id] of path.entries()) {
    const relation = relationAt(engine.model, start, path.slice(0, index))
    const cell = { relation, row: at, field: id }
    if (failed(engine, cell)) return cell
    at = Number(integerAt(loadField(engine, relation, id).vector, at))
  }
  const relation = relationAt(engine.model, start, path)
  return { relation, row: at, ...(field !== undefined && { field }) }
}

function failed(engine: Engine, { relation, row, field }: Source): boolean {
  return field !== undefined && stateAt(loadField(engine, relation, field).vector.states, row) !== 0
}

/** The row that holds an aggregate; undefined when none does (nothing counted, or two where there must be one). */
function aroseIn(
  engine: Engine,
  domain: Domain,
  row: number,
  aggregate: Aggregate,
  state: number,
): Source | undefined {
  const { grouping, group } = groupFor(engine, domain, aggregate, row)
  const source = need(engine.domains, aggregate.source)
  let best: { readonly row: number; readonly placed: boolean } | undefined
  const offer = (candidate: number, placed: boolean): void => {
    if (best === undefined || compareRows(engine, source, candidate, best.row) < 0)
      best = { row: candidate, placed }
  }
  for (const candidate of grouping.rowsOf(group))
    if (fateOf(engine, aggregate, candidate) === state) offer(candidate, true)
  for (const loose of grouping.loose) {
    const { from, until } = grouping.groupsOf(loose.subject)
    if (loose.unplaced || group < from || group >= until) continue
    const fate = fateOf(engine, aggregate, loose.row)
    if (fate === state || (fate !== 'left-out' && loose.state === state)) offer(loose.row, fate === state)
  }
  if (best === undefined) return undefined
  const inputs = best.placed
    ? [aggregate.where, aggregate.value, aggregate.denominator, aggregate.order]
    : [
        aggregate.at.period !== undefined && 'column' in aggregate.at.period
          ? aggregate.at.period.column
          : undefined,
      ]
  for (const id of inputs) {
    if (id === undefined) continue
    const own = stateAt(need(engine.columns, id).states, best.row)
    if (own !== 0 && (own === state || used(own) === state))
      return arose(engine, source, best.row, need(engine.model.columns, id).expr, own)
  }
  return ownRow(source, best.row)
}

/** What holds a window of rows: what is not known of the row itself, or the first row in it that is held. */
function aroseInWindow(
  engine: Engine,
  domain: Domain,
  row: number,
  expr: Rolling,
  state: number,
): Source | undefined {
  const read = (from: Domain, at: number, ids: readonly (Id | undefined)[]): Source | undefined => {
    for (const id of ids) {
      if (id === undefined) continue
      const own = stateAt(need(engine.columns, id).states, at)
      if (own !== 0 && (own === state || used(own) === state))
        return arose(engine, from, at, need(engine.model.columns, id).expr, own)
    }
    return undefined
  }
  const itself = read(domain, row, [...expr.within.map(({ own }) => own), expr.at.own])
  if (itself) return itself
  const source = need(engine.domains, expr.source)
  for (const at of rowsInWindow(engine, domain, expr, row)) {
    const found = read(source, at, [expr.where, expr.value])
    if (found) return found
  }
  for (let at = 0; at < source.count; at++) {
    const found = read(source, at, [expr.at.theirs])
    if (found) return found
  }
  return undefined
}
