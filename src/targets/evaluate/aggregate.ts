import type { Aggregate } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { aggregateChosen } from './aggregate-chosen.ts'
import { type Counted, type Domain, type Engine, type Grouping, need, type Stored } from './engine.ts'
import { groupingOf, nowhere, unknown } from './grouping.ts'
import { interleaved } from './interleaved.ts'
import { heldOf, typeRange } from './stored.ts'
import { noteUnplacedAt } from './unplaced.ts'
import { codeRange, fits64, fitsCode, isNotApplicable, type Range, stateAt, type Vector } from './vector.ts'
import { layersOf } from './windows.ts'

/** An aggregate for every row of the grain. */
export function aggregateColumn(engine: Engine, domain: Domain, aggregate: Aggregate): Stored {
  const layers = layersOf(domain)
  if (layers === undefined) return plainColumn(engine, domain, aggregate)
  return interleaved(
    layers.map(({ domain: layer, places }) => ({ places, stored: plainColumn(engine, layer, aggregate) })),
    domain,
  )
}

function plainColumn(engine: Engine, domain: Domain, aggregate: Aggregate): Stored {
  const counted = countedRows(engine, domain, aggregate)
  const perGroup = compute(engine, aggregate, counted)
  return spread(perGroup, counted.grouping, domain.count)
}

/** What one row does to its group: counts, is left out, or holds it with a state. */
export function fateOf(engine: Engine, aggregate: Aggregate, row: number): 'counts' | 'left-out' | number {
  const where = aggregate.where === undefined ? undefined : need(engine.columns, aggregate.where)
  const test = where === undefined ? 0 : stateAt(where.states, row)
  if (isNotApplicable(test)) return 'left-out'
  if (where?.is === 'code' && test === 0 && where.values[row] === 0) return 'left-out'
  let held = test
  for (const id of [aggregate.value, aggregate.denominator]) {
    if (id === undefined) continue
    const state = stateAt(need(engine.columns, id).states, row)
    if (isNotApplicable(state)) return 'left-out'
    held = heldOf(held, state)
  }
  if (aggregate.order !== undefined) {
    const state = stateAt(need(engine.columns, aggregate.order).states, row)
    held = heldOf(held, used(state))
  }
  return held === 0 ? 'counts' : held
}

function countedRows(engine: Engine, domain: Domain, aggregate: Aggregate): Counted {
  const grouping = groupingOf(engine, domain, aggregate)
  const held = new Uint16Array(grouping.count)
  const groups = certainRows(engine, aggregate, grouping, held)
  for (const loose of grouping.loose) {
    const fate = fateOf(engine, aggregate, loose.row)
    if (fate === 'left-out') continue
    if (loose.unplaced) noteUnplacedAt(engine, need(engine.domains, aggregate.source), loose)
    else {
      const state = fate === 'counts' ? loose.state : Math.max(fate, loose.state)
      const { from, until } = grouping.groupsOf(loose.subject)
      for (let group = from; group < until; group++) held[group] = Math.max(held[group] ?? 0, state)
    }
  }
  return { grouping, groups, held }
}

/** Rows whose group is known. Where nothing filters and nothing can fail, the grouping itself. */
function certainRows(
  engine: Engine,
  aggregate: Aggregate,
  grouping: Grouping,
  held: Uint16Array,
): Int32Array {
  const where = aggregate.where === undefined ? undefined : need(engine.columns, aggregate.where)
  const inputs = [aggregate.where, aggregate.value, aggregate.denominator, aggregate.order]
  const fails = inputs.some((id) => id !== undefined && need(engine.columns, id).states !== undefined)
  if (where === undefined && !fails && grouping.loose.length === 0) return grouping.groups
  const groups = new Int32Array(grouping.groups.length)
  if (!fails) {
    keepWhere(grouping.groups, where?.is === 'code' ? where.values : undefined, groups)
    return groups
  }
  for (let row = 0; row < groups.length; row++) {
    const group = grouping.groups[row] ?? nowhere
    groups[row] = nowhere
    if (group < 0) continue
    const fate = fateOf(engine, aggregate, row)
    if (fate === 'counts') groups[row] = group
    else if (fate !== 'left-out') held[group] = Math.max(held[group] ?? 0, fate)
  }
  return groups
}

function keepWhere(groups: Int32Array, test: Int32Array | undefined, out: Int32Array): void {
  for (let row = 0; row < out.length; row++) {
    const group = groups[row] ?? nowhere
    out[row] = group === unknown || (test !== undefined && test[row] === 0) ? nowhere : group
  }
}

function compute(engine: Engine, aggregate: Aggregate, counted: Counted): Stored {
  const { groups, held, grouping } = counted
  switch (aggregate.fn) {
    case 'count': {
      const values = new Int32Array(grouping.count)
      countInto(groups, values)
      return {
        vector: { is: 'code', values, states: statesOf(held) },
        range: { min: 0n, max: BigInt(groups.length) },
      }
    }
    case 'any':
    case 'all': {
      const value = need(engine.columns, aggregate.value ?? '')
      const any = aggregate.fn === 'any'
      const values = new Int32Array(grouping.count).fill(any ? 0 : 1)
      if (value.is !== 'code') throw new Error(`${aggregate.value} is no truth`)
      for (let row = 0; row < groups.length; row++) {
        const group = groups[row] ?? nowhere
        if (group >= 0 && (value.values[row] !== 0) === any) values[group] = any ? 1 : 0
      }
      return { vector: { is: 'code', values, states: statesOf(held) }, range: { min: 0n, max: 1n } }
    }
    case 'sum':
      return limited(sum(engine, aggregate, counted), aggregate.limit)
    default:
      return aggregateChosen(engine, aggregate, counted)
  }
}

