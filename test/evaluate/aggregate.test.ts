import { describe, expect, it } from 'vitest'
import {
  aggregate,
  bad,
  bin,
  column,
  countOf,
  date,
  field,
  grain,
  money,
  own,
  type Parts,
  quarter,
  read,
  ref,
  relation,
  run,
  state,
  truth,
} from './plan-helpers.ts'

const relations = [
  relation('Rep', []),
  relation('Deal', [
    field('rep', ref('Rep')),
    field('helper', ref('Rep'), true),
    field('signed', date),
    field('amount', money),
    field('valid', truth),
  ]),
]
const grains = [grain('deal', 'Deal'), grain('repQuarter', 'Rep', 'quarter'), grain('rep', 'Rep')]
const columns = [
  column('amount', 'deal', money, own('amount')),
  column('signed', 'deal', date, own('signed')),
  column('valid', 'deal', truth, own('valid')),
]
const at = { path: ['rep'], period: { is: 'date', column: 'signed' } } as const
const base: Parts = { periods: [quarter], relations, grains, columns }
const reps = [{ id: 'A' }, { id: 'B' }]

function summed(
  deals: readonly { [field: string]: bigint | string | boolean | null | typeof bad }[],
  more = {},
) {
  const parts = {
    ...base,
    columns: [
      ...columns,
      column('x', 'repQuarter', money, aggregate('sum', 'deal', at, { value: 'amount', ...more })),
    ],
  }
  return run(parts, { Rep: reps, Deal: deals }, '2026-01-01', '2026-06-30')
}

describe('a sum over rows', () => {
  it('adds each row to its subject and the period of its date, and gives 0 where there is none', () => {
    const results = summed([
      { id: '1', rep: 'A', signed: '2026-01-15', amount: 10000n, valid: true },
      { id: '2', rep: 'A', signed: '2026-03-31', amount: 5000n, valid: true },
      { id: '3', rep: 'A', signed: '2026-04-01', amount: 700n, valid: true },
      { id: '4', rep: 'B', signed: '2026-06-30', amount: -30n, valid: true },
      { id: '5', rep: 'B', signed: '2026-07-01', amount: 99n, valid: true },
    ])
    expect(read(results, 'x')).toEqual([15000n, 700n, 0n, -30n])
  })

  it('leaves out rows whose test is false', () => {
    const results = summed(
      [
        { id: '1', rep: 'A', signed: '2026-01-15', amount: 10000n, valid: false },
        { id: '2', rep: 'A', signed: '2026-01-16', amount: 1n, valid: true },
      ],
      { where: 'valid' },
    )
    expect(read(results, 'x')).toEqual([1n, 0n, 0n, 0n])
  })

  it('is held by one held row, and only the period that the row belongs to', () => {
    const results = summed([
      { id: '1', rep: 'A', signed: '2026-01-15', amount: bad, valid: true },
      { id: '2', rep: 'A', signed: '2026-04-16', amount: 1n, valid: true },
    ])
    expect(read(results, 'x')).toEqual([`held ${state.bad}`, 1n, 0n, 0n])
  })

  it('is held in all periods of a subject by a row without a date', () => {
    const results = summed([{ id: '1', rep: 'B', signed: null, amount: 5n, valid: true }])
    expect(read(results, 'x')).toEqual([0n, 0n, `held ${state.missing}`, `held ${state.missing}`])
  })

  it('is not held by a row without a date that the test leaves out', () => {
    const results = summed([{ id: '1', rep: 'B', signed: null, amount: 5n, valid: false }], {
      where: 'valid',
    })
    expect(read(results, 'x')).toEqual([0n, 0n, 0n, 0n])
  })

  it('says which rows belong to nobody', () => {
    const results = summed([
      { id: '1', rep: null, signed: '2026-01-15', amount: 5n, valid: true },
      { id: '2', rep: bad, signed: '2026-01-15', amount: 5n, valid: true },
      { id: '3', rep: bad, signed: '2026-09-15', amount: 5n, valid: true },
    ])
    expect(read(results, 'x')).toEqual([0n, 0n, 0n, 0n])
    expect(results.unplaced.map((u) => [u.relation, u.row, u.state])).toEqual([
      ['Deal', 0, state.missing],
      ['Deal', 1, state.bad],
    ])
  })

  it('lets a row be nobody’s where its reference may be empty', () => {
    const results = summed(
      [{ id: '1', rep: 'A', helper: null, signed: '2026-01-15', amount: 5n, valid: true }],
      {
        at: { ...at, path: ['helper'] },
      },
    )
    expect(results.unplaced).toEqual([])
    expect(read(results, 'x')).toEqual([0n, 0n, 0n, 0n])
  })

  it('is the largest state of those that hold it', () => {
    const results = summed([
      { id: '1', rep: 'A', signed: '2026-01-15', amount: null, valid: true },
      { id: '2', rep: 'A', signed: '2026-01-16', amount: bad, valid: true },
      { id: '3', rep: 'A', signed: '2026-01-16', amount: null, valid: true },
    ])
    expect(read(results, 'x')[0]).toBe(`held ${state.bad}`)
  })
})

it('multiplies fields of rows and of the rows they name', () => {
  const parts: Parts = {
    relations: [
      relation('Rep', [field('rate', money)]),
      relation('Deal', [field('rep', ref('Rep')), field('n', countOf)]),
    ],
    grains: [grain('deal', 'Deal')],
    columns: [column('x', 'deal', money, bin('mul', own('n'), own('rate', 'rep')))],
  }
  const results = run(parts, {
    Rep: [
      { id: 'A', rate: 3n },
      { id: 'B', rate: null },
    ],
    Deal: [
      { id: '1', rep: 'A', n: 7n },
      { id: '2', rep: 'B', n: 7n },
      { id: '3', rep: bad, n: 7n },
    ],
  })
  expect(read(results, 'x')).toEqual([21n, `held ${state.missing}`, `held ${state.bad}`])
})
