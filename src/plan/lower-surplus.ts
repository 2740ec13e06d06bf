import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { recordAlong } from '../check/paths.ts'
import type { Site } from './builder.ts'
import { addExpr } from './columns.ts'
import { absent, ifAny, ofParty } from './credit-columns.ts'
import { column, refTo } from './expressions.ts'
import type { CountedRows } from './lower-credited.ts'
import { levelsAbove } from './lower-roll-up.ts'
import { type Expr, type Id, pairFields } from './plan.ts'
import { readThere } from './read-there.ts'
import type { CreditColumns } from './stored.ts'

// A row has a fixed number of lines. Where more shares of it are recorded than there may be, no part of it is known: whoever
// any of them names is held, in whatever would count the row. These people are found in pairs of rows and shares.

/** The rows of a record, each with every share of it, where there are too many. `path` leads to the credited row. */
function surplusPairs(
  { builder }: Site,
  credit: clauses.Credit,
  split: clauses.CreditSplit,
  record: string,
  path: readonly string[],
): Site {
  const id = `${credit.id}:${record}:surplus`
  const way = [...path, ...split.path]
  if (!builder.ledger.get('pairs', id))
    builder.pair({
      id,
      of: record,
      path: way.map((field, i) => ({
        field,
        relation: recordAlong(builder.checked.records, record, way.slice(0, i + 1)),
      })),
      with: split.record,
      by: split.field,
      beyond: split.upTo,
    })
  return { builder, grain: { record: id }, owner: id }
}

/** Whom the share of a pair names. */
function namedInPair(pairs: Site, credit: clauses.Credit, named: Id): Id {
  const state = absent(pairs, credit)
  const expr: Expr = { op: 'lookup', column: named, at: { path: [pairFields.with] }, state }
  return addExpr(pairs, 'party', refTo(credit.party), expr, credit.span)
}

/** Counted rows whose result is held, once for whom each share names and once for each level above. */
export type SurplusRows = { readonly rows: CountedRows; readonly held: Id; readonly state: number }

type Counted = {
  readonly record: string
  readonly path: readonly string[]
  readonly span: checked.Typed['span']
}

/** The pairs that an aggregate of credited rows must know, seen from whom its results are for. */
export function surplusRows(
  rows: Site,
  counted: Counted,
  credited: checked.Credited,
  { credit, recorded }: CreditColumns,
): readonly SurplusRows[] {
  const { split, rollUp } = credit
  if (!split || !recorded) return []
  const pairs = surplusPairs(rows, credit, split, counted.record, credited.path)
  const state = absent(rows, credit)
  const own = namedInPair(pairs, credit, recorded.party)
  const counts = (uses: clauses.CreditUses): boolean =>
    (credited.use === undefined || uses[credited.use]) && (!credited.team || uses.team)
  const named = [
    ...(counts(split.uses) ? [own] : []),
    ...(rollUp && counts(rollUp.uses) ? above(rows, pairs, credit, rollUp, credited.path, own) : []),
  ]
  const held = addExpr(
    pairs,
    'too-many',
    { is: 'truth' },
    { op: 'lookup', column: recorded.fit, at: { path: [pairFields.with, split.field] }, state },
    split.span,
  )
  return named.map((party) => ({
    rows: {
      site: pairs,
      at: { row: standsFor(rows, pairs, credit, credited.via, party), path: counted.path },
      carry: (id, type) =>
        addExpr(
          pairs,
          'of-row',
          type,
          { op: 'lookup', column: id, at: { path: [pairFields.row] }, state },
          counted.span,
        ),
    },
    held,
    state: recorded.tooMany,
  }))
}

/** Those above whom a share names, level by level. */
function above(
  rows: Site,
  pairs: Site,
  credit: clauses.Credit,
  rollUp: clauses.CreditRollUp,
  path: readonly string[],
  own: Id,
): readonly Id[] {
  const { builder } = rows
  const type = refTo(credit.party)
  const add = (k: number, expr: Expr): Id => addExpr(pairs, `above-${k + 1}`, type, expr, rollUp.span)
  if (!rollUp.dated) {
    const state = absent(pairs, credit)
    return levelsAbove(builder, credit, rollUp)
      .slice(0, rollUp.levels)
      .map((superior, k) =>
        add(k, ifAny(pairs, credit, { op: 'lookup', column: superior, at: { row: own, path: [] }, state })),
      )
  }
  const base: Site = { builder, grain: { record: credit.record }, owner: credit.id }
  const to = readThere(pairs, base, [pairFields.row, ...path], rollUp.to)
  const chain: Id[] = []
  for (let k = 0; k < rollUp.levels; k++)
    chain.push(add(k, ifAny(pairs, credit, ofParty(pairs, credit, to, chain[k - 1] ?? own))))
  return chain
}

/** Whom a party stands for on the day of the counted row (`Assignment(person).team`); without that, itself. */
function standsFor(
  rows: Site,
  pairs: Site,
  credit: clauses.Credit,
  via: checked.Typed | undefined,
  party: Id,
): Id {
  if (via?.type.is !== 'ref') return party
  const there = readThere(pairs, rows, [pairFields.row], via)
  return addExpr(pairs, 'stands-for', refTo(via.type.record), ofParty(pairs, credit, there, party), via.span)
}

/** Whether one of too many shares of a row names somebody, whom a column of the row holds: as a column of the row. */
export function surplusNames(site: Site, credit: clauses.Credit, named: Id, whom: Id): Id | undefined {
  const { split } = credit
  if (!split) return undefined
  const pairs = surplusPairs(site, credit, split, credit.record, [])
  const state = absent(site, credit)
  const party = column(namedInPair(pairs, credit, named))
  const wanted: Expr = { op: 'lookup', column: whom, at: { path: [pairFields.row] }, state }
  const same: Expr = {
    op: 'and',
    all: [
      { op: 'is', what: 'present', a: party },
      { op: 'same', a: party, b: wanted },
    ],
  }
  const value = addExpr(pairs, 'his', { is: 'truth' }, same, split.span)
  return addExpr(
    site,
    'surplus-names',
    { is: 'truth' },
    {
      op: 'aggregate',
      fn: 'any',
      source: site.builder.grain(pairs.grain),
      value,
      at: { path: [pairFields.row] },
      empty: state,
      several: state,
    },
    split.span,
  )
}
