import { addMonths } from '../../base/day.ts'
import type { Rolling } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { type Domain, type Engine, need, type Stored } from './engine.ts'
import { once } from './once.ts'
import { compareRows, groupKey } from './row-key.ts'
import { heldOf, typeRange } from './stored.ts'
import { noteUnplacedAt } from './unplaced.ts'
import { integerAt, isNotApplicable, stateAt, type Vector } from './vector.ts'
import { type Counting, type End, stopOf, windowTotals } from './window-totals.ts'

/** The rows of a source by what they have in common, in the order of their days and keys. */
type Rolled = {
  readonly groups: ReadonlyMap<string, readonly Counting[]>
  /** What rows of unknown day hold their whole group with. */
  readonly held: ReadonlyMap<string, number>
}

/** A window of rows for every row of a grain: each group is gone through once, in order. */
export function rollingColumn(engine: Engine, domain: Domain, expr: Rolling): Stored {
  const { groups, held } = rolledRows(engine, domain, expr)
  const states = new Uint16Array(domain.count)
  const values = new Array<bigint>(domain.count).fill(0n)
  for (const [key, rows] of ownGroups(engine, domain, expr, states)) {
    const whole = held.get(key) ?? 0
    const found = windowTotals(engine, expr, groups.get(key) ?? [], endsOf(engine, domain, expr, rows))
    for (const [i, row] of rows.entries()) {
      const one = found[i]
      if (!one) continue
      values[row] = one.value
      states[row] = limited(expr, Math.max(one.state, whole), one.value)
    }
  }
  const failing = states.some((state) => state !== 0)
  return {
    vector: { is: 'big', values, states: failing ? states : undefined },
    range: rangeOf(engine, domain, expr),
  }
}

/** A sum outside its limit is held, so that all that is reckoned from it stays within what was proved. */
function limited({ limit }: Rolling, state: number, value: bigint): number {
  if (limit === undefined || state !== 0) return state
  return value < BigInt(limit.min) || value > BigInt(limit.max) ? limit.state : 0
}

function rangeOf(engine: Engine, { count }: Domain, expr: Rolling): Stored['range'] {
  const rows = need(engine.domains, expr.source).count
  if (expr.fn === 'count') return { min: 0n, max: BigInt(Math.max(rows, count)) }
  if (expr.limit) return { min: BigInt(expr.limit.min), max: BigInt(expr.limit.max) }
  return typeRange(need(engine.model.columns, expr.value ?? '').type)
}

/** Every row with its fate in the windows that it lies in. */
const rolledRows = once((engine: Engine, domain: Domain, expr: Rolling): Rolled => {
  const source = need(engine.domains, expr.source)
  const days = need(engine.columns, expr.at.theirs)
  const moments = expr.moment && need(engine.columns, expr.moment.theirs)
  const theirs = expr.within.map(({ theirs: id }) => need(engine.columns, id))
  const groups = new Map<string, Counting[]>()
  const held = new Map<string, number>()
  for (let row = 0; row < source.count; row++) {
    const fate = fateIn(engine, expr, row)
    const counts = fate !== 'left-out'
    // A row of the same grain has its place in the order even where it does not count.
    if (!counts && source.grain.id !== domain.grain.id) continue
    const { key, state } = keyAt(theirs, row)
    if (isNotApplicable(state)) continue
    if (state !== 0) {
      if (source.grain.id !== domain.grain.id) noteUnplacedAt(engine, source, { row, state })
      continue
    }
    const day = stateAt(days.states, row)
    if (isNotApplicable(day)) continue
    if (day !== 0) {
      if (counts) held.set(key, Math.max(held.get(key) ?? 0, fate, day))
      continue
    }
    const rows = groups.get(key) ?? []
    groups.set(key, rows)
    const moment = moments && integerAt(moments, row)
    rows.push({
      row,
      day: Number(integerAt(days, row)),
      ...(moment !== undefined && { moment }),
      counts,
      held: counts ? fate : 0,
    })
  }
  const inDay = orderInDay(engine, source, expr.moment?.theirs)
  for (const rows of groups.values()) rows.sort((a, b) => a.day - b.day || inDay(a.row, b.row))
  return { groups, held }
})

