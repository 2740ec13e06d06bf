import { expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { parsePeriod } from '../../src/calendar/periods.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { runInMemory } from '../../src/engines/memory.ts'
import { explain } from '../../src/targets/evaluate/explain.ts'
import { printExplanation } from '../../src/targets/evaluate/print-explanation.ts'

const text = `policy p { language zh-Hans; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Month { rep Rep; month month; due money; paid money }
value 回款率 for Rep per month = only(Month.paid) / only(Month.due)
bonus pay for Rep per month {
  start 1000 CNY
  times 回款率
  round 0.01 half-up
}
`

test('a value of two aggregates shows the number of each, not only the rows of one', () => {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error('the policy has mistakes')
  const { rows } = rowsFromObjects(plan, {
    Rep: [{ id: 'A' }],
    Month: [{ rep: 'A', month: '2026-01', due: '200000.00', paid: '190000.00' }],
  })
  const january = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-01-31') ?? 0 }
  const month = plan.periods.find((kind) => kind.id === 'month')
  const period = month && parsePeriod(month, '2026-01')
  const { results } = runInMemory(plan, rows, january)
  const found = explain(results, { output: 'pay', subjectRow: 0, ...(period && { period }) })
  expect(found && printExplanation(found, 'zh-Hans')).toContain(`= 唯一值(Month.paid) ÷ 唯一值(Month.due)
      = 190,000.00 ÷ 200,000.00
`)
})
