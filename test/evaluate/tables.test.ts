import { describe, expect, it } from 'vitest'
import type { DecisionTable, Expr, Test, Type } from '../../src/plan/plan.ts'
import {
  code,
  countOf,
  date,
  fail,
  num,
  on,
  oneOf,
  percent,
  state,
  text,
  truth,
  valueOfExpr,
  yes,
} from './plan-helpers.ts'

const any: Test = { is: 'any' }
function is(...values: (string | boolean)[]): Test {
  return { is: 'in', values }
}
/** `(` and `)` leave the bound out, `[` and `]` take it in. */
function range(low: string | undefined, high: string | undefined, marks = '[)'): Test {
  return {
    is: 'range',
    negated: false,
    ranges: [
      {
        ...(low !== undefined && { low: { at: low, included: marks.startsWith('[') } }),
        ...(high !== undefined && { high: { at: high, included: marks.endsWith(']') } }),
      },
    ],
  }
}
function table(
  hit: 'unique' | 'first',
  types: readonly Type[],
  rows: readonly Test[][],
  otherwise = false,
): DecisionTable {
  return {
    id: 't',
    label: 't',
    hit,
    inputs: types.map((type, i) => ({ label: `i${i}`, type })),
    rows: rows.map((tests) => ({ tests, origin: 'here' })),
    ...(otherwise && { otherwise: 'here' }),
    uncovered: state.uncovered,
    conflict: state.conflict,
    origin: 'here',
  }
}
function match(made: DecisionTable, ...inputs: Expr[]): bigint | string | undefined {
  const expr: Expr = {
    op: 'table',
    table: 't',
    inputs: inputs.map((value, i) => {
      const type = made.inputs[i]?.type
      return type?.is === 'int' || type?.is === 'date'
        ? { is: 'number', value: { n: value, scale: type.is === 'int' ? type.scale : 0 } }
        : { is: 'code', value }
    }),
  }
  return valueOfExpr(expr, countOf, { tables: [made] })
}

const days = table(
  'unique',
  [countOf],
  [[range(undefined, '0', ']]')], [range('0', '30', '(]')], [range('30', undefined, '((')]],
)

describe('ranges', () => {
  it('own their bounds as written', () => {
    expect([-5, 0, 1, 30, 31, 1000].map((d) => match(days, num(d, countOf)))).toEqual([
      0n,
      0n,
      1n,
      1n,
      2n,
      2n,
    ])
  })
  it('compare quotients without dividing', () => {
    const made = table('unique', [percent], [[range(undefined, '10000')], [range('10000', undefined)]])
    const at = (n: bigint): Expr => ({
      op: 'table',
      table: 't',
      inputs: [{ is: 'number', value: { n: num(n), d: num(3), scale: 0 } }],
    })
    expect(valueOfExpr(at(2n), countOf, { tables: [made] })).toBe(0n)
    expect(valueOfExpr(at(3n), countOf, { tables: [made] })).toBe(1n)
  })
  it('compare a value of more or fewer places than the bounds', () => {
    const made = table('unique', [percent], [[range(undefined, '10000')], [range('10000', undefined)]])
    const at = (n: bigint, scale: number): Expr => ({
      op: 'table',
      table: 't',
      inputs: [{ is: 'number', value: { n: num(n), scale } }],
    })
    expect(valueOfExpr(at(999_999n, 6), countOf, { tables: [made] })).toBe(0n)
    expect(valueOfExpr(at(1n, 0), countOf, { tables: [made] })).toBe(1n)
  })
  it('work on dates', () => {
    const made = table(
      'unique',
      [date],
      [[range(undefined, '20454', '[)')], [range('20454', undefined, '[)')]],
    )
    expect(match(made, on('2025-12-31'))).toBe(0n)
    expect(match(made, on('2026-01-01'))).toBe(1n)
  })
})

