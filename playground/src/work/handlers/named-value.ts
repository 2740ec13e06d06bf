import type { Handler } from './handler.ts'
import { statedRun } from './statement.ts'

/** What something that the policy names is for one person, in the newest results: a clause, a measure. */
export const namedValue: Handler<'namedValue'> = async ({ edited }, { record, key, path, language }) => {
  const column = edited?.plan.columns.find(({ id }) => id === path)
  if (!edited || !column) return undefined
  const line = edited.lines.find(
    ({ output, subject }) =>
      output.grain === column.grain && subject?.record === record && subject.key === key,
  )
  if (!line?.subject) return undefined
  const { statements } = await import('../statements.ts')
  const [view] = statements.openedValue(statedRun(edited), { column: column.id, row: line.row }, language)
  return view && { shown: view.result, who: line.subject.label ?? line.subject.key }
}
