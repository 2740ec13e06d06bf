import { clockSteps } from '../../targets/evaluate/clock.ts'
import type { Engine } from '../../targets/evaluate/engine.ts'
import type { ClockStep, StepSide } from './point.ts'

/** How far from a step of a time limit is just before it, and just when it is reached: seconds. */
const near = 60

/** The first instant at which the clock of a row has come to a step; undefined where that is not known. */
export function stepTime(engine: Engine, clock: string, step: ClockStep, row: number): number | undefined {
  const steps = clockSteps(engine, clock, row)
  const from = step === 'warning' ? steps?.warned : steps?.escalations[step]
  return typeof from === 'number' ? from : undefined
}

/** Whether the clock of a row is looked at in the last minute before a step, or in the first in which it is reached. */
export function stepSide(engine: Engine, clock: string, step: ClockStep, row: number): StepSide | undefined {
  const from = stepTime(engine, clock, step, row)
  const until = clockSteps(engine, clock, row)?.until
  if (from === undefined || until === undefined) return undefined
  if (until < from) return from - until <= near ? 'before' : undefined
  return until - from < near ? 'reached' : undefined
}
