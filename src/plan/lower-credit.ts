import { power10 } from '../base/decimal.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { mostRows } from '../check/sum-range.ts'
import { fixed, type NumberType } from '../check/types.ts'
import { type Builder, type CreditLine, planType, type Site } from './builder.ts'
import { absent, add, ifAny, spell } from './credit-columns.ts'
import { choose, column, compare, not, refTo, sumOf, whole, yes } from './expressions.ts'
import { columnOf } from './lower-aggregate.ts'
import { lowerRollUp } from './lower-roll-up.ts'
import { convert, lower, shift } from './lowered.ts'
import type { Aggregate, Expr, Id, Type } from './plan.ts'

/** A line that shares the row, while the lines are worked out. `there`: whether the row has such a line. */
type Main = {
  readonly label: string
  readonly there: Expr
  readonly party: Expr
  readonly n: Expr
  readonly uses: clauses.CreditUses
  readonly span: checked.Typed['span']
}
/** The whole that shares are parts of: 10^scale, or a column of its own. `max`: the largest that either may be. */
type Whole = { readonly scale: number; readonly max: bigint; readonly d?: Expr }

/**
 * A credit as columns of the credited record: for each of a fixed number of lines the party and the share. Whatever is
 * counted by credit goes over the rows of that record times these lines.
 */
export function lowerCredit(builder: Builder, credit: clauses.Credit): void {
  const site: Site = { builder, grain: { record: credit.record }, owner: credit.id }
  const shared = credit.split ? splitLines(site, credit, credit.split) : fixedLines(site, credit)
  const { mains, all } = credit.handOvers.reduce(
    (so, handOver, i) => handedOver(site, credit, so, handOver, i),
    shared,
  )
  // The parts of a row stand and fall together: one that is not known leaves the rounding of all unknown.
  const known = compare(sumOf(mains.map(({ n }) => n)), '>=', whole(0n))
  const d = all.d && add(site, 'whole', integer(all.max * mostRows), all.d, credit.span)
  const lines = mains.map((main, i): CreditLine & { readonly there: Id } => {
    const name = `line-${i + 1}`
    const there = add(site, `${name}.there`, { is: 'truth' }, main.there, main.span)
    return {
      there,
      label: main.label,
      party: add(site, `${name}.party`, refTo(credit.party), onlyThere(site, credit, there, main), main.span),
      n: add(site, `${name}.share`, shareType(all.scale, all.max), choose(known, main.n, main.n), main.span),
      ...(d && { d }),
      scale: all.scale,
      uses: main.uses,
    }
  })
  const overlays = credit.overlays.map((overlay, i): CreditLine => {
    const name = `overlay-${i + 1}`
    const { type } = overlay.share
    const scale = type.is === 'number' ? type.range.scale : 0
    const share = within(site, credit, lower(site, overlay.share).n, scale, overlay.span)
    return {
      label: numbered(spell(site.builder, 'overlay'), i, credit.overlays.length),
      party: add(
        site,
        `${name}.party`,
        refTo(credit.party),
        ifAny(site, credit, lower(site, overlay.party).n),
        overlay.span,
      ),
      n: add(site, `${name}.share`, shareType(scale, power10(scale)), share, overlay.span),
      scale,
      uses: overlay.uses,
    }
  })
  const above = credit.rollUp ? lowerRollUp(site, credit, credit.rollUp, lines) : []
  const taker = takerColumn(site, credit, lines)
  builder.credits.set(credit.id, {
    credit,
    lines: [...lines, ...overlays, ...above],
    main: lines.length,
    taker,
  })
}

function numbered(word: string, i: number, of: number): string {
  return of === 1 ? word : `${word} ${i + 1}`
}

function shareType(scale: number, max: bigint): Type {
  return { is: 'int', scale, min: '0', max: String(max), unit: 'percent' }
}

function integer(max: bigint): Type {
  return { is: 'int', scale: 0, min: String(-max), max: String(max), unit: 'number' }
}

/** Who is credited by a line, where there is one. In a line that shares the row somebody must be. */
function onlyThere(site: Site, credit: clauses.Credit, there: Id, main: Main): Expr {
  const args = { name: credit.title ?? credit.id }
  const nobody = site.builder.reason({ class: 'missing', code: 'BY847', args, origin: main.span })
  return {
    op: 'choose',
    cases: [
      { when: not(column(there)), then: { op: 'fail', state: absent(site, credit) } },
      { when: { op: 'is', what: 'missing', a: main.party }, then: { op: 'fail', state: nobody } },
    ],
    otherwise: main.party,
  }
}

/** A share that must lie from 0 % to 100 %. */
function within(
  site: Site,
  credit: clauses.Credit,
  share: Expr,
  scale: number,
  origin: checked.Typed['span'],
): Expr {
  const args = { name: credit.title ?? credit.id }
  const state = site.builder.reason({ class: 'conflict', code: 'BY848', args, origin })
  const outside: Expr = {
    op: 'or',
    all: [compare(share, '<', whole(0n)), compare(share, '>', whole(power10(scale)))],
  }
  return choose(outside, { op: 'fail', state }, share)
}

