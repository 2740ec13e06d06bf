import { apply } from './apply.ts'
import type { ClockLiteral, Expr, SlaLine } from './ast.ts'
import { clockFrom } from './from-cst-calendar.ts'
import { expressionFrom, referenceFrom } from './from-cst-expressions.ts'
import { decisionTable, tableOf } from './from-cst-tables.ts'
import type * as cst from './generated/cst-types.ts'
import { hitFrom } from './hit.ts'
import type { Keyword } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { nameFrom, only, type Reading } from './reading.ts'
import type { Statement } from './structure.ts'

export const slaWords: readonly Keyword[] = [
  'start',
  'pause',
  'resume',
  'stop',
  'reset',
  'suspend',
  'extend',
  'within',
  'warn',
  'escalate',
  'calendar',
]

/** Lines that may stand once. */
export const slaOnce: readonly SlaLine['is'][] = ['start', 'within', 'warn', 'extend', 'calendar']

/** One line of a time limit, its table included. Undefined when a mistake was reported. */
export function slaLineFrom(statement: Statement, reading: Reading): SlaLine | undefined {
  const node = apply('slaLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  const span = statementSpan(statement, reading)
  if (children.withinLine) return withinFrom(only(children.withinLine), statement, reading)
  if (!hasNoBlock(statement, reading)) return undefined
  const common = { ...commentsOf(statement), span }
  const [value] = expressions(children.expression, reading)
  if (children.slaEvent) {
    const { Stop, Pause, Resume } = children
    const is = Stop ? 'stop' : Pause ? 'pause' : Resume ? 'resume' : 'reset'
    return { is, ...eventFrom(only(children.slaEvent), reading), ...common }
  }
  if (value === undefined)
    return { is: 'calendar', calendar: nameFrom(only(children.Word), reading), ...common }
  const within = children.alike && alikeFrom(only(children.alike), reading)
  const rows = children.eventRows && {
    ...rowsFrom(only(children.eventRows), reading),
    ...(within && { within }),
  }
  if (children.Start) {
    const clock = children.atClock && clockOf(only(children.atClock), reading)
    return { is: 'start', at: value, ...(clock && { clock }), ...common }
  }
  if (children.by) {
    const [most] = expressions(children.most, reading)
    const by = expressionFrom(only(children.by), reading)
    return { is: 'extend', at: value, ...rows, by, ...(most && { most }), ...common }
  }
  if (children.until) {
    const until = expressionFrom(only(children.until), reading)
    return { is: 'suspend', from: value, until, ...rows, ...common }
  }
  if (children.Warn) return { is: 'warn', at: children.At ? 'share' : 'before', value, ...common }
  const { Warning, Warn, Breach, Before, expression } = only(children.escalationTime).children
  const [length] = expressions(expression, reading)
  const when = (Warning ?? Warn) ? 'warning' : Breach ? 'breach' : Before ? 'before' : 'after'
  return { is: 'escalate', to: value, when, ...(length && { length }), ...common }
}

function expressions(nodes: readonly cst.ExpressionCstNode[] | undefined, reading: Reading): readonly Expr[] {
  return (nodes ?? []).map((node) => expressionFrom(node, reading))
}

function rowsFrom({ children }: cst.EventRowsCstNode, reading: Reading): { where?: Expr; via?: Expr } {
  const [where] = expressions(children.test, reading)
  const [via] = expressions(children.way, reading)
  return { ...(where && { where }), ...(via && { via }) }
}

function eventFrom({ children }: cst.SlaEventCstNode, reading: Reading) {
  const at = expressionFrom(only(children.expression), reading)
  const rows = rowsFrom(only(children.eventRows), reading)
  const alike = children.alike && alikeFrom(only(children.alike), reading)
  return { at, ...rows, ...(alike && (children.Next ? { next: alike } : { within: alike })) }
}

function alikeFrom({ children }: cst.AlikeCstNode, reading: Reading): readonly Expr[] {
  return children.reference.map((node) => referenceFrom(node, reading))
}

function clockOf({ children }: cst.AtClockCstNode, reading: Reading): ClockLiteral {
  return clockFrom(only(children.clock), reading)
}

function withinFrom(
  { children }: cst.WithinLineCstNode,
  statement: Statement,
  reading: Reading,
): SlaLine | undefined {
  const span = statementSpan(statement, reading)
  const clock = children.atClock && clockOf(only(children.atClock), reading)
  const rest = {
    is: 'within',
    ...(clock && { clock }),
    moved: children.NextWorkingDay !== undefined,
    span,
  } as const
  if (children.Table) {
    const found = tableOf(statement, children.fromFile, decisionTable, reading)
    return found && { ...rest, hit: hitFrom(children.hit), ...found }
  }
  if (!hasNoBlock(statement, reading)) return undefined
  return { ...rest, length: expressionFrom(only(children.expression), reading), ...commentsOf(statement) }
}
