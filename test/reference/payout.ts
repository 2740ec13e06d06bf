import { unreachable } from '../../src/base/unreachable.ts'
import type { DeductionClass, Expr, Name, PayoutDeclaration, PayoutStep } from '../../src/syntax/ast.ts'
import { gather } from './aggregate.ts'
import { rounded } from './commission.ts'
import { credited, creditOf } from './credit.ts'
import { isLimited, lawLimit } from './law.ts'
import { order } from './order.ts'
import { rowAlong } from './own-date.ts'
import { broughtForward, carryOn, forgiven, lawfully, type Part, partOf } from './past.ts'
import { referencePath } from './paths.ts'
import { add, compare, negate, type Rational, subtract, zero } from './rational.ts'
import { releasedIn, releaseOf } from './release.ts'
import { addend, both, exact, heldOf, notApplicable, present, type Result, type Value } from './value.ts'
import type { Scope, World } from './world.ts'

/** What a clause brings to a payout: its own result, or the sum of its rows for this person in this period. */
function contribution(world: World, clause: Expr, scope: Scope): Result<Value> {
  const name = clause.is === 'path' && clause.parts.length === 1 ? clause.parts[0]?.text : undefined
  const declaration = name === undefined ? undefined : world.declarations.get(name)
  if (declaration?.kind === 'commission' && releaseOf(declaration))
    return releasedIn(world, declaration, scope, (inner, to) => isPayee(world, inner, scope, to))
  const pays = declaration?.kind === 'commission' || declaration?.kind === 'penalty'
  if (!pays || !declaration.grain.each) return world.evaluate(clause, scope)
  const { to, posting } = declaration.grain
  const credit = to ? undefined : creditOf(world, declaration.grain.each.text, scope.row?.record)
  const part = (inner: Scope) =>
    credit && inner.row && scope.row ? credited(world, credit, inner.row, scope.row, 'pay') : undefined
  const counted = gather(world, declaration.grain.each.text, scope, {
    own: (inner) => (credit ? part(inner) !== undefined : isPayee(world, inner, scope, to)),
    ...(posting && { posting }),
    give: (inner) => {
      const amount = world.resultOf(declaration.name.text, inner.row ? { row: inner.row } : {})
      const share = part(inner)
      return amount.is === 'present' && share ? share.part(amount.value) : amount
    },
  })
  if ('is' in counted) return counted
  return present(exact(counted.reduce((sum, { value }) => add(sum, addend(value)), zero)))
}

function isPayee(world: World, inner: Scope, outer: Scope, to: Expr | undefined): boolean {
  if (!inner.row || !outer.row) return true
  if (to) {
    const payee = world.evaluate(to, inner)
    return payee.is === 'present' && payee.value.is === 'row' && payee.value.row === outer.row.row
  }
  const path = referencePath(world, inner.row.record, outer.row.record)
  if (!path) throw new Error(`nobody is paid for ${inner.row.record}`)
  const payee = rowAlong(world, inner.row, path)
  return payee.is === 'present' && payee.value.row === outer.row.row
}

/** Those that apply, added; not applicable when none does. */
function sum(parts: readonly Result<Value>[]): Result<Value> {
  const problem = heldOf(parts.filter((part) => part.is === 'held'))
  if (problem) return problem
  const numbers = parts.flatMap((part): Rational[] => (part.is === 'present' ? [addend(part.value)] : []))
  if (numbers.length === 0) return notApplicable('nothing applies')
  return present(exact(numbers.reduce(add, zero)))
}

/** The largest of those that apply, the first of equals. */
function best(parts: readonly Result<Value>[]): Result<Value> {
  const problem = heldOf(parts.filter((part) => part.is === 'held'))
  if (problem) return problem
  const values = parts.flatMap((part): Value[] => (part.is === 'present' ? [part.value] : []))
  const [first, ...rest] = values
  if (!first) return notApplicable('nothing applies')
  return present(rest.reduce((found, value) => (order(value, found) > 0 ? value : found), first))
}

function negative(part: Result<Value>): Result<Value> {
  return part.is === 'present' ? present(exact(negate(addend(part.value)))) : part
}

function added(world: World, names: readonly Name[], scope: Scope): Result<Value> {
  return sum(names.map((name) => contribution(world, { is: 'path', parts: [name], span: name.span }, scope)))
}

