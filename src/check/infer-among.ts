import { power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import type { Grain, RecordSymbol, Remainder, Typed } from './checked.ts'
import { broken } from './constants.ts'
import { commonPlaces, currencyText, isOfRow, seenThrough, sharedCurrency } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { pathOf } from './infer-path.ts'
import { isSelf, pathsIn } from './names.ts'
import { describeGrain, within as finer } from './place.ts'
import { exactly, union } from './range.ts'
import { roundingUnit } from './rounding.ts'
import { mostRows } from './sum-range.ts'
import { describe, fixed, type NumberType, payable, type Type } from './types.ts'

type Rank = Extract<ast.Expr, { is: 'rank' }>
type Share = Extract<ast.Expr, { is: 'share' }>

/** `rank of attainment within team`: how many are larger, and one. */
export function inferRank(context: Context, expr: Rank): Typed {
  const within = groupOf(context, expr.within)
  const a = infer(context, expr.a)
  if (within === false || !amongOthers(context, expr) || a.type.is === 'error') return broken(expr.span)
  if (a.type.is !== 'number' && a.type.is !== 'date') {
    context.env.report('BY316', { expected: 'number', found: describe(a.type) }, expr.a.span)
    return broken(expr.span)
  }
  if (!comparesAmong(context, a, sharedPath(within))) return broken(expr.span)
  const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: 1n, max: mostRows } }
  return { is: 'rank', a, ...(within && { within }), type, span: expr.span }
}

/** `pool shared by score within team`: the pool is worked out once for all, or for the group. */
export function inferShare(context: Context, expr: Share): Typed {
  const periods = periodsOf(context, expr.within)
  const within = periods === undefined ? groupOf(context, expr.within) : undefined
  if (within === false || periods === false) return broken(expr.span)
  const by = infer(context, expr.by)
  return sharedOut(context, {
    ...expr,
    by,
    ...(periods !== undefined && { periods }),
    ...(within && { group: within }),
  })
}

/** A sharing out whose weight is known, among the rows of a group or the periods of one subject. */
export type SharedOut = {
  readonly pool: ast.Expr
  readonly by: Typed
  readonly group?: Typed
  readonly periods?: string
  readonly remainder?: ast.Remainder
  readonly span: ast.Expr['span']
}

export function sharedOut(context: Context, expr: SharedOut): Typed {
  const { env, grain } = context
  const { by, periods, group: within } = expr
  if (periods === undefined && !amongOthers(context, expr)) return broken(expr.span)
  const group = within?.type.is === 'ref' ? within.type.record : undefined
  const from = within ? pathOf(within) : undefined
  const record =
    periods !== undefined ? context.record : group === undefined ? undefined : env.records.get(group)
  const outer = periods ?? grain.period
  const of: Grain = {
    ...(record && { record: record.id }),
    ...(outer !== undefined && { period: outer }),
  }
  const own = ownFieldIn(context, record, expr.pool)
  if (own) {
    env.report('BY549', { name: own.text, record: context.record?.id ?? '' }, own.span)
    return broken(expr.span)
  }
  const pool = infer(
    {
      env,
      grain: of,
      ...(record && { record }),
      ...(context.asOf && { asOf: context.asOf }),
      ...(context.over && { over: context.over }),
    },
    expr.pool,
  )
  if (pool.type.is === 'error' || by.type.is === 'error') return broken(expr.span)
  if (pool.type.is !== 'number' || by.type.is !== 'number') {
    const wrong = pool.type.is === 'number' ? by : pool
    env.report('BY316', { expected: 'number', found: describe(wrong.type) }, wrong.span)
    return broken(expr.span)
  }
  if (!comparesAmong(context, by, sharedPath(within))) return broken(expr.span)
  const exact = fixed(pool.type)
  if (from?.row && isOfRow(exact.currency)) {
    env.report('BY479', { field: currencyText(exact.currency) }, expr.pool.span)
    return broken(expr.span)
  }
  const finest = exact.unit === 'money' ? commonPlaces(exact.currency) : 0
  const counts = exact.unit === 'money' || exact.unit === 'count'
  if (pool.type.over || !counts || exact.range.scale > finest) {
    env.report('BY463', {}, expr.pool.span)
    return broken(expr.span)
  }
  // A part may be nothing, or all of it.
  const part: NumberType = { ...exact, range: union(exact.range, exactly(0n, exact.range.scale)) }
  const type = seenThrough(payable(part), from?.path ?? [])
  const remainder = expr.remainder && remainderOf(context, expr.remainder, type)
  if (expr.remainder && !remainder) return broken(expr.span)
  return {
    is: 'share',
    pool,
    by,
    ...(within && { within }),
    path: [],
    ...from,
    of,
    ...(periods !== undefined && { periods }),
    ...(remainder && { remainder }),
    type,
    span: expr.span,
  }
}

