import { expect, test } from 'vitest'
import { programOf } from './read-policy.ts'
import { reference } from './reference.ts'

// A representative's second quarter as a manufacturer's handbook works it out by hand: receipts weighted by product
// and lateness, tiers on the quota, a factor for conduct, and the scorecard beside it.
const policy = `policy handbook "Handbook" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep { id text key; name text; performance_base money }
record Receipt { id text key; rep Rep; line one of P1, P2, P3, P4; due date; received date posting; net money }
record Quota { rep Rep; period quarter; amount money }
record Facts {
  rep Rep
  period quarter
  margin percent
  new_customers count
  overdue percent
  satisfaction number optional
  points count
  trained yes/no
}

parameter product_factor by line {
  | line | from       | until      | value |
  | P1   | 2026-01-01 | open       | 1.0   |
  | P2   | 2026-01-01 | 2026-09-30 | 1.2   |
  | P2   | 2026-10-01 | open       | 1.1   |
  | P3   | 2026-01-01 | open       | 1.0   |
  | P4   | 2026-01-01 | open       | 0.8   |
}
table lateness {
  | days            | => factor |
  | up to 0         | 1.00      |
  | over 0 up to 30 | 0.90      |
  | over 30 up to 60 | 0.70     |
  | over 60 up to 90 | 0.50     |
  | over 90         | 0         |
}
table conduct {
  | points          | => factor |
  | up to 5         | 1.00      |
  | over 5 up to 10 | 0.95      |
  | over 10 up to 20 | 0.90     |
  | over 20         | 0.80      |
}

value converted for each Receipt = net * product_factor(line) * lateness(received - due) rounded half-up to 0.01 CNY
value collected  for Rep per quarter = sum(Receipt.converted)
value quota      for Rep per quarter = only(Quota.amount)
value attainment for Rep where quota > 0 CNY per quarter = collected / quota
value points     for Rep per quarter = only(Facts.points)

commission quarter_commission for Rep per quarter {
  gate attainment >= 40%
  tiers marginal of collected by attainment {
    | from | rate |
    | 0%   | 0.8% |
    | 60%  | 1.2% |
    | 100% | 2.0% |
    | 130% | 2.5% |
  }
  times conduct(points)
  round 0.01 half-up
}

scorecard kpi for Rep per quarter {
  indicator attained weight 40% {
    actual attainment
    score ratio from 60% up to 120%
  }
  indicator margin weight 15% {
    actual only(Facts.margin)
    score steps {
      | from | points |
      | 0%   | 40     |
      | 15%  | 70     |
      | 20%  | 85     |
      | 25%  | 100    |
      | 30%  | 110    |
    }
  }
  indicator new_customers weight 15% {
    actual only(Facts.new_customers)
    target 3
    score ratio up to 120%
  }
  indicator overdue weight 10% {
    actual only(Facts.overdue)
    score linear {
      | at  | points |
      | 5%  | 100    |
      | 15% | 60     |
      | 25% | 0      |
    }
  }
  indicator satisfaction weight 10% {
    actual only(Facts.satisfaction)
    score linear {
      | at | points |
      | 75 | 50     |
      | 85 | 80     |
      | 95 | 100    |
    }
    applies when only(Facts.satisfaction) present
  }
  indicator conduct_score weight 5% {
    score points 100 - 4 * points from 0 up to 100
  }
  indicator training weight 5% {
    score pass-fail only(Facts.trained)
  }
  weight not applicable to attained
  round 0.01 half-up
  levels {
    | from | => level | => coefficient |
    | 0    | E        | 0.50           |
    | 60   | D        | 0.70           |
    | 70   | C        | 0.85           |
    | 85   | B        | 1.00           |
    | 95   | A        | 1.10           |
    | 110  | S        | 1.20           |
  }
}
bonus performance_pay for Rep per quarter {
  start 3 * performance_base
  times kpi.coefficient
  round 0.01 half-up
}
`

const receipt = (id: string, line: string, due: string, received: string, net: string) => ({
  id,
  rep: 'R1',
  line,
  due,
  received,
  net,
})
const facts = {
  rep: 'R1',
  period: '2026-Q2',
  margin: '26.4%',
  new_customers: '2',
  overdue: '8%',
  satisfaction: '91',
  points: '7',
  trained: 'yes',
}
const data = new Map([
  ['Rep', [{ id: 'R1', name: 'Lin', performance_base: '2000' }]],
  [
    'Receipt',
    [
      receipt('C1', 'P1', '2026-05-26', '2026-05-26', '800000'),
      receipt('C2', 'P2', '2026-06-01', '2026-05-30', '400000'),
      receipt('C3', 'P3', '2026-05-01', '2026-05-13', '600000'),
      receipt('C4', 'P4', '2026-06-30', '2026-06-30', '100000'),
      receipt('C5', 'P1', '2026-04-01', '2026-06-15', '50000'),
    ],
  ],
  ['Quota', [{ rep: 'R1', period: '2026-Q2', amount: '1620000' }]],
  ['Facts', [facts]],
])

test('the quarterly commission of the handbook comes out as printed there', () => {
  const { lines, value } = reference(programOf(policy), data, ['2026-Q2'])
  expect(value('collected', 'R1', '2026-Q2')).toEqual({ amount: '1925000' })
  expect(lines.get('quarter_commission|R1|2026-Q2')).toEqual({ amount: '20569.4' })
})

test('the scorecard of the handbook comes out as printed there', () => {
  const { lines, value } = reference(programOf(policy), data, ['2026-Q2'])
  const score = (name: string) => value(`kpi.${name}`, 'R1', '2026-Q2')
  expect(score('attained')).toEqual({ amount: '118.83' })
  expect(score('new_customers')).toEqual({ amount: '66.67' })
  expect(score('overdue')).toEqual({ amount: '88' })
  expect(score('satisfaction')).toEqual({ amount: '92' })
  expect(lines.get('kpi|R1|2026-Q2')).toEqual({ amount: '99.13' })
  expect(score('level')).toEqual({ word: 'A' })
  expect(lines.get('performance_pay|R1|2026-Q2')).toEqual({ amount: '6600' })
})

test('without a survey its weight goes to the attainment', () => {
  // 118.83 × 50 % + 15 + 10.0005 + 8.8 + 3.6 + 5 = 101.8155
  const unasked = new Map([...data, ['Facts', [{ ...facts, satisfaction: '' }]]])
  const { lines } = reference(programOf(policy), unasked, ['2026-Q2'])
  expect(lines.get('kpi|R1|2026-Q2')).toEqual({ amount: '101.82' })
})

test('one unreadable receipt holds what it counts in and nothing else', () => {
  const bad = [receipt('C6', 'P9', '2026-05-01', '2026-05-13', '1')]
  const spoiled = new Map([...data, ['Receipt', [...(data.get('Receipt') ?? []), ...bad]]])
  const { lines } = reference(programOf(policy), spoiled, ['2026-Q1', '2026-Q2'])
  expect(lines.get('quarter_commission|R1|2026-Q2')).toHaveProperty('held')
  expect(lines.get('kpi|R1|2026-Q2')).toHaveProperty('held')
})
