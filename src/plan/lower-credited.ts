import type * as checked from '../check/checked.ts'
import { partRounding, partType } from '../check/credited.ts'
import { recordAlong } from '../check/paths.ts'
import type { NumberType } from '../check/types.ts'
import { planType, type Site } from './builder.ts'
import { addExpr } from './columns.ts'
import { absent, ofParty } from './credit-columns.ts'
import { choose, column, compare, not, refTo, sumOf, whole, yes } from './expressions.ts'
import { passing, shift } from './lowered.ts'
import { type Aggregate, derivedFields, type Expr, type Id, type Type } from './plan.ts'
import type { CreditColumns, CreditLine } from './stored.ts'

type Typed = checked.Typed
/** Of an aggregate what matters here: the record that is counted, and the way on from the party. */
type Counted = { readonly record: string; readonly path: readonly string[]; readonly span: Typed['span'] }

/** The rows that an aggregate goes over, and how columns of the counted rows are read there. */
export type CountedRows = {
  readonly site: Site
  /** Rows that count by credit: this, and that each party is counted once (unless parts are added up). */
  readonly where?: (once: boolean) => Id
  readonly at?: Pick<Aggregate['at'], 'row' | 'path'>
  readonly carry: (id: Id, type: Type) => Id
  /** Each party's part of an exact measure. */
  readonly parts?: (read: Id, exact: NumberType) => Id
}
type CreditedRows = Required<CountedRows> & { readonly party: Id; readonly relation: Id }

/**
 * The rows of an aggregate that follows a credit: each counted row times the lines of the credit, with the party and the
 * part that the line stands for. One ordinary aggregate of them gives the result.
 */
export function creditedRows(
  rows: Site,
  typed: Counted,
  credited: checked.Credited,
  target: checked.Grain,
): CreditedRows {
  const { builder } = rows
  const found = builder.credits.get(credited.credit)
  if (!found) throw new Error(`no credit ${credited.credit}`)
  const { credit, lines } = found
  const relation = derivedRelation(rows, found, typed, credited)
  const site: Site = { builder, grain: { record: relation }, owner: rows.owner }
  const { span } = typed
  const none = absent(rows, credit)
  const onBase = (columns: readonly (Id | null)[]): Expr => ({
    op: 'line',
    columns,
    path: credited.path,
    state: none,
  })
  const onRow = (id: Id): Expr => ({ op: 'lookup', column: id, at: { path: ['row'] }, state: none })
  const counts = (line: CreditLine): boolean =>
    (credited.use === undefined || line.uses[credited.use]) && (!credited.team || line.uses.team)
  const { via } = credited
  const ends = via ? standsFor(rows, found, credited, via, span) : undefined
  const ofRow = (columns: readonly (Id | null)[]): Expr => ({ op: 'line', columns, path: [], state: none })
  const party = addExpr(
    site,
    'party',
    ends ? ends.type : refTo(credit.party),
    ends
      ? ofRow(lines.map((line, i) => (counts(line) ? (ends.columns[i] ?? null) : null)))
      : onBase(lines.map((line) => (counts(line) ? line.party : null))),
    span,
  )
  const share = onBase(lines.map((line) => line.n))
  return {
    site,
    party,
    relation,
    at: { row: party, path: typed.path },
    where: (once) => {
      const some = compare(share, '>', whole(0n))
      if (!once) return addExpr(site, 'credited', { is: 'truth' }, some, span)
      const first = firstOfEach(rows, found, counts, typed, { credited, target, ...(ends && { ends }) })
      const fresh = ends ? ofRow(first) : onBase(first)
      return addExpr(site, 'credited-once', { is: 'truth' }, { op: 'and', all: [some, fresh] }, span)
    },
    carry: (id, type) => addExpr(site, 'of-row', seenFromLine(type), onRow(id), span),
    parts: (read, exact) => {
      const parts = partColumns(rows, found, credited, read, exact, span)
      const type = seenFromLine(planType(partType(credit, exact)))
      const own: Expr = { op: 'line', columns: parts, path: [], state: none }
      return addExpr(site, 'part', type, own, span)
    },
  }
}

