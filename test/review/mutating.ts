import type { Source } from '../../src/base/span.ts'
import type { Case } from '../../src/review/cases/case.ts'
import type { CaseInput } from '../../src/review/cases/run-case.ts'
import type { Mutant } from '../../src/review/mutate/mutant.ts'
import { type Ground, groundOf, type MutantRun, runMutants } from '../../src/review/mutate/run-mutants.ts'

/** Tries mutants on cases. */
export function triedOn(
  policy: Ground['policy'],
  sources: readonly Source[],
  mutants: readonly Mutant[],
  cases: readonly Case[],
  inputs?: ReadonlyMap<Case, CaseInput>,
): readonly MutantRun[] {
  const running = groundOf(policy, sources, cases, inputs)
  let step = running.next()
  while (!step.done) step = running.next()
  return [...runMutants(step.value, sources, mutants)]
}
