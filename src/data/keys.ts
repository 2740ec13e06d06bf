import { formatDay } from '../base/day.ts'
import { formatDecimal } from '../base/decimal.ts'
import { nearest } from '../base/nearest.ts'
import type { Field } from '../plan/plan.ts'
import { cellState } from '../plan/rows.ts'
import { type ByteIndex, byteIndex, findBytes, internBytes, textOf, textsOf } from './byte-index.ts'
import { readDate } from './cell-code.ts'
import { readNumber } from './cell-number.ts'
import { type Fault, fault, quoted } from './problem-log.ts'
import { placeOf, type RelationStore, reportCell } from './relation-store.ts'
import { type CodeStore, setState } from './store.ts'

/** The keys of a relation: which row each names. */
export type Keys = {
  readonly record: string
  readonly field: Field
  readonly index: ByteIndex
  /** By the number of the key's text: its row, `none` or `several`. */
  readonly rowOf: Int32Array
}

const none = -1
const several = -2

/** Numbers the keys, and marks every row of a key that names more than one. */
export function readKeys(target: RelationStore): Keys | undefined {
  const key = target.key
  if (!key) return undefined
  const { index, numbers } = canonicalTexts(key)
  const rowOf = new Int32Array(index.count).fill(none)
  if (numbers === undefined && key.states === undefined && eachItsOwn(key.ids, target.count, rowOf))
    return { record: target.relation.id, field: key.field, index, rowOf }
  const firstTwo = new Map<number, readonly [number, number]>()
  const states = key.states
  for (let row = 0; row < target.count; row++) {
    const id = key.ids[row] ?? 0
    if (id === 0 || (states && states[row] === cellState.bad)) continue
    const number = numbers ? (numbers[id] ?? 0) : id
    const before = rowOf[number] ?? none
    if (before === none) rowOf[number] = row
    else if (before !== several) {
      firstTwo.set(number, [before, row])
      rowOf[number] = several
    }
  }
  if (firstTwo.size > 0) reportDoubles(target, key, numbers, firstTwo)
  return { record: target.relation.id, field: key.field, index, rowOf }
}

/** Whether the keys are numbered as the rows are, as in a file of distinct keys; writes the rows as far as they are. */
function eachItsOwn(ids: Int32Array, count: number, rowOf: Int32Array): boolean {
  for (let row = 0; row < count; row++) {
    if (ids[row] !== row + 1) {
      rowOf.fill(none)
      return false
    }
    rowOf[row + 1] = row
  }
  return true
}

function reportDoubles(
  target: RelationStore,
  key: CodeStore,
  numbers: Int32Array | undefined,
  firstTwo: ReadonlyMap<number, readonly [number, number]>,
): void {
  const { relation, parts } = target
  const own = target.stores.get(key.field.id)
  for (let row = 0; row < target.count; row++) {
    const id = key.ids[row] ?? 0
    const pair = id === 0 ? undefined : firstTwo.get(numbers ? (numbers[id] ?? 0) : id)
    if (!pair || key.states?.[row] === cellState.bad) continue
    if (own) setState(own, row, cellState.bad)
    const other = placeOf(parts, pair[0] === row ? pair[1] : pair[0])
    const args = {
      record: relation.id,
      text: quoted(textOf(key.index, id)),
      other: `${other.file}:${other.line}`,
    }
    reportCell(target, fault('BY718', args), row, key.field.id)
  }
}

/** Numbers and dates have several spellings of one key; texts have one. */
function canonicalTexts(key: CodeStore): { index: ByteIndex; numbers: Int32Array | undefined } {
  const { type } = key.field
  if (type.is !== 'int' && type.is !== 'date') return { index: key.index, numbers: undefined }
  const index = byteIndex()
  const texts = textsOf(key.index)
  const numbers = new Int32Array(texts.length)
  for (const [id, text] of texts.entries()) {
    const bytes = encoder.encode(canonical(key.field, text))
    numbers[id] = internBytes(index, bytes, 0, bytes.length)
  }
  return { index, numbers }
}

const encoder = new TextEncoder()

function canonical(field: Field, text: string): string {
  const { type } = field
  if (type.is === 'int') {
    const reading = readNumber({ name: field.id, type, style: 'signed' }, text)
    return 'value' in reading ? formatDecimal(reading.value, type.scale) : text
  }
  if (type.is !== 'date') return text
  const reading = readDate(field.id, text)
  return 'value' in reading ? formatDay(reading.value) : text
}

/** Reads references by their text. Made once for each column, because suggestions are costly and so are counted. */
export function referenceReader(keys: Keys | undefined, record: string): (text: string) => Ref {
  let suggestions = 50
  const names = keys === undefined ? [] : keys.index.count <= 5000 ? textsOf(keys.index).slice(1) : []
  return (text) => {
    if (!keys) return { fault: fault('BY719', { record, text: quoted(text) }) }
    const bytes = encoder.encode(canonical(keys.field, text))
    const id = findBytes(keys.index, bytes, 0, bytes.length)
    const row = id <= 0 ? none : (keys.rowOf[id] ?? none)
    if (row >= 0) return { value: row }
    const args = { record, text: quoted(text) }
    if (row === several) return { fault: fault('BY721', args) }
    const suggestion = text.length <= 100 && suggestions-- > 0 ? nearest(text, names) : undefined
    return {
      fault:
        suggestion === undefined
          ? fault('BY719', args)
          : fault('BY720', { ...args, suggestion: quoted(suggestion) }),
    }
  }
}

type Ref = { readonly value: number } | { readonly fault: Fault }
