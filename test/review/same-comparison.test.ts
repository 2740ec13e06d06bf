import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { type Bound, sameForMultiples } from '../../src/review/mutate/multiples.ts'
import { mutantsOf } from '../../src/review/mutate/mutants.ts'
import { sameComparison } from '../../src/review/mutate/same-comparison.ts'
import { changeText } from '../../src/review/mutate/sentences.ts'
import { run } from '../run-policy.ts'

const signs = ['<', '<=', '=', '<>', '>=', '>'] as const

describe('two comparisons are the same', () => {
  test('exactly where no multiple of the step tells them apart', () => {
    const part = fc.integer({ min: -12, max: 12 })
    const above = fc.integer({ min: 1, max: 6 })
    const bound = fc.record({ by: fc.constantFrom(...signs), n: part, d: above })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), above, bound, bound, (n, d, a, b) => {
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
        // Bounds lie within 12, steps are 1/6 at least: beyond the 100th nothing changes.
        const multiples = Array.from({ length: 201 }, (_, i) => i - 100)
        const told = multiples.every((k) => holds(k, a) === holds(k, b))
        const of = (one: typeof a): Bound => ({ by: one.by, value: { n: BigInt(one.n), d: BigInt(one.d) } })
        expect(sameForMultiples({ n: BigInt(n), d: BigInt(d) }, of(a), of(b))).toBe(told)
      }),
      { numRuns: 2000, seed: 1127 },
    )
  })

  test.each([
    ['a quota of whole yuan', 'quota > 0 CNY', 'quota > 0.01 CNY', true],
    ['a quota of whole yuan, at the next yuan', 'quota > 0 CNY', 'quota >= 1 CNY', true],
    ['a quota of whole yuan, from the first', 'quota > 0 CNY', 'quota >= 0 CNY', false],
    ['a quota of whole yuan, above the first', 'quota > 0 CNY', 'quota > 1 CNY', false],
    ['a quota in cents', 'wish > 0 CNY', 'wish > 0.01 CNY', false],
    ['what is added up of whole yuan', 'quota + quota >= 1 CNY', 'quota + quota > 0.5 CNY', true],
    ['another side', 'quota > 0 CNY', 'wish > 0 CNY', false],
    ['a quotient', 'wish / quota > 0', 'wish / quota > 0.01', false],
  ])('%s: %s and %s', (_, before, after, same) => {
    const [a, b] = [before, after].map(policy)
    const [then, now] = [a, b].map((text) => compile([{ name: 'p.bylaw', text: text ?? '' }]).plan)
    if (!then || !now) throw new Error(before)
    expect(sameComparison(then, now)).toBe(same)
    if (same) expect(results(b)).toEqual(results(a))
  })
})

const policy = (when: string) => `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep { id text key; wish money from -100 up to 100 }
value quota for Rep = wish rounded down to 1 CNY
decision shown for Rep {
  gives result = if ${when} then 1 else 0
}
`
const cents = [-100, -99, -1, 0, 1, 50, 99, 100, 101, 150, 200]
const results = (text: string | undefined) => [
  ...run(
    text ?? '',
    { Rep: cents.map((cent) => ({ id: `R${cent}`, wish: (cent / 100).toFixed(2) })) },
    '2026-01-01',
    '2026-03-31',
  ),
]

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