function sum(engine: Engine, aggregate: Aggregate, { groups, held, grouping }: Counted): Stored {
  const id = aggregate.value ?? ''
  const value = need(engine.columns, id)
  const own = typeRange(need(engine.model.columns, id).type)
  const rows = groups.length
  const states = statesOf(held)
  if (value.is === 'code') {
    const values = new BigInt64Array(grouping.count)
    addCodesInto(groups, value.values, values)
    return { vector: { is: 'int', values, states }, range: sumRange(fitsCode(own) ? own : codeRange, rows) }
  }
  const proved = sumRange(own, rows)
  if (value.is === 'int') {
    // Where so many of the largest would not fit, those that are there may.
    const range = fits64(proved) ? proved : sumRange(rangeIn(value.values), rows)
    if (fits64(range)) {
      const values = new BigInt64Array(grouping.count)
      addInto(groups, value.values, values)
      return { vector: { is: 'int', values, states }, range }
    }
  }
  if (value.is === 'text') throw new Error(`${id} is a text: it has no sum`)
  const values: bigint[] = new Array<bigint>(grouping.count).fill(0n)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? nowhere
    if (group >= 0) values[group] = (values[group] ?? 0n) + (value.values[row] ?? 0n)
  }
  return { vector: { is: 'big', values, states }, range: proved }
}

/** A sum outside its limit is held, so that all that is reckoned from it stays within what was proved. */
function limited(stored: Stored, limit: Aggregate['limit']): Stored {
  if (limit === undefined || stored.vector.is === 'code' || stored.vector.is === 'text') return stored
  const range: Range = { min: BigInt(limit.min), max: BigInt(limit.max) }
  if (stored.range.min >= range.min && stored.range.max <= range.max) return stored
  const { vector } = stored
  const states = vector.states ?? new Uint16Array(vector.values.length)
  for (let group = 0; group < vector.values.length; group++) {
    const value = vector.values[group] ?? 0n
    if (value >= range.min && value <= range.max) continue
    states[group] = Math.max(states[group] ?? 0, limit.state)
  }
  return { vector: { ...vector, states: statesOf(states) }, range }
}

function addInto(groups: Int32Array, values: BigInt64Array, sums: BigInt64Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? nowhere
    if (group >= 0) sums[group] = (sums[group] ?? 0n) + (values[row] ?? 0n)
  }
}

function addCodesInto(groups: Int32Array, values: Int32Array, sums: BigInt64Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? nowhere
    if (group >= 0) sums[group] = (sums[group] ?? 0n) + BigInt(values[row] ?? 0)
  }
}

/** What a sum of so many values, or of fewer, can be. */
function sumRange(own: Range, rows: number): Range {
  return {
    min: (own.min < 0n ? own.min : 0n) * BigInt(rows),
    max: (own.max > 0n ? own.max : 0n) * BigInt(rows),
  }
}

function rangeIn(values: BigInt64Array): Range {
  const found = BigInt64Array.of(0n, 0n)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0n
    if (value < (found[0] ?? 0n)) found[0] = value
    if (value > (found[1] ?? 0n)) found[1] = value
  }
  return { min: found[0] ?? 0n, max: found[1] ?? 0n }
}

function countInto(groups: Int32Array, counts: Int32Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? nowhere
    if (group >= 0) counts[group] = (counts[group] ?? 0) + 1
  }
}

function statesOf(held: Uint16Array): Uint16Array | undefined {
  return held.some((state) => state !== 0) ? held : undefined
}

/** From a value for each group to one for each row of the grain. */
function spread(stored: Stored, grouping: Grouping, count: number): Stored {
  let same = grouping.count === count
  for (let row = 0; same && row < count; row++) same = grouping.groupOf(row) === row
  if (same) return stored
  const { vector, range } = stored
  const places = Int32Array.from({ length: count }, (_, row) => grouping.groupOf(row))
  const states =
    vector.states && Uint16Array.from({ length: count }, (_, row) => vector.states?.[places[row] ?? 0] ?? 0)
  return { vector: spreadVector(vector, places, states), range }
}

function spreadVector(vector: Vector, places: Int32Array, states: Uint16Array | undefined): Vector {
  const at = (_: unknown, row: number): number => places[row] ?? 0
  const length = places.length
  switch (vector.is) {
    case 'code':
      return { is: 'code', values: Int32Array.from(places, (p) => vector.values[p] ?? 0), states }
    case 'int':
      return {
        is: 'int',
        values: BigInt64Array.from({ length }, (_, row) => vector.values[at(_, row)] ?? 0n),
        states,
      }
    case 'big':
      return { is: 'big', values: Array.from(places, (p) => vector.values[p] ?? 0n), states }
    case 'text':
      return { is: 'text', values: Array.from(places, (p) => vector.values[p] ?? ''), states }
  }
}
