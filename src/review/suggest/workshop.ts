import type { Output, Plan } from '../../plan/plan.ts'
import { atWork } from './at-work.ts'
import { baseWorld } from './base-world.ts'
import { decided } from './decided.ts'
import { isMet, type Search, searchIn } from './goal.ts'
import type { KnownWorld } from './known-worlds.ts'
import { withApproval, withLadder } from './ladder.ts'
import { type Slice, withRecordsOf } from './slice.ts'
import { decidedGoal } from './told.ts'
import { type Used, usedFields } from './used-fields.ts'
import { type World, within } from './world.ts'

/** How many runs are made to find a case in which a clause has a result at all: everything else begins there. */
const runsForStart = 1500

/** What is kept of a clause while cases are looked for: where to begin, and what was found. */
export type Workshop = {
  readonly slice: Slice
  readonly used: Used
  readonly starts: readonly World[]
  /** The same in other periods: around the days on which something changes. */
  readonly others: readonly World[]
  /** With the point that each was looked for. */
  readonly found: { readonly world: World; readonly about: number }[]
  /** How often something was looked for here. */
  looked: number
}

/** Of a clause that stands on fewer columns a run takes so little that more can be tried: the fewer, the more, up to so much. */
const fewColumns = 200
const largestShare = 8

/**
 * How many times the runs that one point may have it is given: of a clause that stands on much half at most, and less where
 * little was found.
 */
export function shareOf({ slice, looked, found }: Workshop): number {
  const { size } = slice.columns
  if (size <= fewColumns) return Math.min(largestShare, (3 * fewColumns) / size)
  return Math.max(0.12, Math.min(0.5, (found.length + 4) / (looked + 4)))
}

export function newWorkshop(all: Slice, whole: Used, known: readonly KnownWorld[] = []): Workshop {
  const used = usedFields(all.plan, whole)
  const slice: Slice = { ...all, plan: withRecordsOf(all.plan, used) }
  const search = searchIn(slice.plan, used, { left: runsForStart })
  const { plain, others } = plainest(search, slice)
  const start = plain && atWork(search, plain, slice.output)
  // What is at work may leave nothing to see, as what sets a score to 0.
  const granted = start && slice.ranks && withApproval(search, start, slice.output)
  const own = start && plain ? [...new Set([start, ...(granted ? [granted] : []), plain])] : []
  const starts = [...own, ...knownStarts(search, slice.output, known)]
  return { slice, used, starts, others: [...others, ...otherPeriods(slice.plan, used)], found: [], looked: 0 }
}

/** How many periods later a case may have to begin: what looks back has a result once there is something behind it. */
const later = [1, 2, 3, 5, 8, 11, 12, 15, 23]

/** The plainest case in which a clause has a result, in the first period in which it can; `others`: that of the first one. */
function plainest(
  search: Search,
  { output, ranks }: Slice,
): { readonly plain: World | undefined; readonly others: readonly World[] } {
  const { plan, used } = search
  const base = baseWorld(plan, used, 0)
  if (!base) return { plain: undefined, others: [] }
  const goal = decidedGoal(output)
  const ladder = ranks && withLadder(search, base, ranks)
  if (ladder && isMet(search, ladder, goal)) return { plain: ladder, others: [base] }
  if (isMet(search, base, goal)) return { plain: base, others: [] }
  for (const count of later) {
    const next = baseWorld(plan, used, count)
    if (next && isMet(search, next, goal)) return { plain: next, others: [base] }
  }
  const half: Search = { ...search, budget: { left: Math.ceil(search.budget.left / 2) } }
  const plain = decided(half, base, output)
  if (isMet(half, plain, goal)) return { plain, others: [] }
  for (const count of later) {
    const next = baseWorld(plan, used, count)
    const few: Search = { ...search, budget: { left: runsForLater } }
    const found = next && decided(few, next, output)
    if (found && isMet(few, found, goal)) return { plain: found, others: [plain] }
  }
  return { plain, others: [] }
}

/** How many runs are made to find a result in a later period, where there is none in the first. */
const runsForLater = 300

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
