import type { Derived, Field, Grain, Id, Pairs, PeriodKind } from '../../plan/plan.ts'
import { derivedFields, pairFields } from '../../plan/plan.ts'
import type {
  ColumnDefinition,
  Definitions,
  ReasonDefinition,
  ScheduleDefinition,
  TableDefinition,
} from './rule-set.ts'

/** Definitions by their names. */
export type Model = {
  readonly definitions: Definitions
  readonly relations: ReadonlyMap<Id, Definitions['relations'][number]>
  readonly fields: ReadonlyMap<Id, ReadonlyMap<Id, Field>>
  readonly derived: ReadonlyMap<Id, Omit<Derived, 'origin'>>
  readonly pairs: ReadonlyMap<Id, Pairs>
  readonly grains: ReadonlyMap<Id, Grain>
  readonly columns: ReadonlyMap<Id, ColumnDefinition>
  readonly tables: ReadonlyMap<Id, TableDefinition>
  readonly schedules: ReadonlyMap<Id, ScheduleDefinition>
  readonly kinds: ReadonlyMap<Id, PeriodKind>
  readonly reasons: ReadonlyMap<number, ReasonDefinition>
  /** States of a held value of which only something is missing. */
  readonly missing: ReadonlySet<number>
}

export function modelOf(definitions: Definitions): Model {
  const byId = <T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> =>
    new Map(items.map((item) => [item.id, item]))
  const made = definitions.derived.map(({ id, of }): [Id, ReadonlyMap<Id, Field>] => {
    const never = { optional: false, missing: 0, bad: 0 }
    const row: Field = { id: derivedFields.row, type: { is: 'ref', relation: of }, ...never }
    const count = { is: 'int', scale: 0, min: '0', max: '9999', unit: 'count' } as const
    return [id, byId<Field>([row, { id: derivedFields.line, type: count, ...never }])]
  })
  const pairs = definitions.pairs ?? []
  const paired = pairs.map(({ id, of, with: other }): [Id, ReadonlyMap<Id, Field>] => {
    const ref = (field: Id, relation: Id): Field => {
      return { id: field, type: { is: 'ref', relation }, optional: false, missing: 0, bad: 0 }
    }
    return [id, byId([ref(pairFields.row, of), ref(pairFields.with, other)])]
  })
  const { reasons } = definitions
  return {
    definitions,
    relations: byId(definitions.relations),
    fields: new Map([
      ...definitions.relations.map((r) => [r.id, byId(r.fields)] as const),
      ...made,
      ...paired,
    ]),
    derived: byId(definitions.derived),
    pairs: byId(pairs),
    grains: byId(definitions.grains),
    columns: byId(definitions.columns),
    tables: byId(definitions.tables),
    schedules: byId(definitions.schedules),
    kinds: byId(definitions.periods),
    reasons: new Map(reasons.map((r) => [r.state, r])),
    missing: new Set(reasons.flatMap((r) => (r.is === 'held' && r.class === 'missing' ? [r.state] : []))),
  }
}

/** What a rule set names must be in it: anything else was changed by hand. */
export function need<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key)
  if (found === undefined) throw new Error(`the rule set has no ${String(key)}`)
  return found
}

/** The relation that a chain of references leads to. */
export function relationAt(model: Model, from: Id, path: readonly Id[]): Id {
  return path.reduce((relation, id) => {
    const { type } = need(need(model.fields, relation), id)
    if (type.is !== 'ref') throw new Error(`${relation}.${id} is no reference`)
    return type.relation
  }, from)
}
