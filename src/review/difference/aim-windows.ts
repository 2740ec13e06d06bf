import { addMonths, type Day, formatDay, parseDay } from '../../base/day.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { copied } from '../suggest/copies.ts'
import type { Goal, Search } from '../suggest/goal.ts'
import { reachAll } from '../suggest/reach.ts'
import { type Row, type World, withRows } from '../suggest/world.ts'
import type { Root } from './roots.ts'

type Rolling = Extract<Expr, { op: 'rolling' }>

/** From how many cases rows are laid out, and how many of one kind there are at most. */
const most = { worlds: 4, rows: 3 }

/**
 * Where only the length of a rolling window is another: rows of one kind, the last of which counts the others in one version
 * and no more in the other, since they are as many days before it as the shorter window is long. `touched`: the columns
 * between the root and the result.
 */
export function* acrossWindows(
  search: Search,
  start: World,
  { next, old }: Root,
  touched: readonly Id[],
): Generator<World> {
  const [a, b] = [old.expr, next.expr]
  if (a.op !== 'rolling' || b.op !== 'rolling') return
  const placed = dateOf(search, b)
  if (!placed) return
  let begun = 0
  for (const world of reachAll(search, start, choosing(search, next.column, touched))) {
    const [first] = world.rows.get(placed.relation) ?? []
    const relation = search.plan.relations.find(({ id }) => id === placed.relation)
    const day = parseDay(first?.get(placed.field) ?? '')
    const early = day === undefined ? undefined : beforeShorter(day, a.window, b.window)
    if (!first || !relation || early === undefined) return
    for (let count = 2; count <= most.rows; count++) {
      const rows = copied(relation, first, count).map(
        (row, i): Row => (i === count - 1 ? row : new Map(row).set(placed.field, formatDay(early))),
      )
      yield withRows(world, relation.id, rows)
    }
    if (++begun >= most.worlds) return
  }
}

/** The cell that says on which day a row counts. */
function dateOf(
  { column }: Search,
  { at }: Rolling,
): { readonly relation: Id; readonly field: Id } | undefined {
  const expr = column(at.theirs)?.expr
  return expr?.op === 'field' && expr.path.length === 0 ? expr : undefined
}

/** The last day that the shorter of two windows no longer has; undefined where they are not measured alike. */
function beforeShorter(day: Day, a: Rolling['window'], b: Rolling['window']): Day | undefined {
  const [one, other] = a.is === 'running' ? [b, b] : b.is === 'running' ? [a, a] : [a, b]
  if (one.is === 'running' || other.is !== one.is) return undefined
  const count = Math.min(one.count, other.count)
  return one.is === 'days' ? day - count : addMonths(day, -count)
}

/** What must be so for the columns above one to take it, where they choose among several. */
function choosing(search: Search, column: Id, touched: readonly Id[]): readonly Goal[] {
  const goals: Goal[] = []
  let taken = column
  for (let step = 0; step < touched.length; step++) {
    const found = touched
      .flatMap((id) => search.column(id) ?? [])
      .flatMap(({ id, grain, expr }) => {
        const own = id === taken ? undefined : chosenIn(grain, expr, taken)
        return own ? [{ id, own }] : []
      })[0]
    if (!found) break
    goals.push(...found.own)
    taken = found.id
  }
  return goals
}

/** The tests of the case that takes a column; undefined where none does. */
function chosenIn(grain: Id, expr: Expr, column: Id): readonly Goal[] | undefined {
  if (expr.op === 'choose') {
    const takes = (part: Expr) => part.op === 'column' && part.column === column
    const at = expr.cases.findIndex(({ then }) => takes(then))
    const before = at < 0 ? (takes(expr.otherwise) ? expr.cases : undefined) : expr.cases.slice(0, at)
    const test = (when: Expr, holds: boolean): Goal => ({ is: 'code', grain, expr: when, code: 1n, holds })
    if (before)
      return [
        ...before.map(({ when }) => test(when, false)),
        ...(at < 0 ? [] : expr.cases.slice(at, at + 1)).map(({ when }) => test(when, true)),
      ]
  }
  for (const part of partsOf(expr)) {
    const found = chosenIn(grain, part, column)
    if (found) return found
  }
  return undefined
}
