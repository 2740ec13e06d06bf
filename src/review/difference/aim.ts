import type { Rational } from '../../base/rational.ts'
import type { Expr, Output, Plan, Ratio } from '../../plan/plan.ts'
import { applying } from '../suggest/applying.ts'
import { baseWorld } from '../suggest/base-world.ts'
import { climbed } from '../suggest/climb.ts'
import { type Goal, type NumberGoal, type Search, searchIn } from '../suggest/goal.ts'
import { reachAll } from '../suggest/reach.ts'
import { withRecordsOf } from '../suggest/slice.ts'
import type { Budget } from '../suggest/trial.ts'
import { usedFields } from '../suggest/used-fields.ts'
import { type World as CaseWorld, within } from '../suggest/world.ts'
import { crossing } from './aim-crossing.ts'
import { goalsAt, leapsIn } from './aim-goals.ts'
import { acrossWindows } from './aim-windows.ts'
import { begunWith, worldOf } from './case-worlds.ts'
import { type Root, rootsOf } from './roots.ts'
import type { Trial } from './trial.ts'
import type { Choices, World } from './worlds.ts'

/** How many trials are made to reach all that may show a difference, and from one beginning to one set of goals. */
const trials = { all: 700, each: 70, cross: 200, climb: 400 }
const mostRoots = 4
/** Worlds taken of one search; of those at a bound that belongs to the lower side more, since both versions may give the same there. */
const mostReached = 3
const mostCrossed = 12

/**
 * Worlds that were aimed at what changed: from each root of the difference back to data, such that the clause has a
 * result; then such that a result is about to leap, in either version. Where names are others there are none. `climbs`: how
 * many trials may be made to bring a number to where it leaps by several cells together. `cases` of the clause are begun
 * with before what is made up.
 */
export function* aimed(
  trial: Trial,
  choices: Choices,
  known: readonly World[],
  cases: readonly CaseWorld[],
  climbs: number,
  same: (old: string, next: string) => boolean,
): Generator<World> {
  const { old, next, names } = trial
  if (names.renamed().length > 0) return
  const { roots, touched } = rootsOf(old.plan, next.plan, columnsOf(old.output, next.output), same)
  const [after, before] = [sideOf(trial, 'next'), sideOf(trial, 'old')]
  const [base] = after.bases
  if (!base) return
  const turned = roots.map((root): Root => ({ old: root.next, next: root.old }))
  const begun = [
    ...known.slice(-2).map((world) => begunWith(trial, after.plan, world, base)),
    ...cases.slice(0, 1).map((world) => within(after.plan, withRowsOf(world, base))),
  ]
  const starts = [...begun, ...after.bases].slice(0, Math.max(3, begun.length + 1))
  const all: Budget = { left: trials.all }
  for (const root of roots.slice(0, mostRoots)) {
    const own = limited(after.search, trials.each)
    for (const start of starts)
      for (const found of acrossWindows(
        own,
        start,
        root,
        touched.map(([, id]) => id),
      ))
        yield worldOf(trial, choices, found)
    const sets = goalsAt(old.plan, next.plan, names, root)
    for (const start of starts)
      for (const goals of setsFor(after, sets)) yield* reached(trial, choices, after, start, goals, all)
  }
  const others: Budget = { left: trials.all }
  for (const [side, plans, list, ids] of [
    [after, [old.plan, next.plan], roots, touched.map(([, id]) => id)],
    [before, [next.plan, old.plan], turned, touched.map(([id]) => id)],
  ] as const) {
    const [start] = side.bases
    if (!start) continue
    const leaps = leapsIn(side.plan, ids)
    const climbing: Budget = { left: climbs }
    for (const root of list.slice(0, 2)) {
      const [own = []] = goalsAt(...plans, names, root)
      const [at] =
        climbs === 0 ? [] : reachAll(limited(side.search, trials.climb), start, [...side.applies, ...own])
      const [first] = own
      if (!at && first?.is === 'number')
        yield* climbedTo(trial, choices, side, start, side.applies, first, climbing)
      // What cannot be reached by itself may be by what leaps.
      const goals = at || climbs === 0 ? [...side.applies, ...own] : side.applies
      for (const leap of leaps) yield* reached(trial, choices, side, at ?? start, [...goals, leap], others)
      if (side === after)
        for (const [leap, bounds] of byNumber(leaps))
          yield* crossed(trial, choices, before.search, after.search, at ?? start, leap, bounds, climbing)
      for (const leap of leaps)
        if (leap.is === 'number') yield* climbedTo(trial, choices, side, at ?? start, goals, leap, climbing)
    }
  }
}

/** A case, with rows of one's own for what it does not say. */
function withRowsOf(world: CaseWorld, base: CaseWorld): CaseWorld {
  return { ...world, rows: new Map([...base.rows, ...world.rows]) }
}

