import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { meets } from '../../src/review/mutate/amounts.ts'
import { mutantsOf } from '../../src/review/mutate/mutants.ts'
import { sameAs } from '../../src/review/mutate/same-plan.ts'
import { type Bound, piecesApart } from '../../src/review/mutate/same-test.ts'
import { changeText } from '../../src/review/mutate/sentences.ts'
import { run } from '../run-policy.ts'
import { compared } from './proving.ts'
import { policyOf } from './small-policies.ts'

const signs = ['<', '<=', '=', '<>', '>=', '>'] as const

test('two comparisons differ exactly where a multiple of the step in the range tells them apart', () => {
  const part = fc.integer({ min: -12, max: 12 })
  const above = fc.integer({ min: 1, max: 6 })
  const bound = fc.record({ by: fc.constantFrom(...signs), n: part, d: above })
  fc.assert(
    fc.property(fc.nat(6), above, bound, bound, part, fc.nat(12), (n, d, a, b, low, size) => {
      const holds = (k: number, { by, n: m, d: e }: typeof a) => {
        const [left, right] = [k * n * e, m * d]
        return {
          '<': left < right,
          '<=': left <= right,
          '=': left === right,
          '<>': left !== right,
          '>=': left >= right,
          '>': left > right,
        }[by]
      }
      // Ends and bounds lie within 24, steps are 1/6 at least: beyond the 150th there is nothing.
      const multiples = Array.from({ length: 301 }, (_, i) => i - 150).filter((k) => {
        const value = (k * n) / d
        return value >= low && value <= low + size
      })
      const of = (one: typeof a): Bound => ({ by: one.by, value: { n: BigInt(one.n), d: BigInt(one.d) } })
      const whole = (at: number) => ({ n: BigInt(at), d: 1n })
      const range = [{ low: whole(low), high: whole(low + size) }]
      const step = { n: BigInt(n), d: BigInt(d) }
      const met = piecesApart(of(a), of(b)).some((piece) => meets(range, piece, step))
      expect(met).toBe(multiples.some((k) => holds(k, a) !== holds(k, b)))
    }),
    { numRuns: 3000, seed: 1127 },
  )
})

const apart = `table given {
 | a | => v |
 | under 0 CNY | 1 CNY |
 | from 0 CNY | 2 CNY |
}`

