import { power10 } from '../../base/decimal.ts'
import { unreachable } from '../../base/unreachable.ts'
import type { DecisionTable, Test, Type } from '../../plan/plan.ts'

/**
 * A decision table made ready: each input's values fall into a few classes between which no test of that input can
 * tell, and for each class stands the set of rows whose test holds, as bits. A row of data then costs one search per
 * input and one `and`, however many rows the table has.
 */
export type TableIndex = {
  /** 32-bit words in a set of rows. */
  readonly words: number
  readonly inputs: readonly InputIndex[]
}
export type InputIndex = {
  /** The set of class c stands at `c × words`. */
  readonly sets: Int32Array
  /** The rows that do not test this input: they hold also when it is unknown. */
  readonly untested: Int32Array
  readonly classes: Classes
}
export type Classes =
  /** Class 2i + 1 is bound i itself, 2i what lies below it and above the one before. */
  | { readonly is: 'numbers'; readonly bounds: readonly bigint[] }
  /** The class of a code is the code; the last class is for all others. */
  | { readonly is: 'codes'; readonly count: number }
  | { readonly is: 'texts'; readonly classOf: ReadonlyMap<string, number> }

/**
 * The index of a table, made once: explanations ask for it line by line. `scale`: the places to which each input's
 * integers are brought; never fewer than its type's.
 */
export function indexTable(table: DecisionTable, scales: readonly number[]): TableIndex {
  const known = indexes.get(table) ?? new Map<string, TableIndex>()
  indexes.set(table, known)
  const key = scales.join(' ')
  const index = known.get(key) ?? makeIndex(table, scales)
  known.set(key, index)
  return index
}

const indexes = new WeakMap<DecisionTable, Map<string, TableIndex>>()

function makeIndex(table: DecisionTable, scales: readonly number[]): TableIndex {
  const words = Math.max(1, Math.ceil(table.rows.length / 32))
  const inputs = table.inputs.map((input, i) => {
    const tests = table.rows.map((row) => row.tests[i] ?? { is: 'any' as const })
    const own = input.type.is === 'int' ? input.type.scale : 0
    return indexInput(input.type, tests, words, power10((scales[i] ?? own) - own))
  })
  return { words, inputs }
}

function indexInput(type: Type, tests: readonly Test[], words: number, factor: bigint): InputIndex {
  const classes = classesOf(type, tests, factor)
  const count = countOf(classes)
  const sets = new Int32Array(count * words)
  const untested = new Int32Array(words)
  for (const [row, test] of tests.entries()) {
    const bit = 1 << (row & 31)
    const word = row >> 5
    if (test.is === 'any') untested[word] = (untested[word] ?? 0) | bit
    for (let c = 0; c < count; c++)
      if (holds(test, type, classes, c, factor)) sets[c * words + word] = (sets[c * words + word] ?? 0) | bit
  }
  return { sets, untested, classes }
}

function isNumeric(type: Type): boolean {
  return type.is === 'int' || type.is === 'date' || type.is === 'time' || type.is === 'period'
}

function classesOf(type: Type, tests: readonly Test[], factor: bigint): Classes {
  if (isNumeric(type)) {
    const bounds = new Set(tests.flatMap(boundsIn).map((b) => b * factor))
    return { is: 'numbers', bounds: [...bounds].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) }
  }
  if (type.is === 'enum') return { is: 'codes', count: type.values.length }
  if (type.is === 'truth') return { is: 'codes', count: 2 }
  const texts = new Map<string, number>()
  for (const test of tests)
    if (test.is === 'in' || test.is === 'not-in')
      for (const value of test.values) if (!texts.has(String(value))) texts.set(String(value), texts.size)
  return { is: 'texts', classOf: texts }
}

function countOf(classes: Classes): number {
  switch (classes.is) {
    case 'numbers':
      return classes.bounds.length * 2 + 1
    case 'codes':
      return classes.count
    case 'texts':
      return classes.classOf.size + 1
    default:
      return unreachable(classes)
  }
}

function boundsIn(test: Test): bigint[] {
  switch (test.is) {
    case 'any':
      return []
    case 'in':
    case 'not-in':
      return test.values.map((v) => BigInt(v))
    case 'range':
      return test.ranges.flatMap((r) =>
        [r.low, r.high].flatMap((b) => (b === undefined ? [] : [BigInt(b.at)])),
      )
    default:
      return unreachable(test)
  }
}

/** Whether a test holds for the values of one class. */
function holds(test: Test, type: Type, classes: Classes, c: number, factor: bigint): boolean {
  switch (test.is) {
    case 'any':
      return true
    case 'in':
    case 'not-in': {
      const among = test.values.some((value) => classOfValue(value, type, classes, factor) === c)
      return among === (test.is === 'in')
    }
    case 'range': {
      const inside = test.ranges.some((range) => {
        const low = range.low && placeOf(classes, BigInt(range.low.at) * factor)
        const high = range.high && placeOf(classes, BigInt(range.high.at) * factor)
        const above = low === undefined || c > low || (c === low && range.low?.included === true)
        return above && (high === undefined || c < high || (c === high && range.high?.included === true))
      })
      return inside !== test.negated
    }
    default:
      return unreachable(test)
  }
}

function placeOf(classes: Classes, bound: bigint): number {
  return classes.is === 'numbers' ? classes.bounds.indexOf(bound) * 2 + 1 : -1
}

function classOfValue(value: string | boolean, type: Type, classes: Classes, factor: bigint): number {
  if (type.is === 'enum') return type.values.indexOf(String(value))
  if (type.is === 'truth') return value === true || value === 'true' ? 1 : 0
  if (classes.is === 'texts') return classes.classOf.get(String(value)) ?? -1
  return placeOf(classes, BigInt(value) * factor)
}

/** The class of the fraction `n / d`, by cross products. */
export function classOfNumber(bounds: readonly bigint[], n: bigint, d: bigint): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cross = (bounds[middle] ?? 0n) * d
    if (cross === n) return middle * 2 + 1
    if (cross < n) low = middle + 1
    else high = middle
  }
  return low * 2
}
