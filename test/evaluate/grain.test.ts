import { describe, expect, it } from 'vitest'
import type { Aggregate, Expr, Place } from '../../src/plan/plan.ts'
import {
  aggregate,
  bin,
  type Cell,
  col,
  column,
  countOf,
  date,
  field,
  grain,
  int,
  money,
  month,
  num,
  own,
  type Parts,
  quarter,
  read,
  ref,
  relation,
  run,
  state,
  text,
  truth,
  year,
} from './plan-helpers.ts'

const relations = [
  relation('Rep', [field('manager', ref('Rep'), true), field('hired', date)]),
  relation('Deal', [
    field('rep', ref('Rep')),
    field('signed', date),
    field('amount', money),
    field('won', truth),
  ]),
]
const grains = [
  grain('all'),
  grain('deal', 'Deal'),
  grain('rep', 'Rep'),
  grain('rm', 'Rep', 'month'),
  grain('rq', 'Rep', 'quarter'),
  grain('ry', 'Rep', 'year'),
  grain('q', undefined, 'quarter'),
]
const base: Parts = { periods: [month, quarter, year], relations, grains, columns: [] }
const dealColumns = [
  column('amount', 'deal', money, own('amount')),
  column('signed', 'deal', date, own('signed')),
  column('won', 'deal', truth, own('won')),
]
const byRepQuarter = { path: ['rep'], period: { is: 'date', column: 'signed' } } as const
type Deal = { readonly [field: string]: Cell }
const deal = (id: string, rep: string | null, signed: string | null, amount: bigint | null): Deal => ({
  id,
  rep,
  signed,
  amount,
  won: true,
})

function perQuarter(
  fn: Aggregate['fn'],
  deals: readonly Deal[],
  more: Partial<Aggregate> = {},
  type = money,
) {
  const columns = [...dealColumns, column('x', 'rq', type, aggregate(fn, 'deal', byRepQuarter, more))]
  const results = run({ ...base, columns }, { Rep: [{ id: 'A' }], Deal: deals }, '2026-01-01', '2026-03-31')
  return read(results, 'x')[0]
}

describe('aggregates that give one of their rows', () => {
  const deals = [
    deal('3', 'A', '2026-02-01', 30n),
    deal('1', 'A', '2026-03-01', 10n),
    deal('2', 'A', '2026-02-01', 20n),
    deal('4', 'A', '2026-04-01', 99n),
  ]
  it('give the smallest and the largest', () => {
    expect(perQuarter('min', deals, { value: 'amount' })).toBe(10n)
    expect(perQuarter('max', deals, { value: 'amount' })).toBe(30n)
  })
  it('give the first and last by date; of one day the smaller key comes first', () => {
    expect(perQuarter('first', deals, { value: 'amount', order: 'signed' })).toBe(20n)
    expect(perQuarter('last', deals, { value: 'amount', order: 'signed' })).toBe(10n)
    expect(
      perQuarter('last', deals.slice(0, 1).concat(deals.slice(2)), { value: 'amount', order: 'signed' }),
    ).toBe(30n)
  })
  it('give the only one, and are held by two', () => {
    expect(perQuarter('only', deals.slice(0, 1), { value: 'amount' })).toBe(30n)
    expect(perQuarter('only', deals, { value: 'amount' })).toBe(`held ${state.several}`)
  })
  it('are held where there is none', () => {
    for (const fn of ['min', 'max', 'first', 'last', 'only'] as const)
      expect(perQuarter(fn, [], { value: 'amount' })).toBe(`held ${state.empty}`)
  })
  it('are held by one held row, even if another would have been chosen', () => {
    const held = [...deals, deal('5', 'A', '2026-02-02', null)]
    for (const fn of ['min', 'max', 'first', 'last'] as const)
      expect(perQuarter(fn, held, { value: 'amount' })).toBe(`held ${state.missing}`)
  })
})

describe('aggregates that count and ask', () => {
  it('count rows, and give 0 for none', () => {
    expect(perQuarter('count', [deal('1', 'A', '2026-01-01', null)])).toBe(1n)
    expect(perQuarter('count', [])).toBe(0n)
  })
  it('are false for any and true for all where there is none', () => {
    expect(perQuarter('any', [], { value: 'won' })).toBe(0n)
    expect(perQuarter('all', [], { value: 'won' })).toBe(1n)
  })
  it('look at each row', () => {
    const some = [deal('1', 'A', '2026-01-01', 1n), { ...deal('2', 'A', '2026-01-01', 1n), won: false }]
    expect(perQuarter('any', some, { value: 'won' })).toBe(1n)
    expect(perQuarter('all', some, { value: 'won' })).toBe(0n)
  })
})

