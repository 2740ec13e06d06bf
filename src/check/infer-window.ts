import type * as ast from '../syntax/ast.ts'
import { printWindow } from '../syntax/print-expressions.ts'
import type { Aggregate, Grain, Typed, WindowKind } from './checked.ts'
import { broken } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { hasWindows } from './instances.ts'
import { literalDuration, literalNumber } from './literals.ts'
import { declaredNames } from './names.ts'
import { periodNamed } from './of-periods.ts'
import { describeGrain, within } from './place.ts'
import { mostRows } from './sum-range.ts'
import { type Type, truth } from './types.ts'

type WindowExpr = Extract<ast.Expr, { is: 'window' }>
type Call = Extract<ast.Expr, { is: 'call' }>

/**
 * `x in last 3 months`, `x year to date`: x as it is defined, but over the window that ends with this period. A
 * year-to-date attainment is what was collected in the year so far over the quota of the year so far.
 */
export function inferWindow(context: Context, expr: WindowExpr): Typed {
  const { env } = context
  if (expr.window.is === 'so-far' || ('within' in expr.window && expr.window.within)) {
    env.report('BY484', {}, expr.span)
    return broken(expr.span)
  }
  if (expr.window.is === 'previous') return inferPrevious(context, expr, expr.window.kind.text)
  const kind = windowKind(context, expr)
  if (kind === undefined) return broken(expr.span)
  const read = periodsRead(context, expr.a)
  const [of, ...more] = read
  if (of === undefined || more.length > 0) {
    env.report('BY430', { found: String(read.length) }, expr.a.span)
    return broken(expr.span)
  }
  const grain: Grain = { ...context.grain, period: kind }
  const a = infer(
    {
      ...context,
      grain,
      over: { ...context.over, window: { of, kind, words: printWindow(expr.window, env.policy.language) } },
    },
    expr.a,
  )
  return a.type.is === 'error'
    ? broken(expr.span)
    : { is: 'over-window', kind, a, type: a.type, span: expr.span }
}

/** `x in previous quarter`, where this is a quarter: x as it was worked out one period earlier. */
function inferPrevious(context: Context, expr: WindowExpr, kind: string): Typed {
  const { env, grain } = context
  if (grain.period === undefined || env.periods.get(grain.period)?.is === 'window') {
    env.report('BY431', { here: describeGrain(grain) }, expr.span)
    return broken(expr.span)
  }
  if (grain.period !== kind) {
    env.report('BY435', { kind, period: grain.period }, expr.span)
    return broken(expr.span)
  }
  if (readsItself(context, expr.a)) return ownPast(context, expr)
  const a = infer(context, expr.a)
  return a.type.is === 'error' ? broken(expr.span) : { is: 'previous', a, type: a.type, span: expr.span }
}

function readsItself(context: Context, expr: ast.Expr): boolean {
  const { self, grain } = context
  if (expr.is === 'parens') return readsItself(context, expr.a)
  return (
    self?.grain === grain &&
    expr.is === 'path' &&
    expr.parts.length === 1 &&
    expr.parts[0]?.text === self.name
  )
}

function ownPast({ env, self }: Context, { span }: WindowExpr): Typed {
  const past = self?.past
  if (!past) {
    env.report('BY450', { name: self?.name ?? '' }, span)
    return broken(span)
  }
  self.onRead()
  return { is: 'earlier', past, type: past.type, span }
}

/** The kinds of period that the values in an expression are worked out for. */
function periodsRead(context: Context, expr: ast.Expr): readonly string[] {
  const kinds = declaredNames(context.env, expr).flatMap(({ text }) => {
    const declaration = context.record?.fields.has(text) ? undefined : context.env.declared.get(text)
    return declaration && hasWindows(declaration) && declaration.grain.per ? [declaration.grain.per.text] : []
  })
  return [...new Set(kinds)]
}

/** The windows that end with the periods of this place; reported where there is none of that kind. */
function windowKind(context: Context, { window, span }: WindowExpr): string | undefined {
  const { env, grain } = context
  const here = grain.period
  if (here === undefined || env.periods.get(here)?.is === 'window') {
    env.report('BY431', { here: describeGrain(grain) }, span)
    return undefined
  }
  const wanted = meant(window)
  if (wanted === undefined || !env.periods.has(wanted.kind)) {
    env.report('BY432', {}, span)
    return undefined
  }
  const fits =
    wanted.is === 'last' ? within(env.periods, wanted.kind, here) : within(env.periods, here, wanted.kind)
  if (fits) return env.windowsOf(here, wanted)
  env.report('BY433', { window: wanted.kind, period: here }, span)
  return undefined
}

function meant(window: ast.Window): WindowKind | undefined {
  if (window.is === 'previous' || window.is === 'so-far') return undefined
  if (window.is === 'to-date') return { is: 'to-date', kind: window.kind }
  const { length, kind } = window
  if (length.is === 'duration') {
    const months = literalDuration(length)
    if (months?.of !== 'months') return undefined
    return counted(months.count, 'month')
  }
  const value = length.is === 'number' ? literalNumber(length) : undefined
  return value && value.scale === 0 && kind ? counted(Number(value.digits), kind.text) : undefined
}

const most = 120

function counted(count: number, kind: string): WindowKind | undefined {
  return count >= 1 && count <= most ? { is: 'last', count, kind } : undefined
}

/** How many of the periods in a window pass a test, whether any does, whether all do. */
export function inferPeriods(
  context: Context,
  fn: Aggregate['fn'],
  call: Call,
  test: (inner: Context, expr: ast.Expr) => Typed,
): Typed {
  const { env, grain } = context
  const [argument] = call.args
  if (argument?.is !== 'window') return broken(call.span)
  const period = periodNamed(context, argument.a) ?? ''
  const kind = windowKind(context, argument)
  if (kind === undefined) return broken(call.span)
  if ((fn !== 'count' && fn !== 'any' && fn !== 'all') || !call.where || call.posting || call.via) {
    env.report('BY434', {}, call.span)
    return broken(call.span)
  }
  if (!within(env.periods, period, kind)) {
    env.report('BY433', { window: kind.split('-').at(-1) ?? kind, period }, call.span)
    return broken(call.span)
  }
  const source: Grain = { ...grain, period }
  const where = test({ ...context, grain: source }, call.where)
  const counts: Type = { is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: mostRows } }
  const type = fn === 'count' ? counts : truth
  const a: Typed = {
    is: 'aggregate',
    fn,
    record: grain.record ?? '',
    source,
    value: where,
    at: { path: [], period: 'own' },
    type,
    span: call.span,
  }
  return { is: 'over-window', kind, a, type, span: call.span }
}
