import type { Id } from '../../plan/plan.ts'

/** Some columns and all that they read, at whatever distance. `reads`: what a column reads itself, which is asked once. */
export function allRead(from: Iterable<Id>, reads: (id: Id) => Iterable<Id>): ReadonlySet<Id> {
  const all = new Set<Id>()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (all.has(id)) continue
    all.add(id)
    for (const next of reads(id)) if (!all.has(next)) waiting.push(next)
  }
  return all
}
