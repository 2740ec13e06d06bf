import type { DataConfig } from '../../src/data/data-config.ts'
import { type Loaded, loadRows } from '../../src/data/read-rows.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { sales } from './plans.ts'

const encoder = new TextEncoder()

/** Loads files given as texts or bytes. */
export function load(
  files: { readonly [name: string]: string | Uint8Array },
  plan: Plan = sales,
  config?: DataConfig,
): Loaded {
  const bytes = Object.entries(files).map(
    ([name, data]) => [name, typeof data === 'string' ? encoder.encode(data) : data] as const,
  )
  return loadRows(plan, new Map(bytes), config)
}

/** What a reader sees of the problems: `orders.csv:3 amount BY703`. */
export function said(loaded: Loaded): readonly string[] {
  return loaded.problems.map(({ diagnostic }) => {
    const { file = '', row, column } = diagnostic.cell ?? {}
    const place = row === undefined ? file : `${file}:${row}`
    return [place, column, diagnostic.code].filter((part) => part !== undefined).join(' ')
  })
}

/** The cells of a field: its integers and texts as text, `missing` and `bad` for the states. */
export function cells(loaded: Loaded, relation: string, field: string): readonly string[] {
  const rows = loaded.rows.get(relation)
  const column = rows?.fields.get(field)
  if (!rows || !column) return []
  return Array.from({ length: rows.count }, (_, row) => {
    const state = column.states?.[row] ?? 0
    return state === 1 ? 'missing' : state === 2 ? 'bad' : String(column.values[row])
  })
}

/** Every row of every relation as text, with its key: for comparing two ways of reading the same data. */
export function everything(loaded: Loaded): unknown {
  return [...loaded.rows.values()].map((rows) => {
    const names = Array.from({ length: rows.count }, (_, row) =>
      rows.name(row).replace(/^\w+\.csv:\d+$/, 'a place'),
    )
    return [
      rows.relation,
      names,
      ...[...rows.fields.keys()].map((field) => cells(loaded, rows.relation, field)),
    ]
  })
}
