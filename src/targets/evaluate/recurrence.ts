import type { Column, Id, Plan } from '../../plan/plan.ts'
import { firstHeld, noBalance } from '../../plan/states.ts'
import { codeOfBalance, subjectKey } from './balance-code.ts'
import { compile } from './compile.ts'
import { rowOrder } from './earlier-row.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { formOf, typeRange } from './stored.ts'
import { integerAt, type Node, stateAt, type Vector } from './vector.ts'

/** The columns of each recurrence, in the order of the plan. */
export function recurrencesOf(plan: Plan): ReadonlyMap<Id, readonly Column[]> {
  const found = new Map<Id, Column[]>()
  for (const column of plan.columns) {
    if (column.recurrence === undefined) continue
    const known = found.get(column.recurrence)
    if (known) known.push(column)
    else found.set(column.recurrence, [column])
  }
  return found
}

/**
 * Works out columns that go on from period to period: row by row, since the periods of a subject stand one after
 * another, and of each row every column before the next row is begun.
 */
export function computeRecurrence(engine: Engine, columns: readonly Column[]): void {
  const [first] = columns
  if (!first) return
  const domain = need(engine.domains, first.grain)
  const growing = columns.map((column) => {
    const { vector, put } = growingVector(column, domain.count)
    // There before anything is compiled, so that the columns find one another.
    engine.columns.set(column.id, vector)
    return { column, put }
  })
  const steps = growing.map(({ column, put }) => ({
    column,
    node: compile(engine, domain, 1, column.expr),
    put,
  }))
  const closed = closedPeriods(engine, domain, first.recurrence ?? '')
  const order = rowOrder(engine, domain, columns)
  for (let i = 0; i < domain.count; i++) {
    const row = order?.[i] ?? i
    const isClosed = row % closed.width < closed.count
    for (const { column, node, put } of steps)
      put(row, isClosed ? broughtForward(engine, domain, row, column, node) : node.run(row, 1))
  }
}

/** The periods of a run that an earlier one has closed: the first `count` of each subject's `width`. */
export function closedPeriods(
  engine: Engine,
  { periods }: Domain,
  carrier: Id,
): { readonly count: number; readonly width: number } {
  const until = engine.opening.get(carrier)?.until
  const list = periods?.list ?? []
  const count = until === undefined ? 0 : list.filter((p) => p.end - 1 <= until).length
  return { count, width: Math.max(list.length, 1) }
}

/** Of a closed period only what was brought forward is known: its balance, and what its results remember. */
function broughtForward(engine: Engine, domain: Domain, row: number, column: Column, node: Node): Vector {
  const own = node.run(row, 1)
  const state = stateAt(own.states, 0)
  if (state > 0 && state < firstHeld) return own
  const opening = engine.opening.get(column.id)
  const list = domain.periods?.list ?? []
  const last = (list[row % list.length]?.end ?? 0) - 1
  const text = opening?.periods.get(last)?.get(subjectKey(engine, domain, row))
  const code = typeof text === 'string' ? codeOfBalance(text, column) : undefined
  return code === undefined
    ? { is: 'big', values: [0n], states: Uint16Array.of(noBalance) }
    : { is: 'big', values: [code], states: undefined }
}

/** Whether a value is no result of this run, but stood at the end of an earlier one. */
export function isBroughtForward(
  engine: Engine,
  domain: Domain,
  row: number,
  { id, grain }: Column,
): boolean {
  if (!engine.opening.has(id) || domain.grain.id !== grain) return false
  const { count, width } = closedPeriods(engine, domain, id)
  return row % width < count
}

type Growing = { readonly vector: Vector; readonly put: (row: number, block: Vector) => void }

/** Values that are read while they are still being written, and what writes the first of a block into a row of them. */
function growingVector({ id, type }: Column, count: number): Growing {
  const { min, max } = typeRange(type)
  const states = new Uint16Array(count)
  const writing = (write: (row: number, value: bigint) => void) => (row: number, block: Vector) => {
    const state = stateAt(block.states, 0)
    states[row] = state
    if (state !== 0) return
    const value = integerAt(block, 0)
    if (value < min || value > max) throw new Error(`${value} is outside the range of ${id}`)
    write(row, value)
  }
  const is = formOf(type)
  switch (is) {
    case 'code': {
      const values = new Int32Array(count)
      const put = writing((row, value) => {
        values[row] = Number(value)
      })
      return { vector: { is, values, states }, put }
    }
    case 'int': {
      const values = new BigInt64Array(count)
      const put = writing((row, value) => {
        values[row] = value
      })
      return { vector: { is, values, states }, put }
    }
    case 'big': {
      const values = new Array<bigint>(count).fill(0n)
      const put = writing((row, value) => {
        values[row] = value
      })
      return { vector: { is, values, states }, put }
    }
    case 'text':
      throw new Error('a text does not go on from period to period')
  }
}
