import type { WorkCalendar } from '../base/work-calendar.ts'
import type * as checked from '../check/checked.ts'
import type { Lowered, Site } from './builder.ts'
import { lower } from './lowered.ts'

type Typed<K extends checked.Typed['is']> = Extract<checked.Typed, { is: K }>

/** The policy's calendar, which the plan carries, and the state where it does not know a day. */
function calendarOf({ builder }: Site, { span }: checked.Typed): { calendar: WorkCalendar; state: number } {
  const { calendar } = builder.checked
  if (!calendar) throw new Error('working time without a calendar was reported')
  builder.calendar(calendar)
  const args = { name: calendar.id }
  return { calendar, state: builder.reason({ class: 'undefined', code: 'BY853', args, origin: span }) }
}

export function lowerWorkingDays(site: Site, typed: Typed<'working-days'>): Lowered {
  const { calendar, state } = calendarOf(site, typed)
  const a = lower(site, typed.a).n
  return { n: { op: 'working-days', calendar: calendar.id, a, b: lower(site, typed.b).n, state } }
}

export function lowerWorkingSeconds(site: Site, typed: Typed<'working-seconds'>): Lowered {
  const { calendar, state } = calendarOf(site, typed)
  const a = lower(site, typed.a).n
  return { n: { op: 'working-seconds', calendar: calendar.id, a, b: lower(site, typed.b).n, state } }
}

export function lowerAddWorking(site: Site, typed: Typed<'add-working'>): Lowered {
  const { calendar, state } = calendarOf(site, typed)
  const { type } = typed.by
  if (type.is !== 'duration') throw new Error('what a time is moved by is a span')
  return {
    n: {
      op: 'add-working',
      calendar: calendar.id,
      unit: type.of === 'working-days' ? 'days' : 'seconds',
      from: typed.type.is === 'date' ? 'date' : 'time',
      a: lower(site, typed.a).n,
      by: lower(site, typed.by).n,
      ...(type.per !== undefined && { per: type.per }),
      state,
    },
  }
}
