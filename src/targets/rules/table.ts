import { unreachable } from '../../base/unreachable.ts'
import type { Expr, TableInput, Test, Type } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { type Fraction, fraction, order } from './exact.ts'
import { need } from './model.ts'
import type { TableDefinition } from './rule-set.ts'
import { big, type Found, failing, present, type Spot, type World } from './world.ts'

type TableExpr = Extract<Expr, { op: 'table' }>

/** An input as tests look at it: a number, a word, or the state why neither is known. */
type Input = { readonly number?: Fraction; readonly word?: string; readonly state: number }

/**
 * The row that matches, `rows.length` for `otherwise`; of one row alone 0 where it matches and 1 where not. A row whose
 * known tests hold and whose unknown ones might is a match that may be: it holds the result, unless the first sure
 * match of a first-match table stands before it.
 */
export function tableRow(world: World, expr: TableExpr, spot: Spot): Found {
  const whole = need(world.model.tables, expr.table)
  const alone = expr.row === undefined ? undefined : whole.rows.slice(expr.row, expr.row + 1)
  const table: TableDefinition = alone ? { ...whole, hit: 'first', rows: alone, otherwise: true } : whole
  const inputs = expr.inputs.map((input, i) => inputAt(world, input, spot, table.inputs[i]?.type))
  let sure = -1
  let second = false
  let held = 0
  for (const [row, { tests }] of table.rows.entries()) {
    const open = openState(table, tests, inputs)
    if (open === undefined) continue
    if (open > 0) {
      if (table.hit !== 'first' || sure < 0) held = Math.max(held, open)
    } else if (sure < 0) sure = row
    else second = table.hit === 'unique'
    if (table.hit === 'first' && sure >= 0) break
  }
  if (held !== 0) return failing(second ? Math.max(held, table.conflict) : held)
  if (second) return failing(table.conflict)
  if (sure >= 0) return present(BigInt(sure))
  return table.otherwise ? present(BigInt(table.rows.length)) : failing(table.uncovered)
}

/** Undefined where a known test fails; 0 where all hold; else the state of what is not known. */
function openState(
  table: TableDefinition,
  tests: readonly Test[],
  inputs: readonly Input[],
): number | undefined {
  let open = 0
  for (const [i, test] of tests.entries()) {
    const input = inputs[i]
    if (test.is === 'any' || input === undefined) continue
    if (input.state !== 0) open = Math.max(open, input.state)
    else if (!holds(test, input, scaleOf(table, i))) return undefined
  }
  return open
}

function scaleOf(table: TableDefinition, input: number): number {
  const type = table.inputs[input]?.type
  return type?.is === 'int' ? type.scale : 0
}

function inputAt(world: World, input: TableInput, spot: Spot, type: Type | undefined): Input {
  if (input.is === 'code') {
    const { value, state } = world.expr(input.value, spot)
    if (state !== 0) return { state: used(state) }
    if (typeof value === 'string') return { word: value, state }
    const word = type?.is === 'enum' ? type.values[Number(value)] : undefined
    return word === undefined ? { number: { n: value, d: 1n }, state } : { word, state }
  }
  const n = world.expr(input.value.n, spot)
  const d = input.value.d === undefined ? present(1n) : world.expr(input.value.d, spot)
  const state = Math.max(used(n.state), used(d.state))
  return state === 0 ? { number: fraction(big(n), big(d), input.value.scale), state } : { state }
}

function holds(test: Test, input: Input, scale: number): boolean {
  switch (test.is) {
    case 'any':
      return true
    case 'in':
    case 'not-in':
      return test.values.some((value) => isValue(value, input, scale)) === (test.is === 'in')
    case 'range': {
      const inside = test.ranges.some(({ low, high }) => {
        const { number } = input
        if (number === undefined) return false
        const below = low === undefined ? 1 : order(number, fraction(BigInt(low.at), 1n, scale))
        const above = high === undefined ? -1 : order(number, fraction(BigInt(high.at), 1n, scale))
        return (
          (below > 0 || (below === 0 && low?.included === true)) &&
          (above < 0 || (above === 0 && high?.included === true))
        )
      })
      return inside !== test.negated
    }
    default:
      return unreachable(test)
  }
}

function isValue(value: string | boolean, { number, word }: Input, scale: number): boolean {
  if (word !== undefined) return word === String(value)
  if (number === undefined) return false
  if (typeof value === 'boolean') return number.n === (value ? 1n : 0n)
  return order(number, fraction(BigInt(value), 1n, scale)) === 0
}
