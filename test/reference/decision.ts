import type { DecisionDeclaration } from '../../src/syntax/ast.ts'
import { given, matchingRow, outputName, together } from './decision-table.ts'
import type { Result, Value } from './value.ts'
import type { Scope, World } from './world.ts'

/** The result of this name: what the line `gives`, else the column of the table; the first one when none is named. */
export function decision(
  world: World,
  declaration: DecisionDeclaration,
  scope: Scope,
  output: string,
): Result<Value> {
  for (const line of declaration.lines) {
    if (line.is === 'gives' && (line.name.text === output || output === 'score'))
      return world.evaluate(line.value, scope)
    if (line.is !== 'table') continue
    const { headings } = line.table
    const outputs = headings.filter((heading) => heading.output)
    const index = outputs.findIndex(({ value }) => output === 'score' || outputName(value) === output)
    if (index < 0) continue
    const inputs = headings.filter((h) => !h.output).map((h) => world.evaluate(h.value, scope))
    if (line.hit === 'every') return together(world, line.table, index - outputs.length, inputs, scope)
    const row = matchingRow(world, line.table, line.hit, inputs, scope)
    if (row.is !== 'present') return row
    return given(world, row.value.cells[row.value.cells.length - outputs.length + index], scope)
  }
  throw new Error(`${declaration.name.text} gives no ${output}`)
}
