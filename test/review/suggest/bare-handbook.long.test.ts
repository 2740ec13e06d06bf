import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { lower } from '../../../src/plan/lower.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { observe } from '../../../src/review/coverage/observe.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import { closureOf } from '../../../src/review/suggest/slice.ts'
import { suggest } from '../../../src/review/suggest/suggest.ts'
import { casesText, caseTexts } from '../../../src/review/suggest/write-cases.ts'
import { repository } from '../../samples/run-sample.ts'

/**
 * How many of its points are found at least. Some 130 cannot be, as its accepted points say; how many runs are made is
 * bounded, so that the number is the same on every machine.
 */
const least = 1650

test('of the handbook without any case most points are found, and every case that is suggested passes', {
  timeout: 1_800_000,
}, () => {
  const name = '销售业务管理制度.bylaw.md'
  const sources = [{ name, text: readFileSync(join(repository, 'policies/handbook-zh', name), 'utf8') }]
  const { checked } = analyse(sources)
  const plan = lower(checked, sources, { written: true })
  const points = pointsOf(plan, sources)
  const none = points.points.map(() => 0)
  const { suggestions, unreached } = suggest(plan, points, none)
  expect(points.points.length - unreached.length).toBeGreaterThan(least)
  const text = casesText(caseTexts(plan, points, suggestions, closureOf(plan), new Set()), 'zh-Hans')
  const { cases, found } = readCases(plan, [{ name: 'suggested.cases.yaml', text }])
  expect(found).toEqual([])
  const met = new Set<number>()
  const failed: string[] = []
  for (const one of cases) {
    const { passed, results } = runCase(plan, one)
    if (!passed) failed.push(one.name)
    for (const [i, count] of observe(points, results).entries()) if (count > 0) met.add(i)
  }
  expect(failed).toEqual([])
  expect(met.size).toBeGreaterThan(least)
})
