import type { Column, Id } from '../../plan/plan.ts'
import { firstHeld, usedOffset } from '../../plan/states.ts'
import type { Engine } from './engine.ts'
import { type Signatures, signaturesOf } from './signatures.ts'
import type { States, Vector } from './vector.ts'

/**
 * The columns of a run that another run on the same rows has worked out already: those whose expression, and everything
 * that it reads, mean the same. `of` names the column of the other run.
 */
export type Taken = ReadonlyMap<Id, { readonly of: Id; readonly vector: Vector }>

/** What of `earlier` can be taken over into `now`, whose domains are known and whose columns are not. */
export function sameColumns(earlier: Engine, now: Engine): Taken {
  const taken = new Map<Id, { of: Id; vector: Vector }>()
  if (earlier.now !== now.now || earlier.opening.size > 0 || now.opening.size > 0) return taken
  if (!alike(earlier, now)) return taken
  const interned = new Map<string, number>()
  const before = signaturesOf(earlier, interned)
  const after = signaturesOf(now, interned)
  const byMeaning = new Map<number, Column[]>()
  for (const column of earlier.model.plan.columns) {
    const meaning = before.get(column.id)?.meaning ?? -1
    const same = byMeaning.get(meaning)
    if (same) same.push(column)
    else byMeaning.set(meaning, [column])
  }
  const pairs = now.model.plan.columns.flatMap((column) => {
    const same = byMeaning.get(after.get(column.id)?.meaning ?? -2) ?? []
    return same.length > 0 ? [{ column, same }] : []
  })
  const states = stateMap(pairs, before, after, earlier, now)
  for (const { column, same } of pairs) {
    // INVARIANT: a row that belongs to nobody is noted by whoever looks for its place, so such columns look again.
    if (earlier.unplaced.size > 0 && after.get(column.id)?.places === true) continue
    for (const { id } of same) {
      const vector = earlier.columns.get(id)
      const kept = vector && withStates(vector, states)
      if (kept === undefined) continue
      taken.set(column.id, { of: id, vector: kept })
      break
    }
  }
  return wholeRecurrences(now, taken)
}

/** The rows themselves, and what every column may hang on without naming it. */
function alike(earlier: Engine, now: Engine): boolean {
  const { relations } = now.model.plan
  if (relations.length !== earlier.model.plan.relations.length) return false
  if (relations.some(({ id }) => earlier.rows.get(id) !== now.rows.get(id))) return false
  const told = ({ model: { plan } }: Engine): string =>
    JSON.stringify([plan.policy.from, plan.policy.until, plan.policy.history])
  const zones = [earlier.model.plan.zone, now.model.plan.zone]
  const sameZone = zones.includes(undefined) || JSON.stringify(zones[0]) === JSON.stringify(zones[1])
  return sameZone && told(earlier) === told(now)
}

/** Columns that are worked out together are taken together or not at all. */
function wholeRecurrences(now: Engine, taken: Map<Id, { of: Id; vector: Vector }>): Taken {
  const broken = new Set<Id>()
  for (const { id, recurrence } of now.model.plan.columns)
    if (recurrence !== undefined && !taken.has(id)) broken.add(recurrence)
  for (const { id, recurrence } of now.model.plan.columns)
    if (recurrence !== undefined && broken.has(recurrence)) taken.delete(id)
  return taken
}

/** From the states of one plan to those of the other: undefined where that would change which of several wins. */
type StateMap = { readonly same: boolean; readonly to: Uint16Array; readonly known: Uint8Array } | undefined

function stateMap(
  pairs: readonly { readonly column: Column; readonly same: readonly Column[] }[],
  before: Signatures,
  after: Signatures,
  earlier: Engine,
  now: Engine,
): StateMap {
  const to = new Uint16Array(1 << 16)
  const known = new Uint8Array(1 << 16)
  const put = (from: number, into: number): void => {
    if (known[from] === 1) return
    known[from] = 1
    to[from] = into
    if (from > 0 && from < firstHeld) put(from + usedOffset, into + usedOffset)
  }
  put(0, 0)
  for (const relation of now.model.plan.relations) {
    const fields = earlier.model.fields.get(relation.id)
    for (const { id, missing, bad } of relation.fields) {
      const field = fields?.get(id)
      if (!field) continue
      put(field.missing, missing)
      put(field.bad, bad)
    }
  }
  for (const { column, same } of pairs) {
    const into = after.get(column.id)?.states ?? []
    for (const { id } of same)
      for (const [i, from] of (before.get(id)?.states ?? []).entries()) put(from, into[i] ?? 0)
  }
  let same = true
  let last = 0
  for (let state = 0; state < known.length; state++) {
    if (known[state] !== 1) continue
    const into = to[state] ?? 0
    if (into < last || into >= firstHeld !== state >= firstHeld) return undefined
    last = into
    same &&= into === state
  }
  return { same, to, known }
}

function withStates(vector: Vector, map: StateMap): Vector | undefined {
  const own = vector.states
  if (own === undefined) return vector
  if (map === undefined) return undefined
  const states = map.same ? undefined : new Uint16Array(own.length)
  for (let row = 0; row < own.length; row++) {
    const state = own[row] ?? 0
    if (map.known[state] !== 1) return undefined
    if (states) states[row] = map.to[state] ?? 0
  }
  return states ? replaced(vector, states) : vector
}

function replaced(vector: Vector, states: States): Vector {
  if (vector.is !== 'text') return { ...vector, states }
  // Texts may not all have been made yet.
  return {
    is: 'text',
    get values() {
      return vector.values
    },
    ...(vector.at && { at: vector.at }),
    states,
  }
}

/** Whether fields that one run has made ready are those of the other, their states included. */
export function sameFields(earlier: Engine, now: Engine): boolean {
  const told = ({ model: { plan } }: Engine): string =>
    JSON.stringify([
      plan.relations.map(({ id, fields }) => [id, fields]),
      plan.derived.map(({ id, of, lines }) => [id, of, lines.length]),
    ])
  return alike(earlier, now) && told(earlier) === told(now)
}
