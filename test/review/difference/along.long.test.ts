import { describe, expect, test } from 'vitest'
import { rowsFromObjects } from '../../../src/data/from-objects.ts'
import { runInMemory } from '../../../src/engines/memory.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { sequence } from '../../../src/review/difference/chance.ts'
import { differenceOf } from '../../../src/review/difference/difference.ts'
import type { Example } from '../../../src/review/difference/find-example.ts'
import { stretchesOf } from '../../../src/review/difference/stretches.ts'
import { version } from './versions.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; closed date posting; amount money from 0 CNY up to 2_000 CNY }
value sold for Rep per month = sum(Deal.amount)
`

/** A clause with two of these steps, one of them with another number in the new version. */
function pair(round: number): { readonly old: string; readonly next: string; readonly what: string } {
  const draw = sequence(round)
  const whole = () => String(10 + draw.below(80))
  const kinds = {
    cap: (x: string) => `  cap ${x} CNY lost`,
    floor: (x: string) => `  floor ${x} CNY`,
    gate: (x: string) => `  gate sold >= ${x} CNY`,
    plus: (x: string) => `  plus ${x} CNY when sold > 60 CNY`,
  }
  const names = ['cap', 'floor', 'gate', 'plus'] as const
  const start = [
    '  start sold',
    '  rate 50% of sold',
    `  tiers marginal of sold by sold {\n    | from | rate |\n    | 0 CNY | 10% |\n    | ${whole()} CNY | 30% |\n  }`,
  ][draw.below(3)]
  const first = names[draw.below(4)] ?? 'cap'
  const second = names[draw.below(4)] ?? 'cap'
  const [x, y, z] = [whole(), whole(), whole()]
  const clause = (one: string, other: string) => {
    const steps = [kinds[first](one), ...(second === first ? [] : [kinds[second](other)])]
    const gates = steps.filter((step) => step.includes('gate'))
    const rest = steps.filter((step) => !step.includes('gate'))
    return `${head}commission pay for Rep per month {\n${[...gates, start, ...rest].join('\n')}\n  round 0.01 half-up\n}\n`
  }
  return { old: clause(x, y), next: clause(z, y), what: `${round} ${first} ${x} → ${z}` }
}

/** Both versions on the rows of the example, with another value in the cell that was gone along. */
function differsAt(plans: readonly [Plan, Plan], example: Example, cell: string): boolean {
  const { along } = example
  if (!along) throw new Error('not gone along')
  const [a, b] = plans.map((plan, i) => {
    const data = Object.fromEntries(
      Object.entries(example.rows[i === 0 ? 'old' : 'next']).map(([record, rows]) => [
        record,
        rows.map((row) =>
          record === along.record && Object.values(row).includes(along.row)
            ? { ...row, [along.field.next ?? '']: cell }
            : row,
        ),
      ]),
    )
    const { rows } = rowsFromObjects(plan, data)
    const { lines } = runInMemory(plan, rows, example.span, { now: example.now })
    return lines.map(({ value }) =>
      JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one)),
    )
  })
  return a?.join() !== b?.join()
}

function isInside(example: Example, cell: string): boolean {
  return (example.along?.stretches ?? []).some(
    ({ from, until }) =>
      (from === undefined || Number(from) <= Number(cell)) &&
      (until === undefined || Number(cell) <= Number(until)),
  )
}

describe('for which values of a cell two versions differ', { timeout: 120_000 }, () => {
  test('is told for caps, floors, gates, additions and tiers: inside they differ, outside they agree', () => {
    let told = 0
    const untold: string[] = []
    for (let round = 1; round <= 24; round++) {
      const { old, next, what } = pair(round)
      if (old === next) continue
      const plans = [old, next].map((text) => version([{ name: 'p.bylaw', text }]).plan)
      const [a, b] = plans
      if (!a || !b) throw new Error('no plans')
      const example = differenceOf(a, b).clauses.find(({ verdict }) => verdict === 'differs')?.example
      if (!example) continue
      if (example.along?.record !== 'Deal') {
        // A floor is paid without any deal: then there is no cell to go along.
        if ((example.rows.next.Deal ?? []).length > 0) untold.push(what)
        continue
      }
      told++
      const wrong: string[] = []
      const draw = sequence(round)
      const ends = example.along.stretches
        .flatMap(({ from, until }) => [from, until])
        .filter((one) => one !== undefined)
      const cents = [
        ...ends.flatMap((one) => [-1, 0, 1].map((by) => Math.round(Number(one) * 100) + by)),
        ...Array.from({ length: 40 }, () => draw.below(40_000)),
        ...Array.from({ length: 41 }, (_, i) => i * 1000),
      ].filter((one) => one >= 0 && one <= 200_000)
      for (const cent of cents) {
        const cell = (cent / 100).toFixed(2)
        if (differsAt([a, b], example, cell) !== isInside(example, cell)) wrong.push(cell)
      }
      expect([what, wrong, example.along.stretches.map(({ from, until }) => [from, until])]).toEqual([
        what,
        [],
        expect.anything(),
      ])
    }
    expect(untold).toEqual([])
    expect(told).toBeGreaterThan(15)
  })

  test('begins with the smallest: a cap of 50 instead of 60 is another from 50.01 on', () => {
    const clause = (cap: string) =>
      version([
        {
          name: 'p.bylaw',
          text: `${head}commission pay for Rep per month { start sold; cap ${cap} CNY lost; round 0.01 half-up }\n`,
        },
      ]).plan
    const [first] = differenceOf(clause('60'), clause('50')).clauses
    const { along, rows } = first?.example ?? {}
    expect(along?.stretches.map(({ from, until }) => [from, until])).toEqual([['50.01', undefined]])
    expect(rows?.next.Deal?.map(({ amount }) => amount)).toEqual(['50.01'])
  })
})

test('stretches along a number agree with trying every step of broken lines', () => {
  for (let round = 1; round <= 200; round++) {
    const draw = sequence(round)
    const line = () => {
      const cuts = [0, draw.below(300), draw.below(300)].sort((a, b) => a - b)
      const slopes = cuts.map(() => draw.below(4))
      return (x: number) =>
        cuts.reduce((sum, cut, i) => sum + (x > cut ? (slopes[i] ?? 0) * (x - cut) : 0), 0)
    }
    const [a, b] = [line(), line()]
    const found = stretchesOf(
      (steps) =>
        steps.map((step) => {
          const [old, next] = [BigInt(a(Number(step))), BigInt(b(Number(step)))]
          return { differs: old !== next, old, next, unit: 0n }
        }),
      [0n, 40n, 400n],
      5000,
    )
    for (let x = 0; x <= 400; x++) {
      const inside = found.found.some(({ from, until }) => from <= BigInt(x) && BigInt(x) <= until)
      expect([round, x, inside]).toEqual([round, x, a(x) !== b(x)])
    }
  }
})
