import { expect, it } from 'vitest'
import { run } from '../run-policy.ts'

// Where else a row in force is read than in a plain value: each by a small example that was worked out by hand.

const head = `policy staff { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; goal money }
record Person { id text key; joined date }
record Assignment {
  person Person; team Team; begins date; ends date optional
  in force from begins until ends by person
}
record Receipt { id text key; owner Person; received date posting; amount money }
`
const data = {
  Team: [
    { id: 'T', goal: '10' },
    { id: 'U', goal: '20' },
  ],
  Person: [
    { id: 'A', joined: '2026-01-05' },
    { id: 'B', joined: '2025-01-05' },
  ],
  Assignment: [
    { person: 'A', team: 'T', begins: '2026-01-01', ends: '2026-02-27' },
    { person: 'A', team: 'U', begins: '2026-02-28', ends: null },
    { person: 'B', team: 'U', begins: '2026-01-01', ends: null },
  ],
  Receipt: [
    { id: '1', owner: 'A', received: '2026-01-10', amount: '100' },
    { id: '2', owner: 'A', received: '2026-03-10', amount: '200' },
    { id: '3', owner: 'B', received: '2026-03-10', amount: '400' },
  ],
}
const lines = (text: string, from = '2026-03-01', until = '2026-03-31') =>
  Object.fromEntries(run(head + text, data, from, until))

it('a value that goes on from month to month reads the row of each month', () => {
  const text = `value saved for Person per month as of last day starts 0 CNY =
  (saved in previous month) + Assignment(person).team.goal
decision d for Person per month { gives saved = saved }
`
  expect(lines(text)).toEqual({ 'd A 2026-03': '50.00', 'd B 2026-03': '60.00' })
})

it('a value of the team over a window is that of the team in force when the window ends', () => {
  const text = `value brought for Team per month = goal + sum(Receipt.amount, via Assignment(owner).team)
decision d for Person per month as of last day { gives x = Assignment(person).team.brought in last 3 months }
`
  expect(lines(text)).toEqual({ 'd A 2026-03': '620.00', 'd B 2026-03': '620.00' })
})

it('an amount on the year so far reads the row at the end of each of its windows', () => {
  const text = `commission c for Person per month, year to date as of last day {
  rate 1% of sum(Receipt.amount, via owner)
  plus Assignment(person).team.goal
  round 0.01 half-up
}
`
  expect(lines(text)).toEqual({ 'c A 2026-03': '2.00', 'c B 2026-03': '4.00' })
})

it('where there is no period, the day may come from the person', () => {
  const text = `decision d for Person {
  gives team = Assignment(person).team as of joined if missing Assignment(person).team as of (joined + 1 years)
}
`
  expect(lines(text)).toEqual({ 'd A': 'T', 'd B': 'U' })
})

it('receipts so far are counted within the team of their own day', () => {
  const text = `decision d for each Receipt { gives so_far = sum(Receipt.amount so far within Assignment(owner).team) }
`
  expect(lines(text, '2026-01-01')).toEqual({ 'd 1': '100.00', 'd 2': '200.00', 'd 3': '600.00' })
})

it('the parts in which a clause is paid keep the rate of the day of the row', () => {
  const text = `bonus b for each Receipt to owner {
  rate Assignment(owner).team.goal / 1 CNY * 1% of amount
  round 0.01 half-up
  release 50% on received, 50% on received + 1 months
}
payout p for Person per month { add b }
`
  expect(lines(text, '2026-04-01', '2026-04-30')).toMatchObject({
    'p A 2026-04': '20.00',
    'p B 2026-04': '40.00',
  })
})
