import { firstHeld, used } from '../../plan/states.ts'

/**
 * A block of values of one expression. A state says whether there is a value: 0 present, 1 to 9999 not applicable,
 * `firstHeld` and more held; no states at all: all present. Values stand as integers in the narrowest form that their
 * proved range allows (32 bits, 64 bits, or any number of them), so that a million rows are added in the time of a few
 * array reads.
 */
export type States = Uint16Array | undefined
export type CodeVector = { readonly is: 'code'; readonly values: Int32Array; readonly states: States }
export type IntVector = { readonly is: 'int'; readonly values: BigInt64Array; readonly states: States }
export type BigVector = { readonly is: 'big'; readonly values: readonly bigint[]; readonly states: States }
export type TextVector = {
  readonly is: 'text'
  readonly values: readonly string[]
  /** One of `values` without making all of them. */
  readonly at?: (row: number) => string
  readonly states: States
}
export type Vector = CodeVector | IntVector | BigVector | TextVector

/** What a number can be: both ends included. */
export type Range = { readonly min: bigint; readonly max: bigint }

/** A compiled expression: `run` gives its values for `count` rows from `from` on; the block is reused by the next run. */
type Run<V> = (from: number, count: number) => V
export type CodeNode = { readonly is: 'code'; readonly run: Run<CodeVector> } & Known<CodeVector>
export type IntNode = { readonly is: 'int'; readonly run: Run<IntVector> } & Known<IntVector>
export type BigNode = { readonly is: 'big'; readonly run: Run<BigVector> } & Known<BigVector>
export type TextNode = { readonly is: 'text'; readonly run: Run<TextVector>; readonly whole?: TextVector }
export type Node = CodeNode | IntNode | BigNode | TextNode

/** What is known of a node before it runs. */
type Known<V> = {
  readonly range: Range
  /** The same code in every row, always present. */
  readonly constant?: number
  /** The values of all rows, where they stand there already: such a column is kept without a copy. */
  readonly whole?: V
}

export function isNotApplicable(state: number): boolean {
  return state > 0 && state < firstHeld
}

const min64 = -(2n ** 63n)
const max64 = 2n ** 63n - 1n

export function fits64(range: Range): boolean {
  return range.min >= min64 && range.max <= max64
}

export const codeRange: Range = { min: -(2n ** 31n), max: 2n ** 31n - 1n }

export function fitsCode(range: Range): boolean {
  return range.min >= codeRange.min && range.max <= codeRange.max
}

/** The states of an operation over operands with these: the largest of each row. */
export function usedStates(out: Uint16Array, count: number, ...operands: readonly States[]): States {
  return largestStates(out, count, operands, used)
}

/** The states of a value that is only laid out anew, from its parts: what is not applicable stays so. */
export function keptStates(out: Uint16Array, count: number, ...parts: readonly States[]): States {
  return largestStates(out, count, parts, asItIs)
}

function largestStates(
  out: Uint16Array,
  count: number,
  operands: readonly States[],
  as: (state: number) => number,
): States {
  let any = false
  for (const states of operands) {
    if (states === undefined) continue
    if (!any) out.fill(0, 0, count)
    any = true
    for (let i = 0; i < count; i++) {
      const state = as(states[i] ?? 0)
      if (state > (out[i] ?? 0)) out[i] = state
    }
  }
  return any ? out : undefined
}

export function asItIs(state: number): number {
  return state
}

/** The state of one row of a vector. */
export function stateAt(states: States, row: number): number {
  return states === undefined ? 0 : (states[row] ?? 0)
}

/** A number of a vector as it stands, codes included. A text has none. */
export function integerAt(vector: Vector, row: number): bigint {
  return vector.is === 'text' ? 0n : BigInt(vector.values[row] ?? 0)
}
