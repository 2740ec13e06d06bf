import { type Facts, recordOf } from './world.ts'

/** The reference fields of a record with the records they lead to. */
function references(world: Facts, record: string): { field: string; to: string }[] {
  return [...recordOf(world, record).fields.values()].flatMap(({ name, type }) =>
    type.is === 'name' && world.records.has(type.name.text) ? [{ field: name, to: type.name.text }] : [],
  )
}

function allPaths(world: Facts, from: string, to: string, visited: readonly string[]): string[][] {
  if (from === to) return [[]]
  return references(world, from).flatMap(({ field, to: next }) =>
    visited.includes(next)
      ? []
      : allPaths(world, next, to, [...visited, next]).map((rest) => [field, ...rest]),
  )
}

/** The one chain of references from a record to another; undefined when there is none, an error when several. */
export function referencePath(world: Facts, from: string, to: string): readonly string[] | undefined {
  const found = allPaths(world, from, to, [from])
  if (found.length > 1) throw new Error(`several ways from ${from} to ${to}: the policy must say via`)
  return found[0]
}
