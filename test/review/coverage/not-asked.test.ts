import { describe, expect, test } from 'vitest'
import { pointName } from '../../../src/review/coverage/say.ts'
import { hitsOf, read } from './reading.ts'

const policy = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; quota money per quarter; days count }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold for Rep per quarter = sum(Deal.amount)
`
const held = (text: string) =>
  read(`${policy}${text}\ndecision d for Rep per quarter { gives r = asked }\n`)
    .points.points.map(({ id }) => id)
    .filter((id) => id === 'd:held:BY803')

describe('that a divisor is 0 is a point', () => {
  test.each([
    ['where the data may have it so', 'value asked for Rep per quarter = sold / rep.quota'],
    [
      'where the test excludes another number',
      'value asked for Rep per quarter where sold > 0 EUR = sold / rep.quota',
    ],
    [
      'where a number may be on either side of 0',
      'value asked for Rep per quarter where rep.quota > -1 EUR = sold / rep.quota',
    ],
    [
      'where one of two tests may hold alone',
      'value asked for Rep per quarter where rep.quota > 0 EUR or rep.days > 3 = sold / rep.quota',
    ],
    [
      'on the other side of a choice',
      'value asked for Rep per quarter = if rep.quota > 0 EUR then 0 else sold / rep.quota',
    ],
    [
      'where a quotient above 0 may be one of two numbers below',
      'value asked for Rep per quarter where rep.quota < 0 EUR and sold / rep.quota > 0 = 1 EUR / (sold + 5 EUR)',
    ],
  ])('%s', (_, text) => {
    expect(held(text)).toEqual(['d:held:BY803'])
  })

  test.each([
    ['a number that is written', 'value asked for Rep per quarter = sold / 12'],
    ['the days of a period', 'value asked for Rep per quarter = sold / (days(first_day(), last_day()) + 1)'],
    [
      'the larger of what is above 0 and another number',
      'value asked for Rep per quarter = sold / larger of rep.days, 1',
    ],
    [
      'a number that the scope asks to be above 0',
      'value asked for Rep per quarter where rep.quota > 0 EUR and rep.days > 3 = sold / rep.quota',
    ],
    [
      'a sum that the scope asks to be below 0',
      'value asked for Rep per quarter where sum(Deal.amount) < 0 EUR = 1 EUR / sum(Deal.amount)',
    ],
    [
      'what a choice has asked before',
      'value asked for Rep per quarter = if rep.quota = 0 EUR then 0 else sold / rep.quota',
    ],
    [
      'what none of several parts is',
      'value asked for Rep per quarter = if rep.quota <= 0 EUR or rep.days <= 0 then 0 else sold / (2 * rep.quota * rep.days)',
    ],
  ])('not of %s', (_, text) => {
    expect(held(text)).toEqual([])
  })

  test('is met as often as the search through all rows finds it', () => {
    const one = read(
      `${policy}value asked for Rep per quarter where rep.days > 0 = sold / rep.quota\ndecision d for Rep per quarter { gives r = asked }\n`,
    )
    const reps = [
      { id: 'A', quota: '0', days: '1' },
      { id: 'B', quota: '0', days: '0' },
      { id: 'C', quota: '1', days: '1' },
    ]
    const deals = [{ id: 'd', rep: 'A', closed: '2026-01-05', amount: '1.00' }]
    expect(hitsOf(one, '2026-Q1', { Rep: reps, Deal: deals })['d:held:BY803']).toBe(1)
  })
})

describe('what the author wrote no test for is no point', () => {
  test('not who above an applicant decides, but each row that says what is asked', () => {
    const { points } = read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Officer { id text key }
record Post { officer Officer; role one of rep, manager; superior Officer optional; begins date; ends date optional
  in force from begins until ends by officer }
record Loan { id text key; officer Officer; day date posting; worth money; risky yes/no }
authority lending for each Loan {
  ranks rep, manager by Post(officer).role
  asked by officer
  superior Post(officer).superior
  table unique {
    | worth        | => verdict       |
    | up to 10 EUR | approval manager |
    | over 10 EUR  | refuse           |
  }
}
`)
    const tests = points.points.filter(({ what }) => ['test', 'sides', 'default'].includes(what.is))
    expect(tests.map(({ id }) => id)).toEqual([])
    expect(points.points.filter(({ what }) => what.is === 'row').length).toBe(2)
  })

  test('not whether more shares than there may be name somebody', () => {
    const { points } = read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Share { order Order; rep Rep; part percent }
record Order { id text key; rep Rep }
record Receipt { id text key; order Order; paid date posting; amount money; counts yes/no }
credit crediting for each Receipt to Rep {
  split Share.part to Share.rep, up to 2, toward quota
  otherwise to order.rep, toward quota
  round 0.01 half-up, remainder to order.rep
}
value got for Rep per quarter = sum(Receipt.amount for quota where counts)
`)
    expect(points.points.map(({ id }) => id).filter((id) => id.startsWith('got:'))).toEqual([
      'got:where:counted',
      'got:where:left-out',
    ])
  })
})

test('a result that is held by a filter meets the point that a value held alike would', () => {
  const one = read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Rate { rep Rep; quarter quarter; rate percent }
value rate for Rep per quarter = only(Rate.rate)
value high for Rep per quarter = count(quarter in last 2 quarters where rate > 10%)
decision d for Rep per quarter { gives r = if high > 0 then 0% else only(Rate.rate) }
`)
  const twice = [
    { rep: 'A', quarter: '2026-Q2', rate: '5%' },
    { rep: 'A', quarter: '2026-Q2', rate: '6%' },
    { rep: 'A', quarter: '2026-Q1', rate: '5%' },
  ]
  expect(hitsOf(one, '2026-Q2', { Rep: [{ id: 'A' }], Rate: twice })['d:held:BY807.Rate']).toBe(1)
})

