import type { Language } from '../base/language.ts'
import { unreachable } from '../base/unreachable.ts'
import type {
  Declaration,
  Expr,
  File,
  GrainNode,
  ParameterDeclaration,
  Starts,
  TableDeclaration,
  ValueDeclaration,
} from './ast.ts'
import { hitWord } from './hit.ts'
import { spellWord } from './keywords.ts'
import { alwaysApart } from './layout.ts'
import { writeAuthorityLine } from './print-authority.ts'
import { writeCalendarLine } from './print-calendar.ts'
import { printCredited, writeCreditLine } from './print-credit.ts'
import { writeDecisionLine } from './print-decision.ts'
import { printBranches, printExpression, printText } from './print-expressions.ts'
import {
  joinParts,
  keyword,
  type Printer,
  printPer,
  writeBlock,
  writeComments,
  writeDefinition,
  writeLine,
  writeStatement,
} from './print-lines.ts'
import { writeLawLine, writePenaltyLine } from './print-penalty.ts'
import { writePolicyLine, writeRecordLine } from './print-records.ts'
import { writeScorecardLine } from './print-scorecard.ts'
import { writeSlaLine } from './print-sla.ts'
import { writePayoutStep, writeStep } from './print-steps.ts'
import { writeTabled } from './print-tables.ts'
import { writeTargetLine } from './print-target.ts'

/**
 * The formatter: the tree in canonical layout, in a language's words (by default the file's own). A policy's
 * `language` line names the language that is printed. What it prints parses to the same tree.
 */
export function print(file: File, language: Language = file.language): string {
  const printer: Printer = { language, lines: [], depth: 0 }
  let before: Declaration | undefined
  writeComments(printer, file.leading)
  if (file.leading !== undefined && file.declarations.length + file.trailing.length > 0)
    writeLine(printer, '')
  for (const declaration of file.declarations) {
    if (before !== undefined && alwaysApart(before, declaration)) writeLine(printer, '')
    writeDeclaration(printer, declaration)
    before = declaration
  }
  if (before !== undefined && file.trailing.length > 0) writeLine(printer, '')
  writeComments(printer, file.trailing)
  return printer.lines.map((line) => `${line}\n`).join('')
}

function writeDeclaration(printer: Printer, declaration: Declaration) {
  const head = (kind: Parameters<typeof keyword>[1], ...rest: readonly (string | undefined | false)[]) =>
    joinParts(
      keyword(printer, kind),
      declaration.name.text,
      declaration.title !== undefined && printText(declaration.title),
      ...rest,
    )
  switch (declaration.kind) {
    case 'policy':
      return writeBlock(printer, declaration, head('policy'), (inner) => {
        for (const line of declaration.lines) writePolicyLine(inner, line)
      })
    case 'record':
      return writeBlock(printer, declaration, head('record'), (inner) => {
        for (const line of declaration.lines) writeRecordLine(inner, line)
      })
    case 'calendar': {
      const title = declaration.title !== undefined && printText(declaration.title)
      const word = spellWord('calendar', 'calendar', printer.language)
      return writeBlock(printer, declaration, joinParts(word, declaration.name.text, title), (inner) => {
        for (const line of declaration.lines) writeCalendarLine(inner, line)
      })
    }
    case 'parameter':
      return writeParameter(printer, declaration, head('parameter'))
    case 'value': {
      const grain = joinParts(
        printGrain(printer, declaration.grain),
        declaration.starts && printStarts(printer, declaration.starts),
      )
      const value = printDefinition(printer, declaration)
      const lines =
        declaration.value.is === 'if' ? printBranches(declaration.value, printer.language) : [value]
      return writeDefinition(printer, declaration, head('value', grain, '='), value, lines)
    }
    case 'table':
      return writeTableDeclaration(printer, declaration, head)
    case 'commission':
      return writeBlock(
        printer,
        declaration,
        head(declaration.label, printGrain(printer, declaration.grain)),
        (inner) => {
          for (const step of declaration.steps) writeStep(inner, step)
        },
      )
    case 'scorecard':
      return writeBlock(
        printer,
        declaration,
        head('scorecard', printGrain(printer, declaration.grain)),
        (inner) => {
          for (const line of declaration.lines) writeScorecardLine(inner, line)
        },
      )
    case 'payout':
      return writeBlock(
        printer,
        declaration,
        head('payout', printGrain(printer, declaration.grain)),
        (inner) => {
          for (const step of declaration.steps) writePayoutStep(inner, step)
        },
      )
    case 'decision':
      return writeBlock(
        printer,
        declaration,
        head('decision', printGrain(printer, declaration.grain)),
        (inner) => {
          for (const line of declaration.lines) writeDecisionLine(inner, line)
        },
      )
    case 'authority':
      return writeBlock(
        printer,
        declaration,
        head('authority', printGrain(printer, declaration.grain)),
        (inner) => {
          for (const line of declaration.lines) writeAuthorityLine(inner, line)
        },
      )
    case 'penalty': {
      const found = declaration.class
      const as =
        found && joinParts(keyword(printer, 'class'), spellWord('deduction', found, printer.language))
      const line = head('penalty', printGrain(printer, declaration.grain), as)
      return writeBlock(printer, declaration, line, (inner) => {
        for (const one of declaration.lines) writePenaltyLine(inner, one)
      })
    }
    case 'law': {
      const by = declaration.by && joinParts(keyword(printer, 'by'), declaration.by.text)
      return writeBlock(printer, declaration, head('law', by), (inner) => {
        for (const line of declaration.lines) writeLawLine(inner, line)
      })
    }
    case 'sla':
      return writeBlock(
        printer,
        declaration,
        head('sla', printGrain(printer, declaration.grain)),
        (inner) => {
          for (const line of declaration.lines) writeSlaLine(inner, line)
        },
      )
    case 'credit':
      return writeBlock(
        printer,
        declaration,
        head('credit', printCredited(printer, declaration)),
        (inner) => {
          for (const line of declaration.lines) writeCreditLine(inner, line)
        },
      )
    case 'target':
      return writeBlock(printer, declaration, head('target'), (inner) => {
        for (const line of declaration.lines) writeTargetLine(inner, line)
      })
    default:
      return unreachable(declaration)
  }
}

