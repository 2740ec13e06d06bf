import type { Language } from '../base/language.ts'
import { unreachable } from '../base/unreachable.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { fixed, type NumberType } from '../check/types.ts'
import type { Builder, Lowered, Site } from './builder.ts'
import { addColumn, type Stored } from './columns.ts'
import { column, not, whole } from './expressions.ts'
import { lowerCarried } from './lower-carried.ts'
import { lowerCreditedPay } from './lower-credited-pay.ts'
import { decidedSteps, lowerResults } from './lower-decision.ts'
import { lowerLawLimit } from './lower-law.ts'
import { payeeThere } from './lower-payee-there.ts'
import { lowerRelease } from './lower-release.ts'
import { guarded } from './lower-scope.ts'
import { addTaken, takenId } from './lower-taken.ts'
import { lowerTiers } from './lower-tiers.ts'
import { chooseLowered, convert, fix, lower, ratioOf, roundTo } from './lowered.ts'
import type { Expr, Id, Output, PlanStep } from './plan.ts'
import { rowPlace } from './row-place.ts'

/** A pay clause; one that nets what its earlier rows have taken goes on from row to row. */
export function lowerCommission(builder: Builder, clause: clauses.Commission): void {
  const { nets } = clause
  if (!nets) {
    lowerPipeline(builder, clause)
    return
  }
  builder.recurring(takenId(clause.id), () => {
    const amount = lowerPipeline(builder, clause)
    addTaken({ builder, grain: clause.scope.grain, owner: takenId(clause.id) }, clause, nets, amount)
  })
}

/** One column after each step, the last of them behind its gates and its scope. */
function lowerPipeline(builder: Builder, clause: clauses.Commission): Id {
  const worked = clause.toDate?.windows ?? clause.scope
  const steps: PlanStep[] = []
  const gates: Expr[] = []
  const also: Output['also'][number][] = lowerResults(builder, clause, clause.decides ?? [])
  steps.push(...decidedSteps(builder, clause.decides ?? [], also))
  let amount: Lowered | undefined
  let type: NumberType = clause.type
  for (const [i, step] of clause.steps.entries()) {
    const site: Site = { builder, grain: worked.grain, owner: `${clause.id}.${i + 1}` }
    const origin = builder.origin(step.span)
    if (step.is === 'gate') {
      const test = addColumn(site, { n: lower(site, step.test).n }, { is: 'truth' }, step.span, 'gate')
      gates.push(column(test.column))
      steps.push({ is: 'gate', column: test.column, operand: test.column, origin })
      continue
    }
    const when =
      step.when && addColumn(site, { n: lower(site, step.when).n }, { is: 'truth' }, step.span, 'when').column
    const unless = when ? [...gates, column(when)] : gates
    const applied =
      step.is === 'limit-by-law'
        ? lawStep(site, clause, step, { amount, type, unless })
        : 'carried' in step && step.carried
          ? carriedStep(site, clause, step, step.carried, {
              amount,
              type,
              unless,
            })
          : applyStep(site, step, amount, type)
    if (applied.also) also.push(applied.also)
    const next = when ? onlyWhen(when, applied.amount, step, amount, type) : applied.amount
    const stored = addColumn(site, next, step.type, step.span)
    amount = read(stored)
    type = step.type
    steps.push({ ...applied.step, is: step.is, column: stored.column, ...(when && { when }), origin })
  }
  const last = amount ?? { n: whole(0n) }
  const site: Site = { builder, grain: clause.scope.grain, owner: clause.id }
  const gated =
    gates.length === 0
      ? last
      : chooseLowered([{ when: not({ op: 'and', all: gates }), then: zeroLike(last) }], last)
  const due = convert(gated, type, clause.type)
  const paid = clause.toDate ? lessPaid(site, clause, clause.toDate, due, steps) : guarded(site, clause, due)
  const result = addColumn(site, paid, clause.type, clause.span, undefined, clause.title ?? clause.id)
  const grain = clause.scope.grain
  builder.results.set(`${clause.id}.amount`, { ...result, grain, type: clause.type })
  const common = {
    // What is taken is nobody's pay: only a payout takes it of somebody.
    is: clause.label === 'penalty' ? 'decision' : 'pay',
    label: clause.label,
    grain: builder.grain(grain),
    column: result.column,
    ...rowPlace(site, clause.scope),
    listed: false,
    steps,
    also,
    origin: builder.origin(clause.span),
  } as const satisfies Partial<Output>
  const title = clause.title === undefined ? {} : { title: clause.title }
  if (clause.credited) {
    const paid = lowerCreditedPay(site, clause, clause.credited, result.column, common.posting)
    const step = { is: 'credit', column: paid.column, origin: common.origin } as const
    builder.outputs.push({ ...common, id: clause.id, ...title, ...paid, also: [], steps: [...steps, step] })
    return result.column
  }
  if (!clause.release) {
    builder.outputs.push({ id: clause.id, ...title, ...common })
    return result.column
  }
  for (const [i, part] of lowerRelease(site, clause, clause.release, result.column).entries())
    builder.outputs.push({
      ...common,
      ...(part.rows && { grain: builder.grain(part.rows.grain), ...payeeThere(site, part.rows, common) }),
      id: `${clause.id}.${i + 1}`,
      title: `${clause.title ?? clause.id} ${part.label}`,
      releases: clause.id,
      column: part.column,
      posting: part.posting,
      steps: [
        ...(part.rows ? [] : steps),
        {
          is: 'release',
          label: part.label,
          column: part.column,
          ...(part.rows && { operand: part.column }),
          origin: part.origin,
        },
      ],
      also: i === 0 && !part.rows ? also : [],
    })
  return result.column
}

