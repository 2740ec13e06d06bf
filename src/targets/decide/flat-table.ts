import type { DecisionTable } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { classOfNumber, type InputIndex, type TableIndex } from '../evaluate/table-index.ts'
import type { Registers } from './registers.ts'

/** A decision table in typed arrays: the classes of its inputs, and for each class the rows whose test holds, as bits. */
export type FlatTable = {
  readonly source: DecisionTable
  /** The register of the row that matches. */
  readonly to: number
  readonly inputs: number
  readonly words: number
  readonly registers: Int32Array
  /** How an input finds its class: see `inputKind`. */
  readonly kinds: Int32Array
  /** The bounds of input i: from `boundsAt[i]` to `boundsAt[i + 1]`. */
  readonly boundsAt: Int32Array
  readonly bounds: Float64Array
  /** Class c of input i has its rows at `setsAt[i] + c × words`. */
  readonly setsAt: Int32Array
  readonly sets: Int32Array
  readonly untested: Int32Array
  readonly details: readonly (TableDetail | undefined)[]
  readonly first: boolean
  readonly unique: boolean
  readonly rows: number
  readonly otherwise: boolean
  readonly uncovered: number
  readonly conflict: number
  /** The class of each input in the request at hand. */
  readonly classes: Int32Array
}
/** What an input needs that plain numbers cannot say. */
export type TableDetail = {
  readonly bounds: readonly bigint[]
  /** The register of the denominator, or −1. */
  readonly over: number
  readonly classOf: ReadonlyMap<string, number>
}

export const inputKind = { code: 0, number: 1, text: 2, big: 3 } as const

export type FlatInput = {
  readonly register: number
  readonly kind: number
  readonly index: InputIndex
  readonly over: number
}

export function flatTable(
  table: DecisionTable,
  to: number,
  index: TableIndex,
  inputs: readonly FlatInput[],
): FlatTable {
  const boundsAt: number[] = [0]
  const bounds: number[] = []
  const setsAt: number[] = []
  const sets: number[] = []
  const untested: number[] = []
  const details = inputs.map((input): TableDetail | undefined => {
    const { classes } = input.index
    if (input.kind === inputKind.number && classes.is === 'numbers')
      for (const bound of classes.bounds) bounds.push(Number(bound))
    boundsAt.push(bounds.length)
    setsAt.push(sets.length)
    for (const word of input.index.sets) sets.push(word)
    for (const word of input.index.untested) untested.push(word)
    if (input.kind === inputKind.code || input.kind === inputKind.number) return undefined
    return {
      bounds: classes.is === 'numbers' ? classes.bounds : [],
      over: input.over,
      classOf: classes.is === 'texts' ? classes.classOf : new Map(),
    }
  })
  return {
    source: table,
    to,
    inputs: inputs.length,
    words: index.words,
    registers: Int32Array.from(inputs, (input) => input.register),
    kinds: Int32Array.from(inputs, (input) => input.kind),
    boundsAt: Int32Array.from(boundsAt),
    bounds: Float64Array.from(bounds),
    setsAt: Int32Array.from(setsAt),
    sets: Int32Array.from(sets),
    untested: Int32Array.from(untested),
    details,
    first: table.hit === 'first',
    unique: table.hit === 'unique',
    rows: table.rows.length,
    otherwise: table.otherwise !== undefined,
    uncovered: table.uncovered,
    conflict: table.conflict,
    classes: new Int32Array(inputs.length),
  }
}

/** Puts the row that matches into a register: `rows` for `otherwise`. */
export function matchTable(table: FlatTable, registers: Registers): void {
  const { to, inputs, words, sets, setsAt, classes } = table
  const { states, numbers } = registers
  let open = false
  for (let i = 0; i < inputs; i++) {
    const register = table.registers[i] as number
    if (states[register] !== 0) open = true
    else classes[i] = classAt(table, i, register, registers)
  }
  const over = openOver(table, states)
  if (open || over) {
    matchOpen(table, states, numbers)
    return
  }
  for (let word = 0; word < words; word++) {
    let bits = -1
    for (let i = 0; i < inputs; i++)
      bits &= sets[(setsAt[i] as number) + (classes[i] as number) * words + word] as number
    if (words * 32 !== table.rows && word === words - 1) bits &= lastWord(table.rows)
    if (bits === 0) continue
    states[to] = table.unique && isSecond(table, bits, word) ? table.conflict : 0
    numbers[to] = word * 32 + 31 - Math.clz32(bits & -bits)
    return
  }
  states[to] = table.otherwise ? 0 : table.uncovered
  numbers[to] = table.otherwise ? table.rows : 0
}

