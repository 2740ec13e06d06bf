import type { CompareOperator } from '../base/comparison.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { singleValue } from './cells.ts'
import type { RecordSymbol, Typed } from './checked.ts'
import { broken, constant } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { sharedOut } from './infer-among.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { referencePaths } from './paths.ts'
import { within } from './place.ts'
import { mostRows, sumRange } from './sum-range.ts'
import { either, handedOn, named, partOf } from './target-levels.ts'
import {
  type Change,
  type ChangeLine,
  deltaOf,
  knownOf,
  type Level,
  remainingOf,
  stateOf,
  type TargetShape,
  topOf,
} from './target-tree.ts'
import { date, fixed, type NumberType, truth } from './types.ts'

/** The amount by which each row, or the whole, is changed, in the total's period that holds the day. */
export function changeOf(context: Context, change: Change): Typed {
  const { line, day } = change
  const { span } = line
  const amount = line.amount ? wholeAmount(context, line.amount) : rowAmount(context, change)
  if (amount.type.is !== 'number') return broken(span)
  const when: Typed = {
    is: 'and',
    a: dayTest('first', '<=', day, span),
    b: dayTest('last', '>=', day, span),
    type: truth,
    span,
  }
  return either(when, amount, zeroLike(amount.type, span), span)
}

function wholeAmount(context: Context, { is, value }: NonNullable<ChangeLine['amount']>): Typed {
  const amount = infer(context, value)
  if (is === 'plus' || amount.type.is !== 'number') return amount
  return arithmetic(context.env.report, '-', zeroLike(amount.type, value.span), amount, value.span)
}

/** The amount that the change's table gives for the row, 0 for those it does not name; every one it names must be there. */
function rowAmount(context: Context, change: Change): Typed {
  const { line } = change
  const { record } = context
  const { span } = line
  const rows = rowsOf(line)
  if (!record || rows.length === 0) return broken(span)
  const amounts = rows.map((row) => infer(context, row.amount))
  const [first] = amounts
  if (first?.type.is !== 'number' || amounts.some(({ type }) => type.is === 'error')) return broken(span)
  const amount = rows.reduce<Typed>(
    (otherwise, row, i) => {
      const then = amounts[i]
      return then ? either(isRow(record, row.key, span), then, otherwise, span) : otherwise
    },
    zeroLike(first.type, span),
  )
  const known = infer(context, named(knownOf(change), span))
  const all = constant(BigInt(rows.length), 0, 'count', span)
  const when: Typed = { is: 'compare', op: '=', a: known, b: all, type: truth, span }
  return { is: 'only-when', a: amount, when, code: 'BY852', name: record.id, type: amount.type, span }
}

/** How many of the rows that a change names there are. */
export function knownRows({ env }: Context, { line, at }: Change): Typed {
  const { span } = line
  const record = at.record === undefined ? undefined : env.records.get(at.record)
  const tests = record ? rowsOf(line).map((row) => isRow(record, row.key, span)) : []
  const [first, ...rest] = tests
  if (!record || !first) return broken(span)
  return {
    is: 'aggregate',
    fn: 'count',
    record: record.id,
    source: { record: record.id },
    where: rest.reduce((a, b): Typed => ({ is: 'or', a, b, type: truth, span }), first),
    at: { path: [] },
    type: { is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: mostRows } },
    span,
  }
}

function isRow({ id, key = '', fields }: RecordSymbol, name: string, span: Span): Typed {
  const type = fields.get(key)?.type ?? { is: 'text' }
  const a: Typed = { is: 'field', path: [], record: id, field: key, type, span }
  const b: Typed = { is: 'const', value: name, type, span }
  return { is: 'same', negated: false, a, b, type: truth, span }
}

/** The rows of a change's table: a key and an amount each. */
export function rowsOf(
  line: ChangeLine,
): readonly { readonly key: string; readonly amount: ast.Expr; readonly span: Span }[] {
  return (line.table?.rows ?? []).flatMap((row) => {
    const [name, amount] = row.cells.map((cell) => singleValue(cell))
    const key =
      name?.is === 'text'
        ? name.value
        : name?.is === 'path' && name.parts.length === 1
          ? name.parts[0]?.text
          : name?.is === 'number'
            ? name.spelling
            : undefined
    return key !== undefined && amount ? [{ key, amount, span: row.span }] : []
  })
}