describe('codes', () => {
  const kinds = oneOf('new', 'renew', 'upsell')
  const made = table(
    'unique',
    [kinds, truth],
    [
      [is('new', 'upsell'), is(true)],
      [{ is: 'not-in', values: ['new', 'upsell'] }, any],
    ],
  )
  it('match by value', () => {
    const kind = (v: string) => code(v, 'new', 'renew', 'upsell')
    expect(match(made, kind('upsell'), yes(true))).toBe(0n)
    expect(match(made, kind('renew'), yes(false))).toBe(1n)
    expect(match(made, kind('new'), yes(false))).toBe(`held ${state.uncovered}`)
  })
  it('match texts, those that no row names too', () => {
    const towns = table(
      'unique',
      [text],
      [[is('苏州', '昆山')], [{ is: 'not-in', values: ['苏州', '昆山'] }]],
    )
    const town = (value: string): Expr => ({ op: 'const', value, type: text })
    expect(match(towns, town('昆山'))).toBe(0n)
    expect(match(towns, town('__proto__'))).toBe(1n)
  })
})

describe('which row', () => {
  const overlapping = [[range('0', '10')], [range('5', '20')]]
  it('is the only one of a unique table; two are a conflict', () => {
    const made = table('unique', [countOf], overlapping)
    expect([3, 7, 15].map((v) => match(made, num(v, countOf)))).toEqual([0n, `held ${state.conflict}`, 1n])
    expect(match(made, num(99, countOf))).toBe(`held ${state.uncovered}`)
  })
  it('is the first one of a first-match table', () => {
    const made = table('first', [countOf], overlapping)
    expect([3, 7, 15].map((v) => match(made, num(v, countOf)))).toEqual([0n, 0n, 1n])
  })
  it('is the otherwise row, when no other matches', () => {
    expect(match(table('unique', [countOf], overlapping, true), num(99, countOf))).toBe(2n)
  })
  it('is found in tables of more than 32 rows', () => {
    const rows = Array.from({ length: 100 }, (_, i) => [range(String(i), String(i + 1))])
    const made = table('unique', [countOf], rows)
    expect([0, 31, 32, 63, 64, 99].map((v) => match(made, num(v, countOf)))).toEqual([
      0n,
      31n,
      32n,
      63n,
      64n,
      99n,
    ])
    expect(match(made, num(100, countOf))).toBe(`held ${state.uncovered}`)
  })
})

describe('an unknown input', () => {
  const two = (hit: 'unique' | 'first') =>
    table(
      hit,
      [countOf, countOf],
      [
        [range('0', '10'), range('0', '10')],
        [range('0', '10'), range('10', undefined)],
        [range('10', undefined), any],
      ],
    )
  const unknown = fail(state.missing)
  it('holds a unique table where a row might match', () => {
    expect(match(two('unique'), num(5, countOf), unknown)).toBe(`held ${state.missing}`)
    expect(match(two('unique'), unknown, num(5, countOf))).toBe(`held ${state.missing}`)
  })
  it('does not matter to rows that do not test it, or that fail by another test', () => {
    expect(match(two('unique'), num(15, countOf), unknown)).toBe(2n)
  })
  it('holds a first-match table only before the first sure match', () => {
    const made = table(
      'first',
      [countOf, countOf],
      [
        [range('0', '10'), any],
        [any, range('0', '10')],
        [any, any],
      ],
    )
    expect(match(made, num(5, countOf), unknown)).toBe(0n)
    expect(match(made, num(15, countOf), unknown)).toBe(`held ${state.missing}`)
  })
  it('is not covered by otherwise', () => {
    expect(match(table('unique', [countOf], [[range('0', '10')]], true), unknown)).toBe(
      `held ${state.missing}`,
    )
  })
  it('gives the largest of the states of the inputs that leave it open', () => {
    expect(match(two('unique'), fail(state.bad), unknown)).toBe(`held ${state.bad}`)
    expect(match(two('unique'), fail(state.notApplicable), num(5, countOf))).toBe(
      `held ${state.notApplicableUsed}`,
    )
  })
})
