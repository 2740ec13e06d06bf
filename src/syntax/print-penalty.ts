import { unreachable } from '../base/unreachable.ts'
import type { LawLine, PenaltyLine } from './ast.ts'
import { spellWord } from './keywords.ts'
import { writeDecisionLine } from './print-decision.ts'
import { printExpression, printText } from './print-expressions.ts'
import { joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'
import { writeStep } from './print-steps.ts'
import { writeTabled } from './print-tables.ts'

/** One line of a penalty. */
export function writePenaltyLine(printer: Printer, line: PenaltyLine) {
  if (line.is === 'table' || line.is === 'gives') return writeDecisionLine(printer, line)
  if (line.is !== 'nth') return writeStep(printer, line)
  const { language } = printer
  const { within, by, when } = line
  const groups = within.map((one, i) => {
    const last = i === within.length - 1
    const text = printExpression(one, language, !last)
    // `remainder to largest by x` would take the day for its own.
    const plain = one.is === 'path' || one.is === 'parens'
    return last && by && !plain ? `(${text})` : text
  })
  return writeStatement(
    printer,
    line,
    joinParts(
      keyword(printer, 'nth'),
      line.length
        ? joinParts(keyword(printer, 'in-last'), printExpression(line.length, language))
        : keyword(printer, 'so-far'),
      spellWord('place', 'within', language),
      groups.join(', '),
      by && joinParts(keyword(printer, 'by'), printExpression(by, language)),
      when && joinParts(keyword(printer, 'when'), printExpression(when, language)),
    ),
  )
}

/** One line of a law. */
export function writeLawLine(printer: Printer, line: LawLine) {
  switch (line.is) {
    case 'source':
      return writeStatement(printer, line, joinParts(keyword(printer, 'source'), printText(line.text)))
    case 'deductions':
    case 'minimum':
      return writeTabled(printer, line, keyword(printer, line.is), line.table, {
        words: true,
        keys: 0,
        list: 'law',
      })
    default:
      return unreachable(line)
  }
}
