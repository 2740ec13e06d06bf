import { collector } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'
import { printExpression, printWindow } from '../syntax/print-expressions.ts'
import { checkCarried } from './carried.ts'
import { carriesTwice } from './carries.ts'
import type { Scope, Typed } from './checked.ts'
import type { Commission, Release, Step, Tiers } from './clauses.ts'
import { broken } from './constants.ts'
import { creditedClause } from './credited.ts'
import { type Context, type Environment, infer, type Over } from './environment.ts'
import { truthOf } from './infer-aggregate.ts'
import { arithmetic, isPlainZero } from './infer-arithmetic.ts'
import { compareTyped } from './infer-compare.ts'
import { lawRead, limitOf } from './law-limit.ts'
import { within } from './place.ts'
import { reportPlainRate } from './plain-number.ts'
import { shareOnRoll } from './proration.ts'
import * as range from './range.ts'
import { checkRelease } from './release.ts'
import { roundedType, roundingUnit } from './rounding.ts'
import { scopeOf } from './scope.ts'
import { checkTiers } from './tiers.ts'
import { describe, fixed, type NumberType, payable } from './types.ts'

/** A commission, a bonus, a clawback, or the steps of a penalty. */
type Paying = Omit<ast.CommissionDeclaration, 'kind' | 'label'> & Pick<Commission, 'label' | 'class'>

/** A pay clause: gates, one step that begins, then steps that each act on the amount so far, in the order written. */
export function checkCommission(
  env: Environment,
  node: Paying,
  asked?: Over,
  given?: { readonly scope: Scope; readonly context: Context; readonly decides: Commission['decides'] },
): Commission | undefined {
  const over = node.grain.toDate && windowsToDate(env, node, node.grain.toDate, asked)
  if (node.grain.toDate && !over) return undefined
  // What is wrong with a scope is told once: where it is worked out.
  const scoped = given ?? scopeOf(over ? { ...env, report: collector().report } : env, node.grain, asked)
  const windows = over && scopeOf(env, node.grain, over)
  if (!scoped || (over && !windows)) return undefined
  const { scope } = scoped
  const found: NonNullable<Commission['nets']>[] = []
  const context = taking(node, (windows ?? scoped).context, (nets) => found.push(nets))
  const steps: Step[] = []
  let amount: NumberType | undefined
  let rounded: ast.Step | undefined
  let released: ast.Step | undefined
  let release: Release | undefined
  let broke = false
  for (const step of node.steps) {
    if (!inOrder(env, node.name.text, step, amount !== undefined || broke, released ?? rounded)) {
      broke = true
      continue
    }
    if (step.is === 'release') {
      released = step
      // Read otherwise it is paid to nobody: only its amount is asked for.
      if (asked) continue
      release = amount && checkRelease({ ...scoped.context, env }, node.name, step, amount)
      broke ||= !release
      continue
    }
    if (step.is === 'round') rounded = step
    if (amount && amount.unit !== 'money' && needsMoney.has(step.is)) {
      env.report('BY310', { name: node.name.text, found: describe(amount) }, node.name.span)
      return undefined
    }
    const gates = steps.flatMap((s) => (s.is === 'gate' ? [s.test] : []))
    const checked =
      step.is === 'limit-by-law'
        ? amount && limitByLaw(context, node, step, amount)
        : checkStep(context, node.name, step, amount, gates)
    if (!checked) {
      broke = true
      continue
    }
    steps.push(checked)
    if (checked.is !== 'gate') amount = checked.type
  }
  if (broke || carriesTwice(context, node.name, steps)) return undefined
  if (!amount) {
    env.report('BY601', { name: node.name.text }, node.name.span)
    return undefined
  }
  if (amount.unit !== 'money')
    env.report('BY310', { name: node.name.text, found: describe(amount) }, node.name.span)
  const credited = env.credits.size > 0 ? creditedClause(scoped.context, node, released) : undefined
  if (credited === 'broken') return undefined
  const finer = found[0] && (amount.over || amount.range.scale > found[0].type.range.scale)
  if (finer) {
    env.report('BY692', { name: node.name.text }, node.name.span)
    return undefined
  }
  return {
    kind: 'commission',
    label: node.label,
    ...(node.class && { class: node.class }),
    ...(given?.decides?.length && { decides: given.decides }),
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    scope,
    steps,
    ...(windows && node.grain.toDate && { toDate: { kind: node.grain.toDate, windows: windows.scope } }),
    ...(release && { release }),
    ...(credited && { credited }),
    ...(found[0] && { nets: found[0] }),
    type: payable(steps.some((step) => step.is === 'gate') ? withZero(amount) : amount),
    span: node.name.span,
  }
}

/**
 * A clawback for each row that asks for what was paid on one thing takes of what its earlier rows have left. Of two
 * things, nobody could say of which of them a row has taken.
 */
