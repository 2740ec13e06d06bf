import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../../samples/run-sample.ts'
import { agrees, changed, compared } from './two-runs.ts'

const adventureworks = join(repository, '../shared/data/adventureworks')
const here = existsSync(adventureworks)
if (!here)
  console.warn(
    'Skipped: ../shared/data/adventureworks is not here, so no impact on AdventureWorks is measured.',
  )

describe.skipIf(!here)('AdventureWorks', () => {
  test('the impact of edits is the difference of two independent runs over three years, to the cent', {
    timeout: 120_000,
  }, () => {
    const edit = changed(
      ['attainment >= 80%', 'attainment >= 90%'],
      ['round 0.01 half-up', 'round 1 half-up'],
    )
    const found = compared(
      'adventureworks',
      { from: '2011-05-31', until: '2014-06-30' },
      edit,
      adventureworks,
    )
    agrees(found)
  })
})

describe('the samples', () => {
  test('the impact on a quarter of Tangyu is the difference of two independent runs, edit by edit', {
    timeout: 120_000,
  }, () => {
    const edit = changed(
      ['| 60%  | 1.2% |', '| 65%  | 1.3% |'],
      ['gate attainment >= 40%', 'gate attainment >= 45%'],
      ['| over 20          | 0.80      |', '| over 20          | 0.70      |'],
    )
    const found = compared(
      'tangyu-en',
      { from: '2026-04-01', until: '2026-06-30' },
      edit,
      join(repository, 'policies', 'tangyu-zh', 'data'),
    )
    agrees(found)
    expect(found.impact.steps.length).toBe(3)
  })
})
