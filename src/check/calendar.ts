import { type Day, dateOf, dayOf, formatDay } from '../base/day.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'
import {
  type Calendars,
  type Hours,
  type WorkCalendar,
  weekdayOf,
  worksOn,
  type Zones,
} from '../base/work-calendar.ts'
import type * as ast from '../syntax/ast.ts'
import { weekdays } from '../syntax/from-cst-calendar.ts'
import { clockSeconds } from '../syntax/literal.ts'
import { literalDay } from './literals.ts'

type World = { readonly report: Report; readonly calendars: Calendars; readonly zones: Zones }
type Line<K extends ast.CalendarLine['is']> = Extract<ast.CalendarLine, { is: K }>

/** Days that a calendar of its own weekdays knows, unless it says itself for which days it is complete. */
const everKnown = { from: dayOf(1970, 1, 1) ?? 0, until: dayOf(2099, 12, 31) ?? 0 }

/** What each calendar that the policy declares means; asked by name, with those that everybody has. */
export function checkCalendars(declarations: readonly ast.Declaration[], world: World): Calendars {
  const written = new Map(
    declarations.flatMap((d) => (d.kind === 'calendar' ? [[d.name.text, d] as const] : [])),
  )
  const done = new Map<string, WorkCalendar>()
  const open = new Set<string>()
  const calendarOf: Calendars = (id) => {
    const declaration = written.get(id)
    // One that is called as the one that it takes its days from means that one.
    if (!declaration || open.has(id)) return world.calendars(id)
    const known = done.get(id)
    if (known) return known
    open.add(id)
    const calendar = checkCalendar(declaration, { ...world, calendars: calendarOf })
    open.delete(id)
    done.set(id, calendar)
    return calendar
  }
  for (const id of written.keys()) calendarOf(id)
  return calendarOf
}

function checkCalendar({ name, lines }: ast.CalendarDeclaration, world: World): WorkCalendar {
  const { report } = world
  const line = <K extends ast.CalendarLine['is']>(is: K) => lines.find((one): one is Line<K> => one.is === is)
  const zoneLine = line('zone')
  const zone = zoneLine && world.zones(zoneLine.zone.text)
  if (zoneLine && !zone) report('BY550', { name: zoneLine.zone.text }, zoneLine.zone.span)
  const basedOn = line('days-of')
  const base = basedOn && world.calendars(basedOn.calendar.text)
  if (basedOn && !base) report('BY488', { name: basedOn.calendar.text }, basedOn.calendar.span)
  const usual = line('days')
  if (!basedOn && !usual) report('BY558', { name: name.text, part: 'working days' }, name.span)
  const chosen = usual ? chosenDays(usual.weekdays) : base?.weekdays
  const known = withinFiles(knownDays(line('effective'), base, report), lines)
  const closed = ownDays(lines, 'closed', known, report)
  const open = ownDays(lines, 'open', known, report)
  for (const [day, span] of open) if (closed.has(day)) report('BY555', { day: formatDay(day) }, span)
  const off = [...new Set([...(base?.off ?? []), ...closed.keys()])].filter((day) => !open.has(day))
  const on = [...new Set([...(base?.on ?? []), ...open.keys()])].filter((day) => !closed.has(day))
  const calendar: WorkCalendar = {
    id: name.text,
    ...known,
    off: off.sort((a, b) => a - b),
    on: on.sort((a, b) => a - b),
    ...(chosen && { weekdays: chosen }),
    ...(zone && { zone }),
  }
  const hours = hoursOf(lines, report)
  if (hours && !zoneLine) report('BY558', { name: name.text, part: 'zone' }, name.span)
  const idle = hours && weekdays.findIndex((_, i) => hours[i]?.length === 0 && isWorked(calendar, i))
  if (idle !== undefined && idle >= 0)
    report('BY553', { name: name.text, weekday: weekdays[idle] ?? '' }, name.span)
  return { ...calendar, ...(hours && { hours }) }
}

/** Whether any day of this weekday is worked: usually, or in place of another. */
function isWorked(calendar: WorkCalendar, weekday: number): boolean {
  return worksOn(calendar, weekday) || calendar.on.some((day) => weekdayOf(day) === weekday)
}

