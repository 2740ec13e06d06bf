import { expect, it } from 'vitest'
import { findings, run } from '../run-policy.ts'

const head = `policy staff { language en; currency CNY; effective from 2026-01-01 until open }
record City { id text key; allowance money }
record Team { id text key; city City }
record Person { id text key }
record Assignment {
  person Person
  team Team
  role one of rep, senior
  manager Person optional
  begins date
  ends date optional
  in force from begins until ends by person
}
record Order { id text key; owner Person; signed date }
record Receipt { id text key; order Order; received date posting; amount money }
`
const people = {
  City: [
    { id: 'Suzhou', allowance: '100' },
    { id: 'Wuxi', allowance: '70' },
  ],
  Team: [
    { id: 'T', city: 'Suzhou' },
    { id: 'U', city: 'Wuxi' },
  ],
  Person: [{ id: 'A' }, { id: 'B' }],
}
const assignment = (person: string, team: string, begins: string, ends: string | null, role = 'rep') => ({
  person,
  team,
  role,
  manager: null,
  begins,
  ends,
})
const order = (id: string, owner: string, signed: string) => ({ id, owner, signed })
const receipt = (id: string, of: string, received: string) => ({ id, order: of, received, amount: '1000' })

const team = `${head}
decision where_then for each Receipt {
  gives team = Assignment(order.owner).team
  gives city = Assignment(order.owner).team.city
}
`

it('the row in force on the own date of a receipt says which team its person was in, both days counted', () => {
  const data = {
    ...people,
    Assignment: [
      assignment('A', 'T', '2026-01-01', '2026-03-14'),
      assignment('A', 'U', '2026-03-15', null),
      assignment('B', 'U', '2025-06-01', null),
    ],
    Order: [order('O', 'A', '2026-01-10'), order('P', 'B', '2026-01-10')],
    Receipt: [
      receipt('1', 'O', '2026-01-01'),
      receipt('2', 'O', '2026-03-14'),
      receipt('3', 'O', '2026-03-15'),
      receipt('4', 'O', '2030-01-01'),
      receipt('5', 'P', '2026-03-15'),
    ],
  }
  const lines = run(team, data, '2026-01-01', '2030-12-31')
  const said = ['1', '2', '3', '4', '5'].map((id) => [
    lines.get(`where_then ${id}`),
    lines.get(`where_then ${id} city`),
  ])
  expect(said).toEqual([
    ['T', 'Suzhou'],
    ['T', 'Suzhou'],
    ['U', 'Wuxi'],
    ['U', 'Wuxi'],
    ['U', 'Wuxi'],
  ])
})

const one = (assignments: readonly object[], received: string, text = team) =>
  run(
    text,
    {
      ...people,
      Assignment: assignments.map((row) => ({ ...row })),
      Order: [order('O', 'A', '2026-02-01')],
      Receipt: [receipt('1', 'O', received)],
    },
    '2026-01-01',
    '2026-12-31',
  )

it('a day without a row in force is missing, so that only `if missing` may replace it', () => {
  const gap = [assignment('A', 'T', '2026-01-01', '2026-03-31'), assignment('A', 'U', '2026-06-01', null)]
  expect(one(gap, '2026-05-01').get('where_then 1')).toBe('held BY840')
  const asked = `${head}
decision said for each Receipt {
  gives city = Assignment(order.owner).team.city.id if missing "none"
  gives nobody = if Assignment(order.owner) missing then 1 else 0
}
`
  expect(one(gap, '2026-05-01', asked).get('said 1')).toBe('none')
  expect(one(gap, '2026-05-01', asked).get('said 1 nobody')).toBe('1')
  expect(one(gap, '2026-03-31', asked).get('said 1')).toBe('Suzhou')
  expect(one(gap, '2026-03-31', asked).get('said 1 nobody')).toBe('0')
})

it('two rows in force on one day hold that day and no other: none of them is chosen', () => {
  const two = [assignment('A', 'T', '2026-01-01', '2026-03-31'), assignment('A', 'U', '2026-03-31', null)]
  expect(one(two, '2026-03-30').get('where_then 1')).toBe('T')
  expect(one(two, '2026-03-31').get('where_then 1')).toBe('held BY841')
  expect(one(two, '2026-04-01').get('where_then 1')).toBe('U')
})

