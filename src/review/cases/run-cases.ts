import type { Id, Plan } from '../../plan/plan.ts'
import { prunedPlan } from '../mutate/pruned-plan.ts'
import { textsIn } from '../suggest/slice.ts'
import type { Case } from './case.ts'
import type { CaseRun } from './case-run.ts'
import { type CaseInput, runCase } from './run-case.ts'

/** What cases came to before, by what they are and what of the plan they look at. */
export type KnownRuns = Map<string, CaseRun>

/**
 * Runs cases one after another, each on the part of the plan that it looks at. One that passed on the same part before is not
 * run again: `known` is read and filled.
 */
export function* runCases(
  plan: Plan,
  cases: readonly Case[],
  inputOf: (one: Case) => CaseInput,
  known: KnownRuns,
): Generator<CaseRun> {
  const parts = new Map<string, { readonly plan: Plan; readonly key: string }>()
  for (const one of cases) {
    const names = namesOf(one)
    const id = names ? [...names].sort().join('\n') : ''
    const part = parts.get(id) ?? partOf(plan, names)
    parts.set(id, part)
    const key = `${keyOf(one)}\n${part.key}`
    const before = known.get(key)
    const run: CaseRun = before ? { ...before, case: one } : runCase(part.plan, one, inputOf(one))
    known.delete(key)
    // What a folder or a golden file says is not in the key.
    if (run.passed && !one.data && !one.golden) known.set(key, run)
    yield run
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

function partOf(
  plan: Plan,
  names: ReadonlySet<Id> | undefined,
): { readonly plan: Plan; readonly key: string } {
  const part = names ? prunedPlan(plan, (id) => names.has(id) || names.has(id.split('.')[0] ?? '')) : plan
  const { origins: _origins, targets: _targets, ...rest } = part
  const used = textsIn([part.columns, part.outputs])
  const own = <T extends { readonly id: Id }>(all: readonly T[]) => all.filter(({ id }) => used.has(id))
  const meaning = {
    ...rest,
    tables: own(part.tables),
    schedules: own(part.schedules),
    clocks: own(part.clocks ?? []),
  }
  return {
    plan: part,
    key: JSON.stringify(meaning, (name, value: unknown) => (name === 'origin' ? undefined : value)),
  }
}

/** Everything that a case says; where it is written is not what it says. */
function keyOf(one: Case): string {
  const { given, previous, expectations, period, now, only, name } = one
  const said = { name, period, now, only, given, previous, expectations }
  // A text that is wanted is part of it; where it stands is in spans alone.
  return JSON.stringify(said, (key, value: unknown) =>
    key === 'span' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
  )
}
