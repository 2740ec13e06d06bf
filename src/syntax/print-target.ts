import { unreachable } from '../base/unreachable.ts'
import type { Parts, TargetLine } from './ast.ts'
import { spellWord } from './keywords.ts'
import { printExpression, printOperand, printRemainder, printText } from './print-expressions.ts'
import { joinParts, keyword, type Printer, printPer, writeStatement } from './print-lines.ts'
import { writeTabled } from './print-tables.ts'

/** One line of a target, its table included. */
export function writeTargetLine(printer: Printer, line: TargetLine): void {
  const head = headOf(printer, line)
  const table = line.is === 'total' ? undefined : line.table
  if (!table) writeStatement(printer, line, head)
  else writeTabled(printer, line, head, table, { words: false, keys: 0 })
}

function headOf(printer: Printer, line: TargetLine): string {
  const { language } = printer
  switch (line.is) {
    case 'total':
      return joinParts(
        keyword(printer, 'total'),
        printExpression(line.value, language),
        printPer(printer, line.per.text),
      )
    case 'parts':
    case 'assigned':
      return joinParts(keyword(printer, line.is), printParts(printer, line))
    case 'change':
      return joinParts(
        keyword(printer, 'change'),
        line.title !== undefined && printText(line.title),
        keyword(printer, 'from'),
        line.from.spelling,
        line.by && joinParts(keyword(printer, 'by'), line.by.text),
        line.amount &&
          joinParts(keyword(printer, line.amount.is), printExpression(line.amount.value, language)),
        keyword(printer, line.total === 'keeps' ? 'keeps-total' : 'moves-total'),
      )
    default:
      return unreachable(line)
  }
}

function printParts(printer: Printer, { name, by, weight, remainder, reserve }: Parts): string {
  const { language } = printer
  const place = (word: 'parts-by' | 'weighed-by') => spellWord('place', word, language)
  const head = joinParts(
    name.text,
    place('parts-by'),
    spellWord('period', by.text, language),
    weight &&
      joinParts(place('weighed-by'), printOperand(weight, language, (remainder ?? reserve) !== undefined)),
  )
  const rest = remainder ? printRemainder(remainder, language, reserve ? 'assigned' : 'parts') : ''
  if (!reserve) return `${head}${rest}`
  const whose = reserve.by && joinParts(place('parts-by'), reserve.by.text)
  return `${head}${rest}, ${joinParts(keyword(printer, 'reserve'), reserve.name.text, whose)}`
}
