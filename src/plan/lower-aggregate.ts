import type * as checked from '../check/checked.ts'
import { sumRange } from '../check/sum-range.ts'
import { fixed, type NumberType, type Type } from '../check/types.ts'
import { column, denominatorType, type Lowered, planType, type Site } from './builder.ts'
import { existsColumn } from './lower-scope.ts'
import { convert, lower, passing } from './lowered.ts'
import type { Aggregate, Expr, Id } from './plan.ts'

type Typed = checked.Typed

/** An aggregate as a column of its own at this grain, over columns of the grain that it goes through. */
export function lowerAggregate(
  site: Site,
  typed: checked.Aggregate & { type: Type; span: Typed['span'] },
): Lowered {
  const { builder } = site
  const inner: Site = { builder, grain: typed.source, owner: `${site.owner}.${typed.fn}` }
  const where = whereColumn(inner, typed)
  const at = placement(inner, typed, site.grain)
  const name = typed.record
  const args = { record: name }
  const empty = builder.reason({
    class: 'missing',
    code: typed.fn === 'only' ? 'BY806' : 'BY816',
    args,
    origin: typed.span,
  })
  const several = builder.reason({ class: 'conflict', code: 'BY807', args, origin: typed.span })
  const order = typed.order && columnOf(inner, typed.order, 'order').column
  const shared = {
    op: 'aggregate',
    source: builder.grain(typed.source),
    at,
    empty,
    several,
    ...(where && { where }),
    ...(order && { order }),
  } as const
  const add = (id: string, type: Type, expr: Aggregate): Expr =>
    column(
      builder.column({
        id: `${site.owner}.${id}`,
        grain: builder.grain(site.grain),
        type: planType(type),
        expr,
        origin: builder.origin(typed.span),
      }),
    )
  if (typed.fn === 'count' || typed.fn === 'any' || typed.fn === 'all') {
    // `count(paid)` counts the rows whose test holds; `any`, `all` say whether it does.
    const test =
      typed.value && typed.value.type.is === 'truth' ? columnOf(inner, typed.value, 'test').column : undefined
    if (typed.fn === 'count' && test)
      return {
        n: add('count', typed.type, { ...shared, fn: 'count', where: both(inner, test, where, typed) }),
      }
    return { n: add(typed.fn, typed.type, { ...shared, fn: typed.fn, ...(test && { value: test }) }) }
  }
  const value =
    typed.value ?? ({ is: 'const', value: true, type: { is: 'truth' }, span: typed.span } as const)
  if (typed.fn === 'sum' || typed.fn === 'avg') return summed(site, inner, typed, value, shared, add)
  const read = columnOf(inner, value, 'value')
  const over = {
    ...shared,
    fn: typed.fn,
    value: read.column,
    ...(read.denominator && { denominator: read.denominator }),
  }
  const n = add(typed.fn, typed.type, over)
  if (!read.denominator || typed.type.is !== 'number') return { n }
  const d = builder.column({
    id: `${site.owner}.${typed.fn}.over`,
    grain: builder.grain(site.grain),
    type: denominatorType(typed.type),
    expr: { ...over, part: 'denominator' },
    origin: builder.origin(typed.span),
  })
  return { n, d: column(d) }
}

type Shared = Omit<Aggregate, 'fn' | 'value'>

