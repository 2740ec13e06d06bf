import { describe, expect, it } from 'vitest'
import type { Expr, Ratio, RoundingMode } from '../../src/plan/plan.ts'
import {
  bin,
  code,
  column,
  compare,
  countOf,
  date,
  day,
  fail,
  field,
  grain,
  num,
  on,
  oneOf,
  own,
  read,
  relation,
  run,
  state,
  text,
  truth,
  valueOfExpr,
  wide,
  yes,
} from './plan-helpers.ts'

const missing = fail(state.missing)
const absent = fail(state.notApplicable)

describe('arithmetic', () => {
  it('is exact beyond 64 bits', () => {
    const big = num(9_999_999_999_999n, wide)
    expect(valueOfExpr(bin('mul', big, bin('mul', num(-1_000_003n, wide), num(1_000_003n, wide))))).toBe(
      -9_999_999_999_999n * 1_000_006_000_009n,
    )
  })
  it('adds, subtracts and takes the smaller or larger', () => {
    expect(valueOfExpr(bin('add', num(-5), num(3)))).toBe(-2n)
    expect(valueOfExpr(bin('sub', num(-5), num(3)))).toBe(-8n)
    expect(valueOfExpr(bin('min', num(-5), num(3)))).toBe(-5n)
    expect(valueOfExpr(bin('max', num(-5), num(3)))).toBe(3n)
    expect(valueOfExpr({ op: 'neg', a: num(-5) })).toBe(5n)
    expect(valueOfExpr({ op: 'abs', a: num(-5) })).toBe(5n)
    expect(valueOfExpr({ op: 'sign', a: num(-5) })).toBe(-1n)
    expect(valueOfExpr({ op: 'sign', a: num(0) })).toBe(0n)
    expect(valueOfExpr({ op: 'shift', a: num(-5), by: 3 })).toBe(-5000n)
  })
  it('holds a zero where one may not divide by it', () => {
    expect(valueOfExpr({ op: 'nonzero', a: num(0), state: state.undefined })).toBe(`held ${state.undefined}`)
    expect(valueOfExpr({ op: 'nonzero', a: num(7), state: state.undefined })).toBe(7n)
  })
  it('is held by a not-applicable operand, with its own state for that', () => {
    expect(valueOfExpr(bin('add', absent, num(1)))).toBe(`held ${state.notApplicableUsed}`)
    expect(valueOfExpr(bin('add', absent, missing))).toBe(`held ${state.notApplicableUsed}`)
    expect(valueOfExpr(absent)).toBe(`n/a ${state.notApplicable}`)
  })
  it('takes the largest state of its operands', () => {
    expect(valueOfExpr(bin('mul', missing, fail(state.bad)))).toBe(`held ${state.bad}`)
    expect(valueOfExpr(bin('mul', fail(state.bad), missing))).toBe(`held ${state.bad}`)
  })
})

describe('comparison of quotients', () => {
  const quota: Ratio = { n: num(100_000_00), scale: 2 }
  it('puts one cent under the quota under 100 %, and the quota itself at it', () => {
    const rate = (cents: bigint): Ratio => ({ n: num(cents), d: num(100_000_00), scale: 0 })
    const one: Ratio = { n: num(10000), scale: 4 }
    expect(valueOfExpr({ op: 'compare', by: '>=', a: rate(99_999_99n), b: one }, truth)).toBe(0n)
    expect(valueOfExpr({ op: 'compare', by: '>=', a: rate(100_000_00n), b: one }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'compare', by: '>', a: rate(100_000_00n), b: one }, truth)).toBe(0n)
    expect(valueOfExpr({ op: 'compare', by: '=', a: rate(100_000_00n), b: one }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'compare', by: '<>', a: rate(99_999_99n), b: one }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'compare', by: '<', a: rate(99_999_99n), b: one }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'compare', by: '<=', a: rate(100_000_01n), b: one }, truth)).toBe(0n)
  })
  it('knows a third from 0.333333', () => {
    const third: Ratio = { n: num(1), d: num(3), scale: 0 }
    expect(valueOfExpr({ op: 'compare', by: '>', a: third, b: { n: num(333333), scale: 6 } }, truth)).toBe(1n)
    expect(
      valueOfExpr({ op: 'compare', by: '=', a: third, b: { n: num(2), d: num(6), scale: 0 } }, truth),
    ).toBe(1n)
  })
  it('aligns scales', () => {
    expect(valueOfExpr({ op: 'compare', by: '=', a: quota, b: { n: num(100_000), scale: 0 } }, truth)).toBe(
      1n,
    )
  })
})

