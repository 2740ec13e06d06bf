import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decider } from '../../src/targets/decide/decider.ts'
import { ownText, plainDate, plainDecimal } from '../../src/targets/decide/plain-text.ts'
import { nearestInteger, placeOn, quickGrid } from '../../src/targets/decide/quick-grid.ts'
import { quickWords } from '../../src/targets/decide/quick-words.ts'
import { planOf } from './ask.ts'

const plan = planOf(`policy quick {
  language en
  currency CNY
}
record Quote {
  id text key
  role one of rep, manager, 总监
  gift yes/no
  on date
  discount percent
  margin percent
  amount money
  note text
}
decision first for each Quote {
  table first match {
    | role | discount | amount | gift | on | => verdict | => level |
    | rep | up to 7% | up to 1000.50 CNY | - | - | allow | 0 |
    | rep | up to 12% | - | yes | - | approval | 1 |
    | manager | < 20% | >= -5 CNY | - | >= 2026-05-10 | allow | 1 |
    | 总监 | - | - | - | - | allow | 2 |
    | - | up to 40% | > 10000 CNY | no | - | approval | 3 |
    | otherwise | | | | | refuse | 9 |
  }
}
decision only for each Quote {
  table {
    | role | amount | => verdict |
    | rep | up to 100 CNY | allow |
    | rep | > 100 CNY | refuse |
    | manager, 总监 | - | allow |
  }
}
`)

const values: { readonly [field: string]: readonly unknown[] } = {
  id: ['Q1', 'Q2', 7, ''],
  role: ['rep', 'manager', '总监', 'reps', '', ' rep', 'REP', null, 4],
  gift: [true, false, 'yes', '是', 1, undefined],
  on: ['2026-05-09', '2026-05-10', '2026-05-31', '2026年5月11日', '2026-02-30', 20260510],
  discount: [0, 0.07, 0.070001, 0.0700001, 0.12, 0.2, 0.19999, 0.4, 0.41, -0.01, '7%', '0.12', 5e-7, 1e9],
  margin: [0.2, 0.25, '20%', Number.NaN, [1]],
  amount: [
    0,
    1000.5,
    1000.51,
    '1000.50',
    '1000.501',
    '10000.01',
    '01',
    '1,000',
    -5,
    -5.01,
    100,
    100.01,
    '',
    1e15,
  ],
  note: ['', 'x', 5],
}

describe('A request like the one before', () => {
  for (const clause of ['first', 'only'])
    test(`comes out as it does by itself: ${clause}`, () => {
      const again = decider(plan, clause, { shares: 'fraction' })
      const seen = new Map<string, number>()
      let seed = 7
      const below = (n: number): number => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed % n
      }
      for (let i = 0; i < 1_500; i++) {
        const request: { [field: string]: unknown } = {}
        // Mostly plain values and all fields, so that most requests are like the one before.
        for (const [field, some] of Object.entries(values))
          if (below(200) > 0) request[field] = some[below(below(4) > 0 ? 2 : some.length)]
        if (below(100) === 0) Object.assign(request, { other: 1 })
        const own = decider(plan, clause, { shares: 'fraction' }).decide(request)
        const answer = again.decide(request)
        const shown = ({ state, results, row, reason, problems }: typeof own) => ({
          state,
          results,
          row,
          reason,
          problems,
        })
        expect(shown(answer)).toEqual(shown(own))
        expect(answer.explain().failed).toEqual(own.explain().failed)
        seen.set(own.state, (seen.get(own.state) ?? 0) + 1)
      }
      expect(seen.get('decided') ?? 0).toBeGreaterThan(400)
      expect(seen.get('undecided') ?? 0).toBeGreaterThan(100)
    }, 60_000)

  test('may say its fields in another order, or leave out those that are not asked for', () => {
    const { decide } = decider(plan, 'only')
    const request = { id: 'Q1', role: 'rep', amount: 100 }
    expect(decide(request).results).toEqual({ verdict: 'allow' })
    expect(decide(request).row?.row).toBe(1)
    expect(decide({ amount: '100.01', role: 'rep' }).results).toEqual({ verdict: 'refuse' })
    expect(decide({ amount: '100.00', role: 'rep' }).results).toEqual({ verdict: 'allow' })
    expect(decide({ amount: '100.00' }).state).toBe('undecided')
    expect(decide({ amount: '100.00', role: 'rep', what: 1 }).problems[0]?.code).toBe('BY934')
    expect(decider<unknown>(plan, 'only').decide([]).state).toBe('undecided')
  })
})

