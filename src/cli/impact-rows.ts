import { loadFolder } from '../data/folder.ts'
import type { Loaded } from '../data/read-rows.ts'
import type { Plan } from '../plan/plan.ts'
import type { RowsFor } from '../review/impact/edited-runs.ts'
import type { Versions } from './impact-versions.ts'

/** Rows for both versions and for what lies between them, and everything that was read. */
export type ReadRows = {
  readonly rowsFor: RowsFor
  readonly load: (plan: Plan, settings: 'before' | 'after') => Loaded
}

/** Reads the data once for all plans with the same records and settings: for what any of them needs. */
export function rowsOf({ before, after }: Versions, folder: string): ReadRows {
  const known = new Map<string, Loaded>()
  const load = (plan: Plan, settings: 'before' | 'after'): Loaded => {
    const { config, settings: text } = settings === 'before' ? before : after
    const key = JSON.stringify([text, recordsOf(plan)])
    const found =
      known.get(key) ?? loadFolder(needing(plan, [before.version.plan, after.version.plan]), folder, config)
    known.set(key, found)
    return found
  }
  return { load, rowsFor: (plan, settings) => load(plan, settings).rows }
}

/** A plan whose columns are also those of others: so that whatever these need is read as well. */
function needing(plan: Plan, others: readonly Plan[]): Plan {
  return {
    ...plan,
    columns: [...plan.columns, ...others.flatMap(({ columns }) => columns)],
    grains: [...plan.grains, ...others.flatMap(({ grains }) => grains)],
    outputs: [...plan.outputs, ...others.flatMap(({ outputs }) => outputs)],
  }
}

/** What a reader of data knows of the records, without their places in the text. */
function recordsOf({ relations, policy, zone, periods }: Plan): unknown {
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
