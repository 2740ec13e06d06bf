import type * as checked from '../check/checked.ts'
import { sumRange } from '../check/sum-range.ts'
import { fixed, type Type } from '../check/types.ts'
import { type Lowered, planType, type Site } from './builder.ts'
import { addExpr, columnOf } from './columns.ts'
import { choose, column, compare, no, not, whole } from './expressions.ts'
import { fixedColumn } from './lower-aggregate.ts'
import { passing } from './lowered.ts'
import type { Expr, Id, Rolling } from './plan.ts'

type Typed = checked.Rolling & Pick<checked.Typed, 'type' | 'span'>

/** A window of rows as a column at the row's own grain, over columns of the rows that it goes through. */
export function lowerRolling(site: Site, typed: Typed): Lowered {
  const { builder } = site
  const inner: Site = { builder, grain: typed.source, owner: `${site.owner}.${typed.fn}` }
  const args = { record: typed.record }
  const empty = builder.reason({ class: 'missing', code: 'BY816', args, origin: typed.span })
  const own: Site = { ...site, owner: `${site.owner}.${typed.fn}` }
  const test = typed.where && columnOf(inner, typed.where, 'where').column
  const shared: Shared = {
    op: 'rolling',
    source: builder.grain(typed.source),
    ...(test && { where: test }),
    within: typed.within.map(({ theirs, own: mine }) => ({
      theirs: columnOf(inner, theirs, 'group').column,
      own: columnOf(own, mine, 'group').column,
    })),
    at: {
      theirs: columnOf(inner, typed.at.theirs, 'day').column,
      own: columnOf(own, typed.at.own, 'day').column,
    },
    ...(typed.moment && {
      moment: {
        theirs: columnOf(inner, typed.moment.theirs, 'moment').column,
        own: columnOf(own, typed.moment.own, 'moment').column,
      },
    }),
    window: typed.window,
    empty,
  }
  const add = (part: string, type: Type, expr: Rolling): Expr =>
    column(addExpr(site, part, planType(type), expr, typed.span))
  switch (typed.fn) {
    case 'count':
    case 'any':
    case 'all':
      return counted(inner, typed, shared, add)
    case 'min':
    case 'max':
      return { n: add(typed.fn, typed.type, { ...shared, fn: typed.fn, value: valueColumn(inner, typed) }) }
    case 'sum':
    case 'avg':
      return summed(site, inner, typed, shared, add)
  }
}

type Shared = Omit<Rolling, 'fn' | 'value'>
type Add = (part: string, type: Type, expr: Rolling) => Expr

const counts: Type = { is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: 100_000_000n } }

/** `any` is that more than none passes the test, `all` that none fails it. */
function counted(inner: Site, typed: Typed, shared: Shared, add: Add): Lowered {
  const { fn, value } = typed
  const test = value?.type.is === 'truth' ? columnOf(inner, value, 'test').column : undefined
  const where = test === undefined ? shared.where : tested(inner, test, fn === 'all', shared.where, typed)
  const n = add(fn, counts, { ...shared, ...(where && { where }), fn: 'count' })
  if (fn === 'count') return { n }
  return { n: compare(n, fn === 'any' ? '>' : '=', whole(0n)) }
}

function tested(inner: Site, test: Id, negated: boolean, where: Id | undefined, typed: Typed): Id {
  if (!negated && where === undefined) return test
  const passes = negated ? passing(column(test), not(column(test))) : column(test)
  const expr = where === undefined ? passes : passing(column(where), choose(column(where), passes, no))
  return addExpr(inner, 'counts', { is: 'truth' }, expr, typed.span)
}

function valueColumn(inner: Site, { value }: Typed): Id {
  if (!value) throw new Error('a sum is of a value')
  return value.type.is === 'number' && value.type.over
    ? fixedColumn(inner, value, fixed(value.type))
    : columnOf(inner, value, 'value').column
}

/** A sum of exact numbers; an average is a sum over a count, kept as a fraction. */
function summed(site: Site, inner: Site, typed: Typed, shared: Shared, add: Add): Lowered {
  const { type, value, span } = typed
  if (type.is !== 'number' || value?.type.is !== 'number') throw new Error('a sum is a number')
  const sums = sumRange(fixed(value.type))
  const args = { record: typed.record }
  const state = site.builder.reason({ class: 'out-of-range', code: 'BY817', args, origin: span })
  const limit = { min: String(sums.min), max: String(sums.max), state }
  const read = valueColumn(inner, typed)
  const { over: _, ...total } = type
  const sum = add('sum', total, { ...shared, fn: 'sum', value: read, limit })
  if (typed.fn === 'sum') return { n: sum }
  const number = add('counted', counts, { ...shared, fn: 'count', value: read })
  const d: Expr = { op: 'nonzero', a: number, state: shared.empty }
  return { n: { op: 'mul', a: sum, b: { op: 'sign', a: d } }, d }
}
