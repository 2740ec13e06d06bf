import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

type Row = { readonly from: number; readonly gives: number }
type Table = {
  readonly kind: 'whole' | 'marginal' | 'pays' | 'linear' | 'over'
  readonly rows: readonly Row[]
}

const head = `policy p { language en; currency JPY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money to 1 JPY }
value sold for Rep per month = sum(Order.amount)
`

/** `from` in yen; `gives` in percent or yen. Thresholds stand in yen, so that one more yen is one step. */
function textOf({ kind, rows }: Table): string {
  const money = kind === 'pays' || kind === 'linear'
  const cells = rows.map(({ from, gives }) => `    | ${from} JPY | ${gives}${money ? ' JPY' : '%'} |`)
  const edge = kind === 'linear' ? 'at' : kind === 'over' ? 'over' : 'from'
  const mode = kind === 'marginal' || kind === 'linear' ? kind : 'whole'
  const by = money ? 'by sold' : 'of sold'
  return `${head}commission pay for Rep per month {
  tiers ${mode} ${by} {
    | ${edge} | ${money ? 'pays' : 'rate'} |
${cells.join('\n')}
  }
  round 1 half-up
}
`
}

/** What a table pays for a whole number of yen, × 100 × the widths of all lines: worked out yen by yen, from the rows. */
function payOf({ kind, rows }: Table, width: number): (t: number) => number {
  const rowAt = (t: number) =>
    rows.findLastIndex(({ from }) => (kind === 'over' && from > 0 ? t > from : t >= from))
  return (t) => {
    const i = Math.max(rowAt(t), 0)
    const row = rows[i] ?? { from: 0, gives: 0 }
    const next = rows[i + 1]
    switch (kind) {
      case 'whole':
      case 'over':
        return row.gives * t * width
      case 'pays':
        return row.gives * width
      case 'linear':
        if (t < row.from || !next) return row.gives * width
        return (
          row.gives * width + ((next.gives - row.gives) * (t - row.from) * width) / (next.from - row.from)
        )
      case 'marginal': {
        let sum = 0
        for (let unit = 1; unit <= t; unit++) sum += rows[Math.max(rowAt(unit - 1), 0)]?.gives ?? 0
        return sum * width
      }
    }
  }
}

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

const bare = (text: string | undefined) => (text ?? '').replace(/ JPY$/, '')

const table: fc.Arbitrary<Table> = fc
  .tuple(
    fc.constantFrom('whole', 'marginal', 'pays', 'linear', 'over'),
    fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([kind, froms, gives]): Table => {
    const edges = [0, ...froms.sort((a, b) => a - b)]
    return { kind, rows: edges.map((from, i) => ({ from, gives: gives[i] ?? 0 })) }
  })

/** Enough to see every loss made up that ever is: 12 % of 41 against the lowest rate of 1 %. */
const last = 700

describe('cliffs', () => {
  test('are those that trying every amount finds', () => {
    let seen = 0
    fc.assert(
      fc.property(table, (made) => {
        const width = made.rows
          .slice(1)
          .reduce((product, { from }, i) => product * (from - (made.rows[i]?.from ?? 0)), 1)
        const pay = payOf(made, width)
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