function taking(node: Paying, context: Context, onRead: NonNullable<Context['taking']>['onRead']): Context {
  if (node.label !== 'clawback' || context.grain.period !== undefined) return context
  const asked = new Set(paidOnIn(node.steps).map(({ at, by }) => printExpression(at, 'en') + by.text))
  if (asked.size !== 1) return context
  return { ...context, taking: { name: node.name.text, onRead } }
}

type PaidOn = Extract<ast.Expr, { is: 'paid-on' }>

/** Whatever a tree holds, places in it are none of it: they are half of what there is to look at. */
function paidOnIn(node: object, found: PaidOn[] = []): readonly PaidOn[] {
  if ('is' in node && node.is === 'paid-on') found.push(node as PaidOn)
  else
    for (const key in node) {
      const part = key === 'span' || key === 'comments' ? undefined : node[key as keyof typeof node]
      if (typeof part === 'object' && part !== null) paidOnIn(part, found)
    }
  return found
}

/** The windows of `per quarter, year to date`: they must hold whole periods, and nothing can be carried out of them. */
function windowsToDate(
  env: Environment,
  node: Paying,
  kind: ast.ToDate,
  asked: Over | undefined,
): Over | undefined {
  const of = node.grain.per?.text
  const carries = node.steps.some(
    (step) =>
      step.is === 'limit-by-law' ||
      (step.is === 'cap' && step.excess === 'carried') ||
      (step.is === 'floor' && step.carried),
  )
  if (
    of === undefined ||
    of === kind ||
    !env.periods.has(of) ||
    !within(env.periods, of, kind) ||
    carries ||
    asked?.window
  ) {
    env.report('BY460', { name: node.name.text, kind }, node.name.span)
    return undefined
  }
  const words = printWindow({ is: 'to-date', kind }, env.policy.language)
  return { ...asked, window: { of, kind: env.windowsOf(of, { is: 'to-date', kind }), words } }
}

const begins: ReadonlySet<ast.Step['is']> = new Set<ast.Step['is']>(['start', 'rate', 'tiers'])

/** Steps that set an amount beside the amount so far: what is no money by then will never be. */
const needsMoney: ReadonlySet<ast.Step['is']> = new Set<ast.Step['is']>([
  'plus',
  'minus',
  'cap',
  'floor',
  'limit-by-law',
])

/** Gates first, then the one step that begins, then the others; after `round` nothing but what is reported. */
function inOrder(
  env: Environment,
  name: string,
  step: ast.Step,
  begun: boolean,
  rounded: ast.Step | undefined,
): boolean {
  if (step.is === 'gate') {
    if (begun) env.report('BY603', {}, step.span)
    return !begun
  }
  if (step.is === 'release' && begun && rounded?.is === 'round') return true
  if (begins.has(step.is) === begun) {
    env.report(begun ? 'BY602' : 'BY601', { name }, step.span)
    return false
  }
  // What the law lets be taken is whole units of the currency: rounded stays rounded.
  if (step.is === 'limit-by-law') return true
  if (rounded) env.report(step.is === 'round' ? 'BY612' : 'BY604', {}, step.span)
  return true
}

function checkStep(
  context: Context,
  name: ast.Name,
  step: Exclude<ast.Step, { is: 'release' | 'limit-by-law' }>,
  amount: NumberType | undefined,
  gates: readonly Typed[],
): Step | undefined {
  const when = step.is !== 'gate' && step.when ? truthOf(context, step.when) : undefined
  const base = { span: step.span, ...(when && { when }) }
  const join = (type: NumberType): NumberType =>
    when && amount ? { ...type, ...joined(type, amount) } : when ? withZero(type) : type
  switch (step.is) {
    case 'gate':
      return { is: 'gate', span: step.span, test: truthOf(context, step.test) }
    case 'start': {
      const value = ofMoney(context, infer(context, step.amount))
      return value.type.is === 'number'
        ? { ...base, is: 'start', amount: value, type: join(value.type) }
        : wrong(context, value)
    }
    case 'rate': {
      const rate = infer(context, step.rate)
      const of = infer(context, step.of)
      if (reportPlainRate(context.env.report, rate, of)) return undefined
      const product = arithmetic(context.env.report, '*', rate, of, step.span)
      return product.type.is === 'number'
        ? { ...base, is: 'rate', rate, of, type: join(product.type) }
        : undefined
    }
    case 'tiers': {
      const tiers = checkTiers(context, step.tiers, ['rate', 'pays'], gates)
      return tiers && { ...base, is: 'tiers', joins: 'start', tiers, type: join(tiers.type) }
    }
    case 'plus':
    case 'minus':
      return addition(context, step, amount, base)
    case 'times':
    case 'prorate': {
      const factor =
        step.is === 'times' ? infer(context, step.factor) : shareOnRoll(context, step.by, step.span)
      if (!amount) return undefined
      const product = arithmetic(context.env.report, '*', soFar(amount, step), factor, step.span)
      return product.type.is === 'number'
        ? { ...base, is: step.is, factor, product: product.type, type: join(product.type) }
        : undefined
    }
    case 'cap':
    case 'floor':
      return amount && limit(context, name, step, amount, base)
    case 'round': {
      const to = roundingUnit(context, step.to)
      return to && amount
        ? { ...base, is: 'round', ...to, mode: step.mode, type: join(roundedType(amount, to, step.mode)) }
        : undefined
    }
  }
}

