import type { Language } from '../base/language.ts'
import type * as ast from '../syntax/ast.ts'
import { spellWord } from '../syntax/keywords.ts'
import type { Typed } from './checked.ts'
import { broken } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { isAggregate } from './infer-aggregate.ts'
import { asDay } from './local-day.ts'
import { partsOf } from './names.ts'
import { describe } from './types.ts'

type AsOf = Extract<ast.Expr, { is: 'as-of' }>
type InPeriod = Extract<ast.Expr, { is: 'in-period' }>

/** `x as of order.signed`: rows in force, dated parameters, decisions and values by date are read on that day. */
export function inferAsOf(context: Context, expr: AsOf): Typed {
  return onDay(context, expr)
}

/** `x in quarter of order.signed`: the values that x reads are those of the quarter that holds the day. */
export function inferInPeriod(context: Context, expr: InPeriod): Typed {
  const { env } = context
  const { text, span } = expr.kind
  if (env.periods.has(text)) return onDay(context, expr, text)
  env.report('BY208', { name: text, periods: [...env.periods.keys()].join(', '), near: '' }, span)
  return broken(expr.span)
}

function onDay(context: Context, expr: AsOf | InPeriod, period?: string): Typed {
  const { env } = context
  const date = asDay(infer(context, expr.day))
  if (date.type.is === 'error') return broken(expr.span)
  if (date.type.is !== 'date') {
    env.report('BY316', { expected: 'date', found: describe(date.type) }, expr.day.span)
    return broken(expr.span)
  }
  const within = withOwnDays(expr.a)
  if (within) {
    env.report('BY474', {}, within.span)
    return broken(expr.span)
  }
  let read = false
  const onRead = (): void => {
    read = true
  }
  const a = infer({ ...context, day: { date, onRead, ...(period !== undefined && { period }) } }, expr.a)
  if (a.type.is === 'error') return broken(expr.span)
  if (!read) {
    env.report('BY476', { word: wordOf(period, env.policy.language) }, expr.a.span)
    return broken(expr.span)
  }
  return { ...a, span: expr.span }
}

/** `as of`, `in quarter of`. */
function wordOf(period: string | undefined, language: Language): string {
  if (period === undefined) return spellWord('day', 'as-of', language)
  const kind = spellWord('period', period, language)
  return `${spellWord('day', 'in', language)} ${kind} ${spellWord('day', 'of', language)}`
}

/** What goes through days of its own, so that no one day can be set for it. */
function withOwnDays(expr: ast.Expr): ast.Expr | undefined {
  if (expr.is === 'call' && isAggregate(expr.callee.text)) return expr
  if (expr.is === 'window' || expr.is === 'rank' || expr.is === 'share' || expr.is === 'paid-on') return expr
  for (const part of partsOf(expr)) {
    const found = withOwnDays(part)
    if (found) return found
  }
  return undefined
}
