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
  /** Where the rows of these classes stand among the sets. */
  readonly places: Int32Array
  /** Of each input of numbers: its lowest bound, how many buckets one is wide, and the first bound of each bucket. */
  readonly lowest: Float64Array
  readonly widths: Float64Array
  readonly starts: Int32Array
  /** Whether an input is a fraction. */
  readonly overs: boolean
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
    places: new Int32Array(inputs.length),
    overs: inputs.some((input) => input.over >= 0),
    ...bucketsOf(boundsAt, bounds),
  }
}

function bucketsOf(
  boundsAt: readonly number[],
  bounds: readonly number[],
): Pick<FlatTable, 'lowest' | 'widths' | 'starts'> {
  const inputs = boundsAt.length - 1
  const lowest = new Float64Array(inputs)
  const widths = new Float64Array(inputs)
  const starts = new Int32Array(inputs * buckets)
  for (let i = 0; i < inputs; i++) {
    const from = boundsAt[i] ?? 0
    const own = bounds.slice(from, boundsAt[i + 1])
    const first = own[0] ?? 0
    const span = (own.at(-1) ?? 0) - first
    lowest[i] = first
    widths[i] = span > 0 ? (buckets - 2) / span : 0
    for (let b = 0; b < buckets; b++)
      starts[i * buckets + b] =
        from + own.filter((bound) => bucketOf(bound, first, widths[i] ?? 0) < b).length
  }
  return { lowest, widths, starts }
}

/** Puts the row that matches into a register: `rows` for `otherwise`. */
export function matchTable(table: FlatTable, registers: Registers): void {
  if (table.words > 2 || table.inputs === 0) {
    matchLarge(table, registers)
    return
  }
  const { to, inputs, words, sets, setsAt, kinds } = table
  const { states, numbers } = registers
  let low = -1
  let high = words === 2 ? -1 : 0
  let open = 0
  for (let i = 0; i < inputs; i++) {
    const register = table.registers[i] as number
    open |= states[register] as number
    const kind = kinds[i] as number
    const found =
      kind === 1
        ? numberClass(table, i, numbers[register] as number)
        : kind === 0
          ? (numbers[register] as number) | 0
          : classAt(table, i, register, registers)
    const place = (setsAt[i] as number) + found * words
    low &= sets[place] as number
    if (words === 2) high &= sets[place + 1] as number
  }
  if (open !== 0 || (table.overs && openOver(table, states))) {
    matchOpen(table, registers)
    return
  }
  const bits = low !== 0 ? low : high
  if (bits === 0) {
    states[to] = table.otherwise ? 0 : table.uncovered
    numbers[to] = table.otherwise ? table.rows : 0
    return
  }
  const second = (bits & (bits - 1)) !== 0 || (low !== 0 && high !== 0)
  states[to] = table.unique && second ? table.conflict : 0
  numbers[to] = (low !== 0 ? 31 : 63) - Math.clz32(bits & -bits)
}

/** A table of more than 64 rows, or one that asks nothing. */
function matchLarge(table: FlatTable, registers: Registers): void {
  const { to, inputs, words, sets, places } = table
  const { states, numbers } = registers
  let open = openOver(table, states)
  for (let i = 0; i < inputs; i++) if (states[table.registers[i] as number] !== 0) open = true
  classify(table, registers)
  if (open) {
    matchOpen(table, registers)
    return
  }
  for (let word = 0; word < words; word++) {
    let bits = inputs === 0 ? firstRows(table.rows, word) : -1
    for (let i = 0; i < inputs; i++) bits &= sets[(places[i] as number) + word] as number
    if (bits === 0) continue
    states[to] = table.unique && isSecond(table, bits, word) ? table.conflict : 0
    numbers[to] = word * 32 + 31 - Math.clz32(bits & -bits)
    return
  }
  states[to] = table.otherwise ? 0 : table.uncovered
  numbers[to] = table.otherwise ? table.rows : 0
}

/** The class of each input that is known, and where its rows stand. */
function classify(table: FlatTable, registers: Registers): void {
  for (let i = 0; i < table.inputs; i++) {
    const register = table.registers[i] as number
    if (registers.states[register] !== 0) continue
    const kind = table.kinds[i]
    const number = registers.numbers[register] as number
    const found =
      kind === 0
        ? number | 0
        : kind === 1
          ? numberClass(table, i, number)
          : classAt(table, i, register, registers)
    table.classes[i] = found
    table.places[i] = (table.setsAt[i] as number) + found * table.words
  }
}

/** All rows of one word: of a table that asks nothing. */
function firstRows(rows: number, word: number): number {
  const rest = rows - word * 32
  return rest >= 32 ? -1 : (1 << rest) - 1
}

/**
 * The class of a number: its bucket says how many bounds surely lie below it, and mostly none or one more does. Which
 * bucket a number falls in never falls as numbers rise, so that no bound is passed over, however it is rounded.
 */
function numberClass(table: FlatTable, i: number, value: number): number {
  const { bounds, boundsAt, starts } = table
  let at = starts[
    i * buckets + bucketOf(value, table.lowest[i] as number, table.widths[i] as number)
  ] as number
  const until = boundsAt[i + 1] as number
  while (at < until && (bounds[at] as number) < value) at++
  return (at - (boundsAt[i] as number)) * 2 + (at < until && bounds[at] === value ? 1 : 0)
}

const buckets = 64

function bucketOf(value: number, lowest: number, width: number): number {
  const place = (value - lowest) * width
  return place <= 0 ? 0 : place >= buckets - 1 ? buckets - 1 : Math.floor(place)
}

function isSecond(table: FlatTable, bits: number, word: number): boolean {
  if ((bits & (bits - 1)) !== 0) return true
  const { inputs, words, sets, places } = table
  for (let next = word + 1; next < words; next++) {
    let more = inputs === 0 ? firstRows(table.rows, next) : -1
    for (let i = 0; i < inputs; i++) more &= sets[(places[i] as number) + next] as number
    if (more !== 0) return true
  }
  return false
}

function classAt(table: FlatTable, i: number, register: number, registers: Registers): number {
  const detail = table.details[i]
  if (detail === undefined) return 0
  if (table.kinds[i] === 2) return detail.classOf.get(registers.texts[register] ?? '') ?? detail.classOf.size
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
function matchOpen(table: FlatTable, registers: Registers): void {
  const { to } = table
  const { states, numbers } = registers
  classify(table, registers)
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

/** For each row the first input whose cell does not hold; −1 where all do, or are not known. */
export function failingInputs(table: FlatTable, registers: Registers): readonly number[] {
  const { states } = registers
  classify(table, registers)
  const failing = new Array<number>(table.rows).fill(-1)
  for (let row = 0; row < table.rows; row++)
    for (let i = 0; i < table.inputs; i++) {
      const over = table.details[i]?.over ?? -1
      if (states[table.registers[i] as number] !== 0 || (over >= 0 && states[over] !== 0)) continue
      if (has(table.sets, table.places[i] as number, row)) continue
      failing[row] = i
      break
    }
  return failing
}
