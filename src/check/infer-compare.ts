import type { CompareOperator } from '../base/comparison.ts'
import { languages } from '../base/language.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { spellWord, wordBySpelling } from '../syntax/keywords.ts'
import type { Typed } from './checked.ts'
import { broken, constantOf } from './constants.ts'
import { reportDecided } from './decided.ts'
import { type Context, infer } from './environment.ts'
import { checkWidth, commonUnit, isPlainZero } from './infer-arithmetic.ts'
import { isKnownName } from './infer-path.ts'
import { isSelf } from './names.ts'
import { reportPlain } from './plain-number.ts'
import * as range from './range.ts'
import { date, describe, type NumberType, type Type, truth } from './types.ts'

/** `a op b`: numbers and dates by size, everything else for equality alone. */
export function compare(
  context: Context,
  op: CompareOperator,
  left: ast.Expr,
  right: ast.Expr,
  span: Span,
): Typed {
  const [a, b] = inferTogether(context, left, right)
  return compareTyped(context, op, a, b, span)
}

export function compareTyped(context: Context, op: CompareOperator, a: Typed, b: Typed, span: Span): Typed {
  const { report } = context.env
  if (a.type.is === 'error' || b.type.is === 'error') return { ...broken(span), type: truth }
  if (a.type.is === 'number' && b.type.is === 'number') {
    if (comparable(context, op, a, b, span)) {
      checkCross(context, a.type, b.type, span)
      reportDecided(context, op, a, b, span)
    }
    return { is: 'compare', op, a, b, type: truth, span }
  }
  if (a.type.is === b.type.is && (a.type.is === 'date' || a.type.is === 'time'))
    return { is: 'compare', op, a, b, type: truth, span }
  if (a.type.is === 'period' && b.type.is === 'period' && a.type.kind === b.type.kind)
    return { is: 'compare', op, a: startOf(a), b: startOf(b), type: truth, span }
  const instant = [a, b].find(({ type }) => type.is === 'time')
  if (instant && [a, b].some(({ type }) => type.is === 'date')) {
    report('BY332', {}, span)
    return { ...broken(span), type: truth }
  }
  if (!equatable(a.type, b.type) || (op !== '=' && op !== '<>')) {
    report('BY301', { operation: op, left: describe(a.type), right: describe(b.type) }, span)
    return { ...broken(span), type: truth }
  }
  return { is: 'same', negated: op === '<>', a, b, type: truth, span }
}

/** Periods of one kind stand in the order of their first days. */
function startOf(a: Typed): Typed {
  return { is: 'period-start', a, type: date, span: a.span }
}

function equatable(a: Type, b: Type): boolean {
  if (a.is !== b.is) return false
  if (a.is === 'ref' && b.is === 'ref') return a.record === b.record
  if (a.is === 'enum' && b.is === 'enum') return a.values.join('\n') === b.values.join('\n')
  if (a.is === 'period' && b.is === 'period') return a.kind === b.kind
  return a.is === 'text' || a.is === 'truth'
}

/** The commonest slips get the mended text: a number for a percentage, a number for money. */
function comparable(context: Context, op: CompareOperator, a: Typed, b: Typed, span: Span): boolean {
  const { report } = context.env
  const x = a.type as NumberType
  const y = b.type as NumberType
  if (isPlainZero(a) || isPlainZero(b)) return true
  if (reportPlain(report, a, y, 'formula') || reportPlain(report, b, x, 'formula')) return false
  const plain = [constantOf(a), constantOf(b)].some((value) => value?.type.unit === 'number')
  if (plain && [x.unit, y.unit].some((unit) => unit === 'points' || unit === 'price-ratio')) return true
  return commonUnit(report, op, x, y, span) !== undefined
}

/** Whether two numbers that are compared later on may be: what stands against it is reported. */
export function canCompare(context: Context, a: Typed, b: Typed, span: Span): boolean {
  const other = [a, b].find(({ type }) => type.is !== 'number')
  if (!other) return comparable(context, '<=', a, b, span)
  context.env.report('BY316', { expected: 'number', found: describe(other.type) }, span)
  return false
}