describe('a change is known to be none where nothing lies between', () => {
  const asks = (when: string) => policyOf(`if ${when} then 1 else 0`)
  test.each([
    ['the least of a field', 'a >= -1 CNY', 'a >= -1.01 CNY', true],
    ['the least of a field, no longer itself', 'a >= -1 CNY', 'a > -1 CNY', false],
    ['the most of a field', 'a > 1 CNY', 'a > 1.01 CNY', true],
    ['the most of a field, a cent lower', 'a > 1 CNY', 'a > 0.99 CNY', false],
    ['the most of a field, no longer itself', 'a >= 1 CNY', 'a >= 1.01 CNY', false],
    ['nothing above the most', 'a >= 1.01 CNY', 'a > 1 CNY', true],
    ['cents', 'a > 0 CNY', 'a >= 0.01 CNY', true],
    ['cents, the next', 'a > 0 CNY', 'a > 0.01 CNY', false],
    ['a sum that is never negative', 'sold >= 0 CNY', 'sold >= -0.01 CNY', true],
    ['a sum that is never negative, without nothing', 'sold >= 0 CNY', 'sold > 0 CNY', false],
    ['a sum of tenths', 'sold > 0 CNY', 'sold > 0.09 CNY', true],
    ['a sum of tenths, at the next', 'sold > 0 CNY', 'sold > 0.1 CNY', false],
    ['what is added up of tenths', 'sold + sold >= 0.2 CNY', 'sold + sold > 0.1 CNY', true],
    ['a count', 'sales < 0', 'sales <= -1', true],
    ['a count of none', 'sales < 0', 'sales <= 0', false],
    ['a part of all', 'share > 100%', 'share > 100.01%', true],
    ['a part of all, that being all', 'share >= 100%', 'share >= 100.01%', false],
    ['a part of all, below none', 'share < 0%', 'share < -0.01%', true],
    ['a part of all, none of it', 'share <= 0%', 'share <= -0.01%', false],
    ['good less bad', 'balance >= -100%', 'balance >= -100.01%', true],
    ['good less bad, all of it bad', 'balance >= -100%', 'balance > -100%', false],
    ['an average', 'mark > 5', 'mark > 5.01', true],
    ['an average, of the best alone', 'mark >= 5', 'mark >= 5.01', false],
    ['an average, below the least', 'mark < 1', 'mark < 0.99', true],
    [
      'what is kept within two ends',
      '(a clamp 0 CNY to 0.5 CNY) > 0.5 CNY',
      '(a clamp 0 CNY to 0.5 CNY) > 0.51 CNY',
      true,
    ],
    [
      'what is kept within two ends, at one',
      '(a clamp 0 CNY to 0.5 CNY) >= 0.5 CNY',
      '(a clamp 0 CNY to 0.5 CNY) > 0.5 CNY',
      false,
    ],
    ['the larger of two', '(larger of a, 0 CNY) >= 0 CNY', '(larger of a, 0 CNY) > -1 CNY', true],
    [
      'the larger of two, which may be the least',
      '(larger of a, 0 CNY) >= 0 CNY',
      '(larger of a, 0 CNY) > 0 CNY',
      false,
    ],
    [
      'a gap',
      '(if a < 0.5 CNY then 0 CNY else a) >= 0.2 CNY',
      '(if a < 0.5 CNY then 0 CNY else a) >= 0.5 CNY',
      true,
    ],
    [
      'a gap, beyond it',
      '(if a < 0.5 CNY then 0 CNY else a) >= 0.2 CNY',
      '(if a < 0.5 CNY then 0 CNY else a) > 0.5 CNY',
      false,
    ],
    [
      'a gap, before it',
      '(if a < 0.5 CNY then 0 CNY else a) >= 0.2 CNY',
      '(if a < 0.5 CNY then 0 CNY else a) >= 0 CNY',
      false,
    ],
    [
      'within a branch',
      'a < 0 CNY or (if a >= 0 CNY then a else 1 CNY) >= 0 CNY',
      'a < 0 CNY or (if a >= 0 CNY then a else 1 CNY) >= -0.01 CNY',
      true,
    ],
    ['the size of a difference', 'a - a * 2 <= 1 CNY', 'a - a * 2 <= 1.01 CNY', false],
    ['a limit with more places than it', '(smaller of n, 4) > 2', '(smaller of n, 4.5) > 2', true],
    [
      'a limit with more places than it, which is reached',
      '(smaller of n, 4) > 3',
      '(smaller of n, 2.5) > 3',
      false,
    ],
    ['a part that is capped', '(share clamp 0% to 100%) > 60%', '(share clamp 0% to 100.01%) > 60%', true],
    [
      'a part that is capped below all',
      '(share clamp 0% to 100%) > 60%',
      '(share clamp 0% to 59.99%) > 60%',
      false,
    ],
    ['another side', 'a > 0 CNY', 'b > 0 CNY', false],
    ['what may be missing', 'b > 1 CNY', 'b > 1.01 CNY', true],
  ])('a comparison with %s: %s → %s', (_, before, after, same) => {
    const [said, found] = compared(asks(before), asks(after))
    expect(said).toBe(same)
    if (same) expect(found).toBe(true)
    // Of the size of a difference of two like ones no more is known than of their ends.
    else if (!before.includes('a - a')) expect(found).toBe(false)
  })

  test.each([
    ['no more than it ever is', 'smaller of a, 1 CNY', 'smaller of a, 1.01 CNY', true],
    ['no more than it is somewhere', 'smaller of a, 1 CNY', 'smaller of a, 0.99 CNY', false],
    ['no less than it ever is', 'larger of sold, 0 CNY', 'larger of sold, -1 CNY', true],
    ['no less than it is somewhere', 'larger of sold, 0 CNY', 'larger of sold, 0.01 CNY', false],
    ['a branch that nothing takes', 'if a > 1 CNY then 5 CNY else a', 'if a > 1 CNY then 6 CNY else a', true],
    [
      'a branch that is taken once',
      'if a >= 1 CNY then 5 CNY else a',
      'if a >= 1 CNY then 6 CNY else a',
      false,
    ],
  ])('%s: %s → %s', (_, before, after, same) => {
    expect(compared(policyOf(before), policyOf(after))).toEqual([same, same])
  })

  test('a comparison with an average, which may lie where no amount does', () => {
    const asked = (least: string) =>
      policyOf(
        `if average >= ${least} then 1 else 0`,
        `value grade for each Sale = if mark < 3 then 1 else 5
value average for Rep = avg(Sale.grade)`,
      )
    expect(compared(asked('2'), asked('4'))).toEqual([false, false])
    expect(compared(asked('1'), asked('0.5'))).toEqual([true, true])
  })

  test('a table of which two rows match is held, unlike one with the first of them', () => {
    const { plan } = compile([{ name: 'p.bylaw', text: policyOf('given(a)', apart) }])
    if (!plan) throw new Error(apart)
    const [low, high] = plan.tables[0]?.rows ?? []
    if (!low || !high) throw new Error(apart)
    const over = { ...high, tests: [{ is: 'any' as const }] }
    const overlapping = { ...plan, tables: plan.tables.map((one) => ({ ...one, rows: [low, over] })) }
    expect(sameAs(plan)(overlapping)).toBe(false)
    expect(sameAs(overlapping)(overlapping)).toBe(true)
  })

  const first = (last: string, above = '| 2 | 20 |') =>
    policyOf(
      'given(n)',
      `table given first match { 
 | n | => v |
 | up to 0 | 0 |
 | 1 | 10 |
 ${above}
 | ${last} | 40 |
 | otherwise | 50 |
}`,
    )
  const unique = (bound: string) =>
    policyOf(
      'given(share)',
      `table given { 
 | s | => v |
 | under ${bound} | 0 |
 | from ${bound} | 10 |
}`,
    )
  const held = (bound: string) =>
    policyOf(
      'given(balance)',
      `table given { 
 | s | => v |
 | from ${bound} to under 0% | 0 |
 | from 0% | 10 |
 | otherwise | not decided "less than there is" |
}`,
    )
  test.each([
    ['a row whose other cells are those of an earlier one', first('from 3'), first('from 2'), true],
    ['a row that leaves some without any', first('from 3'), first('from 4'), false],
    [
      'a row whose other cells are of none before',
      first('from 3', '| 4 | 20 |'),
      first('from 2', '| 4 | 20 |'),
      false,
    ],
    ['a bound above all that is asked', unique('100.01%'), unique('100.02%'), true],
    ['a bound at the most that is asked', unique('100%'), unique('100.01%'), false],
    ['a bound below all that is asked', unique('0%'), unique('-0.01%'), true],
    ['a bound just above the least', unique('0%'), unique('0.01%'), false],
    ['the least that any row is for, lower still', held('-100%'), held('-100.01%'), true],
    ['the least that any row is for, a step higher: the rest is held', held('-100%'), held('-99.99%'), false],
  ])('a table: %s', (_, before, after, same) => {
    expect(compared(before, after)).toEqual([same, same])
  })

  const paid = (rows: string, mode: string, by = 'balance', head = 'rate') =>
    policyOf(
      '1',
      `commission pay for Rep per quarter {
 tiers ${mode}${head === 'rate' ? ' of sold' : ''} by ${by} {
 | from | ${head} |
 ${rows}
 }
 round 0.0001 half-up
}`,
    )
  const whole = (from: string, rate = '7%') => paid(`| ${from} | 3% |\n | 50% | ${rate} |`, 'whole')
  const line = (at: string) =>
    paid(`| 0% | 1 CNY |\n | 50% | 5 CNY |\n | ${at} | 9 CNY |`, 'linear', 'share', 'pays').replace(
      '| from |',
      '| at |',
    )
  const sliced = (at: string, rate = '50%') =>
    policyOf(
      '1',
      `commission pay for Rep per quarter {
 tiers marginal of capped {
 | from | rate |
 | 0 CNY | 1% |
 | ${at} | ${rate} |
 }
 round 0.001 half-up
}`,
    ).replace('decision shown', 'value capped for Rep = smaller of sold * 100, 100 CNY\ndecision shown')
  test.each([
    ['the first one begins lower than anything', whole('-100%'), whole('-100.01%'), true],
    ['the first one begins above the least: the rest is held', whole('-100%'), whole('-99.99%'), false],
    ['the last point of a line, which is reached', line('100%'), line('100.01%'), false],
    ['the last point of a line, beyond all, moves the line before it', line('120%'), line('120.01%'), false],
    ['a slice that nothing reaches', sliced('100.01 CNY'), sliced('100.02 CNY'), true],
    ['a slice that is reached and no more', sliced('99.99 CNY'), sliced('99.98 CNY'), false],
  ])('tiers: %s', (_, before, after, same) => {
    expect(compared(before, after)).toEqual([same, same])
  })
})