/** A name in the pool that only the rows who share it have. */
function ownFieldIn(
  { env, record }: Context,
  of: RecordSymbol | undefined,
  pool: ast.Expr,
): ast.Name | undefined {
  if (!record || record.id === of?.id) return undefined
  return pathsIn(pool)
    .flatMap(({ parts }) => parts.slice(0, 1))
    .find(
      ({ text }) =>
        (record.fields.has(text) || (isSelf(record, text) && text !== record.id)) &&
        !of?.fields.has(text) &&
        !env.declared.has(text),
    )
}

/** `within year`, where this is for a finer period: undefined where the group is no kind of period, false where it cannot be. */
function periodsOf(
  { env, grain, record, over }: Context,
  within: ast.Expr | undefined,
): string | undefined | false {
  const name = within?.is === 'path' && within.parts.length === 1 ? within.parts[0]?.text : undefined
  if (!within || name === undefined || record?.fields.has(name) || !env.periods.has(name)) return undefined
  const inner = grain.period
  if (inner !== undefined && inner !== name && !over && finer(env.periods, inner, name)) return name
  env.report('BY672', { kind: name, here: describeGrain(grain) }, within.span)
  return false
}

/** The unit at the pool's scale, who takes what is left, and by which order. */
function remainderOf(context: Context, written: ast.Remainder, pool: NumberType): Remainder | undefined {
  const { report } = context.env
  const { unit, to, by } = written
  const order = by && infer(context, by)
  if (order?.type.is === 'error') return undefined
  if (order && order.type.is !== 'date' && order.type.is !== 'number') {
    report('BY673', { found: describe(order.type) }, order.span)
    return undefined
  }
  if (!unit) return { unit: 1n, to, ...(order && { order }) }
  const step = roundingUnit(context, unit)
  if (!step) return undefined
  const places = pool.range.scale - step.scale
  const plain = places < 0 ? step.unit % power10(-places) : 0n
  if (plain !== 0n) {
    report('BY671', {}, unit.span)
    return undefined
  }
  const digits = places < 0 ? step.unit / power10(-places) : step.unit * power10(places)
  return { unit: digits, to, ...(order && { order }) }
}

/** The rows that a row stands among must be rows: of a record, or of its periods. */
function amongOthers({ env, grain }: Context, expr: Pick<Rank, 'span'>): boolean {
  if (grain.record !== undefined) return true
  env.report('BY462', {}, expr.span)
  return false
}

/** The references that lead from a row to its group; none where the group is looked up. */
function sharedPath(within: Typed | undefined): readonly string[] | undefined {
  const from = within && pathOf(within)
  return from?.row ? undefined : from?.path
}

/** Amounts of several rows compare where they are in one currency: where it stands in the row of their group. */
function comparesAmong({ env }: Context, a: Typed, group: readonly string[] | undefined): boolean {
  const currency = a.type.is === 'number' ? a.type.currency : undefined
  if (!isOfRow(currency) || (group && sharedCurrency(currency, group))) return true
  env.report('BY322', { field: currencyText(currency) }, a.span)
  return false
}

/** The reference that groups, undefined where none is written, false where it was reported. */
function groupOf(context: Context, expr: ast.Expr | undefined): Typed | undefined | false {
  if (!expr) return undefined
  const within = infer(context, expr)
  if (within.type.is === 'ref') return within
  if (within.type.is !== 'error') context.env.report('BY214', { found: describe(within.type) }, expr.span)
  return false
}
