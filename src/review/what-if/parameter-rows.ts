import { formatDay, parseDay } from '../../base/day.ts'
import type { Language } from '../../base/language.ts'
import { headingWord, singleValue } from '../../check/cells.ts'
import type { Cell, Expr, ParameterDeclaration, Row, Table } from '../../syntax/ast.ts'
import { valueOfLiteral } from '../../syntax/literal.ts'
import { printExpression } from '../../syntax/print-expressions.ts'

/** One of a parameter's values: of a constant the only one, of a table that of a row. */
export type ValueRow = {
  readonly keys: readonly string[]
  /** The first day on which it holds, of a dated one. */
  readonly from?: string
  readonly until?: string
  readonly value: Expr
  readonly put: (value: Expr) => ParameterDeclaration
}

export function valueRows(node: ParameterDeclaration, language: Language): readonly ValueRow[] {
  if (node.is.is === 'constant')
    return [{ keys: [], value: node.is.value, put: (value) => ({ ...node, is: { is: 'constant', value } }) }]
  const { table } = node.is
  const words = table.headings.map(headingWord)
  const at = words.indexOf('value')
  return table.rows.flatMap((row, r): readonly ValueRow[] => {
    const cell = row.cells[at]
    const value = cell && singleValue(cell)
    if (!cell || !value) return []
    const from = dayIn(row.cells[words.indexOf('from')])
    const until = dayIn(row.cells[words.indexOf('until')])
    const keys = node.by.map(({ text }) => {
      const key = row.cells[words.indexOf(text)]
      const written = key && singleValue(key)
      return written?.is === 'text' ? written.value : written ? printExpression(written, language) : ''
    })
    return [
      {
        keys,
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
        value,
        put: (to) => ({ ...node, is: { is: 'table', table: withCell(table, row, r, cell, at, to) } }),
      },
    ]
  })
}

function withCell(table: Table, row: Row, r: number, cell: Cell, at: number, value: Expr): Table {
  const to: Cell = {
    span: cell.span,
    is: 'tests',
    negated: false,
    items: [{ span: cell.span, is: 'value', value }],
  }
  const cells = row.cells.map((one, i) => (i === at ? to : one))
  return { ...table, rows: table.rows.map((one, i) => (i === r ? { ...row, cells } : one)) }
}

function dayIn(cell: Cell | undefined): string | undefined {
  const value = cell && singleValue(cell)
  const day = value?.is === 'date' ? valueOfLiteral(value) : undefined
  return day?.is === 'date' ? formatDay(day.day) : undefined
}

/** The row that keys and, behind them, a day choose; undefined when none is, or several are. */
export function rowOf(rows: readonly ValueRow[], keys: readonly string[]): ValueRow | undefined {
  const found = rows.filter((row) => matches(row, keys))
  return found.length === 1 ? found[0] : undefined
}

function matches({ keys, from, until }: ValueRow, asked: readonly string[]): boolean {
  const own = asked.slice(0, keys.length)
  const [day, ...rest] = asked.slice(keys.length)
  if (own.length < keys.length || rest.length > 0) return false
  if (!keys.every((key, i) => plain(key) === plain(own[i] ?? ''))) return false
  if (day === undefined) return true
  const wanted = parseDay(day)
  if (wanted === undefined || from === undefined) return false
  const text = formatDay(wanted)
  return from <= text && (until === undefined || text <= until)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

/** How its values are named: those that begin as was asked for, else the first ones. */
export function rowNames(
  name: string,
  rows: readonly ValueRow[],
  asked: readonly string[],
): readonly string[] {
  const like = rows.filter(({ keys }) =>
    keys.some((key, i) => asked[i] !== undefined && plain(key) === plain(asked[i] ?? '')),
  )
  const shown = (like.length > 0 ? like : rows).slice(0, 4)
  return shown.map(({ keys, from }) => {
    const all = [...keys, ...(from === undefined ? [] : [from])]
    return all.length === 0 ? name : `${name}[${all.join(', ')}]`
  })
}
