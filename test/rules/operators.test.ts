import { expect, test } from 'vitest'
import { operators } from '../../src/targets/rules/operators.ts'

const unknown = [
  undefined,
  null,
  { is: 'undecided', code: 'BY801', reason: '', missing: true },
  { is: 'not-applicable', code: 'BY811', reason: '' },
  0.1,
  ['0.1'],
]

test('no operator that compares holds for what is not known, nor its opposite', () => {
  const values: { readonly [name: string]: unknown } = {
    'bylaw.within': [{ from: '0' }],
    'bylaw.outside': [{ from: '1000' }],
    'bylaw.in': ['a', true, '0.1'],
    'bylaw.notIn': ['b'],
  }
  for (const [name, holds] of Object.entries(operators)) {
    if (name === 'bylaw.state' || name === 'bylaw.some') continue
    for (const fact of unknown) expect([name, holds(fact, values[name] ?? '0.1')]).toEqual([name, false])
  }
})

test('numbers are compared exactly, quotients and days too', () => {
  const at = (name: string, fact: string, value: unknown) => operators[`bylaw.${name}`]?.(fact, value)
  expect(at('equal', '0.30', '0.3')).toBe(true)
  expect(at('equal', '1/3', '0.333333333333')).toBe(false)
  expect(at('lessThan', '0.333333333333', '1/3')).toBe(true)
  expect(at('greaterThanInclusive', '100000000000000000000.01', '100000000000000000000.01')).toBe(true)
  expect(at('within', '2026-03-31', [{ from: '2026-01-01', under: '2026-04-01' }])).toBe(true)
  expect(at('within', '2026-04-01', [{ from: '2026-01-01', under: '2026-04-01' }])).toBe(false)
  expect(at('within', '0.05', [{ over: '0.05', to: '0.12' }])).toBe(false)
  expect(at('outside', '0.05', [{ over: '0.05', to: '0.12' }])).toBe(true)
})
