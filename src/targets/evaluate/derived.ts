import { remembered } from '../../base/remembered.ts'
import { type Derived, derivedFields, type Field, type Plan, type Relation } from '../../plan/plan.ts'
import type { FieldColumn, RelationRows, Rows } from '../../plan/rows.ts'
import { pairedRows } from './pairs.ts'

/** The relations whose rows are in no file, as the model knows them. */
export function derivedRelations(plan: Plan): readonly Relation[] {
  return plan.derived.map(({ id, of, lines, origin }) => {
    const never = { optional: false, missing: 0, bad: 0 }
    const last = String(Math.max(lines.length - 1, 0))
    const fields: readonly Field[] = [
      { id: derivedFields.row, type: { is: 'ref', relation: of }, ...never },
      { id: derivedFields.line, type: { is: 'int', scale: 0, min: '0', max: last, unit: 'count' }, ...never },
    ]
    return { id, fields, origin }
  })
}

/** The rows of a run with those that are made of them: each row times each line. */
export function withDerived(plan: Plan, rows: Rows): Rows {
  if (plan.derived.length === 0) return rows
  const all = new Map(rows)
  for (const pairs of plan.pairs ?? []) all.set(pairs.id, pairedRows(pairs, rows))
  for (const derived of plan.derived) {
    const base = rows.get(derived.of)
    if (base) all.set(derived.id, rowsMadeOf(base)(derived))
  }
  return all
}

/** The same rows and lines give the same rows, in every version of a plan that is edited. */
const rowsMadeOf = remembered((base: RelationRows) =>
  remembered((derived: Derived) => derivedRows(derived, base)),
)

function derivedRows({ id, lines }: Derived, base: RelationRows): RelationRows {
  const width = lines.length
  const count = base.count * width
  const rowOf = new Int32Array(count)
  const lineOf = new Int32Array(count)
  for (let row = 0, at = 0; row < base.count; row++)
    for (let line = 0; line < width; line++, at++) {
      rowOf[at] = row
      lineOf[at] = line
    }
  const fields = new Map<string, FieldColumn>([
    [derivedFields.row, { is: 'code', values: rowOf }],
    [derivedFields.line, { is: 'int', values: BigInt64Array.from(lineOf, BigInt) }],
  ])
  const of = (row: number): number => Math.floor(row / width)
  return {
    relation: id,
    count,
    fields,
    name: (row) => `${base.name(of(row))}, ${lines[row % width] ?? ''}`,
    place: (row) => base.place(of(row)),
  }
}
