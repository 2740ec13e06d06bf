import type { Expr, Id } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { cellFor, plainText } from './base-world.ts'
import type { Search } from './goal.ts'
import { knobsOf, turnedTo } from './knobs.ts'
import { type World, withCell, withRows } from './world.ts'

const deepest = 14

/** Makes something missing, or there. */
export function* presence(
  search: Search,
  world: World,
  grain: Id,
  expr: Expr,
  missing: boolean,
  depth: number,
): Generator<World> {
  if (depth > deepest) return
  switch (expr.op) {
    case 'field': {
      const relation = search.plan.relations.find(({ id }) => id === expr.relation)
      const field = relation?.fields.find(({ id }) => id === expr.field)
      if (!relation || !field) return
      const text = missing
        ? undefined
        : (cellFor(search.plan, search.used, relation, field, world.day, undefined) ??
          selfRef(search, relation.id, world, field.type))
      const rows = world.rows.get(relation.id) ?? []
      if (rows.length > 1) yield withCell(world, relation.id, rows.length - 1, field.id, text)
      yield rows.reduce((next, _, at) => withCell(next, relation.id, at, field.id, text), world)
      return
    }
    case 'column':
    case 'lookup': {
      const column = search.column(expr.column)
      if (column) yield* presence(search, world, column.grain, column.expr, missing, depth + 1)
      return
    }
    case 'choose':
      for (const { then } of expr.cases) yield* presence(search, world, grain, then, missing, depth + 1)
      yield* presence(search, world, grain, expr.otherwise, missing, depth + 1)
      return
    case 'aggregate': {
      const source = search.plan.grains.find(({ id }) => id === expr.source)
      const relation = search.plan.relations.find(({ id }) => id === source?.relation)
      if (!relation) return
      if (missing) yield withRows(world, relation.id, [])
      const value = expr.value === undefined ? undefined : search.column(expr.value)
      if (value) yield* presence(search, world, value.grain, value.expr, missing, depth + 1)
      return
    }
    case 'in-force':
      if (missing) yield withRows(world, expr.relation, [])
      return
    default:
      for (const knob of knobsOf(search, [expr]))
        if (knob.field.optional)
          yield turnedTo(search, world, knob, 0, missing ? undefined : plainText(search, world, knob))
      // What is worked out of something that is missing is missing too.
      if (missing)
        for (const part of partsOf(expr)) yield* presence(search, world, grain, part, missing, depth + 1)
  }
}

/** A superior of one's own kind: another row of the same record. */
function selfRef(
  search: Search,
  relation: Id,
  world: World,
  type: { readonly is: string },
): string | undefined {
  if (type.is !== 'ref') return undefined
  const key = search.plan.relations.find(({ id }) => id === relation)?.key
  return key === undefined ? undefined : world.rows.get(relation)?.at(-1)?.get(key)
}