/** A sum adds exact numbers: fractions are fixed before. An average is a sum over a count, kept as a fraction. */
function summed(
  site: Site,
  inner: Site,
  typed: checked.Aggregate & { type: Type; span: Typed['span'] },
  value: Typed,
  shared: Shared,
  add: (id: string, type: Type, expr: Aggregate) => Expr,
): Lowered {
  const { type } = typed
  if (type.is !== 'number' || value.type.is !== 'number') return lower(site, value)
  const exact = fixed(value.type)
  const read = value.type.over ? fixedColumn(inner, value, exact) : columnOf(inner, value, 'value').column
  const { over, ...total } = type
  const state = site.builder.reason({
    class: 'out-of-range',
    code: 'BY817',
    args: { record: typed.record },
    origin: typed.span,
  })
  const sums = sumRange(exact)
  const limit = { min: String(sums.min), max: String(sums.max), state }
  const sum = add('sum', total, { ...shared, fn: 'sum', value: read, limit })
  if (typed.fn === 'sum') return { n: sum }
  // Rows whose value is not applicable are neither added nor counted.
  const counted = add(
    'counted',
    { is: 'number', unit: 'count', range: over ?? total.range },
    { ...shared, fn: 'count', value: read },
  )
  const d: Expr = { op: 'nonzero', a: counted, state: shared.empty }
  return { n: { op: 'mul', a: sum, b: { op: 'sign', a: d } }, d }
}

/** A fraction fixed to its places, row by row; rows to which it does not apply stay such, so that a sum skips them. */
export function fixedColumn(site: Site, value: Typed, exact: NumberType): Id {
  const { builder } = site
  const lowered = lower(site, value)
  return builder.column({
    id: `${site.owner}.fixed`,
    grain: builder.grain(site.grain),
    type: planType(exact),
    expr: passing(lowered.n, convert(lowered, value.type, exact).n),
    origin: builder.origin(value.span),
  })
}

/** A column that holds the expression: the one it already is, or a new one at the site's grain. */
export function columnOf(site: Site, typed: Typed, part: string): { column: Id; denominator?: Id } {
  const { builder } = site
  if (typed.is === 'result' && !typed.at) {
    const result = builder.results.get(`${typed.of}.${typed.result}`)
    if (result)
      return { column: result.column, ...(result.denominator && { denominator: result.denominator }) }
  }
  const lowered = lower(site, typed)
  const shape = { grain: builder.grain(site.grain), origin: builder.origin(typed.span) }
  const denominator =
    lowered.d && typed.type.is === 'number'
      ? builder.column({
          ...shape,
          id: `${site.owner}.${part}.over`,
          type: denominatorType(typed.type),
          expr: lowered.d,
        })
      : undefined
  const id = builder.column({
    ...shape,
    id: `${site.owner}.${part}`,
    type: planType(typed.type),
    expr: lowered.n,
    ...(denominator && { denominator }),
  })
  return { column: id, ...(denominator && { denominator }) }
}

/** Rows × periods of subjects that come and go count only while they exist. */
function whereColumn(inner: Site, typed: checked.Aggregate): Id | undefined {
  const test = typed.where && columnOf(inner, typed.where, 'where').column
  const exists = typed.source.period === undefined ? undefined : existsColumn(inner.builder, typed.source)
  if (!exists) return test
  if (!test) return exists
  return both(inner, exists, test, typed)
}

function both(inner: Site, a: Id, b: Id | undefined, typed: checked.Aggregate): Id {
  if (b === undefined) return a
  const { builder } = inner
  const expr: Expr = { op: 'and', all: [column(a), column(b)] }
  const origin = builder.origin(typed.where?.span ?? typed.value?.span ?? { source: '', from: 0, to: 0 })
  return builder.column({
    id: `${inner.owner}.counts`,
    grain: builder.grain(inner.grain),
    type: { is: 'truth' },
    expr,
    origin,
  })
}

function placement(inner: Site, typed: checked.Aggregate, target: checked.Grain): Aggregate['at'] {
  const { path, period, row } = typed.at
  const start = row && columnOf(inner, row, 'via').column
  const to = target.record === undefined ? {} : { ...(start !== undefined && { row: start }), path }
  if (period === undefined) return to
  if (period === 'own') return { ...to, period: { is: 'own' } }
  if ('date' in period)
    return { ...to, period: { is: 'date', column: columnOf(inner, period.date, 'posting').column } }
  return { ...to, period: { is: 'period', column: columnOf(inner, period.period, 'posting').column } }
}
