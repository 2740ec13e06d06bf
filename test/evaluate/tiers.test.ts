import { describe, expect, it } from 'vitest'
import type { Expr, Ratio, Schedule, TierAmount } from '../../src/plan/plan.ts'
import { fail, int, money, num, percent, state, valueOfExpr, wide } from './plan-helpers.ts'

type Row = readonly [from: string | undefined, give: bigint, mode?: 'marginal' | 'whole']

function schedule(
  mode: Schedule['mode'],
  rows: readonly Row[],
  more: Partial<Pick<Schedule, 'pays' | 'extend'>> & { readonly over?: boolean } = {},
): Schedule {
  const { over = false, pays = false, extend = false } = more
  return {
    id: 's',
    mode,
    pays,
    extend,
    scale: 4,
    type: percent,
    uncovered: state.uncovered,
    origin: 'here',
    bands: rows.map(([from, , own]) => ({
      ...(from !== undefined && { from: { at: from, included: !over } }),
      mode: own ?? (mode === 'whole' ? 'whole' : 'marginal'),
      origin: 'here',
    })),
  }
}

type Given = {
  readonly of?: bigint
  /** The base is `quota`; `by` is of / quota unless it is given, in units of 0.0001. */
  readonly quota?: bigint
  readonly by?: bigint
  readonly mirror?: boolean
}

/** The amount as numerator and denominator at scale 8 (rates of scale 4, money of scale 2, thresholds of scale 4). */
function tiers(
  made: Schedule,
  rows: readonly Row[],
  given: Given,
  part: 'amount' | 'denominator' = 'amount',
) {
  const of: Ratio | undefined = given.of === undefined ? undefined : { n: num(given.of), scale: 2 }
  const quota = num(given.quota ?? 1n)
  const by: Ratio =
    given.by === undefined
      ? { n: num(given.of ?? 0n), d: quota, scale: 0 }
      : { n: num(given.by, percent), scale: 4 }
  const expr: TierAmount = {
    op: 'tiers',
    part,
    schedule: 's',
    by,
    index: { op: 'band', schedule: 's', by, mirror: given.mirror ?? false },
    gives: rows.map(([, give]) => num(give, made.pays ? money : percent)),
    giveScale: made.pays ? 2 : 4,
    mirror: given.mirror ?? false,
    scale: 10,
    ...(of && { of }),
    ...(given.by === undefined && { base: { n: quota, scale: 2 } }),
  }
  return valueOfExpr(expr, wide, { schedules: [made] })
}

/** At scale 10: 1 CNY is 10^10. */
function cny(text: string): bigint {
  const [whole = '', part = ''] = text.replace('-', '').split('.')
  const digits = BigInt(whole + part.padEnd(10, '0'))
  return text.startsWith('-') ? -digits : digits
}

const rates: readonly Row[] = [
  ['0', 100n],
  ['8000', 200n],
  ['10000', 350n],
  ['12000', 500n],
]
const quota = 800_000_00n

describe('marginal tiers', () => {
  const made = schedule('marginal', rates)
  const pay = (of: bigint, mirror = false) => tiers(made, rates, { of, quota, mirror })
  it('pays each slice at its own rate', () => {
    // 640,000 × 1% + 160,000 × 2% + 150,617.07 × 3.5% = 6,400 + 3,200 + 5,271.59745
    expect(pay(950_617_07n)).toBe(cny('14871.59745'))
    // and above 120 %: 6,400 + 3,200 + 160,000 × 3.5% + 40,000 × 5%
    expect(pay(1_000_000_00n)).toBe(cny('17200'))
  })
  it('is continuous: exactly at a threshold the slice above is empty', () => {
    expect(pay(640_000_00n)).toBe(cny('6400'))
    expect(pay(800_000_00n)).toBe(cny('9600'))
    expect(pay(800_000_01n)).toBe(cny('9600.00035'))
    expect(pay(0n)).toBe(cny('0'))
  })
  it('undoes with a refund what the sale earned, when it mirrors', () => {
    expect(pay(-950_617_07n, true)).toBe(cny('-14871.59745'))
    expect(pay(-1n, true)).toBe(cny('-0.0001'))
  })
  it('is held below its first row, when it does not mirror', () => {
    expect(pay(-1n)).toBe(`held ${state.uncovered}`)
  })
  it('counts from the first row’s own threshold', () => {
    const rows: readonly Row[] = [
      ['4000', 100n],
      ['8000', 200n],
    ]
    // from 40 %: (600,000 − 320,000) × 1%
    expect(tiers(schedule('marginal', rows), rows, { of: 600_000_00n, quota })).toBe(cny('2800'))
    expect(tiers(schedule('marginal', rows), rows, { of: 319_999_99n, quota })).toBe(
      `held ${state.uncovered}`,
    )
  })
  it('keeps thresholds that fall between cents', () => {
    // 80 % of 0.03 is 0.024: 0.024 × 1% + 0.006 × 2%
    expect(tiers(made, rates, { of: 3n, quota: 3n })).toBe(cny('0.00036'))
  })
})

