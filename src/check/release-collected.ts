import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { Apportioned, Collected } from './clauses.ts'
import { ofManyRows } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { countedRecord } from './infer-aggregate.ts'
import { arithmetic, checkWidth } from './infer-arithmetic.ts'
import { compareTyped } from './infer-compare.ts'
import { asDay } from './local-day.ts'
import { onlyPath } from './paths.ts'
import { describeGrain, ownDate } from './place.ts'
import { sumRange } from './sum-range.ts'
import { describe, fixed, type NumberType } from './types.ts'

type Part = Extract<ast.ReleasePart, { is: 'collected' }>

/** `40% pro rata as Receipt.amount reaches amount`: rows that lead to the one that is paid for, and what they must reach. */
export function collectedOf(
  context: Context,
  name: ast.Name,
  part: Part,
  paid: NumberType,
): Collected | undefined {
  const { env, grain } = context
  if (grain.period !== undefined || !context.record) {
    env.report('BY690', { name: name.text, here: describeGrain(grain) }, part.span)
    return undefined
  }
  const record = countedRecord(context, [part.amount], part.span)
  if (!record) return undefined
  const path = onlyPath(context.env, record, context.record.id, part.span)
  if (!path) return undefined
  const inner: Context = { env, grain: { record: record.id }, record, counting: true }
  const amount = infer(inner, part.amount)
  const reaches = infer(context, part.reaches)
  const day = ownDate(inner)
  if (amount.type.is === 'error' || reaches.type.is === 'error' || day?.type.is === 'error') return undefined
  if (day?.type.is !== 'date') {
    env.report('BY405', { record: record.id }, part.amount.span)
    return undefined
  }
  if (amount.type.is !== 'number' || amount.type.over || reaches.type.is !== 'number' || reaches.type.over) {
    const wrong = amount.type.is !== 'number' || amount.type.over ? amount : reaches
    if (wrong.type.is === 'number') env.report('BY691', {}, wrong.span)
    else env.report('BY316', { expected: 'number', found: describe(wrong.type) }, wrong.span)
    return undefined
  }
  const soFar = totalOf(context, record.id, path, amount, amount.type, day, part)
  if (!soFar) return undefined
  // The share that has come is worked out of the amount: it must have room for that, and be a share of the same.
  const compared = compareTyped(context, '>=', soFar, reaches, part.span)
  const whole: Typed = { is: 'row', path: [], record: context.record.id, type: paid, span: part.span }
  const product = arithmetic(env.report, '*', whole, { ...soFar, type: plain(soFar.type) }, part.span)
  if (compared.is !== 'compare' || product.type.is !== 'number') return undefined
  return { is: 'collected', how: part.how, record: record.id, path, amount, soFar, day, reaches }
}

/** A factor of the same size: money is multiplied by how much of it there is, not by money. */
function plain(type: Typed['type']): Typed['type'] {
  if (type.is !== 'number') return type
  const { currency: _, ...rest } = type
  return { ...rest, unit: 'number' }
}

/** `15% shared by Receipt.amount on DAY`: of each period, by its rows that lead to whom the clause is for. */
export function apportionedOf(
  context: Context,
  name: ast.Name,
  share: Extract<ast.Expr, { is: 'share' }>,
  on: ast.Expr,
): Apportioned | undefined {
  const { env, grain } = context
  if (grain.period === undefined || !context.record || share.within || share.remainder) {
    env.report('BY694', { name: name.text }, share.span)
    return undefined
  }
  const record = countedRecord(context, [share.by], share.span)
  const path = record && onlyPath(context.env, record, context.record.id, share.span)
  if (!record || !path) return undefined
  const inner: Context = { env, grain: { record: record.id }, record, counting: true }
  const by = infer(inner, share.by)
  const due = asDay(infer(inner, on))
  const day = ownDate(inner)
  if ([by, due, day].some((typed) => typed?.type.is === 'error')) return undefined
  if (day?.type.is !== 'date') {
    env.report('BY405', { record: record.id }, share.by.span)
    return undefined
  }
  if (by.type.is !== 'number' || due.type.is !== 'date') {
    const wrong = by.type.is !== 'number' ? by : due
    const expected = by.type.is !== 'number' ? 'number' : 'date'
    env.report('BY316', { expected, found: describe(wrong.type) }, wrong.span)
    return undefined
  }
  return { is: 'shared', record: record.id, path, by, day, on: due }
}

function totalOf(
  context: Context,
  record: string,
  path: readonly string[],
  value: Typed,
  type: NumberType,
  day: Typed,
  { span }: Part,
): Typed | undefined {
  const { report } = context.env
  const each = fixed(type)
  const sums = ofManyRows(report, { ...each, range: sumRange(each) }, context.grain, path, span)
  const total = sums && checkWidth(report, sums, span, type)
  if (total?.is !== 'number') return undefined
  const row: Typed = {
    is: 'row',
    path,
    record: context.record?.id ?? '',
    type: { is: 'ref', record: context.record?.id ?? '' },
    span,
  }
  return {
    is: 'rolling',
    fn: 'sum',
    record,
    source: { record },
    value,
    within: [{ theirs: row, own: row }],
    at: { theirs: day, own: day },
    window: { is: 'running' },
    type: total,
    span,
  }
}
