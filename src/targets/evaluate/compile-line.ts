import { derivedFields, type Expr } from '../../plan/plan.ts'
import { reach } from './compile-place.ts'
import { need } from './engine.ts'
import type { Scope } from './scope.ts'
import { typeRange } from './stored.ts'
import { codeRange, type Node, type Range, type Vector } from './vector.ts'

type Line = Extract<Expr, { op: 'line' }>

/** Of each derived row the column of its own line: one gathering over all lines, however many there are. */
export function compileLine(scope: Scope, { columns, path, state: none }: Line): Node {
  const { engine, capacity } = scope
  const width = columns.length
  const vectors = columns.map((id) => (id === null ? undefined : need(engine.columns, id)))
  const place = reach(scope, [derivedFields.row, ...path])
  const states = new Uint16Array(capacity)
  const known = columns.flatMap((id) => (id === null ? [] : [typeRange(need(engine.model.columns, id).type)]))
  const range = known.reduce(union, known[0] ?? codeRange)
  const each = (
    from: number,
    count: number,
    put: (i: number, vector: Vector | undefined, row: number) => void,
  ): Uint16Array | undefined => {
    const rows = place(from, count)
    let failed = false
    for (let i = 0, line = from % width; i < count; i++, line = line + 1 === width ? 0 : line + 1) {
      const vector = vectors[line]
      const row = rows.values[i] ?? 0
      const state = (rows.states?.[i] ?? 0) || (vector === undefined ? none : (vector.states?.[row] ?? 0))
      states[i] = state
      if (state !== 0) failed = true
      else put(i, vector, row)
    }
    return failed ? states : undefined
  }
  const forms = new Set(vectors.flatMap((vector) => (vector === undefined ? [] : [vector.is])))
  if (forms.has('text')) throw new Error('a line holds a number or a code')
  if (forms.has('big')) {
    const values: bigint[] = new Array<bigint>(capacity).fill(0n)
    return {
      is: 'big',
      range,
      run: (from, count) => {
        const own = each(from, count, (i, vector, row) => {
          values[i] = BigInt(vector?.values[row] ?? 0)
        })
        return { is: 'big', values, states: own }
      },
    }
  }
  if (forms.has('int')) {
    const values = new BigInt64Array(capacity)
    return {
      is: 'int',
      range,
      run: (from, count) => {
        const own = each(from, count, (i, vector, row) => {
          values[i] = vector?.is === 'int' ? (vector.values[row] ?? 0n) : BigInt(vector?.values[row] ?? 0)
        })
        return { is: 'int', values, states: own }
      },
    }
  }
  const values = new Int32Array(capacity)
  return {
    is: 'code',
    range,
    run: (from, count) => {
      const own = each(from, count, (i, vector, row) => {
        values[i] = vector?.is === 'code' ? (vector.values[row] ?? 0) : 0
      })
      return { is: 'code', values, states: own }
    },
  }
}

function union(a: Range, b: Range): Range {
  return { min: a.min < b.min ? a.min : b.min, max: a.max > b.max ? a.max : b.max }
}
