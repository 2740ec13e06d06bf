import type { Output, Plan } from '../../plan/plan.ts'
import { atWork } from './at-work.ts'
import { baseWorld } from './base-world.ts'
import { lent, spread } from './borrowed.ts'
import { decided, nonzero, resultOf } from './decided.ts'
import { monthsBack, repeatedBefore } from './earlier-rows.ts'
import { isMet, type Search, searchIn } from './goal.ts'
import type { KnownWorld } from './known-worlds.ts'
import { withApproval, withLadder, withoutApproval } from './ladder.ts'
import { paidFrom, paying } from './paid.ts'
import { isLarge, manyColumns, type Slice, withRecordsOf } from './slice.ts'
import { decidedGoal } from './told.ts'
import { type Budget, partOf } from './trial.ts'
import { type Used, usedFields } from './used-fields.ts'
import { rooted, type World, within } from './world.ts'

/** How many runs are made to find a case in which a clause has a result at all: everything else begins there. */
const runsForStart = 1500

/** How many runs are made for a clause to find cases in which numbers on the way to its result are not 0. */
const runsToWake = 8000

/** What is kept of a clause while cases are looked for: where to begin, and what was found. */
export type Workshop = {
  readonly slice: Slice
  readonly used: Used
  readonly starts: readonly World[]
  /** The same in other periods: around the days on which something changes. */
  readonly others: readonly World[]
  /** By the number that is not 0 in each: what was found for it, or that nothing was. */
  readonly awake: Map<string, World | undefined>
  /** The runs that may still be made for these. */
  readonly waking: Budget
  /** With the point that each was looked for. */
  readonly found: { readonly world: World; readonly about: number }[]
  /** How often something was looked for here. */
  looked: number
}

/** Of a clause that is not large a run takes so little that more can be tried: the less it stands on, the more, up to so much. */
const largestShare = 8

/**
 * How many times the runs that one point may have it is given: of a clause that stands on much half at most, and less where
 * little was found.
 */
export function shareOf({ slice, looked, found }: Workshop): number {
  if (!isLarge(slice)) return Math.min(largestShare, (3 * manyColumns) / slice.columns.size)
  return Math.max(0.12, Math.min(0.5, (found.length + 4) / (looked + 4)))
}

export function newWorkshop(
  all: Slice,
  whole: Used,
  known: readonly KnownWorld[] = [],
  elsewhere: readonly World[] = [],
): Workshop {
  const used = usedFields(all.plan, whole)
  const slice: Slice = { ...all, plan: withRecordsOf(all.plan, used) }
  const search = searchIn(slice.plan, used, { left: runsForStart })
  const { plain, others: first } = plainest(search, slice)
  const others = [...first, ...otherPeriods(slice.plan, used)]
  const start = plain && atWork(search, plain, slice.output)
  const likely = plain ? lent(plain, spread(elsewhere, mostLent)) : []
  const base = baseWorld(slice.plan, used, 0)
  const free = start && slice.authority && withoutApproval(search, start, slice.authority)
  const from =
    start && base ? [...(free ? [free] : []), start, base, ...histories(search, start), ...others] : []
  // What is at work may leave nothing to see, as what sets a score to 0.
  const isAuthority = slice.authority?.output.id === slice.output.id
  const granted = start && slice.authority && isAuthority && withApproval(search, start, slice.authority)
  const own =
    start && plain
      ? [...payingStarts(slice, used, likely, from), start, ...(granted ? [granted] : []), plain]
      : []
  const starts = unlike([
    ...own,
    ...histories(search, own[0]),
    ...knownStarts(search, slice.output, known),
  ]).map(rooted)
  return { slice, used, starts, others, awake: new Map(), waking: { left: runsToWake }, found: [], looked: 0 }
}

/** Without those that say the same as one before. */
function unlike(worlds: readonly World[]): readonly World[] {
  const seen = new Map(worlds.toReversed().map((world) => [JSON.stringify(told(world)), world]))
  return worlds.filter((world) => seen.get(JSON.stringify(told(world))) === world)
}

function told({ period, now, rows }: World): unknown {
  return [period, now, [...rows].map(([id, list]) => [id, list.map((row) => [...row])])]
}

/** How many periods later a case may have to begin: what looks back has a result once there is something behind it. */
const later = [1, 2, 3, 5, 8, 11, 12, 15, 23]