it('a row that ends before it begins holds whatever its person reads', () => {
  const reversed = [
    assignment('A', 'T', '2026-01-01', null),
    assignment('A', 'U', '2026-06-01', '2026-05-01'),
  ]
  expect(one(reversed, '2026-02-01').get('where_then 1')).toBe('held BY842')
  const other = [assignment('A', 'T', '2026-01-01', null), assignment('B', 'U', '2026-06-01', '2026-05-01')]
  expect(one(other, '2026-02-01').get('where_then 1')).toBe('T')
})

it('a day that cannot be read holds the days that hang on it', () => {
  const bad = [assignment('A', 'T', '2026-01-01', '2026-03-32'), assignment('A', 'U', '2026-06-01', null)]
  expect(one(bad, '2026-01-15').get('where_then 1')).toBe('held BY802')
  expect(one(bad, '2026-07-01').get('where_then 1')).toBe('held BY802')
  const begins = [assignment('A', 'T', '2026-13-01', '2026-03-31'), assignment('A', 'U', '2026-06-01', null)]
  expect(one(begins, '2026-03-31').get('where_then 1')).toBe('held BY802')
  expect(one(begins, '2026-07-01').get('where_then 1')).toBe('U')
})

it('as of a day, rows in force and dated parameters are those of that day', () => {
  const text = `${head}
parameter rate {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-31 | 1%    |
  | 2026-04-01 | open       | 2%    |
}
bonus at_receipt for each Receipt to order.owner { rate rate of amount; round 0.01 half-up }
bonus then for each Receipt to order.owner { rate rate as of order.signed of amount; round 0.01 half-up }
decision team for each Receipt {
  gives then = Assignment(order.owner).team as of order.signed
  gives later = Assignment(order.owner).team as of (received + 1 months)
}
`.replaceAll('bonus then', 'bonus at_signing')
  const rows = [assignment('A', 'T', '2026-01-01', '2026-04-30'), assignment('A', 'U', '2026-05-01', null)]
  const lines = one(rows, '2026-04-10', text.replace('gives then', 'gives at_signing'))
  expect(lines.get('at_receipt 1')).toBe('20.00')
  expect(lines.get('at_signing 1')).toBe('10.00')
  expect(lines.get('team 1')).toBe('T')
  expect(lines.get('team 1 later')).toBe('U')
})

it('a period says on which of its days a row must be in force', () => {
  const text = `${head}
decision city for Person per month as of last day { gives city = Assignment(person).team.city }
decision first_city for Person per month as of first day { gives city = Assignment(person).team.city }
`
  const rows = [assignment('A', 'T', '2026-01-01', '2026-03-30'), assignment('A', 'U', '2026-03-31', null)]
  const lines = one(rows, '2026-04-10', text)
  expect(lines.get('city A 2026-03')).toBe('Wuxi')
  expect(lines.get('first_city A 2026-03')).toBe('Suzhou')
  expect(lines.get('city B 2026-03')).toBe('held BY840')
})

it('rows are in force by several keys at once, also by a word', () => {
  const text = `${head}
record Rate {
  person Person; kind one of small, large; share percent; begins date
  in force from begins by person, kind
}
bonus pay for each Receipt to order.owner {
  rate Rate(order.owner, small).share of amount
  plus Rate(order.owner, large).share * amount when amount > 500 CNY
  round 0.01 half-up
}
`
  const lines = run(
    text,
    {
      ...people,
      Order: [order('O', 'A', '2026-02-01')],
      Receipt: [receipt('1', 'O', '2026-02-01')],
      Rate: [
        { person: 'A', kind: 'small', share: '1%', begins: '2026-01-01' },
        { person: 'A', kind: 'large', share: '4%', begins: '2026-01-01' },
      ],
    },
    '2026-01-01',
    '2026-12-31',
  )
  expect(lines.get('pay 1')).toBe('50.00')
})

