import { stateKeys } from '../../plan/keys.ts'
import type { Plan, Reason } from '../../plan/plan.ts'
import { firstHeld, firstOther, quotientTooLarge, used, usedOffset } from '../../plan/states.ts'

// States are numbered in the order in which a plan is laid out: a change that takes one reason away moves all after it. To
// compare two plans, the one gets room between its states, and those of the other are put where they belong among these.

/** How many states fit between two. */
const room = 8

const bands = [
  { first: 1, until: firstHeld },
  { first: firstHeld, until: usedOffset },
  { first: firstOther, until: quotientTooLarge },
] as const

/** What says the same in two plans. */
export function reasonKey(plan: Plan): (reason: Reason) => string {
  const origins = new Map(plan.origins.map((origin) => [origin.id, origin]))
  return ({ is, class: of, code, args, origin }) => {
    const at = origins.get(origin)
    return JSON.stringify([is, of, code, args, at?.file, at?.from, at?.to])
  }
}

/** The states of a plan with room between them; undefined where there are too many. */
export function statesApart(plan: Plan): ReadonlyMap<number, number> | undefined {
  const found = new Map<number, number>()
  for (const { first, until } of bands) {
    const own = statesIn(plan, first, until)
    if ((own.length + 1) * room >= until - first) return undefined
    for (const [i, state] of own.entries()) found.set(state, first + (i + 1) * room)
  }
  return withTwins(found)
}

/**
 * The states of another plan among those of the first, `known` by what they say, and the order kept: of several states the
 * largest wins. Undefined where that cannot be.
 */
export function statesAmong(
  plan: Plan,
  known: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> | undefined {
  const key = reasonKey(plan)
  const byState = new Map(plan.reasons.map((reason) => [reason.state, key(reason)]))
  const found = new Map<number, number>()
  for (const { first, until } of bands) {
    let last = first - 1
    for (const state of statesIn(plan, first, until)) {
      const old = known.get(byState.get(state) ?? '')
      const place = old ?? last + 1
      if (place <= last || place >= until) return undefined
      // A new one has room before the next state of the first plan, or none.
      if (old === undefined && place > first && (place - first) % room === 0) return undefined
      found.set(state, place)
      last = place
    }
  }
  return withTwins(found)
}

function statesIn({ reasons }: Plan, first: number, until: number): readonly number[] {
  return reasons
    .map(({ state }) => state)
    .filter((state) => state >= first && state < until)
    .sort((a, b) => a - b)
}

function withTwins(states: Map<number, number>): ReadonlyMap<number, number> {
  for (const [from, to] of [...states]) if (from < firstHeld) states.set(used(from), used(to))
  return states
}

export function isStateKey(key: string): boolean {
  return stateKeys.has(key) || key === 'missing' || key === 'bad'
}
