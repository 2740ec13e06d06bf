import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Aggregate } from '../../src/plan/plan.ts'
import {
  aggregate,
  bad,
  type Cell,
  column,
  date,
  field,
  grain,
  money,
  own,
  type Parts,
  read,
  ref,
  relation,
  run,
  truth,
} from './plan-helpers.ts'

const at = { path: ['rep'], period: { is: 'date', column: 'signed' } } as const
const functions: readonly [Aggregate['fn'], Partial<Aggregate>][] = [
  ['sum', { value: 'amount' }],
  ['count', { where: 'won' }],
  ['min', { value: 'amount', denominator: 'size' }],
  ['max', { value: 'amount', where: 'won' }],
  ['only', { value: 'amount' }],
  ['first', { value: 'amount', order: 'signed' }],
  ['last', { value: 'amount', order: 'signed' }],
  ['any', { value: 'won' }],
  ['all', { value: 'won' }],
]
const parts: Parts = {
  relations: [
    relation('Rep', []),
    relation('Deal', [
      field('rep', ref('Rep')),
      field('signed', date),
      field('amount', money),
      field('size', money),
      field('won', truth),
    ]),
  ],
  grains: [grain('deal', 'Deal'), grain('rq', 'Rep', 'quarter')],
  columns: [
    column('signed', 'deal', date, own('signed')),
    column('amount', 'deal', money, own('amount')),
    column('size', 'deal', money, own('size')),
    column('won', 'deal', truth, own('won')),
    ...functions.map(([fn, more]) =>
      column(fn, 'rq', fn === 'any' || fn === 'all' ? truth : money, aggregate(fn, 'deal', at, more)),
    ),
  ],
}

const mostly = <T extends Cell>(cell: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 30, arbitrary: cell }, { weight: 1, arbitrary: fc.constantFrom<Cell>(null, bad) })
const deals = fc
  .array(
    fc.record({
      rep: mostly(fc.constantFrom('A', 'B', 'C')),
      signed: mostly(fc.constantFrom('2026-01-01', '2026-01-02', '2026-03-31', '2026-04-01')),
      amount: mostly(fc.bigInt({ min: -5n, max: 5n })),
      size: mostly(fc.bigInt({ min: 1n, max: 4n })),
      won: mostly(fc.boolean()),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((deal, i) => ({ id: `D${i}`, ...deal })))

/** Every aggregate of every subject and quarter, by the subject's key. */
function table(reps: readonly string[], rows: readonly { readonly [field: string]: Cell }[]) {
  const results = run(parts, { Rep: reps.map((id) => ({ id })), Deal: rows }, '2026-01-01', '2026-06-30')
  const found = new Map<string, unknown>()
  for (const [fn] of functions)
    for (const [row, value] of read(results, fn).entries())
      found.set(`${reps[Math.floor(row / 2)]} ${row % 2} ${fn}`, value)
  const unplaced = results.unplaced.map((u) => rows[u.row]?.id).sort()
  return { found: [...found].sort(([a], [b]) => (a < b ? -1 : 1)), unplaced }
}

it('gives the same results whatever order the rows of any record come in', () => {
  fc.assert(
    fc.property(
      deals,
      fc.shuffledSubarray(['A', 'B', 'C'], { minLength: 3 }),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      (rows, reps, keys) => {
        const shuffled = rows
          .map((row, i) => ({ row, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
        expect(table(reps, shuffled)).toEqual(table(['A', 'B', 'C'], rows))
      },
    ),
    { numRuns: 200 },
  )
})

it('adds up to the same whether counted per subject and quarter or at once', () => {
  const whole: Parts = {
    ...parts,
    grains: [...parts.grains, grain('all')],
    columns: [
      ...parts.columns.slice(0, 4),
      column('per', 'rq', money, aggregate('sum', 'deal', at, { value: 'amount' })),
      column('together', 'all', money, aggregate('sum', 'rq', {}, { value: 'per' })),
      column('at once', 'all', money, aggregate('sum', 'deal', {}, { value: 'amount' })),
    ],
  }
  fc.assert(
    fc.property(deals, (rows) => {
      const clean = rows.map((row) => ({
        ...row,
        rep: row.rep === null || row.rep === bad ? 'A' : row.rep,
        signed: row.signed === null || row.signed === bad ? '2026-01-01' : row.signed,
      }))
      const results = run(
        whole,
        { Rep: ['A', 'B', 'C'].map((id) => ({ id })), Deal: clean },
        '2026-01-01',
        '2026-06-30',
      )
      expect(read(results, 'together')).toEqual(read(results, 'at once'))
    }),
    { numRuns: 100 },
  )
})
