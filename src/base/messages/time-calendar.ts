import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'
import { worded } from './worded.ts'

const calendar = (lines: readonly string[]): string =>
  withPolicy(`calendar office "Working time" {
${lines.map((line) => `  ${line}`).join('\n')}
}
`).replace('currency CNY', 'currency CNY\n  calendar office')
const zone = 'zone Asia/Shanghai'
const hours = 'hours 09:00 to 12:00, 13:30 to 18:00'

/** When work is done: calendars. */
export const calendarMessages = {
  BY550: {
    ...worded(
      'error',
      ['Unknown time zone', '未知的时区', '未知的時區'],
      ['there is no time zone `{name}`', '没有名为“{name}”的时区', '沒有名為「{name}」的時區'],
      [
        'Write a name of the IANA list: `zone Asia/Shanghai`.',
        '请写 IANA 时区名称，如“时区 Asia/Shanghai”。',
        '請寫 IANA 時區名稱，如「時區 Asia/Shanghai」。',
      ],
    ),
    bad: calendar(['zone Asia/Suzhou', 'days cn', hours]),
    good: calendar([zone, 'days cn', hours]),
  },
  BY551: {
    ...worded(
      'error',
      ['Hours that do not end after they begin', '工时的结束不晚于开始', '工時的結束不晚於開始'],
      [
        '{from} to {until}: these are no hours of one day',
        '{from} 至 {until}：不是同一天内的时段',
        '{from} 至 {until}：不是同一天內的時段',
      ],
      [
        'Write each window with its beginning first, from 00:00 to 24:00. A shift over midnight is two windows: `00:00 to 06:00, 22:00 to 24:00`.',
        '每个时段先写开始再写结束，介于 00:00 与 24:00 之间。跨零点的班次分写两段：“00:00 至 06:00, 22:00 至 24:00”。',
        '每個時段先寫開始再寫結束，介於 00:00 與 24:00 之間。跨零點的班次分寫兩段：「00:00 至 06:00, 22:00 至 24:00」。',
      ],
    ),
    bad: calendar([zone, 'days cn', 'hours 09:00 to 12:00, 18:00 to 13:30']),
    good: calendar([zone, 'days cn', hours]),
  },
  BY552: {
    ...worded(
      'error',
      ['Hours that overlap', '工时时段重叠', '工時時段重疊'],
      [
        '{from} to {until} overlaps with hours before it',
        '{from} 至 {until} 与前面的时段重叠',
        '{from} 至 {until} 與前面的時段重疊',
      ],
      [
        'Each minute is worked once: end one window before the next begins.',
        '同一分钟只计一次：请让前一时段在后一时段开始之前结束。',
        '同一分鐘只計一次：請讓前一時段在後一時段開始之前結束。',
      ],
    ),
    bad: calendar([zone, 'days cn', 'hours 09:00 to 12:00, 11:30 to 18:00']),
    good: calendar([zone, 'days cn', 'hours 09:00 to 12:00, 12:30 to 18:00']),
  },
  BY553: {
    ...worded(
      'error',
      ['A working day without hours', '工作日没有工时', '工作日沒有工時'],
      [
        '`{name}` has no hours for {weekday}, which is worked',
        '“{name}”未写{weekday}的工时，而这一天要上班',
        '「{name}」未寫{weekday}的工時，而這一天要上班',
      ],
      [
        'Write `hours` for every working day, or for this weekday too. Days that are worked in place of a holiday may fall on a weekend.',
        '请写明每个工作日的“工时”，或补写这一天的工时。调休上班可能落在周末。',
        '請寫明每個工作日的「工時」，或補寫這一天的工時。補班可能落在週末。',
      ],
    ),
    bad: calendar([zone, 'days Monday to Saturday', 'hours Monday to Friday 09:00 to 18:00']),
    good: calendar([
      zone,
      'days Monday to Saturday',
      'hours Monday to Friday 09:00 to 18:00',
      'hours Saturday 09:00 to 12:00',
    ]),
  },
  BY554: worded(
    'error',
    ['Not a day', '不是日期', '不是日期'],
    [
      '`{written}` stands in a file of days, and is none',
      '日期文件中的“{written}”不是日期',
      '日期檔案中的「{written}」不是日期',
    ],
    [
      'Write one day in the first column of each row, as 2026-05-01. Only the first row may be headings.',
      '每行第一列写一个日期，如 2026-05-01；只有第一行可以是列名。',
      '每列第一欄寫一個日期，如 2026-05-01；只有第一列可以是欄名。',
    ],
  ),
  BY555: {
    ...worded(
      'error',
      ['A day both closed and open', '同一天既放假又补班', '同一天既放假又補班'],
      ['{day} is closed and open', '{day} 既写放假又写补班', '{day} 既寫放假又寫補班'],
      ['Delete the day from one of the two lines.', '请从其中一行删去这一天。', '請從其中一列刪去這一天。'],
    ),
    bad: calendar([zone, 'days cn', hours, 'closed 2026-03-05, 2026-03-07', 'open 2026-03-07']),
    good: calendar([zone, 'days cn', hours, 'closed 2026-03-05', 'open 2026-03-07']),
  },
  BY557: {
    ...worded(
      'error',
      ['Hours given twice', '工时重复', '工時重複'],
      ['the hours of these days are given already', '这些日子的工时已经写过', '這些日子的工時已經寫過'],
      [
        'Write all windows of a day on one line, parted by commas.',
        '同一天的各时段写在同一行，以逗号分隔。',
        '同一天的各時段寫在同一行，以逗號分隔。',
      ],
    ),
    bad: calendar([zone, 'days cn', 'hours 09:00 to 12:00', 'hours 13:30 to 18:00']),
    good: calendar([zone, 'days cn', hours]),
  },
  BY558: {
    ...worded(
      'error',
      ['A calendar that leaves something open', '日历不完整', '日曆不完整'],
      ['`{name}` does not say its {part}', '“{name}”没有写明{part}', '「{name}」沒有寫明{part}'],
      [
        'Write `zone Asia/Shanghai` and `days cn`, or `days Monday to Friday`.',
        '请写“时区 Asia/Shanghai”和“工作日 cn”，或“工作日 周一 至 周五”。',
        '請寫「時區 Asia/Shanghai」和「工作日 cn」，或「工作日 週一 至 週五」。',
      ],
    ),
    bad: calendar(['days cn', hours]),
    good: calendar([zone, 'days cn', hours]),
  },
} as const satisfies { readonly [code: string]: Entry }
