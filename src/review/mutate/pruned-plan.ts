import type { Id, Plan } from '../../plan/plan.ts'

/** A part of a plan, and the ids of all that it has of columns, tables, schedules and clocks. */
export type PlanPart = { readonly plan: Plan; readonly kept: ReadonlySet<Id> }

/**
 * Cuts parts out of a plan: what some of its results need, and nothing else, for what a case does not look at need not be
 * worked out. `names`: those of clauses and values. What is reported of the data itself stays, and so do all records.
 */
export function prunerOf(plan: Plan): (names: ReadonlySet<Id>) => PlanPart {
  const columns = new Map(plan.columns.map((one) => [one.id, one]))
  const parts = new Map<Id, object>(
    [...plan.tables, ...plan.schedules, ...(plan.clocks ?? [])].map((one) => [one.id, one]),
  )
  const groups = grouped(plan.columns, ({ recurrence }) => recurrence)
  // `kpi.level` and `kpi~2` are of `kpi`.
  const named = grouped(plan.columns, ({ id }) => id.split(/[.~]/u)[0])
  const always = [...plan.derived, ...plan.checks, ...plan.grains].flatMap(textsOf)
  return (names) => {
    const kept = new Set<Id>()
    const waiting: Id[] = []
    const keep = (id: Id): void => {
      if (kept.has(id) || !(columns.has(id) || parts.has(id))) return
      kept.add(id)
      waiting.push(id)
    }
    const outputs = plan.outputs.filter(
      ({ id, releases }) => names.has(id) || (releases !== undefined && names.has(releases)),
    )
    for (const name of names) {
      keep(name)
      for (const { id } of named.get(name) ?? []) keep(id)
    }
    // Whatever names a column or a table reads it: more than is needed may be kept, never less.
    for (const id of [...outputs.flatMap(textsOf), ...always]) keep(id)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const column = columns.get(id)
      for (const text of textsOf(column?.expr ?? parts.get(id) ?? {})) keep(text)
      if (column?.denominator !== undefined) keep(column.denominator)
      // What goes on from period to period is worked out together.
      for (const other of groups.get(column?.recurrence ?? '') ?? []) keep(other.id)
    }
    return { plan: { ...plan, outputs, columns: plan.columns.filter(({ id }) => kept.has(id)) }, kept }
  }
}

function grouped<T>(
  all: readonly T[],
  by: (one: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = by(one)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** Every text in a part of a plan; a part never changes, so it is gone through once. */
export function textsOf(node: object): readonly string[] {
  const known = texts.get(node)
  if (known) return known
  const found = new Set<string>()
  const visit = (inner: unknown): void => {
    if (typeof inner === 'string') found.add(inner)
    else if (typeof inner === 'object' && inner !== null)
      for (const value of Object.values(inner)) visit(value)
  }
  visit(node)
  const all = [...found]
  texts.set(node, all)
  return all
}
const texts = new WeakMap<object, readonly string[]>()
