import type * as clauses from '../check/clauses.ts'
import type { Builder, Site } from './builder.ts'
import { addExpr } from './columns.ts'
import { absent, ifAny, ofParty, spell } from './credit-columns.ts'
import { choose, column, refTo, whole, yes } from './expressions.ts'
import { lower } from './lowered.ts'
import type { Expr, Id, Type } from './plan.ts'
import type { CreditLine } from './stored.ts'

/** The lines of those above each party, level by level: the same share once more, outside the 100 %. */
export function lowerRollUp(
  site: Site,
  credit: clauses.Credit,
  rollUp: clauses.CreditRollUp,
  lines: readonly CreditLine[],
): readonly CreditLine[] {
  if (rollUp.dated) return datedRollUp(site, credit, rollUp, lines)
  const { builder } = site
  const { span, levels } = rollUp
  const chain = levelsAbove(builder, credit, rollUp)
  const fit = rollUp.every ? fitColumn(peopleOf(builder, credit), rollUp, chain[levels] ?? '') : undefined
  return lines.flatMap((line, i) =>
    Array.from({ length: levels }, (_, k): CreditLine => {
      const name = `above-${i + 1}-${k + 1}`
      const at = (id: Id): Expr => ({
        op: 'lookup',
        column: id,
        at: { row: line.party, path: [] },
        state: absent(site, credit),
      })
      const share: Expr = fit ? choose(at(fit), column(line.n), whole(0n)) : column(line.n)
      const level = levels === 1 ? '' : ` ${k + 1}`
      return {
        label: `${line.label}, ${spell(site.builder, 'roll-up')}${level}`,
        party: addExpr(
          site,
          `${name}.party`,
          refTo(credit.party),
          ifAny(site, credit, at(chain[k] ?? '')),
          span,
        ),
        n: addExpr(site, `${name}.share`, typeOf(site, line.n), share, span),
        ...(line.d && { d: line.d }),
        scale: line.scale,
        uses: rollUp.uses,
      }
    }),
  )
}

function peopleOf(builder: Builder, credit: clauses.Credit): Site {
  return { builder, grain: { record: credit.party }, owner: `${credit.id}.above` }
}

/** From a person: who stands so many levels above, to one more than is written. */
export function levelsAbove(
  builder: Builder,
  credit: clauses.Credit,
  { to, levels, span }: clauses.CreditRollUp,
): readonly Id[] {
  const people = peopleOf(builder, credit)
  const type = refTo(credit.party)
  const superior = addExpr(people, 'superior', type, lower(people, to).n, span)
  const state = absent(people, credit)
  const chain: Id[] = [superior]
  for (let level = 2; level <= levels + 1; level++) {
    const at = { row: chain[level - 2] ?? '', path: [] }
    chain.push(addExpr(people, `level-${level}`, type, { op: 'lookup', column: superior, at, state }, span))
  }
  return chain
}

/** The same where who stands above whom hangs on the row's own day: worked out row by row. */
function datedRollUp(
  site: Site,
  credit: clauses.Credit,
  rollUp: clauses.CreditRollUp,
  lines: readonly CreditLine[],
): readonly CreditLine[] {
  const { span, levels } = rollUp
  return lines.flatMap((line, i) => {
    const chain: Id[] = []
    for (let level = 1; level <= (rollUp.every ? levels + 1 : levels); level++) {
      const below = chain.at(-1) ?? line.party
      const above = ifAny(site, credit, ofParty(site, credit, rollUp.to, below))
      chain.push(addExpr(site, `above-${i + 1}-${level}.party`, refTo(credit.party), above, span))
    }
    const fit = rollUp.every ? fitColumn(site, rollUp, chain[levels] ?? '') : undefined
    const share: Expr = fit ? choose(column(fit), column(line.n), whole(0n)) : column(line.n)
    const n = fit ? addExpr(site, `above-${i + 1}.share`, typeOf(site, line.n), share, span) : line.n
    return chain.slice(0, levels).map((party, k): CreditLine => {
      const level = levels === 1 ? '' : ` ${k + 1}`
      return {
        label: `${line.label}, ${spell(site.builder, 'roll-up')}${level}`,
        party,
        n,
        ...(line.d && { d: line.d }),
        scale: line.scale,
        uses: rollUp.uses,
      }
    })
  })
}

/** Whether nobody stands above the last level that is written. */
function fitColumn(people: Site, { levels, span }: clauses.CreditRollUp, beyond: Id): Id {
  const { builder } = people
  const most = String(levels)
  const state = builder.reason({ class: 'conflict', code: 'BY849', args: { most }, origin: span })
  const fit = addExpr(
    people,
    'fit',
    { is: 'truth' },
    choose({ op: 'is', what: 'present', a: column(beyond) }, { op: 'fail', state }, yes),
    span,
  )
  builder.checks.push({ column: fit, state, code: 'BY767', args: { most } })
  return fit
}

function typeOf({ builder }: Site, id: Id): Type {
  return builder.ledger.get('column', id) ?? { is: 'truth' }
}
