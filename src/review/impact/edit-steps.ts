import type { Plan } from '../../plan/plan.ts'
import type { Difference } from './delta.ts'

/** Edits that are made together, and the plan once they and all before them are made. */
export type EditStep = { readonly changes: readonly number[]; readonly plan: Plan }

/** Beyond so many edits those of one declaration are counted together. */
const mostSteps = 80

/**
 * The edits one after another, as they are counted: declarations that were added, then what changed in the order of the
 * document, what was removed last. One that does not compile on top of those before is joined with those that it needs.
 * `planWith` gives the plan with some of the edits made, where that compiles; `last` is the plan with all of them.
 */
export function editSteps(
  { changes }: Difference,
  planWith: (made: ReadonlySet<number>) => Plan | undefined,
  last: Plan,
): readonly EditStep[] {
  const units = unitsOf(changes)
  const steps: EditStep[] = []
  const made = new Set<number>()
  let waiting: readonly (readonly number[])[] = []
  // Each edit is tried a few times at most: what still waits then is counted with what comes last.
  let tries = 3 * units.length + 10
  const compiled = (more: readonly (readonly number[])[]): Plan | undefined => {
    tries--
    const all = new Set([...made, ...more.flat()])
    return all.size === changes.length ? last : planWith(all)
  }
  const take = (group: readonly (readonly number[])[], plan: Plan): void => {
    for (const change of group.flat()) made.add(change)
    waiting = waiting.filter((unit) => !group.includes(unit))
    steps.push({ changes: group.flat().toSorted((a, b) => a - b), plan })
  }
  for (const unit of units) {
    const alone = compiled([unit])
    if (alone) take([unit], alone)
    else {
      waiting = [...waiting, unit]
      const together = waiting.length > 1 && tries > 0 ? compiled(waiting) : undefined
      if (!together) continue
      const least = tries > waiting.length ? withoutOthers(waiting, compiled) : waiting
      take(least, compiled(least) ?? together)
    }
    // What waited may need nothing but what has just been made.
    for (const one of waiting) {
      const plan = tries > 0 ? compiled([one]) : undefined
      if (plan) take([one], plan)
    }
  }
  if (waiting.length > 0) take(waiting, last)
  return steps
}

/** The fewest that compile together: the last of them, and those that it does not go without. */
function withoutOthers(
  group: readonly (readonly number[])[],
  compiled: (more: readonly (readonly number[])[]) => Plan | undefined,
): readonly (readonly number[])[] {
  let needed = group
  for (const unit of group.slice(0, -1)) {
    const without = needed.filter((one) => one !== unit)
    if (compiled(without)) needed = without
  }
  return needed
}

function unitsOf(changes: Difference['changes']): readonly (readonly number[])[] {
  const rank = (change: number): number => {
    const one = changes[change]
    if (one?.what.is !== 'declaration') return 1
    return one.is === 'added' ? 0 : 2
  }
  const single = changes.map((_, change) => [change])
  const together = new Map<unknown, number[]>()
  for (const [change, { declaration }] of changes.entries()) {
    const group = together.get(declaration)
    if (group) group.push(change)
    else together.set(declaration, [change])
  }
  const units = changes.length > mostSteps ? [...together.values()] : single
  return units.toSorted((a, b) => rank(a[0] ?? 0) - rank(b[0] ?? 0))
}