describe('What is read at once', () => {
  test('are decimals of digits and a point, with no more places than the field has', () => {
    const read = (text: string) => plainDecimal(text, 2)
    expect(['1200.50', '0', '0.01', '7.5', '999999999999'].map(read)).toEqual([
      120_050, 0, 1, 750, 99_999_999_999_900,
    ])
    for (const text of [
      '',
      '.5',
      '5.',
      '1.234',
      '-1',
      '+1',
      '01',
      '1e3',
      '1,000',
      ' 1',
      '１',
      '1.2.3',
      '1234567890123456',
    ])
      expect(read(text)).toBeNaN()
  })

  test('are days that every month has', () => {
    expect(plainDate('1970-01-01')).toBe(0)
    expect(plainDate('2026-05-09')).toBe(20_582)
    expect(plainDate('2026-05-31')).toBeUndefined()
  })

  test('are words told apart by their length and one character', () => {
    const words = ['late_record', 'gift', 'dumping', 'leak', 'absence', '迟到', '']
    expect(quickWords(words.slice(0, 6))?.codes.filter((code) => code >= 0)).toHaveLength(6)
    expect(quickWords(['same', 'same'])).toBeUndefined()
    expect(words.map(ownText)).toEqual(words)
  })

  test('are numbers whose bounds stand on a grid: on it, between, below and above', () => {
    const grid = quickGrid([500, 1_500, 4_000])
    const classOf = (value: number): number | undefined => grid?.classes[placeOn(grid, value) - grid.first]
    // Two classes a bound: below it, and on it.
    expect([-9e14, 0, 499, 500, 501, 1_499, 1_500, 1_501].map(classOf)).toEqual([0, 0, 0, 1, 2, 2, 3, 4])
    expect([3_999, 4_000, 4_001, 7_999, 8_000, 9e14].map(classOf)).toEqual([4, 5, 6, 6, 6, 6])
    expect(quickGrid([1, 100_000])).toBeUndefined()
    expect(quickGrid([])?.classes).toEqual([0, 0, 0])
    expect(quickGrid([2 ** 30, 2 ** 31])).toBeDefined()
    expect(quickGrid([2 ** 31, 2 ** 32])).toBeUndefined()
  })

  test('are numbers on any grid placed as their quotient says, however long the step', () => {
    const long = fc.integer({ min: 1, max: 2 ** 30 })
    fc.assert(
      fc.property(
        long,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: -2, max: 2 }),
        (step, steps, off) => {
          const grid = quickGrid([step, step * steps])
          if (!grid) throw new Error('no grid')
          const value = step * steps + off
          // Below zero, where these bounds have none, all values are as the first; beyond twice the highest, as the last.
          fc.pre(value >= 0 && value <= 2 * step * steps)
          // In whole numbers: an even place on the grid, an odd one between.
          const below = Number(BigInt(value) / BigInt(step))
          expect(placeOn(grid, value)).toBe(below * 2 + Number(value % step !== 0))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('is the nearest integer that of an amount of cents, up to fifteen digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 51 - 1 }),
        fc.integer({ min: 0, max: 4 }),
        (digits, scale) => {
          const text = String(digits).padStart(scale + 1, '0')
          const at = text.length - scale
          const value = Number(`${text.slice(0, at)}.${text.slice(at)}0`)
          expect(nearestInteger(value * 10 ** scale)).toBe(digits)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