test('no case need stand where a gate lets nobody through, nor where a sum of what is never negative cannot be', () => {
  const { points } = read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Sale { id text key; rep Rep; day date posting; amount money from 0 up to 1_000_000; back money }
value sold "Sold" for Rep per quarter = sum(Sale.amount)
value net "Net" for Rep per quarter = sum(Sale.amount) - sum(Sale.back)
commission pay for Rep per quarter {
  gate net >= 1000 EUR
  tiers whole of net by net {
    | from     | rate |
    | 0 EUR    | 1%   |
    | 1000 EUR | 2%   |
    | 5000 EUR | 3%   |
  }
  plus 10 EUR when sold > 0 EUR
  round 0.01 half-up
}
`)
  const sides = points.points.flatMap(({ id }) =>
    id.includes(':boundary:') ? [id.replace('pay:boundary:', '')] : [],
  )
  expect(sides.toSorted()).toEqual([
    'Net:1000:above',
    'Net:1000:above~2',
    'Net:1000:at',
    'Net:1000:at~2',
    'Net:1000:below',
    'Net:5000:above',
    'Net:5000:at',
    'Net:5000:below',
    'Sold:0:above',
    'Sold:0:at',
  ])
})

test('a number of days between two dates reads as one', () => {
  const { points } = read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Order { id text key; made date posting; paid date }
decision late for each Order {
  gives verdict = paid - made > 30
}
`)
  const names = points.points.map((point) => pointName(point, 'en')).filter((name) => name.includes('just'))
  expect(names).toEqual(['paid - made > 30 just below 30 days', 'paid - made > 30 just above 30 days'])
})

describe('that a field is missing is no point', () => {
  const missing = (test: string) =>
    read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Lead { id text key; rep Rep; arrived date posting; visited date optional }
bonus b for each Lead to rep {
  start 5 EUR
  plus 25 EUR when ${test}
  round 1 half-up
}
`)
      .points.points.map(({ id }) => id)
      .filter((id) => id.startsWith('b:held:'))

  test.each([
    'visited present and days(arrived, visited) <= 7',
    'visited missing or days(arrived, visited) > 7',
  ])('behind a test whether it is there: %s', (asked) => {
    expect(missing(asked)).toEqual([])
  })

  test.each([
    'days(arrived, visited) <= 7',
    'visited missing and days(arrived, visited) <= 7',
    'visited present or days(arrived, visited) <= 7',
  ])('and is one elsewhere: %s', (asked) => {
    expect(missing(asked)).toEqual(['b:held:BY801.Lead.visited'])
  })
})

describe('that the year so far lies before the data is a point', () => {
  const yearToDate = (from: string) =>
    read(`policy p "P" { language en; currency EUR; effective from ${from} until open }
record Rep { id text key }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold for Rep per month = sum(Deal.amount)
commission pay for Rep per month {
  rate 1% of sold year to date
}
`).points.points.map(({ id }) => id)
  test('not where the policy begins with a year', () => {
    expect(yearToDate('2026-01-01')).not.toContain('pay:held:BY825.p')
  })
  test('where it begins within one', () => {
    expect(yearToDate('2026-03-01')).toContain('pay:held:BY825.p')
  })
})

test('that what an indicator is for is missing is no point where it applies only when it is there', () => {
  const card = (applies: string) =>
    read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Visit { id text key; rep Rep; on date posting; score points from 0 up to 100 }
scorecard card for Rep per quarter {
  indicator visits "Visits" weight 60% {
    score points avg(Visit.score) from 0 up to 100
    ${applies}
  }
  indicator count "Count" weight 40% {
    score points count(Visit) from 0 up to 100
  }
  weight not applicable to count
  round 0.01 half-up
}
`).points.points.map(({ id }) => id)
  expect(card('')).toContain('card:held:BY816.Visit')
  expect(card('applies when avg(Visit.score) present')).not.toContain('card:held:BY816.Visit')
})
