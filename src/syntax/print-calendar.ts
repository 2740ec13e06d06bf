import { unreachable } from '../base/unreachable.ts'
import type { CalendarDays, CalendarLine, Weekdays } from './ast.ts'
import { weekdays } from './from-cst-calendar.ts'
import { spellWord } from './keywords.ts'
import { printText } from './print-expressions.ts'
import { joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'

/** One line of a calendar. */
export function writeCalendarLine(printer: Printer, line: CalendarLine): void {
  writeStatement(printer, line, lineOf(printer, line))
}

function lineOf(printer: Printer, line: CalendarLine): string {
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  switch (line.is) {
    case 'zone':
      return joinParts(word('zone'), line.zone.text)
    case 'effective': {
      const until = line.until === undefined ? word('open') : line.until.spelling
      return joinParts(word('effective'), word('from'), line.from.spelling, word('until'), until)
    }
    case 'days-of':
      return joinParts(word('days'), line.calendar.text)
    case 'days':
      return joinParts(word('days'), printWeekdays(printer, line.weekdays))
    case 'hours': {
      const windows = line.windows.map(({ from, until }) => range(printer, from.spelling, until.spelling))
      return joinParts(word('hours'), printWeekdays(printer, line.weekdays), windows.join(', '))
    }
    case 'closed':
      return joinParts(word('closed'), printDays(printer, line.days))
    case 'open':
      return joinParts(spellWord('calendar', 'open', printer.language), printDays(printer, line.days))
    default:
      return unreachable(line)
  }
}

function range(printer: Printer, from: string, to: string | undefined): string {
  return to === undefined ? from : joinParts(from, spellWord('calendar', 'to', printer.language), to)
}

function printWeekdays(printer: Printer, list: readonly Weekdays[]): string {
  const named = (day: number) => spellWord('weekday', weekdays[day] ?? '', printer.language)
  return list
    .map(({ from, to }) => range(printer, named(from), to === undefined ? undefined : named(to)))
    .join(', ')
}

function printDays(printer: Printer, days: CalendarDays): string {
  const two = (n: number) => String(n).padStart(2, '0')
  switch (days.is) {
    case 'dates':
      return days.dates.map(({ from, until }) => range(printer, from.spelling, until?.spelling)).join(', ')
    case 'yearly':
      return joinParts(
        spellWord('calendar', 'yearly', printer.language),
        days.days.map(({ month, day }) => `${two(month)}-${two(day)}`).join(', '),
      )
    case 'file':
      return joinParts(spellWord('place', 'from-file', printer.language), printText(days.file.text))
    default:
      return unreachable(days)
  }
}
