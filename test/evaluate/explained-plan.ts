import { parsePeriod } from '../../src/calendar/periods.ts'
import type { Column, Expr, Output, Plan, Schedule } from '../../src/plan/plan.ts'
import { evaluate, type Results } from '../../src/targets/evaluate/evaluate.ts'
import { explain } from '../../src/targets/evaluate/explain.ts'
import type { Explanation, TraceValue } from '../../src/targets/evaluate/trace.ts'
import {
  aggregate,
  bin,
  col,
  column,
  countOf,
  date,
  day,
  field,
  grain,
  int,
  money,
  num,
  own,
  percent,
  plan,
  quarter,
  type Records,
  ref,
  relation,
  rowsOf,
  state,
  truth,
} from './plan-helpers.ts'

// A commission worked by hand. Quota 800,000; deals 640,000 + 310,617.07 = 950,617.07, attainment 118.82713375 %.
// Marginal 1 % to 80 %, 2 % to 100 %, 3.5 % above: 6,400 + 3,200 + 150,617.07 × 3.5 % = 14,871.59745.
// A late deal takes the factor 0.95: 14,128.0175775; rounded 14,128.02.
export const at = { path: ['rep'], period: { is: 'date', column: 'signed' } } as const
const rates = ['100', '200', '350']
const schedule: Schedule = {
  id: 'rates',
  mode: 'marginal',
  pays: false,
  extend: false,
  scale: 4,
  type: percent,
  uncovered: state.uncovered,
  origin: 'here',
  bands: ['0', '8000', '10000'].map((from) => ({
    from: { at: from, included: true },
    mode: 'marginal',
    origin: 'here',
  })),
}
const byAttainment = { n: col('attainment'), d: col('attainment.over'), scale: 0 }
const fine = int(12, '9'.repeat(30))
function hidden(id: string, of: string, type: Column['type'], expr: Expr, denominator?: string): Column {
  const { label: _, ...rest } = column(id, of, type, expr, denominator)
  return rest
}
const columns: Column[] = [
  column('signed', 'deal', date, own('signed')),
  hidden('deal.amount', 'deal', money, own('amount')),
  hidden('deal.late', 'deal', truth, {
    op: 'compare',
    by: '>',
    a: { n: own('days'), scale: 0 },
    b: { n: num(30, countOf), scale: 0 },
  }),
  hidden('quota.period', 'quota', { is: 'period', kind: 'quarter' }, own('period')),
  hidden('quota.amount', 'quota', money, own('amount')),
  column('collected', 'rq', money, aggregate('sum', 'deal', at, { value: 'deal.amount' })),
  column(
    'quota',
    'rq',
    money,
    aggregate(
      'only',
      'quota',
      { path: ['rep'], period: { is: 'period', column: 'quota.period' } },
      { value: 'quota.amount' },
    ),
  ),
  hidden('attainment.over', 'rq', money, {
    op: 'abs',
    a: { op: 'nonzero', a: col('quota'), state: state.undefined },
  }),
  column(
    'attainment',
    'rq',
    { ...int(0, '9'.repeat(18), 'ratio') },
    bin('mul', col('collected'), { op: 'sign', a: col('quota') }),
    'attainment.over',
  ),
  hidden('gate', 'rq', truth, {
    op: 'compare',
    by: '>=',
    a: byAttainment,
    b: { n: num(4000, percent), scale: 4 },
  }),
  hidden('band', 'rq', countOf, { op: 'band', schedule: 'rates', by: byAttainment, mirror: true }),
  ...rates.map((rate, i) => hidden(`give${i}`, 'all', percent, num(BigInt(rate), percent))),
  hidden('step2', 'rq', int(10, '9'.repeat(30)), {
    op: 'tiers',
    part: 'amount',
    schedule: 'rates',
    of: { n: col('collected'), scale: 2 },
    by: byAttainment,
    base: { n: col('quota'), scale: 2 },
    index: col('band'),
    gives: rates.map((rate) => num(BigInt(rate), percent)),
    giveScale: 4,
    mirror: true,
    scale: 10,
  }),
  column('late deals', 'rq', countOf, aggregate('count', 'deal', at, { where: 'deal.late' })),
  hidden('row', 'rq', countOf, {
    op: 'table',
    table: 'conduct',
    inputs: [{ is: 'number', value: { n: col('late deals'), scale: 0 } }],
  }),
  hidden('factor', 'rq', percent, {
    op: 'pick',
    index: col('row'),
    items: [num(10000, percent), num(9500, percent)],
  }),
  hidden('step3', 'rq', fine, {
    op: 'shift',
    a: bin('mul', { op: 'shift', a: col('step2'), by: -2 }, col('factor')),
    by: 0,
  }),
  hidden('step4', 'rq', money, {
    op: 'round',
    a: { n: col('step3'), scale: 12 },
    unit: '1',
    scale: 2,
    mode: 'half-up',
  }),
  column('pay', 'rq', money, {
    op: 'choose',
    cases: [{ when: { op: 'not', a: col('gate') }, then: num(0) }],
    otherwise: col('step4'),
  }),
]
const output: Output = {
  id: 'pay',
  title: 'Quarterly commission',
  is: 'pay',
  label: 'commission',
  grain: 'rq',
  column: 'pay',
  listed: false,
  also: [],
  origin: 'here',
  steps: [
    { is: 'gate', column: 'gate', operand: 'gate', origin: 'here' },
    {
      is: 'tiers',
      column: 'step2',
      origin: 'here',
      tiers: {
        schedule: 'rates',
        band: 'band',
        of: 'collected',
        by: 'attainment',
        base: 'quota',
        gives: ['give0', 'give1', 'give2'],
        mirror: true,
      },
    },
    { is: 'times', column: 'step3', operand: 'factor', origin: 'here' },
    { is: 'round', column: 'step4', origin: 'here' },
  ],
}
const made: Plan = plan({
  periods: [quarter],
  relations: [
    relation('Rep', []),
    relation('Deal', [
      field('rep', ref('Rep')),
      field('signed', date),
      field('amount', money),
      field('days', countOf),
    ]),
    relation('Quota', [
      field('rep', ref('Rep')),
      field('period', { is: 'period', kind: 'quarter' }),
      field('amount', money),
    ]),
  ],
  grains: [grain('all'), grain('deal', 'Deal'), grain('quota', 'Quota'), grain('rq', 'Rep', 'quarter')],
  schedules: [schedule],
  tables: [
    {
      id: 'conduct',
      label: 'conduct',
      hit: 'unique',
      inputs: [{ label: 'late', type: countOf }],
      rows: [
        {
          tests: [{ is: 'range', negated: false, ranges: [{ high: { at: '0', included: true } }] }],
          origin: 'here',
        },
        {
          tests: [{ is: 'range', negated: false, ranges: [{ low: { at: '0', included: false } }] }],
          origin: 'here',
        },
      ],
      uncovered: state.uncovered,
      conflict: state.conflict,
      origin: 'here',
    },
  ],
  columns,
  outputs: [output],
})
export const records: Records = {
  Rep: [{ id: 'R-17' }, { id: 'R-18' }],
  Deal: [
    { id: 'D-2', rep: 'R-17', signed: '2026-05-02', amount: 310_617_07n, days: 31n },
    { id: 'D-1', rep: 'R-17', signed: '2026-04-01', amount: 640_000_00n, days: 30n },
    { id: 'D-9', rep: 'R-17', signed: '2026-07-01', amount: 999n, days: 99n },
    { id: 'D-3', rep: 'R-18', signed: '2026-05-02', amount: 100_00n, days: 1n },
  ],
  Quota: [
    { id: 'Q-1', rep: 'R-17', period: '2026-04-01', amount: 800_000_00n },
    { id: 'Q-2', rep: 'R-18', period: '2026-04-01', amount: 800_000_00n },
  ],
}
const q2 = parsePeriod(quarter, '2026-Q2')

export function results(data: Records = records): Results {
  return evaluate(made, rowsOf(made, data), { span: { from: day('2026-04-01'), until: day('2026-06-30') } })
}
export function explained(subjectRow: number, data: Records = records): Explanation {
  const found = explain(results(data), { output: 'pay', subjectRow, ...(q2 && { period: q2 }) })
  if (found === undefined) throw new Error('not explained')
  return found
}
export function valueNamed(explanation: Explanation, label: string): TraceValue | undefined {
  return explanation.values.find((v) => v.label === label)
}
export function amount(textOf: string) {
  return { is: 'number', text: textOf, unit: 'money', currency: 'CNY' }
}
