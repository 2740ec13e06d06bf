import { power10 } from '../base/decimal.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { singleValue } from './cells.ts'
import type { DecisionTable, Interval, Typed } from './checked.ts'
import { broken, constant } from './constants.ts'
import { commonPlaces } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { sharedOut } from './infer-among.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { onlyPath, recordAlong, referencePaths } from './paths.ts'
import { union } from './range.ts'
import { roundedType, roundingUnit } from './rounding.ts'
import { mostRows } from './sum-range.ts'
import { type Level, stateOf, type TargetShape } from './target-tree.ts'
import { date, fixed, type NumberType, type Type, truth } from './types.ts'

/** A name of ours as an expression. */
export function named(text: string, span: Span): ast.Expr {
  return { is: 'path', parts: [{ text, span }], span }
}

/** What a level is before any change: the total, or its part of the level before. */
export function firstPart(
  context: Context,
  shape: TargetShape,
  level: Level,
  target: ast.TargetDeclaration,
): Typed {
  const total = target.lines.find((line) => line.is === 'total')
  const { of, line } = level
  if (!of || !line)
    return total ? handedOn(context, shape, level, infer(context, total.value)) : broken(level.span)
  const by = line.table
    ? infer(context, named(`${level.id}.weight`, level.span))
    : line.weight
      ? infer(context, line.weight)
      : constant(1n, 0, 'number', level.span)
  const part = partOf(context, level, { pool: named(stateOf(shape, of, 0), level.span), by })
  return handedOn(context, shape, level, part)
}

/** An amount that there is nobody to hand down to is held: it would be lost. INVARIANT: parts make up their whole. */
export function handedOn({ env }: Context, { chain }: TargetShape, level: Level, a: Typed): Typed {
  const next = chain[chain.indexOf(level) + 1]
  const record = next?.record === undefined ? undefined : env.records.get(next.record)
  if (next?.by !== 'record' || !record || a.type.is !== 'number') return a
  const { span } = level
  const path = level.record === undefined ? [] : (referencePaths(env.records, record, level.record)[0] ?? [])
  const count: Typed = {
    is: 'aggregate',
    fn: 'count',
    record: record.id,
    source: { record: record.id, period: level.period },
    at: { path, period: 'own' },
    type: { is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: mostRows } },
    span,
  }
  const none = constant(0n, 0, a.type.unit, span, a.type.currency)
  const anybody: Typed = {
    is: 'compare',
    op: '>',
    a: count,
    b: constant(0n, 0, 'count', span),
    type: truth,
    span,
  }
  const nothing: Typed = { is: 'compare', op: '=', a, b: none, type: truth, span }
  const when: Typed = { is: 'or', a: anybody, b: nothing, type: truth, span }
  return { is: 'only-when', a, when, code: 'BY850', name: record.id, type: a.type, span }
}

/** A level's part of a pool of the level before, handed down by its own rule. */
export function partOf(
  context: Context,
  level: Level,
  { pool, by }: { readonly pool: ast.Expr; readonly by: Typed },
): Typed {
  const { of, line, span } = level
  if (!of || by.type.is === 'error') return broken(span)
  const common = { pool, by, ...(line?.remainder && { remainder: line.remainder }), span }
  if (level.by === 'period') return sharedOut(context, { ...common, periods: of.period })
  if (of.record === undefined) return sharedOut(context, common)
  const group = referenceTo(context, of.record, span)
  return group ? sharedOut(context, { ...common, group }) : broken(span)
}

/** The one chain of references from the row of the context; reported when there is none, or more than one. */
function referenceTo(context: Context, record: string, span: Span): Typed | undefined {
  const { env } = context
  const here = context.record
  if (!here || !env.records.has(record)) return undefined
  const path = onlyPath(env, here, record, span, () =>
    env.report('BY676', { name: here.id, before: record }, span),
  )
  if (!path) return undefined
  const field = path.at(-1) ?? ''
  const steps = path.slice(0, -1)
  const owner = recordAlong(env.records, here.id, steps)
  return { is: 'field', path: steps, record: owner, field, type: { is: 'ref', record }, span }
}

/** The written weight of the row's own period, by its place in the period before, or in the year: a table of its own. */
export function periodWeight(context: Context, level: Level): Typed {
  const { line, of, span } = level
  const rows = line?.table?.rows ?? []
  const whole = rows.flatMap(({ cells }) => {
    const value = cells[1] && singleValue(cells[1])
    const weight = value && infer(context, value)
    return weight?.type.is === 'number' ? [weight] : []
  })
  const place = of && placeOf(context, level, of, rows.length)
  if (!place || whole.length < rows.length) return broken(span)
  const types = whole.flatMap((weight) => (weight.type.is === 'number' ? [weight.type] : []))
  const [first] = types
  if (!first) return broken(span)
  const type: NumberType = { ...first, range: types.map(({ range }) => range).reduce(union) }
  const table: DecisionTable = {
    kind: 'table',
    id: level.id,
    hit: 'first',
    inputs: [{ name: level.period, type: place.type }],
    outputs: [{ name: 'weight', type }],
    rows: rows.map((row, i) => ({
      tests: [{ is: 'intervals', negated: false, intervals: [only(place.at(i))] }],
      gives: whole.slice(i, i + 1),
      span: row.span,
    })),
    span,
  }
  return { is: 'table', of: table, inputs: [place.input], output: 0, type, span }
}

