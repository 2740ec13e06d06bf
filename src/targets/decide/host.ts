import type { Instant } from '../../base/local-time.ts'
import type { Column, Expr, Plan, Type } from '../../plan/plan.ts'
import { compile } from '../evaluate/compile.ts'
import { type Engine, modelOf } from '../evaluate/engine.ts'
import { fits64, fitsCode, type Node, type Range, type Vector } from '../evaluate/vector.ts'
import type { File, Registers } from './registers.ts'

/**
 * An operation that the flat program has no instruction for, as the engine computes it: on a block of one row, whose
 * operands are put into vectors of one value. So every operation of the plan means here what it means in a run.
 */
export type Host = {
  readonly node: Node
  readonly operands: readonly {
    readonly register: number
    readonly file: File
    readonly vector: Vector
    readonly states: Uint16Array
  }[]
}

/** What `now` is: it may be another time for each request. */
export type Clock = { now: Instant | undefined }

export type Operand = {
  readonly register: number
  readonly file: File
  readonly range: Range
}

const grain = { id: 'request' } as const

/** `expr` reads its operands as columns by these names. */
export function hostOf(plan: Plan, expr: Expr, operands: ReadonlyMap<string, Operand>, clock: Clock): Host {
  const columns: Column[] = []
  const vectors = new Map<string, Vector>()
  const read = [...operands].map(([id, { register, file, range }]) => {
    const states = new Uint16Array(1)
    const vector = vectorOf(file, range, states)
    vectors.set(id, vector)
    columns.push({ id, grain: grain.id, type: typeOf(file, range), expr, mayFail: true, origin: '' })
    return { register, file, vector, states }
  })
  const engine: Engine = {
    model: modelOf({ ...plan, columns, grains: [grain] }),
    rows: new Map(),
    opening: new Map(),
    get now() {
      return clock.now
    },
    domains: new Map(),
    columns: vectors,
    aggregates: new Map(),
    fields: new Map(),
    groupings: new Map(),
    inForce: new Map(),
    unplaced: new Map(),
  }
  return { node: compile(engine, { grain, count: 1 }, 1, expr), operands: read }
}

function vectorOf(file: File, range: Range, states: Uint16Array): Vector {
  if (file === 'text') return { is: 'text', values: [''], states }
  if (fitsCode(range)) return { is: 'code', values: new Int32Array(1), states }
  if (fits64(range)) return { is: 'int', values: new BigInt64Array(1), states }
  return { is: 'big', values: [0n], states }
}

function typeOf(file: File, { min, max }: Range): Type {
  if (file === 'text') return { is: 'text' }
  return { is: 'int', scale: 0, min: String(min), max: String(max), unit: 'number' }
}

/** Runs it; the value goes to the file that its range was given. */
export function runHost(host: Host, registers: Registers, to: number, file: File): void {
  for (const { register, file: from, vector, states } of host.operands) {
    states[0] = registers.states[register] as number
    if (vector.is === 'text') writeText(vector.values, registers.texts[register] ?? '')
    else if (vector.is === 'code') vector.values[0] = registers.numbers[register] as number
    else {
      const value =
        from === 'big' ? (registers.bigs[register] ?? 0n) : BigInt(registers.numbers[register] ?? 0)
      writeBig(vector.values, value)
    }
  }
  const block = host.node.run(0, 1)
  const state = block.states === undefined ? 0 : (block.states[0] ?? 0)
  registers.states[to] = state
  if (block.is === 'text') registers.texts[to] = block.values[0] ?? ''
  else if (file === 'big') registers.bigs[to] = state === 0 ? BigInt(block.values[0] ?? 0) : 0n
  else registers.numbers[to] = state === 0 ? Number(block.values[0] ?? 0) : 0
}

function writeText(values: readonly string[], text: string): void {
  ;(values as string[])[0] = text
}

function writeBig(values: BigInt64Array | readonly bigint[], value: bigint): void {
  if (values instanceof BigInt64Array) values[0] = value
  else (values as bigint[])[0] = value
}
