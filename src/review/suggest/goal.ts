import { less, minus, type Rational, same } from '../../base/rational.ts'
import type { Column, Expr, Id, Plan, Ratio } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { stateAt } from '../../targets/evaluate/vector.ts'
import { stepSide } from '../coverage/clock-steps.ts'
import type { ClockStep, StepSide } from '../coverage/point.ts'
import { type Budget, readRatio, readRows, rowsAsked, tryOut } from './trial.ts'
import type { Used } from './used-fields.ts'
import type { World } from './world.ts'

/** What a case is to bring about, at some row of a grain. */
export type Goal =
  /** An expression has this code, or any other; a text is compared as text. */
  | {
      readonly is: 'code'
      readonly grain: Id
      readonly expr: Expr
      readonly code: bigint | string
      readonly holds: boolean
    }
  /** A number (less another, where there is one) lies by the smallest step below, at or above a bound; or anywhere there. */
  | {
      readonly is: 'number'
      readonly grain: Id
      readonly value: Ratio
      readonly less?: Ratio
      readonly bound: Rational
      readonly want: 'below' | 'at' | 'above'
    }
  /** A number (less another, where there is one) is no larger than a bound, or no smaller. */
  | {
      readonly is: 'bounded'
      readonly grain: Id
      readonly value: Ratio
      readonly less?: Ratio
      readonly bound: Rational
      readonly by: 'most' | 'least'
    }
  /** A number lies in the middle between an even multiple of `unit × 10^-scale` and the next. */
  | {
      readonly is: 'tie'
      readonly grain: Id
      readonly value: Ratio
      readonly unit: bigint
      readonly scale: number
    }
  /** A clock is looked at just before a step of it, or just when it is reached. */
  | {
      readonly is: 'clock-step'
      readonly grain: Id
      readonly clock: Id
      readonly step: ClockStep
      readonly side: StepSide
    }
  /** A number is no multiple of `unit × 10^-scale`: rounding changes it. */
  | {
      readonly is: 'uneven'
      readonly grain: Id
      readonly value: Ratio
      readonly unit: bigint
      readonly scale: number
    }
  /** A result is held, or does not apply, with this state; 0: there is one. */
  | { readonly is: 'state'; readonly grain: Id; readonly column: Id; readonly state: number }

export type Search = {
  readonly plan: Plan
  readonly used: Used
  readonly budget: Budget
  readonly column: (id: Id) => Column | undefined
  /** What is so already, and is to stay so. */
  readonly kept?: readonly Goal[]
  /** How something that is held is given a value before it is brought anywhere. */
  readonly valued?: (search: Search, world: World, of: { readonly grain: Id; readonly expr: Expr }) => World
  /** What was undone is being brought about again: whatever that undoes is not. */
  readonly restoring?: true
}

export function searchIn(plan: Plan, used: Used, budget: Budget): Search {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  return { plan, used, budget, column: (id) => columns.get(id) }
}

export function resultsOf({ plan, budget }: Search, world: World): Results | undefined {
  return tryOut(plan, world, budget)
}

/** Whether any row is as a goal wants it. */
export function isMet(search: Search, world: World, goal: Goal): boolean {
  const results = resultsOf(search, world)
  if (!results) return false
  switch (goal.is) {
    case 'code':
      return readRows(results, goal.grain, goal.expr).some(
        ({ state, n, text }) => state === 0 && ((text ?? n) === goal.code) === goal.holds,
      )
    case 'number':
      return numbersOf(results, goal).some((number) => liesAs(number, goal))
    case 'bounded':
      return numbersOf(results, goal).some((number) => isWithin(number, goal))
    case 'tie':
      return readRatio(results, goal.grain, goal.value).some((number) => isTie(number, goal))
    case 'clock-step':
      return rowsAsked(results, goal.grain).some(
        (row) => stepSide(results.engine, goal.clock, goal.step, row) === goal.side,
      )
    case 'uneven':
      return readRatio(results, goal.grain, goal.value).some(
        ({ n, d }) => (n * 10n ** BigInt(goal.scale)) % (goal.unit * d) !== 0n,
      )
    case 'state': {
      const { states } = results.engine.columns.get(goal.column) ?? { states: undefined }
      return rowsAsked(results, goal.grain).some((row) => stateAt(states, row) === goal.state)
    }
  }
}

function isTie(
  { n, d }: Rational,
  { unit, scale }: { readonly unit: bigint; readonly scale: number },
): boolean {
  const twice = 2n * (n < 0n ? -n : n) * 10n ** BigInt(scale)
  const step = unit * d
  return twice % step === 0n && (twice / step) % 4n === 1n
}

export type RoundingGoal = Extract<Goal, { is: 'tie' | 'uneven' }>

export type NumberGoal = Extract<Goal, { is: 'number' }>

export type BoundedGoal = Extract<Goal, { is: 'bounded' }>

/** The number of a goal, at each row that has one. */
export function numbersOf(
  results: Results,
  { grain, value, less: other }: Pick<NumberGoal, 'grain' | 'value' | 'less'>,
): readonly Rational[] {
  const all = readRatio(results, grain, value)
  if (!other) return all
  const others = readRatio(results, grain, other)
  return all.flatMap((one, i) => {
    const second = others[i]
    return second && others.length === all.length ? [minus(one, second)] : []
  })
}

export function isWithin(number: Rational, { bound, by }: Pick<BoundedGoal, 'bound' | 'by'>): boolean {
  return by === 'most' ? !less(bound, number) : !less(number, bound)
}

export function liesAs(number: Rational, { bound, want }: Pick<NumberGoal, 'bound' | 'want'>): boolean {
  if (want === 'at') return same(number, bound)
  return want === 'below' ? less(number, bound) : less(bound, number)
}
