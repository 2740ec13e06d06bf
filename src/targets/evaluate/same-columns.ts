import { remembered } from '../../base/remembered.ts'
import type { Column, Id, Plan } from '../../plan/plan.ts'
import { firstHeld, noBalance, quotientTooLarge, usedOffset } from '../../plan/states.ts'
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
  if (!sameStates(earlier, now)) return taken
  const before = signaturesOf(earlier)
  const after = signaturesOf(now, earlier)
  const sameNumbers = statesCountAlike(earlier, now)
  let byMeaning: ReadonlyMap<number, readonly Column[]> | undefined
  const fixed = fixedStates(now)
  for (const column of now.model.plan.columns) {
    const own = after.get(column.id)
    if (!own) continue
    // INVARIANT: a row that belongs to nobody is noted by whoever looks for its place, so such columns look again.
    if (earlier.unplaced.size > 0 && own.places) continue
    const vector = sameNumbers && before.get(column.id) === own ? earlier.columns.get(column.id) : undefined
    if (vector) {
      taken.set(column.id, { of: column.id, vector })
      continue
    }
    byMeaning ??= columnsByMeaning(earlier, before)
    for (const { id } of byMeaning.get(own.meaning) ?? []) {
      const vector = earlier.columns.get(id)
      const states = sameNumbers
        ? undefined
        : stateMap(before.get(id)?.states ?? [], own.states, earlier, now)
      const kept = sameNumbers ? vector : vector && withStates(vector, states, fixed)
      if (kept === undefined) continue
      taken.set(column.id, { of: id, vector: kept })
      break
    }
  }
  return wholeRecurrences(now, taken)
}

function columnsByMeaning({ model }: Engine, signatures: Signatures): ReadonlyMap<number, readonly Column[]> {
  const byMeaning = new Map<number, Column[]>()
  for (const column of model.plan.columns) {
    const meaning = signatures.get(column.id)?.meaning ?? -1
    const same = byMeaning.get(meaning)
    if (same) same.push(column)
    else byMeaning.set(meaning, [column])
  }
  return byMeaning
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

/** Whether a state is the same number in both plans: so it is after most edits, which give no new reason. */
function statesCountAlike(earlier: Engine, now: Engine): boolean {
  const [before, after] = [earlier.model.reasons, now.model.reasons]
  if (before.size !== after.size) return false
  for (const [state, reason] of before) {
    if (after.get(state) === reason) continue
    if (!after.has(state) || reasonText(earlier, state) !== reasonText(now, state)) return false
  }
  return true
}

/** States that are the same in both: those of fields, and those that every plan has. */
function fixedStates({ model: { plan } }: Engine): ReadonlySet<number> {
  const fields = plan.relations.flatMap((relation) => relation.fields)
  return new Set([0, quotientTooLarge, noBalance, ...fields.flatMap(({ missing, bad }) => [missing, bad])])
}

/**
 * From the states of a column to those of the same one of another plan, both in the order in which they stand in it.
 * Undefined where the reasons are others, or where of several another would win.
 */
function stateMap(
  from: readonly number[],
  into: readonly number[],
  earlier: Engine,
  now: Engine,
): ReadonlyMap<number, number> | undefined {
  if (from.length !== into.length) return undefined
  const pairs: [number, number][] = []
  for (const [i, state] of from.entries()) {
    const other = into[i] ?? 0
    if (reasonText(earlier, state) !== reasonText(now, other)) return undefined
    pairs.push([state, other])
    if (state > 0 && state < firstHeld) pairs.push([state + usedOffset, other + usedOffset])
  }
  pairs.sort(([a], [b]) => a - b)
  const rises = pairs.every(([, other], i) => i === 0 || other > (pairs[i - 1]?.[1] ?? 0))
  return rises ? new Map(pairs) : undefined
}

function reasonText({ model }: Engine, state: number): string {
  const why = model.reasons.get(state)
  return why ? JSON.stringify([why.is, why.class, why.code, why.args]) : String(state)
}

function withStates(
  vector: Vector,
  map: ReadonlyMap<number, number> | undefined,
  fixed: ReadonlySet<number>,
): Vector | undefined {
  const own = vector.states
  if (own === undefined) return vector
  if (map === undefined) return undefined
  const same = [...map].every(([from, into]) => from === into)
  const states = new Uint16Array(own.length)
  for (let row = 0; row < own.length; row++) {
    const state = own[row] ?? 0
    if (state === 0) continue
    const into = fixed.has(state) ? state : map.get(state)
    if (into === undefined) return undefined
    states[row] = into
  }
  return same ? vector : replaced(vector, states)
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
    JSON.stringify(plan.derived.map(({ id, of, lines }) => [id, of, lines.length]))
  return sameStates(earlier, now) && told(earlier) === told(now)
}

/** Whether the cells of the same rows have the same states. */
function sameStates(earlier: Engine, now: Engine): boolean {
  return alike(earlier, now) && fieldsIn(earlier.model.plan) === fieldsIn(now.model.plan)
}

const fieldsIn = remembered(({ relations }: Plan) =>
  JSON.stringify(relations.map(({ id, fields }) => [id, fields])),
)
