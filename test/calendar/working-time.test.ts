import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import type { WorkCalendar } from '../../src/base/work-calendar.ts'
import { calendarNamed } from '../../src/calendar/china.ts'
import {
  addDaysOfHours,
  addWorking,
  addWorkingDays,
  nextWorkingDay,
  workingBetween,
  workingDayFrom,
  workingTimeOf,
} from '../../src/calendar/working-time.ts'
import { instantOf, localDayOf, zoneNamed } from '../../src/calendar/zone.ts'

const day = (text: string) => parseDay(text) ?? Number.NaN
const clock = (text: string) => {
  const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number)
  return hour * 3600 + minute * 60 + second
}
type Parts = Partial<WorkCalendar> & { readonly open?: readonly string[] }
function calendar({ open = ['09:00-17:00'], ...parts }: Parts = {}) {
  const windows = open.map((text) => {
    const [from = '', until = ''] = text.split('-')
    return { from: clock(from), until: clock(until) }
  })
  const zone = parts.zone ?? zoneNamed('UTC')
  const made = workingTimeOf({
    id: 'test',
    from: day('2000-01-01'),
    until: day('2029-12-31'),
    off: [],
    on: [],
    hours: Array.from({ length: 7 }, () => windows),
    ...parts,
    ...(zone && { zone }),
  })
  if (!made) throw new Error('this calendar has hours and a zone')
  return made
}
type Time = ReturnType<typeof calendar>
const at = (time: Time, text: string) => {
  const [date = '', hours = '00:00'] = text.split(' ')
  return instantOf(time.zone, day(date), clock(hours))
}
const hours = (count: number) => count * 3600
const everyDay = Array.from({ length: 7 }, () => true)

describe('published examples of working time', () => {
  const erpnext = calendar({
    open: ['10:00-18:00'],
    weekdays: everyDay,
    off: [day('2019-03-05'), day('2019-03-07'), day('2019-02-11')],
  })
  test.each([
    [2, '2019-03-04 14:00'],
    [3, '2019-03-04 15:00'],
    [4, '2019-03-04 16:00'],
    [6, '2019-03-04 18:00'],
  ])('%s working hours from 2019-03-04 12:00 end at %s', (count, end) => {
    expect(addWorking(erpnext, at(erpnext, '2019-03-04 12:00'), hours(count))).toBe(at(erpnext, end))
  })

  test.each([
    // Friday 16:00.
    [8, '2026-05-11 16:00'],
    [4, '2026-05-11 12:00'],
  ])('%s hours from Friday 16:00, Monday to Friday 9 to 17, end at %s', (count, end) => {
    const office = calendar()
    expect(addWorking(office, at(office, '2026-05-08 16:00'), hours(count))).toBe(at(office, end))
  })

  const helpdesk = calendar({ open: ['10:00-18:00'] })
  test('one and four hours from Friday 19:00, 10 to 18, end on Monday at 11:00 and 14:00', () => {
    const start = at(helpdesk, '2026-05-08 19:00')
    expect(addWorking(helpdesk, start, hours(1))).toBe(at(helpdesk, '2026-05-11 11:00'))
    expect(addWorking(helpdesk, start, hours(4))).toBe(at(helpdesk, '2026-05-11 14:00'))
  })

  test('a target of 2 hours from Thursday 15:00, held for 3,601 working seconds, ends on Friday at 10:00:01', () => {
    const start = at(helpdesk, '2026-05-07 15:00')
    expect(addWorking(helpdesk, start, hours(2) + 3601)).toBe(at(helpdesk, '2026-05-08 10:00:01'))
  })

  test.each([
    ['2021-06-28 20:00', '2021-07-01 06:00', 57_600],
    ['2021-06-28 06:00', '2021-06-29 06:00', 28_800],
    ['2021-06-28 06:00', '2021-07-01 06:00', 86_400],
    ['2021-06-28 06:00', '2021-07-01 11:00', 90_000],
    ['2021-06-25 12:00', '2021-06-27 11:00', 21_600],
    // ERPNext says at least one second; here there is none.
    ['2021-06-27 10:00', '2021-06-27 11:00', 0],
    ['2021-06-28 20:00', '2021-07-01 11:00', 61_200],
    ['2021-06-28 06:00', '2021-06-29 20:00', 57_600],
    ['2021-06-28 12:00', '2021-07-01 11:00', 82_800],
    ['2021-06-28 12:00', '2021-06-29 06:00', 21_600],
    ['2021-06-28 12:00', '2021-07-01 06:00', 79_200],
  ])('from %s to %s there are %s working seconds, Monday to Friday 10 to 18', (from, to, seconds) => {
    expect(workingBetween(helpdesk, at(helpdesk, from), at(helpdesk, to))).toBe(seconds)
    expect(workingBetween(helpdesk, at(helpdesk, to), at(helpdesk, from))).toBe(0 - seconds)
  })

  test('from Thursday 17:30 to Monday 13:00 with Friday off there are 3.5 hours', () => {
    const off = calendar({ open: ['10:00-18:00'], off: [day('2026-05-08')] })
    expect(workingBetween(off, at(off, '2026-05-07 17:30'), at(off, '2026-05-11 13:00'))).toBe(3000 + 9600)
  })

  const norway = calendar({ open: ['08:00-16:00'], off: [day('2004-05-17'), day('2004-05-27')] })
  test.each([
    ['2004-05-24 18:05', -5_500_000, '2004-05-14 12:00'],
    ['2004-05-24 07:03', 8_276_628, '2004-06-04 10:12'],
  ])('%s and %s millionths of working days give %s', (start, millionths, end) => {
    const found = addDaysOfHours(norway, at(norway, start), millionths, 1_000_000)
    expect(found === 'unknown' ? found : Math.floor(found / 60) * 60).toBe(at(norway, end))
  })

  test.each([
    ['2026-09-19 10:00', 3, '2026-09-20 12:00'],
    ['2026-02-13 17:00', 2, '2026-02-14 10:00'],
  ])('in China, 9 to 18, from %s %s working hours end at %s: a makeup day is worked', (start, count, end) => {
    const cn = calendarNamed('cn')
    const zone = zoneNamed('Asia/Shanghai')
    const office = calendar({ ...cn, open: ['09:00-18:00'], ...(zone && { zone }) })
    const [from, to] = [at(office, start), at(office, end)]
    // 09-19 is a Saturday that nobody works, 09-20 and 02-14 are worked instead of a holiday.
    expect(addWorking(office, from, hours(count))).toBe(to)
    expect(to % 86_400).toBe(clock(end.slice(11)) - 8 * 3600)
  })
})

