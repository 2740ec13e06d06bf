import { expect, test } from 'vitest'
import { read } from '../coverage/reading.ts'
import { cellsOf, suggested } from './suggesting.ts'

// What one person's own rows of one period cannot bring about.

const head = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; manager Rep optional; hired date; left date optional; exists from hired until left }
record Sale { id text key; rep Rep; on date posting; amount money; financed yes/no }
value sold "Sold" for Rep per quarter = sum(Sale.amount)
`

test('somebody is placed among others who have rows of their own', () => {
  // Third of three, fourth of four: the others need two sales as well, or their gate leaves them out.
  const { missing } = suggested(
    read(`${head}value units for Rep per quarter = count(Sale)
value place "Place" for Rep per quarter = rank of sold
bonus best "Best" for Rep per quarter {
  gate units >= 2
  start if place = 1 then 500 EUR else if place <= 3 then 200 EUR else 0 EUR
  round 1 half-up
}
`),
  )
  expect(missing).toEqual([])
})

test('a manager is paid by what those below sell: another person names the first', () => {
  // 100,000 reach the gate; 20,000 of 1.5 % are 1,333,333.33, which the cap cuts off by so much that it is seen.
  const { cases, missing } = suggested(
    read(`${head}bonus override "Override" for Rep per quarter {
  gate sum(Rep.sold, via manager) >= 100_000 EUR
  rate 1.5% of sum(Rep.sold, via manager)
  cap 20_000 EUR lost
  round 0.01 half-up
}
`),
  )
  expect(missing).toEqual([])
  expect(cellsOf(cases, 'Rep', 'manager')).toContain('Rep-1')
})

test('a share of whole numbers lies at a bound and a percent beside it', () => {
  // 3 of 5 are 60 %. The smallest numbers within a percent below are 13 of 22 (59.09 %), above 14 of 23 (60.87 %).
  const { cases, missing } = suggested(
    read(`${head}value units for Rep per quarter = count(Sale)
value share "Share" for Rep where units > 0 per quarter = count(Sale where financed) / units
decision class "Class" for Rep per quarter {
  gives high = share > 60%
}
`),
  )
  expect(missing).toEqual([])
  const sizes = cases.map(({ given }) => (given.Sale ?? []).length)
  expect(sizes).toContain(22)
  expect(sizes).toContain(23)
})

test('what looks back begins where there is something behind it', () => {
  // Of the first quarter nothing is known before: the plainest case is one of the second.
  const { cases, missing } = suggested(
    read(`${head}bonus growth "Growth" for Rep per quarter {
  start if sold > (sold in previous quarter) * 120% and sold >= 50_000 EUR then 2_500 EUR else 0 EUR
  round 1 half-up
}
`),
  )
  expect(missing).toEqual([])
  const paid = cases.filter(({ expectations }) => expectations.some(({ written }) => written === '2500.00'))
  expect(paid.map(({ period }) => period)).toContain('2026-Q2')
})

test('who comes within a period has a part of it: days are tried around the one that a case is about', () => {
  // 100 for 90 days: 1.11… a day is rounded.
  const { missing } = suggested(
    read(`${head}bonus stay "Stay" for Rep per quarter {
  start 100 EUR
  prorate by calendar days
  round 0.01 down
}
`),
  )
  expect(missing).toEqual([])
})

const authority = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Staff { id text key }
record Post { staff Staff; role one of finance, rep, manager, director; superior Staff optional; begins date; ends date optional; in force from begins until ends by staff }
record Quote { id text key; person Staff; day date posting; discount percent from 0% up to 80%; margin percent }
record Consent { id text key; quote Quote; by Staff; day date; discount percent }
authority leave "Leave" for each Quote {
  ranks rep, manager, director by Post(staff).role
  countersigners finance
  asked by person
  superior Post(staff).superior
  own up to rep
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 10%        | 20%         |
  }
  table "Margin" unique {
    | margin               | => verdict                      |
    | from 20%             | allow                           |
    | from 10% to under 20% | approval manager               |
    | under 10%            | approval all of director, finance |
  }
  approved by Consent.by for Consent.quote on Consent.day, valid 15 days
  late when days(day, Consent.day) <= 3
  again when discount > Consent.discount
}
`

