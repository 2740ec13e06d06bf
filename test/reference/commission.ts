import { unreachable } from '../../src/base/unreachable.ts'
import type {
  CommissionDeclaration,
  DeductionClass,
  Expr,
  GrainNode,
  Step,
  Tiers,
} from '../../src/syntax/ast.ts'
import { lawLimit } from './law.ts'
import { order } from './order.ts'
import { broughtForward, carryOn, forgiven, lawfully, partOf } from './past.ts'
import { product } from './product.ts'
import { shareOnRoll } from './proration.ts'
import { afterStep, marked } from './quotient.ts'
import { add, negate, roundTo, zero } from './rational.ts'
import { nets } from './release.ts'
import { tierAmount } from './tiers.ts'
import {
  addend,
  apply,
  both,
  exact,
  numberOf,
  present,
  type Result,
  truthOf,
  used,
  type Value,
} from './value.ts'
import type { Scope, World } from './world.ts'

function operand(world: World, amount: Expr | Tiers, scope: Scope, grain: GrainNode): Result<Value> {
  return amount.is === 'tiers-of' ? tierAmount(world, amount, scope, grain) : world.evaluate(amount, scope)
}

function applied(
  world: World,
  step: Exclude<Step, { is: 'gate' | 'release' | 'limit-by-law' }>,
  amount: Result<Value>,
  scope: Scope,
  grain: GrainNode,
): Result<Value> {
  switch (step.is) {
    case 'start':
      return world.evaluate(step.amount, scope)
    case 'rate':
      return both(world.evaluate(step.rate, scope), world.evaluate(step.of, scope), (rate, of) =>
        present(product(rate, of)),
      )
    case 'tiers':
      return tierAmount(world, step.tiers, scope, grain)
    case 'plus':
      return both(amount, operand(world, step.amount, scope, grain), (a, b) =>
        present(exact(add(addend(a), addend(b)))),
      )
    case 'minus':
      return both(amount, operand(world, step.amount, scope, grain), (a, b) =>
        present(exact(add(addend(a), negate(addend(b))))),
      )
    case 'times':
      return both(amount, world.evaluate(step.factor, scope), (a, b) => present(product(a, b)))
    case 'prorate':
      return both(amount, shareOnRoll(world, step.by, scope), (a, b) => present(product(a, b)))
    case 'cap':
      return both(amount, world.evaluate(step.at, scope), (a, b) => present(order(a, b) > 0 ? b : a))
    case 'floor':
      return both(amount, world.evaluate(step.at, scope), (a, b) => present(order(a, b) < 0 ? b : a))
    case 'round':
      return rounded(world, amount, step, scope)
    default:
      return unreachable(step)
  }
}

/** One rounding, of the exact fraction. */
export function rounded(
  world: World,
  amount: Result<Value>,
  step: Pick<Step & { is: 'round' }, 'to' | 'mode'>,
  scope: Scope,
): Result<Value> {
  return both(amount, world.evaluate(step.to, scope), (a, unit) =>
    present(exact(roundTo(numberOf(a), numberOf(unit), step.mode))),
  )
}

/** What a step carries after a period in which it does nothing. */
function idle(world: World, declaration: CommissionDeclaration, step: Step, scope: Scope): Result<Value> {
  const part = partOf(step)
  if (!part) throw new Error(`${step.is} carries nothing`)
  const forward = broughtForward(world, declaration, part, scope)
  return step.is === 'cap' || step.is === 'floor' ? forgiven(world, step, forward, scope) : forward
}

/** The steps from top to bottom. A gate that is not met decides 0; a step whose `when` fails changes nothing. */
export function commission(
  world: World,
  declaration: CommissionDeclaration,
  asked: Scope,
  output = '',
): Result<Value> {
  const scope: Scope = nets(declaration) ? { ...asked, taking: declaration.name.text } : asked
  let amount: Result<Value> = present(exact(zero))
  let quotient = false
  for (const step of declaration.steps) {
    if (step.is === 'gate') {
      const met = apply(world.evaluate(step.test, scope), (test) => present(truthOf(test)))
      if (met.is === 'held') return met
      if (met.is === 'present' && !met.value) {
        const carrying = declaration.steps.find((one) => partOf(one) === output)
        return carrying ? idle(world, declaration, carrying, scope) : present(exact(zero))
      }
      continue
    }
    // It says when the amount is paid, and changes nothing of it.
    if (step.is === 'release') continue
    quotient = afterStep(world, step, quotient, scope)
    const test = step.when ? used(world.evaluate(step.when, scope)) : undefined
    if (test?.is === 'held') return test
    const passed = test?.is === 'present' && !truthOf(test.value)
    if (step.is === 'limit-by-law') {
      const forward = broughtForward(world, declaration, 'carried', scope)
      const of = (declaration as { readonly class?: DeductionClass }).class ?? 'clawback'
      const found = lawfully(amount, forward, () => lawLimit(world, step.law, of, zero, scope))
      if (output === 'carried') return passed ? forward : found.carried
      if (!passed) amount = found.taken
      if (amount.is === 'held' && output === '') return amount
      continue
    }
    const part = partOf(step)
    if (part && (step.is === 'cap' || step.is === 'floor')) {
      const forward = broughtForward(world, declaration, part, scope)
      const found = carryOn(world, step, amount, amount, forward, scope)
      if (part === output) return passed ? idle(world, declaration, step, scope) : found.carried
      if (!passed) amount = found.amount
    } else if (!passed) amount = applied(world, step, amount, scope, declaration.grain)
    amount = marked(amount, quotient)
    if (amount.is === 'held' && output === '') return amount
  }
  return amount
}
