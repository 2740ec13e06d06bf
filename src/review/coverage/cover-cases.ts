import { analyse } from '../../analyse.ts'
import type { Language } from '../../base/language.ts'
import { indexLines } from '../../base/render-lines.ts'
import type { Source } from '../../base/span.ts'
import { lower } from '../../plan/lower.ts'
import type { Form } from '../../syntax/read.ts'
import type { Acceptance } from '../cases/accepted.ts'
import type { Case } from '../cases/case.ts'
import { type CaseInput, runCase } from '../cases/run-case.ts'
import { acceptedPoints } from './accepted-points.ts'
import { added, type Coverage, coverageOf, type PointCoverage } from './coverage.ts'
import { observe } from './observe.ts'
import { pointsOf } from './points.ts'
import { missingText } from './say.ts'

/** What cases meet of a policy without mistakes: after each of them the number of those that have run, at last the coverage. */
export function* coverCases(
  texts: {
    readonly policy: readonly Source[]
    readonly cases: readonly Source[]
    readonly forms: readonly Form[]
  },
  cases: readonly Case[],
  accepted: readonly Acceptance[],
  inputOf: (one: Case) => CaseInput,
): Generator<number, Coverage> {
  const { checked } = analyse(texts.policy, texts.forms)
  const plan = lower(checked, texts.policy, { written: true })
  const points = pointsOf(plan, texts.policy)
  const first = new Map<number, string>()
  let counts: readonly number[] = points.points.map(() => 0)
  let done = 0
  for (const one of cases) {
    const hits = observe(points, runCase(plan, one, inputOf(one)).results)
    for (const [i, count] of hits.entries()) if (count > 0 && !first.has(i)) first.set(i, one.name)
    counts = added(counts, hits)
    done++
    yield done
  }
  const { language } = plan.policy
  const found = acceptedPoints(points, accepted, texts.cases, (i) => first.get(i), language)
  return coverageOf(points, counts, undefined, found.accepted)
}

/** A line of a policy with what cases meet of it: how often at most, and what none of them has. */
export type CoveredLine = {
  readonly source: string
  readonly from: number
  readonly to: number
  readonly kind: 'covered' | 'partly' | 'missed'
  readonly hits: number
  readonly missing: readonly string[]
}

/** The marks beside the lines of the texts. What is accepted as met by no case is not missed. */
export function coveredLines(
  { owners }: Coverage,
  sources: readonly Source[],
  language: Language,
): readonly CoveredLine[] {
  const lines = new Map<string, PointCoverage[]>()
  for (const { points } of owners)
    for (const one of points) {
      const { file, line } = one.point.place
      const key = `${line} ${file}`
      lines.set(key, [...(lines.get(key) ?? []), one])
    }
  return sources.flatMap(({ name, text }) => {
    const index = indexLines(text)
    let from = 0
    return text.split('\n').flatMap((content, i): readonly CoveredLine[] => {
      const at = from
      from += content.length + 1
      const line = index.at(at).line
      const all = lines.get(`${line} ${name}`)
      if (!all || line !== i + 1) return []
      const missed = all.filter(({ hits, accepted }) => hits === 0 && !accepted)
      const hits = all.reduce((most, one) => Math.max(most, one.hits), 0)
      const kind = missed.length === 0 ? 'covered' : hits > 0 ? 'partly' : 'missed'
      return [
        {
          source: name,
          from: at,
          to: at + content.length,
          kind,
          hits,
          missing: missed.map(({ point }) => missingText(point, language)),
        },
      ]
    })
  })
}
