import { describe, expect, test } from 'vitest'
import { run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from the calendar of 2026. */
const head = `policy p { language en; currency CNY; calendar cn; effective from 2026-01-01 until open }
record Rep { id text key; hired date; left date optional; exists from hired until left }
`
const rows = {
  Rep: [
    { id: 'all', hired: '2020-01-01', left: null },
    { id: 'joins', hired: '2026-04-13', left: null },
    { id: 'late', hired: '2026-04-16', left: null },
    { id: 'leaves', hired: '2020-01-01', left: '2026-05-14' },
    { id: 'short', hired: '2026-04-15', left: '2026-05-15' },
  ],
}
const pay = (text: string, clause: string, period: string, from = '2026-04-01', until = '2026-06-30') => {
  const found = run(head + text, rows, from, until)
  return rows.Rep.map(({ id }) => found.get(`${clause} ${id} ${period}`))
}
const step = (amount: string, by: string, per: string) =>
  `bonus b for Rep per ${per} { start ${amount} CNY; prorate by ${by}; round 0.01 half-up }`

describe('an amount for a part of a period', () => {
  test('by calendar days: 18 of the 30 days of April', () => {
    expect(pay(step('3_000', 'calendar days', 'month'), 'b', '2026-04')).toEqual([
      '3000.00',
      '1800.00',
      '1500.00',
      '3000.00',
      '1600.00',
    ])
    // 14 of 31 days of May: 1,354.838… of 3,000.
    expect(pay(step('3_000', 'calendar days', 'month'), 'b', '2026-05')[3]).toBe('1354.84')
  })

  test('by working days: 14 of the 21 of April, whose 6th is a holiday', () => {
    const april = pay(step('2_100', 'working days', 'month'), 'b', '2026-04')
    expect(april).toEqual(['2100.00', '1400.00', '1100.00', '2100.00', '1200.00'])
  })

  test('by whole months, and by months whose 15th is in', () => {
    expect(pay(step('900', 'months', 'quarter'), 'b', '2026-Q2')).toEqual([
      '900.00',
      '600.00',
      '600.00',
      '300.00',
      '0.00',
    ])
    expect(pay(step('900', 'mid-month', 'quarter'), 'b', '2026-Q2')).toEqual([
      '900.00',
      '900.00',
      '600.00',
      '300.00',
      '600.00',
    ])
  })

  test('is an exact fraction until it is rounded, also in a value', () => {
    const text = `value share for Rep per month = 100 CNY prorated by calendar days
bonus b for Rep per month { start share * 3; round 0.01 half-up }`
    // 100 × 18 ÷ 30 × 3, and 100 × 14 ÷ 31 × 3 = 135.483…
    expect(pay(text, 'b', '2026-04')[1]).toBe('180.00')
    expect(pay(text, 'b', '2026-05')[3]).toBe('135.48')
  })
})

describe('working days', () => {
  const count = (from: string, until: string) =>
    run(
      `${head}decision d per year { gives days = working_days(${from}, ${until}) }`,
      rows,
      '2026-01-01',
      '2026-12-31',
    ).get('d 2026')

  test('of 2026 are 59, 61, 66 and 62 by quarter, as the handbook counts them', () => {
    expect(count('2026-01-01', '2026-03-31')).toBe('59')
    expect(count('2026-04-01', '2026-06-30')).toBe('61')
    expect(count('2026-07-01', '2026-09-30')).toBe('66')
    expect(count('2026-10-01', '2026-12-31')).toBe('62')
    expect(count('2026-01-01', '2026-12-31')).toBe('248')
  })

  test('count the weekends that are worked instead, and both days that are named', () => {
    // Labour Day: 1 to 5 May off, Saturday 9 May worked.
    expect(count('2026-04-30', '2026-05-09')).toBe('5')
    expect(count('2026-05-09', '2026-05-09')).toBe('1')
    expect(count('2026-05-10', '2026-05-10')).toBe('0')
    expect(count('2026-05-10', '2026-05-09')).toBe('0')
  })

  test('of a year that has not been announced are held', () => {
    expect(count('2026-12-30', '2027-01-04')).toBe('held BY853')
    expect(count('2003-12-30', '2004-01-04')).toBe('held BY853')
  })
})

describe('periods as results', () => {
  const text = `decision d for each Rep {
  gives first = if day_of_month(hired) <= 15 then month(hired) else month(hired + 1 month)
  gives same = quarter(hired) = quarter(2026-05-01)
  gives later = month(hired) > month(2026-03-31)
  gives begins = first_day(quarter(hired))
  gives ends = last_day(half_year(hired))
  gives of = year(hired)
}`
  const found = run(head + text, rows, '2026-04-01', '2026-06-30')

  test('a month is shown by its name and compared with others', () => {
    expect(found.get('d joins')).toBe('2026-04')
    expect(found.get('d late')).toBe('2026-05')
    expect(found.get('d late same')).toBe('true')
    expect(found.get('d all later')).toBe('false')
    expect(found.get('d late later')).toBe('true')
    expect(found.get('d late of')).toBe('2026')
  })

  test('its first and last day are dates', () => {
    expect(found.get('d late begins')).toBe('2026-04-01')
    expect(found.get('d late ends')).toBe('2026-06-30')
  })
})
