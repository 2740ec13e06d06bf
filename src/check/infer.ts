import { unreachable } from '../base/unreachable.ts'
import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import { broken, constantOf } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { truthOf } from './infer-aggregate.ts'
import { inferRank, inferShare } from './infer-among.ts'
import { adopt, arithmetic, checkWidth, commonUnit } from './infer-arithmetic.ts'
import { inferCall } from './infer-call.ts'
import { compare, compareTyped, inferAs, inferTogether } from './infer-compare.ts'
import { inferLiteral } from './infer-literal.ts'
import { inferPath } from './infer-path.ts'
import { inferWindow } from './infer-window.ts'
import { inferWith } from './infer-with.ts'
import { inferAsOf, inferInPeriod } from './on-day.ts'
import { inferPaidOn } from './paid-on.ts'
import { isInPoints, reportPlain } from './plain-number.ts'
import { inferProrated } from './proration.ts'
import * as range from './range.ts'
import { roundedType, roundingUnit } from './rounding.ts'
import { describe, failed, type NumberType, type Type, truth } from './types.ts'
import { onCalendar } from './working-time.ts'

/** What `infer` does, by the kind of expression. */
export function inferExpression(context: Context, expr: ast.Expr): Typed {
  switch (expr.is) {
    case 'path':
      return inferPath(context, expr)
    case 'call':
      return inferCall(context, expr)
    case 'parens':
      return infer(context, expr.a)
    case 'negative':
      return negative(context, infer(context, expr.a), expr)
    case 'not':
      return { is: 'not', a: truthOf(context, expr.a), type: truth, span: expr.span }
    case 'binary':
      return binary(context, expr)
    case 'if': {
      const when = truthOf(context, expr.when)
      const [then, otherwise] = inferTogether(context, expr.then, expr.otherwise)
      return {
        is: 'if',
        when,
        then,
        otherwise,
        type: common(context, 'if', then, otherwise, expr),
        span: expr.span,
      }
    }
    case 'if-missing': {
      const [a, b] = inferTogether(context, expr.a, expr.b)
      return { is: 'if-missing', a, b, type: common(context, 'if missing', a, b, expr), span: expr.span }
    }
    case 'state':
      return { is: 'state', test: expr.test, a: infer(context, expr.a), type: truth, span: expr.span }
    case 'in':
      return membership(context, expr)
    case 'pick':
      return pick(context, expr.which, expr.items, expr)
    case 'clamp': {
      const low = pick(context, 'larger', [expr.a, expr.low], expr)
      const high = infer(context, expr.high)
      return {
        is: 'pick',
        which: 'smaller',
        a: low,
        b: high,
        type: extreme(context, low, high, 'smaller', expr),
        span: expr.span,
      }
    }
    case 'rounded':
      return rounded(context, expr)
    case 'window':
      return inferWindow(context, expr)
    case 'as-of':
      return inferAsOf(context, expr)
    case 'in-period':
      return inferInPeriod(context, expr)
    case 'with':
      return inferWith(context, expr)
    case 'rank':
      return inferRank(context, expr)
    case 'share':
      return inferShare(context, expr)
    case 'prorated':
      return inferProrated(context, expr)
    case 'paid-on':
      return inferPaidOn(context, expr)
    case 'number':
    case 'percent':
    case 'price-ratio':
    case 'money':
    case 'date':
    case 'time':
    case 'clock':
    case 'duration':
    case 'text':
    case 'truth':
    case 'missing':
      return inferLiteral(context, expr)
    default:
      return unreachable(expr)
  }
}

function negative(context: Context, a: Typed, expr: ast.Expr): Typed {
  if (a.type.is === 'error') return broken(expr.span)
  if (a.type.is !== 'number') {
    context.env.report('BY316', { expected: 'number', found: describe(a.type) }, expr.span)
    return broken(expr.span)
  }
  const type: NumberType = { ...a.type, range: range.negate(a.type.range) }
  const value = constantOf(a)
  if (value)
    return {
      is: 'const',
      value: -value.digits,
      type,
      span: expr.span,
      ...(a.is === 'const' && a.literal && { literal: true }),
    }
  return { is: 'negative', a, type, span: expr.span }
}

