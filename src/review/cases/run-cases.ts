import type { Id, Plan } from '../../plan/plan.ts'
import type { PlanPart } from '../mutate/pruned-plan.ts'
import type { Case } from './case.ts'
import { type CaseOutcome, outcomeOf } from './case-run.ts'
import { type Meanings, meaningOf, newMeanings } from './meanings.ts'
import { planParts } from './plan-parts.ts'
import { type CaseInput, runCase } from './run-case.ts'
import { sha256 } from './sha256.ts'

/** The cases that passed before, by what they say and what the part of the plan means that they look at. */
export type KnownRuns = { readonly passed: Set<string>; readonly meanings: Meanings }

export function newKnownRuns(): KnownRuns {
  return { passed: new Set(), meanings: newMeanings() }
}

/**
 * Runs cases one after another, each on the part of the plan that it looks at. One that passed on the same part before is not
 * run again: `known` is read and filled.
 */
export function* runCases(
  plan: Plan,
  cases: readonly Case[],
  inputOf: (one: Case) => CaseInput,
  { passed, meanings }: KnownRuns,
): Generator<CaseOutcome> {
  const lookedAt = planParts(plan)
  const keys = new Map<string, string>()
  for (const one of cases) {
    const { id, plan: own, part } = lookedAt(one)
    const partKey = keys.get(id) ?? keyOfPart(plan, part, meanings)
    keys.set(id, partKey)
    const key = sha256(`${keyOf(one)}\n${partKey}`)
    // What a folder or a golden file says is not in the key.
    if (passed.has(key) && !one.data && !one.golden) yield { case: one, passed: true, differences: [] }
    else {
      const outcome = outcomeOf(runCase(own, one, inputOf(one)))
      if (outcome.passed) passed.add(key)
      yield outcome
    }
  }
}

/** The same for parts that mean the same. */
function keyOfPart(plan: Plan, part: PlanPart | undefined, meanings: Meanings): string {
  const { columns, outputs } = part?.plan ?? plan
  const own = <T extends { readonly id: Id }>(all: readonly T[]) =>
    all.filter(({ id }) => part === undefined || part.kept.has(id))
  const { tables, schedules, clocks = [] } = plan
  const pieces = [...columns, ...outputs, ...own(tables), ...own(schedules), ...own(clocks)]
  const key = [frameOf(plan), ...pieces].map((piece) => meaningOf(meanings, piece))
  return sha256(key.join(' '))
}

/** What of a plan all its parts have. */
function frameOf(plan: Plan): object {
  const known = frames.get(plan)
  if (known) return known
  const { origins, targets, columns, outputs, tables, schedules, clocks, ...frame } = plan
  frames.set(plan, frame)
  return frame
}
const frames = new WeakMap<Plan, object>()

/** Everything that a case says; where it is written is not what it says. */
function keyOf(one: Case): string {
  const { given, previous, expectations, period, now, only, name } = one
  const said = { name, period, now, only, given, previous, expectations }
  // A text that is wanted is part of it; where it stands is in spans alone.
  return JSON.stringify(said, (key, value: unknown) =>
    key === 'span' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
  )
}
