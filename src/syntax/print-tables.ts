import type { Language } from '../base/language.ts'
import { unreachable } from '../base/unreachable.ts'
import { displayWidth, padToWidth } from '../base/width.ts'
import type { Cell, CellBound, CellItem, Comments, Expr, Heading, Name, Row, Table, Verdict } from './ast.ts'
import { everySpelling, keywordBySpelling, spellKeyword, spellWord, type WordList } from './keywords.ts'
import { printMember } from './members.ts'
import { printExpression, printSum, printText } from './print-expressions.ts'
import {
  joinParts,
  type Printer,
  withComment,
  writeAbove,
  writeBlock,
  writeComments,
  writeLine,
  writeStatement,
} from './print-lines.ts'

/** `keys`: the first columns, whose headings are the author's; `words`: the others may be words of the language. */
type Headings = { readonly words: boolean; readonly keys: number; readonly list?: 'law' }

/** A statement with its table: in a block below it, or in the file that it names. `after` follows the name. */
export function writeTabled(
  printer: Printer,
  node: { readonly comments?: Comments },
  head: string,
  table: Table,
  headings: Headings,
  after?: string,
): void {
  if (table.file) {
    const from = `${spellWord('place', 'from-file', printer.language)} ${printText(table.file.text)}`
    writeStatement(printer, node, joinParts(head, from, after))
  } else writeBlock(printer, node, joinParts(head, after), (inner) => writeTable(inner, table, headings))
}

/** The rows between a block's braces, columns aligned. */
function writeTable(printer: Printer, table: Table, headings: Headings): void {
  const { language } = printer
  const head = table.headings.map((heading, i) =>
    printHeading(heading, headings.words && i >= headings.keys && (headings.list ?? 'heading'), language),
  )
  const rows = table.rows.map((row) => printCells(row, language))
  const widths = head.map((text, i) =>
    Math.max(...[text, ...rows.map((row) => row[i] ?? '')].map(displayWidth)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => padToWidth(cell, widths[i] ?? 0)).join(' | ')} |`
  const { before, after, inside } = table.comments ?? { before: [] }
  writeComments(printer, before)
  writeLine(printer, withComment(line(head), after))
  for (const [i, row] of table.rows.entries()) {
    writeAbove(printer, row)
    writeLine(printer, withComment(line(rows[i] ?? []), row.comments?.after))
  }
  writeComments(printer, inside)
}

function printHeading({ output, value }: Heading, worded: WordList | false, language: Language): string {
  const single = value.is === 'path' && value.parts.length === 1 ? value.parts[0] : undefined
  if (worded && !output && single !== undefined) return spellWord(worded, single.text, language)
  const text = printExpression(value, language)
  return output ? `=> ${text}` : text
}

function printCells(row: Row, language: Language): readonly string[] {
  return row.cells.map((cell, i) =>
    i === 0 && row.otherwise ? spellKeyword('otherwise', language) : printCell(cell, language),
  )
}

function printCell(cell: Cell, language: Language): string {
  switch (cell.is) {
    case 'any':
      return '-'
    case 'open':
      return spellKeyword('open', language)
    case 'not-decided':
      return `${spellKeyword('not-decided', language)} ${printText(cell.why)}`
    case 'mode':
      return spellWord('tier', cell.mode, language)
    case 'verdict':
      return printVerdict(cell.verdict, language)
    case 'deduction':
      return spellWord('deduction', cell.class, language)
    case 'tests': {
      const { items } = cell
      const texts = items.map((item, i) => printItem(item, language, i < items.length - 1))
      return (cell.negated ? `${spellKeyword('not', language)} ` : '') + texts.join(', ')
    }
    default:
      return unreachable(cell)
  }
}

/** `approval all of director, finance`. */
export function printVerdict(verdict: Verdict, language: Language): string {
  switch (verdict.is) {
    case 'allow':
    case 'refuse':
      return spellKeyword(verdict.is, language)
    case 'not-decided':
      return `${spellKeyword('not-decided', language)} ${printText(verdict.why)}`
    case 'approval': {
      const { how, roles } = verdict
      const together =
        how === 'one'
          ? [spellWord('place', 'one-of', language)]
          : how
            ? [spellKeyword(how, language), ...(how === 'all' && language === 'en' ? ['of'] : [])]
            : []
      const names = roles.map((role) => (role.path ? printExpression(role.path, language) : printRole(role)))
      return [spellKeyword('approval', language), ...together, names.join(', ')].join(' ')
    }
    default:
      return unreachable(verdict)
  }
}

/** A role that is called as one of the words before it stands in quotes. */
function printRole(role: Name): string {
  const word = keywordBySpelling.get(role.text)
  return word === 'all' || word === 'of' ? printText(role.text) : printMember(role)
}

function printItem(item: CellItem, language: Language, list: boolean): string {
  if (item.is === 'value') return printValue(item.value, language, list)
  const { low, high } = item
  if (low?.spelled === 'dots' && high !== undefined)
    return `${guarded(printSum(low.at, language))}..${printSum(high.at, language, list)}`
  const first = low && printBound(low, true, language, list && high === undefined)
  const second = high && printBound(high, false, language, list)
  if (first === undefined || second === undefined) return first ?? second ?? '-'
  // `from 10% to under 20%`: the joining word stands before `under` alone.
  const joined = high?.spelled === 'words' && !high.included ? `${spellKeyword('to', language)} ` : ''
  return `${first} ${joined}${second}`
}

/** A leading `not` would negate the whole cell, and `1 - 5` is reported as a range gone wrong. */
function printValue(value: Expr, language: Language, list: boolean): string {
  const text = printExpression(value, language, list)
  return beginsWithNot(value) || isLiteralDifference(value) ? `(${text})` : guarded(text)
}

/** `not a`, and `not a and b`: any other operator has brackets around its `not`. */
function beginsWithNot(value: Expr): boolean {
  if (value.is === 'binary' && (value.op === 'and' || value.op === 'or')) return beginsWithNot(value.a)
  return value.is === 'not'
}

function isLiteralDifference(value: Expr): boolean {
  return value.is === 'binary' && value.op === '-' && 'spelling' in value.a && 'spelling' in value.b
}

const boundWords: ReadonlySet<string> = new Set(
  (['from', 'over', 'under'] as const).flatMap((word) => everySpelling(word)),
)

/** A field that is called `from`, with an operator behind it, would be read as a limit. */
function guarded(text: string): string {
  const [first] = text.split(' ')
  return first !== undefined && first !== text && boundWords.has(first) ? `(${text})` : text
}

function printBound(bound: CellBound, isLow: boolean, language: Language, list: boolean): string {
  const at = printSum(bound.at, language, list)
  if (bound.spelled === 'words') {
    const word = isLow ? (bound.included ? 'from' : 'over') : bound.included ? 'up-to' : 'under'
    return `${spellKeyword(word, language)} ${at}`
  }
  return `${isLow ? '>' : '<'}${bound.included ? '=' : ''} ${at}`
}
