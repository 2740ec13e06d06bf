import { expect, test } from 'vitest'
import { dayOf } from '../../src/base/day.ts'
import { meaning } from '../agree/agreement.ts'
import { engineLines } from '../agree/engine.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { findings, run } from '../run-policy.ts'

const policy = `policy p { language en; currency CNY; effective from 2024-01-01 until open; year starts 04-01 }
record Rep { id text key; hired date }
value share for Rep per month = ((days(hired, last_day()) + 1) / days_in_period()) clamp 0% to 100%
bonus allowance for Rep per month { start 310 CNY; times share; round 0.01 half-up }
bonus month for Rep per month { start 1 CNY; times days_in_period(); round 0.01 half-up }
bonus quarter for Rep per quarter { start 1 CNY; times days_in_period(); round 0.01 half-up }
bonus year for Rep per year { start 1 CNY; times days_in_period(); round 0.01 half-up }
`
const data = { Rep: [{ id: 'A', hired: '2024-02-20' }] }

test('days_in_period counts the days of the month, the quarter and the year of the result', () => {
  const lines = run(policy, data, '2024-02-01', '2025-03-31')
  expect(lines.get('month A 2024-02')).toBe('29.00')
  expect(lines.get('month A 2025-02')).toBe('28.00')
  expect(lines.get('month A 2024-04')).toBe('30.00')
  // January to March of the fiscal year that began in April 2023, and the year 2024 from April on.
  expect(lines.get('quarter A 2023-Q4')).toBe('91.00')
  expect(lines.get('year A 2024')).toBe('365.00')
  // Hired on 20 February: 10 of 29 days of 310, then all of it.
  expect(lines.get('allowance A 2024-02')).toBe('106.90')
  expect(lines.get('allowance A 2024-03')).toBe('310.00')
})

test('the reference, which counts day by day, says the same', () => {
  const asked = reference(programOf(policy), new Map(Object.entries(data)), ['2024-02', '2024-03', '2023-Q4'])
  const span = { from: dayOf(2024, 2, 1) ?? 0, until: dayOf(2024, 3, 31) ?? 0 }
  const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, span)
  if ('errors' in got) throw new Error(got.errors.join('\n'))
  for (const [line, want] of asked.lines)
    expect([line, meaning(got.lines.get(line))]).toEqual([line, meaning(want)])
})

test('outside a period it has no meaning', () => {
  expect(findings(`${policy}value odd for Rep = days_in_period() + 1`)).toContain('BY408')
})

test('any of a record with a test asks whether there is such a row; all of one says what to write', () => {
  const orders = `policy p { language en; currency CNY; effective from 2024-01-01 until open; year starts 01-01 }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
value large for Rep per month = any(Order where amount > 10 CNY)
bonus prize for Rep per month { start if large then 5 CNY else 1 CNY; round 0.01 half-up }
`
  const rows = {
    Rep: [{ id: 'A' }, { id: 'B' }],
    Order: [
      { id: 'O1', rep: 'A', signed: '2024-02-01', amount: '10.01' },
      { id: 'O2', rep: 'B', signed: '2024-02-01', amount: '10.00' },
    ],
  }
  const lines = run(orders, rows, '2024-02-01', '2024-02-29')
  expect([lines.get('prize A 2024-02'), lines.get('prize B 2024-02')]).toEqual(['5.00', '1.00'])
  const asked = reference(programOf(orders), new Map(Object.entries(rows)), ['2024-02'])
  const got = engineLines([{ name: 'policy.bylaw', text: orders }], rows, {
    from: dayOf(2024, 2, 1) ?? 0,
    until: dayOf(2024, 2, 29) ?? 0,
  })
  if ('errors' in got) throw new Error(got.errors.join('\n'))
  expect(asked.lines.size).toBeGreaterThan(1)
  for (const [line, want] of asked.lines)
    expect([line, meaning(got.lines.get(line))]).toEqual([line, meaning(want)])
  expect(findings(orders.replace('any(', 'all('))).toContain('BY307')
  expect(findings(orders.replace('any(Order where amount > 10 CNY)', 'min(Order) > 1'))).toContain('BY316')
})
