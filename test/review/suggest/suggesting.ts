import { expect } from 'vitest'
import { messageOf } from '../../../src/base/render.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import type { Case } from '../../../src/review/cases/case.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { added } from '../../../src/review/coverage/coverage.ts'
import { observe } from '../../../src/review/coverage/observe.ts'
import type { Points } from '../../../src/review/coverage/point.ts'
import { closureOf } from '../../../src/review/suggest/slice.ts'
import { suggest } from '../../../src/review/suggest/suggest.ts'
import { casesText, caseTexts } from '../../../src/review/suggest/write-cases.ts'

/** The suggested cases of a policy as the file that they are written into, read again and run. */
export function suggested({ plan, points }: { readonly plan: Plan; readonly points: Points }) {
  const none = points.points.map(() => 0)
  const { suggestions, unreached } = suggest(plan, points, none)
  const text = casesText(
    caseTexts(plan, points, suggestions, closureOf(plan), new Set()),
    plan.policy.language,
  )
  const { cases, found } = readCases(plan, [{ name: 'suggested.cases.yaml', text }])
  expect(found.map((one) => messageOf(one, 'en'))).toEqual([])
  const runs = cases.map((one) => runCase(plan, one))
  expect(runs.filter(({ passed }) => !passed).map((run) => run.case.name)).toEqual([])
  const counts = runs.reduce<readonly number[]>(
    (sum, { results }) => added(sum, observe(points, results)),
    none,
  )
  return {
    text,
    cases,
    missing: points.points.filter((_, i) => counts[i] === 0).map(({ id }) => id),
    unreached: unreached.map(({ point, why }) => `${point.id} ${why}`),
  }
}

/** The cells of one field over all cases. */
export function cellsOf(cases: readonly Case[], record: string, field: string): readonly string[] {
  return cases.flatMap(({ given }) => (given[record] ?? []).map((row) => String(row[field])))
}
