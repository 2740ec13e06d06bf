import type { Id, Output, Plan } from '../../plan/plan.ts'

/** The part of a plan that some of its clauses hang on: so that they run alone, and only their data is asked for. */
export type Slice = {
  readonly plan: Plan
  /** Records that are read, and the fields of any record. */
  readonly relations: ReadonlySet<Id>
  readonly fields: ReadonlySet<Id>
}

export function sliceOf(plan: Plan, outputs: readonly Output[]): Slice {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const grains = new Map(plan.grains.map((grain) => [grain.id, grain]))
  const clocks = new Map((plan.clocks ?? []).map((clock) => [clock.id, clock]))
  const derived = new Map(plan.derived.map((one) => [one.id, one]))
  const known = new Set(plan.relations.map(({ id }) => id))
  const recurrences = new Map<Id, Id[]>()
  for (const { id, recurrence } of plan.columns)
    if (recurrence !== undefined) recurrences.set(recurrence, [...(recurrences.get(recurrence) ?? []), id])
  const places = new Map(plan.columns.map(({ id }, i) => [id, i]))
  const placeOf = (id: Id) => places.get(id) ?? 0
  const wanted = new Set<Id>()
  const relations = new Set<Id>()
  const fields = new Set<Id>()
  const waiting: Id[] = []

  // What a column reads stands before it: a word that a later one is called by is no name of it.
  let last = Number.POSITIVE_INFINITY
  const ask = (id: Id) => {
    if (wanted.has(id) || !columns.has(id) || placeOf(id) > last) return
    wanted.add(id)
    waiting.push(id)
  }
  const relation = (id: Id | undefined): void => {
    if (id === undefined) return
    const made = derived.get(id)
    const pairs = plan.pairs?.find((one) => one.id === id)
    if (pairs) {
      relation(pairs.of)
      relation(pairs.with)
      for (const field of [pairs.by, ...pairs.path.map((step) => step.field)]) fields.add(field)
    } else if (made) {
      relation(made.of)
      ask(made.share)
    } else if (known.has(id)) relations.add(id)
  }
  // A text that is no name of a column asks for nothing: one too many does no harm.
  const walk = (part: unknown, key: string): void => {
    if (typeof part === 'string') {
      if (key === 'field' || key === 'path') fields.add(part)
      else if (key === 'relation') relation(part)
      else if (key === 'source' || key === 'grain') relation(grains.get(part)?.relation)
      else if (key === 'clock') walk(clocks.get(part), '')
      ask(part)
    } else if (Array.isArray(part)) for (const one of part) walk(one, key)
    else if (typeof part === 'object' && part !== null)
      for (const [name, value] of Object.entries(part)) walk(value, name)
  }
  const made = (column: Id) => {
    const found = columns.get(column)
    if (!found) return
    const together = recurrences.get(found.recurrence ?? '') ?? []
    last = Math.max(...[column, ...together].map(placeOf))
    walk(found.grain, 'grain')
    walk(found.expr, '')
    walk(found.type, '')
    if (found.denominator !== undefined) ask(found.denominator)
    for (const id of together) ask(id)
  }
  for (const output of outputs) {
    for (const id of [output.column, output.payee?.column, output.posting, output.releases]) walk(id, '')
    for (const { column } of output.also) ask(column)
    walk(output.grain, 'grain')
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) made(id)
  return {
    plan: {
      ...plan,
      columns: plan.columns.filter(({ id }) => wanted.has(id)),
      outputs: plan.outputs.filter((one) => outputs.includes(one)),
      checks: [],
    },
    relations,
    fields,
  }
}
