import { collector, type Diagnostic } from '../../base/diagnostic.ts'
import { languages } from '../../base/language.ts'
import type { Source } from '../../base/span.ts'
import type { Acceptance } from '../cases/accepted.ts'
import { placeOfSpan } from '../cases/accepted-place.ts'
import { sameText } from '../cases/accepted-text.ts'
import { nearFirst } from '../cases/near-first.ts'
import type { Mutant } from './mutant.ts'
import type { MutantRun } from './run-mutants.ts'
import { changeText } from './sentences.ts'

/** By the ids of mutants: why a person has accepted that no case notices them. */
export type AcceptedChanges = ReadonlyMap<string, Acceptance>

/**
 * Which changes are accepted, and what is wrong with that: `bylaw mutate` makes no such change, or a case notices it. A
 * text stands for every change of its clause that reads like it. `mutants`: all that there are, also those not tried.
 */
export function acceptedChanges(
  mutants: readonly Mutant[],
  runs: readonly MutantRun[],
  all: readonly Acceptance[],
  sources: readonly Source[],
): { readonly accepted: AcceptedChanges; readonly found: readonly Diagnostic[] } {
  const { found, report } = collector()
  const accepted = new Map<string, Acceptance>()
  const outcomes = new Map(runs.map((run) => [run.mutant.id, run]))
  for (const one of all) {
    if (one.is !== 'change') continue
    const { clause, text } = one
    const own = mutants.filter((mutant) =>
      [mutant.clause, mutant.title ?? mutant.clause].some((name) => sameText(name, clause.text)),
    )
    const meant = own.filter((mutant) =>
      languages.some((language) => sameText(changeText(mutant, language), text.text)),
    )
    const tried = meant.map(({ id }) => outcomes.get(id))
    const killed = tried.find((run) => run?.is === 'killed')
    const earlier = meant.map(({ id }) => accepted.get(id)).find((found) => found !== undefined)
    if (meant.length === 0) {
      const says = [...new Set(own.map((mutant) => changeText(mutant, 'en')))]
      const names = nearFirst(text.text, says)
      report('BY995', { clause: clause.text, change: text.text, names }, text.span)
    } else if (earlier)
      report('BY998', { point: text.text, place: placeOfSpan(earlier.text.span, sources) }, text.span)
    else if (killed?.is === 'killed' && tried.every((run) => run !== undefined && run.is !== 'survived'))
      report('BY996', { change: text.text, case: killed.by.name }, text.span)
    else for (const { id } of meant) accepted.set(id, one)
  }
  return { accepted, found }
}
