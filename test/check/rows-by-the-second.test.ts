import { expect, test } from 'vitest'
import { run } from '../run-policy.ts'

test('rows of one day come in the order of their times, then of their keys', () => {
  const policy = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
record Call { id text key; line one of a, b; at time posting }
decision d for each Call { gives nth = count(Call so far within line) }
`
  const calls = [
    ['1', 'a', '2026-03-02 15:00'],
    ['2', 'a', '2026-03-02 09:00'],
    ['4', 'a', '2026-03-02 09:00'],
    ['3', 'a', '2026-03-01 23:59'],
    ['5', 'b', '2026-03-02 08:00'],
  ] as const
  const rows = calls.map(([id, line, at]) => ({ id, line, at }))
  const nth = (Call: typeof rows) => {
    const found = run(policy, { Call }, '2026-01-01', '2026-03-31')
    return calls.map(([id]) => found.get(`d ${id}`))
  }
  expect(nth(rows)).toEqual(['4', '2', '3', '1', '1'])
  expect(nth([...rows].reverse())).toEqual(['4', '2', '3', '1', '1'])
})
