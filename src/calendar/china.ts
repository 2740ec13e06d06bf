import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type Day, dayOf, formatDay, parseDay } from '../base/day.ts'
import type { Words } from '../base/language.ts'
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

/** What a holiday is called, from the notices; none of a day that is no holiday there. */
export function holidayName(day: Day): Words | undefined {
  const [en, hans] = notice(notices.holidays, day) ?? []
  return en === undefined || hans === undefined
    ? undefined
    : { en, 'zh-Hans': hans, 'zh-Hant': traditional.get(hans) ?? hans }
}

function notice(list: { readonly [day: string]: string }, day: Day): readonly string[] | undefined {
  return list[formatDay(day)]?.split(',')
}

const traditional = new Map([
  ['春节', '春節'],
  ['劳动节', '勞動節'],
  ['国庆节', '國慶節'],
  ['端午', '端午'],
  ['中秋', '中秋'],
  ['清明', '清明'],
  ['元旦', '元旦'],
  [
    '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
    '中國人民抗日戰爭暨世界反法西斯戰爭勝利70週年紀念日',
  ],
])
