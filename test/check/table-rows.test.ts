import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecisionTable, Interval, TableRow, Test } from '../../src/check/checked.ts'
import { takesAll, uncovered } from '../../src/check/coverage.ts'
import { uncoveredApart } from '../../src/check/disjoint.ts'
import { maskOf, meetingIn, mergeIn, overlapIn } from '../../src/check/rows.ts'
import { bitsOf, type Domain, put, type Space, spaceOf } from '../../src/check/space.ts'
import { text } from '../../src/check/types.ts'

const span = { source: 'policy.bylaw', from: 0, to: 0 }
const words = ['a', 'b', 'c']
/** A day, a number with anything between two places, one of a list, yes or no. All bounds lie from 0 to 4. */
const domains: readonly Domain[] = [
  { name: 'day', type: { is: 'date' }, words: [], step: 1n },
  {
    name: 'rate',
    type: { is: 'number', unit: 'number', range: { scale: 0, min: -100n, max: 100n } },
    words: [],
    least: 0n,
    most: 4n,
  },
  { name: 'role', type: { is: 'enum', values: words }, words },
  { name: 'new', type: { is: 'truth' }, words: [] },
]

const bound = fc.record({ at: fc.bigInt({ min: 0n, max: 4n }), included: fc.boolean() })
const interval: fc.Arbitrary<Interval> = fc.record({ low: bound, high: bound }, { requiredKeys: [] })
const any = fc.constant<Test>({ is: 'any' })
const onLine: fc.Arbitrary<Test> = fc.record({
  is: fc.constant('intervals' as const),
  negated: fc.boolean(),
  intervals: fc.array(interval, { minLength: 1, maxLength: 2 }),
})
const ofList: fc.Arbitrary<Test> = fc.record({
  is: fc.constant('words' as const),
  negated: fc.boolean(),
  values: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }),
})
const ofTruth: fc.Arbitrary<Test> = fc.record({ is: fc.constant('truth' as const), value: fc.boolean() })
const cells = fc.tuple(
  fc.oneof(any, onLine),
  fc.oneof(any, onLine),
  fc.oneof(any, ofList),
  fc.oneof(any, ofTruth),
)
const rowsOf = (maxLength: number): fc.Arbitrary<readonly TableRow[]> =>
  fc.array(
    fc.tuple(cells, fc.constantFrom('x', 'y')).map(([tests, value]) => ({
      tests,
      gives: [{ is: 'const', value, type: text, span }],
      span,
    })),
    { minLength: 1, maxLength },
  )

/** A case: day and rate in halves, so that 2.5 is 5. Days are whole; a rate may lie between two places. */
type Case = readonly [number, number, string, boolean]
const cases: readonly Case[] = [-2, 0, 2, 4, 6, 8, 10].flatMap((day) =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((rate) =>
    words.flatMap((role) => [true, false].map((isNew): Case => [day, rate, role, isNew])),
  ),
)

/** Read off the definition of a cell, one case at a time. */
function lets(row: TableRow, at: Case): boolean {
  return row.tests.every((cell, i) => {
    const value = at[i]
    if (cell.is === 'any') return true
    if (cell.is === 'truth') return value === cell.value
    if (cell.is === 'words') return cell.values.includes(String(value)) !== cell.negated
    const within = cell.intervals.some(({ low, high }) => {
      const [from, to] = [low && Number(low.at) * 2, high && Number(high.at) * 2]
      const place = Number(value)
      return (
        (from === undefined || place > from || (low?.included === true && place === from)) &&
        (to === undefined || place < to || (high?.included === true && place === to))
      )
    })
    return within !== cell.negated
  })
}

const takenBy = (row: TableRow | undefined): readonly Case[] => cases.filter((at) => row && lets(row, at))

