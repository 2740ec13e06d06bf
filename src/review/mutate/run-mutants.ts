import type { Source } from '../../base/span.ts'
import { compileProgram } from '../../compile.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Program } from '../../syntax/ast.ts'
import type { Case, Expectation } from '../cases/case.ts'
import { type CaseInput, runCase } from '../cases/run-case.ts'
import { type Frame, frameOf, type Stood, standsOn } from './frame.ts'
import type { Mutant } from './mutant.ts'
import { noticing } from './noticed.ts'
import { nameOf, planOfCases } from './plan-of-cases.ts'
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
  readonly frame?: Frame
  readonly standing: readonly Standing[]
  /** Cases that fail before any change: they notice nothing more. */
  readonly failing: number
}

/** Runs the cases on the unchanged policy; after each of them the number of those that have run. */
export function* groundOf(
  policy: Ground['policy'],
  cases: readonly Case[],
  inputs: ReadonlyMap<Case, CaseInput> = new Map(),
): Generator<number, Ground> {
  const frame = frameOf(policy.plan)
  const standing: Standing[] = []
  let done = 0
  for (const one of standingCases(frame?.plan ?? policy.plan, cases, inputs)) {
    if (one) standing.push(one)
    done++
    yield done
  }
  // Whole quarters take longest: they are asked when no other case has noticed.
  standing.sort((a, b) => Number(!!a.of.data) - Number(!!b.of.data))
  return { policy, ...(frame && { frame }), standing, failing: cases.length - standing.length }
}

/** The part of the policy that a declaration has to do with, before any change. */
type Base = {
  /** Undefined where the part alone is refused, or is not laid out as it is in the whole. */
  readonly of?: (program: Program) => Program
  readonly text: string
  readonly stand?: (changed: Plan) => Stood | undefined
  /** How many cases expect anything that could be another. */
  readonly read: number
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
  const { policy, frame, standing } = ground
  const { program, plan } = policy
  const slice = slicesOf(program)
  const bases = new Map<string, Base>()
  const whole: Omit<Base, 'read'> = {
    text: JSON.stringify(plan),
    ...(frame && { stand: standsOn(frame, plan) ?? (() => undefined) }),
  }
  const noticed = noticing(standing)
  for (const mutant of mutants) {
    const base = bases.get(mutant.clause) ?? baseOf(mutant.clause)
    bases.set(mutant.clause, base)
    yield { mutant, ...tried(mutant, base) }
  }

  function tried(mutant: Mutant, base: Base) {
    const changed = mutant.program()
    const next = compileProgram(base.of?.(changed) ?? changed, sources).plan
    // What is refused of the part alone may be fine in the whole.
    if (next === undefined) {
      if (!base.of || compileProgram(changed, sources).plan === undefined) return { is: 'refused' } as const
      return survivedUnless(killedInWhole(changed, mutant.clause), base)
    }
    if (JSON.stringify(next) === base.text) return { is: 'equivalent' } as const
    const stood = base.stand?.(next)
    if (!stood) return survivedUnless(killedInWhole(changed, mutant.clause), base)
    if (stood.changed.size === 0 && stood.outputs.size === 0) return { is: 'equivalent' } as const
    return survivedUnless(noticed(stood), base)
  }

  function survivedUnless(by: Case | undefined, { read }: Base) {
    return by ? ({ is: 'killed', by } as const) : ({ is: 'survived', read } as const)
  }

  /** Of a change that moves what all else stands on, as another kind of period: the cases about it are run anew. */
  function killedInWhole(changed: Program, clause: string): Case | undefined {
    const next = compileProgram(changed, sources).plan
    if (!next) return undefined
    const stood = whole.stand?.(next)
    if (stood) return noticed(stood)
    const own = planOfCases(next)
    const about = standing.filter(({ of }) => isAbout(of, slice(clause)))
    const failsOn = (part: (one: Case) => Plan) =>
      about.find(({ of, input, loaded }) => !runCase(part(of), of, { ...input, loaded }).passed)?.of
    return failsOn(own) ?? failsOn(() => next)
  }

  function baseOf(clause: string): Base {
    const part = slice(clause)
    const read = standing.filter(({ of }) => isAbout(of, part)).length
    const sliced = compileProgram(part.of(program), sources).plan
    const stand = frame && sliced && standsOn(frame, sliced)
    if (!sliced || !stand) return { ...whole, read }
    return { of: part.of, text: JSON.stringify(sliced), stand, read }
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
