import type { Language } from '../../base/language.ts'
import { type Engine, need } from '../../targets/evaluate/engine.ts'
import { loadField } from '../../targets/evaluate/load-field.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { TraceValue } from '../../targets/evaluate/trace.ts'
import { valueFrom } from '../../targets/evaluate/value.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { isUndecided, reasonView } from './reason-view.ts'
import type { RowsView, RowView } from './view.ts'

/** Cells shown of a row beside its name. */
const mostFields = 5

/** Counted rows as a table: the row's name, its first fields, and what it counts. */
export function rowsView(
  engine: Engine,
  rows: NonNullable<TraceValue['rows']>,
  language: Language,
): RowsView {
  const { model } = engine
  const relation = model.relations.get(rows.record)
  const fields = shownFields(engine, rows.record)
  return {
    record: relation?.title ?? rows.record,
    total: rows.total,
    fields,
    listed: rows.listed.map(({ row: key, value, at, ref }): RowView => {
      const place = at === undefined ? undefined : engine.rows.get(rows.record)?.place(at)
      return {
        key,
        cells: at === undefined ? [] : cellsOf(engine, rows.record, at, language),
        value: printShown(value, language),
        ...(value.is === 'number' && { exact: value.text }),
        ...(isUndecided(value) && { reason: reasonView(value.reason, language) }),
        // A cell as it stands in the data has no formula to open.
        ...(ref && model.columns.get(ref.column)?.expr.op !== 'field' && { ref }),
        ...(place && { place }),
      }
    }),
  }
}

/** The fields of a record that are shown beside a row's name. */
export function shownFields({ model }: Engine, record: string): readonly string[] {
  const relation = model.relations.get(record)
  const fields = (relation?.fields ?? []).filter(({ id }) => id !== relation?.key)
  return fields.slice(0, mostFields).map(({ id }) => id)
}

export function cellsOf(engine: Engine, record: string, row: number, language: Language): readonly string[] {
  return shownFields(engine, record).map((id) => cellText(engine, record, id, row, language))
}

/** A cell for people; a dash where it is empty or cannot be read. */
function cellText(engine: Engine, relation: string, id: string, row: number, language: Language): string {
  const { type } = need(need(engine.model.fields, relation), id)
  const { vector } = loadField(engine, relation, id)
  if (stateAt(vector.states, row) !== 0) return '–'
  if (vector.is === 'text') return vector.values[row] ?? ''
  return printShown(shownValue(valueFrom(engine, type, integerAt(vector, row), undefined)), language)
}