function applied(
  world: World,
  step: Exclude<PayoutStep, { is: 'limit-by-law' }>,
  amount: Result<Value>,
  scope: Scope,
): Result<Value> {
  switch (step.is) {
    case 'add':
    case 'take': {
      const parts = step.clauses.map((clause) => contribution(world, clause, scope))
      const part = step.best ? best(parts) : sum(parts)
      return sum([amount, step.is === 'take' ? negative(part) : part])
    }
    case 'cap': {
      if (amount.is === 'not-applicable') return amount
      const at = world.evaluate(step.at, scope)
      if (!step.over) return both(amount, at, (a, b) => present(order(a, b) > 0 ? b : a))
      const over = added(world, step.over, scope)
      if (over.is === 'not-applicable') return amount
      return both(over, at, (x, limit) => {
        const excess = subtract(addend(x), addend(limit))
        if (compare(excess, zero) <= 0) return amount
        return sum([amount, present(exact(negate(excess)))])
      })
    }
    case 'floor':
      if (amount.is === 'not-applicable') return amount
      return both(amount, world.evaluate(step.at, scope), (a, b) => present(order(a, b) < 0 ? b : a))
    case 'round':
      return amount.is === 'not-applicable' ? amount : rounded(world, amount, step, scope)
    default:
      return unreachable(step)
  }
}

const isPart = (output: string): output is Part => output.startsWith('carried')

/** Class by class, of what is taken above: no more than the law lets be taken, the earlier classes first. */
function lawful(
  world: World,
  declaration: PayoutDeclaration,
  at: number,
  law: Expr,
  amount: Result<Value>,
  scope: Scope,
): { readonly amount: Result<Value>; readonly carried: ReadonlyMap<string, Result<Value>> } {
  const byClass = new Map<DeductionClass, Expr[]>()
  for (const step of declaration.steps.slice(0, at)) {
    if (step.is !== 'take' || step.best) continue
    for (const clause of step.clauses) {
      const of = classOf(world, clause)
      if (of && isLimited(world, law, of)) byClass.set(of, [...(byClass.get(of) ?? []), clause])
    }
  }
  const carried = new Map<string, Result<Value>>()
  let so = amount
  let less: Result<Rational> = present(zero)
  for (const [of, clauses] of byClass) {
    const part: Part = carried.size === 0 ? 'carried' : `carried.${of}`
    const forward = broughtForward(world, declaration, part, scope)
    if (amount.is === 'not-applicable') {
      carried.set(part, forward)
      continue
    }
    const all = sum(clauses.map((clause) => contribution(world, clause, scope)))
    const due = all.is === 'not-applicable' ? present(exact(zero)) : all
    const before = less
    const found = lawfully(due, forward, () =>
      both(before, present(0), (gone) => lawLimit(world, law, of, gone, scope)),
    )
    carried.set(part, found.carried)
    so = sum([so, due, negative(found.taken)])
    less = both(before, found.taken, (gone, taken) => present(add(gone, addend(taken))))
  }
  return { amount: so, carried }
}

/** As what a clause takes money, where it does not keep to the law by itself. */
function classOf(world: World, clause: Expr): DeductionClass | undefined {
  const name = clause.is === 'path' ? clause.parts[0]?.text : undefined
  const found = world.declarations.get(name ?? '')
  if (found?.kind === 'penalty')
    return found.lines.some(({ is }) => is === 'limit-by-law') ? undefined : found.class
  if (found?.kind !== 'commission' || found.label !== 'clawback') return undefined
  return found.steps.some(({ is }) => is === 'limit-by-law') ? undefined : 'clawback'
}

/** The steps from top to bottom, beginning with nothing that applies. */
export function payout(
  world: World,
  declaration: PayoutDeclaration,
  scope: Scope,
  output = '',
): Result<Value> {
  let amount: Result<Value> = notApplicable('nothing applies')
  for (const [i, step] of declaration.steps.entries()) {
    if (step.is === 'limit-by-law') {
      const found = lawful(world, declaration, i, step.law, amount, scope)
      const left = isPart(output) ? found.carried.get(output) : undefined
      if (left) return left
      amount = found.amount
      if (amount.is === 'held' && !isPart(output)) return amount
      continue
    }
    const part = partOf(step)
    if (part && (step.is === 'cap' || step.is === 'floor')) {
      const forward = broughtForward(world, declaration, part, scope)
      const idle = amount.is === 'not-applicable'
      const over = step.is === 'cap' && step.over ? added(world, step.over, scope) : amount
      const counted = over.is === 'not-applicable' ? present(exact(zero)) : over
      const found = idle
        ? { amount, carried: forgiven(world, step, forward, scope) }
        : carryOn(world, step, amount, counted, forward, scope)
      amount = found.amount
      if (part === output) return found.carried
    } else amount = applied(world, step, amount, scope)
    if (amount.is === 'held' && !isPart(output)) return amount
  }
  return amount
}
