import {
  type Decider,
  type DecisionQuestion,
  decider,
  type Instant,
  isPaying,
  type Plan,
  questionOf,
  readInstant,
} from '../../../../src/index.ts'
import type { DecideClause } from '../protocol-decide.ts'

/** A clause made ready to be asked at some instant. */
export type Asked = { readonly question: DecisionQuestion; readonly decider: Decider }

const known = new WeakMap<Plan, Map<string, Asked | undefined>>()

/** Each clause of a plan is compiled once. Undefined where it cannot be asked of one row. */
export function askedOf(plan: Plan, clause: string, now?: string): Asked | undefined {
  const all = known.get(plan) ?? new Map<string, Asked | undefined>()
  known.set(plan, all)
  const at = instantOf(plan, now)
  const key = `${clause} ${at ?? ''}`
  if (all.has(key)) return all.get(key)
  const question = questionOf(plan, clause)
  const ready = question && {
    question,
    decider: decider(plan, clause, { ...(at !== undefined && { now: () => at }) }),
  }
  const asked = ready && ready.decider.problems.length === 0 ? ready : undefined
  all.set(key, asked)
  return asked
}

const offered = new WeakMap<Plan, readonly DecideClause[]>()

/** The clauses that can be asked of one row: those that decide first. */
export function clausesOf(plan: Plan): readonly DecideClause[] {
  const order = ['decision', 'deadline', 'amount']
  const before = offered.get(plan)
  if (before) return before
  const found = plan.outputs
    .filter(({ id, releases }) => releases === undefined && questionOf(plan, id) !== undefined)
    .map(
      (output): DecideClause => ({
        id: output.id,
        title: output.title ?? output.id,
        group:
          isPaying(output) || output.is === 'score'
            ? 'amount'
            : output.is === 'deadline'
              ? 'deadline'
              : 'decision',
      }),
    )
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
  offered.set(plan, found)
  return found
}

export function instantOf(plan: Plan, text: string | undefined): Instant | undefined {
  const found = text === undefined ? undefined : readInstant(plan.zone, text)
  return typeof found === 'object' ? found.at : undefined
}
