import type { Id, Plan } from '../../plan/plan.ts'
import { type PlanPart, prunerOf } from '../mutate/pruned-plan.ts'
import type { Case } from './case.ts'
import { type CaseOutcome, outcomeOf } from './case-run.ts'
import { type Meanings, meaningOf, newMeanings } from './meanings.ts'
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
  const prune = prunerOf(plan)
  const parts = new Map<string, { readonly plan: Plan; readonly key: string }>()
  for (const one of cases) {
    const names = namesOf(one)
    const id = names ? [...names].sort().join('\n') : ''
    const part = parts.get(id) ?? partOf(plan, names && prune(names), meanings)
    parts.set(id, part)
    const key = sha256(`${keyOf(one)}\n${part.key}`)
    // What a folder or a golden file says is not in the key.
    if (passed.has(key) && !one.data && !one.golden) yield { case: one, passed: true, differences: [] }
    else {
      const outcome = outcomeOf(runCase(part.plan, one, inputOf(one)))
      if (outcome.passed) passed.add(key)
      yield outcome
    }
  }
}

/** What a case names, where that is all it looks at; undefined where it counts, or wants everything. */
function namesOf({ expectations, only, golden }: Case): ReadonlySet<Id> | undefined {
  if (only || golden) return undefined
  const names = new Set<Id>()
  for (const each of expectations) {
    if (each.is === 'count') return undefined
    const { target } = each
    names.add(target.is === 'clause' ? target.clause : (target.column.split('~')[0] ?? ''))
  }
  return names
}

/** `key`: the same for parts that mean the same. */
function partOf(
  plan: Plan,
  part: PlanPart | undefined,
  meanings: Meanings,
): { readonly plan: Plan; readonly key: string } {
  const { columns, outputs } = part?.plan ?? plan
  const own = <T extends { readonly id: Id }>(all: readonly T[]) =>
    all.filter(({ id }) => part === undefined || part.kept.has(id))
  const { tables, schedules, clocks = [] } = plan
  const pieces = [...columns, ...outputs, ...own(tables), ...own(schedules), ...own(clocks)]
  const key = [frameOf(plan), ...pieces].map((piece) => meaningOf(meanings, piece))
  return { plan: part?.plan ?? plan, key: sha256(key.join(' ')) }
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
