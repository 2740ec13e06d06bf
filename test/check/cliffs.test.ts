import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { bare, payOf, table, textOf, widthOf } from './yen-tiers.ts'

/** Every stretch of yen that pays less than some smaller number of yen does: [the most, first less, first not less]. */
function byBruteForce(pay: (t: number) => number, last: number): readonly string[] {
  const found: string[] = []
  let best = 0
  let open: { readonly best: number; readonly from: number } | undefined
  for (let t = 0; t <= last; t++) {
    if (pay(t) >= pay(best)) {
      if (open) found.push(`${open.best} ${open.from} ${t}`)
      open = undefined
      best = t
    } else open ??= { best, from: t }
  }
  if (open) found.push(`${open.best} ${open.from} never`)
  return found
}

/** Enough to see every loss made up that ever is: 12 % of 41 against the lowest rate of 1 %. */
const last = 700

describe('cliffs', () => {
  test('are those that trying every amount finds', () => {
    let seen = 0
    fc.assert(
      fc.property(table, (made) => {
        const pay = payOf(made, widthOf(made))
        const rises = made.rows.some(
          (_, i) => i > 0 && (made.rows[i]?.gives ?? 0) > (made.rows[i - 1]?.gives ?? 0),
        )
        const money = made.kind === 'pays' || made.kind === 'linear'
        const wanted = money && !rises ? [] : byBruteForce(pay, last)
        const { diagnostics } = compile([{ name: 'p.bylaw', text: textOf(made) }])
        const found = diagnostics.flatMap(({ code, args }) =>
          code === 'BY514' || code === 'BY515'
            ? [`${bare(args.best)} ${bare(args.from)} ${code === 'BY514' ? bare(args.even) : 'never'}`]
            : [],
        )
        seen += found.length
        expect(found).toEqual(wanted)
      }),
      { numRuns: 400, seed: 5 },
    )
    expect(seen).toBeGreaterThan(200)
  })
})

describe('the smallest example', () => {
  const tiers = (rows: string, head = 'tiers whole of sold by attainment') =>
    compile([
      {
        name: 'p.bylaw',
        text: `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; quota money }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per month = sum(Order.amount)
value attainment for Rep per month = sold / quota
commission pay for Rep per month { ${head} { ${rows} }; round 0.01 half-up }
`
          .replace('{ |', '{\n|')
          .replaceAll('; |', '\n|')
          .replace('| }', '|\n }'),
      },
    ]).diagnostics.flatMap(({ code, args }) => (code === 'BY613' ? [] : [{ code, ...args }]))

  test('of whole amounts under a quota: from 100 % on 2 % instead of 3 %', () => {
    expect(tiers('| from | rate |; | 0% | 3% |; | 100% | 2% |')).toEqual([
      {
        code: 'BY514',
        best: '99.9999% × 1,000,000 CNY',
        before: '29,999.97',
        from: '100% × 1,000,000 CNY',
        after: '20,000.00',
        even: '149.9999% × 1,000,000 CNY',
      },
    ])
  })

  test('the three steps of a manager’s commission', () => {
    expect(
      tiers('| from | rate |; | 0% | 0.05% |; | 80% | 0.1% |; | 100% | 0.15% |; | 120% | 0.18% |'),
    ).toEqual([
      {
        code: 'BY516',
        jumps:
          '80% × 1,000,000 CNY: 400.00 → 800.00; 100% × 1,000,000 CNY: 1,000.00 → 1,500.00; 120% × 1,000,000 CNY: 1,800.00 → 2,160.00',
      },
    ])
  })

  test('nothing, where every slice earns its own rate', () => {
    expect(
      tiers('| from | rate |; | 0% | 1% |; | 80% | 2% |', 'tiers marginal of sold by attainment'),
    ).toEqual([])
  })
})
