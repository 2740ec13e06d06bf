import type { Column, Output } from '../../plan/plan.ts'

/** A value as if a clause had it for its result: what is looked for in a clause is looked for in it in the same way. */
export function valueOutput({ id, grain, origin }: Column): Output {
  return {
    id,
    is: 'decision',
    label: 'decision',
    grain,
    column: id,
    listed: false,
    steps: [],
    also: [],
    origin,
  }
}
