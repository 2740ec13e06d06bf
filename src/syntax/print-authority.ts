import { unreachable } from '../base/unreachable.ts'
import type { AuthorityLine, Expr } from './ast.ts'
import { hitWord } from './hit.ts'
import { spellWord } from './keywords.ts'
import { printMember } from './members.ts'
import { printExpression, printText } from './print-expressions.ts'
import { apartFrom, joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'
import { printVerdict, writeTabled } from './print-tables.ts'

/** One line of an authority, its table included. */
export function writeAuthorityLine(printer: Printer, line: AuthorityLine) {
  const { language } = printer
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  // Chinese says it in one word.
  const english = (name: 'by' | 'on') => language === 'en' && word(name)
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
      return write(word('asked'), english('by'), apartFrom('by', print(line.by)))
    case 'superior':
      return write(word('superior'), print(line.of))
    case 'own':
      return writeStatement(
        printer,
        line,
        `${joinParts(word('own'), word('up-to'), printMember(line.upTo))}${
          line.others ? `, ${joinParts(word('others'), word('from'), printMember(line.others))}` : ''
        }`,
      )
    case 'table': {
      const title = line.title !== undefined && printText(line.title)
      const valid = line.valid ? `, ${word('valid')} ${print(line.valid)}` : ''
      const head = `${joinParts(word('table'), title, word(hitWord[line.hit]))}${valid}`
      return writeTabled(printer, line, head, line.table, { words: false, keys: 0 })
    }
    case 'limit': {
      const { title, of, way, alone, above, valid } = line
      const text = print(of)
      // A text in its first place would be the title.
      const measure = title === undefined && /^["“「]/u.test(text) ? `(${text})` : text
      const head = joinParts(word('limit'), title !== undefined && printText(title), measure, word(way))
      const single = alone && `, ${word('alone')} ${print(alone, above !== undefined || valid !== undefined)}`
      const beyond = above && `, ${word('above')} ${printVerdict(above, language)}`
      const holds = valid && `, ${word('valid')} ${print(valid, above !== undefined)}`
      const whole = `${head}${single ?? ''}${holds ?? ''}${beyond ?? ''}`
      return writeTabled(printer, line, whole, line.table, { words: false, keys: 0 })
    }
    case 'substitute':
      return write(word('substitute'), print(line.by))
    case 'approved-by': {
      const { by, of, on, needed, valid } = line
      const head = joinParts(
        word('approved'),
        english('by'),
        apartFrom('by', print(by)),
        spellWord('place', 'for', language),
        print(of),
        word('on'),
        print(on, needed !== undefined || valid !== undefined),
      )
      const day =
        needed &&
        `, ${joinParts(word('needed'), english('on'), apartFrom('on', print(needed, valid !== undefined)))}`
      const span = valid && `, ${word('valid')} ${print(valid)}`
      return writeStatement(printer, line, `${head}${day ?? ''}${span ?? ''}`)
    }
    case 'late-when':
    case 'again-when':
      return write(word(line.is === 'late-when' ? 'late' : 'again'), word('when'), print(line.test))
    default:
      return unreachable(line)
  }
}