/** The case that an example names: what it leaves out may be anything. */
function namedBy(example: string): readonly Case[] {
  const said = new Map(example.split(', ').map((part): [string, string] => [part.split(' ')[0] ?? '', part]))
  return cases.filter((at) =>
    domains.every(({ name }, i) => {
      const part = said.get(name)?.slice(name.length + 1)
      if (part === undefined || part === '-') return true
      if (name === 'day') return Number(at[i]) === 2 * dayNumber(part)
      if (name !== 'rate') return String(at[i]) === part
      const [sign, bar] = part.includes(' ') ? part.split(' ') : ['=', part]
      // What lies between a bound and the next.
      const place = 2 * Number(bar) + (sign === '>' ? 1 : sign === '<' ? -1 : 0)
      return at[i] === place
    }),
  )
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

describe('the rows of a table, beside every case tried one by one', () => {
  test('a case is left out when, and only when, none of them takes one, and the example is such a case', () => {
    fc.assert(
      fc.property(rowsOf(12), (rows) => {
        const left = cases.filter((at) => !rows.some((row) => lets(row, at)))
        const found = uncovered(domains, rows)
        expect(found.is).toBe(left.length === 0 ? 'none' : 'case')
        if (found.is !== 'case') return
        const named = namedBy(found.example)
        expect(named.length).toBeGreaterThan(0)
        expect(named.filter((at) => rows.some((row) => lets(row, at)))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('of rows that do not overlap, counting finds the same case as searching', () => {
    fc.assert(
      fc.property(rowsOf(30), (drawn) => {
        const rows: TableRow[] = []
        for (const row of drawn)
          if (!rows.some((other) => takenBy(row).some((at) => lets(other, at)))) rows.push(row)
        expect(uncoveredApart(spaceOf(domains, rows))).toEqual(uncovered(domains, rows))
      }),
      { numRuns: 200 },
    )
  })

  test('the overlap that is reported is the first, and its example matches both rows', () => {
    fc.assert(
      fc.property(rowsOf(5), (rows) => {
        const overlaps = rows.flatMap((row, second) =>
          rows.slice(0, second).flatMap((above, first) => {
            const both = takenBy(row).some((at) => lets(above, at))
            return both ? [{ first, second }] : []
          }),
        )
        const found = overlapIn(spaceOf(domains, rows))
        expect(found && { first: found.first, second: found.second }).toEqual(overlaps[0])
        if (!found) return
        const named = namedBy(found.example)
        expect(named.length).toBeGreaterThan(0)
        const pair = [rows[found.first], rows[found.second]]
        expect(named.filter((at) => pair.some((row) => !row || !lets(row, at)))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('a row is never reached when, and only when, the rows named take its cases, and none of them can be spared', () => {
    fc.assert(
      fc.property(rowsOf(7), (rows) => {
        const space = spaceOf(domains, rows)
        const meeting = meetingIn(space)
        for (const [i, row] of rows.entries()) {
          const own = takenBy(row)
          const takes = (by: readonly number[]) => own.every((at) => by.some((j) => lets(rows[j] ?? row, at)))
          const above = [...rows.keys()].slice(0, i)
          const mask = maskOf(space, meeting, i)
          if (!mask) {
            expect(own.length === 0 || !takes(above)).toBe(true)
            continue
          }
          expect(takes(mask)).toBe(true)
          expect(mask.every((j) => j < i)).toBe(true)
          for (const j of mask) expect(takes(mask.filter((other) => other !== j))).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('two rows that are said to be one give the same, and their cases together are those of one row', () => {
    fc.assert(
      fc.property(rowsOf(6), fc.constantFrom('unique' as const, 'first' as const), (rows, hit) => {
        const table: DecisionTable = { kind: 'table', id: 't', hit, inputs: [], outputs: [], rows, span }
        const found = mergeIn(spaceOf(domains, rows), table)
        if (!found) return
        const [a, b] = [rows[found.first], rows[found.second]]
        expect(a?.gives).toEqual(b?.gives)
        const union = [...takenBy(a), ...takenBy(b)]
        // A box: whatever its cases have, put together in any way, is one of them.
        const sides = [0, 1, 2, 3].map((i) => new Set(union.map((at) => at[i])))
        const box = cases.filter((at) => at.every((value, i) => sides[i]?.has(value)))
        expect(box.every((at) => [a, b].some((row) => row && lets(row, at)))).toBe(true)
        if (hit === 'first') expect(found.second).toBe(found.first + 1)
      }),
      { numRuns: 1500 },
    )
  })
})

test('a grid of thirty rows is complete, and without one of them its cell is what is missing', () => {
  const grid = [0n, 1n, 2n, 3n, 4n].flatMap((day) =>
    words.flatMap((role) =>
      [true, false].map(
        (isNew): TableRow => ({
          tests: [point(day), { is: 'any' }, word(role), { is: 'truth', value: isNew }],
          gives: [],
          span,
        }),
      ),
    ),
  )
  const rest: TableRow = {
    tests: [
      { is: 'intervals', negated: true, intervals: [{ low: at(0n), high: at(4n) }] },
      { is: 'any' },
      { is: 'any' },
      { is: 'any' },
    ],
    gives: [],
    span,
  }
  const rows = [...grid, rest]
  expect(uncovered(domains, rows)).toEqual({ is: 'none' })
  expect(uncovered(domains, rows.toSpliced(17, 1))).toEqual({
    is: 'case',
    example: 'day 1970-01-03, role c, new false',
  })
  const space: Space = spaceOf(domains, rows)
  expect(overlapIn(space)).toBeUndefined()
  const none = bitsOf(rows.length)
  put(none, 0)
  expect(takesAll(space, none, 1)).toBe(false)
})

function at(place: bigint) {
  return { at: place, included: true }
}

function point(place: bigint): Test {
  return { is: 'intervals', negated: false, intervals: [{ low: at(place), high: at(place) }] }
}

function word(value: string): Test {
  return { is: 'words', negated: false, values: [value] }
}
