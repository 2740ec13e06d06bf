import { expect, test } from 'vitest'
import { runSample } from './run-sample.ts'

const run = () => runSample('deductions-zh', { from: '2026-04-01', until: '2026-07-31' })

test('deductions-zh takes 3,600 in three months, as its README says', () => {
  const { amounts, diagnostics, loaded } = run()
  expect(diagnostics).toEqual([])
  expect(loaded.problems).toEqual([])
  const months = ['2026-05', '2026-06', '2026-07']
  // 20 % of 9,200; 2,700 − 2,330; what is left of 30 % of 12,000.
  expect(months.map((month) => amounts.get(`赔偿 P01 ${month}`))).toEqual(['1840.00', '370.00', '1390.00'])
  expect(months.map((month) => amounts.get(`赔偿.carried P01 ${month}`))).toEqual([
    '1760.00',
    '1390.00',
    '0.00',
  ])
})

test('deductions-zh gives 7 points for the third V2 within 76 days, and counts none of 90 days before', () => {
  const { amounts } = run()
  expect(['W1', 'W2', 'W3'].map((id) => amounts.get(`违规扣分 ${id}`))).toEqual(['1', '2', '4'])
  expect(amounts.get('季度提成 P02 2026-Q2')).toBe('20569.40')
  expect(amounts.get('违规扣分.nth W6')).toBe('1')
  expect(amounts.get('季度提成 P03 2026-Q2')).toBe('12000.00')
})

test('deductions-zh holds the compensation of a month without a wage', () => {
  expect(run().amounts.get('赔偿 P03 2026-06')).toBe('held')
})
