import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { Apportioned, Collected, Commission, Definition, ReleasePart } from './clauses.ts'
import { broken, constant, hint } from './constants.ts'
import { seenThrough } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { compareTyped } from './infer-compare.ts'
import { resultAt } from './infer-path.ts'
import { ownDate } from './place.ts'
import { add } from './range.ts'
import { sumRange } from './sum-range.ts'
import { date, fixed, type NumberType, unstatedRange } from './types.ts'

type PaidOn = Extract<ast.Expr, { is: 'paid-on' }>

/** A part of a clause as results: what is paid, on which day, and of which rows where they are another record's. */
export type ReleasedPart = {
  readonly amount: Typed
  readonly on: Typed
  readonly rows?: Collected | Apportioned
}

/** The parts of a clause as they stand at its own row, or at the row of the record that brings them. */
export function releasedParts(
  context: Context,
  clause: Commission,
  span: Typed['span'],
  path?: readonly string[],
): readonly ReleasedPart[] {
  return (clause.release?.parts ?? []).map((part, i) => {
    const at = part.is === 'on' ? context : rowsOf(context, part)
    const result = (name: string, type: Typed['type']): Typed =>
      part.is === 'on'
        ? resultAt(at, clause, name, type, span, path && { path })
        : { is: 'result', of: clause.id, result: name, grain: at.grain, type, span }
    return {
      amount: result(`part-${i + 1}`, part.is === 'on' ? clause.type : seenThrough(clause.type, part.path)),
      on: result(`day-${i + 1}`, date),
      ...(part.is !== 'on' && { rows: part }),
    }
  })
}

function rowsOf({ env }: Context, part: Exclude<ReleasePart, { is: 'on' }>): Context {
  const record = env.records.get(part.record)
  return { env, grain: { record: part.record }, ...(record && { record }) }
}

/** `paid on deal by booking`: all parts of it that were released for that row until this row's own day. */
export function inferPaidOn(context: Context, expr: PaidOn): Typed {
  const { env } = context
  const row = infer(context, expr.at)
  const clause = env.declared.has(expr.by.text) ? env.define(expr.by.text, expr.by) : undefined
  if (row.type.is === 'error') return broken(expr.span)
  const own = ownDate(context)
  // A clause that is itself wrong has been reported where it stands.
  if (!clause && env.declared.get(expr.by.text)?.kind === 'commission') return broken(expr.span)
  if (!isReleased(clause)) {
    const releases = (d: ast.Declaration) =>
      d.kind === 'commission' && d.steps.some(({ is }) => is === 'release')
    const names = [...env.declared].filter(([, d]) => releases(d)).map(([name]) => name)
    env.report('BY644', { name: expr.by.text, near: hint(env.nearest(expr.by.text, names)) }, expr.by.span)
    return broken(expr.span)
  }
  const path = row.is === 'field' && row.type.is === 'ref' && !row.row ? [...row.path, row.field] : undefined
  if (
    row.type.is !== 'ref' ||
    !path ||
    row.type.record !== clause.scope.grain.record ||
    clause.release?.parts.some((part) => part.is === 'shared') ||
    own?.type.is !== 'date'
  ) {
    env.report('BY645', { record: clause.scope.grain.record ?? '' }, expr.at.span)
    return broken(expr.span)
  }
  const parts = releasedParts(context, clause, expr.span, path).map((part) =>
    part.rows?.is === 'collected'
      ? collectedUntil(part, part.rows, row, own, seenThrough(clause.type, path), expr.span)
      : releasedUntil(context, part.amount, part.on, own, expr.span),
  )
  const paid = parts.reduce((a, b) => arithmetic(env.report, '+', a, b, expr.span))
  const { taking } = context
  if (taking && paid.type.is === 'number') {
    const before: Typed = {
      is: 'taken-before',
      by: taking.name,
      row,
      day: own,
      type: balance(paid.type),
      span: expr.span,
    }
    taking.onRead({ of: clause.id, row, day: own, type: balance(paid.type) })
    return arithmetic(env.report, '-', paid, before, expr.span)
  }
  const record = context.record?.id ?? ''
  // Two rows that ask for one deal would each take from the whole, and not know of one another.
  return { is: 'alone', a: paid, record, of: row.type.record, path, type: paid.type, span: expr.span }
}

/** What earlier rows have taken, all together: as much as an amount that nothing is stated of. */
function balance(type: NumberType): NumberType {
  const exact = fixed(type)
  const { max } = unstatedRange(exact.unit, exact.range.scale)
  return { ...exact, range: { scale: exact.range.scale, min: -max, max } }
}

function isReleased(clause: Definition | undefined): clause is Commission {
  return clause?.kind === 'commission' && clause.release !== undefined
}

/** Of a part that is paid row by row: what those until the day have brought. */
function collectedUntil(
  { amount, on }: ReleasedPart,
  part: Collected,
  own: Typed,
  until: Typed,
  paid: NumberType,
  span: Typed['span'],
): Typed {
  if (own.type.is !== 'ref') return broken(span)
  const theirs: Typed = { is: 'row', path: part.path, record: own.type.record, type: own.type, span }
  const each = fixed(paid)
  return {
    is: 'rolling',
    fn: 'sum',
    record: part.record,
    source: { record: part.record },
    value: amount,
    within: [{ theirs, own }],
    at: { theirs: on, own: until },
    window: { is: 'running' },
    type: { ...each, range: sumRange(each) },
    span,
  }
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
