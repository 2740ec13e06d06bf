import { type FlatTable, inputKind } from './flat-table.ts'
import { quickWords } from './quick-words.ts'
import { type Shape, type Slot, slotKind } from './shape.ts'

/** How each field of a record is read and asked in one step; see `quickRow`, which reads this. */
export type QuickFields = {
  readonly places: ReadonlyMap<string, number>
  /** Of each field `stride` integers: its way, where its cells begin, its scale; of words where they begin and how they are kept apart. */
  readonly code: Int32Array
  /** Of each field `stride` numbers: factor, least, most; the step between bounds, the least and the most number of steps. */
  readonly limits: Float64Array
  /** Two words of bits a cell: the rows whose test holds there. */
  readonly cells: Int32Array
  readonly words: readonly string[]
}

export const stride = 8
const way = { none: -1, unread: 0, number: 1, word: 2, truth: 3, date: 4 } as const

/** Undefined where an input of the table cannot be asked so. */
export function quickFields(table: FlatTable, shape: Shape): QuickFields | undefined {
  const count = shape.slots.size
  const code = new Int32Array(count * stride)
  const limits = new Float64Array(count * stride)
  const cells: number[] = []
  const words: string[] = []
  const places = new Map<string, number>()
  let asked = 0
  for (const slot of shape.slots.values()) {
    const base = places.size * stride
    places.set(slot.name, places.size)
    const input = table.registers.indexOf(slot.register)
    if (input >= 0) asked++
    code[base] = wayOf(slot, input >= 0)
    code[base + 1] = cells.length
    switch (code[base]) {
      case way.number:
      case way.date: {
        const grid = input < 0 ? emptyGrid : gridOf(table, input)
        if (grid === undefined) return undefined
        code[base + 2] = slot.scale
        limits.set([slot.factor, slot.min, slot.max, grid.step, grid.low, grid.high], base)
        code[base + 1] = cells.length - grid.first * 2
        for (const found of grid.classes) cells.push(...rowsOf(table, input, found))
        break
      }
      case way.word: {
        const found = quickWords(slot.words)
        if (found === undefined) {
          code[base] = way.none
          break
        }
        code.set([words.length, found.position, found.multiplier, found.mask], base + 2)
        words.push(...found.words)
        for (const own of found.codes) cells.push(...rowsOf(table, input, own))
        break
      }
      case way.truth:
        cells.push(...rowsOf(table, input, 0), ...rowsOf(table, input, 1))
    }
    if (input >= 0 && code[base] === way.none) return undefined
  }
  // An input that is worked out is no field.
  if (asked < table.inputs) return undefined
  return { places, code, limits, cells: Int32Array.from(cells), words }
}

function wayOf(slot: Slot, asked: boolean): number {
  switch (slot.kind) {
    case slotKind.text:
      return slot.isRead || asked ? way.none : way.unread
    case slotKind.number:
      return slot.bare ? way.number : way.none
    case slotKind.enum:
      return slot.words.length > 0 ? way.word : way.none
    case slotKind.truth:
      return way.truth
    case slotKind.date:
      return way.date
    default:
      return way.none
  }
}

/** The rows whose test a class passes; all, where the field is not asked for. */
function rowsOf(table: FlatTable, input: number, found: number): readonly [number, number] {
  if (input < 0 || found < 0) return [-1, -1]
  const at = (table.setsAt[input] as number) + found * table.words
  return [table.sets[at] as number, table.words === 2 ? (table.sets[at + 1] as number) : 0]
}

/**
 * The bounds of an input stand on a grid. A value of q steps has place ⌊q⌋ + ⌈q⌉: an even one on the grid, an odd one
 * between, and all values of one place have one class. The quotient of two such integers is never rounded across a step.
 */
type Grid = {
  readonly step: number
  readonly low: number
  readonly high: number
  /** The lowest place, and the class of each from there. */
  readonly first: number
  readonly classes: readonly number[]
}

const emptyGrid: Grid = { step: 1, low: 0, high: 0, first: 0, classes: [-1] }
const mostSteps = 2_000

function gridOf(table: FlatTable, input: number): Grid | undefined {
  if (table.kinds[input] !== inputKind.number) return undefined
  const bounds = [...table.bounds.slice(table.boundsAt[input], table.boundsAt[input + 1])]
  const [lowest, highest] = [bounds[0], bounds.at(-1)]
  if (lowest === undefined || highest === undefined)
    return { step: 1, low: 0, high: 0, first: 0, classes: [0] }
  const step = bounds.reduce(greatestDivisor, 0) || 1
  if ((highest - lowest) / step > mostSteps) return undefined
  const first = (lowest / step) * 2 - 1
  const last = (highest / step) * 2 + 1
  const classes: number[] = []
  for (let place = first; place <= last; place++) {
    const value = (place / 2) * step
    const below = bounds.filter((bound) => bound < value).length
    classes.push(below * 2 + (bounds[below] === value ? 1 : 0))
  }
  return { step, low: first / 2, high: last / 2, first, classes }
}

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
