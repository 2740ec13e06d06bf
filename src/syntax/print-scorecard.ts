import { unreachable } from '../base/unreachable.ts'
import type { Expr, Indicator, IndicatorLine, Score, ScorecardLine, Table } from './ast.ts'
import { spellWord } from './keywords.ts'
import { printExpression, printOperand, printText } from './print-expressions.ts'
import { joinParts, keyword, type Printer, writeBlock, writeStatement } from './print-lines.ts'
import { writeTabled } from './print-tables.ts'

const worded = { words: true, keys: 0 }

/** One line of a scorecard, an indicator's block included. */
export function writeScorecardLine(printer: Printer, line: ScorecardLine) {
  const { language } = printer
  const print = (expression: Expr) => printExpression(expression, language)
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  switch (line.is) {
    case 'indicator':
      return writeIndicator(printer, line)
    case 'round':
      return writeStatement(
        printer,
        line,
        joinParts(word('round'), print(line.to), spellWord('rounding', line.mode, language)),
      )
    case 'moved-weight': {
      const to =
        line.to === 'lost'
          ? word('lost')
          : line.to === 'proportion'
            ? word('in-proportion')
            : `${spellWord('place', 'to', language)} ${line.to.text}`
      return writeStatement(printer, line, joinParts(word('weight'), word('not-applicable'), to))
    }
    case 'knock-out': {
      const score = line.score && `${word('score')} ${print(line.score)}`
      return writeStatement(
        printer,
        line,
        joinParts(word('knock-out'), word('when'), print(line.test), score),
      )
    }
    case 'levels':
      return writeTabled(printer, line, word('levels'), line.table, worded)
    default:
      return unreachable(line)
  }
}

function writeIndicator(printer: Printer, indicator: Indicator): void {
  const head = joinParts(
    keyword(printer, 'indicator'),
    indicator.name.text,
    indicator.title !== undefined && printText(indicator.title),
    keyword(printer, 'weight'),
    printExpression(indicator.weight, printer.language),
  )
  writeBlock(printer, indicator, head, (inner) => {
    for (const line of indicator.lines) writeIndicatorLine(inner, line)
  })
}

function writeIndicatorLine(printer: Printer, line: IndicatorLine) {
  const print = (expression: Expr) => printExpression(expression, printer.language)
  switch (line.is) {
    case 'actual':
    case 'target':
      return writeStatement(printer, line, joinParts(keyword(printer, line.is), print(line.value)))
    case 'applies':
      return writeStatement(
        printer,
        line,
        joinParts(keyword(printer, 'applies'), keyword(printer, 'when'), print(line.when)),
      )
    case 'score': {
      const head = joinParts(keyword(printer, 'score'), printScore(printer, line.score))
      const table = tableOf(line.score)
      if (table === undefined) return writeStatement(printer, line, head)
      return writeTabled(printer, line, head, table, worded)
    }
    default:
      return unreachable(line)
  }
}

function tableOf(score: Score): Table | undefined {
  return score.is === 'steps' || score.is === 'linear' ? score.table : undefined
}

function printScore(printer: Printer, score: Score): string {
  const { language } = printer
  const kind = keyword(printer, score.is)
  switch (score.is) {
    case 'steps':
    case 'linear':
      return kind
    case 'pass-fail':
      return joinParts(kind, score.test && printExpression(score.test, language))
    case 'ratio':
      if (score.from === undefined || score.upTo === undefined)
        return joinParts(kind, ...limits(printer, score))
      return joinParts(
        kind,
        printOperand(score.from, language),
        keyword(printer, 'to'),
        printOperand(score.upTo, language),
      )
    case 'points':
      return joinParts(kind, printExpression(score.points, language), ...limits(printer, score))
    default:
      return unreachable(score)
  }
}

function limits(
  printer: Printer,
  { from, upTo }: { readonly from?: Expr; readonly upTo?: Expr },
): readonly (string | undefined)[] {
  return [
    from && `${keyword(printer, 'from')} ${printOperand(from, printer.language)}`,
    upTo && `${keyword(printer, 'up-to')} ${printOperand(upTo, printer.language)}`,
  ]
}
