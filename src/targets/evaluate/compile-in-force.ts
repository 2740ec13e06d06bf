import type { Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { toCode, toText } from './convert.ts'
import { need } from './engine.ts'
import { inForceIndex } from './in-force-index.ts'
import { loadField } from './load-field.ts'
import type { Scope } from './scope.ts'
import { type Node, stateAt } from './vector.ts'

type InForce = Extract<Expr, { op: 'in-force' }>

/** The row in force for each row's keys and day. */
export function compileInForce(scope: Scope, expr: InForce): Node {
  const { engine, capacity } = scope
  const { relation, none, several, reversed } = expr
  const index = inForceIndex(engine, relation)
  const by = need(engine.model.relations, relation).inForce?.by ?? []
  const keys = expr.keys.map((key, i) => {
    const isText = loadField(engine, relation, by[i] ?? '').vector.is === 'text'
    const node = scope.compile(key)
    return isText ? toText(node, capacity) : toCode(node, capacity)
  })
  const day = toCode(scope.compile(expr.day), capacity)
  const values = new Int32Array(capacity)
  const states = new Uint16Array(capacity)
  const key: (number | string)[] = keys.map(() => 0)
  const resultAt = (day: number): { readonly row: number; readonly state: number } => {
    const group = index.group(key)
    const at = group < 0 ? -1 : index.stretch(group, day)
    if (at < 0) return { row: -1, state: none }
    const state = Math.max(
      index.unknown[at] ?? 0,
      index.several[at] === 1 ? several : 0,
      index.reversed[at] === 1 ? reversed : 0,
    )
    const row = index.rows[at] ?? -1
    return { row, state: state === 0 && row < 0 ? none : state }
  }
  return {
    is: 'code',
    range: { min: 0n, max: BigInt(need(engine.rows, relation).count) },
    run: (from, count) => {
      const days = day.run(from, count)
      const blocks = keys.map((node) => node.run(from, count))
      let failed = false
      for (let i = 0; i < count; i++) {
        let state = used(stateAt(days.states, i))
        for (const [k, block] of blocks.entries()) {
          state = Math.max(state, used(stateAt(block.states, i)))
          key[k] = block.values[i] ?? 0
        }
        const found = state === 0 ? resultAt(days.values[i] ?? 0) : { row: -1, state }
        values[i] = Math.max(found.row, 0)
        states[i] = found.state
        if (found.state !== 0) failed = true
      }
      return { is: 'code', values, states: failed ? states : undefined }
    },
  }
}
