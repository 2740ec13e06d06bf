import type { Relation } from '../../plan/plan.ts'
import { keyOf } from './base-world.ts'
import type { Row } from './world.ts'

/** So many rows like one, each with a key of its own. */
export function copied(relation: Relation, row: Row, count: number): readonly Row[] {
  return Array.from({ length: count }, (_unused, i) => {
    if (relation.key === undefined) return row
    return new Map(row).set(relation.key, keyOf(relation, i + 1))
  })
}
