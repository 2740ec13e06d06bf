import type { Expr, Plan } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { codeConstant } from './constant.ts'
import { toBig, toCode, toInt, toText } from './convert.ts'
import type { Engine } from './engine.ts'
import type { Scope } from './scope.ts'
import {
  asItIs,
  type CodeNode,
  isNotApplicable,
  type Node,
  type Range,
  type States,
  stateAt,
  usedStates,
} from './vector.ts'

/**
 * Chooses for each row which of some branches gives its value. `choice` writes the branch's index for each row, or
 * −1 with the state that stands instead. `pass` says whether a branch's state goes on as it is, or is one of an operand.
 */
type Chooser = (from: number, count: number, chosen: Int32Array, states: Uint16Array) => void

function branchNode(
  capacity: number,
  branches: readonly Node[],
  choose: Chooser,
  pass: (s: number) => number,
): Node {
  const chosen = new Int32Array(capacity)
  const states = new Uint16Array(capacity)
  const settle = (count: number, blocks: readonly { readonly states: States }[]): States => {
    let failed = false
    for (let i = 0; i < count; i++) {
      const branch = chosen[i] ?? -1
      if (branch >= 0) states[i] = pass(stateAt(blocks[branch]?.states, i))
      if (states[i] !== 0) failed = true
    }
    return failed ? states : undefined
  }
  // Each branch runs only where some row chose it: most rows of a block often agree.
  const runs = <V extends { readonly states: States }>(
    nodes: readonly { readonly run: (from: number, count: number) => V }[],
    from: number,
    count: number,
  ): (V | undefined)[] => {
    choose(from, count, chosen, states)
    const wanted = new Uint8Array(nodes.length)
    for (let i = 0; i < count; i++) wanted[chosen[i] ?? -1] = 1
    return nodes.map((node, index) => (wanted[index] === 1 ? node.run(from, count) : undefined))
  }
  const range = hullOf(branches)
  if (branches.some((b) => b.is === 'text')) {
    const nodes = branches.map((b) => toText(b, capacity))
    const values: string[] = new Array<string>(capacity).fill('')
    return {
      is: 'text',
      run: (from, count) => {
        const blocks = runs(nodes, from, count)
        for (let i = 0; i < count; i++) values[i] = blocks[chosen[i] ?? -1]?.values[i] ?? ''
        return { is: 'text', values, states: settle(count, blocks.map(orPresent)) }
      },
    }
  }
  if (branches.every((b) => b.is === 'code')) {
    const nodes = branches.map((b) => toCode(b, capacity))
    const values = new Int32Array(capacity)
    return {
      is: 'code',
      range,
      run: (from, count) => {
        const blocks = runs(nodes, from, count)
        for (let i = 0; i < count; i++) values[i] = blocks[chosen[i] ?? -1]?.values[i] ?? 0
        return { is: 'code', values, states: settle(count, blocks.map(orPresent)) }
      },
    }
  }
  if (branches.some((b) => b.is === 'big')) {
    const nodes = branches.map((b) => toBig(b, capacity))
    const values: bigint[] = new Array<bigint>(capacity).fill(0n)
    return {
      is: 'big',
      range,
      run: (from, count) => {
        const blocks = runs(nodes, from, count)
        for (let i = 0; i < count; i++) values[i] = blocks[chosen[i] ?? -1]?.values[i] ?? 0n
        return { is: 'big', values, states: settle(count, blocks.map(orPresent)) }
      },
    }
  }
  const nodes = branches.map((b) => toInt(b, capacity))
  const values = new BigInt64Array(capacity)
  return {
    is: 'int',
    range,
    run: (from, count) => {
      const blocks = runs(nodes, from, count)
      for (const [index, block] of blocks.entries())
        if (block !== undefined) copyChosen(block.values, values, chosen, index, count)
      return { is: 'int', values, states: settle(count, blocks.map(orPresent)) }
    },
  }
}

const present = { states: undefined } as const

function orPresent(block: { readonly states: States } | undefined): { readonly states: States } {
  return block ?? present
}

function copyChosen(
  from: BigInt64Array,
  to: BigInt64Array,
  chosen: Int32Array,
  index: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) if (chosen[i] === index) to[i] = from[i] ?? 0n
}

function hullOf(nodes: readonly Node[]): Range {
  let min: bigint | undefined
  let max: bigint | undefined
  for (const node of nodes) {
    if (node.is === 'text') continue
    if (min === undefined || node.range.min < min) min = node.range.min
    if (max === undefined || node.range.max > max) max = node.range.max
  }
  return { min: min ?? 0n, max: max ?? 0n }
}

