import { expect, test } from 'vitest'
import { dayOf } from '../../../src/base/day.ts'
import { compile } from '../../../src/compile.ts'
import { rowsFromObjects } from '../../../src/data/from-objects.ts'
import { openMatters } from '../../../src/review/statement/open-matters.ts'
import { standingId } from '../../../src/review/statement/standing.ts'
import { evaluate } from '../../../src/targets/evaluate/evaluate.ts'
import { lines } from '../../../src/targets/evaluate/results.ts'
import { localTime } from '../../local-time.ts'

const policy = `
policy p "Pay and requests" { language en; currency CNY
  effective from 2026-01-01 until open
  calendar office
}
calendar office {
  zone Asia/Shanghai
  days Monday to Friday
  hours 09:00 to 17:00
}
record Rep { id text key; name text; role one of rep, manager; above Rep optional }
record Deal { id text key; rep Rep; closed date posting; amount money }
record Lead { id text key; owner Rep; came time posting; answered time optional }
record Quote { id text key; rep Rep; asked date posting; discount percent optional }
record Swap { id text key; giver Rep; taker Rep; asked date posting; discount percent optional }
record Order { id text key; rep Rep; asked date posting; discount percent }
record Approval { id text key; order Order; by Rep; decided date }
commission pay "Commission" for each Deal to rep { start amount * 5%; round 0.01 half-up }
sla answer "First answer" for each Lead to owner {
  start came
  stop answered
  within 4 working hours
}
authority discount_authority "Discounts" for each Quote {
  ranks rep, manager
  table unique {
    | discount           | => verdict       |
    | up to 5%           | allow            |
    | over 5% up to 20% | approval manager |
    | over 20%           | refuse           |
  }
}
authority order_authority "Orders" for each Order {
  ranks rep, manager by rep.role
  asked by rep
  superior rep.above
  approved by Approval.by for Approval.order on Approval.decided, valid 15 days
  table unique {
    | discount  | => verdict       |
    | up to 5%  | allow            |
    | over 5%   | approval manager |
  }
}
authority swap_authority "Swaps" for each Swap {
  ranks rep, manager
  table unique {
    | discount  | => verdict |
    | up to 5%  | allow      |
    | over 5%   | refuse     |
  }
}
`

const data = {
  Rep: [
    { id: 'R1', name: 'Ada', role: 'rep', above: 'R3' },
    { id: 'R2', name: 'Ben', role: 'rep', above: 'R3' },
    { id: 'R3', name: 'Cai', role: 'manager', above: null },
  ],
  Deal: [{ id: 'D1', rep: 'R1', closed: '2026-01-10', amount: '900' }],
  Lead: [
    // Monday 5 January: due at 13:00 of the day.
    { id: 'L1', owner: 'R1', came: '2026-01-05 09:00', answered: null },
    { id: 'L2', owner: 'R1', came: '2026-01-05 09:00', answered: '2026-01-05 10:00' },
    // Answered too late: nothing waits any more.
    { id: 'L3', owner: 'R1', came: '2026-01-05 09:00', answered: '2026-01-05 13:30' },
    // Due at 17:00.
    { id: 'L4', owner: 'R2', came: '2026-01-05 13:00', answered: null },
  ],
  Quote: [
    { id: 'Q1', rep: 'R1', asked: '2026-01-05', discount: '3%' },
    { id: 'Q2', rep: 'R1', asked: '2026-01-05', discount: '10%' },
    { id: 'Q3', rep: 'R1', asked: '2026-01-05', discount: '12%' },
    { id: 'Q4', rep: 'R2', asked: '2026-01-05', discount: '30%' },
    { id: 'Q5', rep: 'R2', asked: '2026-01-05', discount: null },
  ],
  // Both of them: nobody can say whose it is.
  Swap: [{ id: 'S1', giver: 'R1', taker: 'R2', asked: '2026-01-05', discount: '9%' }],
  Order: [
    { id: 'O1', rep: 'R1', asked: '2026-01-07', discount: '9%' },
    { id: 'O2', rep: 'R1', asked: '2026-01-07', discount: '9%' },
    { id: 'O3', rep: 'R2', asked: '2026-01-07', discount: '9%' },
  ],
  Approval: [
    { id: 'A1', order: 'O1', by: 'R3', decided: '2026-01-06' },
    // Too late, and whoever asks approves nothing.
    { id: 'A2', order: 'O2', by: 'R3', decided: '2026-01-08' },
    { id: 'A3', order: 'O3', by: 'R2', decided: '2026-01-06' },
  ],
}

function mattersOf(text: string, given: typeof data) {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error(JSON.stringify(diagnostics, undefined, 1))
  const { rows } = rowsFromObjects(plan, given)
  const span = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 1, 31) ?? 0 }
  const results = evaluate(plan, rows, { span, now: localTime('2026-01-05 14:00') })
  const found = openMatters({ plan, results, lines: lines(results, span), period: '2026-01' })
  const of = (key: string) =>
    found.get(standingId('Rep', key))?.map(({ is, title, count }) => `${is} ${title} ${count}`)
  return [of('R1'), of('R2'), of('R3')]
}

test('what waits for somebody is told by whose rows it is, the time limits first', () => {
  expect(mattersOf(policy, data)).toEqual([
    ['overdue First answer 1', 'approval Discounts 2', 'approval Orders 1'],
    ['undecided Discounts 1', 'approval Orders 1', 'refused Discounts 1'],
    undefined,
  ])
})
