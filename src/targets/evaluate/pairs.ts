import { type Field, type Id, type Pairs, type Plan, pairFields, type Relation } from '../../plan/plan.ts'
import { cellState, type FieldColumn, type RelationRows, type Rows } from '../../plan/rows.ts'

/** The relations whose rows are pairs of others, as the model knows them. */
export function pairRelations(plan: Plan): readonly Relation[] {
  return (plan.pairs ?? []).map(({ id, of, with: other }) => {
    const never = { optional: false, missing: 0, bad: 0 }
    const fields: readonly Field[] = [
      { id: pairFields.row, type: { is: 'ref', relation: of }, ...never },
      { id: pairFields.with, type: { is: 'ref', relation: other }, ...never },
    ]
    return { id, fields, origin: '' }
  })
}

/** Each row with all that belong to the same row as it, where there are more of these than there may be. */
export function pairedRows({ id, of, path, with: other, by, beyond }: Pairs, rows: Rows): RelationRows {
  const base = needRows(rows, of)
  const others = needRows(rows, other)
  const groups = groupsBeyond(others, by, beyond)
  const left: number[] = []
  const right: number[] = []
  if (groups.size > 0)
    for (let row = 0; row < base.count; row++)
      for (const one of groups.get(reached(rows, base, path, row)) ?? []) {
        left.push(row)
        right.push(one)
      }
  const fields = new Map<string, FieldColumn>([
    [pairFields.row, { is: 'code', values: Int32Array.from(left) }],
    [pairFields.with, { is: 'code', values: Int32Array.from(right) }],
  ])
  return {
    relation: id,
    count: left.length,
    fields,
    name: (row) => `${base.name(left[row] ?? 0)}, ${others.name(right[row] ?? 0)}`,
    place: (row) => base.place(left[row] ?? 0),
  }
}

/** The rows that belong to one, where they are more than so many; by that one. */
function groupsBeyond(rows: RelationRows, by: Id, beyond: number): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (let row = 0; row < rows.count; row++) {
    const to = referenceAt(rows, by, row)
    if (to < 0) continue
    const group = groups.get(to)
    if (group) group.push(row)
    else groups.set(to, [row])
  }
  for (const [to, group] of groups) if (group.length <= beyond) groups.delete(to)
  return groups
}

const nowhere = -1

/** The row that references lead to; −1 where one of them is empty, or was bad. */
function reached(rows: Rows, base: RelationRows, path: Pairs['path'], row: number): number {
  let at = row
  let within: RelationRows | undefined = base
  for (const { field, relation } of path) {
    at = within === undefined ? nowhere : referenceAt(within, field, at)
    if (at < 0) return nowhere
    within = rows.get(relation)
  }
  return at
}

function referenceAt(rows: RelationRows, field: Id, row: number): number {
  const found = rows.fields.get(field)
  if (found?.is !== 'code' || (found.states?.[row] ?? cellState.present) !== cellState.present) return nowhere
  return found.values[row] ?? nowhere
}

function needRows(rows: Rows, relation: Id): RelationRows {
  const found = rows.get(relation)
  if (!found) throw new Error(`the run has no ${relation}`)
  return found
}