it('skips rows whose value or test is not applicable', () => {
  const big: Expr = {
    op: 'choose',
    cases: [
      {
        when: { op: 'compare', by: '>', a: { n: own('amount'), scale: 0 }, b: { n: num(10n), scale: 0 } },
        then: own('amount'),
      },
    ],
    otherwise: { op: 'fail', state: state.notApplicable },
  }
  const columns = [
    ...dealColumns,
    column('big', 'deal', money, big),
    column('x', 'rq', money, aggregate('sum', 'deal', byRepQuarter, { value: 'big' })),
    column('n', 'rq', countOf, aggregate('count', 'deal', byRepQuarter, { value: 'big' })),
    column('only', 'rq', money, aggregate('only', 'deal', byRepQuarter, { value: 'big' })),
  ]
  const results = run(
    { ...base, columns },
    { Rep: [{ id: 'A' }], Deal: [deal('1', 'A', '2026-01-01', 5n), deal('2', 'A', '2026-01-01', 50n)] },
    '2026-01-01',
    '2026-03-31',
  )
  expect([read(results, 'x')[0], read(results, 'n')[0], read(results, 'only')[0]]).toEqual([50n, 1n, 50n])
})

describe('periods', () => {
  it('of a coarser kind sum all the finer ones that they hold, though only one was asked for', () => {
    const columns = [
      ...dealColumns,
      column('monthly', 'rm', money, aggregate('sum', 'deal', byRepQuarter, { value: 'amount' })),
      column(
        'yearly',
        'ry',
        money,
        aggregate('sum', 'rm', { path: [], period: { is: 'own' } }, { value: 'monthly' }),
      ),
      column('share', 'rm', money, {
        op: 'lookup',
        column: 'yearly',
        at: { path: [], period: { is: 'own' } },
        state: state.nowhere,
      }),
    ]
    const deals = [
      deal('1', 'A', '2026-01-31', 1n),
      deal('2', 'A', '2026-05-01', 20n),
      deal('3', 'A', '2026-12-31', 300n),
    ]
    const results = run({ ...base, columns }, { Rep: [{ id: 'A' }], Deal: deals }, '2026-05-01', '2026-05-31')
    expect(read(results, 'yearly')).toEqual([321n])
    expect(results.engine.domains.get('rm')?.count).toBe(12)
    expect(read(results, 'share')).toEqual(Array(12).fill(321n))
  })

  it('know their first and last day', () => {
    const columns = [
      column(
        'days',
        'q',
        countOf,
        bin('sub', { op: 'period-day', which: 'last' }, { op: 'period-day', which: 'first' }),
      ),
    ]
    const results = run({ ...base, columns }, {}, '2024-01-01', '2024-06-30')
    expect(read(results, 'days')).toEqual([90n, 90n])
  })
})

describe('a value of another grain', () => {
  const lookup = (id: string, at: Place): Expr => ({ op: 'lookup', column: id, at, state: state.nowhere })
  const columns = [
    ...dealColumns,
    column('factor', 'all', money, num(7n)),
    column('total', 'rq', money, aggregate('sum', 'deal', byRepQuarter, { value: 'amount' })),
    column(
      'share',
      'deal',
      money,
      lookup('total', { path: ['rep'], period: { is: 'date', date: own('signed') } }),
    ),
    column(
      'by manager',
      'deal',
      money,
      lookup('total', { path: ['rep', 'manager'], period: { is: 'date', date: own('signed') } }),
    ),
    column('constant', 'deal', money, lookup('factor', {})),
  ]
  const reps = [
    { id: 'A', manager: 'B' },
    { id: 'B', manager: null },
  ]
  const whole = [
    deal('1', 'A', '2026-02-01', 5n),
    deal('2', 'B', '2026-01-01', 50n),
    deal('3', 'A', '2025-12-31', 500n),
  ]
  const lacking = [...whole, deal('4', null, '2026-01-01', 1n), deal('5', 'A', null, 1n)]
  const results = run({ ...base, columns }, { Rep: reps, Deal: whole })
  const broken = run({ ...base, columns }, { Rep: reps, Deal: lacking })
  it('is found by reference and date; an earlier period is added to those asked for', () => {
    expect(read(results, 'share')).toEqual([5n, 50n, 500n])
  })
  it('is held where the reference or the date is missing, or the value itself is held', () => {
    // The deal without a date holds all of A's periods, not B's.
    const held = `held ${state.missing}`
    expect(read(broken, 'share')).toEqual([held, 50n, held, held, held])
  })
  it('follows several references', () => {
    expect(read(results, 'by manager')[0]).toBe(50n)
    expect(read(results, 'by manager')[1]).toBe(`held ${state.missing}`)
  })
  it('needs no place where there is only one', () => {
    expect(read(results, 'constant')).toEqual(Array(3).fill(7n))
  })
})

