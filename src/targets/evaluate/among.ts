import type { Expr, Id } from '../../plan/plan.ts'
import { firstHeld, used } from '../../plan/states.ts'
import { type Domain, type Engine, need, type Stored } from './engine.ts'
import { groupKey } from './row-key.ts'
import { integerAt, isNotApplicable, stateAt } from './vector.ts'

type Rank = Extract<Expr, { op: 'rank' }>

/** Rows that stand among one another, or the state that holds them all. */
export type Group = { readonly rows: number[]; held: number }

/** The places of all rows of a grain among those of their group. */
export function rankColumn(engine: Engine, domain: Domain, { value, denominator, within }: Rank): Stored {
  const states = new Uint16Array(domain.count)
  const values = new Int32Array(domain.count)
  const n = need(engine.columns, value)
  const d = denominator === undefined ? undefined : need(engine.columns, denominator)
  const larger = (a: number, b: number): bigint =>
    d === undefined
      ? integerAt(n, a) - integerAt(n, b)
      : integerAt(n, a) * integerAt(d, b) - integerAt(n, b) * integerAt(d, a)
  for (const { rows, held } of groupsOf(
    engine,
    domain,
    within === undefined ? [] : [within],
    [value],
    states,
  )) {
    if (held !== 0) for (const row of rows) states[row] = held
    const sorted = [...rows].sort((a, b) => signOf(larger(b, a)))
    let place = 0
    for (const [i, row] of sorted.entries()) {
      const before = sorted[i - 1]
      if (before === undefined || larger(before, row) !== 0n) place = i + 1
      values[row] = place
    }
  }
  return { vector: { is: 'code', values, states }, range: { min: 0n, max: BigInt(domain.count) } }
}

/**
 * The rows of each group: those of one period (or of one `placeOf`), and of one row that `within` names. What is not applicable stands in none
 * and keeps its state. A row that is held holds its group; one of which it is not known where it belongs, its period.
 */
export function groupsOf(
  engine: Engine,
  domain: Domain,
  within: readonly Id[],
  inputs: readonly Id[],
  states: Uint16Array,
  placeOf?: (row: number) => number,
): Iterable<Group> {
  const width = domain.periods?.list.length ?? 1
  const named = within.map((id) => need(engine.columns, id))
  const read = inputs.map((id) => need(engine.columns, id))
  const groups = new Map<string, Group>()
  const heldPeriods = new Map<number, number>()
  for (let row = 0; row < domain.count; row++) {
    const period = placeOf?.(row) ?? row % width
    const all = read.map((vector) => stateAt(vector.states, row))
    const out = all.find(isNotApplicable)
    if (out !== undefined) {
      states[row] = out
      continue
    }
    const where = Math.max(0, ...named.map(({ states: own }) => used(stateAt(own, row))))
    if (where !== 0) {
      states[row] = where
      heldPeriods.set(period, Math.max(heldPeriods.get(period) ?? 0, where))
      continue
    }
    const key = `${period} ${groupKey(named, row)}`
    const group = groups.get(key) ?? { rows: [], held: 0 }
    groups.set(key, group)
    group.rows.push(row)
    for (const state of all) if (state >= firstHeld) group.held = Math.max(group.held, state)
  }
  for (const [key, group] of groups)
    group.held = Math.max(group.held, heldPeriods.get(Number(key.split(' ')[0])) ?? 0)
  return groups.values()
}

export function signOf(n: bigint): number {
  return n > 0n ? 1 : n < 0n ? -1 : 0
}
