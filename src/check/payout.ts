import type * as ast from '../syntax/ast.ts'
import { checkCarried } from './carried.ts'
import { carriesTwice } from './carries.ts'
import type { Place, Typed } from './checked.ts'
import type { ClassLimit, Commission, Definition, Payout, PayoutPart, PayoutStep } from './clauses.ts'
import { joined, wider } from './commission.ts'
import { broken, hint } from './constants.ts'
import { creditedWay, partType } from './credited.ts'
import { ofManyRows } from './currency.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { arithmetic, checkWidth, commonUnit } from './infer-arithmetic.ts'
import { compareTyped } from './infer-compare.ts'
import { pathOf, resultAt } from './infer-path.ts'
import { lawRead, limitOf } from './law-limit.ts'
import { asDay } from './local-day.ts'
import { releasedParts } from './paid-on.ts'
import { referencePaths } from './paths.ts'
import { describeGrain } from './place.ts'
import { add, exactly, negate, union } from './range.ts'
import { roundedType, roundingUnit } from './rounding.ts'
import { scopeOf } from './scope.ts'
import { sumRange } from './sum-range.ts'
import { fixed, type NumberType, payable, unstatedRange } from './types.ts'

/** Where clauses meet: what is added and taken, the best of several, then limits on the sum. */
export function checkPayout(env: Environment, node: ast.PayoutDeclaration): Payout | undefined {
  const scoped = scopeOf(env, node.grain)
  if (!scoped) return undefined
  const { context, scope } = scoped
  const steps: PayoutStep[] = []
  const listed = new Set<string>()
  let amount: NumberType | undefined
  for (const step of node.steps) {
    const checked =
      step.is === 'limit-by-law'
        ? limitByLaw(context, node.name, step, amount, steps)
        : checkStep(context, node.name, step, amount, listed)
    if (!checked) return undefined
    steps.push(checked)
    amount = checked.type
  }
  if (carriesTwice(context, node.name, steps)) return undefined
  if (!amount) {
    env.report('BY601', { name: node.name.text }, node.name.span)
    return undefined
  }
  return {
    kind: 'payout',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    scope,
    steps,
    type: payable(amount),
    span: node.name.span,
  }
}

function checkStep(
  context: Context,
  name: ast.Name,
  step: Exclude<ast.PayoutStep, { is: 'limit-by-law' }>,
  amount: NumberType | undefined,
  listed: Set<string>,
): PayoutStep | undefined {
  const { env } = context
  const { span } = step
  if ('clauses' in step) return addition(context, step, amount, listed)
  if (!amount) {
    env.report('BY601', { name: name.text }, span)
    return undefined
  }
  const soFar: Typed = { ...broken(span), type: amount }
  if (step.is === 'round') {
    const to = roundingUnit(context, step.to)
    return to && { is: 'round', ...to, mode: step.mode, type: roundedType(amount, to, step.mode), span }
  }
  const at = infer(context, step.at)
  if (at.type.is !== 'number') return undefined
  if (compareTyped(context, '<', soFar, at, span).is !== 'compare') return undefined
  const recovery = step.is === 'floor' ? step.carried : step.excess === 'carried' ? {} : undefined
  const found = recovery && checkCarried(context, name, wider(amount, fixed(at.type)), recovery)
  if (recovery && !found) return undefined
  const exact = found?.amount ?? amount
  const carried = found && { carried: found.carried }
  const type: NumberType = { ...exact, ...joined(exact, fixed(at.type)) }
  if (step.is === 'floor') return { is: 'floor', at, ...carried, type, span }
  for (const over of step.over ?? []) {
    if (listed.has(over.text)) continue
    env.report('BY610', { name: over.text, near: hint(env.nearest(over.text, listed)) }, over.span)
    return undefined
  }
  const widened: NumberType = {
    ...type,
    range: add(type.range, { ...at.type.range, min: -at.type.range.max }),
  }
  return {
    is: 'cap',
    at,
    ...carried,
    ...(step.over && { over: step.over.map((n) => n.text) }),
    type: step.over ? widened : type,
    span,
  }
}

/**
 * What is taken so far, class by class: no more of each than the law lets be taken. Clauses that keep to the law by
 * themselves are left as they are.
 */
