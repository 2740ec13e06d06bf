import { describe, expect, it } from 'vitest'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
record Rep { id text key }
record Call { id text key; rep Rep; asked time posting; answered time optional; signed date }
`
const call = (more: { readonly [field: string]: string | null } = {}) => ({
  Rep: [{ id: 'A' }],
  Call: [
    {
      id: '1',
      rep: 'A',
      asked: '2026-05-09 17:00',
      answered: '2026-05-10 18:30',
      signed: '2026-05-11',
      ...more,
    },
  ],
})
const gives = (expression: string, data = call(), now?: number): string | undefined =>
  run(
    `${head}decision d for each Call { gives x = ${expression} }`,
    data,
    '2026-01-01',
    '2026-12-31',
    now,
  ).get('d 1')

describe('a time', () => {
  it('is moved by hours, minutes and seconds, and by days, weeks and months at the same hour', () => {
    expect(gives('asked + 24 hours')).toBe('2026-05-10T17:00:00+08:00')
    expect(gives('asked + 30 minutes')).toBe('2026-05-09T17:30:00+08:00')
    expect(gives('asked - 3 days')).toBe('2026-05-06T17:00:00+08:00')
    expect(gives('asked + 2 weeks')).toBe('2026-05-23T17:00:00+08:00')
    expect(gives('asked + 0.5 hours - 1 second')).toBe('2026-05-09T17:29:59+08:00')
    expect(gives('asked + 1 month', call({ asked: '2026-01-31 09:00' }))).toBe('2026-02-28T09:00:00+08:00')
  })

  it('has a day, and a day has hours', () => {
    expect(gives('date(asked)')).toBe('2026-05-09')
    expect(gives('time(signed, 18:00)')).toBe('2026-05-11T18:00:00+08:00')
    expect(gives('time(signed, 24:00)')).toBe('2026-05-12T00:00:00+08:00')
    expect(gives('larger of asked + 3 days, time(signed, 18:00)')).toBe('2026-05-12T17:00:00+08:00')
    // 16:30 of the 8th in London is half past midnight of the 9th in Shanghai.
    expect(gives('date(asked)', call({ asked: '2026-05-08T16:30:00Z' }))).toBe('2026-05-09')
  })

  it('lies so many hours, minutes or seconds from another, exactly', () => {
    expect(gives('hours(asked, answered)')).toBe('25.5')
    expect(gives('minutes(answered, asked)')).toBe('-1530')
    expect(gives('seconds(asked, answered)', call({ answered: '2026-05-09 17:00:01' }))).toBe('1')
    // A third of an hour, three times, is an hour: a fraction is not rounded while it is compared.
    expect(gives('hours(asked, answered) * 3 = 1', call({ answered: '2026-05-09 17:20' }))).toBe('true')
    expect(gives('hours(asked, answered) <= 24')).toBe('false')
  })

  it('compares with times and stands in lists and ranges of tables', () => {
    expect(gives('asked = 2026-05-09 17:00')).toBe('true')
    expect(gives('asked in (2026-05-09 16:59, 2026-05-09 17:00:00)')).toBe('true')
    expect(gives('asked > 2026-05-09 17:00')).toBe('false')
    expect(gives('answered present and answered - 1 day > asked')).toBe('true')
    const table = `table when_asked {
      | t                                          | => word |
      | under 2026-05-09 17:00                     | early   |
      | from 2026-05-09 17:00 to under 2026-05-31 24:00 | may     |
      | from 2026-06-01 00:00                      | later   |
    }
    decision d for each Call { gives x = when_asked(asked) }`
    const of = (asked: string) =>
      run(`${head}${table}`, call({ asked }), '2026-01-01', '2026-12-31').get('d 1')
    expect([
      of('2026-05-09 16:59:59'),
      of('2026-05-09 17:00'),
      of('2026-05-31 23:59:59'),
      of('2026-06-01 00:00'),
    ]).toEqual(['early', 'may', 'may', 'later'])
  })

  it('is proved in tables second by second', () => {
    const table = (second: string) => `${head}table t {
      | t                     | => word |
      | up to 2026-05-09 17:00:00 | a   |
      | from 2026-05-09 17:00:0${second} | b |
    }
    decision d for each Call { gives x = t(asked) }`
    expect(findings(table('1'))).toEqual([])
    expect(findings(table('2'))).toEqual(['BY508'])
    expect(findings(table('0'))).toEqual(['BY507'])
  })

  it('counts in the period of its day in the policy’s zone', () => {
    const text = `${head}bonus b for Rep per quarter { start count(Call) * 10 CNY; round 0.01 half-up }
    decision l for Rep per quarter { gives x = max(Call.asked); gives y = first(Call.id) }`
    const data = {
      Rep: [{ id: 'A' }],
      Call: [
        { id: '2', rep: 'A', asked: '2026-06-30T15:59:59Z', answered: null, signed: '2026-05-11' },
        { id: '1', rep: 'A', asked: '2026-06-30T16:00:00Z', answered: null, signed: '2026-05-11' },
        { id: '0', rep: 'A', asked: '2026-06-30T23:59:00+08:00', answered: null, signed: '2026-05-11' },
        { id: '3', rep: 'A', asked: '2026-06-30 08:00', answered: null, signed: '2026-05-11' },
      ],
    }
    const lines = run(text, data, '2026-04-01', '2026-09-30')
    expect(lines.get('b A 2026-Q2')).toBe('30.00')
    expect(lines.get('b A 2026-Q3')).toBe('10.00')
    expect(lines.get('l A 2026-Q2')).toBe('2026-06-30T23:59:59+08:00')
    // Of one day the first is the one at 8 in the morning, whatever its key.
    expect(lines.get('l A 2026-Q2 y')).toBe('3')
  })

  it('that clocks skip or show twice holds what is reckoned with it', () => {
    // Summer time in China: 1988-04-17 02:00 until 1988-09-11 02:00.
    const old = (expression: string, asked: string) =>
      run(
        `${head.replace('2026-01-01', '1980-01-01')}decision d for each Call { gives x = ${expression} }`,
        call({ asked }),
        '1980-01-01',
        '2026-12-31',
      ).get('d 1')
    expect(old('asked + 1 day', '1988-04-16 02:30')).toBe('held BY861')
    expect(old('asked + 24 hours', '1988-04-16 02:30')).toBe('1988-04-17T03:30:00+09:00')
    expect(old('asked + 1 day', '1988-09-10 01:30')).toBe('held BY861')
    expect(old('asked + 24 hours', '1988-09-10 01:30')).toBe('1988-09-11T01:30:00+09:00')
    expect(old('hours(asked, asked + 1 day)', '1988-04-16 12:00')).toBe('23')
  })
})

describe('now', () => {
  it('is what the run was told, and holds what reads it where the run was told nothing', () => {
    const noon = Date.UTC(2026, 4, 10, 4) / 1000
    expect(gives('hours(asked, now)', call(), noon)).toBe('19')
    expect(gives('now > asked + 24 hours', call(), noon)).toBe('false')
    expect(gives('now', call(), noon)).toBe('2026-05-10T12:00:00+08:00')
    expect(gives('hours(asked, now)')).toBe('held BY860')
    // What is missing stands beside it as ever.
    expect(gives('(answered if missing now)', call({ answered: null }), noon)).toBe(
      '2026-05-10T12:00:00+08:00',
    )
    expect(gives('(answered if missing now)', call({ answered: null }))).toBe('held BY860')
  })
})

describe('an explanation', () => {
  const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
  record Call { id text key; asked time posting; answered time optional; signed date }
  value due for each Call = larger of asked + 24 hours, time(signed, 18:00) - 1 day
  decision late for each Call { gives x = answered > due and hours(asked, answered) > 24 }`
  const data = {
    Call: [{ id: '1', asked: '2026-05-09 17:00', answered: '2026-05-10 18:30:20', signed: '2026-05-11' }],
  }
  const asked = { output: 'late', row: 0, day: '2026-05-09' } as const
  it('shows times as people write them, with spans in words', () => {
    const english = explained(text, data, { ...asked, language: 'en' })
    expect(english).toContain('larger of(asked + 24 hours, time(signed, 18:00) − 1 day)')
    expect(english).toContain('larger of(2026-05-09 17:00 + 24 hours, time(2026-05-11, 18:00) − 1 day)')
    expect(english).toContain('2026-05-10 18:30:20 > 2026-05-10 18:00')
    expect(english).toContain('hours(asked, answered)')
    const chinese = explained(text, data, { ...asked, language: 'zh-Hans' })
    expect(chinese).toContain('较大者(asked + 24小时，时刻(signed，18:00) − 1天)')
    expect(chinese).toContain('2026-05-10 18:30:20 > 2026-05-10 18:00')
    expect(chinese).toContain('小时数(asked，answered)')
  })
})