it('adds one period, not ten thousand, for a date that was mistyped', () => {
  const columns = [
    ...dealColumns,
    column(
      'total',
      'rm',
      money,
      aggregate('sum', 'deal', { path: ['rep'], period: byRepQuarter.period }, { value: 'amount' }),
    ),
    column('share', 'deal', money, {
      op: 'lookup',
      column: 'total',
      at: {
        path: ['rep'],
        period: { is: 'date', date: { op: 'add', a: col('signed'), b: num(90n, countOf) } },
      },
      state: state.nowhere,
    }),
  ]
  const deals = [
    deal('1', 'A', '1026-05-01', 1n),
    deal('2', 'A', '2026-05-01', 20n),
    deal('3', 'A', '9999-01-01', 300n),
  ]
  const results = run({ ...base, columns }, { Rep: [{ id: 'A' }], Deal: deals }, '2026-05-01', '2026-05-31')
  const months = results.engine.domains.get('rm')?.periods?.list.map((p) => p.key)
  // 90 days after 1 May is 30 July, and after 1 January 1 April.
  expect(months).toEqual(['1026-07', '2026-05', '2026-07', '9999-04'])
  expect(read(results, 'share')).toEqual([0n, 0n, 0n])
  expect(read(results, 'total')).toEqual([0n, 20n, 0n, 0n])
})

it('holds a look-up into a period that the policy does not have', () => {
  const bounds = {
    id: 'quarter',
    is: 'bounds',
    bounds: [{ key: 'first', start: 20454, end: 20544 }],
  } as const
  const columns = [
    ...dealColumns,
    column('total', 'rq', money, aggregate('sum', 'deal', byRepQuarter, { value: 'amount' })),
    column('x', 'deal', money, {
      op: 'lookup',
      column: 'total',
      at: { path: ['rep'], period: { is: 'date', date: own('signed') } },
      state: state.nowhere,
    }),
  ]
  const parts: Parts = { ...base, periods: [month, bounds, year], columns }
  const results = run(parts, {
    Rep: [{ id: 'A' }],
    Deal: [deal('1', 'A', '2026-01-01', 5n), deal('2', 'A', '2027-01-01', 5n)],
  })
  expect(read(results, 'x')).toEqual([5n, `held ${state.nowhere}`])
})

it('lets company-wide periods count every row of the period', () => {
  const columns = [
    ...dealColumns,
    column('x', 'q', money, aggregate('sum', 'deal', { period: byRepQuarter.period }, { value: 'amount' })),
    column('all', 'all', money, aggregate('sum', 'deal', {}, { value: 'amount' })),
    column('everyone', 'rep', money, aggregate('sum', 'deal', { path: ['rep'] }, { value: 'amount' })),
  ]
  const deals = [
    deal('1', 'A', '2026-01-31', 1n),
    deal('2', null, '2026-05-01', 20n),
    deal('3', 'A', '2026-05-02', 300n),
  ]
  const results = run({ ...base, columns }, { Rep: [{ id: 'A' }], Deal: deals }, '2026-01-01', '2026-06-30')
  expect(read(results, 'x')).toEqual([1n, 320n])
  expect(read(results, 'all')).toEqual([321n])
  expect(read(results, 'everyone')).toEqual([301n])
})

it('keeps texts, and sums beyond 64 bits', () => {
  const huge = int(0, '9'.repeat(30))
  const parts: Parts = {
    relations: [relation('R', [field('n', huge), field('t', text)])],
    grains: [grain('all'), grain('r', 'R')],
    columns: [
      column('n', 'r', huge, own('n')),
      column('t', 'r', text, own('t')),
      column('sum', 'all', huge, aggregate('sum', 'r', {}, { value: 'n' })),
      column('last', 'all', text, aggregate('last', 'r', {}, { value: 't' })),
      column('twice', 'all', huge, bin('add', col('sum'), col('sum'))),
    ],
  }
  const results = run(parts, {
    R: [
      { id: 'a', n: 10n ** 25n, t: '甲' },
      { id: 'b', n: 1n, t: '乙' },
    ],
  })
  expect(read(results, 'twice')).toEqual([2n * 10n ** 25n + 2n])
  expect(read(results, 'last')).toEqual(['乙'])
})