it('values of the team that is reached, and sums for it, follow the row in force', () => {
  const text = `${head}
value team_collected for Team per quarter = sum(Receipt.amount, via Assignment(order.owner).team)
bonus team_pay for Team per quarter { rate 10% of team_collected; round 0.01 half-up }
bonus own for each Receipt to order.owner { rate 1% of Assignment(order.owner).team.team_collected; round 0.01 half-up }
`
  const data = {
    ...people,
    Assignment: [
      assignment('A', 'T', '2026-01-01', '2026-01-31'),
      assignment('A', 'U', '2026-02-01', null),
      assignment('B', 'U', '2026-01-01', null),
    ],
    Order: [order('O', 'A', '2026-01-10'), order('P', 'B', '2026-01-10')],
    Receipt: [
      receipt('1', 'O', '2026-01-31'),
      receipt('2', 'O', '2026-02-01'),
      receipt('3', 'P', '2026-02-01'),
    ],
  }
  const lines = run(text, data, '2026-01-01', '2026-03-31')
  expect(lines.get('team_pay T 2026-Q1')).toBe('100.00')
  expect(lines.get('team_pay U 2026-Q1')).toBe('200.00')
  expect(lines.get('own 1')).toBe('10.00')
  expect(lines.get('own 2')).toBe('20.00')
})

it('a value in the quarter of a date is that quarter’s, also where the run was asked for another', () => {
  const text = `${head}
value booked for Person per quarter = sum(Receipt.amount, via order.owner)
bonus pay for each Receipt to order.owner { rate 10% of order.owner.booked in quarter of order.signed; round 0.01 half-up }
bonus monthly for Person per month { rate 1% of booked in quarter of (first_day() - 1 months); round 0.01 half-up }
`
  const data = {
    ...people,
    Order: [order('O', 'A', '2026-01-10'), order('P', 'A', '2026-04-01'), order('Q', 'A', '2025-12-31')],
    Receipt: [
      receipt('1', 'O', '2026-03-31'),
      receipt('2', 'O', '2026-03-31'),
      receipt('3', 'P', '2026-04-15'),
      receipt('4', 'O', '2026-04-20'),
      receipt('5', 'Q', '2026-04-20'),
    ],
  }
  const lines = run(text, data, '2026-04-01', '2026-04-30')
  expect(lines.get('pay 3')).toBe('300.00')
  expect(lines.get('pay 4')).toBe('200.00')
  expect(lines.get('pay 5')).toBe('held BY825')
  expect(lines.get('monthly A 2026-04')).toBe('20.00')
  const longer = text.replace('until open', 'until open; history from 2025-10-01')
  expect(run(longer, data, '2026-04-01', '2026-04-30').get('pay 5')).toBe('0.00')
})

it('what hangs on the day says where the day is to be written', () => {
  const said = (line: string) => findings(`${head}\n${line}\n`)
  expect(said('value t for Person per month = Assignment(person).team')).toContain('BY473')
  expect(said('value t for each Order = Assignment(owner).team')).toContain('BY473')
  expect(said('value t for each Order = Assignment(owner).team as of signed')).toEqual([])
  expect(said('value t for each Order = Team(owner).city as of signed')).toContain('BY472')
  expect(said('value t for each Receipt = Assignment(order).team')).toContain('BY316')
  expect(said('value t for each Receipt = Assignment(order.owner, rep).team')).toContain('BY212')
  expect(said('value t for each Receipt = Assignment(order.owner).group')).toContain('BY203')
  expect(said('value t for each Receipt = (amount / 2) as of order.signed')).toContain('BY476')
})

it('a date of the row in force may say in which quarter, also one that only the data names', () => {
  const text = `${head}
value booked for Person per quarter = sum(Receipt.amount, via order.owner)
decision first_quarter for each Receipt {
  gives booked = order.owner.booked in quarter of Assignment(order.owner).begins
}
decision by_month for Person per month as of last day {
  gives booked = booked in quarter of Assignment(person).begins
}
`
  const data = {
    ...people,
    Assignment: [assignment('A', 'T', '2026-01-15', '2026-06-30'), assignment('A', 'U', '2026-07-01', null)],
    Order: [order('O', 'A', '2026-01-10')],
    Receipt: [
      receipt('1', 'O', '2026-02-01'),
      receipt('2', 'O', '2026-05-01'),
      receipt('3', 'O', '2026-08-01'),
      receipt('4', 'O', '2026-08-02'),
    ],
  }
  const lines = run(text, data, '2026-05-01', '2026-05-31')
  expect(lines.get('first_quarter 2')).toBe('1000.00')
  expect(lines.get('by_month A 2026-05')).toBe('1000.00')
  expect(run(text, data, '2026-12-01', '2026-12-31').get('by_month A 2026-12')).toBe('2000.00')
})