/** Lines with shares of their own; those that are no constants must total 100 % in each row. */
function fixedLines(site: Site, credit: clauses.Credit): { mains: readonly Main[]; all: Whole } {
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
  const fit = add(site, 'fit', { is: 'truth' }, choose(wrong, { op: 'fail', state }, yes), credit.span)
  builder.checks.push({ column: fit, state, code: 'BY765', args: { name } })
  return fit
}

/** A line for each row of shares that there may be, in the order of their parties; and one where there are none. */
function splitLines(
  site: Site,
  credit: clauses.Credit,
  split: clauses.CreditSplit,
): { mains: readonly Main[]; all: Whole } {
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
  const share = add(
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
  const counts: Type = { is: 'int', scale: 0, min: '0', max: '2147483647', unit: 'count' }
  const count = add(outer, 'count', counts, { ...common, fn: 'count' }, span)
  const negative = add(inner, 'negative', { is: 'truth' }, compare(column(share), '<', whole(0n)), span)
  const below = add(outer, 'below', { is: 'truth' }, { ...common, fn: 'any', value: negative }, span)
  const total = add(
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
  const fit = add(
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
      add(
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
  return { mains: [...rows, ...rest], all: d ? { scale: 0, max, d } : { scale: exact.range.scale, max } }
}

/** This share of the part of one party goes on to another, on a line of its own. */
function handedOver(
  site: Site,
  credit: clauses.Credit,
  { mains, all }: { readonly mains: readonly Main[]; readonly all: Whole },
  handOver: clauses.Credit['handOvers'][number],
  i: number,
): { mains: readonly Main[]; all: Whole } {
  const { span } = handOver
  const { type } = handOver.share
  const scale = type.is === 'number' ? type.range.scale : 0
  const part = `handed-${i + 1}`
  const from = add(site, `${part}.from`, refTo(credit.party), lower(site, handOver.from).n, span)
  const raw = within(site, credit, lower(site, handOver.share).n, scale, span)
  const moved = column(add(site, `${part}.moved`, shareType(scale, power10(scale)), raw, span))
  const kept: Expr = { op: 'sub', a: whole(power10(scale)), b: moved }
  const lines = mains.map((main, k) => {
    const same: Expr = {
      op: 'and',
      all: [
        main.there,
        { op: 'is', what: 'present', a: main.party },
        { op: 'same', a: main.party, b: column(from) },
      ],
    }
    const his = column(add(site, `${part}.his-${k + 1}`, { is: 'truth' }, same, main.span))
    const n = column(add(site, `${part}.share-${k + 1}`, shareType(all.scale, all.max), main.n, main.span))
    return { main, his, n }
  })
  const left = lines.map(
    ({ main, his, n }): Main => ({
      ...main,
      n: choose(his, { op: 'mul', a: n, b: kept }, shift(n, scale)),
    }),
  )
  const any: Expr = { op: 'or', all: lines.map(({ his }) => his) }
  const given = sumOf(lines.map(({ his, n }) => choose(his, { op: 'mul', a: n, b: moved }, whole(0n))))
  const twin: Main = {
    label: numbered(spell(site.builder, 'hand-over'), i, credit.handOvers.length),
    there: any,
    party: lower(site, handOver.to).n,
    n: given,
    uses: lines[0]?.main.uses ?? { quota: true, pay: true, team: true },
    span,
  }
  return {
    mains: [...left, twin],
    all: {
      scale: all.scale + scale,
      max: all.max * power10(scale),
      ...(all.d && { d: shift(all.d, scale) }),
    },
  }
}

/** The line of the named party, else the one with the largest share; of equal ones the one that stands first. */
function takerColumn(
  site: Site,
  credit: clauses.Credit,
  lines: readonly (CreditLine & { readonly there: Id })[],
): Id {
  const named = credit.round?.remainder && lower(site, credit.round.remainder).n
  const has = (line: CreditLine & { readonly there: Id }): Expr => ({
    op: 'and',
    all: [column(line.there), compare(column(line.n), '>', whole(0n))],
  })
  const known: Expr = named ? { op: 'is', what: 'present', a: named } : yes
  const cases = named
    ? lines.map((line, i) => ({
        when: {
          op: 'and',
          all: [
            known,
            has(line),
            { op: 'is', what: 'present', a: column(line.party) },
            { op: 'same', a: column(line.party), b: named },
          ],
        } as const satisfies Expr,
        then: whole(BigInt(i + 1)),
      }))
    : []
  const largest = lines.map((line, i) => ({
    when: {
      op: 'and',
      all: lines.flatMap((other, k) => (k === i ? [] : [compare(column(line.n), '>=', column(other.n))])),
    } as const satisfies Expr,
    then: whole(BigInt(i + 1)),
  }))
  const type: Type = { is: 'int', scale: 0, min: '1', max: String(lines.length), unit: 'count' }
  const expr: Expr =
    lines.length === 1 ? whole(1n) : { op: 'choose', cases: [...cases, ...largest], otherwise: whole(1n) }
  return add(site, 'taker', type, expr, credit.span)
}
