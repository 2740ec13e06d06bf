import type { Expr, Id } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { givenText, keyOf, plainRow, plainText } from './base-world.ts'
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
      const row = expr.row === undefined ? undefined : search.column(expr.row)
      // Of a row that is looked up: it is another question whether there is one.
      if (row) yield* presence(search, world, row.grain, row.expr, missing, depth + 1)
      const text = missing
        ? undefined
        : (givenText(search, world, relation, field) ?? selfRef(search, relation.id, world, field.type))
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
      yield* inForce(search, world, expr, missing)
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

/** With a row of a record in force for what it is looked up by, so far as the policy names it; or without. */
function* inForce(
  search: Search,
  world: World,
  { relation: id, keys }: Extract<Expr, { op: 'in-force' }>,
  missing: boolean,
): Generator<World> {
  const relation = search.plan.relations.find((one) => one.id === id)
  if (!relation) return
  const rows = world.rows.get(id) ?? []
  const named = keys.flatMap((key, i) => {
    const field = relation.inForce?.by[i]
    return key.op === 'const' && field !== undefined ? [[field, String(key.value)] as const] : []
  })
  const others = rows.filter((row) => !named.every(([field, text]) => row.get(field) === text))
  if (missing) {
    if (others.length > 0 && others.length < rows.length) yield withRows(world, id, others)
    yield withRows(world, id, [])
    return
  }
  const own = new Map([...(rows.at(-1) ?? plainRow(search, world, relation)), ...named])
  const list = [...rows, own]
  const key = relation.key
  yield withRows(
    world,
    id,
    key === undefined ? list : list.map((row, i) => new Map(row).set(key, keyOf(relation, i + 1))),
  )
  yield withRows(world, id, [...rows.slice(0, -1), own])
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
