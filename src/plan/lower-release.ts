import { power10 } from '../base/decimal.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { date } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn, addExpr, counts } from './columns.ts'
import { column, compare, whole } from './expressions.ts'
import { lowerApportioned, noRows } from './lower-apportioned.ts'
import { lowerCollected } from './lower-collected.ts'
import { chooseLowered, lower, passing, roundTo, unless } from './lowered.ts'
import type { Expr, Id } from './plan.ts'
import { addPart, cancelledCase, type PartRows } from './release-columns.ts'

export type ReleasedPart = {
  readonly column: Id
  readonly posting: Id
  readonly label: string
  readonly origin: Id
  /** Of a part that is paid row by row of another record: its own place, and the lines of its explanation. */
  readonly rows?: PartRows
}

/**
 * The parts in which a clause's amount is paid. Each is what is due up to it, rounded half-up to the amount's last place,
 * less what the parts before it have paid: together they are the amount, to the cent.
 */
export function lowerRelease(
  site: Site,
  clause: clauses.Commission,
  release: clauses.Release,
  amount: Id,
): readonly ReleasedPart[] {
  const { builder } = site
  const { scale } = clause.type.range
  const cancelled =
    release.cancelled &&
    addColumn(site, lower(site, release.cancelled), date, release.cancelled.span, 'cancelled').column
  const nobody = release.parts.flatMap((part) =>
    part.is === 'shared' ? [noRows(site, part, column(amount))] : [],
  )
  let before: { readonly share: bigint; readonly due: Expr } = { share: 0n, due: whole(0n) }
  return release.parts.map((part, i) => {
    const { share, span } = part
    const own: Site = { ...site, owner: `${clause.id}.${i + 1}` }
    const upTo = before.share + share
    const product: Expr = { op: 'mul', a: column(amount), b: percent(upTo, release.scale) }
    const last = i === release.parts.length - 1
    const due: Expr = last
      ? column(amount)
      : roundTo({ n: product, scale: scale + release.scale }, 1n, scale, 'half-up')
    const value: Expr = i === 0 ? due : { op: 'sub', a: due, b: before.due }
    before = { share: upTo, due }
    const same = release.parts.filter((one) => one.share === share).length > 1
    const label = `${shown(share, release.scale)}${same ? ` (${i + 1})` : ''}`
    const passed = passing(column(amount), value)
    const origin = builder.origin(span)
    if (part.is === 'on')
      return { ...onDay(own, clause, part, { i, label, cancelled, nobody, value: passed }), label, origin }
    const title = `${clause.title ?? clause.id} ${label}`
    const stored = addColumn(own, { n: passed }, clause.type, span, 'part', title).column
    const paid = { i, label, whole: stored, ...(cancelled && { cancelled }) }
    const rows =
      part.is === 'shared'
        ? lowerApportioned(own, clause, part, paid)
        : lowerCollected(own, clause, part, paid)
    return { column: rows.column, posting: rows.posting, label, origin, rows }
  })
}

/** A part that is due on a day: not there yet, or later than what cancels it, it is no line. */
function onDay(
  own: Site,
  clause: clauses.Commission,
  { on, span }: Extract<clauses.ReleasePart, { is: 'on' }>,
  part: {
    readonly i: number
    readonly label: string
    readonly cancelled: Id | undefined
    /** What is to be shared by rows, where there are none, must not be lost unseen. */
    readonly nobody: readonly { readonly when: Expr; readonly then: Lowered }[]
    readonly value: Expr
  },
): { readonly column: Id; readonly posting: Id } {
  const { builder } = own
  const posting = addColumn(own, lower(own, on), on.type, span, 'day').column
  const args = { name: part.label }
  const waits = builder.reason({ class: 'excluded', code: 'BY828', args, origin: span })
  const never =
    part.cancelled && cancelledCase(own, column(part.cancelled), column(posting), part.label, span)
  const value = chooseLowered(
    [
      // What is not for this row is not, whatever its day.
      { when: { op: 'is', what: 'not-applicable', a: part.value }, then: { n: part.value } },
      ...part.nobody,
      { when: { op: 'is', what: 'missing', a: column(posting) }, then: { n: { op: 'fail', state: waits } } },
      // A day that cannot be read holds the part: the test of whether it is missing does.
      ...(never ? [never] : []),
    ],
    { n: part.value },
  )
  return addPart(own, clause, part, { value, type: clause.type, posting, span }, 'part')
}

/** A share as its author reads it. */
function percent(share: bigint, scale: number): Expr {
  const value = String(share)
  return { op: 'const', value, type: { is: 'int', scale, min: value, max: value, unit: 'percent' } }
}

/** `60%` of a share of 1. */
function shown(share: bigint, scale: number): string {
  const percent = share * 100n
  const unit = power10(scale)
  const whole = percent / unit
  const rest = (percent % unit).toString().padStart(scale, '0').replace(/0+$/u, '')
  return `${whole}${rest === '' ? '' : `.${rest}`}%`
}

/** Held where several rows lead to one: counted once for each row that is led to. */
export function lowerAlone(site: Site, typed: Extract<checked.Typed, { is: 'alone' }>): Lowered {
  const { builder } = site
  const { record, of, path, span } = typed
  const state = builder.reason({ class: 'conflict', code: 'BY830', args: { record, of }, origin: span })
  const source = builder.grain({ record })
  const claims: Expr = { op: 'aggregate', fn: 'count', source, at: { path }, empty: state, several: state }
  const count = addExpr(site, 'claims', counts, claims, span, { record: of })
  const found: Expr = { op: 'lookup', column: count, at: { path }, state }
  return unless(compare(found, '>', whole(1n)), state, lower(site, typed.a))
}
