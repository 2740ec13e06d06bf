import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval, TableRow, Test } from '../../src/check/checked.ts'
import { uncovered } from '../../src/check/coverage.ts'
import type { Domain } from '../../src/check/space.ts'

const span = { source: 'policy.bylaw', from: 0, to: 0 }
const days: Domain = { name: 'day', type: { is: 'date' }, words: [], step: 1n }
const roles: Domain = {
  name: 'role',
  type: { is: 'enum', values: ['a', 'b', 'c'] },
  words: ['a', 'b', 'c'],
}

const bound = fc.record({ at: fc.bigInt({ min: 0n, max: 5n }), included: fc.boolean() })
const interval: fc.Arbitrary<Interval> = fc.record({ low: bound, high: bound }, { requiredKeys: [] })
const dayTest: fc.Arbitrary<Test> = fc.oneof(
  fc.constant<Test>({ is: 'any' }),
  fc.record({
    is: fc.constant('intervals' as const),
    negated: fc.boolean(),
    intervals: fc.array(interval, { minLength: 1, maxLength: 2 }),
  }),
)
const roleTest: fc.Arbitrary<Test> = fc.oneof(
  fc.constant<Test>({ is: 'any' }),
  fc.record({
    is: fc.constant('words' as const),
    negated: fc.boolean(),
    values: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
  }),
)
const rows: fc.Arbitrary<readonly TableRow[]> = fc.array(
  fc.tuple(dayTest, roleTest).map((tests) => ({ tests, gives: [], span })),
  { maxLength: 6 },
)

/** Whether a row lets a day and a role through: read off the definition of a cell, one point at a time. */
function lets(row: TableRow, day: bigint, role: string): boolean {
  return row.tests.every((cell) => {
    if (cell.is === 'words') return cell.values.includes(role) !== cell.negated
    if (cell.is !== 'intervals') return true
    const within = cell.intervals.some(
      ({ low, high }) =>
        (low === undefined || (low.included ? day >= low.at : day > low.at)) &&
        (high === undefined || (high.included ? day <= high.at : day < high.at)),
    )
    return within !== cell.negated
  })
}

/** All bounds lie from 0 to 5, so that -1 and 6 stand for everything beyond. */
function* cases(): Generator<readonly [bigint, string]> {
  for (let day = -1n; day <= 6n; day++) for (const role of ['a', 'b', 'c']) yield [day, role]
}

describe('what a table leaves out', () => {
  test('is found when, and only when, trying every day and role finds some', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const left = [...cases()].filter(([day, role]) => !rows.some((row) => lets(row, day, role)))
        expect(uncovered([days, roles], rows).is).toBe(left.length === 0 ? 'none' : 'case')
      }),
      { numRuns: 1000 },
    )
  })

  test('by a row of a first match table is nothing when, and only when, the rows above take all its cases', () => {
    fc.assert(
      fc.property(rows, dayTest, roleTest, (rows, day, role) => {
        const row: TableRow = { tests: [day, role], gives: [], span }
        const left = [...cases()].filter(
          ([d, r]) => lets(row, d, r) && !rows.some((above) => lets(above, d, r)),
        )
        expect(uncovered([days, roles], rows, row).is).toBe(left.length === 0 ? 'none' : 'case')
      }),
      { numRuns: 1000 },
    )
  })

  test('is not looked for without end', () => {
    const many = Array.from({ length: 400 }, (_, i): TableRow => {
      const at: Test = {
        is: 'intervals',
        negated: false,
        intervals: [{ low: { at: BigInt(i), included: true } }],
      }
      return { tests: [at, at, at], gives: [], span }
    })
    expect(uncovered([days, days, days], [...many, ...many]).is).not.toBe('none')
  })
})
