import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { partyResult } from '../check/credit-party.ts'
import { type Keyword, spellKeyword } from '../syntax/keywords.ts'
import type { Builder, Site } from './builder.ts'
import type { Expr, Id, Type } from './plan.ts'

export function words(builder: Builder): { readonly spell: (word: Keyword) => string } {
  const { language } = builder.checked.policy
  return { spell: (word) => spellKeyword(word, language) }
}

export function add(
  site: Site,
  part: string,
  type: Type,
  expr: Expr,
  span: checked.Typed['span'],
  grain: checked.Grain = site.grain,
): Id {
  const { builder, owner } = site
  return builder.column({
    id: `${owner}.${part}`,
    grain: builder.grain(grain),
    type,
    expr,
    origin: builder.origin(span),
  })
}

export function refTo(relation: Id): Type {
  return { is: 'ref', relation }
}

export function not(a: Expr): Expr {
  return { op: 'not', a }
}

export function compare(a: Expr, by: Extract<Expr, { op: 'compare' }>['by'], b: Expr): Expr {
  return { op: 'compare', by, a: { n: a, scale: 0 }, b: { n: b, scale: 0 } }
}

export function choose(when: Expr, then: Expr, otherwise: Expr): Expr {
  return { op: 'choose', cases: [{ when, then }], otherwise }
}

export function sumOf(items: readonly Expr[]): Expr {
  return items.reduce((a, b) => ({ op: 'add', a, b }))
}

/** The row has no such line. */
export function absent({ builder }: Site, credit: clauses.Credit): number {
  const args = { name: credit.title ?? credit.id }
  return builder.reason({ class: 'excluded', code: 'BY811', args, origin: credit.span })
}

/** Whoever is named; nobody is named by right where there is none to name, and the line is not there. */
export function ifAny(site: Site, credit: clauses.Credit, party: Expr): Expr {
  return choose({ op: 'is', what: 'missing', a: party }, { op: 'fail', state: absent(site, credit) }, party)
}

/** An expression that names the one who is credited, for the party that a column holds; none where there is no party. */
export function ofParty(site: Site, credit: clauses.Credit, typed: checked.Typed, party: Id): Expr {
  const { builder, grain } = site
  const name = `${credit.id}.${partyResult}`
  builder.results.set(name, { column: party, grain, type: { is: 'ref', record: credit.party } })
  const { n } = builder.lower(site, typed)
  builder.results.delete(name)
  const named: Expr = { op: 'column', column: party }
  return choose({ op: 'is', what: 'not-applicable', a: named }, named, n)
}
