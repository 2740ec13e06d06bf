import { formatDay } from '../../base/day.ts'
import { less, minus, type Rational } from '../../base/rational.ts'
import { rowsFromObjects } from '../../data/from-objects.ts'
import type { Relation } from '../../plan/plan.ts'
import { askedPeriod } from '../../targets/evaluate/asked-period.ts'
import { keyOf } from '../suggest/base-world.ts'
import { type NumberGoal, numbersOf, resultsOf, type Search } from '../suggest/goal.ts'
import { countedRelations, knobsOf } from '../suggest/knobs.ts'
import { objectsOf, type Row, type World, withCell, withRows } from '../suggest/world.ts'

type State = {
  readonly world: World
  /** The number is another in the two versions. */
  readonly apart: boolean
  /** How far the nearer of both is from the nearest bound. */
  readonly gap: Rational
}

const mostRows = 8
const mostWords = 6

/**
 * Worlds in which the number of a goal, that rows add up to, lies on one side of one of `bounds` in one version and on
 * another in the other: rows are put beside those that there are, of the same and of other kinds, and moved into the periods before and after; what
 * brings the number nearer to the bound is followed first. `old` and `next` try both versions.
 */
export function* crossing(
  old: Search,
  next: Search,
  start: World,
  goal: NumberGoal,
  bounds: readonly Rational[],
): Generator<World> {
  const { value } = goal
  const exprs = value.d ? [value.n, value.d] : [value.n]
  const relations = countedRelations(next, exprs)
  if (relations.length === 0 || value.n.op !== 'column' || !old.column(value.n.column)) return
  const seen = new Set<string>()
  const waiting: State[] = []
  const look = (world: World): boolean => {
    const [one, other] = [old, next].map((search) => {
      const results = resultsOf(search, world)
      return results ? numbersOf(results, goal) : []
    })
    let crossed = false
    for (const [i, b] of (other ?? []).entries()) {
      const a = one?.[i]
      if (!a || one.length !== other?.length) continue
      const key = `${a.n}/${a.d} ${b.n}/${b.d}`
      if (seen.has(key)) continue
      seen.add(key)
      const gaps = bounds.flatMap((bound) => [a, b].map((number) => size(minus(number, bound))))
      const gap = gaps.reduce((least, one) => (less(one, least) ? one : least))
      waiting.push({ world, apart: a.n * b.d !== b.n * a.d, gap })
      crossed ||= bounds.some((bound) => sideOf(a, bound) !== sideOf(b, bound))
    }
    return crossed
  }
  if (look(start)) yield start
  while (waiting.length > 0 && old.budget.left > 0 && next.budget.left > 0) {
    waiting.sort(nearest)
    const state = waiting.shift()
    if (!state) return
    for (const world of steps(next, state.world, relations, exprs)) if (look(world)) yield world
  }
}

function nearest(a: State, b: State): number {
  if (a.apart !== b.apart) return a.apart ? -1 : 1
  return less(a.gap, b.gap) ? -1 : less(b.gap, a.gap) ? 1 : 0
}

function size({ n, d }: Rational): Rational {
  return { n: n < 0n ? -n : n, d }
}

function sideOf(number: Rational, bound: Rational): number {
  return less(number, bound) ? -1 : less(bound, number) ? 1 : 0
}

/** One row more, as one that there is or with another word; or one row of another period. */
function* steps(
  search: Search,
  world: World,
  relations: readonly Relation[],
  exprs: Parameters<typeof knobsOf>[1],
): Generator<World> {
  const asked = askedPeriod(search.plan, rowsFromObjects(search.plan, objectsOf(world)).rows, world.period)
  for (const relation of relations) {
    const rows = world.rows.get(relation.id) ?? []
    const own = knobsOf(search, exprs).flatMap((knob) =>
      knob.is === 'cell' && knob.relation === relation ? [knob.field] : [],
    )
    const last = rows.at(-1)
    if (last && rows.length < mostRows) {
      yield withRows(world, relation.id, [...rows, again(relation, last, rows.length)])
      for (const { id, type } of own) {
        const words = type.is === 'enum' ? type.values : type.is === 'truth' ? ['true', 'false'] : []
        for (const word of words.slice(0, mostWords))
          if (word !== last.get(id))
            yield withRows(world, relation.id, [
              ...rows,
              new Map(again(relation, last, rows.length)).set(id, word),
            ])
      }
    }
    for (const { id, type } of own)
      if (type.is === 'date' && asked)
        for (const at of rows.keys())
          for (const day of [asked.until + 1, asked.from - 1])
            yield withCell(world, relation.id, at, id, formatDay(day))
  }
}

function again(relation: Relation, row: Row, count: number): Row {
  return relation.key === undefined ? row : new Map(row).set(relation.key, keyOf(relation, count + 1))
}