function limitByLaw(
  context: Context,
  name: ast.Name,
  step: Extract<ast.PayoutStep, { is: 'limit-by-law' }>,
  before: NumberType | undefined,
  steps: readonly PayoutStep[],
): PayoutStep | undefined {
  const { env } = context
  if (!before) {
    env.report('BY601', { name: name.text }, step.span)
    return undefined
  }
  const read = lawRead(context, step.law)
  if (!read) return undefined
  const taken = steps.flatMap((one) => (one.is === 'take' && !one.best ? one.clauses : []))
  const byClass = new Map<ast.DeductionClass, PayoutPart[]>()
  for (const part of taken) {
    const of = classTaken(env.defined(part.clause))
    if (of) byClass.set(of, [...(byClass.get(of) ?? []), part])
  }
  const limits: ClassLimit[] = []
  let amount = before
  for (const [of, parts] of byClass) {
    const limit = limitOf(context, read, of)
    if (!limit) continue
    const over = parts.map(({ clause }) => clause)
    const at: Typed = { ...broken(step.span), type: limit.type }
    const all = parts.map((part) => part.amount.type)
    const most = all.find((type) => type.is === 'number')
    const so: Typed = { ...broken(step.span), type: most ?? amount }
    if (compareTyped(context, '<', so, at, step.span).is !== 'compare') return undefined
    const found = checkCarried(context, name, wider(amount, limit.type), {})
    if (!found) return undefined
    const { max, scale } = unstatedRange('money', found.amount.range.scale)
    amount = { ...found.amount, range: add(found.amount.range, { scale, min: -max, max }) }
    limits.push({ over, limit, carried: found.carried })
  }
  if (limits.length === 0) {
    env.report('BY593', { name: name.text, law: read.law.id }, step.span)
    return undefined
  }
  return { is: 'limit-by-law', limits, type: amount, span: step.span }
}

/** As what a clause takes money, where it does not keep to the law by itself. */
function classTaken(definition: Definition | undefined): ast.DeductionClass | undefined {
  if (definition?.kind !== 'commission') return undefined
  if (definition.steps.some(({ is }) => is === 'limit-by-law')) return undefined
  return definition.class ?? (definition.label === 'clawback' ? 'clawback' : undefined)
}

function addition(
  context: Context,
  step: Extract<ast.PayoutStep, { is: 'add' | 'take' }>,
  amount: NumberType | undefined,
  listed: Set<string>,
): PayoutStep | undefined {
  const parts: PayoutPart[] = []
  let type = amount
  for (const expr of step.clauses) {
    const part = partOf(context, expr)
    if (part?.amount.type.is !== 'number') return undefined
    if (listed.has(part.clause)) {
      context.env.report('BY611', { name: part.clause }, expr.span)
      return undefined
    }
    listed.add(part.clause)
    const next = fixed(part.amount.type)
    if (!type) type = step.is === 'take' ? { ...next, range: negate(next.range) } : next
    else if (commonUnit(context.env.report, '+', type, next, expr.span)) {
      const sum: NumberType = {
        ...fixed(type),
        range: add(fixed(type).range, step.is === 'take' ? negate(next.range) : next.range),
      }
      type = checkWidth(context.env.report, sum, expr.span, type, next)
    } else return undefined
    parts.push(part)
  }
  if (!type) return undefined
  // A clause that does not apply adds 0, and so does what is never reached.
  const zeroed: NumberType = { ...type, range: union(type.range, exactly(0n, type.range.scale)) }
  return { is: step.is, best: step.best, clauses: parts, type: zeroed, span: step.span }
}

/** A clause by name; a row clause counts with the sum of its rows that pay this subject in this period. */
function partOf(context: Context, expr: ast.Expr): PayoutPart | undefined {
  const { env } = context
  const name = expr.is === 'path' ? expr.parts[0] : undefined
  const extra =
    expr.is === 'path' &&
    expr.parts.length > 1 &&
    !(expr.parts.length === 2 && expr.parts[1]?.text === 'amount')
  if (!name || extra || !env.declared.has(name.text)) {
    const clauses = [...env.declared].filter(([, d]) => d.kind === 'commission').map(([id]) => id)
    const text = name?.text ?? ''
    env.report('BY610', { name: text, near: hint(env.nearest(text, clauses)) }, expr.span)
    return undefined
  }
  const definition = env.define(name.text, name)
  if (!definition) return undefined
  if (definition.kind !== 'commission' && definition.kind !== 'payout' && definition.kind !== 'value') {
    env.report('BY610', { name: name.text, near: '' }, expr.span)
    return undefined
  }
  if (definition.kind === 'value' && (definition.type.is !== 'number' || definition.type.unit !== 'money')) {
    env.report('BY610', { name: name.text, near: '' }, expr.span)
    return undefined
  }
  if (definition.kind === 'commission' && definition.release) return released(context, definition, expr)
  const { grain } = definition.scope
  const same = grain.record === context.grain.record && grain.period === context.grain.period
  const type = definition.type
  if (same)
    return {
      clause: name.text,
      amount: resultAt(
        context,
        definition,
        definition.kind === 'value' ? 'value' : 'amount',
        type,
        expr.span,
      ),
    }
  if (definition.kind === 'commission' && grain.period === undefined) return summed(context, definition, expr)
  env.report(
    'BY615',
    { name: name.text, grain: describeGrain(grain), here: describeGrain(context.grain) },
    expr.span,
  )
  return undefined
}

