import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, formatDay } from '../../../src/base/day.ts'
import { compile } from '../../../src/compile.ts'
import { rowsFromObjects } from '../../../src/data/from-objects.ts'
import { type DeadlineCourse, deadlineCourse } from '../../../src/review/deadlines/course.ts'
import { momentText } from '../../../src/review/deadlines/deadlines.ts'
import { evaluate } from '../../../src/targets/evaluate/evaluate.ts'
import { lines } from '../../../src/targets/evaluate/results.ts'
import { localTime } from '../../local-time.ts'
import { programOf } from '../../reference/read-policy.ts'
import { minutesOf } from '../../reference/sla-calendar.ts'
import { type Length, watch } from '../../reference/sla-walk.ts'

type Policy = { readonly days: string; readonly hours: string; readonly within: string }

const policy = ({ days, hours, within }: Policy) => `policy limits { language en; currency CNY
  effective from 2026-01-01 until open
  calendar office
}
calendar office {
  zone Asia/Shanghai
  ${days}
  ${hours}
  closed 2026-05-07
}
record Item { id text key; begun time posting; ended time optional }
record Log { id text key; item Item; kind one of pause, resume; at time }
sla limit for each Item {
  start begun
  within ${within}
  pause Log.at where kind = pause
  resume Log.at where kind = resume
  stop ended
}
`

type Given = {
  readonly begun: string
  readonly ended?: string
  readonly pauses?: readonly (readonly [string, string?])[]
}

function courseOf(one: Policy, { begun, ended, pauses = [] }: Given, now?: string): DeadlineCourse {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text: policy(one) }])
  if (!plan) throw new Error(JSON.stringify(diagnostics))
  const log = pauses.flatMap(([from, until], i) => [
    { id: `p${i}`, item: 'i', kind: 'pause', at: from },
    ...(until === undefined ? [] : [{ id: `r${i}`, item: 'i', kind: 'resume', at: until }]),
  ])
  const { rows } = rowsFromObjects(plan, { Item: [{ id: 'i', begun, ended: ended ?? null }], Log: log })
  const span = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }
  const results = evaluate(plan, rows, { span, ...(now !== undefined && { now: localTime(now) }) })
  const [line] = lines(results, span)
  const course = line && deadlineCourse(results, line)
  if (!course) throw new Error('no course')
  return course
}

const texts = ({ zone, pieces }: DeadlineCourse) =>
  pieces.map(({ from, until, counts }) => `${momentText(zone, from)} – ${momentText(zone, until)}: ${counts}`)
const total = ({ pieces }: DeadlineCourse) => pieces.reduce((sum, { counts }) => sum + counts, 0)

const office = { days: 'days cn', hours: 'hours 09:00 to 12:00, 13:30 to 18:00' }

describe('the course of a time limit', () => {
  test('goes window by window over a holiday and the Saturday that is worked for it', () => {
    // Labour Day 2026: off from May 1 to 5, the Saturday May 9 is worked; May 7 is closed by the policy.
    const course = courseOf({ ...office, within: '20 working hours' }, { begun: '2026-04-30 16:00' })
    expect(texts(course)).toEqual([
      '2026-04-30 16:00 – 2026-04-30 18:00: 7200',
      '2026-05-06 09:00 – 2026-05-06 12:00: 10800',
      '2026-05-06 13:30 – 2026-05-06 18:00: 16200',
      '2026-05-08 09:00 – 2026-05-08 12:00: 10800',
      '2026-05-08 13:30 – 2026-05-08 18:00: 16200',
      '2026-05-09 09:00 – 2026-05-09 12:00: 10800',
    ])
    expect(momentText(course.zone, course.due)).toBe('2026-05-09 12:00')
    const day = (text: string) => course.days.find(({ day }) => formatDay(day) === text)
    expect([day('2026-05-01')?.is, day('2026-05-01')?.name?.en]).toEqual(['closed', 'Labour Day'])
    expect([day('2026-05-02')?.is, day('2026-05-02')?.name?.['zh-Hant']]).toEqual(['rest', '勞動節'])
    expect([day('2026-05-07')?.is, day('2026-05-07')?.name]).toEqual(['closed', undefined])
    expect([day('2026-05-09')?.is, day('2026-05-09')?.counts]).toEqual(['makeup', 10800])
    expect(course.days.reduce((sum, { counts }) => sum + counts, 0)).toBe(72_000)
  })

  test('stands still while it is paused', () => {
    const pauses = [['2026-04-28 11:00', '2026-04-29 14:00']] as const
    const course = courseOf({ ...office, within: '8 working hours' }, { begun: '2026-04-28 09:00', pauses })
    expect(texts(course)).toEqual([
      '2026-04-28 09:00 – 2026-04-28 11:00: 7200',
      '2026-04-29 14:00 – 2026-04-29 18:00: 14400',
      '2026-04-30 09:00 – 2026-04-30 11:00: 7200',
    ])
    expect(course.pauses.map(({ from }) => momentText(course.zone, from))).toEqual(['2026-04-28 11:00'])
  })

  test('has used up what ran before it was paused, and is due at no time while it is', () => {
    const pauses = [['2026-04-28 11:00']] as const
    const given = { begun: '2026-04-28 09:00', pauses }
    const course = courseOf({ ...office, within: '8 working hours' }, given, '2026-04-29 10:00')
    expect(course.due).toBeUndefined()
    expect(total(course)).toBe(7200)
    expect(course.days.map(({ day }) => formatDay(day))).toEqual(['2026-04-28', '2026-04-29'])
  })

  test('counts working days by their closings, and is moved to a working day where that is written', () => {
    const days = courseOf({ ...office, within: '3 working days' }, { begun: '2026-04-29 16:00' })
    expect(texts(days)).toEqual([
      '2026-04-30 09:00 – 2026-04-30 18:00: 1',
      '2026-05-06 09:00 – 2026-05-06 18:00: 1',
      '2026-05-08 09:00 – 2026-05-08 18:00: 1',
    ])
    const within = '2 days at 18:00, moved to the next working day'
    const moved = courseOf({ ...office, within }, { begun: '2026-04-30 16:00' })
    expect(moved.pieces.map(({ until }) => momentText(moved.zone, until))).toEqual([
      '2026-05-01 18:00',
      '2026-05-02 18:00',
    ])
    expect([moved.usedUp, moved.due].map((at) => momentText(moved.zone, at))).toEqual([
      '2026-05-02 18:00',
      '2026-05-06 18:00',
    ])
  })
})