test('what slices pay lies where it is said to, also of a quota below 0', () => {
  const text = policyOf(
    '1',
    `value signed for Rep per quarter = smaller of sum(Sale.sum), 1 CNY
value rate for Rep per quarter = signed / a
commission pay for Rep per quarter {
  tiers marginal of signed by rate {
    | from | rate |
    | 0%   | 1%   |
    | 50%  | 2%   |
    | 200% | 3%   |
  }
  round 0.0001 half-up
}`,
  )
  expect(compared(text, text)).toEqual([true, true])
})

describe('an indicator that applies when its actual does', () => {
  const card = (line: string) => `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep { id text key; target money optional; sold money }
value attainment for Rep where target present = sold / target
value lead for Rep where sold > 0 CNY = sold / 100 CNY
scorecard kpi for Rep per quarter {
  indicator first "First" weight 60% {
    actual lead
    score ratio up to 120%
  }
  indicator second "Second" weight 40% {
    actual attainment
    ${line}
    score ratio up to 120%
  }
  weight not applicable to first
  round 0.01 half-up
}
`
  const said = (text: string) => {
    const sources = [{ name: 'p.bylaw', text }]
    const { program, plan, diagnostics } = compile(sources)
    expect(plan, JSON.stringify(diagnostics)).toBeDefined()
    return mutantsOf(program, sources).map((one) => changeText(one, 'en'))
  }

  test('is left out without that line as well: taking it away is no change', () => {
    const [own, other] = ['attainment', 'lead'].map((of) => said(card(`applies when ${of} applicable`)))
    expect(own?.filter((text) => text.includes('applies'))).toEqual([])
    expect(other?.filter((text) => text.includes('applies'))).toEqual([
      'without applies when lead applicable',
    ])
    const data = {
      Rep: [
        { id: 'a', target: '100', sold: '80' },
        { id: 'b', target: null, sold: '80' },
        { id: 'c', target: null, sold: '0' },
        { id: 'd', target: '0', sold: '80' },
      ],
    }
    const [written, gone] = ['applies when attainment applicable', ''].map((line) => [
      ...run(card(line), data, '2026-01-01', '2026-03-31'),
    ])
    expect(written?.length).toBeGreaterThan(0)
    expect(gone).toEqual(written)
  })
})