/** Monday to Sunday: whether the day is among those that are named. `Saturday to Monday` goes over the weekend. */
function chosenDays(list: readonly ast.Weekdays[]): readonly boolean[] {
  const isIn = (day: number): boolean =>
    list.some(({ from, to = from }) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
  return weekdays.map((_, day) => isIn(day))
}

function knownDays(
  line: Line<'effective'> | undefined,
  base: WorkCalendar | undefined,
  report: Report,
): { readonly from: Day; readonly until: Day } {
  const { from: first, until: last } = base ?? everKnown
  const from = (line && literalDay(line.from)) ?? first
  const until = (line?.until && literalDay(line.until)) ?? last
  if (until < from) {
    report('BY412', {}, line?.span)
    return { from: first, until: last }
  }
  return { from: Math.max(from, first), until: Math.min(until, last) }
}

/** Whose holidays stand in a file knows the years of that file alone: next year's are not in it yet. */
function withinFiles(
  known: { readonly from: Day; readonly until: Day },
  lines: readonly ast.CalendarLine[],
): { readonly from: Day; readonly until: Day } {
  const listed = lines.flatMap((line) =>
    line.is === 'closed' && line.days.is === 'file'
      ? line.days.days.flatMap((day) => literalDay(day) ?? [])
      : [],
  )
  if (listed.length === 0) return known
  const years = listed.map((day) => dateOf(day).year)
  const from = Math.max(known.from, dayOf(Math.min(...years), 1, 1) ?? known.from)
  return {
    from,
    until: Math.max(from, Math.min(known.until, dayOf(Math.max(...years), 12, 31) ?? known.until)),
  }
}

/** The days that its `closed` or `open` lines name, and where. */
function ownDays(
  lines: readonly ast.CalendarLine[],
  is: 'closed' | 'open',
  known: { readonly from: Day; readonly until: Day },
  report: Report,
): ReadonlyMap<Day, Span> {
  const found = new Map<Day, Span>()
  for (const line of lines) {
    if (line.is !== is) continue
    const { days } = line
    if (days.is === 'file') {
      for (const one of days.days) {
        const at = literalDay(one)
        if (at !== undefined) found.set(at, one.span)
      }
    } else if (days.is === 'yearly') {
      for (let { year } = dateOf(known.from); year <= dateOf(known.until).year; year++)
        for (const { month, day } of days.days) {
          const at = dayOf(year, month, day)
          if (at !== undefined) found.set(at, line.span)
        }
    } else
      for (const { from, until = from } of days.dates) {
        const [first, last] = [literalDay(from), literalDay(until)]
        if (first === undefined || last === undefined) continue
        const span = { ...from.span, to: until.span.to }
        if (last < first || last - first > 366) report('BY412', {}, span)
        else for (let day = first; day <= last; day++) found.set(day, span)
      }
  }
  return found
}

/** The hours of each weekday: its own, else those of every working day. Undefined where none are written, or some are wrong. */
function hoursOf(
  lines: readonly ast.CalendarLine[],
  report: Report,
): readonly (readonly Hours[])[] | undefined {
  const written = lines.filter((line): line is Line<'hours'> => line.is === 'hours')
  if (written.length === 0) return undefined
  const given = new Map<number | 'each', readonly Hours[]>()
  let wrong = false
  for (const line of written) {
    const windows = windowsOf(line, report)
    wrong ||= windows.length < line.windows.length
    const chosen = chosenDays(line.weekdays)
    const days = line.weekdays.length === 0 ? ['each' as const] : [...chosen.keys()].filter((i) => chosen[i])
    if (days.some((day) => given.has(day))) report('BY557', {}, line.span)
    else for (const day of days) given.set(day, windows)
  }
  return wrong ? undefined : weekdays.map((_, day) => given.get(day) ?? given.get('each') ?? [])
}

function windowsOf(line: Line<'hours'>, report: Report): readonly Hours[] {
  const found: Hours[] = []
  for (const { from, until } of line.windows) {
    const span = { ...from.span, to: until.span.to }
    const [start, end] = [clockSeconds(from.spelling), clockSeconds(until.spelling)]
    if (start === undefined || end === undefined || end <= start)
      report('BY551', { from: from.spelling, until: until.spelling }, span)
    else if (found.some((one) => start < one.until && one.from < end))
      report('BY552', { from: from.spelling, until: until.spelling }, span)
    else found.push({ from: start, until: end })
  }
  return found.sort((a, b) => a.from - b.from)
}
