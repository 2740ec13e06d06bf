import type { Range } from '../evaluate/vector.ts'
import type { FlatTable } from './flat-table.ts'
import type { Host } from './host.ts'
import { instruction } from './program.ts'
import type { File } from './registers.ts'
import { exact } from './shape.ts'

/** A register with what is known of its value. */
export type Reg = { readonly register: number; readonly file: File; readonly range: Range }

/** A program while it is put together: registers are given out, constants kept once, code appended. */
export type Assembler = {
  readonly code: number[]
  readonly tables: FlatTable[]
  readonly hosts: Host[]
  readonly pool: { readonly number: number; readonly text: string; readonly state: number }[]
  readonly constants: ReadonlyMap<string, { readonly reg: Reg; readonly value: bigint | string }>
  readonly registers: () => number
  readonly fresh: (file: File, range: Range) => Reg
  readonly integer: (value: bigint) => Reg
  readonly text: (value: string) => Reg
  readonly emit: (...words: readonly number[]) => void
  readonly toBig: (reg: Reg) => Reg
  /** The same value in another file. */
  readonly as: (file: File, reg: Reg) => Reg
  readonly label: () => Label
  readonly place: (label: Label) => void
  /** The code that something appends, taken out again: to be put where it belongs once more is known. */
  readonly capture: (write: () => Reg) => Captured
  readonly append: (captured: Captured) => void
  /** Puts the places of the labels into the code. */
  readonly finish: () => Int32Array
}
/** A place in the code that is not known yet: as a word it is below 0, as no other word is. */
export type Label = number
export type Captured = {
  readonly reg: Reg
  readonly words: readonly number[]
  /** The labels that were made meanwhile: their places count from the first of the words. */
  readonly labels: { readonly from: number; readonly until: number }
}

export const codeRange: Range = { min: -(2n ** 31n), max: 2n ** 31n - 1n }

export function isExact({ min, max }: Range): boolean {
  return min >= -BigInt(exact) && max <= BigInt(exact)
}

function fileFor(range: Range): File {
  return isExact(range) ? 'number' : 'big'
}

/** `first`: the registers before it are given out already. */
export function newAssembler(first: number): Assembler {
  const code: number[] = []
  const places: number[] = []
  const constants = new Map<string, { reg: Reg; value: bigint | string }>()
  let count = first
  const fresh = (file: File, range: Range): Reg => ({ register: count++, file, range })
  const constant = (key: string, reg: () => Reg, value: bigint | string): Reg => {
    const known = constants.get(key)
    if (known) return known.reg
    const made = { reg: reg(), value }
    constants.set(key, made)
    return made.reg
  }
  const as = (file: File, reg: Reg): Reg => {
    if (reg.file === file) return reg
    if (file === 'text' || reg.file === 'text') throw new Error('a text where a number must stand')
    const to = fresh(file, reg.range)
    const by = file === 'big' ? instruction.widen : instruction.narrow
    code.push(by, to.register, reg.register)
    return to
  }
  const move = ({ from, until }: Captured['labels'], by: number): void => {
    for (let i = from; i < until; i++) places[i] = (places[i] ?? 0) + by
  }
  return {
    code,
    tables: [],
    hosts: [],
    pool: [],
    constants,
    registers: () => count,
    fresh,
    integer: (value) => {
      const range = { min: value, max: value }
      return constant(`${value}`, () => fresh(fileFor(range), range), value)
    },
    text: (value) => constant(`"${value}`, () => fresh('text', codeRange), value),
    emit: (...words) => void code.push(...words),
    toBig: (reg) => as('big', reg),
    as,
    label: () => {
      places.push(-1)
      return -places.length
    },
    place: (label) => {
      places[-1 - label] = code.length
    },
    capture: (write) => {
      const start = code.length
      const from = places.length
      const reg = write()
      const labels = { from, until: places.length }
      move(labels, -start)
      return { reg, words: code.splice(start), labels }
    },
    append: ({ words, labels }) => {
      move(labels, code.length)
      for (const word of words) code.push(word)
    },
    finish: () => Int32Array.from(code, (word) => (word < 0 ? (places[-1 - word] ?? 0) : word)),
  }
}
