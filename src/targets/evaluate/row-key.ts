import { pairFields } from '../../plan/plan.ts'
import type { Domain, Engine } from './engine.ts'
import { loadField } from './load-field.ts'
import { integerAt, stateAt, type Vector } from './vector.ts'

/** Texts in the order of their code points, as databases sort them in binary collation. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    // Two surrogates stand for a code point above all that one unit can hold.
    const high = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
    return high(x) - high(y)
  }
  return a.length - b.length
}

/** The text by which rows of a record are ordered: the key; without one, the row's place in the file. */
export function keyText(engine: Engine, relation: string, row: number): string {
  const made = engine.model.derived.get(relation)
  if (made !== undefined) {
    const width = made.lines.length
    return `${keyText(engine, made.of, Math.floor(row / width))}\n${String(row % width).padStart(4, '0')}`
  }
  const pairs = engine.model.pairs.get(relation)
  if (pairs !== undefined) {
    const at = (field: string): number => Number(integerAt(loadField(engine, relation, field).vector, row))
    const [own, other] = [at(pairFields.row), at(pairFields.with)]
    return `${keyText(engine, pairs.of, own)}\n${keyText(engine, pairs.with, other)}`
  }
  const key = engine.model.relations.get(relation)?.key
  if (key === undefined) return String(row).padStart(12, '0')
  const { vector } = loadField(engine, relation, key)
  if (stateAt(vector.states, row) !== 0) return ''
  if (vector.is !== 'text') return String(integerAt(vector, row))
  return vector.at === undefined ? (vector.values[row] ?? '') : vector.at(row)
}

/** Orders rows of a grain by key, then period: never by where they stand in a file. */
export function compareRows(engine: Engine, domain: Domain, a: number, b: number): number {
  const width = domain.periods?.list.length ?? 1
  const relation = domain.grain.relation
  if (relation !== undefined) {
    const x = Math.floor(a / width)
    const y = Math.floor(b / width)
    const order = x === y ? 0 : compareText(keyText(engine, relation, x), keyText(engine, relation, y))
    if (order !== 0) return order
  }
  return (a % width) - (b % width)
}

/** What a row is grouped by, as one text: rows have the same where they are alike in all of the columns. */
export function groupKey(columns: readonly Vector[], row: number): string {
  const parts = columns.map((vector) =>
    vector.is === 'text' ? (vector.at?.(row) ?? vector.values[row] ?? '') : String(integerAt(vector, row)),
  )
  return parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts)
}
