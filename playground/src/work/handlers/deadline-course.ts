import {
  type CourseDay,
  type DeadlineCourse,
  deadlineCourse,
  formatDay,
  type Language,
  lengthOfLimit,
  momentText,
  titleOf,
} from '../../../../src/index.ts'
import type { CourseDayShown, CourseShown, RequestsOf } from '../protocol-decide.ts'
import type { Session } from '../session.ts'

export function courseShown(
  { edited: ran }: Session,
  { id, at, language }: RequestsOf<'deadlineCourse'>,
): CourseShown | undefined {
  const line = ran?.lines.find(({ output, row }) => output.id === id && row === at)
  const course = ran && line && deadlineCourse(ran.results, line)
  if (!course) return undefined
  const row = line.item ?? line.subject
  const { zone, length, pieces, start, due, stopped, usedUp, pauses, more } = course
  const text = (instant: number) => momentText(zone, instant)
  const amount = (counts: number) => lengthOfLimit(counts, length.unit, language)
  let sum = 0
  const listed = pieces.map(({ from, until, counts }) => {
    sum += counts
    return { from: text(from), until: text(until), counts: amount(counts), sum: amount(sum) }
  })
  return {
    clause: titleOf(line.output),
    row: row?.label === undefined ? (row?.key ?? '') : `${row.key} ${row.label}`,
    zone: zone.id,
    length: amount(length.amount),
    start: text(start),
    ...(due !== undefined && { due: text(due) }),
    ...(stopped !== undefined && { stopped: text(stopped) }),
    ...(usedUp !== undefined && { usedUp: text(usedUp) }),
    pieces: listed,
    total: amount(sum),
    ...(sum < length.amount && { left: amount(length.amount - sum) }),
    pauses: pauses.map(({ from, until }) => ({
      from: text(from),
      ...(until !== undefined && { until: text(until) }),
    })),
    months: monthsOf(course, language),
    more,
  }
}

function monthsOf(course: DeadlineCourse, language: Language): CourseShown['months'] {
  const months = new Map<string, (CourseDayShown | undefined)[][]>()
  for (const day of course.days) {
    const shown = dayShown(course, day, language)
    const month = shown.day.slice(0, 7)
    const weeks = months.get(month) ?? []
    months.set(month, weeks)
    const week = weeks.at(-1)
    // A week that ends with its month goes on in the next one.
    if (!week || day.weekday === 0)
      weeks.push([...Array.from({ length: day.weekday }, () => undefined), shown])
    else week.push(shown)
  }
  return [...months].map(([month, weeks]) => ({ month, weeks }))
}

function dayShown(
  { zone, length, pauses, start, due, stopped, now }: DeadlineCourse,
  { day, is, name, hours, counts }: CourseDay,
  language: Language,
): CourseDayShown {
  const clock = (instant: number) => momentText(zone, instant).slice(11)
  const text = formatDay(day)
  const at = { start, due, stopped, now }
  const marks = (['start', 'due', 'stopped', 'now'] as const).filter((mark) => {
    const instant = at[mark]
    return instant !== undefined && momentText(zone, instant).startsWith(text)
  })
  const first = `${text} 00:00`
  const next = `${formatDay(day + 1)} 00:00`
  return {
    day: text,
    is,
    ...(name && { name: name[language] }),
    hours: hours.map(
      ({ from, until }) => `${clock(from)}–${clock(until) === '00:00' ? '24:00' : clock(until)}`,
    ),
    ...(counts > 0 && { counts: lengthOfLimit(counts, length.unit, language) }),
    paused: pauses.some(
      ({ from, until }) =>
        momentText(zone, from) < next && (until === undefined || momentText(zone, until) > first),
    ),
    marks,
  }
}