/** What a clause releases in this period: each of its parts that is due on a day within it. */
function released(context: Context, clause: Commission, expr: ast.Expr): PayoutPart | undefined {
  const { env, grain } = context
  const record = env.records.get(clause.scope.grain.record ?? '')
  const from = clause.scope.grain.period === undefined ? payeePath(context, clause) : { path: [] }
  const sameSubject = clause.scope.grain.period === undefined || clause.scope.grain.record === grain.record
  if (!record || !from || !sameSubject || grain.period === undefined) {
    env.report('BY416', { name: clause.id }, expr.span)
    return undefined
  }
  // Who an expression names stands at the clause's own row, and not at one that brings money for it.
  if (from.row && clause.release?.parts.some((part) => part.is === 'collected')) {
    env.report('BY416', { name: clause.id }, expr.span)
    return undefined
  }
  const type = summedType(context, clause.type, grain.record, from, expr)
  if (!type) return undefined
  const inside: Context = { env, grain: clause.scope.grain, record }
  const sums = releasedParts(inside, clause, expr.span).map(
    ({ amount, on, rows }): Typed => ({
      is: 'aggregate',
      fn: 'sum',
      record: rows?.record ?? record.id,
      source: rows ? { record: rows.record } : clause.scope.grain,
      value: amount,
      at: {
        ...from,
        ...(rows && { path: [...rows.path, ...(from.path ?? [])] }),
        period: { date: on },
      },
      type,
      span: expr.span,
    }),
  )
  const [first, ...rest] = sums
  if (!first) return undefined
  const amount = rest.reduce((a, b) => arithmetic(env.report, '+', a, b, expr.span), first)
  return { clause: clause.id, amount }
}

function summed(context: Context, clause: Commission, expr: ast.Expr): PayoutPart | undefined {
  const { env, grain } = context
  const record = env.records.get(clause.scope.grain.record ?? '')
  if (!record) return undefined
  const way = clause.credited && creditedWay(env, clause.credited, grain.record)
  const from = clause.credited ? way && { path: way.path } : payeePath(context, clause)
  const posting =
    clause.scope.posting ??
    (record.posting &&
      asDay({
        is: 'field',
        path: [],
        record: record.id,
        field: record.posting.id,
        type: record.posting.type,
        span: record.posting.span,
      }))
  if (!from || (grain.period !== undefined && !posting)) {
    env.report('BY416', { name: clause.id }, expr.span)
    return undefined
  }
  const each = way ? partType(way.credit, clause.type) : clause.type
  const type = summedType(context, each, way ? undefined : grain.record, from, expr)
  if (!type) return undefined
  const value = resultAt({ env, grain: clause.scope.grain, record }, clause, 'amount', clause.type, expr.span)
  const period =
    posting && grain.period !== undefined
      ? posting.type.is === 'period'
        ? { period: posting }
        : { date: posting }
      : undefined
  return {
    clause: clause.id,
    amount: {
      is: 'aggregate',
      fn: 'sum',
      record: record.id,
      source: clause.scope.grain,
      value,
      at: { ...from, ...(period && { period }) },
      ...(way && { credited: way.credited }),
      type,
      span: expr.span,
    },
  }
}

/** What all rows of a clause that pay one person come to. */
function summedType(
  { env }: Context,
  amount: NumberType,
  record: string | undefined,
  { row, path }: Subject,
  expr: ast.Expr,
): NumberType | undefined {
  const each = fixed(amount)
  // Of a row that is looked up nobody knows whether it is the one that holds the currency.
  const of = record === undefined || row ? {} : { record }
  return ofManyRows(env.report, { ...each, range: sumRange(each) }, of, path, expr.span)
}

type Subject = Pick<Place, 'row' | 'path'>

/** From the clause's row to the person paid: as written (`to deal.rep`), else by the only references there are. */
function payeePath(context: Context, clause: Commission): Subject | undefined {
  const { payee } = clause.scope
  const target = context.grain.record
  if (payee) return payee.type.is === 'ref' && payee.type.record === target ? pathOf(payee) : undefined
  const record = context.env.records.get(clause.scope.grain.record ?? '')
  if (!record || target === undefined || record.id === target) return { path: [] }
  const paths = referencePaths(context.env.records, record, target)
  return paths.length === 1 && paths[0] ? { path: paths[0] } : undefined
}
