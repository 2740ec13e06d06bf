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

test('rows of another record count up to the second where both have times, else the whole day', () => {
  const policy = (
    at: 'time' | 'date',
  ) => `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
record Call { id text key; line one of a, b; at time posting }
record Visit { id text key; line one of a, b; made ${at} posting }
decision d for each Visit {
  gives nth = count(Call so far within line)
  gives recent = count(Call in last 2 days within line)
}
`
  const Call = [
    ['1', 'a', '2026-03-01 10:00'],
    ['2', 'a', '2026-03-02 00:00'],
    ['3', 'a', '2026-03-04 09:00'],
    ['4', 'a', '2026-03-04 15:00:01'],
    ['5', 'b', '2026-03-04 08:00'],
  ].map(([id, line, at]) => ({ id, line, at }))
  const Visit = (hour: string) =>
    [
      ['x', 'a', `2026-03-04${hour && ' 15:00'}`],
      ['y', 'a', `2026-03-04${hour && ' 15:00:01'}`],
      ['z', 'a', `2026-03-02${hour && ' 00:00'}`],
    ].map(([id, line, made]) => ({ id, line, made }))
  const found = (at: 'time' | 'date') => {
    const lines = run(
      policy(at),
      { Call, Visit: Visit(at === 'time' ? 'h' : '') },
      '2026-01-01',
      '2026-03-31',
    )
    return ['x', 'y', 'z'].map((id) => [lines.get(`d ${id}`), lines.get(`d ${id} recent`)])
  }
  // By hand: at 15:00 the calls 1, 2 and 3 have come, of the last two days (from 3 March on) only 3.
  expect(found('time')).toEqual([
    ['3', '1'],
    ['4', '2'],
    ['2', '2'],
  ])
  expect(found('date')).toEqual([
    ['4', '2'],
    ['4', '2'],
    ['2', '2'],
  ])
})
