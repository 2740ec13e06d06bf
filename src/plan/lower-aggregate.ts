import type * as checked from '../check/checked.ts'
import { fixed, type NumberType, type Type } from '../check/types.ts'
import { denominatorType, type Lowered, planType, type Site } from './builder.ts'
import { addExpr, columnOf, type Stored } from './columns.ts'
import { column } from './expressions.ts'
import { type CountedRows, creditedRows } from './lower-credited.ts'
import { existsColumn } from './lower-scope.ts'
import { surplusRows } from './lower-surplus.ts'
import { convert, lower, passing, unless } from './lowered.ts'
import type { Aggregate, Type as ColumnType, Expr, Id } from './plan.ts'

type Typed = checked.Typed

type Call = checked.Aggregate & { readonly type: Type; readonly span: Typed['span'] }

/** An aggregate as a column of its own at this grain, over columns of the grain that it goes through. */
export function lowerAggregate(site: Site, typed: Call): Lowered {
  const inner: Site = { ...site, grain: typed.source, owner: `${site.owner}.${typed.fn}` }
  return unlessSurplus(site, inner, typed, counted(site, inner, typed))
}

/** Held where a row that counts has more shares than there may be, and one of them names whom this is for. */
function unlessSurplus(site: Site, inner: Site, typed: Call, lowered: Lowered): Lowered {
  const { builder } = site
  const found = typed.credited && builder.credits.get(typed.credited.credit)
  if (!typed.credited || !found) return lowered
  const all = surplusRows(inner, { ...typed, path: typed.at.path }, typed.credited, found)
  return all.reduce((so, { rows, held, state }): Lowered => {
    const seen = (id: Id): Id => rows.carry(id, typeOf(site, id))
    const measure = typed.value && seen(columnOf(inner, typed.value, 'value').column)
    const isTest = typed.fn === 'count' && typed.value?.type.is === 'truth'
    const own = whereColumn(inner, typed)
    const test = isTest && measure ? both(rows.site, measure, own && seen(own), typed) : own && seen(own)
    // A row to which the measure does not apply counts for nobody.
    const value = measure && !isTest ? passing(column(measure), column(held)) : column(held)
    const any: Aggregate = {
      op: 'aggregate',
      fn: 'any',
      source: builder.grain(rows.site.grain),
      value: addExpr(rows.site, 'holds', { is: 'truth' }, value, typed.span),
      ...(test && { where: test }),
      at: placement(inner, typed, site.grain, rows),
      empty: state,
      several: state,
    }
    const flag = addExpr(site, 'surplus', { is: 'truth' }, any, typed.span)
    return unless(column(flag), state, so)
  }, lowered)
}

function counted(site: Site, inner: Site, typed: Call): Lowered {
  const { builder } = site
  const rows: CountedRows = typed.credited
    ? creditedRows(inner, { ...typed, path: typed.at.path }, typed.credited, site.grain)
    : { site: inner, carry: (id) => id }
  const carry = (read: Stored): Stored => ({
    column: rows.carry(read.column, typeOf(site, read.column)),
    ...(read.denominator && { denominator: rows.carry(read.denominator, typeOf(site, read.denominator)) }),
  })
  const own = whereColumn(inner, typed)
  const where = countedWhere(rows, typed, own && carry({ column: own }).column)
  const at = placement(inner, typed, site.grain, rows)
  const args = { record: typed.record }
  const empty = builder.reason({
    class: 'missing',
    code: typed.fn === 'only' ? 'BY806' : 'BY816',
    args,
    origin: typed.span,
  })
  const several = builder.reason({ class: 'conflict', code: 'BY807', args, origin: typed.span })
  const order = typed.order && carry(columnOf(inner, typed.order, 'order')).column
  const shared = {
    op: 'aggregate',
    source: builder.grain(rows.site.grain),
    at,
    empty,
    several,
    ...(where && { where }),
    ...(order && { order }),
  } as const
  const shown = (value?: Id): Pick<Aggregate, 'whole'> =>
    typed.credited
      ? {
          whole: { source: builder.grain(typed.source), ...(value && { value }), ...(own && { where: own }) },
        }
      : {}
  const add = (id: string, type: Type, expr: Aggregate): Expr =>
    column(addExpr(site, id, planType(type), expr, typed.span))
  if (typed.fn === 'count' || typed.fn === 'any' || typed.fn === 'all') {
    // `count(paid)` counts the rows whose test holds; `any`, `all` say whether it does.
    const asked =
      typed.value?.type.is === 'truth' ? typed.value : typed.fn === 'count' ? undefined : yes(typed)
    const tested = asked && columnOf(inner, asked, 'test').column
    const test = tested && carry({ column: tested }).column
    if (typed.fn === 'count' && test)
      return {
        n: add('count', typed.type, {
          ...shared,
          ...shown(tested),
          fn: 'count',
          where: both(rows.site, test, where, typed),
        }),
      }
    return {
      n: add(typed.fn, typed.type, {
        ...shared,
        ...shown(tested),
        fn: typed.fn,
        ...(test && { value: test }),
      }),
    }
  }
  const value = typed.value ?? yes(typed)
  if (typed.fn === 'sum' || typed.fn === 'avg')
    return summed(site, inner, typed, value, { shared, rows, shown, add })
  const held = columnOf(inner, value, 'value')
  const read = carry(held)
  const over = {
    ...shared,
    ...shown(held.column),
    fn: typed.fn,
    value: read.column,
    ...(read.denominator && { denominator: read.denominator }),
  }
  const n = add(typed.fn, typed.type, over)
  if (!read.denominator || typed.type.is !== 'number') return { n }
  const below: Aggregate = { ...over, part: 'denominator' }
  const d = addExpr(site, `${typed.fn}.over`, denominatorType(typed.type), below, typed.span)
  return { n, d: column(d) }
}

