import { unreachable } from '../base/unreachable.ts'
import type { AuthorityLine, Expr } from './ast.ts'
import { hitWord } from './hit.ts'
import { printMember } from './members.ts'
import { printExpression, printText } from './print-expressions.ts'
import { joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'
import { printVerdict, writeTabled } from './print-tables.ts'

/** One line of an authority, its table included. */
export function writeAuthorityLine(printer: Printer, line: AuthorityLine) {
  const { language } = printer
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  const print = (expression: Expr, list = false) => printExpression(expression, language, list)
  const write = (...parts: readonly (string | undefined | false)[]) =>
    writeStatement(printer, line, joinParts(...parts))
  switch (line.is) {
    case 'ranks': {
      const by = line.by && joinParts(word('by'), print(line.by))
      return write(word('ranks'), line.ranks.map(printMember).join(', '), by)
    }
    case 'countersigners':
      return write(word('countersigners'), line.roles.map(printMember).join(', '))
    case 'asked-by':
      return write(word('asked-by'), print(line.by))
    case 'superior':
      return write(word('superior'), print(line.of))
    case 'own':
      return write(word('own'), word('up-to'), printMember(line.upTo))
    case 'table': {
      const title = line.title !== undefined && printText(line.title)
      const head = joinParts(word('table'), title, word(hitWord[line.hit]))
      return writeTabled(printer, line, head, line.table, { words: false, keys: 0 })
    }
    case 'limit': {
      const { title, of, way, alone, above } = line
      const head = joinParts(word('limit'), title !== undefined && printText(title), print(of), word(way))
      const single = alone && `, ${word('alone')} ${print(alone, true)}`
      const beyond = above && `, ${word('above')} ${printVerdict(above, language)}`
      const whole = `${head}${single ?? ''}${beyond ?? ''}`
      return writeTabled(printer, line, whole, line.table, { words: false, keys: 0 })
    }
    default:
      return unreachable(line)
  }
}
