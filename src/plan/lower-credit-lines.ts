import { power10 } from '../base/decimal.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { mostRows } from '../check/sum-range.ts'
import { fixed, type NumberType } from '../check/types.ts'
import { planType, type Site } from './builder.ts'
import { addExpr, columnOf, counts } from './columns.ts'
import { integer, numbered, spell } from './credit-columns.ts'
import { choose, column, compare, refTo, sumOf, whole, yes } from './expressions.ts'
import { convert, lower, shift } from './lowered.ts'
import type { Aggregate, Expr, Id, Type } from './plan.ts'
import type { RecordedShares } from './stored.ts'

/** A line that shares the row, while the lines are worked out. `there`: whether the row has such a line. */
export type Main = {
  readonly label: string
  readonly there: Expr
  readonly party: Expr
  readonly n: Expr
  readonly uses: clauses.CreditUses
  /** What a hand-over has kept for a use of its own: it goes no further. */
  readonly kept?: true
  readonly span: checked.Typed['span']
}
/** The whole that shares are parts of: 10^scale, or a column of its own. `max`: the largest that either may be. */
export type Whole = { readonly scale: number; readonly max: bigint; readonly d?: Expr }

/** Lines with shares of their own; those that are no constants must total 100 % in each row. */
export function fixedLines(site: Site, credit: clauses.Credit): { mains: readonly Main[]; all: Whole } {
  const types = credit.fixed.map(({ share }) => share.type)
  const scale = Math.max(...types.map((type) => (type.is === 'number' ? type.range.scale : 0)))
  const raw = credit.fixed.map(({ share }) => {
    const own = share.type.is === 'number' ? share.type.range.scale : 0
    return shift(lower(site, share).n, scale - own)
  })
  const fit = credit.proved ? undefined : fitColumn(site, credit, raw, scale)
  const mains = credit.fixed.map((line, i): Main => {
    const n = raw[i] ?? whole(0n)
    return {
      label: numbered(spell(site.builder, 'share'), i, credit.fixed.length),
      there: yes,
      party: lower(site, line.party).n,
      n: fit ? choose(column(fit), n, n) : n,
      uses: line.uses,
      span: line.span,
    }
  })
  return { mains, all: { scale, max: largest(types, scale) } }
}

/** The largest share that any of some types can hold, at a scale. */
function largest(types: readonly checked.Typed['type'][], scale: number): bigint {
  const most = types.map((type) =>
    type.is === 'number' ? type.range.max * power10(scale - type.range.scale) : 0n,
  )
  return most.reduce((a, b) => (b > a ? b : a), power10(scale))
}

function fitColumn(site: Site, credit: clauses.Credit, shares: readonly Expr[], scale: number): Id {
  const { builder } = site
  const name = credit.title ?? credit.id
  const state = builder.reason({ class: 'conflict', code: 'BY845', args: { name }, origin: credit.span })
  const wrong: Expr = {
    op: 'or',
    all: [
      ...shares.map((share) => compare(share, '<', whole(0n))),
      compare(sumOf(shares), '<>', whole(power10(scale))),
    ],
  }
  const fit = addExpr(site, 'fit', { is: 'truth' }, choose(wrong, { op: 'fail', state }, yes), credit.span)
  builder.checks.push({ column: fit, state, code: 'BY765', args: { name } })
  return fit
}

