import { used } from '../../plan/states.ts'
import { type Engine, type InForceIndex, need } from './engine.ts'
import { loadField } from './load-field.ts'
import { noteUnplaced } from './unplaced.ts'
import { stateAt, type Vector } from './vector.ts'

/** What a row does from one day to another: is in force, may be (its state says why that is not known), or nobody knows. */
type Stretch = {
  readonly from: number
  readonly until: number
  readonly state: number
  readonly reversed: boolean
}

const always = 2 ** 31 - 1

export function inForceIndex(engine: Engine, relation: string): InForceIndex {
  const known = engine.inForce.get(relation)
  if (known !== undefined) return known
  const made = build(engine, relation)
  engine.inForce.set(relation, made)
  return made
}

function build(engine: Engine, relation: string): InForceIndex {
  const { inForce } = need(engine.model.relations, relation)
  if (inForce === undefined) throw new Error(`rows of ${relation} are not in force for a time`)
  const { count } = need(engine.rows, relation)
  const keys = inForce.by.map((id) => loadField(engine, relation, id).vector)
  const { groupOf, numberOf, groups } = numbering(keys.length)
  const owners = new Int32Array(count).fill(-1)
  const byRight = absentByRight(engine, relation, inForce.by)
  for (let row = 0; row < count; row++) {
    const unknown = keys.map((key) => stateAt(key.states, row)).filter((state) => state !== 0)
    if (unknown.length === 0) owners[row] = numberOf(keys.map((key) => partOf(key, row)))
    else if (unknown.some((state) => !byRight.has(state)))
      noteUnplaced(engine, { relation, row, state: Math.max(...unknown) })
  }
  const stretchOf = stretchesOf(engine, relation)
  return { ...swept(owners, groups(), stretchOf), group: groupOf }
}

/** The states of keys that may be empty: such a row is nobody's by right. */
function absentByRight(engine: Engine, relation: string, by: readonly string[]): ReadonlySet<number> {
  const fields = need(engine.model.fields, relation)
  return new Set(by.map((id) => need(fields, id)).flatMap((field) => (field.optional ? [field.missing] : [])))
}

/** One part of a key, as keys are compared. */
export function partOf(key: Vector, row: number): number | string {
  if (key.is === 'text') return key.at === undefined ? (key.values[row] ?? '') : key.at(row)
  return Number(key.values[row] ?? 0)
}

/** Keys of several parts as numbers: each part in its turn, together with the number of those before it. */
function numbering(parts: number): {
  readonly numberOf: (key: readonly (number | string)[]) => number
  readonly groupOf: InForceIndex['group']
  readonly groups: () => number
} {
  const levels = Array.from({ length: parts }, () => new Map<number | string, number>())
  const pairs = Array.from({ length: parts }, () => new Map<number, number>())
  const find = (key: readonly (number | string)[], add: boolean): number => {
    let before = 0
    for (const [level, part] of key.entries()) {
      const words = levels[level] ?? new Map<number | string, number>()
      const pair = pairs[level] ?? new Map<number, number>()
      const word = words.get(part) ?? words.size
      if (add) words.set(part, word)
      const both = before * 2 ** 26 + word
      const found = pair.get(both)
      if (found === undefined && !add) return -1
      before = found ?? pair.size
      if (found === undefined) pair.set(both, before)
    }
    return before
  }
  return {
    numberOf: (key) => find(key, true),
    groupOf: (key) => find(key, false),
    groups: () => pairs[parts - 1]?.size ?? 0,
  }
}

/** When each row of a record is in force, or may be. */
export function stretchesOf(engine: Engine, relation: string): (row: number) => Stretch {
  const { inForce } = need(engine.model.relations, relation)
  if (inForce === undefined) throw new Error(`rows of ${relation} are not in force for a time`)
  const { from, until } = inForce
  const begins = loadField(engine, relation, from).vector
  const ends = until === undefined ? undefined : loadField(engine, relation, until).vector
  const end = until === undefined ? undefined : need(need(engine.model.fields, relation), until)
  const dayAt = (vector: Vector, row: number): number =>
    vector.is === 'text' ? 0 : Number(vector.values[row] ?? 0)
  return (row) => {
    const first = stateAt(begins.states, row)
    const last = ends === undefined ? 0 : stateAt(ends.states, row)
    const open = ends === undefined || (end?.optional === true && last === end.missing)
    const lastKnown = !open && last === 0
    const low = first === 0 ? dayAt(begins, row) : -always
    const high = lastKnown && ends !== undefined ? dayAt(ends, row) : always
    if (first === 0 && lastKnown && high < low)
      return { from: -always, until: always, state: 0, reversed: true }
    return { from: low, until: high, state: used(Math.max(first, open ? 0 : last)), reversed: false }
  }
}

type Event = { readonly row: number; readonly day: number; readonly ends: boolean; readonly of: Stretch }

/** Goes through the days on which something begins or ends, keys by keys. */
function swept(
  owners: Int32Array,
  groups: number,
  stretchOf: (row: number) => Stretch,
): Omit<InForceIndex, 'group'> {
  const events: Event[][] = Array.from({ length: groups }, () => [])
  for (const [row, group] of owners.entries()) {
    if (group < 0) continue
    const of = stretchOf(row)
    events[group]?.push({ row, day: of.from, ends: false, of })
    if (of.until < always) events[group]?.push({ row, day: of.until + 1, ends: true, of })
  }
  const total = events.reduce((sum, list) => sum + list.length, 0)
  const firstOf = new Int32Array(groups + 1)
  const days = new Int32Array(total)
  const rows = new Int32Array(total)
  const several = new Uint8Array(total)
  const reversed = new Uint8Array(total)
  const unknown = new Uint16Array(total)
  let at = 0
  for (const [group, list] of events.entries()) {
    firstOf[group] = at
    list.sort((a, b) => a.day - b.day)
    const there = { count: 0, rows: 0, reversed: 0, states: new Map<number, number>() }
    for (const [i, event] of list.entries()) {
      apply(there, event)
      if (list[i + 1]?.day === event.day) continue
      days[at] = event.day
      // Where one row is in force, the sum of the rows is that row.
      rows[at] = there.count === 1 ? there.rows : -1
      several[at] = there.count > 1 ? 1 : 0
      reversed[at] = there.reversed > 0 ? 1 : 0
      unknown[at] = Math.max(0, ...there.states.keys())
      at++
    }
  }
  firstOf[groups] = at
  return {
    rows,
    several,
    reversed,
    unknown,
    stretch: (group, day) => lastNotAfter(days, firstOf[group] ?? 0, firstOf[group + 1] ?? 0, day),
  }
}

function apply(
  there: { count: number; rows: number; reversed: number; states: Map<number, number> },
  { row, ends, of }: Event,
): void {
  const by = ends ? -1 : 1
  if (of.reversed) there.reversed += by
  else if (of.state !== 0) {
    const count = (there.states.get(of.state) ?? 0) + by
    if (count === 0) there.states.delete(of.state)
    else there.states.set(of.state, count)
  } else {
    there.count += by
    there.rows += by * row
  }
}

/** The last of the ascending days in a part of a list that is not after a day; −1 where all are. */
function lastNotAfter(days: Int32Array, from: number, until: number, day: number): number {
  let low = from
  let high = until
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low > from ? low - 1 : -1
}