/** The plainest case in which a clause has a result, in the first period in which it can; `others`: that of the first one. */
function plainest(
  search: Search,
  { output, authority }: Slice,
): { readonly plain: World | undefined; readonly others: readonly World[] } {
  const { plan, used } = search
  const base = baseWorld(plan, used, 0)
  if (!base) return { plain: undefined, others: [] }
  const goal = decidedGoal(output)
  const ladder = authority && withLadder(search, base, authority.ranks)
  if (ladder && isMet(search, ladder, goal)) return { plain: ladder, others: [base] }
  if (isMet(search, base, goal)) return { plain: base, others: [] }
  const after = later.flatMap((count) => {
    const next = baseWorld(plan, used, count)
    return next ? [next, ...histories(search, next)] : []
  })
  const there = after.find((next) => isMet(search, next, goal))
  if (there) return { plain: there, others: [base] }
  const half: Search = { ...search, budget: partOf(search.budget, Math.ceil(search.budget.left / 2)) }
  const plain = decided(half, base, resultOf(output))
  if (isMet(half, plain, goal)) return { plain, others: [] }
  for (const next of after) {
    const few: Search = { ...search, budget: { left: runsForLater } }
    const found = decided(few, next, resultOf(output))
    if (isMet(few, found, goal)) return { plain: found, others: [plain] }
  }
  return { plain, others: [] }
}

/** How many runs are made to find a result in a later period, where there is none in the first. */
const runsForLater = 300

/** The same with as much in the periods before, where anything hangs on them. */
function histories(search: Search, world: World | undefined): readonly World[] {
  if (!world) return []
  const [longest, ...shorter] = monthsBack(search)
  return [
    ...(longest === undefined ? [] : [3, 1].map((times) => repeatedBefore(search, world, longest, times))),
    ...shorter.slice(-1).map((months) => repeatedBefore(search, world, months, 2)),
  ]
}

/** Of a clause that gives a number, worlds in which it is not 0; in the first as much as possible is at work, too. */
function payingStarts(
  slice: Slice,
  used: Used,
  likely: readonly World[],
  worlds: readonly World[],
): readonly World[] {
  const aim = paying(slice)
  const paid = aim && paidFrom(slice, used, likely, worlds.slice(0, mostTried), aim)
  if (!paid || !aim) return []
  const search = searchIn(slice.plan, used, { left: 1 })
  return [atWork(search, paid, slice.output, nonzero(aim)), paid]
}

/** How many worlds of other clauses are looked at, which may pay something here, too. */
const mostLent = 60

/** From how many worlds one is looked for in which an amount is not 0: two of them in other periods. */
const mostTried = 4

/** How many cases that there are are looked at, and how many are begun with. */
const mostKnown = 12
const mostBegun = 2

/** Cases about a clause in which it has a result. */
function knownStarts(search: Search, output: Output, known: readonly KnownWorld[]): readonly World[] {
  const goal = decidedGoal(output)
  const clause = output.releases ?? output.id
  const own: Search = { ...search, budget: { left: mostKnown } }
  return known
    .filter(({ clauses }) => clauses.has(clause))
    .slice(0, mostKnown)
    .map(({ world }) => within(search.plan, world))
    .filter((world) => isMet(own, world, goal))
    .slice(0, mostBegun)
}

/** The plainest case in the period of each day that divides anything, and in the one before; else in the next ones. */
function otherPeriods(plan: Plan, used: Used): readonly World[] {
  const worlds = Array.from({ length: 26 }, (_, i) => baseWorld(plan, used, i)).filter(
    (world) => world !== undefined,
  )
  const days = plan.tables.flatMap(({ inputs, rows }) =>
    inputs.flatMap(({ type }, i) =>
      type.is !== 'date'
        ? []
        : rows.flatMap(({ tests }) => {
            const test = tests[i]
            return test?.is === 'range'
              ? test.ranges.flatMap(({ low, high }) =>
                  [low, high].flatMap((one) => (one ? [Number(one.at)] : [])),
                )
              : []
          }),
    ),
  )
  const around = days.flatMap((day) => {
    const next = worlds.findIndex((world) => world.day >= day)
    return next < 0 ? [] : [next - 1, next, next + 1]
  })
  const places = [...new Set([...around, 1, 2])].filter((at) => at > 0).slice(0, 10)
  return places.flatMap((at) => worlds[at] ?? [])
}