/** Comparing fractions multiplies crosswise: that product must fit as well. */
function checkCross(context: Context, a: NumberType, b: NumberType, span: Span): void {
  const left = b.over ? range.multiply(a.range, b.over) : a.range
  const right = a.over ? range.multiply(b.range, a.over) : b.range
  const [x, y] = range.align(left, right)
  checkWidth(context.env.report, { is: 'number', unit: 'number', range: range.union(x, y) }, span, a, b)
}

/** Both sides; a word that is no name takes its meaning from the other side's list of values. */
export function inferTogether(context: Context, left: ast.Expr, right: ast.Expr): readonly [Typed, Typed] {
  const leftWord = bareWord(context, left)
  const rightWord = bareWord(context, right)
  if (leftWord && !rightWord) {
    const b = infer(context, right)
    return [inferAs(context, left, b.type), b]
  }
  const a = infer(context, left)
  return [a, inferAs(context, right, a.type)]
}

/** An expression where a value of `expected` stands: `senior` or "senior" for a list of values. */
export function inferAs(context: Context, expr: ast.Expr, expected: Type): Typed {
  // What it stands beside is already reported: a word may well be one of that list's values.
  if (expected.is === 'error' && bareWord(context, expr)) return broken(expr.span)
  const word = expected.is === 'enum' ? wordOf(expr) : undefined
  if (word === undefined || expected.is !== 'enum') return infer(context, expr)
  const own = ownWordAmong(expected.values, word)
  if (own !== undefined) return memberOf(context, expr, expected, own)
  const listed = expected.values.includes(word)
  if (expr.is === 'path' && isKnownName(context, word) && !(listed && isNoValue(context, word)))
    return infer(context, expr)
  if (!listed) {
    context.env.report('BY204', { word, values: expected.values.join(', ') }, expr.span)
    return { ...broken(expr.span), type: expected }
  }
  return memberOf(context, expr, expected, word)
}

function memberOf({ env }: Context, { span }: ast.Expr, type: Type, value: string): Typed {
  env.refer(span, { is: 'member', name: value })
  return { is: 'const', value, type, span }
}

/** A word of the language's own (a verdict) in any language, where a list of values has it in the policy's. */
function ownWordAmong(values: readonly string[], word: string): string | undefined {
  if (values.includes(word)) return undefined
  for (const list of ['verdict', 'approved', 'clock'] as const) {
    const meaning = wordBySpelling(list, word)
    if (meaning === undefined) continue
    const spellings = languages.map((language) => spellWord(list, meaning, language))
    const found = values.find((value) => spellings.includes(value))
    if (found !== undefined) return found
  }
  return undefined
}

function wordOf(expr: ast.Expr): string | undefined {
  if (expr.is === 'text') return expr.value
  return expr.is === 'path' && expr.parts.length === 1 ? expr.parts[0]?.text : undefined
}

function bareWord(context: Context, expr: ast.Expr): boolean {
  const word = expr.is === 'path' ? wordOf(expr) : undefined
  return word !== undefined && (!isKnownName(context, word) || isNoValue(context, word))
}

/** A name that is never one of a list's values: the row itself, or a clause such as the `sla reply` beside `kind = reply`. */
function isNoValue(context: Context, word: string): boolean {
  if (isRowName(context, word)) return true
  if (context.locals?.has(word) || context.record?.fields.has(word)) return false
  const kind = context.env.declared.get(word)?.kind
  return kind !== undefined && kind !== 'value' && kind !== 'parameter' && kind !== 'decision'
}

/** `rep` for the row itself: beside a list of values that has a `rep`, that value is meant. */
function isRowName(context: Context, word: string): boolean {
  return context.record !== undefined && !context.record.fields.has(word) && isSelf(context.record, word)
}
