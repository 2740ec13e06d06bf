import { nothingKept } from '../../analyse.ts'
import type { Source } from '../../base/span.ts'
import { type Compiled, compileProgram } from '../../compile.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Program } from '../../syntax/ast.ts'
import type { Case, Expectation } from '../cases/case.ts'
import { type CaseInput, runCase } from '../cases/run-case.ts'
import { type Frame, frameOf, standsOn } from './frame.ts'
import type { Mutant } from './mutant.ts'
import { noticing } from './noticed.ts'
import { nameOf, planOfCases } from './plan-of-cases.ts'
import { sameAs } from './same-plan.ts'
import { sameRounding } from './same-rounding.ts'
import { type Slice, slicesOf } from './slice.ts'
import { type Standing, standingCases } from './standing.ts'

/**
 * What became of a mutant: noticed by a case; noticed by none (`read` is how many cases expect anything that could have
 * changed); refused by the checks, so that nobody could make the change; or no change at all in what is computed.
 */
export type MutantRun = { readonly mutant: Mutant } & (
  | { readonly is: 'killed'; readonly by: Case }
  | { readonly is: 'survived'; readonly read: number }
  | { readonly is: 'refused' | 'equivalent' }
)

/** The unchanged policy with its cases, each run on it once: what changes are tried on. */
export type Ground = {
  readonly policy: { readonly program: Program; readonly plan: Plan }
  readonly compiled: Compiled
  readonly frame?: Frame
  readonly standing: readonly Standing[]
  /** Cases that fail before any change: they notice nothing more. */
  readonly failing: number
}

/** Runs the cases on the unchanged policy; after each of them the number of those that have run. */
export function* groundOf(
  policy: Ground['policy'],
  sources: readonly Source[],
  cases: readonly Case[],
  inputs: ReadonlyMap<Case, CaseInput> = new Map(),
): Generator<number, Ground> {
  const compiled = compileProgram(policy.program, sources, { kept: nothingKept })
  const plan = compiled.plan ?? policy.plan
  const frame = frameOf(plan)
  const standing: Standing[] = []
  let done = 0
  for (const one of standingCases(frame?.plan ?? plan, cases, inputs)) {
    if (one) standing.push(one)
    done++
    yield done
  }
  // Whole quarters take longest: they are asked when no other case has noticed.
  standing.sort((a, b) => Number(!!a.of.data) - Number(!!b.of.data))
  return { policy, compiled, ...(frame && { frame }), standing, failing: cases.length - standing.length }
}

/**
 * Tries each mutant on the cases, until the first that no longer passes. Of the policy only what has to do with the changed
 * declaration is compiled; of a case only the columns are worked out again that the change reaches, and the case is
 * asked only where one of those that it looks at has come out in another way.
 */
export function* runMutants(
  ground: Ground,
  sources: readonly Source[],
  mutants: readonly Mutant[],
): Generator<MutantRun> {
  const { policy, compiled, frame, standing } = ground
  const slice = slicesOf(policy.program)
  const before = compiled.plan
  const text = JSON.stringify(before)
  const stand = frame && before && standsOn(frame, before)
  const same = before && sameAs(before)
  const noticed = noticing(standing)
  const read = new Map<string, number>()
  for (const mutant of mutants) yield { mutant, ...tried(mutant) }

  function tried(mutant: Mutant) {
    const next = compileProgram(mutant.program(), sources, compiled).plan
    if (next === undefined) return { is: 'refused' } as const
    if (!stand && JSON.stringify(next) === text) return { is: 'equivalent' } as const
    if (mutant.kind === 'rounding' && before && sameRounding(before, next))
      return { is: 'equivalent' } as const
    const stood = stand?.(next)
    if (stood && stood.changed.size === 0 && stood.outputs.size === 0) return { is: 'equivalent' } as const
    const by = stood ? noticed(stood) : killedInWhole(next, mutant.clause)
    if (by) return { is: 'killed', by } as const
    if (same?.(next)) return { is: 'equivalent' } as const
    return { is: 'survived', read: readBy(mutant.clause) } as const
  }

  /** Of a change that moves what all else stands on, as another kind of period: the cases about it are run anew. */
  function killedInWhole(next: Plan, clause: string): Case | undefined {
    const own = planOfCases(next)
    const about = standing.filter(({ of }) => isAbout(of, slice(clause)))
    const failsOn = (part: (one: Case) => Plan) =>
      about.find(({ of, input, loaded }) => !runCase(part(of), of, { ...input, loaded }).passed)?.of
    return failsOn(own) ?? failsOn(() => next)
  }

  function readBy(clause: string): number {
    const known = read.get(clause) ?? standing.filter(({ of }) => isAbout(of, slice(clause))).length
    read.set(clause, known)
    return known
  }
}

function isAbout({ only, golden, expectations }: Case, part: Slice): boolean {
  return only || golden !== undefined || expectations.some((each) => isConcerned(each, part))
}

/** Whether a change of the slice's declaration can change what is expected. */
function isConcerned(expectation: Expectation, { affected }: Slice): boolean {
  if (expectation.is === 'count') return true
  const name = nameOf(expectation)
  // `kpi.growth`, an indicator's score, is of `kpi`.
  return affected.has(name) || affected.has(name.split('.')[0] ?? '')
}
