import { describe, expect, it } from 'vitest'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

const calendar = `calendar office {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
}
`
const head = (
  own = calendar,
  named = 'office',
) => `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar ${named} }
${own}record Call { id text key; asked time posting; answered time optional; signed date }
`
const gives = (expression: string, asked: string, more: { readonly [field: string]: string } = {}) =>
  run(
    `${head()}decision d for each Call { gives x = ${expression} }`,
    { Call: [{ id: '1', asked, answered: null, signed: '2026-05-08', ...more }] },
    '2026-01-01',
    '2026-12-31',
  ).get('d 1')

// 2026: 8 May is a Friday, 9 May a Saturday that is worked (makeup for Labour Day), 10 May a Sunday. The year’s
// Spring Festival is 15 to 23 February, with Saturday 14 February worked; Labour Day is 1 to 5 May.
describe('working hours', () => {
  it('are counted in the windows of each working day; what ends at closing ends there', () => {
    expect(gives('asked + 2 working hours', '2026-05-08 10:00')).toBe('2026-05-08T12:00:00+08:00')
    expect(gives('asked + 2.5 working hours', '2026-05-08 10:00')).toBe('2026-05-08T14:00:00+08:00')
    expect(gives('asked + 90 working minutes', '2026-05-08 17:00')).toBe('2026-05-09T09:30:00+08:00')
    expect(gives('asked + 4 working hours', '2026-05-08 20:00')).toBe('2026-05-09T14:30:00+08:00')
    expect(gives('asked + 8 working hours', '2026-05-09 09:00')).toBe('2026-05-11T09:30:00+08:00')
    expect(gives('asked + 7.5 working hours', '2026-05-09 09:00')).toBe('2026-05-09T18:00:00+08:00')
    expect(gives('asked - 1 working hour', '2026-05-11 09:30')).toBe('2026-05-09T17:30:00+08:00')
    expect(gives('asked + 2 working hours', '2026-02-13 17:00')).toBe('2026-02-14T10:00:00+08:00')
  })

  it('lie between two times', () => {
    expect(
      gives('working_hours(asked, answered)', '2026-05-08 17:00', { answered: '2026-05-09 10:30' }),
    ).toBe('2.5')
    expect(
      gives('working_minutes(answered, asked)', '2026-05-08 12:00', { answered: '2026-05-08 14:00' }),
    ).toBe('-30')
    expect(
      gives('working_seconds(asked, answered)', '2026-05-10 08:00', { answered: '2026-05-10 20:00' }),
    ).toBe('0')
    expect(
      gives('working_hours(asked, answered) <= 4', '2026-05-08 14:00', { answered: '2026-05-08 18:00' }),
    ).toBe('true')
  })
})

describe('working days', () => {
  it('end at the closing of the day so many working days after that of the time', () => {
    expect(gives('asked + 1 working day', '2026-05-08 10:00')).toBe('2026-05-09T18:00:00+08:00')
    expect(gives('asked + 2 working days', '2026-05-08 10:00')).toBe('2026-05-11T18:00:00+08:00')
    expect(gives('asked + 2 working days', '2026-05-10 10:00')).toBe('2026-05-12T18:00:00+08:00')
    expect(gives('asked - 1 working day', '2026-05-11 10:00')).toBe('2026-05-09T18:00:00+08:00')
  })

  it('in parts are parts of each day’s own hours', () => {
    // 7.5 hours a day: 17:00 leaves one hour; half a day is 3.75 hours.
    expect(gives('asked + 0.5 working days', '2026-05-08 17:00')).toBe('2026-05-09T11:45:00+08:00')
    expect(gives('asked + 1.5 working days', '2026-05-08 17:00')).toBe('2026-05-11T11:45:00+08:00')
  })

  it('move a date, by whole days, also on a calendar without hours', () => {
    const of = (named: string, expression: string) =>
      run(
        `${head(named === 'cn' ? '' : calendar, named)}decision d for each Call { gives x = ${expression} }`,
        { Call: [{ id: '1', asked: '2026-05-08 09:00', answered: null, signed: '2026-05-08' }] },
        '2026-01-01',
        '2026-12-31',
      ).get('d 1')
    for (const named of ['cn', 'office']) {
      expect(of(named, 'signed + 1 working day')).toBe('2026-05-09')
      expect(of(named, 'signed + 2 working days')).toBe('2026-05-11')
      expect(of(named, 'signed - 5 working days')).toBe('2026-04-28')
    }
  })
})

describe('a calendar', () => {
  it('that does not know a day holds what needs it', () => {
    expect(gives('asked + 400 working days', '2026-05-08 10:00')).toBe('held BY853')
    expect(
      gives('working_hours(asked, answered)', '2026-05-08 10:00', { answered: '2027-05-08 10:00' }),
    ).toBe('held BY853')
    expect(gives('signed + 400 working days', '2026-05-08 10:00')).toBe('held BY853')
  })

  it('must say at which hours work is done, and a date has none', () => {
    const of = (own: string, named: string, expression: string) =>
      findings(`${head(own, named)}decision d for each Call { gives x = ${expression} }`)
    expect(of('', 'cn', 'asked + 4 working hours')).toEqual(['BY337'])
    expect(of('', 'cn', 'asked + 2 working days')).toEqual(['BY337'])
    expect(of('', 'cn', 'working_hours(asked, answered)')).toEqual(['BY337'])
    expect(of('', 'cn', 'signed + 2 working days')).toEqual([])
    expect(of(calendar, 'office', 'signed + 1.5 working days')).toEqual(['BY336'])
    expect(of(calendar, 'office', 'signed + 4 working hours')).toEqual(['BY331'])
  })
})

it('an explanation says working time in words', () => {
  const text = `${head()}value due for each Call = larger of asked + 4 working hours, asked - 1.5 working days
  decision d for each Call { gives x = now > due and working_hours(asked, due) >= 4 }`
  const data = { Call: [{ id: '1', asked: '2026-05-08 17:00', answered: null, signed: '2026-05-08' }] }
  const asked = { output: 'd', row: 0, day: '2026-05-08' } as const
  const english = explained(text, data, { ...asked, language: 'en' })
  expect(english).toContain('larger of(asked + 4 working hours, asked − 1.5 working days)')
  expect(english).toContain(
    'larger of(2026-05-08 17:00 + 4 working hours, 2026-05-08 17:00 − 1.5 working days)',
  )
  expect(english).toContain('working hours(asked, due) ≥ 4')
  const chinese = explained(text, data, { ...asked, language: 'zh-Hans' })
  expect(chinese).toContain('较大者(asked + 4个工作小时，asked − 1.5个工作日)')
  expect(chinese).toContain('工作小时数(asked，due) ≥ 4')
})
