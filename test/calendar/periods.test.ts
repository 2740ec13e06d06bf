import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../src/base/day.ts'
import { farDay, type Period, parsePeriod, periodAt, periodsBetween } from '../../src/calendar/periods.ts'
import type { PeriodKind } from '../../src/plan/plan.ts'

function months(count: 1 | 3 | 6 | 12, startMonth = 1, startDay = 1): PeriodKind {
  return { id: 'p', is: 'months', months: count, startMonth, startDay }
}
function day(text: string): number {
  return parseDay(text) ?? Number.NaN
}
function shown(period: Period | undefined): string {
  return period === undefined
    ? '-'
    : `${period.key}: ${formatDay(period.start)} to ${formatDay(period.end - 1)}`
}

describe('periods of a year that starts in January', () => {
  it('are calendar months, quarters, halves and years', () => {
    expect(shown(periodAt(months(1), day('2024-02-29')))).toBe('2024-02: 2024-02-01 to 2024-02-29')
    expect(shown(periodAt(months(3), day('2026-05-09')))).toBe('2026-Q2: 2026-04-01 to 2026-06-30')
    expect(shown(periodAt(months(6), day('2026-07-01')))).toBe('2026-H2: 2026-07-01 to 2026-12-31')
    expect(shown(periodAt(months(12), day('2026-12-31')))).toBe('2026: 2026-01-01 to 2026-12-31')
  })

  it('are listed when they meet the range, first and last day included', () => {
    expect(periodsBetween(months(3), day('2026-03-31'), day('2026-07-01')).map((p) => p.key)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
    ])
    expect(periodsBetween(months(3), day('2026-04-01'), day('2026-06-30')).map((p) => p.key)).toEqual([
      '2026-Q2',
    ])
    expect(periodsBetween(months(3), day('2026-06-30'), day('2026-04-01'))).toEqual([])
  })
})

describe('a fiscal year', () => {
  it('that starts in April is named by the calendar year in which it starts', () => {
    expect(shown(periodAt(months(3, 4), day('2026-04-01')))).toBe('2026-Q1: 2026-04-01 to 2026-06-30')
    expect(shown(periodAt(months(3, 4), day('2027-03-31')))).toBe('2026-Q4: 2027-01-01 to 2027-03-31')
    expect(shown(periodAt(months(12, 4), day('2026-03-31')))).toBe('2025: 2025-04-01 to 2026-03-31')
    expect(shown(periodAt(months(1, 4), day('2027-01-15')))).toBe('2027-01: 2027-01-01 to 2027-01-31')
  })

  it('that starts on 26 December counts its months from the 26th and bears the name of the next year', () => {
    expect(shown(periodAt(months(1, 12, 26), day('2025-12-26')))).toBe('2026-01: 2025-12-26 to 2026-01-25')
    expect(shown(periodAt(months(1, 12, 26), day('2026-01-25')))).toBe('2026-01: 2025-12-26 to 2026-01-25')
    expect(shown(periodAt(months(3, 12, 26), day('2026-03-26')))).toBe('2026-Q2: 2026-03-26 to 2026-06-25')
    expect(shown(periodAt(months(12, 12, 26), day('2026-07-01')))).toBe('2026: 2025-12-26 to 2026-12-25')
  })

  it('that starts on the 31st begins its short months on their last day', () => {
    expect(shown(periodAt(months(1, 1, 31), day('2026-02-27')))).toBe('2026-02: 2026-01-31 to 2026-02-27')
    expect(shown(periodAt(months(1, 1, 31), day('2026-02-28')))).toBe('2026-03: 2026-02-28 to 2026-03-30')
  })
})

describe('reading a period', () => {
  const cases: readonly [1 | 3 | 6 | 12, string, string][] = [
    [12, '2026', '2026'],
    [12, '2026年', '2026'],
    [12, '２０２６年度', '2026'],
    [6, '2026-H1', '2026-H1'],
    [6, '2026年上半年', '2026-H1'],
    [6, '2026年下半年', '2026-H2'],
    [3, '2026-Q3', '2026-Q3'],
    [3, '2026Q3', '2026-Q3'],
    [3, '2026q3', '2026-Q3'],
    [3, '2026年第3季度', '2026-Q3'],
    [3, '2026年三季度', '2026-Q3'],
    [1, '2026-07', '2026-07'],
    [1, '2026年7月', '2026-07'],
  ]
  for (const [count, text, key] of cases)
    it(`knows ${text}`, () => expect(parsePeriod(months(count), text)?.key).toBe(key))

  it('refuses a period of another kind, or one that is not there', () => {
    for (const text of ['2026-Q5', '2026-13', '2026-00', '2026-H3', '', 'Q3', '2026-07-01'])
      for (const count of [1, 3, 6, 12] as const) expect(parsePeriod(months(count), text)).toBeUndefined()
    expect(parsePeriod(months(3), '2026-07')).toBeUndefined()
    expect(parsePeriod(months(1), '2026-Q1')).toBeUndefined()
  })

  it('finds by its key what it wrote by its key, in any calendar', () => {
    for (const count of [1, 3, 6, 12] as const)
      for (const [month, on] of [
        [1, 1],
        [4, 1],
        [7, 16],
        [12, 26],
        [1, 31],
      ] as const) {
        const kind = months(count, month, on)
        for (const p of periodsBetween(kind, day('2023-01-01'), day('2027-12-31')))
          expect(parsePeriod(kind, p.key)).toEqual(p)
      }
  })

  it('follows without a gap', () => {
    const list = periodsBetween(months(1, 1, 31), day('2023-01-01'), day('2027-12-31'))
    for (const [i, p] of list.entries()) if (i > 0) expect(p.start).toBe(list[i - 1]?.end)
  })
})

describe('periods written one by one', () => {
  const kind: PeriodKind = {
    id: 'quarter',
    is: 'bounds',
    bounds: [
      { key: '2011-Q2', start: day('2011-05-31'), end: day('2011-08-31') },
      { key: '2011-Q3', start: day('2011-08-31') },
    ],
  }
  it('are found by day and by key', () => {
    expect(periodAt(kind, day('2011-05-30'))).toBeUndefined()
    expect(periodAt(kind, day('2011-08-30'))?.key).toBe('2011-Q2')
    expect(periodAt(kind, day('2099-01-01'))).toEqual({
      kind: 'quarter',
      key: '2011-Q3',
      start: day('2011-08-31'),
      end: farDay,
    })
    expect(parsePeriod(kind, '2011年第3季度')?.key).toBe('2011-Q3')
    expect(parsePeriod(kind, '2011-Q4')).toBeUndefined()
    expect(periodsBetween(kind, day('2011-08-30'), day('2011-08-30')).map((p) => p.key)).toEqual(['2011-Q2'])
  })
})
