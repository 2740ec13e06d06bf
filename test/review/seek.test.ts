import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { crossings } from '../../src/review/seek/grid.ts'
import { gridOf } from '../../src/review/seek/parameter-grid.ts'
import { seekTier } from '../../src/review/seek/seek-tier.ts'
import { seekTotal } from '../../src/review/seek/seek-total.ts'
import { parse } from '../../src/syntax/parse.ts'

/** Where a list of totals crosses a target, by looking at every step. */
function byHand(totals: readonly bigint[], target: bigint) {
  return totals.flatMap((total, i) => {
    const next = totals[i + 1]
    if (next === undefined || total > target === next > target) return []
    const [a, b] = [BigInt(i), BigInt(i + 1)]
    return [total > target ? { within: b, beyond: a } : { within: a, beyond: b }]
  })
}

describe('crossings of a total', () => {
  test('of a total that only rises are found as by trying every value', () => {
    const rising = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(rising, fc.nat({ max: 8000 }), (steps, target) => {
        const totals: bigint[] = []
        for (const step of steps) totals.push((totals.at(-1) ?? 0n) + BigInt(step))
        const at = (i: bigint) => totals[Number(i)]
        const found = crossings(at, 0n, BigInt(totals.length - 1), BigInt(target), 100_000)
        expect(found.crossings).toEqual(byHand(totals, BigInt(target)))
      }),
    )
  })

  test('of one that rises and falls in a few long stretches are all found', () => {
    const stretch = fc.record({
      length: fc.integer({ min: 40, max: 120 }),
      slope: fc.integer({ min: -9, max: 9 }),
    })
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -500, max: 500 }),
        (all, target) => {
          const totals = [0n]
          for (const { length, slope } of all)
            for (let i = 0; i < length; i++) totals.push((totals.at(-1) ?? 0n) + BigInt(slope))
          const at = (i: bigint) => totals[Number(i)]
          const found = crossings(at, 0n, BigInt(totals.length - 1), BigInt(target), 100_000)
          const expected = byHand(totals, BigInt(target))
          // A peak between two points that only just passes the target may be passed over, unless every value was tried.
          for (const one of found.crossings) expect(expected).toContainEqual(one)
          if (BigInt(found.computed) === found.steps) expect(found.crossings).toEqual(expected)
          if (all.every(({ slope }) => Math.abs(slope) !== 0) && all.length === 1)
            expect(found.crossings).toEqual(expected)
        },
      ),
    )
  })

  test('what is exactly the target over a stretch is told from its first to its last step', () => {
    const totals = [1n, 2n, 5n, 5n, 5n, 9n]
    const found = crossings((i) => totals[Number(i)], 0n, 5n, 5n, 100)
    expect(found.exact).toEqual([{ from: 2n, until: 4n }])
    expect(found.crossings).toEqual([{ within: 4n, beyond: 5n }])
  })

  test('where the target is out of reach, the least and the most are told', () => {
    const found = crossings((i) => i * 3n, 0n, 1000n, 5000n, 100)
    expect([found.crossings, found.least, found.most]).toEqual([
      [],
      { step: 0n, total: 0n },
      { step: 1000n, total: 3000n },
    ])
  })
})

const policy = `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep {
  id text key
  quota money
}
record Order {
  id text key
  rep Rep
  signed date posting
  amount money
}
parameter base_rate = 3%
parameter bar = 1_000 CNY
value sold for Rep per quarter = sum(Order.amount)
value attainment for Rep per quarter = sold / quota
commission pay for Rep per quarter {
  rate base_rate of sold
  plus 100 CNY when sold >= bar
  round 0.01 half-up
}
commission tiered for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 100% | 4%   |
  }
  round 0.01 half-up
}
`
const source = { name: 'p.bylaw', text: policy }
const compiled = compile([source])
const span = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-03-31') ?? 0 }
const order = (id: string, rep: string, amount: string) => ({ id, rep, signed: '2026-02-01', amount })
const data = {
  Rep: [
    { id: 'R1', quota: '10000.00' },
    { id: 'R2', quota: '3333.33' },
    { id: 'R3', quota: '500.00' },
  ],
  Order: [order('O1', 'R1', '7123.45'), order('O2', 'R2', '999.99'), order('O3', 'R3', '5000.00')],
}
const plan = compiled.plan
if (!plan) throw new Error(JSON.stringify(compiled.diagnostics))
const { rows } = rowsFromObjects(plan, data)

function literal(text: string) {
  const [one] = parse({ name: 'x', text: `parameter x = ${text}` }).file.declarations
  if (one?.kind !== 'parameter' || one.is.is !== 'constant') throw new Error(text)
  return one.is.value
}

function totalAsked(name: string, written: string, target: bigint, to?: bigint) {
  const grid = gridOf(literal(written))
  if (!grid) throw new Error(written)
  const high = to ?? grid.now * 2n
  return seekTotal(compiled, [source], rows, span, {
    name,
    grid,
    low: 0n,
    high,
    open: to === undefined,
    target: { digits: target, scale: 2 },
    clause: 'pay',
    budget: 100_000,
  })
}