/** Of rows of one day the earlier moment comes first where there are times, then the smaller key. */
function orderInDay(
  engine: Engine,
  source: Domain,
  moment: string | undefined,
): (a: number, b: number) => number {
  const times = moment === undefined ? undefined : need(engine.columns, moment)
  if (times === undefined) return (a, b) => compareRows(engine, source, a, b)
  return (a, b) => Number(integerAt(times, a) - integerAt(times, b)) || compareRows(engine, source, a, b)
}

/** Whether a row counts (0), is left out, or holds the windows that it lies in. */
function fateIn(engine: Engine, { where, value }: Rolling, row: number): 'left-out' | number {
  const test = where === undefined ? undefined : need(engine.columns, where)
  const unsure = test === undefined ? 0 : stateAt(test.states, row)
  if (isNotApplicable(unsure)) return 'left-out'
  if (test !== undefined && unsure === 0 && integerAt(test, row) === 0n) return 'left-out'
  const state = value === undefined ? 0 : stateAt(need(engine.columns, value).states, row)
  return isNotApplicable(state) ? 'left-out' : heldOf(unsure, state)
}

function keyAt(columns: readonly Vector[], row: number): { readonly key: string; readonly state: number } {
  const state = Math.max(0, ...columns.map(({ states }) => stateAt(states, row)))
  return { key: groupKey(columns, row), state }
}

/** The rows that windows end with, by group and in order; of the others the state says why they have none. */
function ownGroups(
  engine: Engine,
  domain: Domain,
  expr: Rolling,
  states: Uint16Array,
): ReadonlyMap<string, number[]> {
  const days = need(engine.columns, expr.at.own)
  const own = expr.within.map(({ own: id }) => need(engine.columns, id))
  const groups = new Map<string, number[]>()
  for (let row = 0; row < domain.count; row++) {
    const { key, state } = keyAt(own, row)
    const wrong = Math.max(used(state), used(stateAt(days.states, row)))
    if (wrong !== 0) {
      states[row] = wrong
      continue
    }
    const rows = groups.get(key) ?? []
    groups.set(key, rows)
    rows.push(row)
  }
  const order = new Map([...groups.values()].flat().map((row) => [row, Number(integerAt(days, row))]))
  const inDay = orderInDay(engine, domain, expr.moment?.own)
  for (const rows of groups.values())
    rows.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || inDay(a, b))
  return groups
}

function endsOf(engine: Engine, domain: Domain, expr: Rolling, rows: readonly number[]): readonly End[] {
  const days = need(engine.columns, expr.at.own)
  return rows.map((row) => endOf(engine, domain, expr, Number(integerAt(days, row)), row))
}

function endOf(
  engine: Engine,
  { grain }: Domain,
  { source, window, moment }: Rolling,
  until: number,
  row: number,
): End {
  const after =
    window.is === 'running'
      ? Number.NEGATIVE_INFINITY
      : window.is === 'days'
        ? until - window.count
        : addMonths(until, -window.count)
  if (source === grain.id) return { after, until, itself: row }
  return { after, until, ...(moment && { moment: integerAt(need(engine.columns, moment.own), row) }) }
}

/** The rows that one window counts, or that hold it, in their order. */
export function rowsInWindow(engine: Engine, domain: Domain, expr: Rolling, row: number): readonly number[] {
  const own = expr.within.map(({ own: id }) => need(engine.columns, id))
  const days = need(engine.columns, expr.at.own)
  if (stateAt(days.states, row) !== 0) return []
  const rows = rolledRows(engine, domain, expr).groups.get(keyAt(own, row).key) ?? []
  const end = endOf(engine, domain, expr, Number(integerAt(days, row)), row)
  const stop = stopOf(rows, new Map(rows.map((one, i) => [one.row, i])), end, 0)
  return rows.slice(0, stop).flatMap((one) => (one.counts && one.day > end.after ? [one.row] : []))
}
