import type { Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { compareSpots } from './order.ts'
import { spotsOf } from './spots.ts'
import { type Found, failing, type Spot, small, type World } from './world.ts'

type EarlierRow = Extract<Expr, { op: 'earlier-row' }>

/** A column at the row before this one, of those that are alike in `within`, by day and then by key. */
export function earlierRow(world: World, expr: EarlierRow, spot: Spot): Found {
  const own = world.column(expr.within, spot)
  if (own.state !== 0) return failing(used(own.state))
  const { rows, state } = groupOf(world, expr, spot.grain, String(own.value))
  if (state !== 0) return failing(state)
  const place = rows.findIndex(({ row }) => row === spot.row)
  const before = rows[place - 1]
  if (before === undefined) return failing(expr.state)
  // From the first row on, so that each finds the one before it worked out already.
  for (const row of rows.slice(0, place)) world.column(expr.column, row)
  return world.column(expr.column, before)
}

function groupOf(
  world: World,
  { within, day }: EarlierRow,
  grain: string,
  key: string,
): { readonly rows: readonly Spot[]; readonly state: number } {
  return world.once(`earlier ${JSON.stringify([grain, within, day, key])}`, () => {
    const rows = spotsOf(world, grain).filter((spot) => {
      const found = world.column(within, spot)
      return found.state === 0 && String(found.value) === key
    })
    const days = new Map(rows.map((spot) => [spot.row, world.column(day, spot)]))
    const state = Math.max(0, ...[...days.values()].map((found) => used(found.state)))
    const dayOf = ({ row }: Spot): number => {
      const found = days.get(row)
      return found && found.state === 0 ? small(found) : 0
    }
    const ordered = [...rows].sort((a, b) => dayOf(a) - dayOf(b) || compareSpots(world, a, b))
    return { rows: ordered, state }
  })
}
