import { unreachable } from '../base/unreachable.ts'
import type { Expr, PolicyLine, RecordLine, TypeNode } from './ast.ts'
import { spellWord } from './keywords.ts'
import { printMember } from './members.ts'
import { printOperand } from './print-expressions.ts'
import { joinParts, keyword, type Printer, printPer, writeStatement } from './print-lines.ts'
import { writeTabled } from './print-tables.ts'

/** One line of a policy's block. */
export function writePolicyLine(printer: Printer, line: PolicyLine) {
  const { language } = printer
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  switch (line.is) {
    case 'language':
      return writeStatement(printer, line, joinParts(word('language'), language))
    case 'currency':
      return writeStatement(printer, line, joinParts(word('currency'), line.code.text))
    case 'effective': {
      const until = line.until === undefined ? word('open') : line.until.spelling
      return writeStatement(
        printer,
        line,
        joinParts(word('effective'), word('from'), line.from.spelling, word('until'), until),
      )
    }
    case 'history':
      return writeStatement(printer, line, joinParts(word('history'), word('from'), line.from.spelling))
    case 'year-starts': {
      const digits = (n: number) => String(n).padStart(2, '0')
      return writeStatement(
        printer,
        line,
        joinParts(word('year-starts'), `${digits(line.month)}-${digits(line.day)}`),
      )
    }
    case 'calendar':
      return writeStatement(printer, line, joinParts(word('calendar'), line.calendar.text))
    case 'periods': {
      const head = joinParts(word('periods'), spellWord('period', line.of.text, language))
      return writeTabled(printer, line, head, line.table, { words: true, keys: 0 })
    }
    default:
      return unreachable(line)
  }
}

/** One line of a record's block. */
export function writeRecordLine(printer: Printer, line: RecordLine) {
  if (line.is === 'exists') {
    const until = line.until && joinParts(keyword(printer, 'until'), line.until.text)
    const from = joinParts(keyword(printer, 'exists'), keyword(printer, 'from'), line.from.text)
    return writeStatement(printer, line, joinParts(from, until))
  }
  if (line.is === 'in-force') {
    const until = line.until && joinParts(keyword(printer, 'until'), line.until.text)
    const by = joinParts(keyword(printer, 'by'), line.by.map(({ text }) => text).join(', '))
    const from = joinParts(keyword(printer, 'in-force'), keyword(printer, 'from'), line.from.text)
    return writeStatement(printer, line, joinParts(from, until, by))
  }
  const marks = line.marks.map((mark) => keyword(printer, mark))
  writeStatement(printer, line, joinParts(line.name.text, printType(printer, line.type), ...marks))
}

function printType(printer: Printer, type: TypeNode): string {
  const { language } = printer
  switch (type.is) {
    case 'name':
      return spellWord('period', type.name.text, language)
    case 'one-of': {
      const values = type.values.map(printMember)
      return joinParts(keyword(printer, 'one-of'), values.join(', '))
    }
    case 'word': {
      const { currency, currencyIn, to, per, from, upTo } = type.bounds
      const bound = (name: 'to' | 'from' | 'up-to', at: Expr | undefined) =>
        at && joinParts(keyword(printer, name), printOperand(at, language))
      return joinParts(
        spellWord('type', type.word, language),
        currency?.text,
        currencyIn && joinParts(spellWord('place', 'in', language), currencyIn.text),
        bound('to', to),
        per && printPer(printer, per.text),
        bound('from', from),
        bound('up-to', upTo),
      )
    }
    default:
      return unreachable(type)
  }
}
