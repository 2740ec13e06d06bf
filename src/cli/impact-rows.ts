import { readdirSync } from 'node:fs'
import { chooseFiles } from '../data/choose-files.ts'
import type { DataConfig } from '../data/data-config.ts'
import { loadFolder } from '../data/folder.ts'
import type { Loaded } from '../data/read-rows.ts'
import { needing, recordsOf } from '../data/shared-rows.ts'
import type { Column, Field, Id, Plan, Type } from '../plan/plan.ts'
import type { RowsFor } from '../review/impact/edited-runs.ts'
import type { Versions } from './impact-versions.ts'

/** Rows for both versions and for what lies between them, and everything that was read. */
export type ReadRows = {
  readonly rowsFor: RowsFor
  readonly load: (plan: Plan, settings: 'before' | 'after') => Loaded
}

/** Reads the data once for all plans with the same records and settings: for what any of them needs. */
export function rowsOf({ before, after }: Versions, folder: string, by: string | undefined): ReadRows {
  const known = new Map<string, Loaded>()
  const load = (plan: Plan, settings: 'before' | 'after'): Loaded => {
    const { config, settings: text } = settings === 'before' ? before : after
    const key = JSON.stringify([text, recordsOf(plan)])
    const all = (): Plan => {
      const whole = needing(plan, [before.version.plan, after.version.plan])
      return { ...whole, columns: [...whole.columns, ...groupColumns(whole, by, folder, config)] }
    }
    const found = known.get(key) ?? loadFolder(all(), folder, config)
    known.set(key, found)
    return found
  }
  return { load, rowsFor: (plan, settings) => load(plan, settings).rows }
}

/**
 * The fields by which people may be put together, as columns that need them: the one that was asked for, else those that
 * can be had. Another record's rows are not looked for where the folder has no file of it.
 */
function groupColumns(
  plan: Plan,
  by: string | undefined,
  folder: string,
  config: DataConfig,
): readonly Column[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  const fieldOf = (relation: Id | undefined, id: Id): Field | undefined =>
    plan.relations.find((one) => one.id === relation)?.fields.find((field) => field.id === id)
  const column = (path: readonly Id[], relation: Id, field: Id): Column => ({
    id: '',
    grain: '',
    type: { is: 'text' },
    expr: { op: 'field', path, relation, field },
    mayFail: true,
    origin: '',
  })
  return payees(plan).flatMap((record): readonly Column[] => {
    if (by !== undefined) {
      const path = by.split('.')
      let relation: Id | undefined = record
      for (const step of path.slice(0, -1)) {
        const type: Type | undefined = fieldOf(relation, step)?.type
        relation = type?.is === 'ref' ? type.relation : undefined
      }
      const last = path.at(-1) ?? ''
      return relation !== undefined && fieldOf(relation, last)
        ? [column(path.slice(0, -1), relation, last)]
        : []
    }
    const fields = plan.relations.find(({ id }) => id === record)?.fields ?? []
    return fields
      .filter(({ type }) => type.is === 'enum' || type.is === 'text' || type.is === 'ref')
      .map(({ id }) => column([], record, id))
      .filter(
        (one) => chooseFiles({ ...plan, columns: [...plan.columns, one] }, names, config).faults.length === 0,
      )
  })
}

/** The records of those who are paid. */
function payees({ outputs, grains }: Plan): readonly Id[] {
  const paying = outputs.filter(({ is }) => is === 'pay' || is === 'payout')
  const found = paying.map(
    ({ payee, grain }) => payee?.relation ?? grains.find(({ id }) => id === grain)?.relation,
  )
  return [...new Set(found)].filter((id) => id !== undefined)
}
