import { collector, type Diagnostic } from '../../base/diagnostic.ts'
import type { Source } from '../../base/span.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Case } from './case.ts'
import { caseReading } from './notes.ts'
import { readYamlCases } from './read-yaml-cases.ts'

/**
 * The cases of files beside a policy (`*.cases.yaml`), in their order, and what is wrong in them. A finding is where it is
 * written; a case with an error is read as far as it goes, and must not be run.
 */
export function readCases(
  plan: Plan,
  sources: readonly Source[],
): { readonly cases: readonly Case[]; readonly found: readonly Diagnostic[] } {
  const { found, report } = collector()
  const reading = caseReading(plan, found, report)
  const cases = sources.flatMap((source) => readYamlCases(source, reading))
  const names = new Map<string, Case>()
  for (const one of cases) {
    const earlier = names.get(one.name)
    if (earlier)
      report('BY960', { name: one.name, place: `${earlier.place.file}:${earlier.place.line}` }, one.span)
    else names.set(one.name, one)
  }
  return { cases, found }
}
