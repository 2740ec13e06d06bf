import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/base/day.ts'
import { hunksOf, stepsOfHunks } from '../../../src/review/compare/hunks.ts'
import { measureImpact } from '../../../src/review/impact/measure.ts'
import { rowsOnce, versionOf } from '../impact/whole.ts'

const text = (rate: string, bonus: string, note: string) => `# ${note}
policy sales {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per quarter = sum(Order.amount)
commission pay for Rep per quarter {
  rate ${rate} of sold
  round 0.01 half-up
}



# The bonus is paid to everybody.



bonus fixed for Rep per quarter {
  start ${bonus}
  round 0.01 half-up
}
`

const [before, after] = [
  versionOf('v1', text('3%', '100 CNY', 'old')),
  versionOf('v2', text('4%', '150 CNY', 'new')),
]
if (!before || !after) throw new Error('the policy has errors')
const input = {
  before,
  after,
  rowsFor: rowsOnce({
    Rep: [{ id: 'R1' }, { id: 'R2' }],
    Order: [{ id: 'O1', rep: 'R1', signed: '2026-02-03', amount: '1000.00' }],
  }),
  span: { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 3, 31) ?? 0 },
  period: '2026-Q1',
}

describe('the money of each place that differs', () => {
  test('is that of the edits in it; a comment moves nothing', () => {
    const hunks = hunksOf(before.sources, after.sources, 1)
    const { steps } = measureImpact(input)
    const money = stepsOfHunks(hunks, steps).map((own) =>
      own.flatMap((i) => steps[i]?.changes.map(({ change }) => Number(change.digits) / 10 ** change.scale)),
    )
    // The comment; 1 % of 1,000; 50 more for each of two.
    expect(money).toEqual([[], [10], [100]])
  })

  test('is told after what changes, which comes to the same without the edits', () => {
    const told: number[] = []
    const whole = measureImpact({ ...input, tell: (done, all) => told.push(done / all) })
    const plain = measureImpact({ ...input, plain: true })
    expect(plain.totals).toEqual(whole.totals)
    expect(plain.clauses).toEqual(whole.clauses)
    expect(plain.people.map(({ person, before: a, after: b }) => [person.named.key, a, b])).toEqual(
      whole.people.map(({ person, before: a, after: b }) => [person.named.key, a, b]),
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(Math.max(...told)).toBeLessThanOrEqual(1)
  })
})