describe('whole tiers', () => {
  const made = schedule('whole', rates)
  it('pay everything at the rate of the band reached', () => {
    expect(tiers(made, rates, { of: 950_617_07n, quota })).toBe(cny('33271.59745'))
    expect(tiers(made, rates, { of: 799_999_99n, quota })).toBe(cny('15999.9998'))
    expect(tiers(made, rates, { of: 800_000_00n, quota })).toBe(cny('28000'))
  })
  it('give the boundary to the band below, when headed over', () => {
    const over = schedule('whole', rates, { over: true })
    expect(tiers(over, rates, { of: 800_000_00n, quota })).toBe(cny('16000'))
    expect(tiers(over, rates, { of: 800_000_01n, quota })).toBe(cny('28000.00035'))
    expect(tiers(over, rates, { of: 0n, quota })).toBe(`held ${state.uncovered}`)
  })
  it('need no base: what chooses may be another measure', () => {
    expect(tiers(made, rates, { of: 1000_00n, by: 12000n })).toBe(cny('50'))
    expect(tiers(made, rates, { of: -1000_00n, by: 12000n, mirror: true })).toBe(cny('-50'))
  })
  it('hold with a rate that is missing only where it is used', () => {
    const expr = (by: bigint): Expr => ({
      op: 'tiers',
      part: 'amount',
      schedule: 's',
      of: { n: num(100n), scale: 2 },
      by: { n: num(by, percent), scale: 4 },
      index: { op: 'band', schedule: 's', by: { n: num(by, percent), scale: 4 }, mirror: false },
      gives: [num(100, percent), fail(state.missing), num(300, percent), num(400, percent)],
      giveScale: 4,
      mirror: false,
      scale: 6,
    })
    expect(valueOfExpr(expr(0n), wide, { schedules: [made] })).toBe(10000n)
    expect(valueOfExpr(expr(9000n), wide, { schedules: [made] })).toBe(`held ${state.missing}`)
    expect(valueOfExpr(expr(10000n), wide, { schedules: [made] })).toBe(30000n)
  })
})

describe('rows with modes of their own', () => {
  it('go on from what the row before pays at its end', () => {
    // Below 80 % nothing is cut: whole 1 %; from 80 % to 100 % each unit 2 %; from 100 % whole 3.5 %; above 120 % 5 % on top.
    const rows: readonly Row[] = [
      ['0', 100n, 'whole'],
      ['8000', 200n, 'marginal'],
      ['10000', 350n, 'whole'],
      ['12000', 500n, 'marginal'],
    ]
    const made = schedule('marginal', rows)
    const pay = (of: bigint) => tiers(made, rows, { of, quota })
    expect(pay(500_000_00n)).toBe(cny('5000'))
    // 640,000 × 1% + 60,000 × 2%
    expect(pay(700_000_00n)).toBe(cny('7600'))
    expect(pay(900_000_00n)).toBe(cny('31500'))
    // 960,000 × 3.5% + 40,000 × 5%
    expect(pay(1_000_000_00n)).toBe(cny('35600'))
  })
})