test('who may grant something is asked of people of every rank, one table at a time, with an approval or without', () => {
  const plan = read(authority)
  const { cases, missing } = suggested(plan)
  expect(missing).toEqual([])
  // A margin of just under 20% is for a manager, whom a discount well within a representative's own 5% does not ask for.
  const margin = cases.find(({ name }) => name === 'Margin: margin just below 20% (row 1)')
  expect(margin?.given.Quote?.map(({ discount }) => discount)).toEqual(['2.5%'])
  // Whoever has nothing to do with a case is not in it.
  expect(margin?.given.Post?.map(({ role }) => role)).not.toContain('finance')
})

test('a share of amounts lies at a bound by what is due beside what has been paid', () => {
  // 60 % of what is due is paid where another bill of two thirds of the first is open.
  const { cases, missing } = suggested(
    read(`${head}record Bill { id text key; rep Rep; due date posting; paid date optional; amount money from 0 EUR up to 1_000_000 EUR }
value due "Due" for Rep per quarter = sum(Bill.amount)
value paid "Paid" for Rep per quarter = sum(Bill.amount where paid present, posting paid)
value share "Share" for Rep where due > 0 EUR per quarter = paid / due
commission pay "Pay" for Rep per quarter {
  gate share >= 60%
  rate 1% of paid
  round 0.01 half-up
}
`),
  )
  expect(missing).toEqual([])
  expect(cases.some(({ given }) => (given.Bill ?? []).some(({ paid }) => paid === undefined))).toBe(true)
})

test('a bound in whom a clause is for is shown by a row that is left out for that alone', () => {
  const { cases, missing } = suggested(
    read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Car { id text key; rep Rep; on date posting; kind one of new, used; days count }
bonus old "Old stock" for each Car to rep where kind = used and days >= 120 {
  start 80 EUR
  round 1 half-up
}
`),
  )
  expect(missing).toEqual([])
  const below = cases.find(({ name }) => name === 'Old stock: days just below 120')
  expect(below?.given.Car).toMatchObject([{ kind: 'used', days: '119' }])
})

test('what a floor hides is not where a case begins', () => {
  // 5 % of 250 are 12.50, seen beside a share of the margin above 75 alone.
  const { cases } = suggested(
    read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Car { id text key; rep Rep; on date posting; price money; cost money; extras money from 0 EUR up to 20_000 EUR }
bonus deal "Deal" for each Car to rep {
  rate 10% of larger of price - cost, 0 EUR
  plus 5% * extras when extras >= 250 EUR
  floor 75 EUR
  round 0.01 half-up
}
`),
  )
  // 10 % of a margin of 950 and a bit are the least that a floor of 75 leaves alone by 20.
  const paid = (extras: string) =>
    cases
      .filter(({ given }) => given.Car?.[0]?.extras === extras)
      .flatMap(({ expectations }) => expectations.map(({ written }) => written))
  expect(paid('249.99')).toContain('95.00')
  expect(paid('250')).toContain('107.50')
})

test('who is paid by what a team sells has a team that sells enough, of sales that count for part only', () => {
  const { missing } = suggested(
    read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Seller { id text key; lead Seller optional; start date; end date optional; exists from start until end }
record Sale { id text key; seller Seller; sold date posting; kind one of third, own; discount percent from 0% up to 40%; amount money from 0 EUR up to 500_000 EUR }
value credited for each Sale = if kind = third then amount * 20% else if discount > 15% then amount * 75% else amount
value sold for Seller per month = sum(Sale.credited)
bonus team "Team" for Seller per month {
  tiers marginal of sum(Seller.sold, via lead) {
    | from          | rate |
    | 0 EUR         | 0%   |
    | 500_000 EUR   | 1%   |
    | 2_000_000 EUR | 1.6% |
  }
  round 1 half-up
}
`),
  )
  expect(missing).toEqual([])
})
