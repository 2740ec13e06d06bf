import type * as ast from '../syntax/ast.ts'
import type { Commission, Payout, PayoutStep, Step } from './clauses.ts'
import type { Context } from './environment.ts'
import type { Type } from './types.ts'

/** A clause carries one excess and one debt at most: with two, nobody could say which is meant by its name. */
export function carriesTwice(
  { env }: Context,
  name: ast.Name,
  steps: readonly (Step | PayoutStep)[],
): boolean {
  const kept = steps.flatMap((step) => {
    const carries =
      'limits' in step ? step.limits.length > 0 : 'carried' in step && step.carried !== undefined
    return carries ? [{ is: step.is === 'floor' ? 'owed' : 'carried', span: step.span }] : []
  })
  const second = kept.find(({ is }, i) => kept.findIndex((one) => one.is === is) < i)
  if (second) env.report('BY457', { name: name.text }, second.span)
  return second !== undefined
}

/** What stands carried after a clause's steps, by the name that others read it under. */
export function carriedResults(clause: Commission | Payout): ReadonlyMap<string, Type> {
  return new Map(
    clause.steps.flatMap((step) =>
      'limits' in step
        ? step.limits.slice(0, 1).map(({ carried }) => ['carried', carried.type] as const)
        : 'carried' in step && step.carried
          ? [[step.is === 'floor' ? 'owed' : 'carried', step.carried.type] as const]
          : [],
    ),
  )
}