describe('rounding', () => {
  // 2.5, 2.4, 2.6, 3.5 and their negatives, to whole numbers: worked by the definitions in the reference.
  const table: readonly [RoundingMode, readonly bigint[]][] = [
    ['half-up', [3n, 2n, 3n, 4n, -3n, -2n, -3n, -4n]],
    ['half-even', [2n, 2n, 3n, 4n, -2n, -2n, -3n, -4n]],
    ['half-down', [2n, 2n, 3n, 3n, -2n, -2n, -3n, -3n]],
    ['up', [3n, 3n, 3n, 4n, -3n, -3n, -3n, -4n]],
    ['down', [2n, 2n, 2n, 3n, -2n, -2n, -2n, -3n]],
    ['ceiling', [3n, 3n, 3n, 4n, -2n, -2n, -2n, -3n]],
    ['floor', [2n, 2n, 2n, 3n, -3n, -3n, -3n, -4n]],
  ]
  for (const [mode, expected] of table)
    it(`${mode} is right for both signs`, () => {
      const values = [25, 24, 26, 35, -25, -24, -26, -35]
      expect(values.map((v) => valueOfExpr(round({ n: num(v), scale: 1 }, '1', 0, mode)))).toEqual(expected)
    })
  it('rounds a fraction once, where it is written', () => {
    // 100.00 × 1/3 = 33.333…; 2/3 of it 66.666…
    expect(valueOfExpr(round({ n: num(100_00), d: num(3), scale: 2 }, '1', 2, 'half-up'))).toBe(33_33n)
    expect(valueOfExpr(round({ n: num(200_00), d: num(3), scale: 2 }, '1', 2, 'half-up'))).toBe(66_67n)
  })
  it('rounds to a multiple of a unit', () => {
    expect(valueOfExpr(round({ n: num(1183), scale: 3 }, '2', 2, 'down'))).toBe(118n)
    expect(valueOfExpr(round({ n: num(119), scale: 2 }, '2', 2, 'down'))).toBe(118n)
    expect(valueOfExpr(round({ n: num(12345), scale: 2 }, '100', 0, 'half-up'))).toBe(100n)
  })
  it('gives more places than there were when asked for them', () => {
    expect(valueOfExpr(round({ n: num(5), scale: 0 }, '1', 2, 'half-up'))).toBe(500n)
  })
  function round(a: Ratio, unit: string, scale: number, mode: RoundingMode): Expr {
    return { op: 'round', a, unit, scale, mode }
  }
})

describe('and, or, not', () => {
  it('decide as soon as the known side suffices', () => {
    expect(valueOfExpr({ op: 'and', all: [missing, yes(false)] }, truth)).toBe(0n)
    expect(valueOfExpr({ op: 'and', all: [yes(true), missing] }, truth)).toBe(`held ${state.missing}`)
    expect(valueOfExpr({ op: 'or', all: [missing, yes(true)] }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'or', all: [missing, yes(false)] }, truth)).toBe(`held ${state.missing}`)
    expect(valueOfExpr({ op: 'and', all: [yes(true), yes(true)] }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'or', all: [yes(false), yes(false)] }, truth)).toBe(0n)
  })
  it('are held by what is not applicable, unless decided', () => {
    expect(valueOfExpr({ op: 'and', all: [absent, yes(true)] }, truth)).toBe(
      `held ${state.notApplicableUsed}`,
    )
    expect(valueOfExpr({ op: 'and', all: [absent, yes(false)] }, truth)).toBe(0n)
    expect(valueOfExpr({ op: 'not', a: absent }, truth)).toBe(`held ${state.notApplicableUsed}`)
    expect(valueOfExpr({ op: 'not', a: yes(false) }, truth)).toBe(1n)
  })
})

describe('a choice', () => {
  const first = (when: Expr): Expr => ({ op: 'choose', cases: [{ when, then: num(1) }], otherwise: num(2) })
  it('takes the first case that holds', () => {
    expect(valueOfExpr(first(yes(true)))).toBe(1n)
    expect(valueOfExpr(first(yes(false)))).toBe(2n)
  })
  it('is decided by a test that fails before', () => {
    expect(valueOfExpr(first(missing))).toBe(`held ${state.missing}`)
    expect(valueOfExpr(first(absent))).toBe(`held ${state.notApplicableUsed}`)
  })
  it('looks at the branch it takes alone, and passes its state on', () => {
    const of = (when: boolean): Expr => ({
      op: 'choose',
      cases: [{ when: yes(when), then: absent }],
      otherwise: missing,
    })
    expect(valueOfExpr(of(true))).toBe(`n/a ${state.notApplicable}`)
    expect(valueOfExpr(of(false))).toBe(`held ${state.missing}`)
    expect(
      valueOfExpr({
        op: 'choose',
        cases: [
          { when: yes(true), then: num(1) },
          { when: missing, then: num(3) },
        ],
        otherwise: missing,
      }),
    ).toBe(1n)
  })
  it('picks by an index', () => {
    const pick = (index: Expr): Expr => ({ op: 'pick', index, items: [num(10), missing, num(30)] })
    expect(valueOfExpr(pick(num(2, countOf)))).toBe(30n)
    expect(valueOfExpr(pick(num(1, countOf)))).toBe(`held ${state.missing}`)
    expect(valueOfExpr(pick(fail(state.bad)))).toBe(`held ${state.bad}`)
  })
})

