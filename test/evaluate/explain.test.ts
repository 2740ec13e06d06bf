import { describe, expect, it } from 'vitest'
import { printExplanation } from '../../src/targets/evaluate/print-explanation.ts'
import { lines } from '../../src/targets/evaluate/results.ts'
import { amount, explained, records, results, valueNamed } from './explained-plan.ts'
import { day, type Records } from './plan-helpers.ts'

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
