import { expect, test } from 'vitest'
import { baseWorld } from '../../../src/review/suggest/base-world.ts'
import { decided, isThere, resultOf } from '../../../src/review/suggest/decided.ts'
import { searchIn } from '../../../src/review/suggest/goal.ts'
import { closureOf, sliceOf } from '../../../src/review/suggest/slice.ts'
import { usedFields } from '../../../src/review/suggest/used-fields.ts'
import { withCell } from '../../../src/review/suggest/world.ts'
import { read } from '../coverage/reading.ts'

const head = 'policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }\n'

test('what is 0 for several reasons is gone on with from where the fewest of them are left', () => {
  // Of what has been paid a refund is taken off, a price that somebody must approve counts nothing, and below 40% of the
  // target there is no pay.
  const { plan, points } = read(`${head}record Person { id text key }
record Post { person Person; role one of rep, manager; superior Person optional; start date; finish date optional; in force from start until finish by person }
record Staff { id text key }
record Product { id text key; line one of pumps, valves, parts, service; fee percent }
record Deal { id text key; asker Person; staff Staff; product Product; signed date posting; price money from 1 EUR; margin percent; urgent yes/no }
record Rate { id text key; line one of pumps, valves, parts, service; rate percent }
record Part { id text key; deal Deal; due date; days count }
record Payment { id text key; part Part; received date posting; amount money; late count; fee percent }
record Refund { id text key; payment Payment; refunded date posting; amount money }
record Offence { id text key; staff Staff; found date posting; points count }
record Target { staff Staff; period quarter; target money }
authority grant "Price" for each Deal {
  ranks rep, manager by Post(asker).role
  asked by asker
  superior Post(asker).superior
  own up to rep
  limit "By amount" price up to, above refuse {
    | => rep     | => manager  |
    | 50_000 EUR | 900_000 EUR |
  }
  table "By margin" unique {
    | margin    | => verdict       |
    | from 20%  | allow            |
    | under 20% | approval manager |
  }
}
value deal_factor "Factor of the deal" for each Deal = if grant.verdict = allow then 1 else 0
table line_factor unique {
  | line          | => factor |
  | pumps, valves | 1         |
  | parts         | 0.8       |
  | service       | 0         |
}
table late_factor unique {
  | days      | => factor |
  | up to 30  | 1         |
  | over 30   | 0         |
}
value counted "Counted" for each Payment = (amount * part.deal.deal_factor * line_factor(part.deal.product.line) * late_factor(late)) rounded half-up to 0.01
value refunds "Refunds" for Staff per quarter = sum(Refund.amount, via payment.part.deal.staff)
value paid_in "Paid in" for Staff per quarter = sum(Payment.counted, via part.deal.staff) - refunds
value target "Target" for Staff per quarter = only(Target.target)
value attainment "Attainment" for Staff where target > 0 EUR per quarter = paid_in / target
value points "Points" for Staff per quarter = sum(Offence.points)
commission pay "Pay" for Staff where target > 0 EUR per quarter {
  gate attainment >= 40%
  tiers marginal of paid_in by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 100% | 2%   |
  }
  times if points >= 10 then 0.5 else 1
  round 0.01 half-up
}
`)
  const output = plan.outputs.find(({ id }) => id === 'pay')
  if (!output) throw new Error('no such clause')
  const slice = sliceOf(plan, points, output, closureOf(plan))
  const used = usedFields(slice.plan, usedFields(plan))
  const base = baseWorld(slice.plan, used, 0)
  if (!base) throw new Error('no world to begin with')
  const hard = [
    ['Product', 'line', 'service'],
    ['Payment', 'amount', '1000.00'],
    ['Payment', 'late', '31'],
    ['Refund', 'amount', '1000.00'],
    ['Deal', 'margin', '19%'],
    ['Target', 'target', '90000.00'],
  ] as const
  const start = hard.reduce((world, [record, field, text]) => withCell(world, record, 0, field, text), base)
  const aim = { ...resultOf(output), nonzero: true }
  const search = { ...searchIn(slice.plan, used, { left: 600 }), valued: decided }
  expect(isThere(search, start, aim)).toBe(false)
  const paid = decided(search, start, aim)
  expect(isThere(search, paid, aim)).toBe(true)
  expect(search.budget.left).toBeGreaterThan(580)
})
