import { formatDay } from '../base/day.ts'
import type { Relation } from '../plan/plan.ts'
import { cellState, type FieldColumn, type RelationRows } from '../plan/rows.ts'
import { fault } from './problem-log.ts'
import { type RelationStore, reportCell } from './relation-store.ts'

/** Reports rows that end before they begin, and those that are in force on a day of an earlier one with the same keys. */
export function reportInForce(target: RelationStore, rows: RelationRows): void {
  const { inForce } = target.relation
  if (!inForce) return
  const shared = { record: target.relation.id, by: inForce.by.join(', ') }
  const dated = datedRows(target.relation, rows)
  const groups = new Map<string, Dated[]>()
  for (const one of dated) {
    if (one.until < one.from) {
      const args = { ...shared, from: formatDay(one.from), until: formatDay(one.until) }
      reportCell(target, fault('BY761', args), one.row, inForce.until ?? inForce.from)
      continue
    }
    const group = groups.get(one.key)
    if (group) group.push(one)
    else groups.set(one.key, [one])
  }
  for (const group of groups.values()) {
    group.sort((a, b) => a.from - b.from || a.row - b.row)
    let last: Dated | undefined
    for (const one of group) {
      if (last && one.from <= last.until) {
        const { file, line } = rows.place(last.row)
        const args = { ...shared, day: formatDay(one.from), other: `${file}:${line}` }
        reportCell(target, fault('BY760', args), one.row, inForce.from)
      }
      if (!last || one.until > last.until) last = one
    }
  }
}

type Dated = { readonly row: number; readonly key: string; readonly from: number; readonly until: number }

/** The rows whose keys and days are all known; what is not has been reported already. */
function datedRows({ inForce, fields }: Relation, rows: RelationRows): readonly Dated[] {
  const column = (id: string | undefined): FieldColumn | undefined =>
    id === undefined ? undefined : rows.fields.get(id)
  const from = column(inForce?.from)
  const until = column(inForce?.until)
  const keys = (inForce?.by ?? []).map(column)
  const open = fields.find(({ id }) => id === inForce?.until)?.optional === true
  const found: Dated[] = []
  for (let row = 0; row < rows.count; row++) {
    const known = (cells: FieldColumn | undefined): boolean =>
      cells !== undefined && (cells.states?.[row] ?? cellState.present) === cellState.present
    const ends = until === undefined || (open && until.states?.[row] === cellState.missing)
    if (!known(from) || !keys.every(known) || !(ends || known(until))) continue
    const key = JSON.stringify(keys.map((cells) => partOf(cells, row)))
    found.push({
      row,
      key,
      from: dayAt(from, row),
      until: ends ? Number.POSITIVE_INFINITY : dayAt(until, row),
    })
  }
  return found
}

function dayAt(cells: FieldColumn | undefined, row: number): number {
  return cells?.is === 'code' ? (cells.values[row] ?? 0) : 0
}

function partOf(cells: FieldColumn | undefined, row: number): string | number {
  if (cells?.is === 'text') return cells.at ? cells.at(row) : (cells.values[row] ?? '')
  return Number(cells?.values[row] ?? 0)
}