/** `start 0`: a plain 0 is that much of the policy's money. */
function ofMoney(context: Context, value: Typed): Typed {
  const { currency } = context.env.policy
  if (value.type.is !== 'number' || currency === undefined || !isPlainZero(value)) return value
  return { ...value, type: { ...value.type, unit: 'money', currency } }
}

function wrong(context: Context, value: Typed): undefined {
  if (value.type.is !== 'error')
    context.env.report('BY316', { expected: 'money', found: describe(value.type) }, value.span)
  return undefined
}

/** The amount so far, as an operand. */
function soFar(type: NumberType, step: ast.Step): Typed {
  return { ...broken(step.span), type }
}

function addition(
  context: Context,
  step: Extract<ast.Step, { is: 'plus' | 'minus' }>,
  amount: NumberType | undefined,
  base: Pick<Step, 'span' | 'when'>,
): Step | undefined {
  if (!amount) return undefined
  const added: Tiers | Typed | undefined =
    step.amount.is === 'tiers-of' ? checkTiers(context, step.amount) : infer(context, step.amount)
  if (!added) return undefined
  const operand: Typed = 'bands' in added ? soFar(added.type, step) : added
  const sum = arithmetic(
    context.env.report,
    step.is === 'plus' ? '+' : '-',
    soFar(amount, step),
    operand,
    step.span,
  )
  if (sum.type.is !== 'number') return undefined
  const type = base.when ? { ...sum.type, ...joined(sum.type, amount) } : sum.type
  if ('bands' in added) return { ...base, is: 'tiers', joins: step.is, tiers: added, type }
  return { ...base, is: step.is, amount: added, type }
}

function limit(
  context: Context,
  name: ast.Name,
  step: Extract<ast.Step, { is: 'cap' | 'floor' }>,
  amount: NumberType,
  base: Pick<Step, 'span' | 'when'>,
): Step | undefined {
  const at = infer(context, step.at)
  if (at.type.is !== 'number') return wrong(context, at)
  const compared = compareTyped(context, '<', soFar(amount, step), at, step.span)
  if (compared.is !== 'compare') return undefined
  const recovery = step.is === 'floor' ? step.carried : step.excess === 'carried' ? {} : undefined
  if (!recovery) return { ...base, is: step.is, at, type: { ...amount, ...joined(amount, at.type) } }
  const found = checkCarried(context, name, wider(amount, fixed(at.type)), recovery)
  if (!found) return undefined
  const type = { ...found.amount, ...joined(found.amount, fixed(at.type)) }
  return { ...base, is: step.is, at, carried: found.carried, type }
}

/** As much as the law lets be taken; what is left is taken later. */
function limitByLaw(
  context: Context,
  node: Paying,
  step: Extract<ast.Step, { is: 'limit-by-law' }>,
  amount: NumberType,
): Step | undefined {
  const { env } = context
  const when = step.when ? truthOf(context, step.when) : undefined
  const of = node.class ?? (node.label === 'clawback' ? 'clawback' : undefined)
  const read = lawRead(context, step.law)
  if (!read) return undefined
  const limit = of && limitOf(context, read, of)
  if (!limit) {
    if (of || node.label !== 'penalty')
      env.report('BY593', { name: node.name.text, law: read.law.id }, step.span)
    return undefined
  }
  const at: Typed = { ...broken(step.span), type: limit.type }
  if (compareTyped(context, '<', soFar(amount, step), at, step.span).is !== 'compare') return undefined
  const found = checkCarried(context, node.name, wider(amount, limit.type), {})
  if (!found) return undefined
  const type = { ...found.amount, ...joined(found.amount, limit.type) }
  return { is: 'limit-by-law', limit, carried: found.carried, type, span: step.span, ...(when && { when }) }
}

/** With as many places as the finer of two amounts. */
export function wider(amount: NumberType, other: NumberType): NumberType {
  const exact = fixed(amount)
  const scale = Math.max(exact.range.scale, other.range.scale)
  return { ...exact, range: range.widen(exact.range, scale) }
}

/** Bounds that hold whichever of two amounts it is. */
export function joined(a: NumberType, b: NumberType): Pick<NumberType, 'range'> & { over?: range.Range } {
  const over = a.over || b.over ? range.union(a.over ?? range.one, b.over ?? range.one) : undefined
  return { range: range.union(a.range, b.range), ...(over && { over }) }
}

/** A step that does not apply leaves 0. */
function withZero(type: NumberType): NumberType {
  return { ...type, range: range.union(type.range, range.exactly(0n, type.range.scale)) }
}