/** An amount whose currency stands in a field is seen through the row that a line is of. */
export function seenFromLine(type: Type): Type {
  if (type.is !== 'int' || !type.currencyIn) return type
  const { path } = type.currencyIn
  return { ...type, currencyIn: { ...type.currencyIn, path: [derivedFields.row, ...path] } }
}

/** Whom each party stands for, as columns of the counted row. */
type Ends = { readonly type: Type; readonly columns: readonly Id[] }

function standsFor(
  rows: Site,
  { credit, lines }: CreditColumns,
  credited: checked.Credited,
  via: Typed,
  span: Typed['span'],
): Ends {
  const type = planType(via.type)
  const columns = lines.map((line) => {
    const named = onCredited(rows, credit, credited, line.party)
    const party =
      named.op === 'column' ? named.column : addExpr(rows, 'credited-to', refTo(credit.party), named, span)
    return addExpr(rows, 'stands-for', type, ofParty(rows, credit, via, party), span)
  })
  return { type, columns }
}

function refOf(type: Type): Id {
  if (type.is !== 'ref') throw new Error('whom a party stands for is a row')
  return type.relation
}

/** A column of the credited row, at the row that is counted. */
function onCredited(rows: Site, credit: CreditColumns['credit'], { path }: checked.Credited, id: Id): Expr {
  if (path.length === 0 && rows.grain.record === credit.record) return column(id)
  return { op: 'lookup', column: id, at: { path }, state: absent(rows, credit) }
}

/** The rows of a record times the lines of a credit: made once. */
function derivedRelation(
  rows: Site,
  { credit, lines }: CreditColumns,
  typed: Counted,
  credited: checked.Credited,
): Id {
  const { builder } = rows
  const id = `${credit.id}:${typed.record}`
  if (builder.ledger.get('derived', id)) return id
  const site: Site = { builder, grain: { record: id }, owner: id }
  const state = absent(rows, credit)
  const exact = Math.max(...lines.map((line) => line.scale))
  const places = lines.some(({ d }) => d !== undefined) ? Math.max(exact, shownPlaces) : exact
  const type: Type = {
    is: 'int',
    scale: places,
    min: '0',
    max: String(10n ** BigInt(places + 9)),
    unit: 'percent',
  }
  const base: Site = { builder, grain: { record: credit.record }, owner: credit.id }
  const shares = lines.map(({ n, d, scale: own }) => {
    const shown: Expr = d
      ? {
          op: 'round',
          a: { n: column(n), d: { op: 'nonzero', a: column(d), state }, scale: 0 },
          unit: '1',
          scale: places,
          mode: 'half-up',
        }
      : shift(column(n), places - own)
    return addExpr(base, 'shown', type, shown, credit.span)
  })
  const own: Expr = { op: 'line', columns: shares, path: credited.path, state }
  const share = addExpr(site, 'share', type, own, credit.span)
  builder.derive({
    id,
    of: typed.record,
    lines: lines.map(({ label }) => label),
    share,
    origin: builder.origin(credit.span),
  })
  return id
}

/** Hundredths of a percent: as exactly as a third is shown. */
const shownPlaces = 4

