import { unreachable } from '../../base/unreachable.ts'
import type { Aggregate } from '../../plan/plan.ts'
import { type Counted, type Engine, need, type Stored } from './engine.ts'
import { nowhere } from './grouping.ts'
import { compareRows, compareText, keyText } from './row-key.ts'
import { typeRange } from './stored.ts'
import { integerAt, type Vector } from './vector.ts'

const none = -1

/**
 * The aggregates that give one of their rows' values: `only`, `first`, `last`, `min`, `max`. Which row it is never
 * depends on the order in which they were read.
 */
export function aggregateChosen(engine: Engine, aggregate: Aggregate, counted: Counted): Stored {
  const id = aggregate.part === 'denominator' ? aggregate.denominator : aggregate.value
  const value = need(engine.columns, id ?? '')
  const range = typeRange(need(engine.model.columns, id ?? '').type)
  const { chosen, several } = chooseRows(engine, aggregate, counted)
  const states = new Uint16Array(chosen.length)
  let failed = false
  for (let group = 0; group < chosen.length; group++) {
    const own = several.has(group) ? aggregate.several : chosen[group] === none ? aggregate.empty : 0
    const held = counted.held[group] ?? 0
    // A group that some row holds is held for that row, not for being empty without it.
    states[group] = held === 0 ? own : several.has(group) ? Math.max(own, held) : held
    if (states[group] !== 0) failed = true
  }
  return { vector: pickRows(value, chosen, failed ? states : undefined), range }
}

/** The row that each group gives; of two where there should be one, it is among `several`. */
function chooseRows(
  engine: Engine,
  aggregate: Aggregate,
  counted: Counted,
): { readonly chosen: Int32Array; readonly several: ReadonlySet<number> } {
  const { groups, grouping } = counted
  if (aggregate.fn === 'nth') return { chosen: nthRows(engine, aggregate, counted), several: new Set() }
  const chosen = new Int32Array(grouping.count).fill(none)
  const several = new Set<number>()
  const before = comparison(engine, aggregate)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? nowhere
    if (group < 0) continue
    const other = chosen[group] ?? none
    if (other === none) chosen[group] = row
    else if (before === undefined) several.add(group)
    else if (before(row, other)) chosen[group] = row
  }
  return { chosen, several }
}

/** In each group the row at `index` in the order of the keys that the order column names. */
function nthRows(engine: Engine, aggregate: Aggregate, { groups, grouping }: Counted): Int32Array {
  const domain = need(engine.domains, aggregate.source)
  const order = aggregate.order === undefined ? undefined : need(engine.columns, aggregate.order)
  const then = aggregate.then === undefined ? undefined : need(engine.columns, aggregate.then)
  const type = need(engine.model.columns, aggregate.order ?? '').type
  const relation = type.is === 'ref' ? type.relation : ''
  const members: number[][] = Array.from({ length: grouping.count }, () => [])
  for (let row = 0; row < groups.length; row++) members[groups[row] ?? nowhere]?.push(row)
  const keyOf = (row: number): string =>
    order?.is === 'code' ? keyText(engine, relation, order.values[row] ?? 0) : ''
  const place = (aggregate.index ?? 1) - 1
  return Int32Array.from(members, (rows) => {
    if (rows.length <= place) return none
    const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
    keyed.sort(
      (a, b) =>
        compareText(a.key, b.key) ||
        (then === undefined ? 0 : compareAt(then, b.row, a.row)) ||
        compareRows(engine, domain, a.row, b.row),
    )
    return keyed[place]?.row ?? none
  })
}

type Before = (row: number, other: number) => boolean

/** Whether a row is to be chosen rather than another; undefined where there must be only one. */
function comparison(engine: Engine, aggregate: Aggregate): Before | undefined {
  switch (aggregate.fn) {
    case 'only':
      return undefined
    case 'first':
    case 'last': {
      const domain = need(engine.domains, aggregate.source)
      const order = aggregate.order === undefined ? undefined : need(engine.columns, aggregate.order)
      const sign = aggregate.fn === 'first' ? -1 : 1
      return (row, other) => {
        const days = order === undefined ? 0 : compareAt(order, row, other)
        return (days !== 0 ? days : compareRows(engine, domain, row, other)) * sign > 0
      }
    }
    case 'min':
    case 'max': {
      const n = need(engine.columns, aggregate.value ?? '')
      const d = aggregate.denominator === undefined ? undefined : need(engine.columns, aggregate.denominator)
      const least = aggregate.fn === 'min'
      return (row, other) => {
        if (d === undefined) return least ? compareAt(n, row, other) < 0 : compareAt(n, row, other) > 0
        const left = integerAt(n, row) * integerAt(d, other)
        const right = integerAt(n, other) * integerAt(d, row)
        // Of equal fractions the one in smaller numbers, so that the parts agree whatever was read first.
        if (left === right) return compareAt(d, row, other) < 0
        return least ? left < right : left > right
      }
    }
    case 'nth':
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      throw new Error(`${aggregate.fn} chooses no row`)
    default:
      return unreachable(aggregate.fn)
  }
}

function compareAt(vector: Vector, row: number, other: number): number {
  const narrow = vector.is === 'code'
  const a = narrow ? (vector.values[row] ?? 0) : integerAt(vector, row)
  const b = narrow ? (vector.values[other] ?? 0) : integerAt(vector, other)
  return a < b ? -1 : a > b ? 1 : 0
}

function pickRows(vector: Vector, rows: Int32Array, states: Uint16Array | undefined): Vector {
  switch (vector.is) {
    case 'code':
      return { is: 'code', values: rows.map((row) => vector.values[row] ?? 0), states }
    case 'int':
      return {
        is: 'int',
        values: BigInt64Array.from(Array.from(rows), (row) => vector.values[row] ?? 0n),
        states,
      }
    case 'big':
      return { is: 'big', values: Array.from(rows, (row) => vector.values[row] ?? 0n), states }
    case 'text':
      return { is: 'text', values: Array.from(rows, (row) => vector.values[row] ?? ''), states }
  }
}
