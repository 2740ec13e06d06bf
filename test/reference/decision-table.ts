import type { Cell, Expr, Row, Table, TableDeclaration } from '../../src/syntax/ast.ts'
import { cellHolds, yesOrNo } from './cell-test.ts'
import { add, larger, smaller } from './rational.ts'
import {
  addend,
  exact,
  type Held,
  held,
  heldOf,
  present,
  type Result,
  truth,
  used,
  type Value,
} from './value.ts'
import { functionMeaning } from './word.ts'
import type { Scope, World } from './world.ts'

/** What a row gives in one of its cells: one of several, so that a quotient is fixed to its places there. */
export function given(world: World, cell: Cell | undefined, scope: Scope): Result<Value> {
  if (cell?.is === 'not-decided') return held(cell.why)
  const item = cell?.is === 'tests' ? cell.items[0] : undefined
  if (item?.is !== 'value') throw new Error('a result cell gives one value')
  const yes = yesOrNo(item.value)
  if (yes !== undefined) return present(truth(yes))
  const result = world.evaluate(item.value, scope)
  const isNumber = result.is === 'present' && result.value.is === 'number'
  return isNumber ? present(exact(addend(result.value))) : result
}

/** True, false, or unknown: a row that fails in a known cell fails, whatever its other cells are. */
function rowHolds(world: World, row: Row, inputs: readonly Result<Value>[], scope: Scope): Result<boolean> {
  let unknown: Held | undefined
  for (const [column, input] of inputs.entries()) {
    const cell = row.cells[column]
    const holds = used(cell ? cellHolds(world, cell, used(input), scope) : present(true))
    if (holds.is === 'present' && !holds.value) return present(false)
    if (holds.is === 'held') unknown ??= holds
  }
  return unknown ?? present(true)
}

/** The row that matches: `unique` wants exactly one, `first` the first. */
export function matchingRow(
  world: World,
  table: Table,
  hit: 'unique' | 'first',
  inputs: readonly Result<Value>[],
  scope: Scope,
): Result<Row> {
  const matched: Row[] = []
  for (const row of table.rows) {
    if (row.otherwise) continue
    const holds = rowHolds(world, row, inputs, scope)
    if (holds.is === 'held') return holds
    if (holds.is !== 'present' || !holds.value) continue
    if (hit === 'first') return present(row)
    matched.push(row)
  }
  const [first, second] = matched
  if (second) return held('two rows match')
  if (first) return present(first)
  const otherwise = table.rows.find((row) => row.otherwise)
  return otherwise ? present(otherwise) : held('no row matches')
}

/** `points` and `sum(points)` are the output `points`. */
export function outputName(heading: Expr): string | undefined {
  const name = heading.is === 'call' ? heading.args[0] : heading
  return name?.is === 'path' ? name.parts[0]?.text : undefined
}

/** The sum, the least or the most of what every row that matches gives; a row that may match leaves it open. */
export function together(
  world: World,
  table: Table,
  fromEnd: number,
  inputs: readonly Result<Value>[],
  scope: Scope,
): Result<Value> {
  const heading = table.headings.at(fromEnd)?.value
  const how = heading?.is === 'call' ? functionMeaning(heading.callee.text) : undefined
  const tested = table.rows.filter((row) => !row.otherwise)
  const holds = tested.map((row) => rowHolds(world, row, inputs, scope))
  const problem = heldOf(holds)
  if (problem) return problem
  const matched = tested.filter((_, i) => holds[i]?.is === 'present' && holds[i].value)
  const rows = matched.length > 0 ? matched : table.rows.filter((row) => row.otherwise)
  if (rows.length === 0) return held('no row matches')
  const gives = rows.map((row) => used(given(world, row.cells.at(fromEnd), scope)))
  const open = heldOf(gives)
  if (open) return open
  if (how === 'list') return present(listed(table, fromEnd, gives))
  const numbers = gives.flatMap((give) => (give.is === 'present' ? [addend(give.value)] : []))
  const put = how === 'sum' ? add : how === 'max' ? larger : smaller
  return present(exact(numbers.reduce(put)))
}

/** Every word that is given, in the order in which the column first has it. */
function listed(table: Table, fromEnd: number, gives: readonly Result<Value>[]): Value {
  const given = gives.flatMap((give) => (give.is === 'present' ? [wordIn(give.value)] : []))
  const column = table.rows.flatMap(({ cells }) => {
    const cell = cells.at(fromEnd)
    const item = cell?.is === 'tests' ? cell.items[0] : undefined
    const word = item?.is === 'value' ? item.value : undefined
    return word?.is === 'path' ? [word.parts[0]?.text ?? ''] : word?.is === 'text' ? [word.value] : []
  })
  return { is: 'text', text: [...new Set(column)].filter((word) => given.includes(word)).join(', ') }
}

function wordIn(value: Value): string {
  if (value.is !== 'text' && value.is !== 'word') throw new Error(`a word is wanted, not ${value.is}`)
  return value.text
}

/** A table used by name. Inputs stand in the order of its columns. */
export function decide(
  world: World,
  declaration: TableDeclaration,
  inputs: readonly Result<Value>[],
  scope: Scope,
  output: string | undefined,
): Result<Value> {
  const { table, hit } = declaration
  const outputs = table.headings.filter((heading) => heading.output)
  const index = outputs.findIndex(({ value }) => output === undefined || outputName(value) === output)
  // Outputs are counted from the end: an `otherwise` row may leave its tests out.
  if (hit === 'every') return together(world, table, index - outputs.length, inputs, scope)
  const row = matchingRow(world, table, hit, inputs, scope)
  if (row.is !== 'present') return row
  return given(world, row.value.cells.at(index - outputs.length), scope)
}
