import { expect } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { messageOf, severityOf } from '../../../src/base/render.ts'
import type { Source } from '../../../src/base/span.ts'
import { type RowObject, rowsFromObjects } from '../../../src/data/from-objects.ts'
import { runInMemory } from '../../../src/engines/memory.ts'
import { lower } from '../../../src/plan/lower.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { observe } from '../../../src/review/coverage/observe.ts'
import type { Points } from '../../../src/review/coverage/point.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import type { Form } from '../../../src/syntax/read.ts'
import { askedPeriod } from '../../../src/targets/evaluate/asked-period.ts'
import type { Results } from '../../../src/targets/evaluate/evaluate.ts'

export type Read = { readonly plan: Plan; readonly points: Points }

/** A policy with the points that cases of it should meet. */
export function read(text: string, name = 'policy.bylaw', forms: readonly Form[] = []): Read {
  const sources: readonly Source[] = [{ name, text }]
  const { checked, diagnostics } = analyse(sources, forms)
  const errors = diagnostics.filter((one) => severityOf(one) === 'error')
  expect(errors.map((one) => messageOf(one, 'en'))).toEqual([])
  const plan = lower(checked, sources, { written: true })
  return { plan, points: pointsOf(plan, sources) }
}

export function resultsOf(
  { plan }: Read,
  period: string,
  data: { readonly [record: string]: readonly RowObject[] },
): Results {
  const { rows } = rowsFromObjects(plan, data)
  const asked = askedPeriod(plan, rows, period)
  if (!asked) throw new Error(`no period ${period}`)
  return runInMemory(plan, rows, { from: asked.from, until: asked.until }).results
}

/** How often a run hits each point, by its name. */
export function hitsOf(
  policy: Read,
  period: string,
  data: { readonly [record: string]: readonly RowObject[] },
): { readonly [id: string]: number } {
  const counts = observe(policy.points, resultsOf(policy, period, data))
  return Object.fromEntries(policy.points.points.map(({ id }, i) => [id, counts[i] ?? 0]))
}
