import { unreachable } from '../../src/base/unreachable.ts'
import type { Cell, CellBound, CellItem, Expr } from '../../src/syntax/ast.ts'
import { equal, order } from './order.ts'
import { apply, held, present, type Result, truth, type Value } from './value.ts'
import { wordOfList } from './word.ts'
import type { Scope, World } from './world.ts'

function boundHolds(
  world: World,
  bound: CellBound | undefined,
  side: 1 | -1,
  input: Value,
  scope: Scope,
): boolean {
  if (!bound) return true
  const at = world.evaluate(bound.at, scope)
  if (at.is !== 'present') throw new Error('a bound of a cell is a plain value')
  const place = order(input, at.value) * side
  return bound.included ? place >= 0 : place > 0
}

/** `yes` and `no` are words of cells, not of expressions. */
export function yesOrNo(value: Expr): boolean | undefined {
  const word = value.is === 'path' && value.parts.length === 1 ? value.parts[0]?.text : undefined
  return word === 'yes' ? true : word === 'no' ? false : undefined
}

function itemHolds(world: World, item: CellItem, input: Value, scope: Scope): boolean {
  switch (item.is) {
    case 'value': {
      const value = item.value
      const yes = input.is === 'truth' ? yesOrNo(value) : undefined
      if (yes !== undefined) return equal(input, truth(yes))
      // In a cell beside a list or a text, a bare word is the word itself.
      const wanted =
        value.is === 'path' && (input.is === 'word' || input.is === 'text')
          ? present<Value>({ is: 'word', text: value.parts.map((part) => part.text).join('.') })
          : (wordOfList(value, present(input)) ?? world.evaluate(value, scope))
      if (wanted.is !== 'present') throw new Error('a cell tests for a plain value')
      return equal(input, wanted.value)
    }
    case 'range':
      return boundHolds(world, item.low, 1, input, scope) && boundHolds(world, item.high, -1, input, scope)
    default:
      return unreachable(item)
  }
}

/** Whether an input meets a cell; unknown when the input is, unless the cell takes any. */
export function cellHolds(world: World, cell: Cell, input: Result<Value>, scope: Scope): Result<boolean> {
  switch (cell.is) {
    case 'any':
      return present(true)
    case 'tests':
      return apply(input, (value) =>
        present(cell.items.some((item) => itemHolds(world, item, value, scope)) !== cell.negated),
      )
    case 'open':
    case 'mode':
    case 'deduction':
    case 'not-decided':
    case 'verdict':
      return held(`no test: ${cell.is}`)
    default:
      return unreachable(cell)
  }
}
