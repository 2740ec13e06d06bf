import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../src/calendar/periods.ts'
import type { Column, Expr, Output, Plan, Schedule } from '../../src/plan/plan.ts'
import { evaluate, type Results } from '../../src/targets/evaluate/evaluate.ts'
import { explain } from '../../src/targets/evaluate/explain.ts'
import { printExplanation } from '../../src/targets/evaluate/print-explanation.ts'
import { lines } from '../../src/targets/evaluate/results.ts'
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
const at = { path: ['rep'], period: { is: 'date', column: 'signed' } } as const
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
const records: Records = {
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

function results(data: Records = records): Results {
  return evaluate(made, rowsOf(made, data), { span: { from: day('2026-04-01'), until: day('2026-06-30') } })
}
function explained(subjectRow: number, data: Records = records): Explanation {
  const found = explain(results(data), { output: 'pay', subjectRow, ...(q2 && { period: q2 }) })
  if (found === undefined) throw new Error('not explained')
  return found
}
function valueNamed(explanation: Explanation, label: string): TraceValue | undefined {
  return explanation.values.find((v) => v.label === label)
}
function amount(textOf: string) {
  return { is: 'number', text: textOf, unit: 'money', currency: 'CNY' }
}

describe('an explanation', () => {
  const explanation = explained(0)
  it('says whose result it is, and what it is', () => {
    expect(explanation.subject).toEqual({ record: 'Rep', key: 'R-17' })
    expect(explanation.period).toEqual({ kind: 'quarter', key: '2026-Q2' })
    expect(explanation.result).toEqual(amount('14128.02'))
  })
  it('gives the amount after each step', () => {
    expect(explanation.steps.map((s) => [s.is, s.result])).toEqual([
      ['gate', { is: 'truth', text: 'true' }],
      ['tiers', amount('14871.59745')],
      ['times', amount('14128.0175775')],
      ['round', amount('14128.02')],
    ])
  })
  it('cuts what earns into slices and marks the band reached', () => {
    const bands = explanation.steps[1]?.tiers?.bands.map((b) => [b.from, b.slice, b.pays, b.reached])
    expect(bands).toEqual([
      ['0', amount('640000.00'), amount('6400.00'), false],
      ['0.8', amount('160000.00'), amount('3200.00'), false],
      ['1', amount('150617.07'), amount('5271.59745'), true],
    ])
  })
  it('lists the rows that were counted by their keys, whatever order they were read in', () => {
    expect(valueNamed(explanation, 'collected')?.rows).toEqual({
      record: 'Deal',
      total: 2,
      listed: [
        { row: 'D-1', value: amount('640000.00') },
        { row: 'D-2', value: amount('310617.07') },
      ],
    })
    expect(valueNamed(explanation, 'late deals')?.rows?.listed).toEqual([
      { row: 'D-2', value: { is: 'truth', text: 'true' } },
    ])
  })
  it('shows which row of a table matched, and why the others did not', () => {
    expect(valueNamed(explanation, 'conduct')?.table?.rows).toEqual([
      {
        line: 1,
        matched: false,
        failed: 'late',
        cell: { negated: false, ranges: [{ high: { at: '0', included: true } }] },
      },
      { line: 1, matched: true },
    ])
  })
  it('explains each value once, in the order in which it is first used', () => {
    expect(explanation.values.map((v) => v.label)).toEqual([
      'attainment',
      'collected',
      'quota',
      'conduct',
      'late deals',
    ])
  })
})

describe('why not', () => {
  it('is the same tree for a result of zero: the gate that was not met', () => {
    const explanation = explained(1)
    expect(explanation.result).toEqual(amount('0.00'))
    expect(explanation.steps[0]?.result).toEqual({ is: 'truth', text: 'false' })
    expect(printExplanation(explanation, 'en')).toContain('not met, so 0')
  })
  it('follows a held result to the cell where it arose', () => {
    const lost = { ...records, Quota: [{ id: 'Q-1', rep: 'R-17', period: '2026-04-01', amount: null }] }
    expect(explained(0, lost).result).toEqual({
      is: 'held',
      reason: {
        code: 'BY801',
        args: {},
        at: { record: 'Quota', row: 'Q-1', field: 'amount', file: 'Quota.csv', line: 2 },
      },
    })
  })
  it('names the subject when it is a row that is lacking', () => {
    const lost = { ...records, Quota: [] }
    const { result } = explained(0, lost)
    expect(result.is === 'held' && result.reason.at).toEqual({
      record: 'Rep',
      row: 'R-17',
      file: 'Rep.csv',
      line: 2,
    })
  })
  it('names a row whose date is missing, for every period it might belong to', () => {
    const lost = {
      ...records,
      Deal: [
        { id: 'D-8', rep: 'R-17', signed: null, amount: 1n, days: 1n },
        { id: 'D-7', rep: 'R-17', signed: null, amount: 1n, days: 1n },
      ],
    }
    const { result } = explained(0, lost)
    expect(result.is === 'held' && result.reason.at).toEqual({
      record: 'Deal',
      row: 'D-7',
      field: 'signed',
      file: 'Deal.csv',
      line: 3,
    })
  })
})

describe('as text', () => {
  it('says the total first, then each step, then where each number comes from', () => {
    expect(printExplanation(explained(0), 'en')).toBe(`Quarterly commission (Commission) · R-17 · 2026-Q2
= 14,128.02 CNY
  test.bylaw:1

How it came about
  1  gate   attainment ≥ 40%                                                        met
            = 118.82713375% ≥ 40%
  2  tiers  of 950,617.07, by 118.82713375%, each slice at its own rate    14,871.59745
              from 0%      1%  ×  640,000.00  =     6,400.00
              from 80%     2%  ×  160,000.00  =     3,200.00
            ▸ from 100%  3.5%  ×  150,617.07  =  5,271.59745
  3  times  conduct(late deals)                                          14,128.0175775
            = conduct(1) = 95%
  4  round  0.01 half-up                                                      14,128.02

Where the numbers come from
  attainment = 118.82713375%    test.bylaw:1
      = collected ÷ quota
      = 950,617.07 ÷ 800,000.00
  collected = 950,617.07    test.bylaw:1
      = sum(Deal.amount)
      Deal, 2 rows:
        D-1  640,000.00
        D-2  310,617.07
  quota = 800,000.00    test.bylaw:1
      = only(Quota.amount)
      Quota, 1 row:
        Q-1  800,000.00
  conduct = 95%    test.bylaw:1
      = conduct(late deals)
      = conduct(1)
      late = 1
          line 1 asks for late ≤ 0
        ▸ line 1 matches
  late deals = 1    test.bylaw:1
      = count(Deal where Deal.days > 30)
      Deal, 1 row:
        D-2  yes
`)
  })
  it('is the same numbers in every language', () => {
    const numbers = (text: string) => text.match(/\d[\d,.]*/g)
    const [en, hans, hant] = (['en', 'zh-Hans', 'zh-Hant'] as const).map((l) =>
      printExplanation(explained(0), l),
    )
    expect(numbers(hans ?? '')).toEqual(numbers(hant ?? ''))
    for (const text of ['14,128.02 CNY', '118.82713375%', '310,617.07', '5,271.59745'])
      for (const printed of [en, hans, hant]) expect(printed).toContain(text)
  })
})

describe('the lines of a run', () => {
  it('are sorted by key and never by the order of the rows', () => {
    const turned = { ...records, Rep: [...(records.Rep ?? [])].reverse() }
    const filter = { from: day('2026-04-01'), until: day('2026-06-30') }
    const shown = (data: Records) =>
      lines(results(data), filter).map((l) => [l.subject?.key, l.value.is === 'number' && l.value.digits])
    expect(shown(records)).toEqual([
      ['R-17', 14_128_02n],
      ['R-18', 0n],
    ])
    expect(shown(turned)).toEqual(shown(records))
  })
})
