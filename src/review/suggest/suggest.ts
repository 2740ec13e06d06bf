import type { Plan } from '../../plan/plan.ts'
import type { Point, Points } from '../coverage/point.ts'
import { spread } from './borrowed.ts'
import { searchIn } from './goal.ts'
import type { KnownWorld } from './known-worlds.ts'
import { lookFor } from './look-for.ts'
import { closureOf, type Slice, sliceOf } from './slice.ts'
import type { Suggestion } from './suggestion.ts'
import type { Budget } from './trial.ts'
import { usedFields } from './used-fields.ts'
import { probesFor, slicesFor, valueSlices, weightOf } from './where-seen.ts'
import { withoutIdleRows } from './without-idle-rows.ts'
import { newWorkshop, type Workshop } from './workshop.ts'

/** No clause reads it; no rows were found; or too much had been tried before its turn came. */
export type Why = 'unread' | 'not-found' | 'given-up'

export type Suggested = {
  readonly suggestions: readonly Suggestion[]
  readonly unreached: readonly { readonly point: Point; readonly why: Why }[]
}

/** How many runs are made in all: of a very large policy the rest is left for the next time, when there are fewer points. */
const runsInAll = 1_000_000

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
  const ofValue = valueSlices(plan, points, closure)
  const whole = usedFields(plan)
  const workshops = new Map<Slice, Workshop>()
  const found: Suggestion[] = []
  const all: Budget = { left: runsInAll }
  const unreached: { point: Point; why: Why }[] = []
  const missed = new Set<string>()
  const isMissed = (bound: string | undefined) => bound !== undefined && missed.has(bound)
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
    const among = slicesFor(slices, ofValue(point), point, i)
    const suggestion = firstOf(among, (slice) => {
      const foundElsewhere = [...workshops].flatMap(([other, { found: worlds }]) =>
        other === slice ? [] : worlds.map(({ world }) => world),
      )
      const workshop = workshops.get(slice) ?? newWorkshop(slice, whole, known, foundElsewhere)
      workshops.set(slice, workshop)
      const borrowed = spread(foundElsewhere, 6)
      return lookFor(workshop, {
        point: i,
        what: point.what.is,
        probes: probesFor(slice, i),
        borrowed,
        all,
        isDoubtful: isMissed(boundOf(point)),
      })
    })
    if (!suggestion) {
      const bound = boundOf(point)
      if (bound !== undefined) missed.add(bound)
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

/** A side of a bound, wherever it is asked for: what no rows were found for in one clause has hardly any in the next. */
function boundOf({ what }: Point): string | undefined {
  return what.is === 'boundary' || what.is === 'sides' ? JSON.stringify(what) : undefined
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

function firstOf<A, B>(items: readonly A[], look: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = look(item)
    if (found !== undefined) return found
  }
  return undefined
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
