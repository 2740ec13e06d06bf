import type { RoundingMode } from '../base/decimal.ts'
import { apply } from './apply.ts'
import type { Comments, Excess, Expr, PayoutStep, Recovery, ReleasePart, Step, Tiers } from './ast.ts'
import { expressionFrom, prorationFrom } from './from-cst-expressions.ts'
import { tableOf, wordedTable } from './from-cst-tables.ts'
import type * as cst from './generated/cst-types.ts'
import { type Keyword, offeredWords } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { listWord, nameFrom, nodeSpan, only, type Reading, tokenSpan } from './reading.ts'
import type { Statement } from './structure.ts'
import * as t from './tokens.ts'

export const stepWords: readonly Keyword[] = [
  'gate',
  'start',
  'rate',
  'tiers',
  'plus',
  'minus',
  'times',
  'prorate',
  'cap',
  'floor',
  'round',
  'release',
]
/** Of what takes money from somebody. */
export const takingWords: readonly Keyword[] = [...stepWords, 'limit-by-law']

/** One line of a commission or bonus. Undefined when a mistake was reported. */
export function stepFrom(statement: Statement, reading: Reading): Step | undefined {
  if (lacksTierMode(statement, reading)) return undefined
  const node = apply('payStep', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  const expressions = (children.expression ?? []).map((one) => expressionFrom(one, reading))
  const when = conditionFrom(children.condition, reading)
  const span = statementSpan(statement, reading)
  if (children.tiers !== undefined) {
    const found = tiersFrom(only(children.tiers), statement, reading)
    if (found === undefined) return undefined
    const { tiers, ...comments } = found
    const common = { ...when, ...comments, span }
    if (children.Plus !== undefined) return { is: 'plus', amount: tiers, ...common }
    if (children.Minus !== undefined) return { is: 'minus', amount: tiers, ...common }
    return { is: 'tiers', tiers, ...common }
  }
  if (!hasNoBlock(statement, reading)) return undefined
  const common = { ...commentsOf(statement), span }
  if (children.rounding !== undefined)
    return { ...roundingFrom(only(children.rounding), reading), ...when, ...common }
  if (children.releasePart !== undefined) {
    const parts = children.releasePart.map((part) => releasePartFrom(part, reading))
    const cancelled = children.CancelledOn && only(children.expression)
    return {
      is: 'release',
      parts,
      ...(cancelled && { cancelled: expressionFrom(cancelled, reading) }),
      ...common,
    }
  }
  if (children.proration !== undefined)
    return { is: 'prorate', by: prorationFrom(only(children.proration), reading), ...when, ...common }
  if (children.law !== undefined)
    return { is: 'limit-by-law', law: expressionFrom(only(children.law), reading), ...when, ...common }
  const a = only(expressions)
  if (children.Gate !== undefined) return { is: 'gate', test: a, ...common }
  if (children.Start !== undefined) return { is: 'start', amount: a, ...when, ...common }
  if (children.Times !== undefined) return { is: 'times', factor: a, ...when, ...common }
  if (children.Plus !== undefined) return { is: 'plus', amount: a, ...when, ...common }
  if (children.Minus !== undefined) return { is: 'minus', amount: a, ...when, ...common }
  if (children.Cap !== undefined)
    return { is: 'cap', at: a, excess: excessFrom(children.excess), ...when, ...common }
  if (children.Floor !== undefined)
    return { is: 'floor', at: a, ...recoveryFrom(children.recovery, reading), ...when, ...common }
  return { is: 'rate', rate: a, of: expressionFrom(only(children.base), reading), ...when, ...common }
}

/** `tiers of sales …`: the mode is missing, and its place taken by the next word. */
function lacksTierMode({ tokens: [first, second, third] }: Statement, reading: Reading): boolean {
  const k = t.keywordTokens
  const word = first.tokenType === k.tiers ? second : second?.tokenType === k.tiers ? third : undefined
  if (word?.tokenType !== k.of && word?.tokenType !== k.by) return false
  const choices = offeredWords('tier', reading.language).join(', ')
  reading.report('BY101', { written: word.image, choices }, tokenSpan(word, reading))
  return true
}

function releasePartFrom(node: cst.ReleasePartCstNode, reading: Reading): ReleasePart {
  const { share, day, collected, reached, ProRataAs } = node.children
  const part = { share: expressionFrom(only(share), reading), span: nodeSpan(node, reading) }
  if (day !== undefined) return { is: 'on', ...part, on: expressionFrom(only(day), reading) }
  return {
    is: 'collected',
    ...part,
    how: ProRataAs === undefined ? 'in-full' : 'pro-rata',
    amount: expressionFrom(only(collected), reading),
    reaches: expressionFrom(only(reached), reading),
  }
}

function excessFrom(nodes: readonly cst.ExcessCstNode[] | undefined): Excess {
  return nodes?.[0]?.children.Carried === undefined ? 'lost' : 'carried'
}

function recoveryFrom(
  nodes: readonly cst.RecoveryCstNode[] | undefined,
  reading: Reading,
): { readonly carried?: Recovery } {
  const node = nodes?.[0]?.children
  if (node?.Carried === undefined) return {}
  const { rate, from, forgiven } = node
  return {
    carried: {
      ...(rate && { rate: expressionFrom(only(rate), reading) }),
      ...(from && { from: expressionFrom(only(from), reading) }),
      ...(forgiven && { forgiven: expressionFrom(only(forgiven), reading) }),
    },
  }
}

export function conditionFrom(
  nodes: readonly cst.ConditionCstNode[] | undefined,
  reading: Reading,
): { readonly when?: Expr } {
  const expression = nodes?.[0]?.children.expression
  return expression === undefined ? {} : { when: expressionFrom(only(expression), reading) }
}

export function roundingFrom(
  node: cst.RoundingCstNode,
  reading: Reading,
): { readonly is: 'round'; readonly to: Expr; readonly mode: RoundingMode } {
  const word = only(only(node.children.roundingMode).children.Word)
  const to = expressionFrom(only(node.children.expression), reading)
  return { is: 'round', to, mode: listWord('rounding', word, reading) ?? 'half-up' }
}

function tiersFrom(
  node: cst.TiersCstNode,
  statement: Statement,
  reading: Reading,
): { readonly tiers: Tiers; readonly comments?: Comments } | undefined {
  const { of, by, Extend, tierMode, fromFile } = node.children
  const mode = listWord('tier', only(only(tierMode).children.Word), reading)
  const found = tableOf(statement, fromFile, wordedTable, reading)
  if (mode === undefined || found === undefined) return undefined
  const { table, ...comments } = found
  const tiers: Tiers = {
    is: 'tiers-of',
    mode,
    ...(of !== undefined && { of: expressionFrom(only(of), reading) }),
    ...(by !== undefined && { by: expressionFrom(only(by), reading) }),
    extend: Extend !== undefined,
    table,
    span: statementSpan(statement, reading),
  }
  return { tiers, ...comments }
}

export const payoutWords: readonly Keyword[] = ['add', 'take', 'cap', 'floor', 'limit-by-law', 'round']

/** One line of a payout. */
export function payoutStepFrom(statement: Statement, reading: Reading): PayoutStep | undefined {
  const node = apply('payoutStep', statement.tokens, reading)
  if (node === undefined || !hasNoBlock(statement, reading)) return undefined
  const { children } = node
  const common = { ...commentsOf(statement), span: statementSpan(statement, reading) }
  if (children.rounding !== undefined) return { ...roundingFrom(only(children.rounding), reading), ...common }
  if (children.law !== undefined)
    return { is: 'limit-by-law', law: expressionFrom(only(children.law), reading), ...common }
  const clauses = (children.expression ?? []).map((one) => expressionFrom(one, reading))
  if (children.Cap !== undefined) {
    const over = (children.Word ?? []).map((word) => nameFrom(word, reading))
    const excess = excessFrom(children.excess)
    return { is: 'cap', at: only(clauses), excess, ...(over.length > 0 && { over }), ...common }
  }
  if (children.Floor !== undefined)
    return { is: 'floor', at: only(clauses), ...recoveryFrom(children.recovery, reading), ...common }
  return {
    is: children.Add === undefined ? 'take' : 'add',
    clauses,
    best: children.BestOf !== undefined,
    ...common,
  }
}
