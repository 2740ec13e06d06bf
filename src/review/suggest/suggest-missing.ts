import { analyse } from '../../analyse.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Source } from '../../base/span.ts'
import { lower } from '../../plan/lower.ts'
import type { Form } from '../../syntax/read.ts'
import type { Acceptance } from '../cases/accepted.ts'
import type { Case } from '../cases/case.ts'
import { type CaseInput, runCase } from '../cases/run-case.ts'
import { acceptedPoints } from '../coverage/accepted-points.ts'
import { added } from '../coverage/coverage.ts'
import { observe } from '../coverage/observe.ts'
import { pointsOf } from '../coverage/points.ts'
import { boundaryCases } from './boundary-cases.ts'
import { knownWorlds } from './known-worlds.ts'
import { closureOf } from './slice.ts'
import { type Suggested, suggest } from './suggest.ts'
import { caseTexts, resultsIn } from './write-cases.ts'

/**
 * Cases that a policy lacks, each as it stands in a list of cases; the points that no case was found for; and what is wrong
 * with what somebody has accepted.
 */
export type MissingCases = {
  readonly cases: readonly { readonly name: string; readonly text: string }[]
  readonly unreached: Suggested['unreached']
  /** Of how many moved boundaries it was not looked, or not long, whether a case could notice them. */
  readonly unlooked: number
  readonly found: readonly Diagnostic[]
}

/** What `bylaw cases suggest` writes, case by case, of a policy without mistakes. */
export function suggestMissing(
  texts: {
    readonly policy: readonly Source[]
    readonly cases: readonly Source[]
    readonly forms: readonly Form[]
  },
  known: readonly Case[],
  accepted: readonly Acceptance[],
  inputOf: (one: Case) => CaseInput,
  onProgress: (done: number, all: number) => void = () => {},
): MissingCases {
  const { program, checked } = analyse(texts.policy, texts.forms)
  const plan = lower(checked, texts.policy, { written: true })
  const points = pointsOf(plan, texts.policy)
  const hits = known.map((one) => observe(points, runCase(plan, one, inputOf(one)).results))
  const counts = hits.reduce(
    (sum, own) => added(sum, own),
    points.points.map(() => 0),
  )
  // What somebody has accepted as shown by no case is not looked for.
  const { accepted: skipped, found } = acceptedPoints(
    points,
    accepted,
    texts.cases,
    () => undefined,
    plan.policy.language,
  )
  const { suggestions, unreached } = suggest(
    plan,
    points,
    counts.map((count, i) => (skipped.has(i) ? count + 1 : count)),
    onProgress,
    knownWorlds(plan, known),
  )
  // A case runs through more than it was looked for.
  const met = suggestions.reduce<readonly number[]>((sum, { world }) => {
    const results = resultsIn(plan, world)
    return results ? added(sum, observe(points, results)) : sum
  }, counts)
  const names = new Set(known.map(({ name }) => name))
  const closure = closureOf(plan)
  const cases = caseTexts(plan, points, suggestions, closure, names)
  const tested = {
    program,
    plan,
    points,
    closure,
    sources: texts.policy,
    known,
    inputs: new Map(known.map((one) => [one, inputOf(one)])),
    hits: new Map(known.map((one, i) => [one, hits[i] ?? []])),
    accepted,
    skipped,
    caseSources: texts.cases,
  }
  const shown = boundaryCases(tested, suggestions, cases, onProgress)
  return {
    cases: [...cases, ...shown.cases],
    unreached: unreached.filter(({ point }) => (met[points.points.indexOf(point)] ?? 0) === 0),
    unlooked: shown.left,
    found,
  }
}
