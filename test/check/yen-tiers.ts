import fc from 'fast-check'

/** Schedules over whole yen, and what they pay, worked out yen by yen. */
export type Row = { readonly from: number; readonly gives: number }
export type Table = {
  readonly kind: 'whole' | 'marginal' | 'pays' | 'linear' | 'over'
  readonly rows: readonly Row[]
}

const head = `policy p { language en; currency JPY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money to 1 JPY }
value sold for Rep per month = sum(Order.amount)
`

/** `from` in yen; `gives` in percent or yen. Thresholds stand in yen, so that one more yen is one step. */
export function textOf({ kind, rows }: Table): string {
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
export function payOf({ kind, rows }: Table, width: number): (t: number) => number {
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

export const bare = (text: string | undefined) => (text ?? '').replace(/ JPY$/, '')

export const table: fc.Arbitrary<Table> = fc
  .tuple(
    fc.constantFrom('whole', 'marginal', 'pays', 'linear', 'over'),
    fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([kind, froms, gives]): Table => {
    const edges = [0, ...froms.sort((a, b) => a - b)]
    return { kind, rows: edges.map((from, i) => ({ from, gives: gives[i] ?? 0 })) }
  })

/** The product of the widths of all rows: over it the parts of yen of every line are whole. */
export function widthOf({ rows }: Table): number {
  return rows.slice(1).reduce((product, { from }, i) => product * (from - (rows[i]?.from ?? 0)), 1)
}
