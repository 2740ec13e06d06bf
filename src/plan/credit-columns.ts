import { power10 } from '../base/decimal.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { partyResult } from '../check/credit-party.ts'
import { type Keyword, spellKeyword } from '../syntax/keywords.ts'
import type { Builder, Site } from './builder.ts'
import { choose, compare, whole } from './expressions.ts'
import type { Expr, Id, Type } from './plan.ts'

/** A word of the language, as the policy's author spells it. */
export function spell({ checked: { policy } }: Builder, word: Keyword): string {
  return spellKeyword(word, policy.language)
}

export function numbered(word: string, i: number, of: number): string {
  return of === 1 ? word : `${word} ${i + 1}`
}

export function shareType(scale: number, max: bigint): Type {
  return { is: 'int', scale, min: '0', max: String(max), unit: 'percent' }
}

export function integer(max: bigint): Type {
  return { is: 'int', scale: 0, min: String(-max), max: String(max), unit: 'number' }
}

/** A share that must lie from 0 % to 100 %. */
export function within(
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
