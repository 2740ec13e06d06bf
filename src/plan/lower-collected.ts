import type { Language } from '../base/language.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { seenThrough } from '../check/currency.ts'
import { fixed, type NumberType } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { column, compare, whole } from './expressions.ts'
import { chooseLowered, convert, lower } from './lowered.ts'
import type { Expr, Id } from './plan.ts'
import { addPart, cancelledCase, type PaidPart, type PartRows } from './release-columns.ts'

type Part = Extract<clauses.ReleasePart, { is: 'collected' }>

/**
 * What is due once so much has come is worked out with each row and without it: the difference is paid on its day. So
 * rows that reach the amount have paid the part to the cent, one more pays nothing, and one that goes back takes back.
 */
export function lowerCollected(at: Site, clause: clauses.Commission, part: Part, paid: PaidPart): PartRows {
  const { builder } = at
  const { span, path } = part
  const grain: checked.Grain = { record: part.record }
  const site: Site = { ...at, grain }
  const money = widest(part)
  const paidType = seenThrough(clause.type, path)
  const words = wordsIn(builder.checked.policy.language)
  const args = { name: clause.id }
  const nowhere = builder.reason({ class: 'no-period', code: 'BY813', args, origin: span })
  const there = (id: Id): Expr => ({ op: 'lookup', column: id, at: { path }, state: nowhere })
  const goal = addColumn(at, laidOut(at, part.reaches, money), money, span, 'reached').column
  const soFar = addColumn(
    site,
    laidOut(site, part.soFar, money),
    money,
    span,
    'so-far',
    `${part.record} ${words.soFar}`,
  ).column
  const own = laidOut(site, part.amount, money).n
  const due = (come: Expr, name: string): Id =>
    addColumn(
      site,
      dueOf(site, part, come, there(goal), there(paid.whole), paidType),
      paidType,
      span,
      name,
      name === 'due' ? words.due : words.before,
    ).column
  const after = due(column(soFar), 'due')
  const before = due({ op: 'sub', a: column(soFar), b: own }, 'due-before')
  const posting = addColumn(site, lower(site, part.day), part.day.type, span, 'day').column
  const never =
    paid.cancelled && cancelledCase(site, there(paid.cancelled), column(posting), paid.label, span)
  const none = there(paid.whole)
  const value = chooseLowered(
    [{ when: { op: 'is', what: 'not-applicable', a: none }, then: { n: none } }, ...(never ? [never] : [])],
    { n: { op: 'sub', a: column(after), b: column(before) } },
  )
  return { ...addPart(site, clause, paid, { value, type: paidType, posting, span }, 'row'), grain, path }
}

/** All of it once the amount is reached, nothing before anything has come; in between in proportion, or nothing yet. */
function dueOf(site: Site, part: Part, come: Expr, goal: Expr, all: Expr, type: NumberType): Lowered {
  const state = site.builder.reason({ class: 'undefined', code: 'BY803', args: {}, origin: part.span })
  const d: Expr = { op: 'nonzero', a: goal, state }
  // Of a credit note both are negative: what counts is how far the one has come to the other.
  const n: Expr = { op: 'mul', a: come, b: { op: 'sign', a: d } }
  const size: Expr = { op: 'abs', a: d }
  const reached = compare(n, '>=', size)
  const some = compare(n, '>', whole(0n))
  const { scale } = type.range
  const share: Expr = {
    op: 'round',
    a: { n: { op: 'mul', a: all, b: n }, d: size, scale },
    unit: '1',
    scale,
    mode: 'half-up',
  }
  const cases = [
    { when: reached, then: { n: all } },
    ...(part.how === 'pro-rata' ? [{ when: some, then: { n: share } }] : []),
  ]
  return chooseLowered(cases, { n: whole(0n) })
}

/** What has come and what it must reach, laid out alike. */
function widest({ soFar, reaches }: Part): NumberType {
  if (soFar.type.is !== 'number' || reaches.type.is !== 'number') throw new Error('amounts are numbers')
  const scale = Math.max(soFar.type.range.scale, reaches.type.range.scale)
  const factor = 10n ** BigInt(scale - soFar.type.range.scale)
  const { min, max } = soFar.type.range
  return { ...fixed(soFar.type), range: { scale, min: min * factor * 2n, max: max * factor * 2n } }
}

function laidOut(site: Site, typed: checked.Typed, type: NumberType): { readonly n: Expr } {
  return { n: convert(lower(site, typed), typed.type, type).n }
}

function wordsIn(language: Language): { readonly [word in 'soFar' | 'due' | 'before']: string } {
  return words[language]
}

const words: { readonly [language in Language]: { readonly [word in 'soFar' | 'due' | 'before']: string } } =
  {
    en: { soFar: 'so far', due: 'due with this row', before: 'due before it' },
    'zh-Hans': { soFar: '累计', due: '截至本笔应发', before: '此前应发' },
    'zh-Hant': { soFar: '累計', due: '截至本筆應發', before: '此前應發' },
  }
