import type { Id } from '../../plan/plan.ts'
import type { FieldColumn, RelationRows, Rows } from '../../plan/rows.ts'

/**
 * The rows, and one more that is like another but for its name and one number. It stands last, so that no row changes its
 * place.
 */
export function withExtraRow(
  rows: Rows,
  relation: Id,
  like: number,
  key: Id | undefined,
  field: Id,
  value: bigint,
): Rows {
  const given = rows.get(relation)
  if (!given) return rows
  const name = `${given.name(like)} +`
  const extended: RelationRows = {
    ...given,
    count: given.count + 1,
    fields: new Map(
      [...given.fields].map(([id, column]) => [
        id,
        id === field
          ? extendedBy(column, like, value)
          : id === key
            ? named(column, like, name)
            : extendedBy(column, like),
      ]),
    ),
    name: (row) => (row === given.count ? name : given.name(row)),
    place: (row) => given.place(row === given.count ? like : row),
  }
  return new Map([...rows, [relation, extended]])
}

function extendedBy(column: FieldColumn, like: number, value?: bigint): FieldColumn {
  const states =
    column.states && withByte(column.states, value === undefined ? (column.states[like] ?? 0) : 0)
  const more = states && { states }
  switch (column.is) {
    case 'int': {
      const last = value ?? column.values[like] ?? 0n
      if (!(column.values instanceof BigInt64Array))
        return { is: 'int', values: [...column.values, last], ...more }
      const values = new BigInt64Array(column.values.length + 1)
      values.set(column.values)
      values[column.values.length] = last
      return { is: 'int', values, ...more }
    }
    case 'code': {
      const values = new Int32Array(column.values.length + 1)
      values.set(column.values)
      values[column.values.length] = column.values[like] ?? 0
      return { is: 'code', values, ...more }
    }
    case 'text':
      return { is: 'text', values: [...column.values, column.values[like] ?? ''], ...more }
  }
}

function named(column: FieldColumn, like: number, name: string): FieldColumn {
  if (column.is !== 'text') return extendedBy(column, like)
  const states = column.states && withByte(column.states, 0)
  return { is: 'text', values: [...column.values, name], ...(states && { states }) }
}

function withByte(states: Uint8Array, last: number): Uint8Array {
  const next = new Uint8Array(states.length + 1)
  next.set(states)
  next[states.length] = last
  return next
}