const soFarWord: { readonly [language in Language]: string } = {
  en: 'to date',
  'zh-Hans': '累计',
  'zh-Hant': '累計',
}

/**
 * What the window that ends with this period comes to, less what the one before did: which is what the periods in it
 * were paid. INVARIANT: of each period there is one window, in the same order.
 */
function lessPaid(
  site: Site,
  clause: clauses.Commission,
  toDate: NonNullable<clauses.Commission['toDate']>,
  amount: Lowered,
  steps: PlanStep[],
): Lowered {
  const { builder } = site
  const window: Site = { ...site, grain: toDate.windows.grain, owner: `${clause.id}.to-date` }
  const exact = fixed(clause.type)
  const known = guarded(
    window,
    { ...clause, scope: toDate.windows },
    { n: convert(amount, clause.type, exact).n },
  )
  const soFar = addColumn(
    window,
    known,
    exact,
    clause.span,
    undefined,
    `${clause.title ?? clause.id} ${soFarWord[builder.checked.policy.language]}`,
  ).column
  const args = { name: builder.checked.policy.id }
  const state = builder.reason({ class: 'no-period', code: 'BY813', args, origin: clause.span })
  const at = (is: 'own' | 'previous'): Expr => ({
    op: 'lookup',
    column: soFar,
    at: { ...(site.grain.record !== undefined && { path: [] }), period: { is } },
    state,
  })
  const before = at('previous')
  const paidBefore: Expr = {
    op: 'choose',
    cases: [
      { when: { op: 'begins', kind: toDate.kind }, then: whole(0n) },
      { when: { op: 'is', what: 'not-applicable', a: before }, then: whole(0n) },
    ],
    otherwise: before,
  }
  const origin = builder.origin(clause.span)
  const paid = addColumn(
    { ...site, owner: `${clause.id}.paid` },
    { n: paidBefore },
    exact,
    clause.span,
  ).column
  const own = at('own')
  const rest: Expr = {
    op: 'choose',
    cases: [{ when: { op: 'is', what: 'not-applicable', a: own }, then: own }],
    otherwise: { op: 'sub', a: own, b: column(paid) },
  }
  const left = addColumn({ ...site, owner: `${clause.id}.left` }, { n: rest }, exact, clause.span).column
  steps.push({ is: 'paid-before', column: left, operand: paid, origin })
  return convert({ n: column(left) }, exact, clause.type)
}

function read({ column: id, denominator }: Stored): Lowered {
  return { n: column(id), ...(denominator && { d: column(denominator) }) }
}

function zeroLike(amount: Lowered): Lowered {
  return { n: whole(0n), ...(amount.d && { d: whole(1n) }) }
}

/** A step whose test does not hold leaves the amount as it was (0 before the first). */
function onlyWhen(
  when: Id,
  applied: Lowered,
  step: Exclude<clauses.Step, { is: 'gate' }>,
  before: Lowered | undefined,
  type: NumberType,
): Lowered {
  const same = before ? convert(before, type, step.type) : zeroLike(applied)
  return chooseLowered([{ when: column(when), then: applied }], same)
}

type Applied = {
  readonly amount: Lowered
  readonly step: Pick<PlanStep, 'label' | 'operand' | 'tiers' | 'parts'>
  readonly also?: Output['also'][number]
}

/** A cap or floor that goes on to the next period. */
function carriedStep(
  site: Site,
  clause: clauses.Commission,
  step: Extract<clauses.Step, { is: 'cap' | 'floor' }>,
  carried: clauses.Carried,
  so: { readonly amount: Lowered | undefined; readonly type: NumberType; readonly unless: readonly Expr[] },
): Applied {
  const limit = lower(site, step.at)
  const found = lowerCarried(site, clause, {
    is: step.is,
    carried,
    amount: convert(so.amount ?? { n: whole(0n) }, so.type, step.type).n,
    at: convert(limit, step.at.type, step.type).n,
    unless: so.unless,
    type: step.type,
    span: step.span,
  })
  const operand = addColumn(site, limit, step.at.type, step.at.span, 'operand').column
  return {
    amount: { n: found.amount },
    step: { operand, parts: found.shown },
    also: { label: found.result, column: found.after },
  }
}

