import type { Place } from '../../plan/plan.ts'
import { compile } from './compile.ts'
import { placeNode } from './compile-place.ts'
import type { Domain, Engine } from './engine.ts'
import { stateAt } from './vector.ts'

/** The row of another grain that a look-up finds from one row; undefined where it finds none. */
export function placeRow(
  engine: Engine,
  domain: Domain,
  row: number,
  target: Domain,
  at: Place,
): number | undefined {
  const scope = {
    engine,
    domain,
    capacity: 1,
    compile: (expr: Parameters<typeof compile>[3]) => compile(engine, domain, 1, expr),
  }
  const block = placeNode(scope, target, at, nowhereState)(row, 1)
  return stateAt(block.states, 0) === 0 ? block.values[0] : undefined
}

/** Any state: only whether there is one is asked. */
const nowhereState = 1
