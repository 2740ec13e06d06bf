import { expect, test } from 'vitest'
import { findings, run } from '../run-policy.ts'

const policy = `policy p "Authority" { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
record Person { id text key; role one of rep, manager, director, finance, legal; boss Person optional }
record Deal { id text key; person Person; signed date posting; kind one of a, b, c; amount money }
record Approval { id text key; deal Deal; by Person; day date; amount money }
authority signing "Signing" for each Deal {
  ranks rep, manager, director by person.role
  asked by person
  superior person.boss
  own up to rep
  table unique {
    | kind | => verdict                                 |
    | a    | approval in turn finance, legal, director |
    | b    | approval in turn legal, finance           |
    | c    | approval all of finance, legal            |
  }
  approved by Approval.by for Approval.deal on Approval.day, valid 15 days
  late when Approval.day <= signed + 5 days
  again when amount > Approval.amount
}
value counts_with for each Deal = if signing.approved in (timely, late) then 1 else 0
`
const people = [
  ['R', 'rep', 'D'],
  ['D', 'director', null],
  ['F', 'finance', 'D'],
  ['L', 'legal', 'D'],
] as const
type Given = readonly [by: string, day: string, amount?: string]
/** A deal of 15 June with these approvals. */
const approved = (kind: string, ...given: readonly Given[]) => {
  const data = {
    Person: people.map(([id, role, boss]) => ({ id, role, boss })),
    Deal: [{ id: '1', person: 'R', signed: '2026-06-15', kind, amount: '100' }],
    Approval: given.map(([by, day, amount = '100'], i) => ({ id: `${i}`, deal: '1', by, day, amount })),
  }
  const lines = run(policy, data, '2026-06-01', '2026-06-30')
  return [lines.get('signing 1 how'), lines.get('signing 1 approved')]
}
const [first, second, third] = ['2026-06-08', '2026-06-09', '2026-06-10'] as const

test('who signs is named in the order asked for, else in that of the rows', () => {
  const named = (kind: string) => {
    const data = {
      Person: people.map(([id, role, boss]) => ({ id, role, boss })),
      Deal: [{ id: '1', person: 'R', signed: '2026-06-15', kind, amount: '100' }],
      Approval: [],
    }
    return run(policy, data, '2026-06-01', '2026-06-30').get('signing 1 with')
  }
  expect(named('a')).toBe('finance, legal')
  expect(named('b')).toBe('legal, finance')
  expect(named('c')).toBe('finance, legal')
})

test('signatures in turn count in the order written, several of one day in any', () => {
  expect(approved('a', ['F', first], ['L', second], ['D', third])).toEqual(['turn', 'timely'])
  expect(approved('a', ['F', first], ['L', first], ['D', first])).toEqual(['turn', 'timely'])
  expect(approved('a', ['F', first], ['L', third], ['D', second])).toEqual(['turn', 'unordered'])
  expect(approved('a', ['L', first], ['F', second], ['D', third])).toEqual(['turn', 'unordered'])
  // The same the other way round.
  expect(approved('b', ['L', first], ['F', second])).toEqual(['turn', 'timely'])
  expect(approved('b', ['F', first], ['L', second])).toEqual(['turn', 'unordered'])
  // Together, no order matters.
  expect(approved('c', ['L', first], ['F', second])).toEqual(['all', 'timely'])
  expect(approved('c', ['F', first], ['L', second])).toEqual(['all', 'timely'])
})

test('one that is given again after the others mends the order, late where it is late', () => {
  expect(approved('a', ['F', first], ['L', third], ['D', second], ['D', third])).toEqual(['turn', 'timely'])
  expect(approved('a', ['F', first], ['L', third], ['D', second], ['D', '2026-06-20'])).toEqual([
    'turn',
    'late',
  ])
  expect(approved('a', ['F', first], ['L', third], ['D', second], ['D', '2026-06-21'])).toEqual([
    'turn',
    'unordered',
  ])
})

test('only approvals that count have a place in the order', () => {
  // The first one of finance is for less than the deal is worth.
  expect(approved('b', ['L', second], ['F', first], ['F', third, '99'])).toEqual(['turn', 'unordered'])
  expect(approved('a', ['F', first], ['L', second])).toEqual(['turn', 'none'])
  expect(approved('b', ['L', second], ['F', third, '99'])).toEqual(['turn', 'changed'])
})

test('only where an order can be asked for may it be missed', () => {
  const seen = `${policy}value word "Word" for each Deal = if signing.approved = unordered then 1 else 0\n`
  expect(findings(seen)).not.toContain('BY204')
  expect(findings(seen.replaceAll('in turn', 'all of'))).toContain('BY204')
})

test('approvals with a time count by their local day, and in turn to the second', () => {
  const timed = policy
    .replace('by Person; day date; amount', 'by Person; day time; amount')
    .replace('signed date posting', 'signed date posting; sent time')
    .replace('on Approval.day, valid', 'on Approval.day, needed on sent, valid')
    .replace('Approval.day <= signed + 5 days', 'working_days(signed, Approval.day) <= 6')
  const state = (kind: string, ...given: readonly Given[]) => {
    const data = {
      Person: people.map(([id, role, boss]) => ({ id, role, boss })),
      // Monday; sent at noon.
      Deal: [{ id: '1', person: 'R', signed: '2026-06-15', sent: '2026-06-15 12:00', kind, amount: '100' }],
      Approval: given.map(([by, day, amount = '100'], i) => ({ id: `${i}`, deal: '1', by, day, amount })),
    }
    return run(timed, data, '2026-06-01', '2026-06-30').get('signing 1 approved')
  }
  // Half past midnight of the 31st of May in Shanghai: fifteen days later is the 15th. The evening before was too early.
  expect(state('c', ['F', '2026-05-30T16:30:00Z'], ['L', '2026-06-10 09:00'])).toBe('timely')
  expect(state('c', ['F', '2026-05-30T15:30:00Z'], ['L', '2026-06-10 09:00'])).toBe('expired')
  expect(state('c', ['F', '2026-06-15 12:00'], ['L', '2026-06-10 09:00'])).toBe('timely')
  // A second after it was sent is late, until the end of Tuesday the 23rd, the sixth working day: Friday the 19th is a holiday.
  expect(state('c', ['F', '2026-06-15 12:00:01'], ['L', '2026-06-10 09:00'])).toBe('late')
  expect(state('c', ['F', '2026-06-23 23:59'], ['L', '2026-06-10 09:00'])).toBe('late')
  expect(state('c', ['F', '2026-06-24 00:00'], ['L', '2026-06-10 09:00'])).toBe('none')
  expect(state('b', ['L', '2026-06-10 09:00:00'], ['F', '2026-06-10 09:00:01'])).toBe('timely')
  expect(state('b', ['F', '2026-06-10 09:00:00'], ['L', '2026-06-10 09:00:01'])).toBe('unordered')
})