describe('what is missing', () => {
  const ifMissing = (a: Expr): Expr => ({ op: 'if-missing', a, b: num(9) })
  it('gets a default; what is bad or divided by zero does not', () => {
    expect(valueOfExpr(ifMissing(missing))).toBe(9n)
    expect(valueOfExpr(ifMissing(fail(state.empty)))).toBe(9n)
    expect(valueOfExpr(ifMissing(num(1)))).toBe(1n)
    expect(valueOfExpr(ifMissing(fail(state.bad)))).toBe(`held ${state.bad}`)
    expect(valueOfExpr(ifMissing(fail(state.undefined)))).toBe(`held ${state.undefined}`)
    // It is handed over, and not reckoned with.
    expect(valueOfExpr(ifMissing(absent))).toBe(`n/a ${state.notApplicable}`)
  })
  it('can be asked for', () => {
    const answers = (a: Expr) =>
      (['missing', 'present', 'applicable', 'not-applicable'] as const).map((what) =>
        valueOfExpr({ op: 'is', what, a }, truth),
      )
    expect(answers(num(1))).toEqual([0n, 1n, 1n, 0n])
    expect(answers(missing)).toEqual([1n, 0n, 1n, 0n])
    expect(answers(absent)).toEqual([0n, 0n, 0n, 1n])
    expect(answers(fail(state.bad))).toEqual(Array(4).fill(`held ${state.bad}`))
  })
})

describe('equality of codes and texts', () => {
  it('compares texts, values of an enumeration and truths', () => {
    const word = (value: string): Expr => ({ op: 'const', value, type: text })
    expect(valueOfExpr({ op: 'same', a: word('苏州'), b: word('苏州') }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'same', a: word('a'), b: word('A') }, truth)).toBe(0n)
    expect(valueOfExpr({ op: 'same', a: code('b', 'a', 'b'), b: code('b', 'a', 'b') }, truth)).toBe(1n)
    expect(valueOfExpr({ op: 'same', a: yes(true), b: yes(false) }, truth)).toBe(0n)
    expect(valueOfExpr({ op: 'same', a: word('a'), b: missing }, truth)).toBe(`held ${state.missing}`)
  })
})

describe('dates', () => {
  it('differ by days and move by days', () => {
    expect(valueOfExpr(bin('sub', on('2026-03-01'), on('2026-02-01')))).toBe(28n)
    expect(valueOfExpr(bin('add', on('2026-12-31'), num(1, countOf)), date)).toBe(BigInt(day('2027-01-01')))
  })
  it('move by months, clamped to the last day', () => {
    const moved = (from: string, by: number) =>
      valueOfExpr({ op: 'add-months', a: on(from), months: num(by, countOf) }, date)
    expect(moved('2026-01-31', 1)).toBe(BigInt(day('2026-02-28')))
    expect(moved('2026-03-31', -1)).toBe(BigInt(day('2026-02-28')))
    expect(moved('2026-11-15', 14)).toBe(BigInt(day('2028-01-15')))
  })
  it('are whole months apart by the same rule', () => {
    const between = (a: string, b: string) => valueOfExpr({ op: 'months-between', a: on(a), b: on(b) })
    expect(between('2026-01-15', '2026-01-15')).toBe(0n)
    expect(between('2026-01-15', '2026-02-14')).toBe(0n)
    expect(between('2026-01-15', '2026-02-15')).toBe(1n)
    expect(between('2026-01-31', '2026-02-28')).toBe(1n)
    expect(between('2026-02-15', '2026-01-15')).toBe(-1n)
    expect(between('2026-02-14', '2026-01-15')).toBe(0n)
    expect(between('2024-02-29', '2026-02-28')).toBe(24n)
  })
  it('are compared in order', () => {
    expect(valueOfExpr(compare('<', on('2026-03-01'), on('2026-03-02')), truth)).toBe(1n)
  })
})

it('holds a value outside its declared range as bad, wherever it came from', () => {
  const small = { ...countOf, max: '10', min: '0' }
  const results = run(
    {
      relations: [relation('R', [field('n', small), field('k', oneOf('a', 'b'))])],
      grains: [grain('r', 'R')],
      columns: [column('x', 'r', small, own('n')), column('y', 'r', oneOf('a', 'b'), own('k'))],
    },
    {
      R: [
        { id: '1', n: 10n, k: 'b' },
        { id: '2', n: 11n, k: 'zzz' },
        { id: '3', n: -1n, k: null },
      ],
    },
  )
  expect(read(results, 'x')).toEqual([10n, `held ${state.bad}`, `held ${state.bad}`])
  expect(read(results, 'y')).toEqual([1n, `held ${state.bad}`, `held ${state.missing}`])
})