describe('working time at its edges', () => {
  const split = calendar({ open: ['09:00-12:00', '13:30-18:00'], off: [day('2026-05-08')] })
  test('what ends exactly at closing is that closing, not the next opening', () => {
    expect(addWorking(split, at(split, '2026-05-07 09:00'), hours(3))).toBe(at(split, '2026-05-07 12:00'))
    expect(addWorking(split, at(split, '2026-05-07 09:00'), hours(3) + 1)).toBe(
      at(split, '2026-05-07 13:30:01'),
    )
    expect(addWorking(split, at(split, '2026-05-07 12:40'), hours(4.5))).toBe(at(split, '2026-05-07 18:00'))
  })

  test('backwards it is the opening', () => {
    expect(addWorking(split, at(split, '2026-05-11 10:00'), -hours(1))).toBe(at(split, '2026-05-11 09:00'))
    expect(addWorking(split, at(split, '2026-05-11 10:00'), -hours(2))).toBe(at(split, '2026-05-07 17:00'))
  })

  test('N working days end at the closing of the Nth working day after the day of the start', () => {
    expect(addWorkingDays(split, at(split, '2026-05-06 23:00'), 2)).toBe(at(split, '2026-05-11 18:00'))
    expect(addWorkingDays(split, at(split, '2026-05-09 08:00'), 1)).toBe(at(split, '2026-05-11 18:00'))
    expect(addWorkingDays(split, at(split, '2026-05-11 18:00'), -1)).toBe(at(split, '2026-05-07 18:00'))
  })

  test('a day moves to the next one that is worked', () => {
    expect(workingDayFrom(split, day('2026-05-08'))).toBe(day('2026-05-11'))
    expect(workingDayFrom(split, day('2026-05-07'))).toBe(day('2026-05-07'))
    expect(nextWorkingDay(split, day('2026-05-07'))).toBe(day('2026-05-11'))
  })

  test('days that a calendar does not know are not guessed', () => {
    const year = calendar({ from: day('2026-01-01'), until: day('2026-12-31') })
    const [late, early] = [at(year, '2026-12-31 16:00'), at(year, '2025-12-31 23:00')]
    expect(addWorking(year, late, hours(1))).toBe(at(year, '2026-12-31 17:00'))
    expect(addWorking(year, late, hours(1) + 1)).toBe('unknown')
    expect(addWorking(year, early, hours(1))).toBe('unknown')
    expect(addWorkingDays(year, late, 1)).toBe('unknown')
    expect(addDaysOfHours(year, late, 1, 1)).toBe('unknown')
    expect(workingBetween(year, early, late)).toBe('unknown')
    expect(nextWorkingDay(year, day('2026-12-31'))).toBe('unknown')
    expect(workingDayFrom(year, day('2027-01-01'))).toBe('unknown')
  })
})

describe('time zones', () => {
  test('China has had one time since 1992; a name that no list has is unknown', () => {
    expect(zoneNamed('Asia/Shanghai')?.offsets.at(-1)?.offset).toBe(8 * 3600)
    expect(zoneNamed('Asia/Suzhou')).toBeUndefined()
  })

  test('in New York a window over the change of clocks has an hour less in spring and one more in autumn', () => {
    const zone = zoneNamed('America/New_York')
    const night = calendar({ open: ['00:00-04:00'], weekdays: everyDay, ...(zone && { zone }) })
    const worked = (date: string) =>
      workingBetween(night, at(night, `${date} 00:00`), at(night, `${date} 06:00`))
    expect(worked('2026-03-07')).toBe(hours(4))
    expect(worked('2026-03-08')).toBe(hours(3))
    expect(worked('2026-11-01')).toBe(hours(5))
    // 02:30 is skipped on 8 March: 03:30 in daylight time, which is 07:30 universal time.
    expect(at(night, '2026-03-08 02:30')).toBe(day('2026-03-08') * 86_400 + clock('07:30'))
    // 01:30 stands twice on 1 November; the first is still in daylight time.
    expect(at(night, '2026-11-01 01:30')).toBe(day('2026-11-01') * 86_400 + clock('05:30'))
  })

  test.each(['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'])(
    '%s as data says at every hour what the host says',
    (id) => {
      const zone = zoneNamed(id)
      if (!zone) throw new Error('a known zone')
      const format = new Intl.DateTimeFormat('en-GB', { timeZone: id, hour: '2-digit', minute: '2-digit' })
      for (let hour = 0; hour < 366 * 24; hour += 5) {
        const instant = day('2026-01-01') * 86_400 + hour * 3600
        const changed = zone.offsets.findLast(({ from }) => from <= instant)
        const local = instant + (changed?.offset ?? 0)
        const written = new Date(local * 1000).toISOString().slice(11, 16)
        expect(format.format(instant * 1000)).toBe(written)
        expect(localDayOf(zone, instant)).toBe(Math.floor(local / 86_400))
      }
    },
  )
})
