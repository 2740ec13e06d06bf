import type { Id, Plan } from '../plan/plan.ts'
import type { ShareStyle } from './cell-number.ts'
import { listed } from './headings.ts'
import { addObjectRow, type ObjectCell } from './object-row.ts'
import { fault, type ProblemLog, problemLog } from './problem-log.ts'
import { finishRows, type Loaded } from './read-rows.ts'
import { beginPart, keepRow, relationStore } from './relation-store.ts'

/** A cell as a program gives it: money and percents as strings (`'1234.50'`, `'12%'`), a whole number as itself. */
export type CellValue = string | number | bigint | boolean | null | undefined
export type RowObject = { readonly [field: string]: CellValue }

/**
 * Rows that are already objects (tests, pages), read by the same rules as files. Relations left out have no rows.
 * A row's place is the relation's id and its number from 1. `styles`: how bare numbers of a field are meant.
 */
export function rowsFromObjects(
  plan: Plan,
  data: { readonly [relation: string]: readonly RowObject[] },
  styles: ReadonlyMap<Id, ShareStyle> = new Map(),
): Loaded {
  const log = problemLog()
  const stores = plan.relations.map((relation) => {
    const target = relationStore(relation, styles, log)
    const rows = Object.hasOwn(data, relation.id) ? (data[relation.id] ?? []) : []
    const headings = new Map(relation.fields.map((f) => [f.id, f.id]))
    const part = beginPart(target, relation.id, headings)
    for (const [at, row] of rows.entries()) {
      addObjectRow(target, (field) => cellText(field, Object.hasOwn(row, field) ? row[field] : undefined))
      keepRow(target, part, at + 1)
    }
    return target
  })
  reportUnknown(plan, data, log)
  return finishRows(plan, stores, log, [])
}

function cellText(field: string, value: CellValue): ObjectCell {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      return Number.isSafeInteger(value) ? String(value) : fault('BY784', { text: String(value) })
    case 'bigint':
    case 'boolean':
      return String(value)
    case 'undefined':
      return ''
    default:
      return value === null ? '' : fault('BY783', { field })
  }
}

/** A name that the policy does not know is a slip of whoever wrote the rows: it would otherwise read as empty. */
function reportUnknown(
  plan: Plan,
  data: { readonly [relation: string]: readonly RowObject[] },
  log: ProblemLog,
): void {
  for (const [record, rows] of Object.entries(data)) {
    const relation = plan.relations.find((r) => r.id === record)
    if (!relation) {
      log.add(fault('BY752', { record, names: listed(plan.relations.map((r) => r.id)) }), record)
      continue
    }
    const known = new Set(relation.fields.map((f) => f.id))
    const unknown = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => !known.has(name))))
    for (const field of unknown) {
      log.add(fault('BY753', { record, field, names: listed([...known]) }), record)
    }
  }
}
