import { unreachable } from '../base/unreachable.ts'
import type { CreditDeclaration, CreditLine, CreditUses, Expr } from './ast.ts'
import { spellWord } from './keywords.ts'
import { printExpression, printOperand } from './print-expressions.ts'
import { apartFrom, joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'

/** `for each Receipt to Person`. */
export function printCredited(printer: Printer, { each, to }: CreditDeclaration): string {
  const place = spellWord('place', 'to', printer.language)
  return joinParts(keyword(printer, 'for'), keyword(printer, 'each'), each.text, place, to.text)
}

/** One line of a credit. */
export function writeCreditLine(printer: Printer, line: CreditLine) {
  const { language } = printer
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  const print = (expression: Expr) => printExpression(expression, language)
  const place = spellWord('place', 'to', language)
  const to = (expression: Expr) => `${place} ${print(expression)}`
  // A comma after it would go on with a list at its end.
  const closed = (expression: Expr, uses: unknown) =>
    printExpression(expression, language, uses !== undefined)
  const write = (uses: CreditUses | undefined, ...parts: readonly (string | undefined | false)[]) =>
    writeStatement(printer, line, `${joinParts(...parts)}${printUses(printer, uses)}`)
  switch (line.is) {
    case 'split': {
      const many = `, ${word('up-to')} ${printOperand(line.upTo, language, line.uses !== undefined)}`
      return write(
        line.uses,
        word('split'),
        line.weights && word('by'),
        line.weights ? print(line.of) : apartFrom('by', print(line.of)),
        `${place} ${closed(line.to, many)}${many}`,
      )
    }
    case 'otherwise':
      return write(
        line.uses,
        spellWord('place', 'otherwise', printer.language),
        `${place} ${closed(line.to, line.uses)}`,
      )
    case 'to':
      return write(line.uses, to(line.to), word('share'), closed(line.share, line.uses))
    case 'hand-over':
      return write(
        undefined,
        word('hand-over'),
        print(line.from),
        to(line.to),
        word('share'),
        `${closed(line.share, line.rest)}${line.rest ? `, ${word('rest')} ${usesOf(printer, line.rest)}` : ''}`,
      )
    case 'overlay':
      return write(line.uses, word('overlay'), print(line.share), `${place} ${closed(line.to, line.uses)}`)
    case 'roll-up': {
      const up =
        line.levels &&
        `, ${word('every-level')} ${word('up-to')} ${printOperand(line.levels, language, line.uses !== undefined)}`
      return write(line.uses, word('roll-up'), word('to'), `${closed(line.to, up ?? line.uses)}${up ?? ''}`)
    }
    case 'round': {
      const rest = line.remainder && `, ${word('remainder')} ${to(line.remainder)}`
      const mode = spellWord('rounding', line.mode, language)
      return write(undefined, word('round'), print(line.to), `${mode}${rest ?? ''}`)
    }
    default:
      return unreachable(line)
  }
}

function printUses(printer: Printer, uses: CreditUses | undefined): string {
  return uses ? `, ${usesOf(printer, uses)}` : ''
}

function usesOf(printer: Printer, uses: CreditUses): string {
  const words = uses.map((use) => spellWord('use', use, printer.language))
  return `${keyword(printer, 'toward')} ${words.join(', ')}`
}
