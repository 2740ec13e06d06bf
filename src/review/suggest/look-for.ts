import type { Expr } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { observe } from '../coverage/observe.ts'
import type { Point, Points, Probe } from '../coverage/point.ts'
import { awakeFor } from './awake.ts'
import { lent, spread } from './borrowed.ts'
import { climbed } from './climb.ts'
import { decided } from './decided.ts'
import { resultsOf, type Search, searchIn } from './goal.ts'
import { aloneGoals, goalsFor, othersAsked } from './point-goals.ts'
import { probed } from './probe-values.ts'
import { reachAll } from './reach.ts'
import { pausedBefore } from './reach-clock.ts'
import { columnsRead, isLarge, type Slice } from './slice.ts'
import type { Suggestion } from './suggestion.ts'
import { decidedGoal, isDecided, isNothing, leavesOut } from './told.ts'
import { type Budget, partOf } from './trial.ts'
import { probesFor } from './where-seen.ts'
import { shareOf, type Workshop } from './workshop.ts'
import { rooted, type World } from './world.ts'

/** How many runs are made to look for one point before it is given up: by what leads to it, then by trying cells out. */
const runsForPoint = 400
const runsForProbing = 240
/** As many more for each world to begin with after the first two. */
const runsForStart = 80
const mostBegun = 4
/** From each case to begin with, for what several numbers add up to. */
const runsForClimbing = 700
const mostClimbs = 6
const runsWithoutResult = 40
/** What is left of these for what was not found elsewhere. */
const shareOfDoubtful = 0.2

/** What is looked for; `borrowed` are worlds of other clauses to begin with. */
export type Wanted = {
  readonly point: number
  readonly what: Point['what']['is']
  readonly probes: readonly Probe[]
  readonly borrowed: readonly World[]
  /** What is left of the runs for all points together. */
  readonly all: Budget
  /** The same was looked for in another clause, and not found. */
  readonly isDoubtful: boolean
}

export function lookFor(workshop: Workshop, wanted: Wanted): Suggestion | undefined {
  const { slice, used } = workshop
  const led = firstWorld(workshop, wanted)
  workshop.looked++
  if (!led) return undefined
  const world = rooted(led)
  const search = searchIn(slice.plan, used, { left: 1 })
  const results = resultsOf(search, world)
  if (!results) return undefined
  const counts = observe(slice.points, results)
  workshop.found.push({ world, about: wanted.point })
  // Of a result that there is not nothing can be seen of what it would hang on.
  const seen = isDecided(search, world, slice.output) || !isNothing(wanted.what)
  return {
    world,
    output: slice.output,
    about: wanted.point,
    hits: counts.flatMap((count, i) =>
      count > 0 && (i === wanted.point || (seen && shows(results, slice, i))) ? [i] : [],
    ),
  }
}

/** Whether the answer to a test among others can be told from what comes of it. */
function shows(results: Results, slice: Slice, point: number): boolean {
  const among = probesFor(slice, point)
  return (
    among.length === 0 || isHit({ points: slice.points.points, probes: alone(slice, among) }, results, point)
  )
}

/** Probes that look at rows alone at which the tests around theirs leave it to them. */
function alone({ plan }: Slice, probes: readonly Probe[]): readonly Probe[] {
  return probes.map((probe) => ({ ...probe, under: [...probe.under, ...othersAsked(plan, probe)] }))
}

function isHit(points: Points, results: Results, point: number): boolean {
  return (observe(points, results)[point] ?? 0) > 0
}

