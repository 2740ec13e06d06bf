import type { Id } from '../../plan/plan.ts'

/** Some columns and all that they read, the nearest first. `reads`: what a column reads itself, which is asked once. */
export function allRead(from: Iterable<Id>, reads: (id: Id) => Iterable<Id>): ReadonlySet<Id> {
  const all = new Set(from)
  for (const id of all) for (const next of reads(id)) all.add(next)
  return all
}
