import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Cells that should hold a time. */
export const dataTimeMessages = {
  BY790: worded(
    'error',
    ['Not a time', '不是时刻', '不是時刻'],
    ['“{text}” is not a time', '“{text}”不是时刻', '「{text}」不是時刻'],
    [
      'Write the date and the time of day: 2026-05-09 17:00, 2026-05-09T17:00:30+08:00 or 2026年5月9日 17:00. {field} is a time: a date alone does not say when.',
      '请写日期和钟点：2026-05-09 17:00、2026-05-09T17:00:30+08:00 或 2026年5月9日 17:00。{field}是时刻，只有日期还不够。',
      '請寫日期和鐘點：2026-05-09 17:00、2026-05-09T17:00:30+08:00 或 2026年5月9日 17:00。{field}是時刻，只有日期還不夠。',
    ],
  ),
  BY791: worded(
    'error',
    ['No such time', '没有这个时刻', '沒有這個時刻'],
    ['there is no time {text}', '没有 {text} 这个时刻', '沒有 {text} 這個時刻'],
    [
      'Mend the date, or the time of day: hours go from 00 to 23, minutes and seconds from 00 to 59.',
      '请更正日期或钟点：小时为 00 至 23，分和秒为 00 至 59。',
      '請更正日期或鐘點：小時為 00 至 23，分和秒為 00 至 59。',
    ],
  ),
  BY792: worded(
    'error',
    ['A fraction of a second', '秒的小数', '秒的小數'],
    ['“{text}” has a fraction of a second', '“{text}”带有秒的小数', '「{text}」帶有秒的小數'],
    [
      'Times are whole seconds, and nothing is rounded while it is read: export {field} to the second.',
      '时刻精确到秒，读取时不作舍入：请将{field}按秒导出。',
      '時刻精確到秒，讀取時不作捨入：請將{field}按秒匯出。',
    ],
  ),
  BY793: worded(
    'error',
    ['No such offset', '没有这个时差', '沒有這個時差'],
    [
      '“{text}” stands so far from UTC as no clock does',
      '“{text}”与 UTC 的时差不存在',
      '「{text}」與 UTC 的時差不存在',
    ],
    [
      'Offsets go from -12:00 to +14:00 in quarters of an hour.',
      '时差在 -12:00 至 +14:00 之间，以一刻钟为单位。',
      '時差在 -12:00 至 +14:00 之間，以一刻鐘為單位。',
    ],
  ),
  BY794: worded(
    'error',
    ['A time that clocks skip', '时钟跳过的时刻', '時鐘跳過的時刻'],
    [
      'clocks of {zone} never show {text}: they are set forward over it',
      '{zone} 的时钟不会显示 {text}：当时拨快了时钟',
      '{zone} 的時鐘不會顯示 {text}：當時撥快了時鐘',
    ],
    [
      'Export {field} with its offset from UTC, or mend it.',
      '请将{field}连同与 UTC 的时差一起导出，或更正。',
      '請將{field}連同與 UTC 的時差一起匯出，或更正。',
    ],
  ),
  BY795: worded(
    'error',
    ['A time that comes twice', '重复出现的时刻', '重複出現的時刻'],
    [
      'clocks of {zone} show {text} twice: they are set back over it',
      '{zone} 的时钟会两次显示 {text}：当时拨慢了时钟',
      '{zone} 的時鐘會兩次顯示 {text}：當時撥慢了時鐘',
    ],
    [
      'Export {field} with its offset from UTC: which of the two is meant is not guessed.',
      '请将{field}连同与 UTC 的时差一起导出：系统不会猜测指的是哪一次。',
      '請將{field}連同與 UTC 的時差一起匯出：系統不會猜測指的是哪一次。',
    ],
  ),
  BY796: worded(
    'error',
    ['A time outside the years', '时刻超出年份范围', '時刻超出年份範圍'],
    [
      '{text} lies outside the years 1970 to 2099',
      '{text} 不在 1970 至 2099 年之间',
      '{text} 不在 1970 至 2099 年之間',
    ],
    [
      'Mend the year of {field}; for a day alone a date has no such bounds.',
      '请更正{field}的年份；只需要日期时可用“日期”类型，不受此限。',
      '請更正{field}的年份；只需要日期時可用「日期」類型，不受此限。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
