import { power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { Commission, Definition, Release } from './clauses.ts'
import { broken, constant, constantOf, hint } from './constants.ts'
import { commonPlaces } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { compareTyped } from './infer-compare.ts'
import { resultAt } from './infer-path.ts'
import { ownDate } from './place.ts'
import { add } from './range.ts'
import { beginningOf } from './recurrence.ts'
import { date, describe, type NumberType } from './types.ts'

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
  const parts = step.parts.map(({ share, on, span }) => {
    const rate = infer(context, share)
    const day = infer(context, on)
    const value = constantOf(rate)
    if (day.type.is !== 'date' && day.type.is !== 'error')
      report('BY316', { expected: 'date', found: describe(day.type) }, on.span)
    const known = value?.type.unit === 'percent' && value.digits > 0n
    if (!known && rate.type.is !== 'error') report('BY643', {}, share.span)
    return known && day.type.is === 'date'
      ? { share: value.digits, scale: value.scale, on: day, span }
      : undefined
  })
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
    parts: complete.map(({ on, span }, i) => ({ share: shares[i] ?? 0n, on, span })),
    span: step.span,
  }
}

function shownPercent(typed: Typed): string {
  const value = constantOf(typed)
  const digits = value ? (value.digits * 100n) / power10(value.scale) : 0n
  return `${digits}%`
}

/** The parts of a clause as results: what is paid, and on which day. */
export function releasedParts(
  context: Context,
  clause: Commission,
  span: Typed['span'],
  path?: readonly string[],
): readonly { readonly amount: Typed; readonly on: Typed }[] {
  return (clause.release?.parts ?? []).map((_, i) => ({
    amount: resultAt(context, clause, `part-${i + 1}`, clause.type, span, path && { path }),
    on: resultAt(context, clause, `day-${i + 1}`, date, span, path && { path }),
  }))
}

/** `paid on deal by booking`: all parts of it that were released for that row until this row's own day. */
export function inferPaidOn(context: Context, expr: Extract<ast.Expr, { is: 'paid-on' }>): Typed {
  const { env } = context
  const row = infer(context, expr.at)
  const clause = env.declared.has(expr.by.text) ? env.define(expr.by.text, expr.by) : undefined
  if (row.type.is === 'error') return broken(expr.span)
  const own = ownDate(context)
  if (!isReleased(clause)) {
    const names = [...env.declared].filter(([, d]) => d.kind === 'commission').map(([name]) => name)
    env.report('BY644', { name: expr.by.text, near: hint(env.nearest(expr.by.text, names)) }, expr.by.span)
    return broken(expr.span)
  }
  const path = row.is === 'field' && row.type.is === 'ref' && !row.row ? [...row.path, row.field] : undefined
  if (
    row.type.is !== 'ref' ||
    !path ||
    row.type.record !== clause.scope.grain.record ||
    own?.type.is !== 'date'
  ) {
    env.report('BY645', { record: clause.scope.grain.record ?? '' }, expr.at.span)
    return broken(expr.span)
  }
  const parts = releasedParts(context, clause, expr.span, path).map(({ amount, on }) =>
    releasedUntil(context, amount, on, own, expr.span),
  )
  const paid = parts.reduce((a, b) => arithmetic(env.report, '+', a, b, expr.span))
  const record = context.record?.id ?? ''
  // Two clawbacks of one deal would each take from the whole, and not know of one another.
  return { is: 'alone', a: paid, record, of: row.type.record, path, type: paid.type, span: expr.span }
}

function isReleased(clause: Definition | undefined): clause is Commission {
  return clause?.kind === 'commission' && clause.release !== undefined
}

/** A part that is not due yet, or only after the day, counts 0. */
function releasedUntil(context: Context, amount: Typed, on: Typed, day: Typed, span: Typed['span']): Typed {
  if (amount.type.is !== 'number') return broken(span)
  const zero = constant(0n, amount.type.range.scale, 'money', span, amount.type.currency)
  const waits: Typed = { is: 'state', test: 'not-applicable', a: amount, type: { is: 'truth' }, span }
  const due = compareTyped(context, '<=', on, day, span)
  const type: NumberType = {
    ...amount.type,
    range: add(amount.type.range, { scale: amount.type.range.scale, min: 0n, max: 0n }),
  }
  const counted: Typed = { is: 'if', when: due, then: amount, otherwise: zero, type, span }
  return { is: 'if', when: waits, then: zero, otherwise: counted, type, span }
}