function only(at: bigint): Interval {
  return { low: { at, included: true }, high: { at, included: true } }
}

type PeriodPlace = { readonly input: Typed; readonly type: Type; readonly at: (row: number) => bigint }

/** Which row stands for a period: its place from 1 on; of periods with bounds of their own, their first days. */
function placeOf(
  { env }: Context,
  { period, span }: Level,
  of: Level,
  count: number,
): PeriodPlace | undefined {
  const kind = env.periods.get(period)
  const outer = env.periods.get(of.period)
  const first: Typed = { is: 'period-day', which: 'first', type: date, span }
  if (kind?.is === 'bounds')
    return { input: first, type: date, at: (row) => BigInt(kind.bounds[row]?.start ?? 0) }
  if (kind?.is !== 'months' || outer?.is !== 'months') return undefined
  const within = count === outer.months / kind.months ? outer.id : 'year'
  const begin: Typed = {
    is: 'period-of',
    kind: within,
    a: first,
    type: { is: 'period', kind: within },
    span,
  }
  const range = { scale: 0, min: 0n, max: 11n }
  const months: Typed = {
    is: 'months-between',
    a: begin,
    b: first,
    type: { is: 'number', unit: 'count', range },
    span,
  }
  const number = (n: number) => constant(BigInt(n), 0, 'count', span)
  const { report } = env
  const passed = kind.months === 1 ? months : arithmetic(report, '/', months, number(kind.months), span)
  const input = arithmetic(report, '+', passed, number(1), span)
  const scale = input.type.is === 'number' ? input.type.range.scale : 0
  return { input, type: input.type, at: (row) => BigInt(row + 1) * power10(scale) }
}

/** One of two numbers of one unit. */
export function either(when: Typed, then: Typed, otherwise: Typed, span: Span): Typed {
  if (then.type.is !== 'number' || otherwise.type.is !== 'number') return broken(span)
  const a = fixed(then.type)
  const b = fixed(otherwise.type)
  const type: NumberType = { ...b, range: union(a.range, b.range) }
  return { is: 'if', when, then, otherwise, type, span }
}

/** What a person carries of a part: a share of it from nothing to all, in whole units. */
export function assignedPart(context: Context, level: Level): Typed {
  const { of, line, span } = level
  if (!of || !line?.weight) return broken(span)
  const part = infer(context, named(of.id, span))
  const share = infer(context, line.weight)
  if (part.type.is === 'error' || share.type.is === 'error') return broken(span)
  const product = arithmetic(context.env.report, '*', part, share, line.weight.span)
  if (product.type.is !== 'number' || share.type.is !== 'number') return broken(span)
  const cent = { unit: 1n, scale: product.type.unit === 'money' ? commonPlaces(product.type.currency) : 0 }
  const step = line.remainder?.unit ? roundingUnit(context, line.remainder.unit) : cent
  if (!step) return broken(span)
  const type = roundedType(product.type, step, 'down')
  const rounded: Typed = { is: 'rounded', a: product, ...step, mode: 'down', type, span }
  const bound = (op: '>=' | '<=', value: bigint): Typed => ({
    is: 'compare',
    op,
    a: share,
    b: constant(value, 0, 'number', span),
    type: truth,
    span,
  })
  const when: Typed = { is: 'and', a: bound('>=', 0n), b: bound('<=', 1n), type: truth, span }
  const a: Typed = { is: 'only-when', a: rounded, when, code: 'BY851', name: level.id, type, span }
  return passing(part, a, span)
}

/** What is left of each part once all who carry it have theirs: never less than nothing. */
export function restPart(context: Context, level: Level): Typed {
  const { of, span } = level
  if (!of) return broken(span)
  const part = infer(context, named(of.id, span))
  const carried = infer(context, sumOf(level.id, span))
  if (part.type.is !== 'number' || carried.type.is !== 'number') return broken(span)
  const rest = arithmetic(context.env.report, '-', part, carried, span)
  if (rest.type.is !== 'number') return broken(span)
  const zero = constant(0n, 0, rest.type.unit, span, rest.type.currency)
  const when: Typed = { is: 'compare', op: '>=', a: rest, b: zero, type: truth, span }
  const a: Typed = { is: 'only-when', a: rest, when, code: 'BY854', name: level.id, type: rest.type, span }
  return passing(part, a, span)
}

/** Where there is no part, nothing of it is carried, and there is no rest. */
function passing(part: Typed, otherwise: Typed, span: Span): Typed {
  const when: Typed = { is: 'state', test: 'not-applicable', a: part, type: truth, span }
  return either(when, part, otherwise, span)
}

/** The reserve: the rests of all the parts that belong to it. */
export function reservePart(context: Context, level: Level, rest: string): Typed {
  const { of, span } = level
  if (of && context.record?.id === of.record) return infer(context, named(rest, span))
  return infer(context, sumOf(rest, span))
}

function sumOf(name: string, span: Span): ast.Expr {
  return { is: 'call', callee: { text: 'sum', span }, args: [named(name, span)], span }
}
