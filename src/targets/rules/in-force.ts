import type { Expr, Id } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { need } from './model.ts'
import { type Found, failing, present, type Spot, small, type World } from './world.ts'

/** The row of a record that is in force for some keys on a day. */
export function inForceRow(world: World, expr: Extract<Expr, { op: 'in-force' }>, spot: Spot): Found {
  const { relation, none, several, reversed } = expr
  const dated = need(world.model.relations, relation).inForce
  if (dated === undefined) throw new Error(`rows of ${relation} are not in force for a time`)
  const keys = expr.keys.map((key) => world.expr(key, spot))
  const day = world.expr(expr.day, spot)
  const state = Math.max(used(day.state), ...keys.map((key) => used(key.state)))
  if (state !== 0) return failing(state)
  const rows: number[] = []
  let worst = 0
  for (const row of rowsBy(world, relation, dated.by).get(keyText(keys)) ?? []) {
    const found = onDay(world, relation, row, small(day))
    if (found === 'reversed') worst = Math.max(worst, reversed)
    else if (found === 'in force') rows.push(row)
    else worst = Math.max(worst, found)
  }
  if (rows.length > 1) worst = Math.max(worst, several)
  const [row] = rows
  if (worst !== 0) return failing(worst)
  return row === undefined ? failing(none) : present(BigInt(row))
}

/** The rows of a record by what they are in force for; one with an unknown key is nobody's. */
function rowsBy(world: World, relation: Id, by: readonly Id[]): ReadonlyMap<string, readonly number[]> {
  return world.once(`in force ${relation}`, () => {
    const made = new Map<string, number[]>()
    for (let row = 0; row < world.count(relation); row++) {
      const keys = by.map((field) => world.cell(relation, row, field))
      const wrong = keys.find(
        (key, i) => key.state !== 0 && !isEmptyByRight(world, relation, by[i] ?? '', key.state),
      )
      if (wrong) world.unplaced.set(`${relation} ${row}`, { record: relation, row, state: wrong.state })
      if (keys.some((key) => key.state !== 0)) continue
      const text = keyText(keys)
      if (made.get(text)?.push(row) === undefined) made.set(text, [row])
    }
    return made
  })
}

function isEmptyByRight(world: World, relation: Id, field: Id, state: number): boolean {
  const known = world.model.fields.get(relation)?.get(field)
  return known?.optional === true && known.missing === state
}

function keyText(keys: readonly Found[]): string {
  return JSON.stringify(keys.map(({ value }) => String(value)))
}

/** What a row is on a day: in force, not (0), perhaps (the state why that is not known), or turned about. */
function onDay(world: World, relation: string, row: number, day: number): 'in force' | 'reversed' | number {
  const dated = need(world.model.relations, relation).inForce
  const first = world.cell(relation, row, dated?.from ?? '')
  const last = dated?.until === undefined ? undefined : world.cell(relation, row, dated.until)
  const end = dated?.until === undefined ? undefined : world.model.fields.get(relation)?.get(dated.until)
  const open = last === undefined || (end?.optional === true && last.state === end.missing)
  const ends = last !== undefined && !open && last.state === 0 ? small(last) : undefined
  const begins = first.state === 0 ? small(first) : undefined
  if (begins !== undefined && ends !== undefined && ends < begins) return 'reversed'
  if ((begins !== undefined && day < begins) || (ends !== undefined && day > ends)) return 0
  const state = used(Math.max(first.state, open ? 0 : (last?.state ?? 0)))
  return state === 0 ? 'in force' : state
}