/** No more than the law lets be taken; the rest goes on to the next period. */
function lawStep(
  site: Site,
  clause: clauses.Commission,
  step: Extract<clauses.Step, { is: 'limit-by-law' }>,
  so: { readonly amount: Lowered | undefined; readonly type: NumberType; readonly unless: readonly Expr[] },
): Applied {
  const { limit, carried, type, span } = step
  const amount = convert(so.amount ?? { n: whole(0n) }, so.type, type).n
  const found = lowerLawLimit(site, clause, { limit, carried, amount, unless: so.unless, type, span })
  return {
    amount: { n: found.taken },
    step: { label: limit.cited, operand: found.operand, parts: found.shown },
    also: { label: found.result, column: found.after },
  }
}

function applyStep(
  site: Site,
  step: Exclude<clauses.Step, { is: 'gate' | 'limit-by-law' }>,
  before: Lowered | undefined,
  type: NumberType,
): Applied {
  const so: Lowered = before ?? { n: whole(0n) }
  const operandOf = (typed: checked.Typed): Id =>
    addColumn(site, lower(site, typed), typed.type, typed.span, 'operand').column
  switch (step.is) {
    case 'start':
      return {
        amount: convert(lower(site, step.amount), step.amount.type, step.type),
        step: { operand: operandOf(step.amount) },
      }
    case 'rate': {
      const product: checked.Typed = {
        is: 'arithmetic',
        op: '*',
        a: step.rate,
        b: step.of,
        type: step.type,
        span: step.span,
      }
      const operand = addColumn(site, lower(site, product), step.type, step.span, 'operand').column
      return { amount: lower(site, product), step: { operand } }
    }
    case 'tiers': {
      const tiers = lowerTiers({ ...site, owner: `${site.owner}.tiers` }, step.tiers)
      const amount =
        step.joins === 'start'
          ? convert(tiers.amount, step.tiers.type, step.type)
          : added(step.joins, so, type, tiers.amount, step.tiers.type, step.type)
      return { amount, step: { tiers: tiers.shown } }
    }
    case 'plus':
    case 'minus': {
      const amount = step.amount.type
      if (amount.is !== 'number') return { amount: so, step: {} }
      return {
        amount: added(step.is, so, type, lower(site, step.amount), amount, step.type),
        step: { operand: operandOf(step.amount) },
      }
    }
    case 'times':
    case 'prorate': {
      const factor = step.factor.type
      if (factor.is !== 'number') return { amount: so, step: {} }
      const by = lower(site, step.factor)
      return {
        amount: convert(multiplied(so, type, by, factor), step.product, step.type),
        step: { operand: operandOf(step.factor) },
      }
    }
    case 'cap':
    case 'floor': {
      const at = step.at.type
      const limit = convert(lower(site, step.at), at, step.type)
      const amount = convert(so, type, step.type)
      const beyond: Expr = {
        op: 'compare',
        by: step.is === 'cap' ? '>' : '<',
        a: ratioOf(amount, step.type),
        b: ratioOf(limit, step.type),
      }
      return {
        amount: chooseLowered([{ when: beyond, then: limit }], amount),
        step: { operand: operandOf(step.at) },
      }
    }
    case 'round':
      return {
        amount: convertRounded(roundTo(ratioOf(so, type), step.unit, step.scale, step.mode), step),
        step: {},
      }
    default:
      return unreachable(step)
  }
}

/** Rounded values stand at the step's scale; a `when` may have given the result more places. */
function convertRounded(n: Expr, step: Extract<clauses.Step, { is: 'round' }>): Lowered {
  const { over: _, ...rest } = step.type
  const from: NumberType = { ...rest, range: { ...step.type.range, scale: step.scale } }
  return convert({ n }, from, step.type)
}

function added(
  sign: 'plus' | 'minus',
  a: Lowered,
  aType: NumberType,
  b: Lowered,
  bType: NumberType,
  type: NumberType,
): Lowered {
  const { over: _, ...exact } = type
  const x = convert(a, aType, exact).n
  const y = convert(b, bType, exact).n
  return convert({ n: { op: sign === 'plus' ? 'add' : 'sub', a: x, b: y } }, exact, type)
}

function multiplied(a: Lowered, aType: NumberType, b: Lowered, bType: NumberType): Lowered {
  if (a.d && b.d) return { n: { op: 'mul', a: fix(a, aType), b: fix(b, bType) } }
  const d = a.d ?? b.d
  return { n: { op: 'mul', a: a.n, b: b.n }, ...(d && { d }) }
}