function binary(context: Context, expr: Extract<ast.Expr, { is: 'binary' }>): Typed {
  switch (expr.op) {
    case 'and':
    case 'or':
      return {
        is: expr.op,
        a: truthOf(context, expr.a),
        b: truthOf(context, expr.b),
        type: truth,
        span: expr.span,
      }
    case '+':
    case '-':
    case '*':
    case '/':
      return onCalendar(
        context,
        arithmetic(context.env.report, expr.op, infer(context, expr.a), infer(context, expr.b), expr.span),
      )
    default:
      return compare(context, expr.op, expr.a, expr.b, expr.span)
  }
}

/** `x in (a, b)`: any of the equalities. */
function membership(context: Context, expr: Extract<ast.Expr, { is: 'in' }>): Typed {
  const a = infer(context, expr.a)
  const tests = expr.items.map((item) =>
    compareTyped(context, '=', a, inferAs(context, item, a.type), item.span),
  )
  const any = tests.reduce((x, y): Typed => ({ is: 'or', a: x, b: y, type: truth, span: expr.span }))
  return expr.negated ? { is: 'not', a: any, type: truth, span: expr.span } : any
}

function pick(
  context: Context,
  which: 'larger' | 'smaller',
  items: readonly ast.Expr[],
  expr: ast.Expr,
): Typed {
  const [first, ...rest] = items.map((item) => infer(context, item))
  if (!first) return broken(expr.span)
  return rest.reduce(
    (a, b): Typed => ({
      is: 'pick',
      which,
      a,
      b,
      type: extreme(context, a, b, which, expr),
      span: expr.span,
    }),
    first,
  )
}

function extreme(context: Context, a: Typed, b: Typed, which: 'larger' | 'smaller', expr: ast.Expr): Type {
  if (a.type.is === b.type.is && (a.type.is === 'date' || a.type.is === 'time')) return a.type
  const type = common(context, `${which} of`, a, b, expr)
  if (type.is !== 'number' || type.over || a.type.is !== 'number' || b.type.is !== 'number') return type
  return { ...type, range: range.extreme(a.type.range, b.type.range, which === 'larger') }
}

/** The type of a value that is one of two. Fractions stay fractions: a plain number joins them over 1. */
function common(context: Context, operation: string, a: Typed, b: Typed, expr: ast.Expr): Type {
  const [x, y] = [a.type, b.type]
  if (x.is === 'error' || y.is === 'missing') return x
  if (y.is === 'error' || x.is === 'missing') return y
  if (x.is === 'number' && y.is === 'number') return choiceNumber(context, operation, a, b, expr)
  const alike = x.is === y.is && describe(x) === describe(y)
  if (alike) return x
  context.env.report('BY301', { operation, left: describe(x), right: describe(y) }, expr.span)
  return failed
}

/** `attainment clamp 60 to 120`: the same slips as beside a comparison. */
function choiceNumber(context: Context, operation: string, a: Typed, b: Typed, expr: ast.Expr): Type {
  const { report } = context.env
  const [x, y] = adopt('choice', a, b)
  const unlike = (x.unit !== y.unit || x.unit === 'ratio') && !isInPoints(a) && !isInPoints(b)
  if (unlike && (reportPlain(report, a, y, 'formula') || reportPlain(report, b, x, 'formula'))) return failed
  return commonNumber(context, operation, x, y, expr)
}

function commonNumber(
  context: Context,
  operation: string,
  x: NumberType,
  y: NumberType,
  expr: ast.Expr,
): Type {
  const unit = commonUnit(context.env.report, operation, x, y, expr.span)
  if (!unit) return failed
  const over = x.over || y.over ? range.union(x.over ?? range.one, y.over ?? range.one) : undefined
  const { over: _, ...rest } = x
  const type: NumberType = { ...rest, unit, range: range.union(x.range, y.range), ...(over && { over }) }
  return checkWidth(context.env.report, type, expr.span, x, y)
}

/** `x rounded down to 2%`. */
function rounded(context: Context, expr: Extract<ast.Expr, { is: 'rounded' }>): Typed {
  const a = infer(context, expr.a)
  const step = roundingUnit(context, expr.to)
  if (a.type.is === 'error' || !step) return broken(expr.span)
  if (a.type.is !== 'number') {
    context.env.report('BY316', { expected: 'number', found: describe(a.type) }, expr.span)
    return broken(expr.span)
  }
  return {
    is: 'rounded',
    a,
    ...step,
    mode: expr.mode,
    type: roundedType(a.type, step, expr.mode),
    span: a.span,
  }
}
