import type { Column, Expr } from '../../plan/plan.ts'
import type { Domain, Engine } from './engine.ts'
import { daysCounted, noValue, titleOf } from './formula-parts.ts'
import { shownColumn, shownExpr } from './shown.ts'
import { integerFor } from './sub-expression.ts'
import type { Formula, Ref, Shown } from './trace.ts'

/** Where a formula stands, and who is told of every value with a name that it reads. */
export type Reader = {
  readonly engine: Engine
  readonly domain: Domain
  readonly row: number
  readonly named: (column: Column, row: number, given?: Given) => void
  /** For what counts many rows at once: names alone, those of fields with their record's. There is no row to look at. */
  readonly symbolic?: boolean
  /** Whether each value with a name is told with the place that it stands at. */
  readonly refs?: boolean
}
/** What a table gave, told under the table's name: its column holds only which row it was. */
export type Given = { readonly label: string; readonly result: Shown }
export type NamedValue = { readonly column: Column; readonly row: number; readonly given?: Given }

export function refTo(
  reader: Pick<Reader, 'refs' | 'symbolic'>,
  column: Column['id'],
  row: number,
): { readonly ref?: Ref } {
  return reader.refs && !reader.symbolic ? { ref: { column, row } } : {}
}

export function tellRow({ engine, row, named: tell }: Reader, column: Column): void {
  if (column.label !== undefined) tell(column, row)
  else if (column.expr.op === 'in-force')
    tell(column, row, {
      label: titleOf(engine, column.expr.relation),
      result: shownColumn(engine, column.id, row),
    })
}

/** A field or row, by the path that leads to it. */
export function named(reader: Reader, path: string, expr: Expr, type: Column['type']): Formula {
  const { engine, domain, row } = reader
  const record = domain.grain.relation ?? ''
  if (reader.symbolic)
    return { is: 'name', label: path === '' ? record : `${record}.${path}`, value: noValue }
  return { is: 'name', label: path === '' ? record : path, value: shownExpr(engine, domain, row, expr, type) }
}

/** Whether a case was taken at this row; of many rows, nobody knows. */
export function taken({ engine, domain, row, symbolic }: Reader, when: Expr): boolean {
  return symbolic === true || integerFor(engine, domain, row, when) === 1n
}

/** How many days of the period lie between two others, or there are: that, and not how it is counted. */
export function daysOf({ engine, domain, row, symbolic }: Reader, expr: Expr): Formula | undefined {
  const op = daysCounted(expr)
  if (op === undefined) return undefined
  const type = { is: 'int', scale: 0, min: '0', max: '3652060', unit: 'count' } as const
  const value = symbolic ? noValue : shownExpr(engine, domain, row, expr, type)
  return { is: 'apply', op, args: [{ is: 'value', value }] }
}
