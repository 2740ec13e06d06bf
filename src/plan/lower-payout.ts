import { unreachable } from '../base/unreachable.ts'
import type * as clauses from '../check/clauses.ts'
import type { NumberType } from '../check/types.ts'
import type { Builder, Lowered, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { column, not, whole } from './expressions.ts'
import { lowerCarried } from './lower-carried.ts'
import { lowerLawLimit } from './lower-law.ts'
import { guarded } from './lower-scope.ts'
import { chooseLowered, convert, lower, passing, ratioOf, roundTo } from './lowered.ts'
import type { Expr, Id, Output, PlanStep } from './plan.ts'

/** Clauses added and taken, then limits. A clause that does not apply to a person adds nothing; when none does, there is no payout. */
export function lowerPayout(builder: Builder, clause: clauses.Payout): void {
  const site: Site = { builder, grain: clause.scope.grain, owner: clause.id }
  const parts: Parts = new Map()
  const steps: PlanStep[] = []
  const also: Output['also'][number][] = []
  let amount: Lowered = { n: whole(0n) }
  let type: NumberType = clause.type
  for (const [i, step] of clause.steps.entries()) {
    const at: Site = { ...site, owner: `${clause.id}.${i + 1}` }
    const before = i === 0 ? step.type : type
    const applied =
      step.is === 'limit-by-law'
        ? lawStep(at, clause, step, convert(amount, before, step.type).n, parts, also)
        : 'carried' in step && step.carried
          ? carriedStep(at, clause, step, step.carried, convert(amount, before, step.type).n, parts)
          : applyStep(at, step, amount, before, parts)
    if (applied.also) also.push(applied.also)
    const stored = addColumn(at, applied.amount, step.type, step.span).column
    amount = { n: column(stored) }
    type = step.type
    steps.push({ ...applied.step, column: stored, origin: builder.origin(step.span) })
  }
  const state = builder.reason({
    class: 'excluded',
    code: 'BY811',
    args: { name: clause.id },
    origin: clause.span,
  })
  const paid = chooseLowered(
    [{ when: nothingApplies(parts), then: { n: { op: 'fail', state } } }],
    convert(amount, type, clause.type),
  )
  const result = addColumn(
    site,
    guarded(site, clause, paid),
    clause.type,
    clause.span,
    undefined,
    clause.title ?? clause.id,
  ).column
  builder.results.set(`${clause.id}.amount`, { column: result, grain: clause.scope.grain, type: clause.type })
  for (const [i, output] of builder.outputs.entries())
    if (parts.has(output.releases ?? output.id))
      builder.outputs[i] = { ...output, ...(output.label === 'penalty' && { is: 'pay' }), listed: true }
  builder.outputs.push({
    id: clause.id,
    ...(clause.title !== undefined && { title: clause.title }),
    is: 'payout',
    label: 'payout',
    grain: builder.grain(clause.scope.grain),
    column: result,
    listed: false,
    lists: [...parts.keys()],
    steps,
    also,
    origin: builder.origin(clause.span),
  })
}

/** The clauses added so far, each at the scale of the step that added it. */
type Parts = Map<string, { readonly column: Id; readonly type: NumberType }>
type Applied = {
  readonly amount: Lowered
  readonly step: Omit<PlanStep, 'column' | 'origin'>
  readonly also?: Output['also'][number]
}

/** A cap or floor that goes on to the next period. */
function carriedStep(
  site: Site,
  clause: clauses.Payout,
  step: Extract<clauses.PayoutStep, { is: 'cap' | 'floor' }>,
  carried: clauses.Carried,
  amount: Expr,
  parts: Parts,
): Applied {
  const limit = lower(site, step.at)
  const over = step.is === 'cap' ? step.over : undefined
  const found = lowerCarried(site, clause, {
    is: step.is,
    carried,
    amount,
    at: convert(limit, step.at.type, step.type).n,
    ...(over && { counted: namedParts(over, parts, step.type) }),
    unless: [not(nothingApplies(parts))],
    type: step.type,
    span: step.span,
  })
  const operand = addColumn(site, limit, step.at.type, step.at.span, 'operand').column
  return {
    amount: { n: found.amount },
    step: { is: step.is, operand, parts: found.shown },
    also: { label: found.result, column: found.after },
  }
}

/** Of each class that is taken no more than the law lets be taken: what is not stays with the person, and is carried. */
function lawStep(
  site: Site,
  clause: clauses.Payout,
  step: Extract<clauses.PayoutStep, { is: 'limit-by-law' }>,
  amount: Expr,
  parts: Parts,
  also: Output['also'][number][],
): Applied {
  const shown: Id[] = []
  let so = amount
  let less: Expr | undefined
  for (const [i, { over, limit, carried }] of step.limits.entries()) {
    const counted = namedParts(over, parts, step.type)
    const found = lowerLawLimit({ ...site, owner: `${site.owner}.${limit.class}` }, clause, {
      limit,
      carried,
      amount: counted,
      ...(less && { less }),
      unless: [not(nothingApplies(parts))],
      type: step.type,
      span: step.span,
      ...(i > 0 && { part: `carried.${limit.class}` }),
    })
    so = { op: 'sub', a: { op: 'add', a: so, b: counted }, b: found.taken }
    less = less ? { op: 'add', a: less, b: found.taken } : found.taken
    shown.push(found.operand, ...found.shown)
    also.push({ label: found.result, column: found.after })
  }
  const [operand, ...rest] = shown
  const label = step.limits[0]?.limit.cited
  const cited = label === undefined ? {} : { label }
  return {
    amount: { n: so },
    step: { is: 'limit-by-law', ...cited, ...(operand && { operand }), parts: rest },
  }
}

function nothingApplies(parts: Parts): Expr {
  const all = [...parts.values()].map(
    (part): Expr => ({ op: 'is', what: 'not-applicable', a: column(part.column) }),
  )
  return { op: 'and', all }
}

/** What some of the clauses add together. */
function namedParts(names: readonly string[], parts: Parts, type: NumberType): Expr {
  return names
    .map((name): Expr => {
      const part = parts.get(name)
      return part ? convert({ n: addend(part.column) }, part.type, type).n : whole(0n)
    })
    .reduce((a, b): Expr => ({ op: 'add', a, b }))
}

function applyStep(
  site: Site,
  step: Exclude<clauses.PayoutStep, { is: 'limit-by-law' }>,
  before: Lowered,
  type: NumberType,
  parts: Parts,
): Applied {
  const so = convert(before, type, step.type)
  switch (step.is) {
    case 'add':
    case 'take': {
      const ids = step.clauses.map((part) => partColumn(site, part, step.type, parts))
      const items = ids.map(addend)
      const joined = step.best ? best(ids) : items.reduce((a, b): Expr => ({ op: 'add', a, b }))
      const amount: Expr = { op: step.is === 'add' ? 'add' : 'sub', a: so.n, b: joined }
      return { amount: { n: amount }, step: { is: step.best ? 'best' : step.is, parts: ids } }
    }
    case 'cap': {
      const operand = addColumn(site, lower(site, step.at), step.at.type, step.span, 'operand').column
      const limit = convert(lower(site, step.at), step.at.type, step.type).n
      if (!step.over) return { amount: { n: { op: 'min', a: so.n, b: limit } }, step: { is: 'cap', operand } }
      // Only what the named clauses add beyond the limit is cut off.
      const over = namedParts(step.over, parts, step.type)
      const beyond: Expr = { op: 'max', a: { op: 'sub', a: over, b: limit }, b: whole(0n) }
      return { amount: { n: { op: 'sub', a: so.n, b: beyond } }, step: { is: 'cap', operand } }
    }
    case 'floor': {
      const operand = addColumn(site, lower(site, step.at), step.at.type, step.span, 'operand').column
      return {
        amount: { n: { op: 'max', a: so.n, b: convert(lower(site, step.at), step.at.type, step.type).n } },
        step: { is: 'floor', operand },
      }
    }
    case 'round':
      return {
        amount: { n: roundTo(ratioOf(before, type), step.unit, step.scale, step.mode) },
        step: { is: 'round' },
      }
    default:
      return unreachable(step)
  }
}

/** A clause's amount at the payout's own scale; a fraction is fixed, since it is added to others. */
function partColumn(site: Site, part: clauses.PayoutPart, type: NumberType, parts: Parts): Id {
  const { amount } = part
  const lowered = lower(site, amount)
  const laidOut = convert(lowered, amount.type, type).n
  const value = laidOut === lowered.n ? laidOut : passing(lowered.n, laidOut)
  const { column: stored } = addColumn(site, { n: value }, type, amount.span, part.clause, part.clause)
  parts.set(part.clause, { column: stored, type })
  return stored
}

/** What is not applicable adds nothing. */
function addend(id: Id): Expr {
  return {
    op: 'choose',
    cases: [{ when: { op: 'is', what: 'not-applicable', a: column(id) }, then: whole(0n) }],
    otherwise: column(id),
  }
}

/** The largest of those that apply; 0 when none does. */
function best(ids: readonly Id[]): Expr {
  return (
    ids.reduceRight((rest: Expr | undefined, id): Expr => {
      const is: Expr = { op: 'is', what: 'not-applicable', a: column(id) }
      if (!rest) return addend(id)
      // What remains may be 0 only because nothing applies: then it does not compete.
      const others = ids
        .slice(ids.indexOf(id) + 1)
        .map((other): Expr => ({ op: 'is', what: 'not-applicable', a: column(other) }))
      const alone: Expr = { op: 'and', all: others }
      return {
        op: 'choose',
        cases: [
          { when: is, then: rest },
          { when: alone, then: column(id) },
        ],
        otherwise: { op: 'max', a: column(id), b: rest },
      }
    }, undefined) ?? whole(0n)
  )
}
