import { describe, expect, test } from 'vitest'
import { curveOf } from '../../../src/check/pay-curve.ts'
import { sequence } from '../../../src/review/difference/chance.ts'
import { clausePairs } from '../../../src/review/difference/clauses.ts'
import { compareCurves } from '../../../src/review/difference/compare-curves.ts'
import { matcherOf } from '../../../src/review/difference/same-meaning.ts'
import { askedTables, tablesApart } from '../../../src/review/difference/tables-apart.ts'
import { version } from './versions.ts'

type Row = { readonly from: number; readonly rate: number }
const modes = ['marginal', 'whole'] as const
type Mode = (typeof modes)[number]

type Heading = 'from' | 'over'

/** In cents and thousandths: what `t` cents earn, in thousandths of a cent. */
function pays(mode: Mode, heading: Heading, rows: readonly Row[], t: number): number {
  const begun = ({ from }: Row) => from < t || (from === t && (heading === 'from' || t === 0))
  if (mode === 'whole') return t * (rows.findLast(begun)?.rate ?? 0)
  return rows.reduce((sum, { from, rate }, i) => {
    const end = rows[i + 1]?.from ?? Number.POSITIVE_INFINITY
    return sum + rate * Math.max(0, Math.min(t, end) - from)
  }, 0)
}

const money = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

const tiered = (mode: Mode, heading: Heading, rows: readonly Row[]) =>
  `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold for Rep per month = sum(Deal.amount)
commission pay for Rep per month {
  tiers ${mode} of sold by sold {
    | ${heading} | rate |
${rows.map(({ from, rate }) => `    | ${money(from)} CNY | ${Math.floor(rate / 10)}.${rate % 10}% |`).join('\n')}
  }
  round 0.01 half-up
}
`

describe('where two tier schedules pay differently', { timeout: 120_000 }, () => {
  test('agrees with trying every cent', () => {
    const draw = sequence(11)
    for (let round = 0; round < 25; round++) {
      const drawn = () => {
        const cuts = [0, ...Array.from({ length: draw.below(3) }, () => 1 + draw.below(150))]
        const rows = [...new Set(cuts)]
          .sort((a, b) => a - b)
          .map((from) => ({ from, rate: draw.below(6) * 10 }))
        const heading: Heading = draw.below(2) === 0 ? 'from' : 'over'
        return { mode: modes[draw.below(2)] ?? 'whole', heading, rows }
      }
      const [old, next] = [drawn(), drawn()]
      const curves = [old, next].map(({ mode, heading, rows }) => {
        const { checked } = version([{ name: 'a.bylaw', text: tiered(mode, heading, rows) }])
        const clause = checked.order.find(({ id }) => id === 'pay')
        const step = clause?.kind === 'commission' ? clause.steps.find(({ is }) => is === 'tiers') : undefined
        const curve = step?.is === 'tiers' ? curveOf(step.tiers) : undefined
        if (!curve) throw new Error('no curve')
        return curve
      })
      const [a, b] = curves
      const found = a && b && compareCurves(a, b)
      if (!found) throw new Error('not compared')
      const told = (t: number) =>
        found.stretches.find(({ from, until }) => from <= t && (until === undefined || t <= until))
      // What is said as a row would say it is the same cents.
      const written = (t: number) =>
        found.stretches.find(
          ({ low, high }) =>
            (low.included ? low.at <= t : low.at < t) &&
            (!high || (high.included ? t <= high.at : t < high.at)),
        )
      for (let t = 0; t <= 400; t++) {
        expect([round, t, written(t)]).toEqual([round, t, told(t)])
        const by = pays(next.mode, next.heading, next.rows, t) - pays(old.mode, old.heading, old.rows, t)
        expect([round, t, told(t)?.sign ?? 0]).toEqual([round, t, Math.sign(by)])
        const at = found.stretches.find(({ from }) => from === BigInt(t))?.at.from
        // Thousandths of a cent are units of 10^-5.
        if (at) expect(at.n * 10n ** 5n).toBe(BigInt(by) * at.d * 10n ** BigInt(found.scale))
      }
    }
  })
})

type Cells = { readonly level: number; readonly low: number; readonly high: number; readonly gives: number }
const levels = ['A', 'B', 'C']

const decided = (rows: readonly Cells[]) =>
  `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Quote { id text key; sent date posting; level one of A, B, C; amount count }
table what first match {
  | level | amount | => answer |
${rows.map(({ level, low, high, gives }) => `  | ${levels[level] ?? '-'} | from ${low} to under ${high} | ${'xyz'[gives]} |`).join('\n')}
  | otherwise | | z |
}
decision who for each Quote {
  gives answer = what(level, amount)
}
`

describe('where two tables decide differently', { timeout: 120_000 }, () => {
  test('agrees with trying every case: each is in one region, and the smallest is the smallest', () => {
    const draw = sequence(5)
    for (let round = 0; round < 15; round++) {
      const drawn = (): readonly Cells[] =>
        Array.from({ length: 1 + draw.below(3) }, () => {
          const low = draw.below(9)
          return { level: draw.below(4), low, high: low + 1 + draw.below(6), gives: draw.below(3) }
        })
      const [rows, others] = [drawn(), drawn()]
      const [old, next] = [rows, others].map((list) => {
        const text = decided(list)
        return { ...version([{ name: 'a.bylaw', text }]), sources: [{ name: 'a.bylaw', text }] }
      })
      if (!old || !next) throw new Error('no versions')
      const { names } = matcherOf(old.plan, next.plan)
      const [found] = tablesApart(old, next, names, askedTables(old.plan))
      const answer = (list: readonly Cells[], level: number, amount: number) =>
        'xyz'[
          list.find(
            (row) => (row.level === 3 || row.level === level) && row.low <= amount && amount < row.high,
          )?.gives ?? 2
        ]
      let first: readonly [string, string] | undefined
      for (const level of [0, 1, 2])
        for (let amount = 0; amount < 20; amount++) {
          const [a, b] = [answer(rows, level, amount), answer(others, level, amount)]
          const inside = (found?.regions ?? []).filter(({ conditions }) =>
            conditions.every((one) => {
              if (one.is === 'words') return one.words.includes(levels[level] ?? '')
              if (one.is !== 'range') return false
              const { low, high } = one
              return (
                (!low || Number(low.at) < amount || (low.included && Number(low.at) === amount)) &&
                (!high || Number(high.at) > amount || (high.included && Number(high.at) === amount))
              )
            }),
          )
          const told = inside.map((region) => [region.old, region.next])
          expect([round, level, amount, told]).toEqual([round, level, amount, a === b ? [] : [[a, b]]])
          if (a !== b) first ??= [levels[level] ?? '', String(amount)]
        }
      expect(found?.smallest?.inputs.map(({ value }) => value)).toEqual(first)
      // What is shown to be the same is told as the same, and nothing else.
      const [pair] = clausePairs(old.plan, next.plan)
      expect(pair?.same).toBe(found === undefined)
    }
  })
})