/** The rows that the last word of a set has. */
function lastWord(rows: number): number {
  const rest = rows & 31
  return rest === 0 ? -1 : (1 << rest) - 1
}

function isSecond(table: FlatTable, bits: number, word: number): boolean {
  if ((bits & (bits - 1)) !== 0) return true
  const { inputs, words, sets, setsAt, classes } = table
  for (let next = word + 1; next < words; next++) {
    let more = next === words - 1 ? lastWord(table.rows) : -1
    for (let i = 0; i < inputs; i++)
      more &= sets[(setsAt[i] as number) + (classes[i] as number) * words + next] as number
    if (more !== 0) return true
  }
  return false
}

function classAt(table: FlatTable, i: number, register: number, registers: Registers): number {
  const kind = table.kinds[i]
  if (kind === 0) return registers.numbers[register] as number
  if (kind === 1) {
    const value = registers.numbers[register] as number
    const { bounds } = table
    const from = table.boundsAt[i] as number
    let low = from
    let high = table.boundsAt[i + 1] as number
    while (low < high) {
      const middle = (low + high) >> 1
      const bound = bounds[middle] as number
      if (bound === value) return (middle - from) * 2 + 1
      if (bound < value) low = middle + 1
      else high = middle
    }
    return (low - from) * 2
  }
  const detail = table.details[i]
  if (detail === undefined) return 0
  if (kind === 2) return detail.classOf.get(registers.texts[register] ?? '') ?? detail.classOf.size
  const d = detail.over < 0 ? 1n : (registers.bigs[detail.over] ?? 1n)
  return classOfNumber(detail.bounds, registers.bigs[register] ?? 0n, d)
}

/** Whether a denominator is not known. */
function openOver(table: FlatTable, states: Int32Array): boolean {
  for (const detail of table.details)
    if (detail !== undefined && detail.over >= 0 && states[detail.over] !== 0) return true
  return false
}

/**
 * Inputs unknown among them: a row whose known tests hold and whose unknown ones might is a match that may be; `unique`
 * is held by any such row, `first` by one that stands before the first sure match.
 */
function matchOpen(table: FlatTable, states: Int32Array, numbers: Float64Array): void {
  const { to } = table
  let sure = -1
  let second = false
  let held = 0
  for (let row = 0; row < table.rows; row++) {
    const open = openness(table, states, row)
    if (open < 0) continue
    if (open > 0) {
      if (!table.first || sure < 0) held = Math.max(held, open)
    } else if (sure < 0) sure = row
    else second = table.unique
    if (table.first && sure >= 0) break
  }
  numbers[to] = held === 0 && !second && sure >= 0 ? sure : table.rows
  if (held !== 0) states[to] = second ? Math.max(held, table.conflict) : held
  else if (second) states[to] = table.conflict
  else states[to] = sure >= 0 || table.otherwise ? 0 : table.uncovered
}

/** −1 where a known test of the row fails, else the largest state of those that are not known, 0 where all are. */
function openness(table: FlatTable, states: Int32Array, row: number): number {
  let open = 0
  for (let i = 0; i < table.inputs; i++) {
    const over = table.details[i]?.over ?? -1
    const state = Math.max(
      used(states[table.registers[i] as number] as number),
      over < 0 ? 0 : used(states[over] as number),
    )
    if (state === 0) {
      const at = (table.setsAt[i] as number) + (table.classes[i] as number) * table.words
      if (!has(table.sets, at, row)) return -1
    } else if (!has(table.untested, i * table.words, row)) open = Math.max(open, state)
  }
  return open
}

function has(sets: Int32Array, at: number, row: number): boolean {
  return ((((sets[at + (row >> 5)] as number) >>> (row & 31)) & 1) as number) === 1
}

/** The first input whose cell does not hold in a row; −1 where all do, or are not known. */
export function failingInput(table: FlatTable, known: readonly boolean[], row: number): number {
  const { classes } = table
  for (let i = 0; i < table.inputs; i++) {
    const at = (table.setsAt[i] as number) + (classes[i] as number) * table.words
    if (known[i] === true && !has(table.sets, at, row)) return i
  }
  return -1
}
