import { power10 } from '../base/decimal.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { column, type Lowered, type Site, whole } from './builder.ts'
import { addColumn } from './columns.ts'
import { chooseLowered, lower, roundTo } from './lowered.ts'
import type { Expr, Id } from './plan.ts'

export type ReleasedPart = {
  readonly column: Id
  readonly posting: Id
  readonly label: string
  readonly origin: Id
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
  const { grain } = clause.scope
  const { scale } = clause.type.range
  let before: { readonly share: bigint; readonly due: Expr } = { share: 0n, due: whole(0n) }
  return release.parts.map(({ share, on, span }, i) => {
    const own: Site = { ...site, owner: `${clause.id}.${i + 1}` }
    const posting = addColumn(own, lower(own, on), on.type, span, 'day').column
    const upTo = before.share + share
    const product: Expr = { op: 'mul', a: column(amount), b: whole(upTo) }
    const last = i === release.parts.length - 1
    const due: Expr = last
      ? column(amount)
      : roundTo({ n: product, scale: scale + release.scale }, 1n, scale, 'half-up')
    const part: Expr = i === 0 ? due : { op: 'sub', a: due, b: before.due }
    before = { share: upTo, due }
    const same = release.parts.filter((part) => part.share === share).length > 1
    const label = `${shown(share, release.scale)}${same ? ` (${i + 1})` : ''}`
    const waits = builder.reason({ class: 'excluded', code: 'BY828', args: { name: label }, origin: span })
    const none = (when: Expr, then: Expr): { when: Expr; then: Lowered } => ({ when, then: { n: then } })
    const value = chooseLowered(
      [
        none({ op: 'is', what: 'not-applicable', a: column(amount) }, column(amount)),
        none({ op: 'is', what: 'missing', a: column(posting) }, { op: 'fail', state: waits }),
        // A day that cannot be read holds the part: the test of whether it is missing does.
      ],
      { n: part },
    )
    const title = `${clause.title ?? clause.id} ${label}`
    const stored = addColumn(own, value, clause.type, span, 'part', title).column
    builder.results.set(`${clause.id}.part-${i + 1}`, { column: stored, grain, type: clause.type })
    builder.results.set(`${clause.id}.day-${i + 1}`, { column: posting, grain, type: on.type })
    return { column: stored, posting, label, origin: builder.origin(span) }
  })
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
  const count = builder.column({
    id: `${site.owner}.claims`,
    grain: builder.grain({ record: of }),
    type: { is: 'int', scale: 0, min: '0', max: '2147483647', unit: 'count' },
    expr: {
      op: 'aggregate',
      fn: 'count',
      source: builder.grain({ record }),
      at: { path },
      empty: state,
      several: state,
    },
    origin: builder.origin(span),
  })
  const found: Expr = { op: 'lookup', column: count, at: { path }, state }
  const several: Expr = { op: 'compare', by: '>', a: { n: found, scale: 0 }, b: { n: whole(1n), scale: 0 } }
  const value = lower(site, typed.a)
  const none: Lowered = { n: { op: 'fail', state }, ...(value.d && { d: { op: 'fail', state } as const }) }
  return chooseLowered([{ when: several, then: none }], value)
}