/** For each line whether it is the first of its row that counts for whom it counts: a row counts once for each. */
function firstOfEach(
  rows: Site,
  { credit, lines }: CreditColumns,
  counts: (line: CreditLine) => boolean,
  typed: Counted,
  seen: { readonly credited: checked.Credited; readonly target: checked.Grain; readonly ends?: Ends },
): readonly Id[] {
  const { builder } = rows
  const { span } = typed
  const { target } = seen
  // Whom a party stands for may differ from row to row: then it is the counted row that is looked at.
  const base: Site = seen.ends ? rows : { builder, grain: { record: credit.record }, owner: credit.id }
  const share = (line: CreditLine): Expr =>
    seen.ends ? onCredited(rows, credit, seen.credited, line.n) : column(line.n)
  const { path } = typed
  const state = absent(rows, credit)
  const from = seen.ends ? refOf(seen.ends.type) : credit.party
  const way = path.length === 0 ? undefined : wayOn(base, from, path, target.record ?? '', span)
  const ends = lines.map((line, i): Expr => {
    const row = seen.ends ? (seen.ends.columns[i] ?? '') : line.party
    if (!way) return column(row)
    const named: Expr = { op: 'lookup', column: way, at: { row, path: [] }, state }
    return column(addExpr(base, 'for', refTo(target.record ?? ''), named, span))
  })
  return lines.map((line, k) => {
    const end = ends[k] ?? whole(0n)
    const earlier = lines.slice(0, k).flatMap((other, j): Expr[] => {
      const one = ends[j] ?? whole(0n)
      if (!counts(other) || !counts(line)) return []
      return [
        {
          op: 'and',
          all: [
            { op: 'is', what: 'present', a: one },
            { op: 'is', what: 'present', a: end },
            compare(share(other), '>', whole(0n)),
            { op: 'same', a: one, b: end },
          ],
        },
      ]
    })
    const expr: Expr = earlier.length === 0 ? yes : not({ op: 'or', all: earlier })
    return addExpr(base, 'first', { is: 'truth' }, expr, span)
  })
}

/** What a party leads to, as a column of the parties. */
function wayOn(base: Site, party: string, path: readonly string[], target: string, span: Typed['span']): Id {
  const { builder } = base
  const site: Site = { ...base, grain: { record: party } }
  const before = path.slice(0, -1)
  const relation = recordAlong(builder.checked.records, party, before)
  const expr: Expr = { op: 'field', path: before, relation, field: path.at(-1) ?? '' }
  return addExpr(site, 'leads-to', refTo(target), expr, span)
}

/** The parts of a measure, line by line, at the counted row. Those that share the row make it up. */
function partColumns(
  rows: Site,
  { credit, lines, main, taker }: CreditColumns,
  credited: checked.Credited,
  read: Id,
  exact: NumberType,
  span: Typed['span'],
): readonly Id[] {
  const type = partType(credit, exact)
  const round = partRounding(credit, exact)
  const measure = column(read)
  const state = absent(rows, credit)
  const here = (id: Id): Expr => onCredited(rows, credit, credited, id)
  const { scale } = type.range
  const part = (i: number, expr: Expr, name = 'part'): Id =>
    addExpr(rows, `${name}-${i + 1}`, planType(type), passing(measure, expr), span)
  const alone = lines.map(({ n, d, scale: own }, i) => {
    const share = here(n)
    if (!round) return part(i, shift({ op: 'mul', a: measure, b: share }, scale - exact.range.scale - own))
    const mirrored = round.mode === 'ceiling' || round.mode === 'floor'
    const of: Expr = mirrored ? { op: 'abs', a: measure } : measure
    const product: Expr = { op: 'mul', a: of, b: share }
    const rounded: Expr = {
      op: 'round',
      a: d
        ? { n: product, d: { op: 'nonzero', a: here(d), state }, scale: exact.range.scale }
        : { n: product, scale: exact.range.scale + own },
      unit: String(round.unit),
      scale: round.scale,
      mode: round.mode,
    }
    const signed: Expr = mirrored ? { op: 'mul', a: { op: 'sign', a: measure }, b: rounded } : rounded
    return part(i, shift(signed, scale - round.scale), i < main ? 'rounded' : 'part')
  })
  if (!round) return alone
  const all = shift(measure, scale - exact.range.scale)
  return alone.map((id, i) => {
    if (i >= main) return id
    const others = alone.filter((_, k) => k < main && k !== i).map(column)
    const rest: Expr = others.length === 0 ? all : { op: 'sub', a: all, b: sumOf(others) }
    const takes = compare(here(taker), '=', whole(BigInt(i + 1)))
    return part(i, choose(takes, rest, column(id)))
  })
}
