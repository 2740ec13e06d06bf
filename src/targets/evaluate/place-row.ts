import { derivedFields, type Expr, type Id, type Place } from '../../plan/plan.ts'
import { placeNode, reach } from './compile-place.ts'
import type { Domain, Engine } from './engine.ts'
import { rowScope } from './sub-expression.ts'
import { stateAt } from './vector.ts'

/** The row of another grain that a look-up finds from one row; undefined where it finds none. */
export function placeRow(
  engine: Engine,
  domain: Domain,
  row: number,
  target: Domain,
  at: Place,
): number | undefined {
  const block = placeNode(rowScope(engine, domain), target, at, nowhereState)(row, 1)
  return stateAt(block.states, 0) === 0 ? block.values[0] : undefined
}

/** Any state: only whether there is one is asked. */
const nowhereState = 1

/** The column that a derived row reads by its line, and the row at which it does. */
export function lineRow(
  engine: Engine,
  domain: Domain,
  row: number,
  { columns, path }: Extract<Expr, { op: 'line' }>,
): { readonly column: Id | null; readonly row: number } {
  const found = reach(rowScope(engine, domain), [derivedFields.row, ...path])(row, 1)
  return { column: columns[row % columns.length] ?? null, row: found.values[0] ?? 0 }
}
