import { expect, it } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { findings, run } from '../run-policy.ts'

const policy = (
  history: string,
) => `policy late { language en; currency CNY; effective from 2026-04-01 until open; ${history} }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per month = sum(Order.amount)
value recent for Rep per month = sold in last 3 months
value points for Rep per month starts 0 = (points in previous month) + count(Order)
bonus on_recent for Rep per month { rate 10% of recent; round 0.01 half-up }
bonus on_growth for Rep per month { rate 10% of larger of sold - (sold in previous month), 0 CNY; round 0.01 half-up }
bonus on_points for Rep per month { start 1 CNY; times points; round 0.01 half-up }
`
const data = {
  Rep: [{ id: 'A' }],
  Order: [
    { id: '1', rep: 'A', signed: '2026-01-15', amount: '1000' },
    { id: '2', rep: 'A', signed: '2026-02-15', amount: '100' },
    { id: '3', rep: 'A', signed: '2026-03-15', amount: '20' },
    { id: '4', rep: 'A', signed: '2026-04-15', amount: '300' },
    { id: '5', rep: 'A', signed: '2026-05-15', amount: '7' },
  ],
}
const lines = (history: string, from = '2026-04-01', until = '2026-04-30') =>
  run(policy(history), data, from, until)

it('without more words the data begins with the policy: what looks back further is held', () => {
  const april = lines('')
  expect(april.get('on_recent A 2026-04')).toBe('held BY825')
  expect(april.get('on_growth A 2026-04')).toBe('held BY825')
  expect(april.get('on_points A 2026-04')).toBe('1.00')
})

it('with a history, values are worked out from its first day on', () => {
  const april = lines('history from 2026-02-01')
  expect(april.get('on_recent A 2026-04')).toBe('42.00')
  expect(april.get('on_growth A 2026-04')).toBe('28.00')
  expect(april.get('on_points A 2026-04')).toBe('3.00')
})

it('a window that begins before the history is held', () => {
  expect(lines('history from 2026-03-01').get('on_recent A 2026-04')).toBe('held BY843')
  expect(lines('history from 2026-03-01').get('on_growth A 2026-04')).toBe('28.00')
})

it('clauses are paid only while the policy is in force, whatever history there is', () => {
  const march = lines('history from 2026-01-01', '2026-03-01', '2026-03-31')
  expect(march.get('on_recent A 2026-03')).toBe('n/a BY808')
  expect(march.get('on_points A 2026-03')).toBe('n/a BY808')
})

it('a window over its own kind of period asks for none before the data', () => {
  const text = `policy counted { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per quarter = sum(Order.amount)
value good for Rep per quarter = count(quarter in last 4 quarters where sold >= 100 CNY)
bonus steady for Rep per quarter { start 5 CNY; times good; round 0.01 half-up }
`
  const { plan } = compile([{ name: 'p.bylaw', text }])
  if (!plan) throw new Error('the policy has errors')
  const { rows } = rowsFromObjects(plan, data)
  const span = { from: need(parseDay('2026-10-01')), until: need(parseDay('2026-12-31')) }
  const { engine } = evaluate(plan, rows, { span })
  // Four quarters of one representative: nothing of 2025 is worked out only to be held.
  expect(engine.domains.get(need(plan.columns.find((c) => c.id === 'sold')).grain)?.count).toBe(4)
  expect(run(text, data, '2026-10-01', '2026-12-31').get('steady A 2026-Q4')).toBe('10.00')
})

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

it('the history cannot begin after the policy', () => {
  expect(findings(policy('history from 2026-04-02'))).toContain('BY478')
})
