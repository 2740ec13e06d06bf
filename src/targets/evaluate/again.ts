import { sameData } from '../../base/same-data.ts'
import type { Column, Id, Plan, Type } from '../../plan/plan.ts'
import { dataProblems } from './data-checks.ts'
import { type Engine, type Model, need } from './engine.ts'
import { computeColumn, type Results, sortedUnplaced } from './evaluate.ts'
import { computeRecurrence, recurrencesOf } from './recurrence.ts'
import { looksForPlaces } from './unplaced.ts'
import { integerAt, stateAt, type Vector } from './vector.ts'

/**
 * A plan that differs from another one in some columns. `columns`, in the order of the plan: those that differ, and those
 * that read one of these, at whatever distance. Both plans have the same rows and periods, and a state means the same.
 */
export type ChangedPlan = {
  readonly model: Model
  readonly columns: readonly Column[]
  readonly changed: ReadonlySet<Id>
  /** What each of the columns reads of these columns. */
  readonly reads: ReadonlyMap<Id, readonly Id[]>
}

/** What came of a run that was worked out again; `differ` are the columns with other values than before. */
export type RunAgain = {
  readonly results: Results
  readonly differ: ReadonlySet<Id>
  /** Whether what is said of the data can be another. */
  readonly otherNotes: boolean
}

/**
 * Works out what a change of the plan changes in a run, and nothing else: a column whose own expression is the same is
 * left alone where nothing that it reads has come out in another way. Of columns that are not `watched` nobody wants to
 * know. `use` gets the run: what it leaves behind is the run before the change. INVARIANT: no row of that run is nobody's.
 */
export function evaluateAgain<T>(
  { engine: before, span }: Results,
  next: ChangedPlan,
  watched: (id: Id) => boolean,
  use: (run: RunAgain) => T,
): T {
  const { columns } = before
  const engine: Engine = {
    ...before,
    model: next.model,
    aggregates: new Map(),
    groupings: new Map(),
    inForce: new Map(),
    unplaced: new Map(),
  }
  const replaced = new Map<Id, Vector | undefined>()
  const differ = new Set<Id>()
  const recurrences = recurrencesOfPlan(next.model.plan)
  try {
    for (const column of next.columns) {
      const { recurrence } = column
      const group = recurrence === undefined ? [column] : (recurrences.get(recurrence) ?? [column])
      // What goes on from period to period is worked out together, once all that it reads is there.
      if (group.at(-1) !== column || !group.some(({ id }) => watched(id))) continue
      const due = group.some(
        ({ id }) => next.changed.has(id) || next.reads.get(id)?.some((read) => differ.has(read)),
      )
      if (!due) continue
      for (const { id } of group) if (!replaced.has(id)) replaced.set(id, columns.get(id))
      if (recurrence === undefined) computeColumn(engine, column)
      else computeRecurrence(engine, group)
      for (const one of group) if (!isSame(before, engine, one, replaced.get(one.id))) differ.add(one.id)
    }
    const { checks } = next.model.plan
    const otherNotes = engine.unplaced.size > 0 || checks.some((check) => differ.has(check.column))
    const results: Results = {
      engine,
      span,
      unplaced: sortedUnplaced(engine),
      // Asked for only where the case is.
      get problems() {
        return dataProblems(engine)
      },
      taken: new Map(),
    }
    return use({ results, differ, otherNotes })
  } finally {
    for (const [id, vector] of replaced)
      if (vector) columns.set(id, vector)
      else columns.delete(id)
  }
}

/** Whether a column has the same values as before, row by row. */
function isSame(before: Engine, now: Engine, { id, type }: Column, old: Vector | undefined): boolean {
  const fresh = need(now.columns, id)
  const was = before.model.columns.get(id)?.type
  if (old === undefined || was === undefined) return false
  // A number of another scale, or a word of another list, is another value though its code is the same.
  if (!sameData(unbounded(was), unbounded(type))) return false
  if (old === fresh) return true
  if (old.values.length !== fresh.values.length) return false
  for (let row = 0; row < fresh.values.length; row++) {
    const state = stateAt(fresh.states, row)
    if (state !== stateAt(old.states, row)) return false
    if (state !== 0) continue
    if (fresh.is === 'text' || old.is === 'text') {
      if (fresh.values[row] !== old.values[row]) return false
    } else if (integerAt(fresh, row) !== integerAt(old, row)) return false
  }
  return true
}

/** How large a number can be is no part of what it is. */
function unbounded(type: Type): Type {
  return type.is === 'int' ? { ...type, min: '', max: '' } : type
}

const groups = new WeakMap<Plan, ReadonlyMap<Id, readonly Column[]>>()

function recurrencesOfPlan(plan: Plan): ReadonlyMap<Id, readonly Column[]> {
  const known = groups.get(plan) ?? recurrencesOf(plan)
  groups.set(plan, known)
  return known
}

/** Whether working a column out may say that rows are nobody's. */
export function notesRows({ expr }: Column): boolean {
  return looksForPlaces(expr)
}
