import {
  brieflyShown,
  type DecisionQuestion,
  drawnTable,
  type Explanation,
  type Language,
  printShown,
} from '../../../../src/index.ts'
import type { DecisionTableShown, RowState, TableRowShown } from '../protocol-decide.ts'
import type { Ran } from '../session.ts'

type Traced = NonNullable<Explanation['values'][number]['table']>

/** The tables that an explanation goes through, as the policy draws them. */
export function tablesOf(
  { plan, compiled, sources }: Ran,
  { request }: DecisionQuestion,
  { values }: Explanation,
  language: Language,
): readonly DecisionTableShown[] {
  const columns = new Map(request.plan.columns.map((column) => [column.id, column]))
  return values.flatMap((value): readonly DecisionTableShown[] => {
    const expr = columns.get(value.id)?.expr
    const drawn =
      value.table && expr?.op === 'table'
        ? drawnTable(plan, compiled.program, sources, expr.table)
        : undefined
    if (!value.table || !drawn) return []
    const traced = value.table
    const open = traced.inputs.some(({ value: { is } }) => is === 'held' || is === 'not-applicable')
    const stateOf = (at: number | undefined): RowState => {
      const row = at === undefined ? undefined : traced.rows[at]
      if (row?.matched) return 'matched'
      if (row?.failed !== undefined) return 'failed'
      return open ? 'open' : 'after'
    }
    return [
      {
        label: drawn.label,
        span: drawn.place,
        headings: drawn.headings,
        values: traced.inputs.map((input) => ({
          label: input.label,
          text: brieflyShown(input.value, language),
        })),
        rows: drawn.rows.map((row): TableRowShown => {
          const { cells, place: span, stands, cellsStand } = row
          if (cellsStand) {
            const cellStates = cellsStand.map(stateOf).slice(0, cells.length)
            return { cells, span, state: cellStates.includes('matched') ? 'matched' : 'failed', cellStates }
          }
          const failed = failedCell(traced, stands, drawn.headings, language)
          return { cells, span, state: stateOf(stands), ...(failed && { failed }) }
        }),
      },
    ]
  })
}

/** Inputs of a table stand in the order of the headings that are no results. */
function failedCell(
  { inputs, rows }: Traced,
  at: number | undefined,
  headings: DecisionTableShown['headings'],
  language: Language,
): TableRowShown['failed'] {
  const name = at === undefined ? undefined : rows[at]?.failed
  const place = inputs.findIndex(({ label }) => label === name)
  const input = inputs[place]
  if (!input) return undefined
  const cell = headings.flatMap(({ output }, i) => (output ? [] : [i]))[place]
  return cell === undefined
    ? undefined
    : { cell, label: input.label, text: printShown(input.value, language, { currency: true }) }
}
