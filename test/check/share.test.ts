import { describe, expect, test } from 'vitest'
import { run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; pot money }
record Seat { id text key; team Team; units number from 0; hired date optional }
value season for Seat per quarter = if first_day() < 2026-04-01 then 18 else if first_day() < 2026-07-01 then 25 else if first_day() < 2026-10-01 then 26 else 31
`
const data = {
  Team: [{ id: 'T', pot: '100000' }],
  Seat: [
    { id: 'a', team: 'T', units: '1', hired: '2024-05-01' },
    { id: 'b', team: 'T', units: '1.5', hired: '2023-02-01' },
    { id: 'c', team: 'T', units: '1.5', hired: '2023-02-01' },
    { id: 'd', team: 'T', units: '1', hired: null },
  ],
}
const parts = (text: string, rows = data) => {
  const found = run(
    `${head}decision d for Seat per year { gives part = ${text} }`,
    rows,
    '2026-01-01',
    '2026-12-31',
  )
  return ['a', 'b', 'c', 'd'].map((seat) => found.get(`d ${seat} 2026`))
}

describe('a pool shared out in whole units', () => {
  // 100,000 by 1 : 1.5 : 1.5 : 1 is 20,000 and 30,000; in units of 7,000: 14,000, 28,000, 28,000, 14,000, and 16,000 are left.
  test('gives what is left to the largest, of equal ones to the smaller key', () => {
    const rule = 'pot shared by units within team rounded down to 7_000 CNY, remainder to largest'
    expect(parts(rule)).toEqual(['14000.00', '44000.00', '28000.00', '14000.00'])
  })

  test('gives it to the first or the last by key, or by a date of which some have none', () => {
    const rule = (to: string) =>
      `pot shared by units within team rounded down to 7_000 CNY, remainder to ${to}`
    expect(parts(rule('first'))).toEqual(['30000.00', '28000.00', '28000.00', '14000.00'])
    expect(parts(rule('last'))).toEqual(['14000.00', '28000.00', '28000.00', '30000.00'])
    expect(parts(rule('first by hired'))).toEqual(['14000.00', '44000.00', '28000.00', '14000.00'])
    expect(parts(rule('last by hired'))).toEqual(['30000.00', '28000.00', '28000.00', '14000.00'])
  })

  test('is held where nobody can take what is left, and is not where nothing is', () => {
    const nobody = { ...data, Seat: data.Seat.map((seat) => ({ ...seat, hired: null })) }
    const rule = (unit: string) =>
      `pot shared by units within team rounded down to ${unit}, remainder to first by hired`
    expect(parts(rule('7_000 CNY'), nobody)).toEqual(Array(4).fill('held BY850'))
    expect(parts(rule('10_000 CNY'), nobody)).toEqual(['20000.00', '30000.00', '30000.00', '20000.00'])
  })

  test('mirrors an amount below nothing', () => {
    const rule = '-pot shared by units within team rounded down to 7_000 CNY, remainder to largest'
    expect(parts(`(${rule})`)).toEqual(['-14000.00', '-44000.00', '-28000.00', '-14000.00'])
  })

  test('is held where all weigh nothing', () => {
    const none = { ...data, Seat: data.Seat.map((seat) => ({ ...seat, units: '0' })) }
    const rule = 'pot shared by units within team rounded down to 1 CNY, remainder to largest'
    expect(parts(rule, none)).toEqual(Array(4).fill('held BY829'))
  })
})

describe('a year shared among the quarters of one subject', () => {
  const text = `value year_part for Seat per year = pot shared by units within team
decision d for Seat per quarter { gives part = year_part shared by season within year rounded down to 1 CNY, remainder to last }`
  test('stands among the whole year, whichever quarter is asked for', () => {
    // 20,000 × 18 % … 31 %; 30,000 likewise.
    const found = run(head + text, data, '2026-04-01', '2026-06-30')
    expect(found.get('d a 2026-Q2')).toBe('5000.00')
    expect(found.get('d b 2026-Q2')).toBe('7500.00')
  })

  test('gives what is left to the last quarter', () => {
    const odd = { ...data, Team: [{ id: 'T', pot: '100001' }] }
    // a: 20,000.20 → 3,600, 5,000, 5,200 and 6,200 with the 20 cents that are left.
    const found = run(head + text, odd, '2026-01-01', '2026-12-31')
    expect(['Q1', 'Q2', 'Q3', 'Q4'].map((q) => found.get(`d a 2026-${q}`))).toEqual([
      '3600.00',
      '5000.00',
      '5200.00',
      '6200.20',
    ])
  })
})