describe('the parameter that keeps a total', () => {
  test('is the last hundredth of a percent, as trying every one of them says', () => {
    // 3 % of 13,123.44 is 393.70 (213.70 + 30.00 + 150.00) and 200 for two who pass the bar: 593.70 as written.
    const answer = totalAsked('base_rate', '3%', 70_000n, 600n)
    expect(answer.now).toBe(593_700_000n)
    // By hand, each person rounded by himself: the largest step whose total is at most 700.00.
    const amounts = [712_345n, 99_999n, 500_000n]
    const half = (n: bigint) => (n + 5_000n) / 10_000n
    const total = (step: bigint) => amounts.reduce((sum, amount) => sum + half(amount * step), 0n) + 20_000n
    let last = 0n
    for (let step = 0n; step <= 600n; step++) if (total(step) <= 70_000n) last = step
    expect(answer.crossings).toEqual([{ within: last, beyond: last + 1n }])
    expect(answer.totals.get(last)).toBe(total(last) * 10_000n)
    expect(answer.totals.get(last + 1n)).toBe(total(last + 1n) * 10_000n)
  })

  test('a threshold is found too, where the total falls in steps', () => {
    // One person less at each of 999.99, 5,000.00 and 7,123.45: 493.70 (one bonus) is reached beyond 5,000.00.
    const answer = totalAsked('bar', '1_000 CNY', 49_370n, 1_000_000n)
    expect(answer.crossings).toEqual([{ within: 500_001n, beyond: 500_000n }])
    expect(answer.exact).toEqual([{ from: 500_001n, until: 712_345n }])
  })

  test('a range that was not asked for is widened until the total is reached', () => {
    const answer = totalAsked('base_rate', '3%', 200_000n)
    expect(answer.high).toBeGreaterThan(600n)
    expect(answer.crossings).toHaveLength(1)
  })

  test('a total that no value reaches is told with the most there is', () => {
    const answer = totalAsked('base_rate', '3%', 200_000_000n)
    expect(answer.crossings).toEqual([])
    // 100 % of all sales, and two bonuses.
    expect(answer.most).toEqual({ step: 10_000n, total: 13_323_440_000n })
  })

  test('the steps are those in which the value is written, or as fine as is asked for', () => {
    expect(gridOf(literal('3%'))?.text(325n)).toBe('3.25%')
    expect(gridOf(literal('3.125%'))?.text(3126n)).toBe('3.126%')
    expect(gridOf(literal('3‰'))?.text(31n)).toBe('3.1‰')
    expect(gridOf(literal('20万元'))?.text(20_000_001n)).toBe('200000.01元')
    expect(gridOf(literal('500 CNY'))?.text(50_001n)).toBe('500.01 CNY')
    expect(gridOf(literal('1.2'))?.text(13n)).toBe('1.3')
    expect(gridOf(literal('3%'), literal('0.001%'))?.text(3251n)).toBe('3.251%')
    expect(gridOf(literal('2026-01-01'))).toBeUndefined()
  })
})

describe('what somebody must still sell for the next tier', () => {
  const output = plan.outputs.find(({ id }) => id === 'tiered')
  if (!output) throw new Error('no tiers')
  const period = { kind: 'quarter', key: '2026-Q1', start: span.from, end: span.until + 1 }
  const asked = (subjectRow: number) => seekTier(plan, rows, { span }, { output, subjectRow, period })

  test('is exact to the cent, with a cent less proved to be too little', () => {
    // 80 % of 10,000.00 less 7,123.45.
    const answer = asked(0)
    if (answer.is !== 'reached') throw new Error(answer.is)
    expect([answer.amount, answer.field.field, answer.like]).toEqual([87_655n, 'amount', 'O1'])
    expect([answer.now.band, answer.at.band, answer.before.band]).toEqual([0, 1, 0])
    expect(answer.at.pays).toMatchObject({ digits: 8_000n, scale: 2 })
  })

  test('a quotient that never ends is compared as it is: one cent under is under', () => {
    // 80 % of 3,333.33 is 2,666.664: 2,666.67 is needed, of which 999.99 is there.
    const answer = asked(1)
    if (answer.is !== 'reached') throw new Error(answer.is)
    expect(answer.amount).toBe(166_668n)
  })

  test('who stands in the highest row has no next one', () => {
    expect(asked(2).is).toBe('highest')
  })

  test('the row, and the field, may be named; a clause without tiers says so', () => {
    const pay = plan.outputs.find(({ id }) => id === 'pay')
    if (!pay) throw new Error('no pay')
    expect(seekTier(plan, rows, { span }, { output: pay, subjectRow: 0, period }).is).toBe('no-tiers')
    const other = { output, subjectRow: 0, period, field: { relation: 'Rep', field: 'quota' } }
    expect(seekTier(plan, rows, { span }, other).is).toBe('no-field')
    const like = seekTier(plan, rows, { span }, { output, subjectRow: 0, period, like: 'O2' })
    // One more order like that of another does nothing here.
    expect(like.is).toBe('unreachable')
  })
})
