import type { RecordSymbol } from './checked.ts'

const most = 20
/** Records that all refer to one another have more ways than can be walked. */
const mostSteps = 10_000

/**
 * Every way to follow references from one record to another without passing a record twice, shortest first.
 * A record that refers to itself (`manager Rep`) is never followed by itself: such a step is written out.
 */
export function referencePaths(
  records: ReadonlyMap<string, RecordSymbol>,
  from: RecordSymbol,
  to: string,
): readonly (readonly string[])[] {
  const found: string[][] = []
  const leads = leadingTo(records, to)
  let steps = 0
  const visit = (record: RecordSymbol, path: readonly string[], passed: ReadonlySet<string>): void => {
    for (const field of record.fields.values()) {
      if (found.length >= most || steps > mostSteps) return
      if (field.type.is !== 'ref' || passed.has(field.type.record) || !leads.has(field.type.record)) continue
      steps++
      const next = [...path, field.id]
      if (field.type.record === to) found.push(next)
      const target = records.get(field.type.record)
      if (target && field.type.record !== to) visit(target, next, new Set([...passed, target.id]))
    }
  }
  visit(from, [], new Set([from.id]))
  return found.sort((a, b) => a.length - b.length)
}

/** The records from which some chain of references reaches this one, itself among them. */
function leadingTo(records: ReadonlyMap<string, RecordSymbol>, to: string): ReadonlySet<string> {
  const from = new Map<string, string[]>()
  for (const record of records.values())
    for (const field of record.fields.values())
      if (field.type.is === 'ref')
        from.set(field.type.record, [...(from.get(field.type.record) ?? []), record.id])
  const reached = new Set([to])
  // A set hands out what is added while it is walked.
  for (const id of reached) for (const source of from.get(id) ?? []) reached.add(source)
  return reached
}
