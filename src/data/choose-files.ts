import { nearest } from '../base/nearest.ts'
import type { Id, Plan } from '../plan/plan.ts'
import type { DataConfig } from './data-config.ts'
import { listed, loose } from './headings.ts'
import { neededOf } from './needed.ts'
import { type Fault, fault } from './problem-log.ts'

/** The files that each relation of the plan is read from, by their names in the data folder; none where no rule needs it. */
export type Chosen = {
  readonly files: ReadonlyMap<Id, readonly string[]>
  readonly faults: readonly { readonly relation: Id; readonly file: string; readonly fault: Fault }[]
}

const kinds = ['.csv', '.json', '.jsonl'] as const

/** Chooses files among `names`: what `bylaw.yaml` says, else by the record's name (`SalesOrder`: sales_orders.csv). */
export function chooseFiles(plan: Plan, names: readonly string[], config: DataConfig): Chosen {
  const { relations } = neededOf(plan)
  const files = new Map<Id, readonly string[]>()
  const faults: { relation: Id; file: string; fault: Fault }[] = []
  const lack = (relation: Id, file: string, found: Fault) => faults.push({ relation, file, fault: found })
  for (const { id } of plan.relations) {
    if (!relations.has(id)) continue
    const said = config.records.get(id)?.files ?? []
    if (said.length > 0) {
      files.set(
        id,
        said.filter((file) => names.includes(file)),
      )
      for (const file of said.filter((one) => !names.includes(one))) {
        lack(id, file, fault('BY731', { record: id, file, names: listed(near(file, names)) }))
      }
      continue
    }
    const matching = names.filter((name) => isNamed(name, id))
    files.set(id, matching.length === 1 ? matching : [])
    if (matching.length > 1) lack(id, id, fault('BY744', { record: id, names: listed(matching) }))
    if (matching.length === 0) lack(id, id, fault('BY730', { record: id, names: expectedNames(id) }))
  }
  return { files, faults }
}

/** The folder's names, the likeliest first. */
function near(file: string, names: readonly string[]): readonly string[] {
  const best = nearest(file, names)
  return best === undefined ? names : [best, ...names.filter((name) => name !== best)]
}

function isNamed(file: string, record: Id): boolean {
  const kind = kinds.find((ending) => file.toLowerCase().endsWith(ending))
  if (kind === undefined) return false
  const name = loose(file.slice(0, -kind.length))
  const wanted = loose(record)
  return name === wanted || plurals(wanted).includes(name)
}

function plurals(name: string): readonly string[] {
  if (!/[a-z]$/.test(name)) return []
  const ies = name.endsWith('y') ? [`${name.slice(0, -1)}ies`] : []
  return [`${name}s`, `${name}es`, ...ies]
}

/** The name of a CSV file that is found for a record without settings: `SalesOrder` is in `sales_order.csv`. */
export function expectedFile(record: Id): string {
  return `${snakeOf(record)}.csv`
}

function expectedNames(record: Id): string {
  return kinds.map((kind) => `${snakeOf(record)}${kind}`).join(', ')
}

function snakeOf(record: Id): string {
  return record
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase()
}
