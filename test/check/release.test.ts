import { describe, expect, test } from 'vitest'
import { run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; collected date optional; amount money }
record Return { id text key; deal Deal; returned date posting }
bonus booking for each Deal to rep { start amount; round 0.01 half-up; release 60% on signed, 40% on collected }
`
const data = {
  Rep: [{ id: 'A' }],
  Deal: [
    { id: '1', rep: 'A', signed: '2026-01-10', collected: '2026-03-05', amount: '100.01' },
    { id: '2', rep: 'A', signed: '2026-01-20', collected: null, amount: '50' },
  ],
  Return: [{ id: 'x', deal: '1', returned: '2026-02-01' }],
}
const results = (text: string, from = '2026-01-01', until = '2026-04-30') =>
  run(head + text, data, from, until)

describe('release', () => {
  test('pays each part in the period of its day, the last taking the rest to the cent', () => {
    const found = results('payout pay for Rep per month { add booking }')
    // 60 % of 100.01 is 60.006, of 50 it is 30; the rest of the first is 40.00, that of the second waits.
    expect(found.get('pay A 2026-01')).toBe('90.01')
    expect(found.get('pay A 2026-02')).toBe('0.00')
    expect(found.get('pay A 2026-03')).toBe('40.00')
  })

  test('a part that waits is no line', () => {
    const lines = [...results('').keys()]
    expect(lines.filter((line) => line.startsWith('booking.2'))).toHaveLength(1)
  })

  test('of a period’s pay finds the periods that it was earned in, though they are not asked for', () => {
    const text = `commission held for Rep per month { start sum(Deal.amount); round 0.01 half-up; release 75% on last_day(), 25% on 2026-04-15 }
payout pay for Rep per month { add held }`
    const found = results(text, '2026-04-01')
    // A quarter of January's 150.01: 37.5025 is what 112.51 leave.
    expect(found.get('pay A 2026-04')).toBe('37.50')
  })
})

describe('paid on', () => {
  test('is what was released until the day of the row that asks', () => {
    const text = `clawback back for each Return to deal.rep { rate 50% of paid on deal by booking; round 0.01 half-up }
payout pay for Rep per month { add booking; take back }`
    // Of deal 1 only the 60.01 of January: half of it, 30.005.
    expect(results(text).get('pay A 2026-02')).toBe('-30.01')
  })

  test('is held where two rows would take back the same deal', () => {
    const text = `clawback back for each Return to deal.rep { rate 50% of paid on deal by booking; round 0.01 half-up }
payout pay for Rep per month { add booking; take back }`
    const twice = { ...data, Return: [...data.Return, { id: 'y', deal: '1', returned: '2026-03-01' }] }
    const found = run(head + text, twice, '2026-01-01', '2026-04-30')
    expect([found.get('pay A 2026-02'), found.get('pay A 2026-03')]).toEqual(['held BY830', 'held BY830'])
    expect(found.get('pay A 2026-01')).toBe('90.01')
  })
})
