import { formatDay } from '../base/day.ts'
import type * as ast from '../syntax/ast.ts'
import { columnType, dayOfCell, headingWord, pointOf, singleValue } from './cells.ts'
import type { Parameter, ParameterRow, Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import { type Context, type Environment, infer } from './environment.ts'
import type { Type } from './types.ts'
import { unifyGives } from './unify.ts'

/** A constant, or a table of values by date and by further names. Every day has exactly one value. */
export function checkParameter(env: Environment, node: ast.ParameterDeclaration): Parameter | undefined {
  const context: Context = { env, grain: {} }
  const base = {
    kind: 'parameter',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    span: node.name.span,
  } as const
  if (node.is.is === 'constant') {
    const value = infer(context, node.is.value)
    if (value.type.is === 'error') return undefined
    if (value.is !== 'const' && !constantOf(value)) {
      env.report('BY312', {}, node.is.value.span)
      return undefined
    }
    return { ...base, type: value.type, keys: [], dated: false, rows: [{ keys: [], value, span: node.span }] }
  }
  return tabled(context, node, node.is.table, base)
}

type Base = Pick<Parameter, 'kind' | 'id' | 'title' | 'span'>

function tabled(
  context: Context,
  node: ast.ParameterDeclaration,
  table: ast.Table,
  base: Base,
): Parameter | undefined {
  const { report } = context.env
  const words = table.headings.map(headingWord)
  const column = (name: string): number => words.indexOf(name)
  const at = { from: column('from'), until: column('until'), value: column('value') }
  const keyColumns = node.by.map((name) => column(name.text))
  const missing = [...node.by.map((n) => n.text), 'value'].find((name) => column(name) < 0)
  const dated = at.from >= 0
  if (missing !== undefined || (dated && at.until < 0)) {
    report('BY509', { column: missing ?? 'until' }, table.span)
    return undefined
  }
  const keyTypes: Type[] = []
  for (const index of keyColumns) {
    const type = columnType(
      context,
      table.rows.flatMap((row) => row.cells.slice(index, index + 1)),
    )
    if (!type) return undefined
    keyTypes.push(type)
  }
  const rows: ParameterRow[] = []
  for (const row of table.rows) {
    const read = readRow(context, row, keyColumns, keyTypes, dated ? at : { ...at, from: -1, until: -1 })
    if (read) rows.push(read)
  }
  if (rows.length < table.rows.length || rows.length === 0) return undefined
  const values = unifyGives(
    context,
    rows.map((row) => row.value),
  )
  if (!values) return undefined
  const unified = rows.map((row, i) => ({ ...row, value: values.items[i] ?? row.value }))
  checkDays(context, base.id, unified, dated)
  return {
    ...base,
    type: values.type,
    keys: node.by.map((n, i) => ({ name: n.text, type: keyTypes[i] ?? values.type })),
    dated,
    rows: unified,
  }
}

function readRow(
  context: Context,
  row: ast.Row,
  keyColumns: readonly number[],
  keyTypes: readonly Type[],
  at: { from: number; until: number; value: number },
): ParameterRow | undefined {
  const { report } = context.env
  const cell = row.cells[at.value]
  const value = cell && singleValue(cell)
  const typed: Typed | undefined = value && infer(context, value)
  if (!typed || typed.type.is === 'error' || (typed.is !== 'const' && !constantOf(typed))) {
    if (typed?.type.is !== 'error') report('BY312', {}, cell?.span ?? row.span)
    return undefined
  }
  const keys: (bigint | string | boolean)[] = []
  for (const [i, index] of keyColumns.entries()) {
    const key = row.cells[index] && singleValue(row.cells[index])
    const type = keyTypes[i]
    const word = key?.is === 'path' ? key.parts[0]?.text : key?.is === 'text' ? key.value : undefined
    const point = type?.is === 'enum' ? word : key && type && pointOf(context, key, type)
    if (point === undefined) {
      report('BY506', { expected: 'value' }, row.cells[index]?.span ?? row.span)
      return undefined
    }
    keys.push(point)
  }
  if (at.from < 0) return { keys, value: typed, span: row.span }
  const from = dayOfCell(row.cells[at.from])
  const open = row.cells[at.until]?.is === 'open'
  const until = open ? undefined : dayOfCell(row.cells[at.until])
  if (from === undefined || (!open && until === undefined)) {
    report(
      'BY506',
      { expected: 'date' },
      row.cells[from === undefined ? at.from : at.until]?.span ?? row.span,
    )
    return undefined
  }
  if (until !== undefined && until < from) report('BY412', {}, row.span)
  return { keys, from, ...(until !== undefined && { until }), value: typed, span: row.span }
}

/** Each key has exactly one value on each day, from the policy's first day to an open end. */
function checkDays(context: Context, name: string, rows: readonly ParameterRow[], dated: boolean): void {
  const { report, policy } = context.env
  const byKey = new Map<string, ParameterRow[]>()
  for (const row of rows) {
    const key = row.keys.map(String).join(', ')
    byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  for (const [key, group] of byKey) {
    const of = key === '' ? name : `${name} (${key})`
    if (!dated) {
      if (group.length > 1) report('BY410', { name: of, day: '' }, group[1]?.span)
      continue
    }
    const sorted = [...group].sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
    const first = sorted[0]
    if (first?.from !== undefined && policy.from !== undefined && first.from > policy.from) {
      report(
        'BY409',
        { name: of, from: formatDay(policy.from), until: formatDay(first.from - 1) },
        first.span,
      )
    }
    for (const [i, row] of sorted.entries()) {
      const next = sorted[i + 1]
      if (!next) {
        if (row.until !== undefined && (policy.until === undefined || policy.until > row.until)) {
          report(
            'BY409',
            {
              name: of,
              from: formatDay(row.until + 1),
              until: policy.until === undefined ? '…' : formatDay(policy.until),
            },
            row.span,
          )
        }
        continue
      }
      const nextFrom = next.from ?? 0
      if (row.until === undefined || row.until >= nextFrom)
        report('BY410', { name: of, day: ` (${formatDay(nextFrom)})` }, next.span)
      else if (row.until + 1 < nextFrom)
        report(
          'BY409',
          { name: of, from: formatDay(row.until + 1), until: formatDay(nextFrom - 1) },
          next.span,
        )
    }
  }
}