/** What a level still had from the day of a change on, before it. */
export function remaining(context: Context, shape: TargetShape, level: Level, i: number): Typed {
  const change = shape.changes[i]
  const { span } = level
  if (!change) return broken(span)
  const { chain } = shape
  const finest = chain.reduce((a, b) => (within(context.env.periods, b.period, a.period) ? b : a)).period
  const at = chain.findIndex(({ period }) => period === finest)
  const fine = chain[at]
  const starts = dayTest('first', '>=', change.day, span)
  if (!fine || chain.indexOf(level) >= at) {
    const old = infer(context, named(stateOf(shape, level, i), span))
    return old.type.is === 'number' ? either(starts, old, zeroLike(old.type, span), span) : broken(span)
  }
  const { env } = context
  const base = env.define(stateOf(shape, fine, i), { text: fine.id, span })
  if (base?.kind !== 'value' || base.type.is !== 'number') return broken(span)
  const from = fine.record === undefined ? undefined : env.records.get(fine.record)
  const path =
    from && level.record !== undefined && level.record !== fine.record
      ? (referencePaths(env.records, from, level.record)[0] ?? [])
      : []
  const source = base.scope.grain
  const type: NumberType = { ...fixed(base.type), range: sumRange(fixed(base.type)) }
  const value: Typed = { is: 'result', of: base.id, result: 'value', grain: source, type: base.type, span }
  return {
    is: 'aggregate',
    fn: 'sum',
    record: fine.record ?? '',
    source,
    value,
    where: starts,
    at: { path, period: 'own' },
    type,
    span,
  }
}

/** A level's part of a change: handed down below the level that it names, added up above it. */
export function changedPart(context: Context, shape: TargetShape, level: Level, i: number): Typed {
  const change = shape.changes[i]
  const { span } = level
  if (!change) return broken(span)
  const { chain } = shape
  const here = chain.indexOf(level)
  const there = chain.indexOf(change.at)
  if (here < there) {
    const name = deltaOf(change.at, change)
    return infer(context, { is: 'call', callee: { text: 'sum', span }, args: [named(name, span)], span })
  }
  const left = infer(context, named(remainingOf(level, change), span))
  if (here === there) {
    if (level.period === topOf(shape).period) return infer(context, named(change.id, span))
    const pool = named(change.id, span)
    const unit = level.line?.remainder?.unit
    const remainder: ast.Remainder | undefined = unit ? { unit, to: 'last' } : undefined
    return unlessNothing(context, pool, (c) =>
      sharedOut(c, { pool, by: left, periods: topOf(shape).period, ...(remainder && { remainder }), span }),
    )
  }
  if (!level.of) return broken(span)
  const pool = named(deltaOf(level.of, change), span)
  return unlessNothing(context, pool, (c) => partOf(c, level, { pool, by: weightLeft(c, level, left) }))
}

/** Periods take their part by what they still had; rows by their weight, as long as they had any. */
function weightLeft(context: Context, level: Level, left: Typed): Typed {
  if (level.by === 'period' || left.type.is !== 'number') return left
  const { line, span } = level
  const weight = line?.weight ? infer(context, line.weight) : constant(1n, 0, 'number', span)
  if (weight.type.is !== 'number') return weight
  const none: Typed = { is: 'compare', op: '=', a: left, b: zeroLike(left.type, span), type: truth, span }
  return either(none, zeroLike(weight.type, span), weight, span)
}

/** Of nothing, everybody's part is nothing, whatever it would be shared by. */
function unlessNothing(context: Context, pool: ast.Expr, share: (context: Context) => Typed): Typed {
  const parts = share(context)
  const whole = infer(context, pool)
  if (whole.type.is !== 'number' || parts.type.is !== 'number') return broken(pool.span)
  const { span } = pool
  const none: Typed = { is: 'compare', op: '=', a: whole, b: zeroLike(whole.type, span), type: truth, span }
  return either(none, zeroLike(parts.type, span), parts, span)
}

/** A level after a change: what it was, and its part of the change. */
export function changeSum(context: Context, shape: TargetShape, level: Level, i: number): Typed {
  const change = shape.changes[i]
  const { span } = level
  if (!change) return broken(span)
  const old = infer(context, named(stateOf(shape, level, i), span))
  const delta = infer(context, named(deltaOf(level, change), span))
  return handedOn(context, shape, level, arithmetic(context.env.report, '+', old, delta, span))
}

function zeroLike({ unit, currency }: NumberType, span: Span): Typed {
  return constant(0n, 0, unit, span, currency)
}

function dayTest(which: 'first' | 'last', op: CompareOperator, day: number, span: Span): Typed {
  const a: Typed = { is: 'period-day', which, type: date, span }
  const b: Typed = { is: 'const', value: day, type: date, span }
  return { is: 'compare', op, a, b, type: truth, span }
}
