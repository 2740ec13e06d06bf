import type { Commission } from '../clauses.ts'
import type { Rule } from './rule.ts'

/**
 * A clause that pays row by row and does not say whom, although its rows lead to those who are paid elsewhere: its
 * lines would stand under the rows' own names.
 */
export const reportNobody: Rule = ({ checked, report, sound }) => {
  if (!sound) return
  const subjects = new Set(
    checked.order.flatMap((d) =>
      (d.kind === 'payout' || d.kind === 'commission') && d.scope.grain.period !== undefined
        ? (d.scope.grain.record ?? [])
        : [],
    ),
  )
  for (const clause of checked.order) {
    if (clause.kind !== 'commission' || !namesNobody(clause)) continue
    const { record = '' } = clause.scope.grain
    if (subjects.has(record)) continue
    const fields = [...(checked.records.get(record)?.fields.values() ?? [])]
    const field = fields.find(({ type }) => type.is === 'ref' && subjects.has(type.record))
    if (field === undefined) continue
    report('BY622', { name: clause.id, record, field: field.id }, clause.span)
  }
}

function namesNobody({ scope, credited, label }: Commission): boolean {
  const each = scope.grain.record !== undefined && scope.grain.period === undefined
  return each && scope.payee === undefined && credited === undefined && label !== 'penalty'
}
