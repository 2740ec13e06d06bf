import type { Cell, Row, Table, TableDeclaration } from '../../src/syntax/ast.ts'
import { cellHolds, yesOrNo } from './cell-test.ts'
import { type Held, held, present, type Result, truth, used, type Value } from './value.ts'
import type { Scope, World } from './world.ts'

/** What a row gives in one of its cells. */
export function given(world: World, cell: Cell | undefined, scope: Scope): Result<Value> {
  if (cell?.is === 'not-decided') return held(cell.why)
  const item = cell?.is === 'tests' ? cell.items[0] : undefined
  if (item?.is !== 'value') throw new Error('a result cell gives one value')
  const yes = yesOrNo(item.value)
  if (yes !== undefined) return present(truth(yes))
  return world.evaluate(item.value, scope)
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
  const row = matchingRow(world, table, hit, inputs, scope)
  if (row.is !== 'present') return row
  const index = outputs.findIndex(
    ({ value }) => output === undefined || (value.is === 'path' && value.parts[0]?.text === output),
  )
  // Counted from the end: an `otherwise` row may leave its tests out.
  return given(world, row.value.cells[row.value.cells.length - outputs.length + index], scope)
}
