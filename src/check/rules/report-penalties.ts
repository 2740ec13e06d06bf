import { formatDay } from '../../base/day.ts'
import type { Span } from '../../base/span.ts'
import type { DeductionClass } from '../../syntax/ast.ts'
import { spellWord } from '../../syntax/keywords.ts'
import type { Scope } from '../checked.ts'
import type { Commission, Decision, Definition, Payout } from '../clauses.ts'
import { limits } from '../law-limit.ts'
import type { Law, LawLimit, LawRule } from '../law-rules.ts'
import type { Rule, RuleInput } from './rule.ts'

/** Money that is taken: as what, whether the law lets it, within which limits, and from whom. */
export const reportPenalties: Rule = (input) => {
  const { checked, sound } = input
  if (!sound) return
  const of = <K extends Definition['kind']>(kind: K) =>
    checked.order.filter((one): one is Extract<Definition, { kind: K }> => one.kind === kind)
  const laws = of('law')
  const payouts = of('payout')
  for (const clause of [...of('commission'), ...of('decision')]) {
    if (clause.label !== 'penalty') continue
    // What only decides takes no money, unless it says as what it does.
    if (!clause.class) continue
    reportLaw(input, clause, clause.class, laws, placeOf(clause, payouts))
    if (clause.kind === 'commission') reportTaking(input, clause, clause.class, laws, payouts)
  }
  reportApart(input, of('commission'), payouts)
}

type Limited = {
  readonly name: string
  readonly record?: string
  readonly limit: LawLimit
  readonly span: Span
}

/**
 * The law limits what is taken of a month's wage all together: two limits that know nothing of each other would let
 * twice as much be taken, or less be left than the minimum wage. Those for some of the people alone may be apart.
 */
function reportApart(
  { report }: RuleInput,
  clauses: readonly Commission[],
  payouts: readonly Payout[],
): void {
  const own = clauses.flatMap(({ id, scope, steps, span }): Limited[] =>
    steps.flatMap((step) =>
      step.is === 'limit-by-law' && !scope.where ? [limited(id, scope, step.limit, span)] : [],
    ),
  )
  const taken = payouts.flatMap(({ id, scope, steps, span }): Limited[] =>
    steps.flatMap((step) =>
      step.is === 'limit-by-law' && !scope.where
        ? step.limits.slice(0, 1).map(({ limit }) => limited(id, scope, limit, span))
        : [],
    ),
  )
  const all = [...own, ...taken]
  for (const [i, one] of all.entries()) {
    const other = all
      .slice(0, i)
      .find(({ limit, record }) => limit.law === one.limit.law && record === one.record)
    if (!other) continue
    const related = [{ span: other.span, note: other.name }]
    report('BY599', { name: one.name, other: other.name, law: one.limit.law }, one.span, { related })
  }
}

function limited(name: string, { grain }: Scope, limit: LawLimit, span: Span): Limited {
  return { name, ...(grain.record !== undefined && { record: grain.record }), limit, span }
}

function reportLaw(
  { checked, report }: RuleInput,
  clause: Commission | Decision,
  of: DeductionClass,
  laws: readonly Law[],
  place: string | undefined,
): void {
  const { language, from, until } = checked.policy
  const word = spellWord('deduction', of, language)
  const rows = laws.flatMap((law) =>
    law.rules.filter((rule) => rule.class === of).map((rule) => ({ law, rule })),
  )
  if (rows.length === 0) {
    report('BY587', { name: clause.id, class: word }, clause.span)
    return
  }
  // Of another place, and of one that only the row knows, it is said when there is something to take.
  const here = rows.filter(({ rule }) => !rule.places || (place !== undefined && rule.places.includes(place)))
  const forbidden = here.find(({ rule }) => !rule.allowed && during(rule, from, until))
  if (!forbidden) return
  const { law, rule } = forbidden
  const where = rule.places ? ` (${rule.places.join(', ')})` : ''
  const days = {
    from: formatDay(Math.max(rule.from, from ?? rule.from)),
    until: rule.until === undefined ? '…' : formatDay(rule.until),
  }
  const related: { span: Span; note: string }[] = [{ span: rule.span, note: law.id }]
  report('BY588', { name: clause.id, law: law.id, class: word, place: where, ...days }, clause.span, {
    related,
  })
}

/** The one place that the limits of a clause are written for, by itself or where it is taken. */
function placeOf(clause: Commission | Decision, payouts: readonly Payout[]): string | undefined {
  const own =
    clause.kind === 'commission'
      ? clause.steps.flatMap((s) => (s.is === 'limit-by-law' ? [s.limit] : []))
      : []
  const taken = payouts.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.is === 'limit-by-law' ? step.limits : [])),
  )
  const limit = own[0] ?? taken.find(({ over }) => over.includes(clause.id))?.limit
  return limit?.place
}

function during(rule: LawRule, from: number | undefined, until: number | undefined): boolean {
  return (
    (until === undefined || rule.from <= until) &&
    (rule.until === undefined || from === undefined || rule.until >= from)
  )
}

function reportTaking(
  { report }: RuleInput,
  clause: Commission,
  of: DeductionClass,
  laws: readonly Law[],
  payouts: readonly Payout[],
): void {
  const name = clause.id
  const lists = (payout: Payout, is: 'add' | 'take') =>
    payout.steps.some((step) => step.is === is && step.clauses.some((part) => part.clause === name))
  const adding = payouts.find((payout) => lists(payout, 'add'))
  if (adding) report('BY595', { name, payout: adding.id }, clause.span)
  const taking = payouts.filter((payout) => lists(payout, 'take'))
  // A dealer's deposit is no wage, and no payout need stand between.
  if (taking.length === 0 && !adding && of !== 'dealer-penalty') report('BY594', { name }, clause.span)
  const law = laws.find(({ rules }) =>
    rules.some((rule) => rule.class === of && (rule.allowed || rule.places) && limits(rule)),
  )
  const itself = clause.steps.some(({ is }) => is === 'limit-by-law')
  const after = (payout: Payout) =>
    payout.steps.some(
      (step) => step.is === 'limit-by-law' && step.limits.some(({ over }) => over.includes(name)),
    )
  const kept = itself || (taking.length > 0 && taking.every(after))
  if (law && !kept) report('BY589', { name, law: law.id }, clause.span)
}
