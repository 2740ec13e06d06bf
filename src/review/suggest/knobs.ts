import { isoInstant, readInstant } from '../../base/local-time.ts'
import { remembered } from '../../base/remembered.ts'
import type { Expr, Field, Id, Plan, Relation } from '../../plan/plan.ts'
import type { Search } from './goal.ts'
import { readIn } from './read-in.ts'
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
export function knobsOf({ plan }: Search, exprs: readonly Expr[]): readonly Knob[] {
  const read = readIn(plan)
  const all = exprs.map(read)
  const [first] = all
  const fields = first && all.length === 1 ? first.fields : new Set(all.flatMap((one) => [...one.fields]))
  return [
    ...knobsIn(plan).filter(({ relation, field }) => fields.has(`${relation.id}.${field.id}`)),
    ...(all.some(({ asksNow }) => asksNow) ? [now] : []),
  ]
}

/** Every cell that a case of a plan can give. */
const knobsIn = remembered((plan: Plan): readonly Extract<Knob, { is: 'cell' }>[] => {
  const people = new Set(
    plan.grains.flatMap(({ relation, period }) =>
      relation !== undefined && period !== undefined ? [relation] : [],
    ),
  )
  const all = plan.relations.flatMap((relation) =>
    relation.fields.flatMap((field) =>
      field.id === relation.key ? [] : [{ is: 'cell', relation, field } as const],
    ),
  )
  return [
    ...all.filter(({ relation }) => !people.has(relation.id)),
    ...all.filter(({ relation }) => people.has(relation.id)),
  ]
})

/** The records whose rows an expression counts or adds up. */
export function countedRelations({ plan }: Search, exprs: readonly Expr[]): readonly Relation[] {
  const counted = new Set(exprs.flatMap((expr) => [...readIn(plan)(expr).counted]))
  return plan.relations.filter(({ id }) => counted.has(id))
}

/** What must be so for rows to count, of all that expressions add up on the way, each once. */
export function countedWhere({ plan }: Search, exprs: readonly Expr[]): readonly Id[] {
  return [...new Set(exprs.flatMap((expr) => [...readIn(plan)(expr).wheres]))]
}

/** The columns that are added up on the way, each once. */
export function columnsSummed({ plan }: Search, exprs: readonly Expr[]): readonly Id[] {
  return [...new Set(exprs.flatMap((expr) => [...readIn(plan)(expr).summed]))]
}
