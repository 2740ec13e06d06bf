import { unreachable } from '../base/unreachable.ts'
import type { Expr, PayoutStep, Recovery, Step, Tiers } from './ast.ts'
import { spellWord } from './keywords.ts'
import { printExpression } from './print-expressions.ts'
import { apartFrom, joinParts, keyword, type Printer, writeStatement } from './print-lines.ts'
import { writeTabled } from './print-tables.ts'

/** One line of a commission or bonus. */
export function writeStep(printer: Printer, step: Step) {
  const { language } = printer
  const print = (expression: Expr) => printExpression(expression, language)
  const word = (name: Parameters<typeof keyword>[1]) => keyword(printer, name)
  const when = step.is === 'gate' || step.is === 'release' ? undefined : step.when
  const line = (...parts: readonly string[]) =>
    writeStatement(printer, step, joinParts(...parts, when && `${word('when')} ${print(when)}`))
  switch (step.is) {
    case 'gate':
      return line(word('gate'), print(step.test))
    case 'start':
      return line(word('start'), print(step.amount))
    case 'rate':
      return line(word('rate'), print(step.rate), word('of'), print(step.of))
    case 'tiers':
      return writeTiers(printer, step, undefined, step.tiers)
    case 'plus':
    case 'minus':
      if (step.amount.is === 'tiers-of') return writeTiers(printer, step, word(step.is), step.amount)
      return line(word(step.is), print(step.amount))
    case 'times':
      return line(word('times'), print(step.factor))
    case 'prorate':
      return line(word('prorate'), word('by'), spellWord('proration', step.by, language))
    case 'cap':
      return line(word('cap'), print(step.at), word(step.excess))
    case 'floor':
      return line(word('floor'), print(step.at), ...recovery(printer, step.carried))
    case 'limit-by-law':
      return line(word('limit-by-law'), print(step.law))
    case 'round':
      return line(word('round'), print(step.to), spellWord('rounding', step.mode, language))
    case 'release': {
      const parts = step.parts.map((part, i) => {
        const last = (expression: Expr) => printExpression(expression, language, i < step.parts.length - 1)
        if (part.is === 'on') return joinParts(print(part.share), word('on'), last(part.on))
        const how = word(part.how === 'pro-rata' ? 'pro-rata-as' : 'in-full-when')
        const amount = joinParts(how, print(part.amount), word('reaches'), last(part.reaches))
        return joinParts(print(part.share), amount)
      })
      const cancelled = step.cancelled && joinParts(word('cancelled-on'), print(step.cancelled))
      return line(word('release'), joinParts(parts.join(', '), cancelled))
    }
    default:
      return unreachable(step)
  }
}

/** `carried recovered 50% from 2026-04-01`: whatever is not written is left to what it means. */
function recovery(printer: Printer, carried: Recovery | undefined): readonly string[] {
  if (!carried) return []
  const { rate, from, forgiven } = carried
  const part = (value: Expr | undefined) => (value ? [printExpression(value, printer.language)] : [])
  return [
    keyword(printer, 'carried'),
    ...(rate || from ? [keyword(printer, 'recovered')] : []),
    ...part(rate).map((text) => apartFrom('from', text)),
    ...(from ? [keyword(printer, 'from'), ...part(from)] : []),
    ...(forgiven ? [keyword(printer, 'forgiven-when'), ...part(forgiven)] : []),
  ]
}

function writeTiers(
  printer: Printer,
  step: Extract<Step, { is: 'tiers' | 'plus' | 'minus' }>,
  before: string | undefined,
  tiers: Tiers,
): void {
  const { language } = printer
  const part = (name: 'of' | 'by' | 'when', value: Expr | undefined) =>
    value && `${keyword(printer, name)} ${printExpression(value, language)}`
  const head = joinParts(
    before,
    keyword(printer, 'tiers'),
    spellWord('tier', tiers.mode, language),
    part('of', tiers.of),
    part('by', tiers.by),
    tiers.extend && keyword(printer, 'extend'),
  )
  writeTabled(printer, step, head, tiers.table, { words: true, keys: 0 }, part('when', step.when))
}

/** One line of a payout. */
export function writePayoutStep(printer: Printer, step: PayoutStep) {
  const { language } = printer
  const print = (expression: Expr) => printExpression(expression, language)
  const line = (...parts: readonly (string | undefined | false)[]) =>
    writeStatement(printer, step, joinParts(...parts))
  switch (step.is) {
    case 'add':
    case 'take': {
      const clauses = step.clauses.map((clause, i) =>
        printExpression(clause, language, i < step.clauses.length - 1),
      )
      return line(keyword(printer, step.is), step.best && keyword(printer, 'best-of'), clauses.join(', '))
    }
    case 'cap': {
      const over =
        step.over &&
        `${spellWord('place', 'over', language)} ${step.over.map((name) => name.text).join(', ')}`
      return line(keyword(printer, 'cap'), print(step.at), keyword(printer, step.excess), over)
    }
    case 'floor':
      return line(keyword(printer, 'floor'), print(step.at), ...recovery(printer, step.carried))
    case 'limit-by-law':
      return line(keyword(printer, 'limit-by-law'), print(step.law))
    case 'round':
      return line(keyword(printer, 'round'), print(step.to), spellWord('rounding', step.mode, language))
    default:
      return unreachable(step)
  }
}
