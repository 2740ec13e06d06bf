import type { Rational } from '../../base/rational.ts'
import type { Id, Output, Ratio } from '../../plan/plan.ts'
import { type Goal, isMet, type Search } from './goal.ts'
import { reachAll } from './reach.ts'
import { decidedGoal } from './told.ts'
import type { World } from './world.ts'

/**
 * A world in which as much as possible is at work: gates are met, rows count that some `where` asks for, and something
 * comes of it. Nothing can be seen of what stands behind them otherwise. `goal`: what is so already, and stays so.
 */
export function atWork(
  search: Search,
  world: World,
  output: Output,
  goal: Goal = decidedGoal(output),
): World {
  const gates = output.steps.filter(({ is }) => is === 'gate').map(({ column }) => column)
  const wheres = search.plan.columns.flatMap(({ expr }) =>
    expr.op === 'aggregate' && expr.where !== undefined ? [expr.where] : [],
  )
  const asked = [
    ...[...new Set([...gates, ...wheres])].flatMap((id) => holding(search, id)),
    ...countedIn(search, output).flatMap((id) => positive(search, id, 0n)),
    ...unlimited(search, output),
    ...amountsOf(output).flatMap((id) => positive(search, id)),
    ...output.steps.flatMap(({ is, column }) => (is === 'asks' ? allowing(search, column) : [])),
  ]
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

/** Neither floor nor cap hides what stands above it. */
function unlimited(search: Search, { grain, steps }: Output): readonly Goal[] {
  const goals: Goal[] = []
  let before: Id | undefined
  // What begins an amount is above the floor by itself, so that it does not hide what is added in between.
  const first = ratioOf(search, steps.find(({ is }) => is !== 'gate')?.column)
  for (const { is, column, operand } of steps) {
    const amount = ratioOf(search, before)
    const limit = ratioOf(search, operand)
    if (first && limit && is === 'floor')
      goals.push({ is: 'number', grain, value: first, less: limit, bound: clear, want: 'above' })
    if (amount && limit && is === 'floor')
      goals.push({ is: 'number', grain, value: amount, less: limit, bound: clear, want: 'above' })
    if (amount && limit && is === 'cap')
      goals.push({ is: 'number', grain, value: limit, less: amount, bound: clear, want: 'above' })
    if (is !== 'gate') before = column
  }
  return goals
}

/** By how much an amount lies within its limits. */
const clear: Rational = { n: 20n, d: 1n }

function ratioOf(search: Search, id: Id | undefined): Ratio | undefined {
  const column = id === undefined ? undefined : search.column(id)
  if (column?.type.is !== 'int') return undefined
  const { denominator } = column
  return {
    n: { op: 'column', column: column.id },
    ...(denominator !== undefined && { d: { op: 'column', column: denominator } }),
    scale: column.type.scale,
  }
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
