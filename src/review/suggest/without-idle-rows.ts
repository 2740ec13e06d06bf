import type { Id, Output, Relation } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { observe } from '../coverage/observe.ts'
import { resultsOf, type Search } from './goal.ts'
import type { Slice } from './slice.ts'
import { readRows } from './trial.ts'
import { type World, withRows } from './world.ts'

/**
 * The same case without rows on which nothing hangs: neither what it shows, nor what the clause comes to, step by step. `hits`:
 * the points that it shows.
 */
export function withoutIdleRows(search: Search, slice: Slice, world: World, hits: readonly number[]): World {
  const results = resultsOf(search, world)
  if (!results) return world
  const { relation: own } = search.plan.grains.find(({ id }) => id === slice.output.grain) ?? {}
  const said = saysOf(results, slice.output)
  const isSame = (next: World): boolean => {
    const now = resultsOf(search, next)
    if (!now || saysOf(now, slice.output) !== said) return false
    const counts = observe(slice.points, now)
    return hits.every((hit) => (counts[hit] ?? 0) > 0)
  }
  let best = world
  for (const relation of inOrder(search.plan.relations)) {
    if (relation.id === own) continue
    for (let at = (best.rows.get(relation.id) ?? []).length - 1; at >= 0; at--) {
      if (isNamed(search, best, relation, at)) continue
      const rows = best.rows.get(relation.id) ?? []
      const next = withRows(
        best,
        relation.id,
        rows.filter((_, i) => i !== at),
      )
      if (isSame(next)) best = next
    }
  }
  return best
}

/** Records before those that they refer to. */
function inOrder(relations: readonly Relation[]): readonly Relation[] {
  const depth = (relation: Relation, seen: ReadonlySet<Id>): number =>
    1 +
    Math.max(
      0,
      ...relation.fields.map(({ type }) => {
        const to = type.is === 'ref' ? relations.find(({ id }) => id === type.relation) : undefined
        return to && !seen.has(to.id) ? depth(to, new Set([...seen, to.id])) : 0
      }),
    )
  const depths = new Map(relations.map((one) => [one.id, depth(one, new Set([one.id]))]))
  return relations.toSorted((a, b) => (depths.get(b.id) ?? 0) - (depths.get(a.id) ?? 0))
}

/** Whether another row refers to one. */
function isNamed({ plan }: Search, world: World, { id, key }: Relation, at: number): boolean {
  const name = key === undefined ? undefined : world.rows.get(id)?.[at]?.get(key)
  if (name === undefined) return false
  return plan.relations.some(({ id: other, fields }) =>
    fields.some(
      ({ id: field, type }) =>
        type.is === 'ref' &&
        type.relation === id &&
        (world.rows.get(other) ?? []).some(
          (row, i) => !(other === id && i === at) && row.get(field) === name,
        ),
    ),
  )
}

/** What a clause comes to, with all of its steps, as a text to be compared. */
function saysOf(results: Results, { grain, column, also, steps }: Output): string {
  const columns = new Set([
    column,
    ...also.map((one) => one.column),
    ...steps.flatMap((step) => [step.column, step.operand, step.when, ...(step.parts ?? [])]),
  ])
  const all = [...columns].flatMap((id) => {
    const found = id === undefined ? undefined : results.engine.model.columns.get(id)
    if (!found || found.grain !== grain) return []
    return readRows(results, grain, { op: 'column', column: found.id }).map(
      ({ state, n, text }) => `${state} ${text ?? n}`,
    )
  })
  return all.join('\n')
}
