import { isoInstant, readInstant } from '../../base/local-time.ts'
import type { Expr, Field, Id, Relation } from '../../plan/plan.ts'
import type { Search } from './goal.ts'
import { textsIn } from './slice.ts'
import { changed, type World, withCell } from './world.ts'

/** What a case can turn: a cell of a record, or the time at which is asked. */
export type Knob =
  | { readonly is: 'cell'; readonly relation: Relation; readonly field: Field }
  | { readonly is: 'now'; readonly field: Pick<Field, 'id' | 'type' | 'optional'> }

const now: Knob = { is: 'now', field: { id: 'now', type: { is: 'time' }, optional: true } }

/** How many rows there are that have such a cell. */
export function rowsOf(world: World, knob: Knob): number {
  return knob.is === 'now' ? 1 : (world.rows.get(knob.relation.id)?.length ?? 0)
}

export function textAt({ plan }: Search, world: World, knob: Knob, at: number): string | undefined {
  if (knob.is === 'cell') return world.rows.get(knob.relation.id)?.[at]?.get(knob.field.id)
  return world.now === undefined || !plan.zone ? undefined : isoInstant(plan.zone, world.now)
}

export function turnedTo(
  { plan }: Search,
  world: World,
  knob: Knob,
  at: number,
  text: string | undefined,
): World {
  if (knob.is === 'cell') return withCell(world, knob.relation.id, at, knob.field.id, text)
  const { now: _, ...untold } = world
  const read = text === undefined ? undefined : readInstant(plan.zone, text)
  return changed(world, typeof read === 'object' ? { ...untold, now: read.at } : untold)
}

/** The fields that expressions read, through columns; amounts of rows before what is said of people. */
export function knobsOf(search: Search, exprs: readonly Expr[]): readonly Knob[] {
  const fields = new Set<string>()
  const seen = new Set<Id>()
  let asksNow = false
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one)
      return
    }
    if (typeof node === 'string') {
      const column = seen.has(node) ? undefined : search.column(node)
      if (!column) {
        const clock = search.plan.clocks?.find(({ id }) => id === node)
        if (clock && !seen.has(node)) {
          seen.add(node)
          asksNow = true
          visit(Object.values(clock).filter((part) => part !== node))
        }
        return
      }
      seen.add(node)
      visit(column.expr)
      if (column.denominator !== undefined) visit(column.denominator)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const record: { readonly [key: string]: unknown } = { ...node }
    if (record.op === 'field') fields.add(`${String(record.relation)}.${String(record.field)}`)
    if (record.op === 'now') asksNow = true
    if (record.op === 'in-force') {
      const relation = search.plan.relations.find(({ id }) => id === record.relation)
      for (const field of [relation?.inForce?.from, relation?.inForce?.until])
        if (relation && field !== undefined) fields.add(`${relation.id}.${field}`)
    }
    visit(Object.values(record))
  }
  visit(exprs)
  const people = new Set(
    search.plan.grains.flatMap(({ relation, period }) =>
      relation !== undefined && period !== undefined ? [relation] : [],
    ),
  )
  const all = search.plan.relations.flatMap((relation) =>
    relation.fields.flatMap((field) =>
      fields.has(`${relation.id}.${field.id}`) && field.id !== relation.key
        ? [{ is: 'cell', relation, field } as const]
        : [],
    ),
  )
  return [
    ...all.filter(({ relation }) => !people.has(relation.id)),
    ...all.filter(({ relation }) => people.has(relation.id)),
    ...(asksNow ? [now] : []),
  ]
}

/** The records whose rows an expression counts or adds up. */
export function countedRelations(search: Search, exprs: readonly Expr[]): readonly Relation[] {
  const seen = new Set<string>()
  const found = new Set<Id>()
  const waiting: string[] = [...textsIn(exprs)]
  const note = (expr: unknown): void => {
    for (const node of nodesOf(expr)) {
      if (node.op === 'aggregate' || node.op === 'rolling' || node.op === 'rank' || node.op === 'share') {
        const grain = search.plan.grains.find(({ id }) => id === node.source)
        if (grain?.relation !== undefined) found.add(grain.relation)
      }
      if (node.op === 'in-force') found.add(String(node.relation))
    }
  }
  note(exprs)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const column = seen.has(id) ? undefined : search.column(id)
    seen.add(id)
    if (!column) continue
    note(column.expr)
    waiting.push(...textsIn(column.expr), ...(column.denominator === undefined ? [] : [column.denominator]))
  }
  const derived = new Map(search.plan.derived.map(({ id, of }) => [id, of]))
  const ids = new Set([...found].map((id) => derived.get(id) ?? id))
  return search.plan.relations.filter(({ id }) => ids.has(id))
}

function nodesOf(value: unknown): readonly { readonly [key: string]: unknown }[] {
  const out: { readonly [key: string]: unknown }[] = []
  const waiting: unknown[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next)) out.push({ ...next })
    waiting.push(...Object.values(next))
  }
  return out
}
