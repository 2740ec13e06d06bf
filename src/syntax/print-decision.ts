import { unreachable } from '../base/unreachable.ts'
import type { DecisionLine } from './ast.ts'
import { hitWord } from './hit.ts'
import { printExpression } from './print-expressions.ts'
import { joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'
import { writeTabled } from './print-tables.ts'

/** One line of a decision, its table included. */
export function writeDecisionLine(printer: Printer, line: DecisionLine) {
  switch (line.is) {
    case 'table': {
      const hit = keyword(printer, hitWord[line.hit])
      const head = joinParts(keyword(printer, 'table'), hit)
      return writeTabled(printer, line, head, line.table, { words: false, keys: 0 })
    }
    case 'gives': {
      const value = printExpression(line.value, printer.language)
      return writeStatement(printer, line, joinParts(keyword(printer, 'gives'), line.name.text, '=', value))
    }
    case 'takes-effect': {
      const after = printExpression(line.after, printer.language)
      return writeStatement(printer, line, joinParts(keyword(printer, 'takes-effect'), after))
    }
    default:
      return unreachable(line)
  }
}
