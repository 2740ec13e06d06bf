import type { Aggregate } from '../../plan/plan.ts'
import { columnStart, placeAmong, reach } from './compile-place.ts'
import { type Domain, type Engine, type Grouping, type Loose, need, relationAt } from './engine.ts'
import type { Scope } from './scope.ts'
import { isNotApplicable, stateAt, type Vector } from './vector.ts'

/** In a grouping: the row belongs to no group; which one it belongs to is not known. */
export const nowhere = -1
export const unknown = -2

export function groupingOf(
  engine: Engine,
  target: Domain,
  aggregate: Pick<Aggregate, 'source' | 'at'>,
): Grouping {
  const key = JSON.stringify([aggregate.source, target.grain.id, aggregate.at])
  const known = engine.groupings.get(key)
  if (known !== undefined) return known
  const made = group(engine, need(engine.domains, aggregate.source), target, aggregate.at)
  engine.groupings.set(key, made)
  return made
}

function group(engine: Engine, source: Domain, target: Domain, at: Aggregate['at']): Grouping {
  const bySubject = at.path !== undefined && target.relation !== undefined
  const byPeriod = at.period !== undefined && target.periods !== undefined
  const width = byPeriod ? (target.periods?.list.length ?? 0) : 1
  const subjects = bySubject ? (target.relation?.count ?? 0) : 1
  const periods = target.periods?.list.length ?? 1
  const groups = new Int32Array(source.count)
  const loose: Loose[] = []
  const absent = bySubject ? absentStates(engine, source, at) : new Set<number>()
  const periodOf = byPeriod ? periodFinder(engine, source, target, at) : undefined
  const block = Math.max(1, Math.min(4096, source.count))
  const scope: Scope = { engine, domain: source, capacity: block, compile: () => outside() }
  // One period for all: its index is 0.
  const indexes = new Int32Array(block)
  const start = at.row === undefined ? undefined : columnStart(engine, at.row)
  const subjectOf = bySubject ? reach(scope, at.path ?? [], start) : undefined

  for (let from = 0; from < source.count; from += block) {
    const count = Math.min(block, source.count - from)
    const found = subjectOf?.(from, count)
    periodOf?.indexes(from, count, indexes)
    if (found?.states === undefined && placeAll(found?.values, indexes, width, groups, from, count)) continue
    for (let i = 0; i < count; i++) {
      const row = from + i
      const period = indexes[i] ?? nowhere
      const state = found === undefined ? 0 : stateAt(found.states, i)
      if (state === 0 && period >= 0)
        groups[row] = (found === undefined ? 0 : (found.values[i] ?? 0)) * width + period
      else if (period === nowhere || isNotApplicable(state) || absent.has(state)) groups[row] = nowhere
      else {
        groups[row] = unknown
        const day = periodOf?.day(row)
        if (state !== 0) loose.push({ row, state, unplaced: true, ...(day !== undefined && { day }) })
        else
          loose.push({
            row,
            state: periodOf?.state(row) ?? 0,
            unplaced: false,
            ...(found && { subject: found.values[i] ?? 0 }),
          })
      }
    }
  }
  const count = subjects * width
  let starts: Int32Array | undefined
  let sorted: Int32Array | undefined
  return {
    count,
    groups,
    loose,
    groupOf: (row) => (bySubject ? Math.floor(row / periods) * width : 0) + (byPeriod ? row % periods : 0),
    groupsOf: (subject) =>
      subject === undefined
        ? { from: 0, until: count }
        : { from: subject * width, until: (subject + 1) * width },
    rowsOf: (wanted) => {
      starts ??= startsOf(groups, count)
      sorted ??= sortedBy(groups, starts)
      return sorted.subarray(starts[wanted] ?? 0, starts[wanted + 1] ?? 0)
    },
  }
}

/** Puts the rows of a block into their groups. False where some row's group is unknown: each is then looked at. */
function placeAll(
  subjects: Int32Array | undefined,
  periods: Int32Array,
  width: number,
  groups: Int32Array,
  from: number,
  count: number,
): boolean {
  let all = true
  for (let i = 0; i < count; i++) {
    const period = periods[i] ?? nowhere
    const subject = subjects === undefined ? 0 : (subjects[i] ?? 0)
    if (period === unknown) all = false
    groups[from + i] = period < 0 ? period : subject * width + period
  }
  return all
}

function outside(): never {
  throw new Error('a grouping compiles no expression')
}

/** The states of references that may be empty: such a row is nobody's by right. */
function absentStates(engine: Engine, source: Domain, at: Aggregate['at']): Set<number> {
  const states = new Set<number>()
  const { model } = engine
  const type = at.row === undefined ? undefined : need(model.columns, at.row).type
  // What a column names may come from any reference.
  if (type !== undefined)
    for (const { fields } of model.plan.relations)
      for (const field of fields) if (field.optional && field.type.is === 'ref') states.add(field.missing)
  const relation = type?.is === 'ref' ? type.relation : source.grain.relation
  if (relation === undefined) return states
  const path = at.path ?? []
  for (const [index, id] of path.entries()) {
    const field = need(need(model.fields, relationAt(model, relation, path.slice(0, index))), id)
    if (field.optional) states.add(field.missing)
  }
  return states
}

type PeriodFinder = {
  /** Writes the index of each row's period, `nowhere` or `unknown`. */
  readonly indexes: (from: number, count: number, out: Int32Array) => void
  readonly state: (row: number) => number
  readonly day: (row: number) => number | undefined
}

function periodFinder(engine: Engine, source: Domain, target: Domain, at: Aggregate['at']): PeriodFinder {
  const found = target.periods
  if (found === undefined || at.period === undefined) return outside()
  if (at.period.is === 'own') {
    const own = source.periods?.list ?? []
    const indexes = own.map((p) => placeAmong(found, p, source.periods?.kind))
    return {
      indexes: (from, count, out) => {
        for (let i = 0; i < count; i++) out[i] = indexes[(from + i) % own.length] ?? nowhere
      },
      state: () => 0,
      day: (row) => own[row % own.length]?.start,
    }
  }
  const days: Vector = need(engine.columns, at.period.column)
  if (days.is !== 'code') throw new Error(`${at.period.column} is no date`)
  const { values, states } = days
  return {
    indexes: (from, count, out) => {
      for (let i = 0; i < count; i++) {
        const state = states === undefined ? 0 : stateAt(states, from + i)
        out[i] = state === 0 ? found.at(values[from + i] ?? 0) : isNotApplicable(state) ? nowhere : unknown
      }
    },
    state: (row) => stateAt(states, row),
    day: (row) => (stateAt(states, row) === 0 ? values[row] : undefined),
  }
}

/** Where the rows of each group begin, were they sorted by group: a counting sort. */
function startsOf(groups: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? nowhere
    if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  }
  for (let i = 1; i <= count; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0)
  return starts
}

function sortedBy(groups: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice()
  const sorted = new Int32Array(starts[starts.length - 1] ?? 0)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? nowhere
    if (group < 0) continue
    const place = next[group] ?? 0
    sorted[place] = row
    next[group] = place + 1
  }
  return sorted
}
