import type { Language } from '../base/language.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import type { NumberType } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { dayConstant, ownDay } from './days.ts'
import { choose, column, compare, not, whole } from './expressions.ts'
import { bounded, lowerEarlier } from './lower-past.ts'
import { existsColumn } from './lower-scope.ts'
import { fix, lower } from './lowered.ts'
import type { Expr, Id } from './plan.ts'
import { quotientTooLarge } from './states.ts'

/** One cap or floor whose excess or supplement goes on to later periods. */
export type Limit = {
  readonly is: 'cap' | 'floor'
  readonly carried: clauses.Carried
  /** At the scale of `type`. */
  readonly amount: Expr
  readonly at: Expr
  /** What the amount counts with against the limit, where that is not the amount itself. */
  readonly counted?: Expr
  /** Where these do not hold nothing is paid, so that what is carried stays as it is. */
  readonly unless: readonly Expr[]
  /** Of a cap: where nothing is due it is not asked what it is. */
  readonly whenDue?: true
  /** The name that it is carried under, where a clause carries several amounts. */
  readonly part?: string
  readonly type: NumberType
  readonly span: clauses.Step['span']
}

/** The amount that is left to pay, and the columns of what was carried before and after. */
export function lowerCarried(
  site: Site,
  clause: clauses.Commission | clauses.Payout,
  limit: Limit,
): {
  readonly amount: Expr
  /** The columns that its line of the explanation shows: before, what was forgiven, after. */
  readonly shown: readonly Id[]
  readonly after: Id
  readonly result: string
} {
  const { builder } = site
  const { carried, span } = limit
  const { type } = carried
  const kind: CarriedResult = limit.is === 'cap' ? 'carried' : 'owed'
  const part = limit.part ?? kind
  const id = `${clause.id}.${part}`
  const own: Site = { ...site, owner: clause.id }
  const { language } = builder.checked.policy
  const title = clause.title ?? clause.id
  const { grain } = site
  const past: checked.Past = { of: id, starts: zero(type, span), type }
  return builder.recurring(id, () => {
    const earlier = lowerEarlier(site, past, id, span)
    const label = `${title} ${words[kind].before[language]}`
    const { column: before } = addColumn(own, earlier, type, span, `${part}.before`, label)
    const due = limit.whenDue && dueColumn(own, limit, before, part, title)
    if (limit.is === 'cap' && !due) addDue(own, limit, before, part)
    const next: Expr = {
      op: 'choose',
      cases: limit.unless.map((test) => ({ when: not(test), then: column(before) })),
      otherwise: limit.is === 'cap' ? excess(limit, before, due) : owed(site, limit, before),
    }
    const bounds = bounded(site, limit.unless.length > 0 ? next : next.otherwise, type, title, span)
    const left = carried.forgiven && forgive(own, carried.forgiven, bounds, type, title)
    const kept = keptOn(site, clause, before, left?.after ?? bounds)
    const name = `${title} ${words[kind].after[language]}`
    const { column: after } = addColumn(own, kept, type, span, part, name)
    builder.results.set(`${clause.id}.${part}`, { column: after, grain, type })
    // What is forgiven is owed no more, and was not taken back either: the amount knows nothing of it.
    const reckoned = column(left?.owed ?? after)
    const change: Expr =
      limit.is === 'cap'
        ? { op: 'sub', a: column(before), b: reckoned }
        : { op: 'sub', a: reckoned, b: column(before) }
    const shown = left ? [before, left.forgiven, after] : due ? [before, due, after] : [before, after]
    return { amount: { op: 'add', a: limit.amount, b: change }, shown, after, result: part }
  })
}

/** What is owed once the period has taken back its part, how much of it is forgiven, and what is left. */
function forgive(
  own: Site,
  test: checked.Typed,
  next: Expr,
  type: NumberType,
  title: string,
): { readonly owed: Id; readonly forgiven: Id; readonly after: Expr } {
  const { language } = own.builder.checked.policy
  const add = (n: Expr, part: string, label: string): Id =>
    addColumn(own, { n }, type, test.span, part, `${title} ${label}`).column
  const owed = add(next, 'owed.reckoned', words.owed.reckoned[language])
  const holds = addColumn(own, { n: lower(own, test).n }, test.type, test.span, 'owed.test').column
  const given: Expr = {
    op: 'choose',
    cases: [{ when: column(holds), then: column(owed) }],
    otherwise: whole(0n),
  }
  const forgiven = add(given, 'owed.forgiven', words.owed.forgiven[language])
  return { owed, forgiven, after: { op: 'sub', a: column(owed), b: column(forgiven) } }
}

/**
 * What is carried stays as it is in a period that pays nothing: the subject has left, or is not meant. Before the
 * subject's first day, and outside the policy's own time, there is nothing; a period that the policy's first day cuts is
 * not decided by this policy.
 */
