import type { RecordSymbol } from './checked.ts'

const most = 20

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
  const visit = (record: RecordSymbol, path: readonly string[], passed: ReadonlySet<string>): void => {
    for (const field of record.fields.values()) {
      if (field.type.is !== 'ref' || passed.has(field.type.record) || found.length >= most) continue
      const next = [...path, field.id]
      if (field.type.record === to) found.push(next)
      const target = records.get(field.type.record)
      if (target && field.type.record !== to) visit(target, next, new Set([...passed, target.id]))
    }
  }
  visit(from, [], new Set([from.id]))
  return found.sort((a, b) => a.length - b.length)
}
