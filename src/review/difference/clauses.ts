import type { Output, Plan } from '../../plan/plan.ts'
import { type Matcher, matcherOf } from './same-meaning.ts'

/** A clause of the old version and the one of the new that it became. */
export type ClausePair = {
  readonly old?: Output
  readonly next?: Output
  /** Shown to mean the same. */
  readonly same: boolean
}

/**
 * The clauses of two versions side by side, in the order of the new one: by their names; those whose names are gone, by
 * what they mean, then by their order.
 */
export function clausePairs(
  old: Plan,
  next: Plan,
  matcher: Matcher = matcherOf(old, next),
): readonly ClausePair[] {
  const pairs = new Map<Output, ClausePair>()
  const byName = new Map(next.outputs.map((output) => [output.id, output]))
  const gone: Output[] = []
  for (const one of old.outputs) {
    const other = byName.get(one.id)
    if (other) pairs.set(other, { old: one, next: other, same: matcher.outputs(one, other) })
    else gone.push(one)
  }
  const left: Output[] = []
  for (const one of gone) {
    const free = next.outputs.filter((other) => !pairs.has(other) && alike(one, other))
    const other = free.find((candidate) => matcher.outputs(one, candidate))
    if (other) pairs.set(other, { old: one, next: other, same: true })
    else left.push(one)
  }
  const removed: ClausePair[] = []
  for (const one of left) {
    const other = next.outputs.find((candidate) => !pairs.has(candidate) && alike(one, candidate))
    if (other) pairs.set(other, { old: one, next: other, same: false })
    else removed.push({ old: one, same: false })
  }
  return [...next.outputs.map((other) => pairs.get(other) ?? { next: other, same: false }), ...removed]
}

function alike(a: Output, b: Output): boolean {
  return a.is === b.is && a.label === b.label
}