function firstWorld(
  workshop: Workshop,
  { point, what, probes, borrowed, all: whole, isDoubtful }: Wanted,
): World | undefined {
  const { slice, used, starts, others, found } = workshop
  // Of a clause that stands on much each run takes longer: fewer worlds are begun with.
  const large = isLarge(slice)
  const share = shareOf(workshop) * (isDoubtful && large ? shareOfDoubtful : 1)
  const runs = (most: number): number => Math.ceil(most * share)
  const begun = large ? starts.slice(0, mostBegun) : starts
  const watched: Points = { points: slice.points.points, probes }
  const inside = what === 'tier'
  let undecided: World | undefined
  const hit = (search: Search, world: World, wanted = watched): boolean => {
    const results = resultsOf(search, world)
    if (results === undefined || !isHit(wanted, results, point)) return false
    if (isNothing(what) || isDecided(search, world, slice.output)) return true
    // Where nothing better is found, a case that is held shows at least that.
    undecided ??= world
    return false
  }
  const budget = partOf(whole, runs(runsForPoint + runsForStart * Math.max(0, begun.length - 2)))
  const search: Search = { ...searchIn(slice.plan, used, budget), valued: decided }
  const exprs = probes.flatMap((probe): readonly Expr[] =>
    columnsRead(slice.plan, probe).map((column) => ({ op: 'column', column })),
  )
  const plain = probes.flatMap((probe) =>
    goalsFor(slice.plan, probe, point, slice.points.points[point]?.what),
  )
  const isRounding = plain.some((goals) => goals.some(({ is }) => is === 'tie' || is === 'uneven'))
  const byGoals = (world: World, most: number, all = plain, wanted = watched): World | undefined => {
    // What there is a result for is to keep one.
    const kept = !isNothing(what) && isDecided(search, world, slice.output) ? [decidedGoal(slice.output)] : []
    const some = partOf(budget, runs(most))
    for (const [i, goals] of all.entries()) {
      // None takes all the runs from those after it.
      const { left } = some
      const share = i === all.length - 1 ? left : Math.max(Math.ceil(left / 2), Math.min(left, 40))
      const own: Search = { ...search, kept, budget: partOf(some, share) }
      for (const next of reachAll(own, world, goals)) if (hit(own, next, wanted)) return next
    }
    return undefined
  }
  const probing = searchIn(slice.plan, used, partOf(whole, runs(runsForProbing)))
  const byProbing = (world: World): World | undefined => {
    for (const next of probed(probing, world, exprs)) {
      if (probing.budget.left <= 0) return undefined
      if (hit(probing, next)) return next
    }
    return undefined
  }
  const recent = found.map(({ world }) => world).reverse()
  // The other sides of a boundary are a step away.
  const beside = found
    .filter(({ about }) => probes.some(({ outcomes }) => [...outcomes.values()].includes(about)))
    .map(({ world }) => world)
    .slice(-3)
  // Of a test among others something is seen only where the others leave it to this one.
  const apart = probes.flatMap((probe) => aloneGoals(slice.plan, probe, point))
  const watchedApart: Points = { points: slice.points.points, probes: alone(slice, probes) }
  for (const start of apart.length === 0 ? [] : [...begun, ...beside]) {
    const next = byGoals(start, 80, apart, watchedApart)
    if (next) return next
  }
  // Of what a clause asks of those that it is for, one side is seen where it leaves somebody out for that alone.
  for (const start of apart.length === 0 ? [] : begun)
    for (const goals of apart) {
      const free = searchIn(slice.plan, used, partOf(whole, runs(runsWithoutResult)))
      for (const next of reachAll(free, start, goals)) {
        const results = resultsOf(free, next)
        if (results && isHit(watchedApart, results, point) && leavesOut(results, slice.output)) return next
      }
    }
  for (const start of begun) {
    if (!inside && hit(search, start)) return start
    const next = byGoals(start, isRounding ? 200 : 80)
    if (next) return next
  }
  const awake = awakeFor(
    workshop,
    plain.flatMap((goals) => goals.at(-1) ?? []),
  )
  for (const start of awake) {
    const next = byGoals(start, isRounding ? 200 : 80)
    if (next) return next
  }
  for (const start of beside) {
    const next = byGoals(start, 60)
    if (next) return next
  }
  for (const start of recent.filter((one) => !beside.includes(one)).slice(0, 3)) {
    const next = byGoals(start, 30)
    if (next) return next
  }
  for (const start of others) {
    const next = hit(search, start) ? start : byGoals(start, 30)
    if (next) return next
  }
  for (const start of [...awake, ...begun, ...spread(recent, 5), ...lent(starts[0], borrowed)]) {
    const next = byProbing(start)
    if (next) return next
  }
  // What several numbers add up to, as a score.
  const summed =
    inside || what === 'boundary' || what === 'taken' ? plain.flatMap((goals) => goals.at(-1) ?? []) : []
  const parts = summed.length > 0 ? awakeFor(workshop, summed, true) : []
  const climbingFrom = [...parts, ...beside.slice(-1), ...awake, ...begun]
  const climbs = partOf(whole, large ? runsForClimbing : runs(runsForClimbing * mostClimbs))
  for (const goal of summed)
    for (const start of large ? climbingFrom.slice(0, 2) : climbingFrom) {
      if (goal.is !== 'number') continue
      const climbing = searchIn(slice.plan, used, partOf(climbs, runs(runsForClimbing)))
      for (const next of climbed(climbing, start, goal)) if (hit(climbing, next)) return next
    }
  // What can only be where the clause has no result, as that nothing has begun, was kept out by keeping one.
  for (const start of begun.slice(0, large ? 1 : begun.length))
    for (const goals of undecided ? [] : plain) {
      const free = searchIn(slice.plan, used, partOf(whole, runs(runsWithoutResult)))
      for (const next of reachAll(free, start, goals)) {
        if (hit(free, next)) return next
        if (undecided) break
      }
    }
  if (undecided)
    for (const next of pausedBefore(probing, undecided, reachAll)) if (hit(probing, next)) return next
  return undecided
}
