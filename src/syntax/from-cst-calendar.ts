import type { IToken } from 'chevrotain'
import { apply } from './apply.ts'
import type { CalendarDays, CalendarLine, ClockLiteral, DateLiteral, Weekdays } from './ast.ts'
import { fileRows } from './attached.ts'
import { dateFrom, monthDayFrom } from './from-cst-records.ts'
import type * as cst from './generated/cst-types.ts'
import { type Keyword, wordBySpelling, wordLists } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { listWord, nameFrom, nodeSpan, only, type Reading, spellingOf, tokensSpan } from './reading.ts'
import type { Statement } from './structure.ts'
import * as t from './tokens.ts'

export const calendarWords: readonly Keyword[] = ['zone', 'effective', 'days', 'hours', 'closed', 'open']

export const weekdays = Object.keys(wordLists.weekday)

/** One line of a calendar. Undefined when a mistake was reported. */
export function calendarLineFrom(statement: Statement, reading: Reading): CalendarLine | undefined {
  const node = apply('calendarLine', statement.tokens, reading)
  if (node === undefined || !hasNoBlock(statement, reading)) return undefined
  const { children } = node
  const common = { ...commentsOf(statement), span: statementSpan(statement, reading) }
  if (children.zoneName) {
    const zone = only(children.zoneName)
    const span = nodeSpan(zone, reading)
    return {
      is: 'zone',
      zone: { text: reading.source.text.slice(span.from, span.to).replace(/\s/g, ''), span },
      ...common,
    }
  }
  if (children.first) {
    const until = children.last && dateFrom(only(children.last), reading)
    return {
      is: 'effective',
      from: dateFrom(only(children.first), reading),
      ...(until && { until }),
      ...common,
    }
  }
  if (children.calendarDays) {
    const days = daysFrom(only(children.calendarDays), reading)
    return days && { is: children.Closed ? 'closed' : 'open', days, ...common }
  }
  const named = children.weekdays ?? []
  if (children.Days) {
    const [single] = named
    const word =
      single?.children.weekday.length === 1 ? single.children.weekday[0]?.children.Word[0] : undefined
    // One word that is no weekday is the calendar that has the days.
    if (word && named.length === 1 && wordBySpelling('weekday', spellingOf(word)) === undefined)
      return { is: 'days-of', calendar: nameFrom(word, reading), ...common }
  }
  const found = named.flatMap((one) => weekdaysFrom(one, reading) ?? [])
  if (found.length < named.length) return undefined
  if (children.Days) return { is: 'days', weekdays: found, ...common }
  const windows = (children.clockWindow ?? []).map(({ children: { clock } }) => {
    const [from, until] = clock
    if (!from || !until) throw new Error('the grammar promises two clocks')
    return { from: clockFrom(from, reading), until: clockFrom(until, reading) }
  })
  return { is: 'hours', weekdays: found, windows, ...common }
}

function weekdaysFrom(node: cst.WeekdaysCstNode, reading: Reading): Weekdays | undefined {
  const [from, to] = node.children.weekday.map(({ children }) =>
    listWord('weekday', only(children.Word), reading),
  )
  if (from === undefined || (node.children.weekday.length > 1 && to === undefined)) return undefined
  return {
    from: weekdays.indexOf(from),
    ...(to !== undefined && { to: weekdays.indexOf(to) }),
    span: nodeSpan(node, reading),
  }
}

export function clockFrom(node: cst.ClockCstNode, reading: Reading): ClockLiteral {
  return { is: 'clock', spelling: only(node.children.ClockLiteral).image, span: nodeSpan(node, reading) }
}

function daysFrom(node: cst.CalendarDaysCstNode, reading: Reading): CalendarDays | undefined {
  const { MonthDay, fromFile, dateRange = [] } = node.children
  if (fromFile) return daysOfFile(only(only(fromFile).children.Text), reading)
  if (MonthDay) {
    const days = MonthDay.flatMap((token) => monthDayFrom(token, reading) ?? [])
    return days.length === MonthDay.length ? { is: 'yearly', days } : undefined
  }
  return {
    is: 'dates',
    dates: dateRange.map(({ children }) => {
      const until = children.last && dateFrom(only(children.last), reading)
      return { from: dateFrom(only(children.DateLiteral), reading), ...(until && { until }) }
    }),
  }
}

/** The first row may be headings; what else is no day is reported. */
function daysOfFile(token: IToken, reading: Reading): CalendarDays | undefined {
  const found = fileRows(token, reading)
  if (found === undefined) return undefined
  const days: DateLiteral[] = []
  for (const [i, { cells }] of found.rows.entries()) {
    const [first] = cells
    const day = first?.length === 1 ? first[0] : undefined
    if (day?.tokenType === t.literalTokens.date) days.push(dateFrom(day, found.reading))
    else if (i > 0) {
      const written = first?.map(({ image }) => image).join(' ') ?? ''
      found.reading.report('BY554', { written }, tokensSpan(first ?? [], found.reading))
      return undefined
    }
  }
  return { is: 'file', file: found.file, days }
}
