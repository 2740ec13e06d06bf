import type { Id, Plan, Reason } from '../../plan/plan.ts'
import { firstHeld, firstOther, quotientTooLarge } from '../../plan/states.ts'
import { periodField } from './added-input.ts'

/** Reasons that a request can have and a run cannot, with states that no other reason of the plan has. */
export type NewStates = {
  readonly missing: (record: Id, field: Id) => number
  readonly notGiven: (name: string) => number
  readonly reasons: () => readonly Reason[]
}

export function newStates(plan: Plan): NewStates {
  const added: Reason[] = []
  const origin = plan.origins[0]?.id ?? ''
  const next = (from: number, until: number): number =>
    [...plan.reasons, ...added].reduce(
      (most, { state }) => (state >= from && state < until ? Math.max(most, state + 1) : most),
      from,
    )
  const add = (reason: Omit<Reason, 'origin' | 'is'>): number => {
    added.push({ ...reason, is: 'held', origin })
    return reason.state
  }
  return {
    missing: (record, field) =>
      add({
        state: next(firstHeld, firstOther - 10_000),
        class: 'missing',
        code: 'BY801',
        args: { record, field },
      }),
    notGiven: (name) => {
      const state = next(firstOther, quotientTooLarge)
      const isPeriod = name === periodField
      return add({
        state,
        class: 'bad-input',
        ...(isPeriod ? { code: 'BY949', args: {} } : { code: 'BY930', args: { name } }),
      })
    },
    reasons: () => added,
  }
}
