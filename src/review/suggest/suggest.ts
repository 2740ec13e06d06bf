import type { Expr, Output, Plan } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { observe } from '../coverage/observe.ts'
import type { Point, Points, Probe } from '../coverage/point.ts'
import { climbed } from './climb.ts'
import { resultsOf, type Search, searchIn } from './goal.ts'
import type { KnownWorld } from './known-worlds.ts'
import { aloneGoals, goalsFor, othersAsked } from './point-goals.ts'
import { probed } from './probe-values.ts'
import { reachAll } from './reach.ts'
import { pausedBefore } from './reach-clock.ts'
import { closureOf, columnsRead, type Slice, sliceOf } from './slice.ts'
import { decidedGoal, isDecided, isNothing, leavesOut } from './told.ts'
import type { Budget } from './trial.ts'
import { usedFields } from './used-fields.ts'
import { withoutIdleRows } from './without-idle-rows.ts'
import { newWorkshop, shareOf, type Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** A case that hits points which no case hit before; `about` is the point that it was looked for. */
export type Suggestion = {
  readonly world: World
  readonly output: Output
  readonly about: number
  readonly hits: readonly number[]
}

/** No clause reads it; no rows were found; or too much had been tried before its turn came. */
export type Why = 'unread' | 'not-found' | 'given-up'

export type Suggested = {
  readonly suggestions: readonly Suggestion[]
  readonly unreached: readonly { readonly point: Point; readonly why: Why }[]
}

/** How many runs are made to look for one point before it is given up: by what leads to it, then by trying cells out. */
const runsForPoint = 400
const runsForProbing = 240
/** From each case to begin with, for what several numbers add up to. */
const runsForClimbing = 700
const runsWithoutResult = 40

/** How many runs are made in all: of a very large policy the rest is left for the next time, when there are fewer points. */
const runsInAll = 700_000

/**
 * Cases for all points that have no hits: of each clause the plainest case, changed until it hits what is wanted. Few, and
 * always the same ones. `known`: cases that there are already, some of which are begun with.
 */
export function suggest(
  plan: Plan,
  points: Points,
  counts: readonly number[],
  onProgress: (done: number, total: number) => void = () => undefined,
  known: readonly KnownWorld[] = [],
): Suggested {
  const closure = closureOf(plan)
  const slices = plan.outputs.map((output) => sliceOf(plan, points, output, closure))
  const whole = usedFields(plan)
  const workshops = new Map<Slice, Workshop>()
  const found: Suggestion[] = []
  const all: Budget = { left: runsInAll }
  const unreached: { point: Point; why: Why }[] = []
  const covered = points.points.map((_, i) => (counts[i] ?? 0) > 0)
  const order = inOrder(points, covered, slices)
  for (const [done, i] of order.entries()) {
    const point = points.points[i]
    onProgress(done + 1, order.length)
    if (!point || covered[i]) continue
    if (all.left <= 0) {
      unreached.push({ point, why: 'given-up' })
      continue
    }
    const among = slicesFor(slices, point, i)
    const suggestion = firstOf(among, (slice) => {
      const workshop = workshops.get(slice) ?? newWorkshop(slice, whole, known)
      workshops.set(slice, workshop)
      const borrowed = spread(
        [...workshops.values()]
          .filter((other) => other !== workshop)
          .flatMap((other) => other.found.map(({ world }) => world)),
        6,
      )
      return lookFor(workshop, {
        point: i,
        what: point.what.is,
        probes: probesFor(slice, i),
        borrowed,
        all,
      })
    })
    if (!suggestion) {
      unreached.push({ point, why: among.length === 0 ? 'unread' : 'not-found' })
      continue
    }
    found.push(suggestion)
    for (const hit of suggestion.hits) covered[hit] = true
  }
  const wanted = new Set(points.points.flatMap((_, i) => ((counts[i] ?? 0) > 0 ? [] : [i])))
  return {
    suggestions: fewest(found, wanted, points).map((one) => smaller(one, workshops)),
    unreached: unreached.filter(({ point }) => !covered[points.points.indexOf(point)]),
  }
}

/** How many runs are made to leave out rows of one case. */
const runsForSmaller = 60

function smaller(one: Suggestion, workshops: ReadonlyMap<Slice, Workshop>): Suggestion {
  for (const { slice, used } of workshops.values()) {
    if (slice.output.id !== one.output.id) continue
    const search = searchIn(slice.plan, used, { left: runsForSmaller })
    return { ...one, world: withoutIdleRows(search, slice, one.world, one.hits) }
  }
  return one
}

/**
 * What is still to be looked for: of clauses that stand on little first, which are tried out soonest. In each bands first,
 * and well inside each, since a threshold that is moved a little shows in what is paid beyond it, and not a cent away from
 * it.
 */
function inOrder(
  { points }: Points,
  covered: readonly boolean[],
  slices: readonly Slice[],
): readonly number[] {
  const weights = new Map<number, number>()
  for (const slice of slices)
    for (const { outcomes } of slice.points.probes)
      for (const at of outcomes.values())
        weights.set(at, Math.min(weights.get(at) ?? Number.POSITIVE_INFINITY, weightOf(slice)))
  const open = points.flatMap((_, i) => (covered[i] ? [] : [i]))
  const rank = (i: number) => 2 * (weights.get(i) ?? 0) + (points[i]?.what.is === 'tier' ? 0 : 1)
  return open.sort((a, b) => rank(a) - rank(b) || a - b)
}

/** How many hundreds of columns a run works out. */
function weightOf({ columns }: Slice): number {
  return Math.ceil(columns.size / 100)
}

function firstOf<A, B>(items: readonly A[], look: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = look(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** The clauses in which a point can be seen: two, its own first, else those that pay; and the smallest of all. */
function slicesFor(slices: readonly Slice[], point: Point, at: number): readonly Slice[] {
  const own = (slice: Slice) =>
    (slice.output.releases ?? slice.output.id) === point.owner.id || hasTable(slice, point) ? 0 : 1
  const pays = (slice: Slice) => (slice.output.is === 'pay' ? 0 : 1)
  const bySize = slices
    .filter((slice) => probesFor(slice, at).length > 0)
    .sort((a, b) => a.columns.size - b.columns.size)
  const first = bySize.toSorted((a, b) => own(a) - own(b) || pays(a) - pays(b)).slice(0, 2)
  return [...new Set([...first, ...bySize.slice(0, 1)])]
}

/** Whether a point is one of a table that stands in the text of a clause, as each of an authority does. */
function hasTable({ plan, output }: Slice, { owner }: Point): boolean {
  if (owner.is !== 'table') return false
  return plan.tables.some(({ id, label }) => label === owner.id && id.startsWith(`${output.id} `))
}

function probesFor({ points }: Slice, point: number): readonly Probe[] {
  return points.probes.filter(({ outcomes }) => [...outcomes.values()].includes(point))
}

/** What is looked for; `borrowed` are worlds of other clauses to begin with. */
type Wanted = {
  readonly point: number
  readonly what: Point['what']['is']
  readonly probes: readonly Probe[]
  readonly borrowed: readonly World[]
  /** What is left of the runs for all points together. */
  readonly all: Budget
}

function lookFor(workshop: Workshop, wanted: Wanted): Suggestion | undefined {
  const { slice, used } = workshop
  const world = firstWorld(workshop, wanted)
  workshop.looked++
  if (!world) return undefined
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
  { point, what, probes, borrowed, all: whole }: Wanted,
): World | undefined {
  const { slice, used, starts, others, found } = workshop
  const share = shareOf(workshop)
  const runs = (most: number): number => Math.ceil(most * share)
  const watched: Points = { points: slice.points.points, probes }
  const inside = what === 'tier'
  let undecided: World | undefined
  const hit = (search: Search, world: World, wanted = watched): boolean => {
    const before = search.budget.left
    const results = resultsOf(search, world)
    whole.left -= before - search.budget.left
    if (results === undefined || !isHit(wanted, results, point)) return false
    if (isNothing(what) || isDecided(search, world, slice.output)) return true
    // Where nothing better is found, a case that is held shows at least that.
    undecided ??= world
    return false
  }
  const budget: Budget = { left: runs(runsForPoint) }
  const search = searchIn(slice.plan, used, budget)
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
    let left = Math.min(runs(most), budget.left)
    for (const [i, goals] of all.entries()) {
      // None takes all the runs from those after it.
      const share = i === all.length - 1 ? left : Math.max(Math.ceil(left / 2), Math.min(left, 40))
      const own: Search = { ...search, kept, budget: { left: share } }
      const before = own.budget.left
      try {
        for (const next of reachAll(own, world, goals)) if (hit(own, next, wanted)) return next
      } finally {
        const used = before - own.budget.left
        left -= used
        budget.left -= used
        whole.left -= used
      }
    }
    return undefined
  }
  const probing = searchIn(slice.plan, used, { left: runs(runsForProbing) })
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
  for (const start of apart.length === 0 ? [] : [...starts, ...beside]) {
    const next = byGoals(start, 80, apart, watchedApart)
    if (next) return next
  }
  // Of what a clause asks of those that it is for, one side is seen where it leaves somebody out for that alone.
  for (const start of apart.length === 0 ? [] : starts)
    for (const goals of apart) {
      const free = searchIn(slice.plan, used, { left: runs(runsWithoutResult) })
      for (const next of reachAll(free, start, goals)) {
        const results = resultsOf(free, next)
        if (results && isHit(watchedApart, results, point) && leavesOut(results, slice.output)) return next
      }
    }
  for (const start of starts) {
    if (!inside && hit(search, start)) return start
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
  for (const start of [...starts, ...spread(recent, 5), ...lent(starts[0], borrowed)]) {
    const next = byProbing(start)
    if (next) return next
  }
  // What several numbers add up to, as a score.
  for (const goal of inside || what === 'boundary' || what === 'taken'
    ? plain.flatMap((goals) => goals.at(-1) ?? [])
    : [])
    for (const start of [...beside.slice(-1), ...starts]) {
      // Of a clause that stands on much each run takes too long for so many.
      if (goal.is !== 'number' || weightOf(slice) > 2) continue
      const climbing = searchIn(slice.plan, used, { left: runs(runsForClimbing) })
      for (const next of climbed(climbing, start, goal)) if (hit(climbing, next)) return next
    }
  // What can only be where the clause has no result, as that nothing has begun, was kept out by keeping one.
  for (const start of starts)
    for (const goals of undecided ? [] : plain) {
      const free = searchIn(slice.plan, used, { left: runs(runsWithoutResult) })
      for (const next of reachAll(free, start, goals)) {
        if (hit(free, next)) return next
        if (undecided) break
      }
    }
  if (undecided)
    for (const next of pausedBefore(probing, undecided, reachAll)) if (hit(probing, next)) return next
  return undecided
}

/** What worlds of other clauses say, with rows of one's own for what they do not. */
function lent(own: World | undefined, borrowed: readonly World[]): readonly World[] {
  return borrowed.flatMap((other) => {
    if (!own || other.period !== own.period) return []
    const kept = [...other.rows].filter(([relation]) => own.rows.has(relation))
    return [{ ...own, rows: new Map([...own.rows, ...kept]) }]
  })
}

/** Some of many, from all over. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]).filter(
    (item) => item !== undefined,
  )
}

/** Without cases whose points others hit as well; of a band one that lies well inside stays. */
function fewest(
  found: readonly Suggestion[],
  wanted: ReadonlySet<number>,
  { points }: Points,
): readonly Suggestion[] {
  const times = new Map<number, number>()
  for (const { hits } of found) for (const hit of hits) times.set(hit, (times.get(hit) ?? 0) + 1)
  const kept = found.filter(({ hits, about }) => {
    const needed =
      points[about]?.what.is === 'tier' || hits.some((hit) => wanted.has(hit) && (times.get(hit) ?? 0) < 2)
    if (!needed) for (const hit of hits) times.set(hit, (times.get(hit) ?? 1) - 1)
    return needed
  })
  return kept.toSorted((a, b) => a.about - b.about)
}
