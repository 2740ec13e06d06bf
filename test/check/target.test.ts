import { describe, expect, test } from 'vitest'
import { run } from '../run-policy.ts'

/** Articles 10 to 15 of the sample handbook. Every number expected here stands in it, or is worked by hand from it. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; weight percent }
record Seat {
  id text key; team Team; role one of rep, senior, manager; holder_hired date optional
  held_from date optional; held_until date optional
}
parameter company_target = 360_000_000 CNY
parameter season {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-31 | 18%   |
  | 2026-04-01 | 2026-06-30 | 25%   |
  | 2026-07-01 | 2026-09-30 | 26%   |
  | 2026-10-01 | open       | 31%   |
}
value units for each Seat = if role = rep then 1 else if role = senior then 1.5 else 0
value senior_hired for each Seat where role = senior = holder_hired
`

const months = `{
    | month | weight |
    | 1     | 35%    |
    | 2     | 20%    |
    | 3     | 45%    |
    | 4     | 30%    |
    | 5     | 33%    |
    | 6     | 37%    |
    | 7     | 31%    |
    | 8     | 33%    |
    | 9     | 36%    |
    | 10    | 30%    |
    | 11    | 32%    |
    | 12    | 38%    |
  }`
const levels = `  total company_target per year
  parts team_year by Team in proportion to weight, rounded down to 1 CNY, remainder to largest
  parts seat_year by Seat in proportion to units, rounded down to 1_000 CNY, remainder to first by senior_hired
  parts seat_quarter by quarter in proportion to season, rounded down to 1 CNY, remainder to last
  parts seat_month by month, rounded down to 1 CNY, remainder to last ${months}
`
const target = (more = '') => `target plan "Targets 2026" {\n${levels}${more}}\n`
const shown = `decision seat_of_year for Seat per year { gives part = plan.seat_year }
decision seat_of_quarter for Seat per quarter { gives part = plan.seat_quarter }
decision seat_of_month for Seat per month { gives part = plan.seat_month }
decision team_of_year for Team per year { gives part = plan.team_year }
decision team_of_half for Team per half-year { gives part = sum(plan.seat_quarter) }
decision team_by_seats for Team per year { gives part = sum(plan.seat_year) }
decision whole per year { gives part = plan.total }
decision whole_by_teams per year { gives part = sum(plan.team_year) }
`
const teams = [
  ['EC1', '18%', 7, 2],
  ['EC2', '18%', 6, 3],
  ['SC', '17%', 7, 2],
  ['NC', '15%', 6, 2],
  ['SW', '10%', 5, 1],
  ['KA', '14%', 2, 3],
  ['EX', '8%', 5, 1],
] as const
const numbered = (team: string, role: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `${team}-${role}-${i + 1}`,
    team,
    role,
    holder_hired: `201${i}-05-04`,
    held_from: '2020-01-01',
    held_until: null as string | null,
  }))
const data = {
  Team: teams.map(([id, weight]) => ({ id, weight })),
  Seat: teams.flatMap(([team, , reps, seniors]) => [
    ...numbered(team, 'rep', reps),
    ...numbered(team, 'senior', seniors),
    ...numbered(team, 'manager', 1),
  ]),
}
const results = (text: string, rows: typeof data = data) =>
  run(head + text + shown, rows, '2026-01-01', '2026-12-31')

describe('the year target of the sample company', () => {
  const found = results(target())

  test('is broken down to teams, and to seats in whole thousands, as the handbook has it', () => {
    const expected = [
      ['EC1', 64_800_000, 6_480_000, 9_720_000, 0],
      ['EC2', 64_800_000, 6_171_000, 9_257_000, 3_000],
      ['SC', 61_200_000, 6_120_000, 9_180_000, 0],
      ['NC', 54_000_000, 6_000_000, 9_000_000, 0],
      ['SW', 36_000_000, 5_538_000, 8_307_000, 3_000],
      ['KA', 50_400_000, 7_753_000, 11_630_000, 4_000],
      ['EX', 28_800_000, 4_430_000, 6_646_000, 4_000],
    ] as const
    for (const [team, year, rep, senior, left] of expected) {
      expect(found.get(`team_of_year ${team} 2026`)).toBe(`${year}.00`)
      expect(found.get(`team_by_seats ${team} 2026`)).toBe(`${year}.00`)
      expect(found.get(`seat_of_year ${team}-rep-2 2026`)).toBe(`${rep}.00`)
      // The senior who was hired first has what is left over.
      expect(found.get(`seat_of_year ${team}-senior-1 2026`)).toBe(`${senior + left}.00`)
      expect(found.get(`seat_of_year ${team}-manager-1 2026`)).toBe('0.00')
    }
    expect(found.get('seat_of_year EC2-senior-2 2026')).toBe('9257000.00')
    expect(found.get('seat_of_year EC2-senior-1 2026')).toBe('9260000.00')
    expect(found.get('whole_by_teams 2026')).toBe('360000000.00')
  })

  test('is broken down to quarters and months, each with its remainder in the last', () => {
    expect(found.get('seat_of_quarter EC2-rep-1 2026-Q2')).toBe('1542750.00')
    expect(found.get('seat_of_month EC2-rep-1 2026-04')).toBe('462825.00')
    expect(found.get('seat_of_month EC2-rep-1 2026-05')).toBe('509107.00')
    expect(found.get('seat_of_month EC2-rep-1 2026-06')).toBe('570818.00')
    expect(['04', '05', '06'].map((m) => found.get(`seat_of_month EC1-rep-1 2026-${m}`))).toEqual([
      '486000.00',
      '534600.00',
      '599400.00',
    ])
  })
})
describe('a dated change', () => {
  const change = `  change "Shift to the south" from 2026-07-01 by Team keeps total {
    | team | amount         |
    | NC   | -3_000_000 CNY |
    | SC   | 3_000_000 CNY  |
  }
`
  const before = results(target())
  const after = results(target(change))

  test('acts on what comes after its day alone, and keeps the total', () => {
    expect(before.get('team_of_half NC 2026-H2')).toBe('30780000.00')
    expect(before.get('team_of_half SC 2026-H2')).toBe('34884000.00')
    expect(after.get('team_of_half NC 2026-H2')).toBe('27780000.00')
    expect(after.get('team_of_half SC 2026-H2')).toBe('37884000.00')
    expect(after.get('team_of_half NC 2026-H1')).toBe('23220000.00')
    expect(after.get('whole 2026')).toBe('360000000')
    expect(after.get('whole_by_teams 2026')).toBe('360000000.00')
    for (const line of [
      'seat_of_quarter NC-rep-1 2026-Q2',
      'seat_of_month NC-rep-1 2026-05',
      'seat_of_quarter EC1-rep-1 2026-Q4',
    ])
      expect(after.get(line)).toBe(before.get(line))
  })

  test('is handed down by the weights of the seats and in the old proportion of what was left', () => {
    // −3,000,000 over 6 × 1 + 2 × 1.5 = 9 units: 333,333.33 → −333,000 and 500,000 → −500,000; −2,000 are left.
    expect(after.get('seat_of_year NC-rep-1 2026')).toBe('5667000.00')
    expect(after.get('seat_of_year NC-senior-1 2026')).toBe('8498000.00')
    expect(after.get('seat_of_year NC-senior-2 2026')).toBe('8500000.00')
    // −333,000 by 1,560,000 : 1,860,000 of the third and fourth quarter.
    expect(before.get('seat_of_quarter NC-rep-1 2026-Q3')).toBe('1560000.00')
    // 333,000 × 1,560,000 ÷ 3,420,000 = 151,894.73… → 151,894; the rest of the 333,000 in the last quarter.
    expect(after.get('seat_of_quarter NC-rep-1 2026-Q3')).toBe('1408106.00')
    expect(after.get('seat_of_quarter NC-rep-1 2026-Q4')).toBe('1678894.00')
  })

  test('may move the total, and a later one stands on it', () => {
    const more = `${change}  change "More for all" from 2026-10-01 plus 36_000_000 CNY moves total\n`
    const found = results(target(more))
    expect(found.get('whole 2026')).toBe('396000000')
    expect(found.get('whole_by_teams 2026')).toBe('396000000.00')
    // 18 % of 36,000,000, all of it in the last quarter.
    expect(found.get('team_of_year EC1 2026')).toBe('71280000.00')
    expect(found.get('seat_of_quarter EC1-rep-1 2026-Q3')).toBe(
      before.get('seat_of_quarter EC1-rep-1 2026-Q3'),
    )
    // 6,480,000 ÷ 10 units: 648,000 more for a rep's year.
    expect(found.get('seat_of_year EC1-rep-1 2026')).toBe('7128000.00')
    expect(found.get('seat_of_quarter EC1-rep-1 2026-Q4')).toBe('2656800.00')
  })

  test('is held when it names a team that the data does not have', () => {
    const found = results(target(change.replace('| SC ', '| XX ')))
    expect(found.get('whole 2026')).toBe('held BY852')
    expect(found.get('seat_of_month NC-rep-1 2026-01')).toBe('held BY852')
  })
})

describe('what people carry, and the reserve of their team', () => {
  const ramp = `value carry for Seat per month =
  if held_from missing then 0%
  else if held_until present and (held_until if missing 2026-01-01) < last_day() then 0%
  else if held_from > last_day() then 0%
  else if held_from < 2026-01-01 then 100%
  else if held_from > first_day() + 14 days then 0%
  else ramped(months(held_from, last_day()) + 1)
table ramped unique {
  | month          | => share |
  | up to 1        | 30%      |
  | over 1 up to 2 | 60%      |
  | over 2 up to 3 | 80%      |
  | over 3         | 100%     |
}
`
  const assigned =
    '  assigned quota by Seat in proportion to carry, rounded down to 1 CNY, reserve team_reserve by Team\n'
  const more = `decision quota_of_quarter for Seat per quarter { gives part = sum(plan.quota) }
decision reserve_of_quarter for Team per quarter { gives part = sum(plan.team_reserve) }
decision all_of_team for Team per quarter { gives whole = sum(plan.seat_month) - sum(plan.team_reserve) - sum(plan.quota) }
`
  const rows = {
    ...data,
    Seat: data.Seat.map((seat) => {
      if (seat.id === 'EC1-rep-1') return { ...seat, held_from: '2026-04-13' }
      if (seat.id === 'EC1-rep-2') return { ...seat, held_until: '2026-05-31' }
      return seat
    }),
  }
  const found = results(ramp + target(assigned) + more, rows)

  test('a joiner carries 30, 60 and 80 %, a leaver the months that he was there for', () => {
    // 486,000 × 30 % + 534,600 × 60 % + 599,400 × 80 %.
    expect(found.get('quota_of_quarter EC1-rep-1 2026-Q2')).toBe('946080.00')
    expect(found.get('quota_of_quarter EC1-rep-2 2026-Q2')).toBe('1020600.00')
  })

  test('the reserve has the rest: people and reserve are the team, always', () => {
    // 673,920 of the joiner and 599,400 of the leaver.
    expect(found.get('reserve_of_quarter EC1 2026-Q2')).toBe('1273320.00')
    for (const team of ['EC1', 'EC2', 'KA'])
      for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4'])
        expect(found.get(`all_of_team ${team} 2026-${quarter}`)).toBe('0.00')
  })
})

test('a seat that one leaves and another joins is carried by the rows that are there, the gap by the reserve', () => {
  const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; hired date }
record Seat { id text key; units number from 0 }
record Assignment {
  id text key; seat Seat; person Person; begins date; ends date optional
  in force from begins until ends by seat
  exists from begins until ends
}
value ramp for Assignment per month = if months(person.hired, last_day()) < 2 then 50% else 100%
target plan {
  total 1_200 CNY per year
  parts seat_year by Seat in proportion to units, remainder to largest
  parts seat_month by month, remainder to last
  assigned quota by Assignment in proportion to ramp, reserve kept
}
decision q for Person per month { gives quota = sum(plan.quota) }
decision r for Seat per month { gives kept = plan.kept }
`
  const rows = {
    Person: [
      { id: 'P', hired: '2020-01-01' },
      { id: 'N', hired: '2026-04-10' },
    ],
    Seat: [{ id: 'S', units: '1' }],
    Assignment: [
      { id: '1', seat: 'S', person: 'P', begins: '2025-01-01', ends: '2026-02-28' },
      { id: '2', seat: 'S', person: 'N', begins: '2026-04-10', ends: null },
    ],
  }
  const found = run(text, rows, '2026-01-01', '2026-06-30')
  const months = ['01', '02', '03', '04', '05', '06']
  const of = (clause: string, who: string) => months.map((m) => found.get(`${clause} ${who} 2026-${m}`))
  expect(of('q', 'P')).toEqual(['100.00', '100.00', '0.00', '0.00', '0.00', '0.00'])
  expect(of('q', 'N')).toEqual(['0.00', '0.00', '0.00', '50.00', '50.00', '100.00'])
  expect(of('r', 'S')).toEqual(['0.00', '0.00', '100.00', '50.00', '50.00', '0.00'])
})