function keptOn(site: Site, clause: clauses.Commission | clauses.Payout, before: Id, next: Expr): Lowered {
  const { builder, grain } = site
  const { policy, records } = builder.checked
  const args = { name: policy.id }
  const outside = builder.reason({ class: 'not-in-force', code: 'BY808', args, origin: policy.span })
  const record = records.get(grain.record ?? '')
  const nobody = { class: 'not-existing', code: 'BY810', args: { record: record?.id ?? '' } } as const
  const cases: { readonly when: Expr; readonly then: Expr }[] = []
  const none = (when: Expr, state: number) => cases.push({ when, then: { op: 'fail', state } })
  const stays = (test: Expr) => cases.push({ when: not(test), then: column(before) })
  if (policy.from !== undefined) none(compare(ownDay('first'), '<', dayConstant(policy.from)), outside)
  if (policy.until !== undefined) none(compare(ownDay('first'), '>', dayConstant(policy.until)), outside)
  const exists = existsColumn(builder, grain)
  if (record?.exists && exists) {
    const from: Expr = { op: 'field', path: [], relation: record.id, field: record.exists.from.id }
    none(compare(from, '>', ownDay('last')), builder.reason({ ...nobody, origin: record.span }))
    stays(column(exists))
  }
  if (clause.scope.where) stays(lower(site, clause.scope.where).n)
  return { n: cases.length === 0 ? next : { op: 'choose', cases, otherwise: next } }
}

type CarriedResult = 'carried' | 'owed'

type Names = { readonly [language in Language]: string }
const words: {
  readonly carried: { readonly [when in 'before' | 'due' | 'after']: Names }
  readonly owed: { readonly [when in 'before' | 'reckoned' | 'forgiven' | 'after']: Names }
} = {
  carried: {
    before: { en: 'brought forward', 'zh-Hans': '上期结转', 'zh-Hant': '上期結轉' },
    due: { en: 'due in all', 'zh-Hans': '合计应扣', 'zh-Hant': '合計應扣' },
    after: { en: 'carried forward', 'zh-Hans': '结转下期', 'zh-Hant': '結轉下期' },
  },
  owed: {
    before: { en: 'owed before', 'zh-Hans': '上期欠款', 'zh-Hant': '上期欠款' },
    reckoned: { en: 'left to take back', 'zh-Hans': '待扣余额', 'zh-Hant': '待扣餘額' },
    forgiven: { en: 'forgiven', 'zh-Hans': '豁免', 'zh-Hant': '豁免' },
    after: { en: 'still owed', 'zh-Hans': '尚欠', 'zh-Hant': '尚欠' },
  },
}

function zero(type: NumberType, span: clauses.Step['span']): checked.Typed {
  return { is: 'const', value: 0n, type: { ...type, range: { ...type.range, min: 0n, max: 0n } }, span }
}

const larger = (a: Expr, b: Expr): Expr => ({ op: 'max', a, b })
const smaller = (a: Expr, b: Expr): Expr => ({ op: 'min', a, b })
const minus = (a: Expr, b: Expr): Expr => ({ op: 'sub', a, b })
const plus = (a: Expr, b: Expr): Expr => ({ op: 'add', a, b })

/** Whatever this period and those before have earned beyond the cap. */
function excess(limit: Limit, before: Id, due: Id | undefined): Expr {
  if (!due) return larger(minus(plus(limit.counted ?? limit.amount, column(before)), limit.at), whole(0n))
  const beyond = larger(minus(column(due), limit.at), whole(0n))
  return choose(compare(column(due), '<=', whole(0n)), whole(0n), beyond)
}

/** What is to be paid with what was carried, for the explanation: it says of which periods the rest is. */
function addDue(own: Site, limit: Limit, before: Id, part: string): void {
  const due: Expr = {
    op: 'choose',
    cases: limit.unless.map((test) => ({ when: not(test), then: column(before) })),
    otherwise: plus(limit.counted ?? limit.amount, column(before)),
  }
  addColumn(own, { n: due }, limit.type, limit.span, `${part}.due`)
}

/** What is due with what was carried, by a name of its own. */
function dueColumn(own: Site, { amount, type, span }: Limit, before: Id, part: string, title: string): Id {
  const label = `${title} ${words.carried.due[own.builder.checked.policy.language]}`
  return addColumn(own, { n: plus(amount, column(before)) }, type, span, `${part}.due`, label).column
}

/** More by what is added up to the floor; less by the part of what lies above it that is taken back. */
function owed(site: Site, { amount, at, carried, type }: Limit, before: Id): Expr {
  const added = larger(minus(at, amount), whole(0n))
  const above = larger(minus(amount, at), whole(0n))
  const taken = recoverable(site, above, carried, type)
  // Whatever the rate: what is left is never less than the floor.
  const recovered = smaller(column(before), smaller(taken, above))
  return minus(plus(column(before), added), recovered)
}

/** The part above a floor that may be taken back, at the scale of what is carried. */
function recoverable(site: Site, above: Expr, { rate, from }: clauses.Carried, type: NumberType): Expr {
  const rated = rate?.type.is === 'number' ? fixedRate(site, rate, rate.type, above, type) : above
  if (!from) return rated
  const begun = compare(ownDay('first'), '>=', lower(site, from).n)
  return { op: 'choose', cases: [{ when: begun, then: rated }], otherwise: whole(0n) }
}

/** `above` stands at the scale of `type`, which has room for the places of the rate: what is finer is not there. */
function fixedRate(
  site: Site,
  rate: checked.Typed,
  rateType: NumberType,
  above: Expr,
  type: NumberType,
): Expr {
  const places = rateType.over ? 12 : rateType.range.scale
  const factor = fix(lower(site, rate), rateType)
  const product: Expr = { op: 'mul', a: above, b: factor }
  return {
    op: 'round',
    a: { n: product, scale: type.range.scale + places },
    unit: '1',
    scale: type.range.scale,
    mode: 'half-even',
    limit: { min: '0', max: String(type.range.max), state: quotientTooLarge },
  }
}
