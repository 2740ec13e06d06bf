import type { DecisionTable, Expr, TableInput } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { shiftNode } from './compile-arithmetic.ts'
import { toBig, toCode, toText } from './convert.ts'
import { need } from './engine.ts'
import { narrowClasses } from './number-classes.ts'
import type { Scope } from './scope.ts'
import { classOfNumber, type InputIndex, indexTable, type TableIndex } from './table-index.ts'
import { type Node, type States, stateAt } from './vector.ts'

/** The class of one input for each row of a block. */
export type Classifier = (
  from: number,
  count: number,
) => { readonly values: Int32Array; readonly states: States }
type TableExpr = Extract<Expr, { op: 'table' }>
export type ReadyTable = {
  readonly table: DecisionTable
  readonly index: TableIndex
  readonly classifiers: readonly Classifier[]
}

/** The row of the table that matches; `rows.length` for `otherwise`. Of one row alone: whether it is 0 or 1. */
export function compileTable(scope: Scope, expr: TableExpr): Node {
  const whole = need(scope.engine.model.tables, expr.table)
  const ready = readyTable(scope, expr.row === undefined ? whole : aloneIn(whole, expr.row), expr.inputs)
  const { table, index } = ready
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  const only = index.words === 1 && ready.classifiers.length === 1 ? ready.classifiers[0] : undefined
  const answers = only && index.inputs[0] && Array.from(index.inputs[0].sets, (bits) => matchOf(table, bits))
  const rowOf = Int32Array.from(answers ?? [], (answer) => answer.row)
  const stateOf = Uint16Array.from(answers ?? [], (answer) => answer.state)
  const decided = stateOf.every((state) => state === 0)
  return {
    is: 'code',
    range: { min: 0n, max: BigInt(table.rows.length) },
    run: (from, count) => {
      const single = only?.(from, count)
      if (single !== undefined && single.states === undefined) {
        pickCodes(rowOf, single.values, values, count)
        if (decided) return { is: 'code', values, states: undefined }
        for (let i = 0; i < count; i++) states[i] = stateOf[single.values[i] ?? 0] ?? 0
        return { is: 'code', values, states }
      }
      const blocks = ready.classifiers.map((classify) => classify(from, count))
      if (index.words === 1 && blocks.every((b) => b.states === undefined)) {
        matchOneWord(index, blocks, values, count)
        let failed = false
        for (let i = 0; i < count; i++) {
          const { row, state } = matchOf(table, values[i] ?? 0)
          values[i] = row
          states[i] = state
          if (state !== 0) failed = true
        }
        return { is: 'code', values, states: failed ? states : undefined }
      }
      for (let i = 0; i < count; i++) {
        const found = matchRow(
          table,
          index,
          blocks.map((b) => b.values[i] ?? 0),
          blocks.map((b) => stateAt(b.states, i)),
        )
        values[i] = found.state === 0 ? found.row : 0
        states[i] = found.state
      }
      return { is: 'code', values, states }
    },
  }
}

/** A table of one of its rows: whatever does not match it is the second. */
function aloneIn(table: DecisionTable, row: number): DecisionTable {
  const rows = table.rows.slice(row, row + 1)
  return { ...table, hit: 'first', rows, otherwise: table.origin }
}

/** The row that a set of matching rows decides on, or the state that stands instead. */
function matchOf(table: DecisionTable, bits: number): { readonly row: number; readonly state: number } {
  if (bits === 0 && table.otherwise === undefined) return { row: 0, state: table.uncovered }
  if (bits === 0) return { row: table.rows.length, state: 0 }
  const several = table.hit === 'unique' && (bits & (bits - 1)) !== 0
  return { row: 31 - Math.clz32(bits & -bits), state: several ? table.conflict : 0 }
}

function pickCodes(items: Int32Array, index: Int32Array, out: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = items[index[i] ?? 0] ?? 0
}

function matchOneWord(
  index: TableIndex,
  blocks: readonly { readonly values: Int32Array }[],
  out: Int32Array,
  n: number,
): void {
  out.fill(-1, 0, n)
  for (const [k, block] of blocks.entries()) {
    const sets = index.inputs[k]?.sets ?? out
    intersect(block.values, sets, out, n)
  }
  if (index.inputs.length === 0) out.fill(0, 0, n)
}

function intersect(classes: Int32Array, sets: Int32Array, out: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (out[i] ?? 0) & (sets[classes[i] ?? 0] ?? 0)
}