function limited(search: Search, left: number): Search {
  return { ...search, budget: { left } }
}

type AimSide = {
  readonly plan: Plan
  readonly search: Search
  readonly output: Output
  readonly bases: readonly CaseWorld[]
  /** The clause applies. */
  readonly applies: readonly Goal[]
}

function sideOf(trial: Trial, side: 'old' | 'next'): AimSide {
  const { plan: whole, output } = trial[side]
  const used = usedFields(whole)
  const plan = withRecordsOf(whole, used)
  const search = searchIn(plan, used, { left: 0 })
  const bases = [0, 1, 2].flatMap((later) => baseWorld(plan, used, later) ?? [])
  return {
    plan,
    search,
    output,
    bases,
    applies: applying(search, { op: 'column', column: output.column }, true),
  }
}

function* reached(
  trial: Trial,
  choices: Choices,
  { search }: AimSide,
  start: CaseWorld,
  goals: readonly Goal[],
  budget: Budget,
): Generator<World> {
  const found = sharing(search, budget, trials.each, (own) => reachAll(own, start, goals))
  yield* firstOf(found, mostReached, (world) => worldOf(trial, choices, world))
}

/** What is found with a part of a budget, which is as much smaller afterwards. */
function* sharing(
  search: Search,
  budget: Budget,
  most: number,
  find: (own: Search) => Iterable<CaseWorld>,
): Generator<CaseWorld> {
  if (budget.left <= 0) return
  const share = Math.min(most, budget.left)
  const own = limited(search, share)
  try {
    yield* find(own)
  } finally {
    budget.left -= share - Math.max(0, own.budget.left)
  }
}

function* firstOf(
  found: Iterable<CaseWorld>,
  most: number,
  as: (world: CaseWorld) => World,
): Generator<World> {
  let count = 0
  for (const world of found) {
    yield as(world)
    if (++count >= most) return
  }
}

/** What only several cells reach together, as the level of a score, while what changed still shows. */
function* climbedTo(
  trial: Trial,
  choices: Choices,
  { search }: AimSide,
  start: CaseWorld,
  goals: readonly Goal[],
  leap: NumberGoal,
  budget: Budget,
): Generator<World> {
  for (const found of sharing(search, budget, trials.climb, (own) => climbed(own, start, leap, goals)))
    yield worldOf(trial, choices, found)
}

/** Goals about one number, and all their bounds. */
function byNumber(goals: readonly Goal[]): readonly (readonly [NumberGoal, readonly Rational[]])[] {
  const found = new Map<string, readonly [NumberGoal, readonly Rational[]]>()
  for (const goal of goals) {
    if (goal.is !== 'number' || goal.less) continue
    const key = JSON.stringify([goal.grain, goal.value])
    const [first, bounds] = found.get(key) ?? [goal, []]
    found.set(key, [first, [...bounds, goal.bound]])
  }
  return [...found.values()]
}

/** What several rows together bring over a bound in one version only. */
function* crossed(
  trial: Trial,
  choices: Choices,
  old: Search,
  next: Search,
  start: CaseWorld,
  leap: NumberGoal,
  bounds: readonly Rational[],
  budget: Budget,
): Generator<World> {
  const found = sharing(next, budget, trials.cross, (own) =>
    crossing(limited(old, own.budget.left), own, start, leap, bounds),
  )
  yield* firstOf(found, mostCrossed, (world) => worldOf(trial, choices, world))
}

function columnsOf(old: Output, next: Output): readonly (readonly [string, string])[] {
  const also = next.also.flatMap(({ label, column }): (readonly [string, string])[] => {
    const other = old.also.find((one) => one.label === label)
    return other ? [[other.column, column]] : []
  })
  return [[old.column, next.column], ...also]
}

/** The clause applies, it is at the root as it should be, and there is something to be paid: at best no small amount. */
function setsFor(
  { search, output, applies }: AimSide,
  sets: readonly (readonly Goal[])[],
): readonly (readonly Goal[])[] {
  const column: Expr = { op: 'column', column: output.column }
  const found = search.column(output.column)
  const { type, denominator } = found ?? {}
  const value: Ratio | undefined =
    type?.is === 'int'
      ? {
          n: column,
          ...(denominator !== undefined && { d: { op: 'column', column: denominator } as const }),
          scale: type.scale,
        }
      : undefined
  const paid = (n: bigint): readonly Goal[] =>
    value ? [{ is: 'number', grain: output.grain, value, bound: { n, d: 1n }, want: 'above' }] : []
  const all = sets.length > 0 ? sets : [[]]
  const money = type?.is === 'int' && type.unit === 'money'
  return all.flatMap((goals) => [
    [...applies, ...goals, ...paid(money ? 1000n : 0n)],
    [...goals, ...applies, ...(money ? paid(0n) : [])],
    [...goals, ...applies],
  ])
}