const time = fc
  .tuple(
    fc.integer({ min: 0, max: 14 }),
    fc.constantFrom(0, 9, 10, 12, 13, 17, 18, 23),
    fc.constantFrom(0, 30),
  )
  .map(([day, hour, minute]) => {
    const date = formatDay((dayOf(2026, 4, 26) ?? 0) + day)
    return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  })
const drawn = fc.record({
  days: fc.constantFrom('days cn', 'days Monday to Saturday'),
  hours: fc.constantFrom(
    'hours 09:00 to 12:00, 13:30 to 18:00',
    'hours 00:00 to 24:00',
    'hours 09:00 to 18:00\n  hours Saturday, Sunday 10:00 to 12:00',
    'hours 22:00 to 24:00, 00:00 to 06:30, 12:00 to 12:30',
  ),
  within: fc.constantFrom(
    '90 minutes',
    '30 hours',
    '5 working hours',
    '12.5 working hours',
    '1 working day',
    '3 working days',
    '2 days at 18:00',
    '3 days at 24:00',
  ),
})
const lengths: { readonly [within: string]: readonly [Length, clock?: number] } = {
  '90 minutes': [{ unit: 'minutes', count: 90 }],
  '30 hours': [{ unit: 'minutes', count: 1800 }],
  '5 working hours': [{ unit: 'working-minutes', count: 300 }],
  '12.5 working hours': [{ unit: 'working-minutes', count: 750 }],
  '1 working day': [{ unit: 'working-days', count: 1 }],
  '3 working days': [{ unit: 'working-days', count: 3 }],
  '2 days at 18:00': [{ unit: 'days', count: 2 }, 1080],
  '3 days at 24:00': [{ unit: 'days', count: 3 }, 1440],
}

test('its pieces add up to the length, and are the minutes that one finds who watches it', () => {
  fc.assert(
    fc.property(drawn, time, fc.array(time, { maxLength: 4 }), (one, begun, marks) => {
      const [calendar] = programOf(policy(one)).files.flatMap(({ declarations }) =>
        declarations.flatMap((found) => (found.kind === 'calendar' ? [found] : [])),
      )
      const [length, clock] = lengths[one.within] ?? []
      if (!calendar || !length) throw new Error('a calendar and a length')
      const minutes = minutesOf(calendar)
      const later = [...new Set(marks)].sort().filter((mark) => mark > begun)
      const pauses = later.flatMap((from, i): (readonly [string, string])[] => {
        const until = later[i + 1]
        return i % 2 === 0 && until !== undefined ? [[from, until]] : []
      })
      const at = (text: string) => localTime(text) / 60
      const stands = (minute: number) =>
        pauses.some(([from, until]) => at(from) <= minute && minute < at(until))
      const course = courseOf(one, { begun, pauses })
      const ends = clock === undefined ? {} : { clock }
      const due = watch(minutes, at(begun), length, ends, (minute) => !stands(minute))
      expect(course.due).toBe(typeof due === 'number' ? due * 60 : undefined)
      const seconds = length.unit.endsWith('minutes') ? 60 : 1
      expect(total(course)).toBe(length.count * seconds)
      expect(course.days.reduce((sum, { counts }) => sum + counts, 0)).toBe(length.count * seconds)
      if (!length.unit.endsWith('minutes')) return
      for (const { from, until } of course.pieces)
        for (let minute = from / 60; minute < until / 60; minute++) {
          expect(stands(minute)).toBe(false)
          if (length.unit === 'working-minutes') expect(minutes.works(minute)).toBe(true)
        }
    }),
    { numRuns: 60, seed: 5 },
  )
})