describe('tiers that pay money', () => {
  const rows: readonly Row[] = [
    ['0', 0n],
    ['8000', 500_00n],
    ['10000', 1000_00n],
  ]
  it('add up the steps reached, as a ladder', () => {
    const ladder = schedule('marginal', rows, { pays: true })
    expect(tiers(ladder, rows, { by: 7999n })).toBe(cny('0'))
    expect(tiers(ladder, rows, { by: 8000n })).toBe(cny('500'))
    expect(tiers(ladder, rows, { by: 10000n })).toBe(cny('1500'))
  })
  it('pay the step reached alone, when whole', () => {
    const whole = schedule('whole', rows, { pays: true })
    expect(tiers(whole, rows, { by: 10000n })).toBe(cny('1000'))
  })
})

describe('linear tiers', () => {
  const rows: readonly Row[] = [
    ['5000', 0n],
    ['10000', 1000_00n],
    ['15000', 3000_00n],
  ]
  const value = (by: bigint, extend = false) => {
    const made = schedule('linear', rows, { pays: true, extend })
    const n = tiers(made, rows, { by })
    const d = tiers(made, rows, { by }, 'denominator')
    if (typeof n !== 'bigint' || typeof d !== 'bigint') return n
    expect(n % d).toBe(0n)
    return n / d
  }
  it('run straight from point to point, flat beyond both ends', () => {
    expect(value(7500n)).toBe(cny('500'))
    expect(value(10000n)).toBe(cny('1000'))
    expect(value(12500n)).toBe(cny('2000'))
    expect(value(100n)).toBe(cny('0'))
    expect(value(99999n)).toBe(cny('3000'))
  })
  it('go on beyond the ends when they extend', () => {
    // 100 % to 150 % rises 40 CNY a point: at 160 % 3,400; below, 20 CNY a point: at 40 % −200.
    expect(value(16000n, true)).toBe(cny('3400'))
    expect(value(4000n, true)).toBe(cny('-200'))
  })
  it('are one exact fraction', () => {
    const thirds: readonly Row[] = [
      ['0', 0n],
      ['3', 1_00n],
    ]
    const made = schedule('linear', thirds, { pays: true })
    const n = tiers(made, thirds, { by: 1n })
    const d = tiers(made, thirds, { by: 1n }, 'denominator')
    // a third of 1 CNY
    expect([n, d].map(String).every((t) => /^\d+$/.test(t)) && BigInt(n ?? 0) * 3n).toBe(
      cny('1') * BigInt(d ?? 0),
    )
  })
  it('interpolate the rate, when they earn on something', () => {
    const points: readonly Row[] = [
      ['5000', 100n],
      ['10000', 300n],
    ]
    const made = schedule('linear', points)
    // At 75 % the rate is 2 %: of 600,000 that is 12,000; scale 10, the rate's own fraction kept.
    const n = BigInt(tiers(made, points, { of: 600_000_00n, quota }) ?? 0)
    const d = BigInt(tiers(made, points, { of: 600_000_00n, quota }, 'denominator') ?? 0)
    expect(n).toBe(cny('12000') * d)
  })
})

it('keeps a fraction that earns a fraction', () => {
  // 3 % of 100/3, above a base of 10: (100/3 − 10) × 3 % = 0.7
  const made = schedule('marginal', [['10000', 300n]])
  const third = { n: num(100_00n), d: num(3, int(0)), scale: 2 }
  const expr = (part: 'amount' | 'denominator'): Expr => ({
    op: 'tiers',
    part,
    schedule: 's',
    of: third,
    by: { n: num(100_00n), d: num(30_00n), scale: 0 },
    base: { n: num(10_00n), scale: 2 },
    index: num(0, int(0)),
    gives: [num(300, percent)],
    giveScale: 4,
    mirror: false,
    scale: 10,
  })
  const n = BigInt(valueOfExpr(expr('amount'), wide, { schedules: [made] }) ?? 0)
  const d = BigInt(valueOfExpr(expr('denominator'), wide, { schedules: [made] }) ?? 0)
  expect(n * 10n).toBe(7n * cny('1') * d)
})
