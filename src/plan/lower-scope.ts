import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { type Builder, grainId, type Lowered, type Site } from './builder.ts'
import { dayConstant, ownDay } from './days.ts'
import { choose, column, compare, not, yes } from './expressions.ts'
import { chooseLowered, failing, lower } from './lowered.ts'
import type { Expr, Id } from './plan.ts'

type Definition = checked.Value | clauses.Clause

/**
 * A result, but only for those whom it is for: subjects that exist in the period, that the `where` lets in, and (for
 * clauses) while the policy is in force. For all others the state says why there is none.
 */
export function guarded(site: Site, definition: Definition, lowered: Lowered): Lowered {
  const cases = guards(site, definition)
  if (cases.length === 0) return lowered
  const none = cases.map(({ when, state }) => ({
    when,
    then: failing(state, lowered),
  }))
  return chooseLowered(none, lowered)
}

function guards(site: Site, definition: Definition): readonly { when: Expr; state: number }[] {
  const { builder } = site
  const { scope, span } = definition
  const cases: { when: Expr; state: number }[] = []
  const exists = existsColumn(builder, scope.grain)
  if (exists) {
    const record = builder.checked.records.get(scope.grain.record ?? '')
    const state = builder.reason({
      class: 'not-existing',
      code: 'BY810',
      args: { record: record?.id ?? '' },
      origin: record?.span ?? span,
    })
    cases.push({ when: not(column(exists)), state })
  }
  if (scope.where) {
    const state = builder.reason({
      class: 'excluded',
      code: 'BY811',
      args: { name: definition.id },
      origin: scope.where.span,
    })
    cases.push({ when: not(lower(site, scope.where).n), state })
  }
  // Last: a row that is left out needs no date.
  if (definition.kind !== 'value') cases.push(...inForce(site, definition))
  return cases
}

/** Whether a subject exists in a period: from its first day until its last, both counted. One column for all who ask. */
export function existsColumn(builder: Builder, grain: checked.Grain): Id | undefined {
  const record = grain.record === undefined ? undefined : builder.checked.records.get(grain.record)
  if (!record?.exists || grain.period === undefined) return undefined
  const id = `${grainId(grain)}.exists`
  if (builder.ledger.get('column', id)) return id
  const { from, until } = record.exists
  const field = (name: string): Expr => ({ op: 'field', path: [], relation: record.id, field: name })
  const begun = compare(field(from.id), '<=', ownDay('last'))
  const going: Expr = until
    ? choose(
        { op: 'is', what: 'missing', a: field(until.id) },
        yes,
        compare(field(until.id), '>=', ownDay('first')),
      )
    : yes
  return builder.column({
    id,
    grain: builder.grain(grain),
    type: { is: 'truth' },
    expr: { op: 'and', all: [begun, going] },
    origin: builder.origin(record.span),
  })
}

/** Periods wholly outside the policy's time have no result; one that it cuts is held: half a quarter is no quarter. */
function inForce(site: Site, definition: clauses.Clause): readonly { when: Expr; state: number }[] {
  const { policy } = site.builder.checked
  const { grain, posting } = definition.scope
  if (policy.from === undefined && policy.until === undefined) return []
  const args = { name: policy.id }
  const outside = site.builder.reason({ class: 'not-in-force', code: 'BY808', args, origin: policy.span })
  const before = (a: Expr, day: number): Expr => compare(a, '<', dayConstant(day))
  const after = (a: Expr, day: number): Expr => compare(a, '>', dayConstant(day))
  if (grain.period !== undefined) {
    const cut = site.builder.reason({ class: 'conflict', code: 'BY809', args, origin: policy.span })
    const first = ownDay('first')
    const last = ownDay('last')
    return [
      ...(policy.from === undefined
        ? []
        : [
            { when: before(last, policy.from), state: outside },
            { when: before(first, policy.from), state: cut },
          ]),
      ...(policy.until === undefined
        ? []
        : [
            { when: after(first, policy.until), state: outside },
            { when: after(last, policy.until), state: cut },
          ]),
    ]
  }
  const record = site.builder.checked.records.get(grain.record ?? '')
  const own: Expr | undefined = posting
    ? lower(site, posting).n
    : record?.posting && record.posting.type.is !== 'period'
      ? ownPosting(record.id, record.posting)
      : undefined
  if (!own) return []
  return [
    ...(policy.from === undefined ? [] : [{ when: before(own, policy.from), state: outside }]),
    ...(policy.until === undefined ? [] : [{ when: after(own, policy.until), state: outside }]),
  ]
}

/** The date of a row, or the day of its time. */
function ownPosting(relation: Id, { id, type }: checked.FieldSymbol): Expr | undefined {
  const field: Expr = { op: 'field', path: [], relation, field: id }
  if (type.is === 'time') return { op: 'local-day', a: field }
  return type.is === 'date' ? field : undefined
}
