import { describe, expect, test } from 'vitest'
import { explained } from '../explained.ts'
import { run } from '../run-policy.ts'

/** Article 52 of the handbook: a part of each quarter is held, and what belongs to overdue orders waits. By hand. */
const policy = (
  release: string,
) => `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; due date; paid date optional }
record Receipt { id text key; order Order; received date posting; amount money }
value collected for Rep per quarter = sum(Receipt.amount)
value released_on for each Order = if paid missing then due + 2 years else if days(due, paid) > 90 then paid else 2027-01-15
commission quarterly for Rep per quarter {
  rate 1% of collected
  round 0.01 half-up
  release ${release}
}
payout pay for Rep per month { add quarterly }
`
const shared = '85% on last_day(), 15% shared by Receipt.amount on order.released_on'
const data = {
  Rep: [{ id: 'A' }],
  Order: [
    { id: 'O1', rep: 'A', due: '2026-02-01', paid: '2026-02-10' as string | null },
    { id: 'O2', rep: 'A', due: '2026-02-01', paid: '2027-03-05' },
    { id: 'O3', rep: 'A', due: '2026-02-01', paid: null },
  ],
  Receipt: [
    { id: 'r1', order: 'O1', received: '2026-02-10', amount: '1000' },
    { id: 'r2', order: 'O2', received: '2026-02-20', amount: '1000' },
    { id: 'r3', order: 'O3', received: '2026-03-20', amount: '1000' },
    { id: 'r4', order: 'O1', received: '2026-04-20', amount: '50' },
  ],
}

describe('a holdback', () => {
  test('is released on a day for all of a quarter', () => {
    const found = run(policy('85% on last_day(), 15% on 2027-01-15'), data, '2026-01-01', '2027-01-31')
    // A hundredth of 3,000 and of 50 is 30.00 and 0.50: 85 % is 25.50 and 0.43 (0.425).
    expect(['2026-03', '2026-06', '2027-01'].map((m) => found.get(`pay A ${m}`))).toEqual([
      '25.50',
      '0.43',
      '4.57',
    ])
  })

  test('belongs to the receipts of its quarter, each on a day of its own', () => {
    const found = run(policy(shared), data, '2026-01-01', '2027-04-30')
    // Each of the first three has a third of 4.50.
    const pay = ['2026-03', '2026-06', '2027-01', '2027-03'].map((m) => found.get(`pay A ${m}`))
    // The order of r2 was paid late: its part waits for the money. That of r3 is due in 2028.
    expect(pay).toEqual(['25.50', '0.43', '1.57', '1.50'])
    expect(found.has('quarterly.2 r3')).toBe(false)
    expect(run(policy(shared), data, '2028-01-01', '2028-12-31').get('quarterly.2 r3')).toBe('1.50')
  })

  test('is shared to the cent: what is left goes to the largest remainders, of equal ones to the smaller key', () => {
    const Receipt = ['r3', 'r1', 'r2'].map((id) => ({
      id,
      order: 'O1',
      received: '2026-02-10',
      amount: '22',
    }))
    const found = run(policy(shared), { ...data, Receipt }, '2027-01-01', '2027-01-31')
    // 0.66 less 0.56 leaves 0.10.
    expect(['r1', 'r2', 'r3'].map((id) => found.get(`quarterly.2 ${id}`))).toEqual(['0.04', '0.03', '0.03'])
  })

  test('is found though only the month of its release is asked for', () => {
    const found = run(policy(shared), data, '2027-03-01', '2027-03-31')
    expect(found.get('pay A 2027-03')).toBe('1.50')
  })

  test('of a quarter without rows holds what is paid of it', () => {
    const text = policy(shared).replace('rate 1% of collected', 'start 10 CNY')
    const found = run(text, data, '2026-07-01', '2026-09-30')
    expect(found.get('pay A 2026-09')).toBe('held BY856')
  })

  test('is told as the receipt’s part', () => {
    const asked = { output: 'quarterly.2', row: 1, day: '2027-03-05', language: 'en' } as const
    const told = explained(policy(shared), data, asked)
    expect(told).toContain('r2 · A · 2027-03-05')
    expect(told).toContain('4.50 × 1,000.00 ÷ 3,000.00 = 1.50')
  })
})