/** A line for each row of shares that there may be, in the order of their parties; and one where there are none. */
export function splitLines(
  site: Site,
  credit: clauses.Credit,
  split: clauses.CreditSplit,
): { mains: readonly Main[]; all: Whole; recorded: RecordedShares } {
  const { builder } = site
  const { span } = split
  const name = credit.title ?? credit.id
  const most = String(split.upTo)
  const inner: Site = { builder, grain: { record: split.record }, owner: `${credit.id}.split` }
  const outer: Site = { builder, grain: { record: split.of }, owner: `${credit.id}.split` }
  const type = split.share.type
  const exact: NumberType =
    type.is === 'number'
      ? fixed(type)
      : { is: 'number', unit: 'percent', range: { scale: 0, min: 0n, max: 1n } }
  const share = addExpr(
    inner,
    'portion',
    planType(exact),
    convert(lower(inner, split.share), type, exact).n,
    span,
  )
  const party = columnOf(inner, split.party, 'party').column
  const empty = builder.reason({
    class: 'missing',
    code: 'BY816',
    args: { record: split.record },
    origin: span,
  })
  const common = {
    op: 'aggregate',
    source: builder.grain(inner.grain),
    at: { path: [split.field] },
    empty,
    several: empty,
  } as const satisfies Partial<Aggregate>
  const count = addExpr(outer, 'count', counts, { ...common, fn: 'count' }, span)
  const negative = addExpr(inner, 'negative', { is: 'truth' }, compare(column(share), '<', whole(0n)), span)
  const below = addExpr(outer, 'below', { is: 'truth' }, { ...common, fn: 'any', value: negative }, span)
  const total = addExpr(
    outer,
    'total',
    integer(exact.range.max * mostRows),
    { ...common, fn: 'sum', value: share },
    span,
  )
  const all = split.weights ? whole(0n) : whole(power10(exact.range.scale))
  const many = builder.reason({ class: 'conflict', code: 'BY846', args: { name, most }, origin: span })
  const other = builder.reason({ class: 'conflict', code: 'BY845', args: { name }, origin: span })
  const some = compare(column(count), '>', whole(0n))
  const fit = addExpr(
    outer,
    'fit',
    { is: 'truth' },
    {
      op: 'choose',
      cases: [
        { when: compare(column(count), '>', whole(BigInt(split.upTo))), then: { op: 'fail', state: many } },
        {
          when: {
            op: 'and',
            all: [
              some,
              { op: 'or', all: [column(below), compare(column(total), split.weights ? '=' : '<>', all)] },
            ],
          },
          then: { op: 'fail', state: other },
        },
      ],
      otherwise: yes,
    },
    span,
  )
  builder.checks.push({ column: fit, state: many, code: 'BY766', args: { name, most } })
  builder.checks.push({ column: fit, state: other, code: 'BY765', args: { name } })
  const here = (id: Id): Expr =>
    split.path.length === 0 && split.of === credit.record
      ? column(id)
      : { op: 'lookup', column: id, at: { path: split.path }, state: empty }
  const nth = (value: Id, index: number, part: string, of: Type): Expr =>
    here(
      addExpr(
        outer,
        `${part}-${index}`,
        of,
        { ...common, fn: 'nth', index, value, order: party, then: share },
        span,
      ),
    )
  const none = compare(here(count), '=', whole(0n))
  const rows = Array.from({ length: split.upTo }, (_, i): Main => {
    const recorded = compare(here(count), '>', whole(BigInt(i)))
    const n = choose(recorded, nth(share, i + 1, 'share', planType(exact)), whole(0n))
    const named = nth(party, i + 1, 'party', refTo(credit.party))
    const args = { name }
    const nobody = builder.reason({ class: 'missing', code: 'BY847', args, origin: span })
    // With nothing recorded, and nothing that says who is credited then, the first line is there for nobody.
    const first = i === 0 && !credit.otherwise
    return {
      label: numbered(spell(site.builder, 'split'), i, split.upTo),
      there: first ? { op: 'or', all: [recorded, none] } : recorded,
      party: first ? choose(none, { op: 'fail', state: nobody }, named) : named,
      n: choose(here(fit), first ? choose(none, whole(1n), n) : n, whole(0n)),
      uses: split.uses,
      span,
    }
  })
  const { otherwise } = credit
  const rest: readonly Main[] = otherwise
    ? [
        {
          label: spell(site.builder, 'otherwise'),
          there: none,
          party: lower(site, otherwise.party).n,
          n: choose(none, split.weights ? whole(1n) : all, whole(0n)),
          uses: otherwise.uses,
          span: otherwise.span,
        },
      ]
    : []
  const d = split.weights ? choose(none, whole(1n), here(total)) : undefined
  const max = largest([exact], exact.range.scale)
  const scale = d ? 0 : exact.range.scale
  const recorded: RecordedShares = { party, fit, tooMany: many }
  return { mains: [...rows, ...rest], all: { scale, max, ...(d && { d }) }, recorded }
}