/** The first case whose test is true; a test that fails before it decides the state. */
export function compileChoose(
  scope: Scope,
  cases: readonly { readonly when: Expr; readonly then: Expr }[],
  otherwise: Expr,
): Node {
  const tests = cases.map((c) => toCode(scope.compile(c.when), scope.capacity))
  const branches = [...cases.map((c) => scope.compile(c.then)), scope.compile(otherwise)]
  const undecided = -2
  const choose: Chooser = (from, count, chosen, states) => {
    chosen.fill(undecided, 0, count)
    states.fill(0, 0, count)
    for (const [index, test] of tests.entries()) {
      const block = test.run(from, count)
      for (let i = 0; i < count; i++) {
        if (chosen[i] !== undecided) continue
        const state = stateAt(block.states, i)
        if (state !== 0) {
          chosen[i] = -1
          states[i] = used(state)
        } else if (block.values[i] !== 0) chosen[i] = index
      }
    }
    for (let i = 0; i < count; i++) if (chosen[i] === undecided) chosen[i] = tests.length
  }
  return branchNode(scope.capacity, branches, choose, asItIs)
}

export function compilePick(scope: Scope, index: Expr, items: readonly Expr[]): Node {
  const place = toCode(scope.compile(index), scope.capacity)
  const branches = items.map((item) => scope.compile(item))
  const constants = branches.flatMap((b) => (b.is === 'text' || b.constant === undefined ? [] : [b.constant]))
  if (constants.length === branches.length) return pickConstant(scope, place, constants)
  const choose: Chooser = (from, count, chosen, states) => {
    const block = place.run(from, count)
    for (let i = 0; i < count; i++) {
      const state = stateAt(block.states, i)
      chosen[i] = state === 0 ? (block.values[i] ?? 0) : -1
      states[i] = used(state)
    }
  }
  return branchNode(scope.capacity, branches, choose, used)
}

/** What a decision table gives is mostly constants: one read for each row. */
function pickConstant(scope: Scope, place: CodeNode, items: readonly number[]): Node {
  const found = Int32Array.from(items)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'code',
    range: { min: BigInt(Math.min(...items)), max: BigInt(Math.max(...items)) },
    run: (from, count) => {
      const block = place.run(from, count)
      pickCodes(found, block.values, values, count)
      return { is: 'code', values, states: usedStates(states, count, block.states) }
    },
  }
}

function pickCodes(items: Int32Array, index: Int32Array, out: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = items[index[i] ?? 0] ?? 0
}

/** `b` where `a` is held for a reason of class `missing`, else `a`. */
export function compileIfMissing(scope: Scope, a: Expr, b: Expr): Node {
  const first = scope.compile(a)
  const missing = missingStates(scope.engine)
  const choose: Chooser = (from, count, chosen, states) => {
    const own = first.run(from, count).states
    for (let i = 0; i < count; i++) chosen[i] = missing.has(stateAt(own, i)) ? 1 : 0
    states.fill(0, 0, count)
  }
  return branchNode(scope.capacity, [first, scope.compile(b)], choose, asItIs)
}

/** Asks for a state; only a held operand that is not simply missing leaves the question open. */
export function compileIs(
  scope: Scope,
  what: 'missing' | 'present' | 'applicable' | 'not-applicable',
  a: Expr,
): Node {
  const operand = scope.compile(a)
  const missing = missingStates(scope.engine)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'code',
    range: { min: 0n, max: 1n },
    run: (from, count) => {
      const own = operand.run(from, count).states
      let failed = false
      for (let i = 0; i < count; i++) {
        const state = stateAt(own, i)
        const class_ = state === 0 ? 'present' : isNotApplicable(state) ? 'not-applicable' : 'held'
        const open = class_ === 'held' && !missing.has(state)
        states[i] = open ? state : 0
        if (open) failed = true
        values[i] = answers(what, class_) ? 1 : 0
      }
      return { is: 'code', values, states: failed ? states : undefined }
    },
  }
}

function answers(what: 'missing' | 'present' | 'applicable' | 'not-applicable', found: string): boolean {
  if (what === 'applicable') return found !== 'not-applicable'
  return what === 'missing' ? found === 'held' : found === what
}

/** Of each plan's reasons once: a large policy asks thousands of times. */
const knownMissing = new WeakMap<Plan['reasons'], ReadonlySet<number>>()

function missingStates(engine: Engine): ReadonlySet<number> {
  const { reasons } = engine.model.plan
  const known = knownMissing.get(reasons) ?? missingAmong(reasons)
  knownMissing.set(reasons, known)
  return known
}

function missingAmong(reasons: Plan['reasons']): ReadonlySet<number> {
  const states = new Set<number>()
  for (const reason of reasons)
    if (reason.is === 'held' && reason.class === 'missing') states.add(reason.state)
  return states
}

/** No value: a state in every row. */
export function compileFail(capacity: number, state: number): CodeNode {
  const none = codeConstant(0, capacity)
  if (none.is !== 'code') throw new Error('a code constant is a code')
  const states = new Uint16Array(capacity).fill(state)
  const values = new Int32Array(capacity)
  return { is: 'code', range: none.range, run: () => ({ is: 'code', values, states }) }
}
