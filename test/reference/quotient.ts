import type { CommissionDeclaration, Expr, Step } from '../../src/syntax/ast.ts'
import { numberOf, type Result, type Value } from './value.ts'
import { functionMeaning } from './word.ts'
import type { Scope, World } from './world.ts'

/**
 * Whether an expression is a quotient as it is written, whichever of its branches a row takes: what is fixed to 12
 * places must not depend on the data.
 */
export function givesQuotient(world: World, expression: Expr, scope: Scope): boolean {
  const of = (part: Expr) => givesQuotient(world, part, scope)
  switch (expression.is) {
    case 'path':
      return nameGivesQuotient(
        world,
        expression.parts.map((part) => part.text),
        scope,
      )
    case 'call':
      return callGivesQuotient(world, expression, scope)
    case 'parens':
    case 'negative':
      return of(expression.a)
    case 'as-of':
    case 'in-period':
      return of(expression.a)
    case 'binary':
      if (expression.op === '/') return true
      // Two quotients are fixed before they are multiplied.
      return expression.op === '*' && of(expression.a) !== of(expression.b)
    case 'if':
      return of(expression.then) || of(expression.otherwise)
    case 'if-missing':
      return of(expression.a) || of(expression.b)
    case 'pick':
      return expression.items.some(of)
    case 'prorated':
      return !of(expression.a)
    case 'clamp':
      return [expression.a, expression.low, expression.high].some(of)
    default:
      return false
  }
}

/** The declared name that a path ends in; undefined when it ends in a field or a row. */
function declaredIn(world: World, names: readonly string[], own: string | undefined): string | undefined {
  const [first = ''] = names
  const isSelf = own !== undefined && first.toLowerCase() === own.toLowerCase()
  let record = world.records.get(world.records.has(first) ? first : (own ?? ''))
  for (const name of world.records.has(first) || isSelf ? names.slice(1) : names) {
    const field = record?.fields.get(name)
    if (!field) return world.declarations.has(name) ? name : undefined
    record = field.type.is === 'name' ? world.records.get(field.type.name.text) : undefined
  }
  return undefined
}

function nameGivesQuotient(world: World, names: readonly string[], scope: Scope): boolean {
  return namedGivesQuotient(world, declaredIn(world, names, scope.row?.record), scope)
}

function namedGivesQuotient(world: World, name: string | undefined, scope: Scope): boolean {
  const declaration = name === undefined ? undefined : world.declarations.get(name)
  if (!declaration) return false
  switch (declaration.kind) {
    case 'value':
      return givesQuotient(world, declaration.value, grainScope(declaration.grain.each?.text))
    case 'parameter':
      return declaration.is.is === 'table' && scope.asOf === 'averaged'
    case 'commission':
      return stepsGiveQuotient(world, declaration, grainScope(declaration.grain.each?.text))
    default:
      return false
  }
}

/** A scope that only says whose fields stand before other names. */
const grainScope = (record: string | undefined): Scope =>
  record === undefined ? {} : { row: { record, row: 0 } }

function callGivesQuotient(world: World, call: Expr & { is: 'call' }, scope: Scope): boolean {
  const meaning = functionMeaning(call.callee.text)
  if (world.records.has(meaning)) {
    const members = [meaning, call.output?.text ?? '', ...(call.more ?? []).map(({ text }) => text)]
    return namedGivesQuotient(world, declaredIn(world, members, undefined), scope)
  }
  const [first] = call.args
  if (meaning === 'avg') return true
  const passesOn = ['min', 'max', 'only', 'first', 'last', 'abs'].includes(meaning)
  return passesOn && first !== undefined && givesQuotient(world, first, scope)
}

type PayStep = Exclude<Step, { is: 'gate' | 'release' }>

/** Whether the amount after a step is a quotient; a step with `when` may have been passed over. */
export function afterStep(world: World, step: PayStep, before: boolean, scope: Scope): boolean {
  const after = applied(world, step, before, scope)
  return step.when ? after || before : after
}

function applied(world: World, step: PayStep, before: boolean, scope: Scope): boolean {
  const of = (part: Expr) => givesQuotient(world, part, scope)
  switch (step.is) {
    case 'start':
      return of(step.amount)
    case 'rate':
      return of(step.rate) !== of(step.of)
    case 'tiers':
      return step.tiers.mode === 'linear' || (step.tiers.of !== undefined && of(step.tiers.of))
    case 'times':
      return before !== of(step.factor)
    case 'prorate':
      // Two quotients are fixed before they are multiplied.
      return !before
    case 'cap':
    case 'floor':
      return before || of(step.at)
    default:
      return false
  }
}

function stepsGiveQuotient(world: World, declaration: CommissionDeclaration, scope: Scope): boolean {
  return declaration.steps.reduce(
    (before, step) =>
      step.is === 'gate' || step.is === 'release' ? before : afterStep(world, step, before, scope),
    false,
  )
}

/** A number as the quotient, or the exact number, that it is written as. */
export function marked(result: Result<Value>, quotient: boolean): Result<Value> {
  if (result.is !== 'present' || result.value.is !== 'number') return result
  return { is: 'present', value: { is: 'number', value: numberOf(result.value), quotient } }
}
