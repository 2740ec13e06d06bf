import type { Rational } from '../../base/rational.ts'
import type { Expr, Id, Plan } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { roundingOf } from '../coverage/constants.ts'
import type { Condition, Look, Probe, What } from '../coverage/point.ts'
import type { Goal, NumberGoal } from './goal.ts'
import { rangeGoals } from './row-goals.ts'

/** What a case is to bring about for a probe to hit a point: what must be so before it counts, then itself. */
export function goalsFor(plan: Plan, probe: Probe, point: number, what?: What): readonly (readonly Goal[])[] {
  const { grain } = probe
  const before = probe.under.flatMap((one): readonly Goal[] =>
    one.is === 'truth' ? [{ is: 'code', grain, expr: one.expr, code: 1n, holds: one.holds }] : [],
  )
  return [...probe.outcomes].flatMap(([outcome, at]) => {
    const goal = at === point ? goalOf(plan, grain, probe.look, outcome) : undefined
    const inside = at === point ? insideBand(plan, grain, probe.look, Number(outcome)) : []
    const well = at === point && what ? boundWell(grain, probe.look, outcome, what) : []
    return [...inside, ...well, ...(goal ? [goal] : [])].map((one) => [...before, one])
  })
}

function sidesGoal(
  grain: Id,
  { a, b }: Extract<Look, { is: 'sides' }>,
  want: NumberGoal['want'],
  bound: Rational = { n: 0n, d: 1n },
): NumberGoal {
  return { is: 'number', grain, value: a, less: b, bound, want }
}

/** A limit binds, or one of two is the larger, by so much that it is still seen once the amount is rounded. */
function boundWell(grain: Id, look: Look, outcome: string, what: What): readonly Goal[] {
  const limit = what.is === 'step' && what.step !== 'round' && what.binds
  if (look.is !== 'sides' || !(limit || what.is === 'taken')) return []
  if (outcome !== 'below' && outcome !== 'above') return []
  const { n, d } = limit ? wellBeyond : seen
  return [sidesGoal(grain, look, outcome, { n: outcome === 'below' ? -n : n, d })]
}

const wellBeyond: Rational = { n: 20n, d: 1n }
const seen: Rational = { n: 1n, d: 20n }

/** Well inside a band. */
function insideBand(plan: Plan, grain: Id, look: Look, band: number): readonly Goal[] {
  if (look.is !== 'code' || look.expr.op !== 'band') return []
  const { expr } = look
  const schedule = plan.schedules.find(({ id }) => id === expr.schedule)
  const next = schedule?.bands[band + 1]?.from
  const from = schedule?.bands[band]?.from
  return schedule
    ? rangeGoals(grain, expr.by, from, next && { at: next.at, included: false }, schedule.scale).slice(0, 1)
    : []
}

function goalOf(plan: Plan, grain: Id, look: Look, outcome: string): Goal | undefined {
  switch (look.is) {
    case 'code':
      return { is: 'code', grain, expr: look.expr, code: BigInt(outcome), holds: true }
    case 'state':
      return { is: 'state', grain, column: look.column, state: Number(outcome) }
    case 'clock-step': {
      const { clock, step } = look
      const side = outcome === 'before' ? 'before' : 'reached'
      return { is: 'clock-step', grain, clock, step, side }
    }
    case 'tie':
      return { is: 'tie', grain, value: look.value, unit: look.unit, scale: look.scale }
    case 'beside':
    case 'sides': {
      if (outcome !== 'below' && outcome !== 'at' && outcome !== 'above') return undefined
      if (look.is === 'sides' && outcome !== 'at' && look.a.n.op === 'column') {
        const round = roundingOf(plan, look.a.n.column)
        if (round) return { is: 'uneven', grain, value: look.b, unit: BigInt(round.unit), scale: round.scale }
      }
      if (look.is === 'sides') return sidesGoal(grain, look, outcome)
      const { n, d, scale } = look.bound
      const bound = { n, d: d * 10n ** BigInt(scale) }
      return { is: 'number', grain, value: look.value, bound, want: outcome }
    }
  }
}

/** The same where a test stands among others, with what these must be; nothing where it stands alone. */
export function aloneGoals(plan: Plan, probe: Probe, point: number): readonly (readonly Goal[])[] {
  const others = othersAsked(plan, probe)
  const around = others.map(
    ({ expr, holds }): Goal => ({ is: 'code', grain: probe.grain, expr, code: 1n, holds }),
  )
  return others.length === 0 ? [] : goalsFor(plan, probe, point).map((goals) => [...around, ...goals])
}

/** What the tests around the one that is looked at must be for anything to hang on it. */
export function othersAsked(plan: Plan, probe: Probe): readonly Truth[] {
  const known = asked.get(probe)
  if (known) return known
  const isIt = isLookedAt(probe.look)
  let others: readonly Truth[] = []
  for (const { grain, expr } of isIt ? plan.columns : []) {
    others = (isIt && grain === probe.grain && othersOf(expr, isIt)) || []
    if (others.length > 0) break
  }
  asked.set(probe, others)
  return others
}

const asked = new WeakMap<Probe, readonly Truth[]>()

type Truth = Extract<Condition, { is: 'truth' }>

function isLookedAt(look: Look): ((expr: Expr) => boolean) | undefined {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  switch (look.is) {
    case 'code':
      return look.expr.op === 'column'
        ? undefined
        : (expr) => expr.op === look.expr.op && same(expr, look.expr)
    case 'beside':
      return (expr) => expr.op === 'compare' && (same(expr.a, look.value) || same(expr.b, look.value))
    case 'sides':
      return (expr) => expr.op === 'compare' && same(expr.a, look.a) && same(expr.b, look.b)
    default:
      return undefined
  }
}

/** What must be so of everything around a test for the whole to hang on it; undefined where it is not in there. */
function othersOf(expr: Expr, isIt: (expr: Expr) => boolean): readonly Truth[] | undefined {
  if (isIt(expr)) return []
  const truth = (part: Expr, holds: boolean): Truth => ({ is: 'truth', expr: part, holds })
  if (expr.op === 'and' || expr.op === 'or') {
    for (const part of expr.all) {
      const inside = othersOf(part, isIt)
      if (inside)
        return [
          ...expr.all.filter((one) => one !== part).map((one) => truth(one, expr.op === 'and')),
          ...inside,
        ]
    }
    return undefined
  }
  if (expr.op === 'choose') {
    const before: Truth[] = []
    for (const { when, then } of expr.cases) {
      const asked = othersOf(when, isIt)
      if (asked) return [...before, ...asked]
      const given = othersOf(then, isIt)
      if (given) return [...before, truth(when, true), ...given]
      before.push(truth(when, false))
    }
    const rest = othersOf(expr.otherwise, isIt)
    return rest && [...before, ...rest]
  }
  for (const part of partsOf(expr)) {
    const inside = othersOf(part, isIt)
    if (inside) return inside
  }
  return undefined
}