function writeParameter(printer: Printer, declaration: ParameterDeclaration, head: string) {
  const names = declaration.by.map((name) => name.text).join(', ')
  const by = declaration.by.length > 0 && `${keyword(printer, 'by')} ${names}`
  const { is } = declaration
  if (is.is === 'constant') {
    const value = printExpression(is.value, printer.language)
    return writeStatement(printer, declaration, joinParts(head, by, '=', value))
  }
  const keys = declaration.by.length
  writeTabled(printer, declaration, joinParts(head, by), is.table, { words: true, keys })
}

function writeTableDeclaration(
  printer: Printer,
  declaration: TableDeclaration,
  head: (kind: 'table', rest: string) => string,
): void {
  const hit = keyword(printer, hitWord[declaration.hit])
  writeTabled(printer, declaration, head('table', hit), declaration.table, { words: false, keys: 0 })
}

/** `starts 0 CNY resets each year`. */
function printStarts(printer: Printer, { at, resets }: Starts): string {
  const { language } = printer
  const each =
    resets &&
    (language === 'en' ? `${keyword(printer, 'each')} ${resets.text}` : printPer(printer, resets.text))
  return joinParts(
    keyword(printer, 'starts'),
    // The first bare `=` would be the one that defines.
    hasBareEqual(at) ? `(${printExpression(at, language)})` : printExpression(at, language),
    resets && keyword(printer, 'resets'),
    each,
  )
}

function printGrain(printer: Printer, grain: GrainNode): string {
  const { language } = printer
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  const clause = (name: string, value: Expr | undefined) =>
    value && `${name} ${printExpression(value, language)}`
  const { each, subject, per, asOf } = grain
  return joinParts(
    each && joinParts(word('for'), word('each'), each.text),
    subject && joinParts(word('for'), subject.text),
    clause(spellWord('place', 'to', language), grain.to),
    clause(word('posting'), grain.posting),
    clause(word('where'), grain.where),
    per && `${printPer(printer, per.text)}${grain.toDate ? `, ${word(`${grain.toDate}-to-date`)}` : ''}`,
    asOf === 'averaged' && word('averaged'),
    asOf !== undefined && asOf !== 'averaged' && joinParts(word('as-of'), word(asOf)),
  )
}

/**
 * After a last `where`, the last bare `=` is the one that defines: a definition that has one of its own, which text
 * cannot give, takes brackets.
 */
function printDefinition(printer: Printer, { grain, starts, value }: ValueDeclaration): string {
  const text = printExpression(value, printer.language)
  const whereLast =
    grain.where !== undefined && grain.per === undefined && grain.asOf === undefined && !starts
  return whereLast && value.is !== 'if' && hasBareEqual(value) ? `(${text})` : text
}

function hasBareEqual(value: Expr): boolean {
  switch (value.is) {
    case 'binary':
      return value.op === '=' || hasBareEqual(value.a) || hasBareEqual(value.b)
    case 'not':
    case 'negative':
    case 'state':
    case 'in':
      return hasBareEqual(value.a)
    case 'if':
      return [value.when, value.then, value.otherwise].some(hasBareEqual)
    default:
      return false
  }
}
