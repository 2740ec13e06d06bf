import { power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { Release } from './clauses.ts'
import { constant, constantOf } from './constants.ts'
import { commonPlaces } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { asDay } from './local-day.ts'
import { beginningOf } from './recurrence.ts'
import { apportionedOf, collectedOf } from './release-collected.ts'
import { describe, type NumberType } from './types.ts'

type ReleaseStep = Extract<ast.Step, { is: 'release' }>

/** The parts in which an amount is paid: they make up the whole, and each has its day. Undefined when reported. */
export function checkRelease(
  context: Context,
  name: ast.Name,
  step: ReleaseStep,
  amount: NumberType,
): Release | undefined {
  const { report } = context.env
  // What any earlier period earned may be due in this one: there must be a first.
  if (context.grain.period !== undefined && !beginningOf(context, name, {})) return undefined
  if (amount.over || amount.range.scale > commonPlaces(amount.currency)) {
    report('BY642', {}, step.span)
    return undefined
  }
  const parts = step.parts.map((part) => {
    const shared = part.is === 'on' && part.share.is === 'share' ? part.share : undefined
    const rate = infer(context, shared?.pool ?? part.share)
    const value = constantOf(rate)
    const known = value?.type.unit === 'percent' && value.digits > 0n
    if (!known && rate.type.is !== 'error') report('BY643', {}, part.share.span)
    const when =
      part.is === 'collected'
        ? collectedOf(context, name, part, amount)
        : shared
          ? apportionedOf(context, name, shared, part.on)
          : dueOn(context, part.on)
    return known && when ? { share: value.digits, scale: value.scale, when, span: part.span } : undefined
  })
  const cancelled = step.cancelled && dayOf(context, step.cancelled)
  if (step.cancelled && !cancelled) return undefined
  const onDay = step.parts.some((part) => part.is === 'on' && part.share.is !== 'share')
  if (!onDay && step.parts.some(({ share }) => share.is === 'share')) {
    report('BY694', { name: name.text }, step.span)
    return undefined
  }
  const complete = parts.filter((part) => part !== undefined)
  if (complete.length < parts.length) return undefined
  const scale = Math.max(...complete.map((part) => part.scale))
  const shares = complete.map((part) => part.share * power10(scale - part.scale))
  const total = shares.reduce((a, b) => a + b, 0n)
  if (total !== power10(scale)) {
    const percent = constant(total, scale, 'percent', step.span)
    report('BY641', { total: shownPercent(percent) }, step.span)
    return undefined
  }
  return {
    scale,
    parts: complete.map(({ when, span }, i) => ({ share: shares[i] ?? 0n, span, ...when })),
    ...(cancelled && { cancelled }),
    span: step.span,
  }
}

function shownPercent(typed: Typed): string {
  const value = constantOf(typed)
  const digits = value ? (value.digits * 100n) / power10(value.scale) : 0n
  return `${digits}%`
}

function dayOf(context: Context, expr: ast.Expr): Typed | undefined {
  const day = asDay(infer(context, expr))
  if (day.type.is === 'date') return day
  if (day.type.is !== 'error')
    context.env.report('BY316', { expected: 'date', found: describe(day.type) }, expr.span)
  return undefined
}

function dueOn(context: Context, expr: ast.Expr): { readonly is: 'on'; readonly on: Typed } | undefined {
  const on = dayOf(context, expr)
  return on && { is: 'on', on }
}