it('a clause may pay whoever was the manager on that day, also through a payout', () => {
  const text = `${head}
bonus override for each Receipt to Assignment(order.owner).manager { rate 10% of amount; round 0.01 half-up }
payout monthly for Person per month { add override }
`
  const data = {
    ...people,
    Person: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
    Assignment: [
      { ...assignment('A', 'T', '2026-01-01', '2026-03-14'), manager: 'B' },
      { ...assignment('A', 'T', '2026-03-15', null), manager: 'C' },
    ],
    Order: [order('O', 'A', '2026-01-10')],
    Receipt: [
      receipt('1', 'O', '2026-03-14'),
      receipt('2', 'O', '2026-03-15'),
      receipt('3', 'O', '2026-03-16'),
    ],
  }
  const lines = run(text, data, '2026-03-01', '2026-03-31')
  expect(lines.get('monthly B 2026-03')).toBe('100.00')
  expect(lines.get('monthly C 2026-03')).toBe('200.00')
  expect(lines.get('monthly A 2026-03')).toBe('0.00')
})

it('people stand among those who are in the same team on that day', () => {
  const text = `${head}
parameter pool = 100 CNY
value received for Person per month = sum(Receipt.amount, via order.owner)
decision place for Person per month as of last day {
  gives place = rank of received within Assignment(person).team
}
bonus part for Person per month as of last day {
  start pool shared by received within Assignment(person).team
  round 0.01 half-up
}
`
  const data = {
    ...people,
    Person: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
    Assignment: [
      assignment('A', 'T', '2026-01-01', '2026-03-14'),
      assignment('A', 'U', '2026-03-15', null),
      assignment('B', 'U', '2026-01-01', null),
      assignment('C', 'T', '2026-01-01', null),
    ],
    Order: [order('O', 'A', '2026-01-10'), order('P', 'B', '2026-01-10'), order('Q', 'C', '2026-01-10')],
    Receipt: [
      receipt('1', 'O', '2026-03-14'),
      receipt('2', 'P', '2026-03-15'),
      receipt('3', 'P', '2026-03-16'),
      receipt('4', 'P', '2026-03-16'),
      receipt('5', 'Q', '2026-03-16'),
    ],
  }
  const lines = run(text, data, '2026-03-01', '2026-03-31')
  expect(['A', 'B', 'C'].map((id) => lines.get(`place ${id} 2026-03`))).toEqual(['2', '1', '1'])
  expect(['A', 'B', 'C'].map((id) => lines.get(`part ${id} 2026-03`))).toEqual(['25.00', '75.00', '100.00'])
})

it('a decision is read as the one in force on a day that is written', () => {
  const text = `${head}
value received_in for Person per month = sum(Receipt.amount, via order.owner)
decision grade for Person per month {
  table unique {
    | received_in        | => level |
    | from 2_000 CNY     | high     |
    | under 2_000 CNY    | low      |
  }
  takes effect after 1 month
}
decision read for each Receipt {
  gives at_signing = order.owner.grade.level as of order.signed
  gives now = order.owner.grade.level
}
`
  const data = {
    ...people,
    Order: [order('O', 'A', '2026-02-10'), order('P', 'A', '2026-03-01'), order('Q', 'A', '2026-01-31')],
    Receipt: [
      receipt('1', 'O', '2026-01-05'),
      receipt('2', 'O', '2026-01-06'),
      receipt('3', 'O', '2026-04-01'),
      receipt('4', 'P', '2026-04-01'),
      receipt('5', 'Q', '2026-04-01'),
    ],
  }
  const lines = run(text, data, '2026-04-01', '2026-04-30')
  // January decides for February, February for March; what would decide for January lies before the data.
  expect(lines.get('read 3')).toBe('high')
  expect(lines.get('read 4')).toBe('low')
  expect(lines.get('read 5')).toBe('held BY825')
  expect(lines.get('read 3 now')).toBe('low')
})
