import type { Id, Output, Plan } from '../../plan/plan.ts'
import { baseWorld } from './base-world.ts'
import { decided } from './decided.ts'
import { type Goal, isMet, type Search, searchIn } from './goal.ts'
import type { KnownWorld } from './known-worlds.ts'
import { withApproval, withLadder } from './ladder.ts'
import { reachAll } from './reach.ts'
import { type Slice, withRecordsOf } from './slice.ts'
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
  const goal = resultGoal(output)
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

function resultGoal({ grain, column }: Output): Goal {
  return { is: 'state', grain, column, state: 0 }
}

/** How many cases that there are are looked at, and how many are begun with. */
const mostKnown = 12
const mostBegun = 2

/** Cases about a clause in which it has a result. */
function knownStarts(search: Search, output: Output, known: readonly KnownWorld[]): readonly World[] {
  const goal = resultGoal(output)
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

/**
 * A world in which as much as possible is at work: gates are met, rows count that some `where` asks for, and something
 * comes of it. Nothing can be seen of what stands behind them otherwise.
 */
function atWork(search: Search, world: World, output: Output): World {
  const gates = output.steps.filter(({ is }) => is === 'gate').map(({ column }) => column)
  const wheres = search.plan.columns.flatMap(({ expr }) =>
    expr.op === 'aggregate' && expr.where !== undefined ? [expr.where] : [],
  )
  const asked = [
    ...[...new Set([...gates, ...wheres])].flatMap((id) => holding(search, id)),
    ...countedIn(search, output).flatMap((id) => positive(search, id, 0n)),
    ...amountsOf(output).flatMap((id) => positive(search, id)),
    ...output.steps.flatMap(({ is, column }) => (is === 'asks' ? allowing(search, column) : [])),
  ]
  const goal = resultGoal(output)
  const met: Goal[] = isMet(search, world, goal) ? [goal] : []
  let best = world
  for (const one of asked) {
    const own: Search = { ...search, budget: { left: runsForOne } }
    if (isMet(own, best, one)) {
      met.push(one)
      continue
    }
    for (const next of reachAll(own, best, [one])) {
      const whole = mendedTo(own, next, met, one)
      if (!whole) continue
      best = whole
      met.push(one)
      break
    }
  }
  return best
}

/** How many runs are made to set one thing to work. */
const runsForOne = 120

/** The same with what was met before, where that can be brought back. */
function mendedTo(search: Search, world: World, met: readonly Goal[], one: Goal): World | undefined {
  const lost = met.filter((before) => !isMet(search, world, before))
  if (lost.length === 0) return world
  if (lost.length > mostLost) return undefined
  const kept = [one, ...met.filter((before) => !lost.includes(before))]
  for (const next of reachAll({ ...search, kept }, world, lost))
    if (kept.every((goal) => isMet(search, next, goal))) return next
  return undefined
}

const mostLost = 2

/** What a clause comes to, or everything that a payout adds up. */
function amountsOf({ is, column, steps }: Output): readonly Id[] {
  const parts = is === 'payout' ? steps.flatMap((step) => (step.is === 'add' ? (step.parts ?? []) : [])) : []
  return is === 'pay' || is === 'payout' ? [...parts, column] : []
}

function holding(search: Search, id: Id): readonly Goal[] {
  const column = search.column(id)
  if (!column) return []
  return [{ is: 'code', grain: column.grain, expr: { op: 'column', column: id }, code: 1n, holds: true }]
}

/** Of several tables of an authority nothing is seen but of the one that asks for most: the others ask for nothing. */
function allowing(search: Search, id: Id): readonly Goal[] {
  const column = search.column(id)
  if (!column) return []
  return [{ is: 'code', grain: column.grain, expr: { op: 'column', column: id }, code: 0n, holds: true }]
}

/** What is counted and added up for whoever a clause is for. */
function countedIn({ plan }: Search, { grain }: Output): readonly Id[] {
  const sums = plan.columns.filter(
    ({ grain: own, expr }) =>
      own === grain && expr.op === 'aggregate' && (expr.fn === 'sum' || expr.fn === 'count'),
  )
  return sums.slice(0, mostCounted).map(({ id }) => id)
}

const mostCounted = 8

/** More than so much; if not said, than ten units, in which another rate shows once they are rounded. */
function positive(search: Search, id: Id, least?: bigint): readonly Goal[] {
  const column = search.column(id)
  if (column?.type.is !== 'int') return []
  const value = { n: { op: 'column', column: id } as const, scale: 0 }
  return [
    {
      is: 'number',
      grain: column.grain,
      value,
      bound: { n: least ?? 10n ** BigInt(column.type.scale + 1), d: 1n },
      want: 'above',
    },
  ]
}
