import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { partyResult } from '../check/credit-party.ts'
import { type Keyword, spellKeyword } from '../syntax/keywords.ts'
import type { Builder, Site } from './builder.ts'
import { choose } from './expressions.ts'
import type { Expr, Id, Type } from './plan.ts'

/** A word of the language, as the policy's author spells it. */
export function spell({ checked: { policy } }: Builder, word: Keyword): string {
  return spellKeyword(word, policy.language)
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
