import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../src/base/span.ts'
import { compile } from '../../src/compile.ts'
import type { Case } from '../../src/review/cases/case.ts'
import { readCases } from '../../src/review/cases/read-cases.ts'
import type { CaseInput } from '../../src/review/cases/run-case.ts'
import type { Mutant } from '../../src/review/mutate/mutant.ts'
import { type Ground, groundOf, type MutantRun, runMutants } from '../../src/review/mutate/run-mutants.ts'
import { repository } from '../samples/run-sample.ts'

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

/** A sample of plain text files with all its cases. */
export function sampleWithCases(name: string) {
  const folder = join(repository, 'policies', name)
  const read = (ending: RegExp): readonly Source[] =>
    readdirSync(folder)
      .filter((file) => ending.test(file))
      .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }))
  const sources = read(/\.bylaw$|\.csv$/u)
  const { program, plan } = compile(sources)
  if (!plan) throw new Error(`${name} has mistakes`)
  return { program, plan, sources, cases: readCases(plan, read(/\.cases\.yaml$/u)).cases }
}
