import { expect, test } from 'vitest'
import { runSample } from './run-sample.ts'

test('first-commission pays 6 % to quota and 9 % above, as its README says', () => {
  const run = runSample('first-commission', { from: '2026-01-01', until: '2026-03-31' })
  expect(run.diagnostics).toEqual([])
  expect(run.loaded.problems).toEqual([])
  // Ada's deal of 1 April is not in the quarter; Dee's cent above quota earns 0.0009.
  expect([...run.amounts.values()]).toEqual(['3000.00', '4800.00', '6600.00', '2400.00', '0.00'])
})

test('first-commission counts the deal of 1 April in the second quarter', () => {
  const run = runSample('first-commission', { from: '2026-04-01', until: '2026-06-30' })
  expect(run.amounts.get('sales_commission R1 2026-Q2')).toBe('600.00')
})

test('first-commission pays Cai alone more when 9 % becomes 10 %, as its README says', () => {
  const days = { from: '2026-01-01', until: '2026-03-31' }
  const run = runSample('first-commission', days, undefined, (text) => text.replace('9%', '10%'))
  expect([...run.amounts.values()]).toEqual(['3000.00', '4800.00', '6800.00', '2400.00', '0.00'])
})

test('margin-matrix pays each deal by product and margin and holds the one without a margin', () => {
  const run = runSample('margin-matrix', { from: '2026-03-01', until: '2026-03-31' })
  expect(run.diagnostics).toEqual([])
  expect(run.loaded.problems).toEqual([])
  expect(run.amounts).toEqual(
    new Map([
      ['逐筆提成 D01', '18000.00'],
      ['逐筆提成 D02', '865.00'],
      ['逐筆提成 D03', '5600.00'],
      ['逐筆提成 D04', '1000.00'],
      ['逐筆提成 D05', '1500.00'],
      ['逐筆提成 D06', '2400.00'],
      ['逐筆提成 D07', '1500.00'],
      ['逐筆提成 D08', 'held'],
      ['逐筆提成 D09', '-160.00'],
      ['每月應發 A1 2026-03', '18705.00'],
      ['每月應發 A2 2026-03', '8100.00'],
      ['每月應發 A3 2026-03', 'held'],
    ]),
  )
})
