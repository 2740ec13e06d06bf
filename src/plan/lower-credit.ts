import { power10 } from '../base/decimal.ts'
import type * as clauses from '../check/clauses.ts'
import { mostRows } from '../check/sum-range.ts'
import type { Builder, Site } from './builder.ts'
import { addExpr } from './columns.ts'
import { absent, ifAny, integer, numbered, shareType, spell, within } from './credit-columns.ts'
import { choose, column, compare, no, not, refTo, sumOf, whole, yes } from './expressions.ts'
import { fixedLines, type Main, splitLines, type Whole } from './lower-credit-lines.ts'
import { lowerRollUp } from './lower-roll-up.ts'
import { surplusNames } from './lower-surplus.ts'
import { lower, shift } from './lowered.ts'
import type { Expr, Id, Type } from './plan.ts'
import type { CreditLine, RecordedShares } from './stored.ts'

/**
 * A credit as columns of the credited record: for each of a fixed number of lines the party and the share. Whatever is
 * counted by credit goes over the rows of that record times these lines.
 */
export function lowerCredit(builder: Builder, credit: clauses.Credit): void {
  const site: Site = { builder, grain: { record: credit.record }, owner: credit.id }
  const shared: Shared = credit.split ? splitLines(site, credit, credit.split) : fixedLines(site, credit)
  const { recorded } = shared
  const { mains, all } = credit.handOvers.reduce(
    (so, handOver, i) => handedOver(site, credit, so, handOver, i),
    shared,
  )
  // The parts of a row stand and fall together: one that is not known leaves the rounding of all unknown.
  const known = compare(sumOf(mains.map(({ n }) => n)), '>=', whole(0n))
  const d = all.d && addExpr(site, 'whole', integer(all.max * mostRows), all.d, credit.span)
  const lineOf = (main: Main, name: string): CreditLine & { readonly there: Id } => {
    const there = addExpr(site, `${name}.there`, { is: 'truth' }, main.there, main.span)
    return {
      there,
      label: main.label,
      party: addExpr(
        site,
        `${name}.party`,
        refTo(credit.party),
        onlyThere(site, credit, there, main),
        main.span,
      ),
      n: addExpr(
        site,
        `${name}.share`,
        shareType(all.scale, all.max),
        choose(known, main.n, main.n),
        main.span,
      ),
      ...(d && { d }),
      scale: all.scale,
      uses: main.uses,
    }
  }
  const lines = mains.map((main, i) => lineOf(main, `line-${i + 1}`))
  const overlays = credit.overlays.map((overlay, i): CreditLine => {
    const name = `overlay-${i + 1}`
    const { type } = overlay.share
    const scale = type.is === 'number' ? type.range.scale : 0
    const share = within(site, credit, lower(site, overlay.share).n, scale, overlay.span)
    return {
      label: numbered(spell(site.builder, 'overlay'), i, credit.overlays.length),
      party: addExpr(
        site,
        `${name}.party`,
        refTo(credit.party),
        ifAny(site, credit, lower(site, overlay.party).n),
        overlay.span,
      ),
      n: addExpr(site, `${name}.share`, shareType(scale, power10(scale)), share, overlay.span),
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
    ...(recorded && { recorded }),
  })
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

/** The lines that share a row, and the whole. */
type Shared = {
  readonly mains: readonly Main[]
  readonly all: Whole
  readonly recorded?: RecordedShares
}

/** This share of the part of one party goes on to another, on a line of its own. */
function handedOver(
  site: Site,
  credit: clauses.Credit,
  { mains, all, recorded }: Shared,
  handOver: clauses.Credit['handOvers'][number],
  i: number,
): Shared {
  const { span } = handOver
  const { type } = handOver.share
  const scale = type.is === 'number' ? type.range.scale : 0
  const part = `handed-${i + 1}`
  const from = addExpr(site, `${part}.from`, refTo(credit.party), lower(site, handOver.from).n, span)
  const raw = within(site, credit, lower(site, handOver.share).n, scale, span)
  const moved = column(addExpr(site, `${part}.moved`, shareType(scale, power10(scale)), raw, span))
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
    const his = main.kept
      ? no
      : column(addExpr(site, `${part}.his-${k + 1}`, { is: 'truth' }, same, main.span))
    const n = column(
      addExpr(site, `${part}.share-${k + 1}`, shareType(all.scale, all.max), main.n, main.span),
    )
    return { main, his, n }
  })
  // He may be named by one of more shares than there are lines: then they all are held, and so is who takes over.
  const surplus = recorded && surplusNames(site, credit, recorded.party, from)
  const any: Expr = { op: 'or', all: [...lines.map(({ his }) => his), ...(surplus ? [column(surplus)] : [])] }
  const goesOn = compare(moved, '>', whole(0n))
  const partsOf = (factor: Expr): Expr =>
    sumOf(lines.map(({ his, n }) => choose(his, { op: 'mul', a: n, b: factor }, whole(0n))))
  const left = lines.map(({ main, his, n }): Main => {
    const own: Expr = { op: 'mul', a: n, b: kept }
    return {
      ...main,
      n: choose(his, handOver.rest ? choose(goesOn, whole(0n), own) : own, shift(n, scale)),
    }
  })
  const rests = credit.handOvers.filter((other) => other.rest)
  const nth = rests.indexOf(handOver)
  const rest: readonly Main[] = handOver.rest
    ? [
        {
          label: numbered(spell(site.builder, 'rest'), nth, rests.length),
          there: { op: 'and', all: [any, goesOn] },
          party: column(from),
          n: choose(goesOn, partsOf(kept), whole(0n)),
          uses: handOver.rest,
          kept: true,
          span,
        },
      ]
    : []
  const twin: Main = {
    label: numbered(spell(site.builder, 'hand-over'), i, credit.handOvers.length),
    there: any,
    party: lower(site, handOver.to).n,
    n: partsOf(moved),
    uses: lines[0]?.main.uses ?? { quota: true, pay: true, team: true },
    span,
  }
  return {
    mains: [...left, ...rest, twin],
    ...(recorded && { recorded }),
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
  return addExpr(site, 'taker', type, expr, credit.span)
}
