import type { Language } from '../base/language.ts'
import type { Output } from '../plan/plan.ts'
import { printExplanation } from '../targets/evaluate/print-explanation.ts'
import type { ResultLine } from '../targets/evaluate/results.ts'
import type { Explanation } from '../targets/evaluate/trace.ts'

/**
 * Explanations one below the other: a number that several results stand on is told with the first of them, the steps
 * of a clause where that is explained.
 */
export function printPages(explanations: readonly Explanation[], language: Language): readonly string[] {
  const told = new Set<string>()
  return explanations.map((explanation, at) => {
    const below = explanations
      .slice(at + 1)
      .filter(
        ({ subject, period }) =>
          subject?.key === explanation.subject?.key && period?.key === explanation.period?.key,
      )
    return printExplanation(explanation, language, told, new Set(below.map(({ clause }) => clause.id)))
  })
}

/** What is paid by itself first, then what stands behind it, decisions, and time limits last, each in the order of the policy. */
export function totalFirst(lines: readonly ResultLine[]): readonly ResultLine[] {
  return lines.toSorted((a, b) => places[a.output.is] - places[b.output.is])
}

const places: { readonly [is in Output['is']]: number } = {
  payout: 0,
  pay: 1,
  score: 1,
  decision: 2,
  deadline: 3,
}