/**
 * One row of data, inputs unknown among them: a row of the table whose known tests hold and whose unknown ones might
 * is a match that may be; `unique` and `every` are held by any such row, `first` by one that stands before the first sure match.
 */
function matchRow(
  table: DecisionTable,
  index: TableIndex,
  classes: readonly number[],
  inputStates: readonly number[],
): { readonly row: number; readonly state: number } {
  let sure = -1
  let second = false
  let held = 0
  for (let row = 0; row < table.rows.length; row++) {
    let open = 0
    let holds = true
    for (const [k, input] of index.inputs.entries()) {
      const state = used(inputStates[k] ?? 0)
      if (state === 0) holds = has(input.sets, (classes[k] ?? 0) * index.words, row)
      else if (!has(input.untested, 0, row)) open = Math.max(open, state)
      if (!holds) break
    }
    if (!holds) continue
    if (open !== 0) {
      if (table.hit !== 'first' || sure < 0) held = Math.max(held, open)
    } else if (sure < 0) sure = row
    else second = table.hit === 'unique'
    if (table.hit === 'first' && sure >= 0) break
  }
  if (held !== 0) return { row: 0, state: second ? Math.max(held, table.conflict) : held }
  if (second) return { row: 0, state: table.conflict }
  if (sure >= 0) return { row: sure, state: 0 }
  return table.otherwise === undefined
    ? { row: 0, state: table.uncovered }
    : { row: table.rows.length, state: 0 }
}

/** Whether a set, from its first word on, has a row. */
export function has(set: Int32Array, first: number, row: number): boolean {
  return (((set[first + (row >> 5)] ?? 0) >>> (row & 31)) & 1) === 1
}

/** A table with the means to put each of its inputs into its classes. */
export function readyTable(scope: Scope, table: DecisionTable, inputs: readonly TableInput[]): ReadyTable {
  const scales = table.inputs.map((input, i) => {
    const given = inputs[i]
    const own = input.type.is === 'int' ? input.type.scale : 0
    return given?.is === 'number' ? Math.max(own, given.value.scale) : own
  })
  const index = indexTable(table, scales)
  const classifiers = index.inputs.map((input, i) => {
    const given = inputs[i]
    if (given === undefined) throw new Error(`${table.id} lacks input ${i}`)
    return classifier(scope, given, input, scales[i] ?? 0)
  })
  return { table, index, classifiers }
}

function classifier(scope: Scope, given: TableInput, input: InputIndex, scale: number): Classifier {
  const { capacity } = scope
  const { classes } = input
  const values = new Int32Array(capacity)
  switch (classes.is) {
    case 'codes': {
      const node = toCode(scope.compile(given.is === 'code' ? given.value : given.value.n), capacity)
      return node.run
    }
    case 'texts': {
      const node = toText(scope.compile(given.is === 'code' ? given.value : given.value.n), capacity)
      return (from, count) => {
        const block = node.run(from, count)
        for (let i = 0; i < count; i++)
          values[i] = classes.classOf.get(block.values[i] ?? '') ?? classes.classOf.size
        return { values, states: block.states }
      }
    }
    case 'numbers': {
      const ratio = given.is === 'number' ? given.value : { n: given.value, scale: 0 }
      const n = shiftNode(capacity, scope.compile(ratio.n), scale - ratio.scale)
      const { bounds } = classes
      const narrow = ratio.d === undefined ? narrowClasses(n, bounds, capacity) : undefined
      if (narrow !== undefined) return narrow
      const top = toBig(n, capacity)
      const bottom = ratio.d === undefined ? undefined : toBig(scope.compile(ratio.d), capacity)
      const states = new Uint16Array(capacity)
      return (from, count) => {
        const p = top.run(from, count)
        const q = bottom?.run(from, count)
        for (let i = 0; i < count; i++)
          values[i] = classOfNumber(bounds, p.values[i] ?? 0n, q === undefined ? 1n : (q.values[i] ?? 1n))
        return { values, states: joined(states, p.states, q?.states, count) }
      }
    }
  }
}

function joined(out: Uint16Array, a: States, b: States, count: number): States {
  if (a === undefined && b === undefined) return undefined
  for (let i = 0; i < count; i++) out[i] = Math.max(used(stateAt(a, i)), used(stateAt(b, i)))
  return out
}
