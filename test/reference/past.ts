import type { Expr, PayoutDeclaration, Step } from '../../src/syntax/ast.ts'
import { type Period, periodAt } from './period.ts'
import { add, compare, larger, multiply, negate, type Rational, smaller, subtract, zero } from './rational.ts'
import {
  addend,
  both,
  dayValue,
  exact,
  held,
  numberOf,
  present,
  type Result,
  truthOf,
  type Value,
} from './value.ts'
import type { Scope, World } from './world.ts'

type Clause = { readonly name: { readonly text: string } }
/** A cap whose excess, or a floor whose supplement, goes on to the next period. */
export type Carrying = Extract<Step | PayoutDeclaration['steps'][number], { is: 'cap' | 'floor' }>
export type Part = 'carried' | 'owed' | `carried.${string}`

export function partOf(step: { readonly is: string }): Part | undefined {
  const one = step as Partial<Carrying>
  if (step.is === 'limit-by-law' || (one.is === 'cap' && one.excess === 'carried')) return 'carried'
  return one.is === 'floor' && one.carried ? 'owed' : undefined
}

/** The period before, of the scope's own kind; nothing where the policy begins with this one. */
function before(world: World, { period }: Scope): Period | undefined {
  if (!period || (world.begins !== undefined && period.start <= world.begins)) return undefined
  return periodAt(period.kind, period.start - 1, world.calendar)
}

/** What a value was itself one period earlier: what it starts with, where it had no earlier one of its own. */
export function ownPast(world: World, name: string, scope: Scope): Result<Value> {
  const declaration = world.declarations.get(name)
  if (declaration?.kind !== 'value' || !declaration.starts || !scope.period) return held('no beginning')
  const { at, resets } = declaration.starts
  const start = () => world.evaluate(at, scope)
  const anew =
    resets && periodAt(resets.text, scope.period.start, world.calendar)?.start === scope.period.start
  const earlier = before(world, scope)
  if (anew || !earlier) return start()
  const found = world.resultOf(name, { ...(scope.row && { row: scope.row }), period: earlier })
  return found.is === 'not-applicable' ? start() : found
}

/** What stood carried at the end of the period before. */
export function broughtForward(world: World, clause: Clause, part: Part, scope: Scope): Result<Value> {
  const earlier = before(world, scope)
  if (!earlier) return present(exact(zero))
  const place = { ...(scope.row && { row: scope.row }), period: earlier }
  const found = world.resultOf(clause.name.text, place, part)
  return found.is === 'not-applicable' ? present(exact(zero)) : found
}

/** As much of what is due as the law lets be taken, and what is left. Where nothing is due the law is not asked. */
export function lawfully(
  due: Result<Value>,
  forward: Result<Value>,
  limit: () => Result<Rational>,
): { readonly taken: Result<Value>; readonly carried: Result<Value> } {
  const all = both(due, forward, (a, b) => present(add(addend(a), addend(b))))
  const carried = both(all, present(0), (so) => {
    if (compare(so, zero) <= 0) return present(exact(zero))
    return both(limit(), present(0), (most) => present(exact(larger(subtract(so, most), zero))))
  })
  return { taken: both(all, carried, (so, left) => present(exact(subtract(so, addend(left))))), carried }
}

/** The amount after a step that carries, and what is carried after it. `counted` counts against a cap. */
export function carryOn(
  world: World,
  step: Carrying,
  amount: Result<Value>,
  counted: Result<Value>,
  forward: Result<Value>,
  scope: Scope,
): { readonly amount: Result<Value>; readonly carried: Result<Value> } {
  const at = world.evaluate(step.at, scope)
  const limit = both(counted, at, (a, b) => present({ counts: addend(a), at: addend(b) }))
  const carried = both(limit, forward, ({ counts, at: line }, earlier) => {
    const so = addend(earlier)
    const beyond = subtract(counts, line)
    if (step.is === 'cap') return present(exact(larger(add(beyond, so), zero)))
    if (compare(beyond, zero) < 0) return present(exact(subtract(so, beyond)))
    return both(
      recoverable(world, step.carried?.rate, step.carried?.from, beyond, scope),
      present(0),
      (part) => present(exact(subtract(so, smaller(so, smaller(part, beyond))))),
    )
  })
  const change = both(carried, forward, (after, earlier) => {
    const grown = subtract(addend(after), addend(earlier))
    return present(step.is === 'cap' ? negate(grown) : grown)
  })
  const paid = both(amount, change, (a, b) => present(exact(add(addend(a), b))))
  return { amount: paid, carried: forgiven(world, step, carried, scope) }
}

/** What is left may be forgiven, also after a period that pays nothing: it was not taken back, and is owed no more. */
export function forgiven(world: World, step: Carrying, left: Result<Value>, scope: Scope): Result<Value> {
  const test = step.is === 'floor' ? step.carried?.forgiven : undefined
  if (!test) return left
  return both(left, world.evaluate(test, scope), (value, holds) =>
    present(truthOf(holds) ? exact(zero) : value),
  )
}

function recoverable(
  world: World,
  rate: Expr | undefined,
  from: Expr | undefined,
  above: Rational,
  scope: Scope,
): Result<Rational> {
  const begun = from && world.evaluate(from, scope)
  if (begun && begun.is !== 'present') return held('no day')
  if (begun && (scope.period?.start ?? 0) < dayValue(begun.value)) return present(zero)
  if (!rate) return present(above)
  const found = world.evaluate(rate, scope)
  return found.is === 'present' ? present(multiply(above, numberOf(found.value))) : held('no rate')
}