/** What is so of every row: `any(Order where …)` asks only whether there is one. */
function yes({ span }: Call): Typed {
  return { is: 'const', value: true, type: { is: 'truth' }, span }
}

function typeOf({ builder }: Site, id: Id): ColumnType {
  const found = builder.ledger.get('column', id)
  if (!found) throw new Error(`no column ${id}`)
  return found
}

/** Which rows count: those that the call lets in and, by credit, those that have such a line. */
function countedWhere(rows: CountedRows, typed: Call, own: Id | undefined): Id | undefined {
  const credited = rows.where?.(typed.fn !== 'sum')
  if (!credited || !own) return credited ?? own
  return both(rows.site, credited, own, typed)
}

type Summing = {
  readonly shared: Omit<Aggregate, 'fn' | 'value'>
  readonly rows: CountedRows
  readonly shown: (value: Id) => Pick<Aggregate, 'whole'>
  readonly add: (id: string, type: Type, expr: Aggregate) => Expr
}

/** A sum adds exact numbers: fractions are fixed before. An average is a sum over a count, kept as a fraction. */
function summed(
  site: Site,
  inner: Site,
  typed: Call,
  value: Typed,
  { shared, rows, shown, add }: Summing,
): Lowered {
  const { type } = typed
  if (type.is !== 'number' || value.type.is !== 'number') return lower(site, value)
  const exact = fixed(value.type)
  const own = value.type.over ? fixedColumn(inner, value, exact) : columnOf(inner, value, 'value').column
  const parts = typed.fn === 'sum' ? rows.parts : undefined
  const read = parts ? parts(own, exact) : rows.carry(own, planType(exact))
  const { over, ...total } = type
  const state = site.builder.reason({
    class: 'out-of-range',
    code: 'BY817',
    args: { record: typed.record },
    origin: typed.span,
  })
  const limit = { min: String(total.range.min), max: String(total.range.max), state }
  const sum = add('sum', total, { ...shared, ...shown(own), fn: 'sum', value: read, limit })
  if (typed.fn === 'sum') return { n: sum }
  // Rows whose value is not applicable are neither added nor counted.
  const counted = add(
    'counted',
    { is: 'number', unit: 'count', range: over ?? total.range },
    { ...shared, ...shown(own), fn: 'count', value: read },
  )
  const d: Expr = { op: 'nonzero', a: counted, state: shared.empty }
  return { n: { op: 'mul', a: sum, b: { op: 'sign', a: d } }, d }
}

/** A fraction fixed to its places, row by row; rows to which it does not apply stay such, so that a sum skips them. */
export function fixedColumn(site: Site, value: Typed, exact: NumberType): Id {
  const lowered = lower(site, value)
  const expr = passing(lowered.n, convert(lowered, value.type, exact).n)
  return addExpr(site, 'fixed', planType(exact), expr, value.span)
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
  const span = typed.where?.span ?? typed.value?.span ?? { source: '', from: 0, to: 0 }
  return addExpr(inner, 'counts', { is: 'truth' }, { op: 'and', all: [column(a), column(b)] }, span)
}

function placement(
  inner: Site,
  typed: checked.Aggregate,
  target: checked.Grain,
  rows: CountedRows,
): Aggregate['at'] {
  const { path, period, row } = typed.at
  const start = row && columnOf(inner, row, 'via').column
  const plain = target.record === undefined ? {} : { ...(start !== undefined && { row: start }), path }
  const to = rows.at ?? plain
  const dated = (day: Typed): Id => {
    const { column: id } = columnOf(inner, day, 'posting')
    return rows.carry(id, typeOf(inner, id))
  }
  if (period === undefined) return to
  if (period === 'own') return { ...to, period: { is: 'own' } }
  if ('date' in period) return { ...to, period: { is: 'date', column: dated(period.date) } }
  return { ...to, period: { is: 'period', column: dated(period.period) } }
}
