import type { Type } from '../../plan/plan.ts'
import type { FlatTable } from './flat-table.ts'
import type { Host } from './host.ts'
import type { File, Registers } from './registers.ts'

/**
 * A decision as a flat program: whole numbers in an Int32Array, read one after the other by one loop (run-program.ts).
 * It works on registers. Each has a state, and its value stands in one of three files: plain numbers (integers that are
 * proved to be exact ones, codes, days, truths), BigInt where that is not proved, and texts (also the keys of rows).
 * Nothing is generated and evaluated, so that it runs under any content security policy.
 */
export type Program = Registers & {
  readonly code: Int32Array
  readonly tables: readonly FlatTable[]
  readonly hosts: readonly Host[]
  /** What decision tables give: constants, with the state of those that give none. */
  readonly poolNumbers: Float64Array
  readonly poolTexts: readonly string[]
  readonly poolStates: Int32Array
  /** States of class `missing`. */
  readonly missing: ReadonlySet<number>
  readonly results: readonly ProgramResult[]
}

export type ProgramResult = {
  readonly name: string
  readonly register: number
  readonly file: File
  readonly type: Type
  /** The denominator of a fraction. */
  readonly over?: { readonly register: number; readonly file: File }
}

/**
 * Every instruction: its number, with what follows it in the code. `to` is the register that is written; one that ends in
 * `Big` or `Text` works on that file.
 */
export const instruction = {
  /** Nothing follows; the program ends. */
  end: 0,
  /** to, from: the state as it is. */
  move: 1,
  moveBig: 2,
  moveText: 3,
  /** to, from: what is not applicable is held, since it is reckoned with. */
  use: 4,
  useBig: 5,
  useText: 6,
  /** to, a, b */
  add: 7,
  sub: 8,
  mul: 9,
  min: 10,
  max: 11,
  addBig: 12,
  subBig: 13,
  mulBig: 14,
  minBig: 15,
  maxBig: 16,
  /** to, a */
  neg: 17,
  abs: 18,
  sign: 19,
  negBig: 20,
  absBig: 21,
  /** to, a: a plain number. */
  signBig: 22,
  /** to, a, state */
  nonzero: 23,
  nonzeroBig: 24,
  /** to, a, b: the digits that are dropped are zeros; the state of `a` as it is. */
  drop: 25,
  dropBig: 26,
  /** to, a: from one file of numbers to the other, the state as it is. */
  widen: 27,
  narrow: 28,
  /** to, a, b, yes: `yes` where it holds, else 1 − yes. */
  less: 29,
  equal: 30,
  lessBig: 31,
  equalBig: 32,
  equalText: 33,
  /** to, a, b */
  and: 34,
  or: 35,
  /** to, a */
  not: 36,
  /** test, to, no, end: goes on when true, to `no` when false; a test that fails gives its state and goes to `end`. */
  when: 37,
  /** where */
  jump: 38,
  /** index, to, end, then a place for each value of the index; one that fails gives its state. */
  choose: 39,
  /** to, index, first in the pool */
  pick: 40,
  pickText: 41,
  /** a, where: goes on where `a` is missing, else jumps. */
  ifMissing: 42,
  /** to, a, what: 0 missing, 1 present, 2 applicable, 3 not applicable. */
  is: 43,
  /** to, state */
  fail: 44,
  /** to, table */
  table: 45,
  /** to, host, the file of the result: 0 number, 1 big, 2 text */
  host: 46,
  /** to, a, b: as many zeros more; the state of `a` as it is. */
  raise: 47,
  raiseBig: 48,
} as const
