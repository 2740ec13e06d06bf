import type { Diagnostic } from '../base/diagnostic.ts'
import type { Id, Plan } from '../plan/plan.ts'
import type { DataProblem, Rows } from '../plan/rows.ts'
import type { ShareStyle } from './cell-number.ts'
import { chooseFiles } from './choose-files.ts'
import { type DataConfig, noConfig } from './data-config.ts'
import { finishRelation } from './finish-relation.ts'
import { reportInForce } from './in-force.ts'
import { readKeys } from './keys.ts'
import { type Needed, neededOf } from './needed.ts'
import { type Fault, fault, type ProblemLog, problemLog } from './problem-log.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { type RelationStore, relationStore } from './relation-store.ts'
import { type IsUtf8, toUtf8 } from './text.ts'

export type Loaded = {
  readonly rows: Rows
  /** Bad and missing cells, and files that could not be read, in the order of the files and their rows. */
  readonly problems: readonly DataProblem[]
  /** What holds nothing: rows left out, problems beyond those listed. */
  readonly notes: readonly Diagnostic[]
  /** Relations of which rows are lacking: no result that needs them may be trusted, so a run must not go on. */
  readonly unreadable: readonly Id[]
}

/**
 * Reads the rows of every relation of a plan from files by their names in the data folder; a file that could not be
 * had is given as the fault that says why. Never throws.
 */
export function loadRows(
  plan: Plan,
  files: ReadonlyMap<string, Uint8Array | Fault>,
  config: DataConfig = noConfig,
  isUtf8?: IsUtf8,
): Loaded {
  const log = problemLog()
  const needed = neededOf(plan)
  const chosen = chooseFiles(plan, [...files.keys()], config)
  const unreadable = new Set<Id>()
  for (const lack of chosen.faults) {
    log.add(lack.fault, lack.file, () => ({ relation: lack.relation }))
    unreadable.add(lack.relation)
  }
  const stores = plan.relations.map((relation) => {
    const source = config.records.get(relation.id)
    const styles = new Map<Id, ShareStyle>()
    for (const [field, column] of source?.columns ?? []) if (column.style) styles.set(field, column.style)
    const store = relationStore(relation, styles, log)
    for (const name of chosen.files.get(relation.id) ?? []) {
      if (!readFile(store, name, files.get(name), config, needed, isUtf8)) unreadable.add(relation.id)
    }
    return store
  })
  return finishRows(plan, stores, log, [...unreadable])
}

function readFile(
  target: RelationStore,
  name: string,
  bytes: Uint8Array | Fault | undefined,
  config: DataConfig,
  needed: Needed,
  isUtf8: IsUtf8 | undefined,
): boolean {
  const source = config.records.get(target.relation.id)
  const refuse = (found: Fault) => {
    target.log.add(found, name, () => ({ relation: target.relation.id }))
    return false
  }
  if (bytes && 'code' in bytes) return refuse(bytes)
  const reading = toUtf8(name, bytes ?? new Uint8Array(), source?.encoding, isUtf8)
  if ('fault' in reading) return refuse(reading.fault)
  const kind = /\.(csv|json|jsonl)$/i.exec(name)?.[1]?.toLowerCase()
  if (kind === 'csv') return readCsv(target, name, reading.utf8, source, needed)
  if (kind === 'json' || kind === 'jsonl') return readJson(target, name, reading.utf8, kind, source, needed)
  return refuse(fault('BY745', { file: name }))
}

/** Makes rows of what the stores hold, once all of them are filled. */
export function finishRows(
  plan: Plan,
  stores: readonly RelationStore[],
  log: ProblemLog,
  unreadable: readonly Id[],
): Loaded {
  const keys = new Map(stores.map((store) => [store.relation.id, readKeys(store)]))
  const rows = new Map(stores.map((store) => [store.relation.id, finishRelation(plan, store, keys)]))
  for (const store of stores) {
    const finished = rows.get(store.relation.id)
    if (finished) reportInForce(store, finished)
  }
  return { rows, ...log.finish(), unreadable }
}
