import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { Collected } from './clauses.ts'
import { ofManyRows } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { countedRecord } from './infer-aggregate.ts'
import { arithmetic, checkWidth } from './infer-arithmetic.ts'
import { compareTyped } from './infer-compare.ts'
import { referencePaths } from './paths.ts'
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
  const paths = referencePaths(env.records, record, context.record.id)
  const [path] = paths
  if (!path || paths.length > 1) {
    const from = record.id
    const to = context.record.id
    if (!path) env.report('BY402', { from, to }, part.span)
    else env.report('BY403', { from, to, paths: paths.map((p) => p.join('.')).join(', ') }, part.span)
    return undefined
  }
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
