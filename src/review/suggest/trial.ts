import type { Rational } from '../../base/rational.ts'
import type { Expr, Id, Plan, Ratio } from '../../plan/plan.ts'
import { askedPeriod } from '../../targets/evaluate/asked-period.ts'
import { compile } from '../../targets/evaluate/compile.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { runOnDemand } from './on-demand.ts'
import { changesBetween, rowsBeside } from './rows-again.ts'
import { keptOf, madeFrom, type Run, type World } from './world.ts'

/** Runs that may still be made: what is looked for without end is given up. */
export type Budget = { left: number }

/** Part of what may still be made: whatever is made of it is made of the whole, too. */
export function partOf(whole: Budget, most: number): Budget {
  let own = most
  return {
    get left() {
      return Math.min(own, whole.left)
    },
    set left(left) {
      const made = this.left - left
      own -= made
      whole.left -= made
    },
  }
}

/**
 * What comes of the rows of a case; undefined where it cannot be run, or too much was tried. A world is run once, beside the
 * one that it was made from: what both have in common is worked out once.
 */
export function tryOut(plan: Plan, world: World, budget: Budget): Results | undefined {
  const kept = keptOf(world)
  if (kept.run?.plan === plan) return kept.run.trial.results
  if (budget.left <= 0) return undefined
  budget.left--
  const before = runBefore(plan, world)
  const rows = rowsBeside(plan, world, before)
  const asked = askedPeriod(plan, rows, world.period)
  if (!asked) return undefined
  const trial = runOnDemand(
    plan,
    rows,
    { span: { from: asked.from, until: asked.until }, now: world.now },
    before && { trial: before.trial, changes: changesBetween(plan, before.world, world) },
  )
  kept.run = { plan, world, rows, trial, depth: before ? before.depth + 1 : 0 }
  return trial.results
}

/** Each run keeps the ones before it: at most so many. */
const deepest = 30

function runBefore(plan: Plan, world: World): Run | undefined {
  for (let from = madeFrom(world); from; from = madeFrom(from)) {
    const { run } = keptOf(from)
    if (run?.plan === plan && from.period === world.period) return run.depth < deepest ? run : undefined
  }
  return undefined
}

/** The rows of a grain that a case is about: of periods those that were asked for. */
export function rowsAsked({ engine, span }: Results, grain: Id): readonly number[] {
  const domain = engine.domains.get(grain)
  if (!domain) return []
  const rows = Array.from({ length: Math.min(domain.count, 400) }, (_, i) => i)
  const periods = domain.periods?.list
  if (!periods) return rows
  return rows.filter((row) => {
    const period = periods[row % periods.length]
    return period && period.end - 1 >= span.from && period.start <= span.until
  })
}

/** The states and integers of an expression, row by row; texts by themselves. */
export function readRows(
  results: Results,
  grain: Id,
  expr: Expr,
): readonly { readonly state: number; readonly n: bigint; readonly text?: string }[] {
  const domain = results.engine.domains.get(grain)
  if (!domain || domain.count === 0) return []
  const vector = compile(results.engine, domain, domain.count, expr).run(0, domain.count)
  return rowsAsked(results, grain).map((row) => ({
    state: stateAt(vector.states, row),
    n: integerAt(vector, row),
    ...(vector.is === 'text' && { text: vector.values[row] ?? '' }),
  }))
}

/** The value of a fraction at the first row that has one. */
export function readRatio(results: Results, grain: Id, ratio: Ratio): readonly Rational[] {
  const over = readRows(results, grain, ratio.n)
  const under = ratio.d === undefined ? undefined : readRows(results, grain, ratio.d)
  const scale = 10n ** BigInt(Math.max(ratio.scale, 0))
  return over.flatMap(({ state, n }, i) => {
    const below = under?.[i]
    if (state !== 0 || (below && below.state !== 0)) return []
    return [{ n, d: (below?.n ?? 1n) * scale }]
  })
}
