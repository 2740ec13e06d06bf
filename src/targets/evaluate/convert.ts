import type { BigNode, CodeNode, IntNode, Node, TextNode } from './vector.ts'
import { codeRange } from './vector.ts'

// One form of number as another. Going to a narrower form is right only where the range is proved.

export function toInt(node: Node, capacity: number): IntNode {
  switch (node.is) {
    case 'int':
      return node
    case 'code': {
      const values = new BigInt64Array(capacity)
      if (node.constant !== undefined) {
        values.fill(BigInt(node.constant))
        return { is: 'int', range: node.range, run: () => ({ is: 'int', values, states: undefined }) }
      }
      return {
        is: 'int',
        range: node.range,
        run: (from, count) => {
          const block = node.run(from, count)
          widen(block.values, values, count)
          return { is: 'int', values, states: block.states }
        },
      }
    }
    case 'big': {
      const values = new BigInt64Array(capacity)
      return {
        is: 'int',
        range: node.range,
        run: (from, count) => {
          const block = node.run(from, count)
          for (let i = 0; i < count; i++) values[i] = block.values[i] ?? 0n
          return { is: 'int', values, states: block.states }
        },
      }
    }
    case 'text':
      throw new Error('a text where a number must stand')
  }
}

/** Codes as words. */
export function widen(from: Int32Array, to: BigInt64Array, count: number): void {
  for (let i = 0; i < count; i++) to[i] = BigInt(from[i] ?? 0)
}

export function toBig(node: Node, capacity: number): BigNode {
  if (node.is === 'big') return node
  if (node.is === 'text') throw new Error('a text where a number must stand')
  const values: bigint[] = new Array<bigint>(capacity).fill(0n)
  return {
    is: 'big',
    range: node.range,
    run: (from, count) => {
      const block = node.run(from, count)
      for (let i = 0; i < count; i++) values[i] = BigInt(block.values[i] ?? 0)
      return { is: 'big', values, states: block.states }
    },
  }
}

export function toCode(node: Node, capacity: number): CodeNode {
  if (node.is === 'code') return node
  if (node.is === 'text') throw new Error('a text where a code must stand')
  const values = new Int32Array(capacity)
  return {
    is: 'code',
    range: codeRange,
    run: (from, count) => {
      const block = node.run(from, count)
      if (block.is === 'int') narrow(block.values, values, count)
      else for (let i = 0; i < count; i++) values[i] = Number(block.values[i] ?? 0n)
      return { is: 'code', values, states: block.states }
    },
  }
}

/** The codes of words that are proved to be codes. */
export function narrow(from: BigInt64Array, to: Int32Array, count: number): void {
  const halves = new Int32Array(from.buffer, from.byteOffset, count * 2)
  for (let i = 0; i < count; i++) to[i] = halves[i * 2 + lowerHalf] ?? 0
}

/** Which half of a word in memory is the lower one. */
const lowerHalf = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1

/** Only `fail` is a code where a text must stand: it has no value to show. */
export function toText(node: Node, capacity: number): TextNode {
  if (node.is === 'text') return node
  const values: string[] = new Array<string>(capacity).fill('')
  return {
    is: 'text',
    run: (from, count) => ({ is: 'text', values, states: node.run(from, count).states }),
  }
}
