import type { Expr, Id, Plan } from '../../plan/plan.ts'
import { allOf, type Clearly, columnOf, factOf, type Writer, whenIs, whenRow } from './conditions.ts'
import type { Condition } from './rule-set.ts'

/** One way to a result: what must be known to hold, and what then stands there. */
export type Path = {
  readonly when: readonly Clearly[]
  readonly value: Expr
  readonly row?: TablePath
}
/** The row of a table on the way: `row` is `rows.length` for `otherwise`. */
export type TablePath = { readonly table: Plan['tables'][number]; readonly row: number; readonly column: Id }

/** More ways than this are no rules that anybody reads: then one rule says the whole. */
const mostPaths = 1500

/** All ways to the value of a column; undefined where there are too many. */
export function pathsOf(writer: Writer, id: Id): readonly Path[] | undefined {
  const found: Path[] = []
  const walk = (expr: Expr, when: readonly Clearly[], row: TablePath | undefined): boolean => {
    if (found.length > mostPaths) return false
    if (when.includes(false)) return true
    switch (expr.op) {
      case 'choose': {
        let before: readonly Clearly[] = when
        for (const { when: test, then } of expr.cases) {
          if (!walk(then, [...before, whenIs(writer, test, true)], row)) return false
          before = [...before, whenIs(writer, test, false)]
        }
        return walk(expr.otherwise, before, row)
      }
      case 'pick': {
        const rows = row === undefined ? tableBehind(writer, expr.index) : undefined
        if (rows === undefined) break
        return expr.items.every((item, i) =>
          walk(item, [...when, rowCondition(writer, rows, i)], {
            table: rows.table,
            row: i,
            column: rows.column,
          }),
        )
      }
      case 'column': {
        const column = columnOf(writer, expr.column)
        if (column === undefined || column.recurrence !== undefined || column.denominator !== undefined) break
        if (column.expr.op === 'choose' || column.expr.op === 'pick' || column.expr.op === 'column')
          return walk(column.expr, when, row)
        break
      }
      default:
    }
    found.push({ when, value: expr, ...(row && { row }) })
    return found.length <= mostPaths
  }
  return walk({ op: 'column', column: id }, [], undefined) ? found : undefined
}

type TableRead = {
  readonly table: Plan['tables'][number]
  readonly inputs: Extract<Expr, { op: 'table' }>['inputs']
  readonly column: Id
}

/** The table whose row an index is, where it is one. */
export function tableBehind(writer: Writer, index: Expr): TableRead | undefined {
  if (index.op !== 'column') return undefined
  const expr = columnOf(writer, index.column)?.expr
  if (expr?.op !== 'table' || expr.row !== undefined) return undefined
  const table = writer.plan.tables.find(({ id }) => id === expr.table)
  return table && { table, inputs: expr.inputs, column: index.column }
}

/** The name under which the tests of a row stand among the conditions of the rule set. */
function rowName({ line }: Writer, column: Id, row: number): string {
  return [column, ...(line === undefined ? [] : [`line ${line + 1}`]), row + 1].join(' ')
}

/**
 * The tests of one row. Of a first-match table several rows may hold: the fact that counts rows says which is the
 * first. For `otherwise`: that the tests of no row hold.
 */
function rowCondition(writer: Writer, read: TableRead, row: number): Clearly {
  const { table, inputs, column } = read
  if (row >= table.rows.length) {
    // An empty list of alternatives would hold.
    if (row === 0) return true
    return { not: { any: table.rows.map((_, i) => ({ condition: rowName(writer, column, i) })) } }
  }
  const tests = whenRow(writer, table, inputs, row)
  if (table.hit !== 'first') return tests
  const number = { fact: rowNumber(writer, column), operator: 'bylaw.equal', value: String(row + 1) }
  return allOf([tests, number])
}

/** The fact that gives the row which matched, counted from 1. */
export function rowNumber(writer: Writer, column: Id): string {
  const type = { is: 'int', scale: 0, min: '1', max: '1', unit: 'number' } as const
  const one: Expr = { op: 'const', value: '1', type }
  const n: Expr = { op: 'add', a: { op: 'column', column }, b: one }
  return factOf(writer, { n, scale: 0 }, undefined, column)
}

/** The tests of each row of a table by name, for whoever asks whether none of them holds. */
export function rowConditions(writer: Writer, id: Id): readonly (readonly [string, Condition])[] {
  const read = tableBehind(writer, { op: 'column', column: id })
  return (read?.table.rows ?? []).map((_, i) => {
    const tests = read && whenRow(writer, read.table, read.inputs, i)
    if (tests === undefined || tests === false)
      throw new Error(`row ${i + 1} of ${id} can never be known to hold`)
    return [rowName(writer, id, i), tests === true ? { all: [] } : tests]
  })
}
