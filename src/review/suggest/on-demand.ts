import { remembered } from '../../base/remembered.ts'
import type { Column, Id, Plan } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { withDerived } from '../../targets/evaluate/derived.ts'
import { domainsOf } from '../../targets/evaluate/domain.ts'
import { type Domain, type Engine, modelOf, need } from '../../targets/evaluate/engine.ts'
import { computeColumn, type Results } from '../../targets/evaluate/evaluate.ts'
import { computeRecurrence, recurrencesOf } from '../../targets/evaluate/recurrence.ts'
import type { Span } from '../../targets/evaluate/spans.ts'
import { integerAt, stateAt, type Vector } from '../../targets/evaluate/vector.ts'
import { type Change, hangsOn, rowsOf } from './hangs-on.ts'

/** A run that works a column out when somebody asks for it. `known`: what it has worked out of a column so far. */
export type Trial = {
  readonly results: Results
  readonly known: (id: Id) => Vector | undefined
}

/** An earlier run of the plan, and all in which its rows differ. */
export type Beside = { readonly trial: Trial; readonly changes: ReadonlySet<Change> }

/**
 * A run in which a column is worked out when it is first asked for. Of a column that hangs on nothing in which the rows differ
 * from those of another run, or on columns alone that came out alike in both, the values are those of the other run, and
 * the very same. What is said of the data, and of rows that are nobody's, is not looked for.
 */
export function runOnDemand(
  plan: Plan,
  given: Rows,
  { span, now }: { readonly span: Span; readonly now?: number | undefined },
  beside?: Beside,
): Trial {
  const columns = new Map<Id, Vector>()
  const before = beside?.trial.results
  const isAsked = before?.span.from === span.from && before.span.until === span.until
  const blank: Engine = {
    model: modelOf(plan),
    rows: withDerived(plan, given),
    opening: new Map(),
    ...(now !== undefined && { now }),
    domains: new Map(),
    columns,
    aggregates: new Map(),
    fields: new Map(),
    groupings: new Map(),
    inForce: new Map(),
    unplaced: new Map(),
  }
  const known = beside && isAsked ? domainsBeside(blank, span, beside) : undefined
  const engine: Engine = { ...blank, domains: known ?? domainsOf(blank, span) }
  const settle = settlerOf(engine, known && beside)
  const read = columns.get.bind(columns)
  // Whoever reads a column asks for it here.
  columns.get = (id) => read(id) ?? settle(id, () => read(id))
  const results: Results = { engine, span, unplaced: [], problems: [], taken: new Map() }
  return { results, known: read }
}

/** The rows of every grain, with the periods of the other run; undefined where the periods are others. */
function domainsBeside(
  engine: Engine,
  span: Span,
  { trial, changes }: Beside,
): ReadonlyMap<Id, Domain> | undefined {
  const { plan } = engine.model
  const before = trial.results.engine.domains
  const { periods } = hangsOn(plan)
  if ([...changes].some((change) => periods.has(change))) {
    const made = domainsOf(engine, span)
    const isSame = [...made].every(([id, { periods: own }]) => samePeriods(before.get(id)?.periods, own))
    return isSame ? made : undefined
  }
  return new Map(
    plan.grains.map((grain) => {
      const own = need(before, grain.id)
      const relation = grain.relation === undefined ? undefined : need(engine.rows, grain.relation)
      if (relation === own.relation) return [grain.id, own]
      return [
        grain.id,
        {
          ...own,
          count: (relation?.count ?? 1) * (own.periods?.list.length ?? 1),
          ...(relation && { relation }),
        },
      ]
    }),
  )
}

function samePeriods(a: Domain['periods'], b: Domain['periods']): boolean {
  if (!a || !b) return a === b
  return (
    a.list.length === b.list.length &&
    a.list.every(({ start, end }, i) => b.list[i]?.start === start && b.list[i]?.end === end)
  )
}

const together = remembered(recurrencesOf)

function settlerOf(
  engine: Engine,
  beside: Beside | undefined,
): (id: Id, made: () => Vector | undefined) => Vector | undefined {
  const { model, columns } = engine
  const recurrences = together(model.plan)
  const hanging = hangsOn(model.plan)
  const earlier = beside?.trial.results.engine.columns
  const changes = beside?.changes ?? new Set<Change>()
  const affected = beside && hanging.affected(changes)
  const isAsBefore = ({ id, grain }: Column): boolean => {
    if (!earlier || !affected) return false
    if (!affected.has(id)) return true
    const relation = model.grains.get(grain)?.relation
    if (relation !== undefined && changes.has(rowsOf(relation))) return false
    return (
      !hanging.reads(id, changes) && hanging.columns(id).every((one) => columns.get(one) === earlier.get(one))
    )
  }
  /** What nobody asked for there is not worked out for the comparison alone. */
  const known = (id: Id): Vector | undefined => beside?.trial.known(id)
  const take = (id: Id): Vector | undefined => {
    const vector = earlier?.get(id)
    if (vector) columns.set(id, vector)
    return vector
  }
  return (id, made) => {
    const column = model.columns.get(id)
    if (!column) return undefined
    if (isAsBefore(column)) {
      const group = column.recurrence === undefined ? [column] : (recurrences.get(column.recurrence) ?? [])
      for (const one of group) take(one.id)
      return made()
    }
    if (column.recurrence === undefined) {
      computeColumn(engine, column)
      const own = made()
      const other = known(id)
      return own && other && sameVector(own, other) ? take(id) : own
    }
    const group = recurrences.get(column.recurrence) ?? []
    computeRecurrence(engine, group)
    return made()
  }
}

function sameVector(a: Vector, b: Vector): boolean {
  if (a.is !== b.is || a.values.length !== b.values.length) return false
  for (let row = 0; row < a.values.length; row++) {
    const state = stateAt(a.states, row)
    if (state !== stateAt(b.states, row)) return false
    if (state !== 0) continue
    if (
      a.is === 'text' || b.is === 'text'
        ? a.values[row] !== b.values[row]
        : integerAt(a, row) !== integerAt(b, row)
    )
      return false
  }
  return true
}
