import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { dayOf, parseDay } from '../base/day.ts'
import type { WorkCalendar, Zone } from '../base/work-calendar.ts'
import { zoneNamed } from './zone.ts'

let made: WorkCalendar | undefined

/**
 * Working days in China by the yearly notices of the State Council: holidays, and weekends that are worked instead.
 * Known from the first year until the last that has been announced; made when first asked for.
 */
export function calendarNamed(id: string): WorkCalendar | undefined {
  if (id !== 'cn') return undefined
  made ??= china()
  return made
}

function china(): WorkCalendar {
  const days = (list: { readonly [day: string]: string }) =>
    Object.keys(list)
      .flatMap((text) => parseDay(text) ?? [])
      .sort((a, b) => a - b)
  const years = Object.keys(notices.holidays).map((text) => Number(text.slice(0, 4)))
  return {
    id: 'cn',
    from: dayOf(Math.min(...years), 1, 1) ?? 0,
    until: dayOf(Math.max(...years), 12, 31) ?? 0,
    // Worked out when a policy has times.
    get zone(): Zone {
      return zoneNamed('Asia/Shanghai') ?? { id: 'Asia/Shanghai', offsets: [{ from: 0, offset: 28_800 }] }
    },
    off: days(notices.holidays),
    on: days(notices.workdays),
  }
}
