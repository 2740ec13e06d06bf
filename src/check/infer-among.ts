import type * as ast from '../syntax/ast.ts'
import type { Grain, Typed } from './checked.ts'
import { broken } from './constants.ts'
import { commonPlaces, currencyText, isOfRow, seenThrough, sharedCurrency } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { pathOf } from './infer-path.ts'
import { exactly, union } from './range.ts'
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
  const { env, grain } = context
  const within = groupOf(context, expr.within)
  if (within === false || !amongOthers(context, expr)) return broken(expr.span)
  const group = within?.type.is === 'ref' ? within.type.record : undefined
  const from = within ? pathOf(within) : undefined
  const record = group === undefined ? undefined : env.records.get(group)
  const of: Grain = {
    ...(group !== undefined && { record: group }),
    ...(grain.period !== undefined && { period: grain.period }),
  }
  const pool = infer(
    { env, grain: of, ...(record && { record }), ...(context.asOf && { asOf: context.asOf }) },
    expr.pool,
  )
  const by = infer(context, expr.by)
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
  if (pool.type.over || exact.unit !== 'money' || exact.range.scale > commonPlaces(exact.currency)) {
    env.report('BY463', {}, expr.pool.span)
    return broken(expr.span)
  }
  // A part may be nothing, or all of it.
  const part: NumberType = { ...exact, range: union(exact.range, exactly(0n, exact.range.scale)) }
  const type = seenThrough(payable(part), from?.path ?? [])
  return { is: 'share', pool, by, ...(within && { within }), path: [], ...from, of, type, span: expr.span }
}

/** The rows that a row stands among must be rows: of a record, or of its periods. */
function amongOthers({ env, grain }: Context, expr: Rank | Share): boolean {
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
