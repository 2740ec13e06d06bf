import type * as ast from '../syntax/ast.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import type { Typed } from './checked.ts'
import { broken } from './constants.ts'
import type { Context } from './environment.ts'
import { inferClock, inferTimeLiteral } from './infer-time.ts'
import { literalDay, literalNumber, literalSpan } from './literals.ts'
import { exactly } from './range.ts'
import { date, number, text, truth, type Unit } from './types.ts'

type LiteralExpr = Extract<ast.Expr, ast.Literal>

/** A literal's exact value. The parser has already reported one that has none. */
export function inferLiteral(context: Context, literal: LiteralExpr): Typed {
  const { span } = literal
  switch (literal.is) {
    case 'number':
    case 'percent':
    case 'price-ratio':
      return constantNumber(literal, literal.is, span)
    case 'money':
      return constantNumber(literal, 'money', span, currencyOf(literal, context.env.policy.currency))
    case 'date': {
      const day = literalDay(literal)
      return day === undefined ? broken(span) : { is: 'const', value: day, type: date, span, literal: true }
    }
    case 'time':
      return inferTimeLiteral(context, literal)
    case 'clock':
      return inferClock(literal)
    case 'duration': {
      const length = literalSpan(literal)
      if (!length)
        context.env.report('BY329', { written: printExpression(literal, context.env.policy.language) }, span)
      return length === undefined
        ? broken(span)
        : {
            is: 'const',
            value: length.count,
            type: { is: 'duration', of: length.of, ...(length.per && { per: length.per }) },
            span,
            literal: true,
          }
    }
    case 'text':
      return { is: 'const', value: literal.value, type: text, span, literal: true }
    case 'truth':
      return { is: 'const', value: literal.value, type: truth, span, literal: true }
    case 'missing':
      context.env.report('BY313', {}, span)
      return broken(span)
  }
}

/** Where 元 is what the policy's own money is called, `500元` is that money; elsewhere it is CNY. */
const calledYuan: ReadonlySet<string> = new Set(['CNY', 'TWD', 'HKD', 'MOP'])

export function currencyOf(literal: Extract<ast.Literal, { is: 'money' }>, own: string | undefined): string {
  const yuan = literal.spelling.endsWith('元') && own !== undefined && calledYuan.has(own)
  return yuan ? own : literal.currency
}

function constantNumber(literal: LiteralExpr, unit: Unit, span: ast.Expr['span'], currency?: string): Typed {
  const value = literalNumber(literal)
  if (!value) return broken(span)
  return {
    is: 'const',
    value: value.digits,
    type: number(unit, exactly(value.digits, value.scale), currency),
    span,
    literal: true,
  }
}
