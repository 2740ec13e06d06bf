import type { Plan } from '../plan/plan.ts'
import { neededOf } from './needed.ts'

/** A plan whose columns are also those of others: so that whatever these need is read as well. */
export function needing(plan: Plan, others: readonly Plan[]): Plan {
  return {
    ...plan,
    columns: [...plan.columns, ...others.flatMap(({ columns }) => columns)],
    grains: [...plan.grains, ...others.flatMap(({ grains }) => grains)],
    outputs: [...plan.outputs, ...others.flatMap(({ outputs }) => outputs)],
  }
}

/** What a reader of data knows of the records, without their places in the text. */
export function recordsOf({ relations, policy, zone, periods }: Plan): unknown {
  return [
    relations.map(({ id, key, label, fields, inForce }) => [
      id,
      key,
      label,
      inForce,
      fields.map((field) => [field.id, field.type, field.optional]),
    ]),
    policy.currency,
    zone,
    periods.filter((kind) => kind.is !== 'window'),
  ]
}

/** Plans with the same key read the same rows from the same files: what was loaded for one serves the other. */
export function rowsKey(plan: Plan): string {
  const { relations, reads } = neededOf(plan)
  const needed = plan.relations
    .filter(({ id }) => relations.has(id))
    .map((relation) => [
      relation.id,
      relation.fields.filter((field) => reads(relation.id, field)).map(({ id }) => id),
    ])
  return JSON.stringify([recordsOf(plan), needed])
}
