import { addMonths } from '../../base/day.ts'
import type { Rolling } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { heldOf, isNotApplicable } from './aggregate.ts'
import { need } from './model.ts'
import { compareSpots } from './order.ts'
import { spotsOf } from './spots.ts'
import { big, type Found, failing, present, type Spot, small, type World } from './world.ts'

/** A row among those it is alike with: its day, whether it counts, what it holds windows with. */
type Counting = { readonly at: Spot; readonly day: number; readonly counts: boolean; readonly held: number }
type Rolled = { readonly rows: readonly Counting[]; readonly held: number }

/** What the rows in the window that ends with a row come to. */
export function rollingAt(world: World, expr: Rolling, spot: Spot): Found {
  const own = expr.within.map(({ own: id }) => world.column(id, spot))
  const last = world.column(expr.at.own, spot)
  const wrong = Math.max(used(last.state), ...own.map((found) => used(found.state)))
  if (wrong !== 0) return failing(wrong)
  const { rows, held } = alike(world, expr, spot.grain, own)
  const until = small(last)
  const itself = expr.source === spot.grain ? rows.findIndex(({ at }) => at.row === spot.row) : -1
  const before = itself >= 0 ? rows.slice(0, itself + 1) : rows
  const moment = expr.moment && small(world.column(expr.moment.own, spot))
  const isLater = (row: Counting): boolean =>
    row.day > until || (row.day === until && moment !== undefined && momentOf(world, expr, row.at) > moment)
  const inside = before.filter((row) => row.day > afterOf(expr, until) && !(itself < 0 && isLater(row)))
  const state = Math.max(held, ...inside.map((row) => row.held))
  const counted = inside.filter((row) => row.counts && row.held === 0)
  const value = totalOf(world, expr, counted)
  const wholly = Math.max(state, value === undefined ? expr.empty : 0)
  const { limit } = expr
  if (wholly !== 0 || value === undefined) return failing(wholly)
  if (limit && (value < BigInt(limit.min) || value > BigInt(limit.max))) return failing(limit.state)
  return present(value)
}

function afterOf({ window }: Rolling, until: number): number {
  if (window.is === 'running') return Number.NEGATIVE_INFINITY
  return window.is === 'days' ? until - window.count : addMonths(until, -window.count)
}

function totalOf(world: World, { fn, value = '' }: Rolling, rows: readonly Counting[]): bigint | undefined {
  if (fn === 'count') return BigInt(rows.length)
  const values = rows.map(({ at }) => big(world.column(value, at)))
  if (fn === 'sum') return values.reduce((a, b) => a + b, 0n)
  return values.reduce<bigint | undefined>(
    (best, v) => (best === undefined || (fn === 'min' ? v < best : v > best) ? v : best),
    undefined,
  )
}

/** The rows that are alike in all of `within`, in the order of their days and keys. */
function alike(world: World, expr: Rolling, grain: string, own: readonly Found[]): Rolled {
  const { source, within, at, moment: times, where, value, fn } = expr
  const groups = world.once(
    `rolling ${JSON.stringify([source, grain === source, within, at, times, where, value, fn])}`,
    () => {
      const made = new Map<string, { rows: Counting[]; held: number }>()
      for (const row of spotsOf(world, source)) {
        const fate = fateIn(world, expr, row)
        const counts = fate !== 'left-out'
        // A row of the same grain has its place in the order even where it does not count.
        if (!counts && source !== grain) continue
        const theirs = within.map(({ theirs: id }) => world.column(id, row))
        const state = Math.max(0, ...theirs.map((found) => found.state))
        if (state !== 0) {
          const { relation } = need(world.model.grains, source)
          if (!isNotApplicable(state) && source !== grain && relation !== undefined)
            world.unplaced.set(`${relation} ${row.row}`, { record: relation, row: row.row, state })
          continue
        }
        const day = world.column(at.theirs, row)
        if (isNotApplicable(day.state)) continue
        const key = JSON.stringify(theirs.map((found) => String(found.value)))
        const group = made.get(key) ?? { rows: [], held: 0 }
        made.set(key, group)
        if (day.state !== 0) {
          if (counts) group.held = Math.max(group.held, fate, day.state)
        } else group.rows.push({ at: row, day: small(day), counts, held: counts ? fate : 0 })
      }
      const moment = (at: Spot) => momentOf(world, expr, at)
      for (const { rows } of made.values())
        rows.sort((a, b) => a.day - b.day || moment(a.at) - moment(b.at) || compareSpots(world, a.at, b.at))
      return made
    },
  )
  return groups.get(JSON.stringify(own.map((found) => String(found.value)))) ?? { rows: [], held: 0 }
}

/** The second at which a row stands, where rows have times. */
function momentOf(world: World, { moment }: Rolling, at: Spot): number {
  return moment === undefined ? 0 : small(world.column(moment.theirs, at))
}

function fateIn(world: World, { where, value }: Rolling, row: Spot): 'left-out' | number {
  const test = where === undefined ? undefined : world.column(where, row)
  if (test && (isNotApplicable(test.state) || (test.state === 0 && test.value === 0n))) return 'left-out'
  const state = value === undefined ? 0 : world.column(value, row).state
  return isNotApplicable(state) ? 'left-out' : heldOf(test?.state ?? 0, state)
}
