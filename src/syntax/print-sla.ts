import { unreachable } from '../base/unreachable.ts'
import type { ClockLiteral, Expr, SlaLine } from './ast.ts'
import { hitWord } from './hit.ts'
import { type Keyword, spellWord } from './keywords.ts'
import { printExpression } from './print-expressions.ts'
import { apartFrom, joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'
import { writeTabled } from './print-tables.ts'

/** One line of a time limit, its table included. */
export function writeSlaLine(printer: Printer, line: SlaLine): void {
  if (line.is !== 'within' || !('table' in line)) {
    writeStatement(printer, line, lineOf(printer, line))
    return
  }
  const head = joinParts(
    spellWord('limit', 'within', printer.language),
    keyword(printer, 'table'),
    keyword(printer, hitWord[line.hit]),
  )
  const after = ending(printer, line)
  writeTabled(printer, line, head, line.table, { words: false, keys: 0 }, after)
}

function lineOf(printer: Printer, line: SlaLine): string {
  const word = (name: Keyword) => keyword(printer, name)
  const placed = (name: 'within' | 'extend' | 'most') => spellWord('limit', name, printer.language)
  const text = (value: Expr) => printExpression(value, printer.language)
  switch (line.is) {
    case 'start':
      return joinParts(word('start'), text(line.at), atClock(printer, line.clock))
    case 'stop':
    case 'pause':
    case 'resume':
    case 'reset':
      return joinParts(
        word(line.is),
        line.next && word('next'),
        apartFrom('next', text(line.at)),
        rowsOf(printer, line),
        line.next && alike(printer, line.next),
      )
    case 'extend':
      return joinParts(
        placed('extend'),
        text(line.at),
        rowsOf(printer, line),
        joinParts(word('by'), text(line.by)),
        line.most && joinParts(placed('most'), text(line.most)),
      )
    case 'suspend':
      return joinParts(
        joinParts(word('suspend'), word('from'), text(line.from)),
        joinParts(word('until'), text(line.until)),
        rowsOf(printer, line),
      )
    case 'within':
      return joinParts(
        placed('within'),
        'length' in line && apartFrom('table', text(line.length)),
        ending(printer, line),
      )
    case 'warn':
      return line.at === 'share'
        ? joinParts(word('warn'), word('at'), text(line.value))
        : joinParts(word('warn'), apartFrom('at', text(line.value)), word('before'))
    case 'escalate': {
      const { when, length } = line
      const time =
        when === 'warning' || when === 'breach'
          ? joinParts(word('at'), word(when))
          : joinParts(length && apartFrom('at', text(length)), word(when))
      return joinParts(word('escalate'), word('to'), text(line.to), time)
    }
    case 'calendar':
      return joinParts(word('calendar'), line.calendar.text)
    default:
      return unreachable(line)
  }
}

type Rows = { readonly where?: Expr; readonly via?: Expr; readonly within?: readonly Expr[] }

function rowsOf(printer: Printer, { where, via, within }: Rows): string {
  const text = (value: Expr) => printExpression(value, printer.language)
  return joinParts(
    where && joinParts(keyword(printer, 'where'), text(where)),
    via && joinParts(keyword(printer, 'via'), text(via)),
    within && alike(printer, within),
  )
}

function alike({ language }: Printer, within: readonly Expr[]): string {
  const common = within.map((one) => printExpression(one, language))
  return joinParts(spellWord('place', 'within', language), common.join(', '))
}

function atClock(printer: Printer, clock: ClockLiteral | undefined): string | undefined {
  return clock && joinParts(keyword(printer, 'at'), clock.spelling)
}

/** `at 18:00, moved to the next working day`. */
function ending(printer: Printer, { clock, moved }: Extract<SlaLine, { is: 'within' }>): string | undefined {
  const at = atClock(printer, clock)
  return at === undefined || !moved ? at : `${at}, ${keyword(printer, 'next-working-day')}`
}
