import { type FlatTable, inputKind } from './flat-table.ts'
import { type QuickGrid, quickGrid } from './quick-grid.ts'
import { type QuickWords, quickWords } from './quick-words.ts'
import { type Shape, type Slot, slotKind } from './shape.ts'

/** How one field is read and asked in one step; see `quickRow`, which reads this. All have the same properties, in one order. */
export type QuickField = {
  /** Its name as the requests have it: the very same string is compared at once. */
  key: string
  readonly way: number
  readonly asked: boolean
  /** Where its cells begin. */
  readonly cell: number
  /** Of a number: `10^scale`, and the least and the largest integer. */
  readonly scale: number
  readonly factor: number
  readonly least: number
  readonly most: number
  /** Of its grid, see `QuickGrid`. */
  readonly perStep: number
  readonly low: number
  readonly high: number
  /** Of words, see `QuickWords`. */
  readonly words: readonly string[]
  readonly position: number
  readonly multiplier: number
  readonly mask: number
  /** The one that the requests have after it; undefined after the last. */
  next: QuickField | undefined
}

const way = { unread: 0, number: 1, word: 2, truth: 3, date: 4 } as const

export type QuickFields = {
  readonly fields: ReadonlyMap<string, QuickField>
  /** Two words of bits a cell: the rows whose test holds there. */
  readonly cells: Int32Array
}

/** Undefined where an input of the table cannot be asked so. */
export function quickFields(table: FlatTable, shape: Shape): QuickFields | undefined {
  const cells: number[] = []
  const fields = new Map<string, QuickField>()
  let asked = 0
  for (const slot of shape.slots.values()) {
    const input = table.registers.indexOf(slot.register)
    const found = fieldOf(table, slot, input, cells)
    if (found !== undefined) fields.set(slot.name, found)
    else if (input >= 0) return undefined
    if (input >= 0) asked++
  }
  // An input that is worked out is no field.
  return asked < table.inputs ? undefined : { fields, cells: Int32Array.from(cells) }
}

function fieldOf(table: FlatTable, slot: Slot, input: number, cells: number[]): QuickField | undefined {
  const at = cells.length
  const push = (classes: Iterable<number>) => {
    for (const found of classes) cells.push(...rowsOf(table, input, found))
  }
  switch (slot.kind) {
    case slotKind.text:
      return slot.isRead || input >= 0 ? undefined : newField(slot, way.unread, input, at, noGrid, noWords)
    case slotKind.truth:
      push([0, 1])
      return newField(slot, way.truth, input, at, noGrid, noWords)
    case slotKind.enum: {
      const words = slot.words.length === 0 ? undefined : quickWords(slot.words)
      if (words === undefined) return undefined
      push(words.codes)
      return newField(slot, way.word, input, at, noGrid, words)
    }
    case slotKind.number:
    case slotKind.date: {
      if (slot.kind === slotKind.number && !slot.bare) return undefined
      if (input >= 0 && table.kinds[input] !== inputKind.number) return undefined
      const bounds =
        input < 0 ? [] : [...table.bounds.slice(table.boundsAt[input], table.boundsAt[input + 1])]
      const grid = quickGrid(bounds)
      if (grid === undefined) return undefined
      push(grid.classes)
      const how = slot.kind === slotKind.date ? way.date : way.number
      return newField(slot, how, input, at - grid.first * 2, grid, noWords)
    }
    default:
      return undefined
  }
}

/** Up to here `nearestInteger` is exact; what is larger is read the general way. */
const mostQuick = 2 ** 51 - 1

const noGrid: QuickGrid = { perStep: 1, low: 0, high: 0, first: 0, classes: [] }
const noWords: QuickWords = { words: [], codes: new Int32Array(), position: 0, multiplier: 0, mask: 0 }

function newField(
  slot: Slot,
  how: number,
  input: number,
  cell: number,
  { perStep, low, high }: QuickGrid,
  { words, position, multiplier, mask }: QuickWords,
): QuickField {
  return {
    key: slot.name,
    way: how,
    asked: input >= 0,
    cell,
    scale: slot.scale,
    factor: slot.factor,
    least: Math.max(slot.min, -mostQuick),
    most: Math.min(slot.max, mostQuick),
    perStep,
    low,
    high,
    words,
    position,
    multiplier,
    mask,
    next: undefined,
  }
}

/** The rows whose test a class passes; all, where the field is not asked for. */
function rowsOf(table: FlatTable, input: number, found: number): readonly [number, number] {
  if (input < 0 || found < 0) return [-1, -1]
  const at = (table.setsAt[input] as number) + found * table.words
  return [table.sets[at] as number, table.words === 2 ? (table.sets[at + 1] as number) : 0]
}
