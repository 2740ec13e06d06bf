import { sameData } from '../../base/same-data.ts'
import type { Clock, Column, DecisionTable, Id, Output, Plan, Schedule } from '../../plan/plan.ts'
import type { ChangedPlan } from '../../targets/evaluate/again.ts'
import { modelOf } from '../../targets/evaluate/engine.ts'
import { periodLinks } from '../../targets/evaluate/needed-periods.ts'
import { reasonKey, statesAmong, statesApart } from './apart.ts'
import {
  isPartKey,
  meaningOf,
  moving,
  namesRead,
  outputText,
  type Part,
  type PartMap,
  partsIn,
  plainText,
  sameUnder,
} from './meaning.ts'

/** A plan as the ground on which changed ones stand: what each of its columns means, and who reads it. */
export type Frame = {
  /** With room between its states. */
  readonly plan: Plan
  readonly states: ReadonlyMap<string, number>
  readonly byMeaning: ReadonlyMap<string, Id>
  readonly meanings: ReadonlyMap<Id, string>
  /** Of tables, schedules and clocks: their texts by name, and their names by text. */
  readonly parts: PartMap
  readonly partTexts: ReadonlyMap<string, string>
  readonly partNames: ReadonlyMap<string, Id>
  /** Records, grains and periods, as texts. */
  readonly ground: ReadonlySet<string>
  readonly readers: ReadonlyMap<Id, readonly Id[]>
}

/** A changed plan put on a frame. `outputs`: those that are others, or are gone. */
export type Stood = ChangedPlan & { readonly outputs: ReadonlySet<Id> }

export function frameOf(given: Plan): Frame | undefined {
  const states = statesApart(given)
  if (!states) return undefined
  const move = moving(states, (id) => id)
  const plan = move(given, '') as Plan
  const key = reasonKey(given)
  const byMeaning = new Map<string, Id>()
  const meanings = new Map<Id, string>()
  for (const column of plan.columns) {
    const text = meaningOf(column)
    meanings.set(column.id, text)
    if (!byMeaning.has(text)) byMeaning.set(text, column.id)
  }
  const parts = partsIn(plan)
  const texts = [...parts].map(([name, part]) => [name, partText(part)] as const)
  const readers = new Map<Id, Id[]>()
  for (const column of plan.columns)
    for (const id of namesRead(column, parts))
      if (meanings.has(id)) readers.set(id, [...(readers.get(id) ?? []), column.id])
  return {
    plan,
    states: new Map(given.reasons.map((reason) => [key(reason), states.get(reason.state) ?? reason.state])),
    byMeaning,
    meanings,
    parts,
    partTexts: new Map(texts),
    partNames: new Map(
      texts.map(([name, text]) => [`${name.split(' ')[0]} ${text}`, name.slice(name.indexOf(' ') + 1)]),
    ),
    ground: new Set([...groundOf(plan, (node) => node), ...grainsOf(plan)]),
    readers,
  }
}

/** What a part of a policy must have as the whole has it, for its columns to be put among those of the whole. */
type Base = {
  readonly plan: Plan
  readonly put: Moved
  readonly states: ReadonlyMap<number, number>
  readonly parts: PartMap
  /** Each column as it is laid out, and as it stands in the frame. */
  readonly columns: ReadonlyMap<Id, { readonly raw: Column; readonly put: Column }>
}

/** Puts plans of one part of the policy on the frame; undefined where the part itself has no place there. */
export function standsOn(frame: Frame, part: Plan): ((changed: Plan) => Stood | undefined) | undefined {
  const own = moved(frame, part, false)
  if (!own || own.changed.size > 0) return undefined
  const base: Base = {
    plan: part,
    put: own,
    states: own.states,
    parts: partsIn(part),
    columns: new Map(
      part.columns.map((column, i) => [column.id, { raw: column, put: own.columns[i] ?? column }]),
    ),
  }
  return (changed) => stood(frame, changed, base, false) ?? stood(frame, changed, base, true)
}

function stood(frame: Frame, next: Plan, base: Base, fresh: boolean): Stood | undefined {
  const found = moved(frame, next, fresh, base)
  if (!found || found.rest !== base.put.rest) return undefined
  if (!sameLinks(next, base.plan)) return undefined
  const { columns, changed, clash } = found
  if (clash) return undefined
  const reads = new Map<Id, readonly Id[]>()
  const affected = affectedBy(found, reads)
  const there = new Set(columns.map(({ id }) => id))
  // What reads a changed column must have been laid out again, too.
  for (const id of affected)
    if (frame.readers.get(id)?.some((reader) => !there.has(reader) || !affected.has(reader))) return undefined
  const before = new Map(frame.plan.outputs.map((output) => [output.id, output]))
  const gone = base.put.outputs.flatMap(({ id }) => (found.outputs.some((one) => one.id === id) ? [] : [id]))
  const others = found.outputs.filter(
    (output) =>
      !base.put.outputs.includes(output) && outputText(output) !== outputText(before.get(output.id)),
  )
  const parents = gone.flatMap((id) => before.get(id)?.releases ?? [])
  const outputs = new Set([...gone, ...parents, ...others.map(({ id }) => id)])
  const replaced = new Map(found.outputs.map((output) => [output.id, output]))
  const kept = frame.plan.outputs.flatMap((output) =>
    gone.includes(output.id) ? [] : [replaced.get(output.id) ?? output],
  )
  const added = others.filter(({ id }) => !before.has(id))
  const again = columns.filter(({ id }) => affected.has(id))
  const renewed = new Map(again.map((column) => [column.id, column]))
  const known = new Set(frame.plan.columns.map(({ id }) => id))
  const plan: Plan = {
    ...frame.plan,
    columns: [
      ...frame.plan.columns.map((column) => renewed.get(column.id) ?? column),
      ...again.filter(({ id }) => !known.has(id)),
    ],
    tables: [...frame.plan.tables, ...found.tables],
    schedules: [...frame.plan.schedules, ...found.schedules],
    clocks: [...(frame.plan.clocks ?? []), ...found.clocks],
    reasons: [...frame.plan.reasons, ...found.reasons],
    outputs: [...kept, ...added],
  }
  return { model: modelOf(plan), columns: again, changed, reads, outputs }
}

/** What reads a changed column, at whatever distance; and what is worked out together with it. */
function affectedBy({ columns, changed, parts }: Moved, reads: Map<Id, readonly Id[]>): ReadonlySet<Id> {
  const affected = new Set(changed)
  const all = columns.map((column) => ({ column, names: namesRead(column, parts) }))
  for (let size = -1; size !== affected.size; ) {
    size = affected.size
    const groups = new Set(columns.flatMap(({ id, recurrence }) => (affected.has(id) ? [recurrence] : [])))
    for (const { column, names } of all)
      if (
        names.some((id) => affected.has(id)) ||
        (column.recurrence !== undefined && groups.has(column.recurrence))
      )
        affected.add(column.id)
  }
  for (const { column, names } of all)
    reads.set(
      column.id,
      names.filter((id) => affected.has(id)),
    )
  return affected
}

type Moved = Pick<Plan, 'columns' | 'outputs' | 'reasons'> & {
  readonly parts: PartMap
  readonly states: ReadonlyMap<number, number>
  readonly tables: Plan['tables']
  readonly schedules: Plan['schedules']
  readonly clocks: NonNullable<Plan['clocks']>
  readonly changed: ReadonlySet<Id>
  /** A name of the frame is given to another column, while something still reads what it means there. */
  readonly clash: boolean
  readonly rest: string
}

/** Whether two plans of one policy have the same periods on the same rows. Most columns are the same in both. */
function sameLinks(next: Plan, before: Plan): boolean {
  const kept = new Set(before.columns)
  const fresh = next.columns.filter((column) => !kept.has(column))
  const still = new Set(next.columns)
  const gone = before.columns.filter((column) => !still.has(column))
  const [a, b] = [modelOf(next), modelOf(before)]
  return periodLinks(a, fresh) === periodLinks(b, gone) || periodLinks(a) === periodLinks(b)
}

/** A plan in the names and states of the frame. `fresh`: what is new there gets new names. */
function moved(frame: Frame, given: Plan, fresh: boolean, base?: Base): Moved | undefined {
  const told =
    base && sameData(given.reasons, base.plan.reasons) && sameData(given.origins, base.plan.origins)
  const states = told ? base.states : statesAmong(given, frame.states)
  if (!states) return undefined
  const alike = base && sameUnder(states, base.states)
  const names = new Map<string, Id>()
  const move = moving(states, (id, key) => names.get(isPartKey(key) ? `${key} ${id}` : id) ?? id)
  const rest = alike?.(groundIn(given), groundIn(base?.plan))
    ? base?.put.rest
    : groundText(frame, given, move)
  if (rest === undefined) return undefined
  const own = partsIn(given)
  const parts = new Map(frame.parts)
  const tables: DecisionTable[] = []
  const schedules: Schedule[] = []
  const clocks: Clock[] = []
  // Tables and the like are looked at where a column asks them: all that they read has its name by then.
  const place = (name: string): void => {
    const part = own.get(name)
    if (names.has(name) || !part) return
    const [key = '', id = ''] = [name.slice(0, name.indexOf(' ')), part.id]
    const put = move({ ...part, id: '' }, '') as Part
    const text = partText(put)
    const same = frame.partTexts.get(name) === text ? id : frame.partNames.get(`${key} ${text}`)
    const named = same ?? `${id}'`
    names.set(name, named)
    if (same !== undefined) return
    const item = { ...put, id: named }
    parts.set(`${key} ${named}`, item)
    if (key === 'table') tables.push(item as DecisionTable)
    else if (key === 'schedule') schedules.push(item as Schedule)
    else clocks.push(item as Clock)
  }
  const columns: Column[] = []
  const changed = new Set<Id>()
  const same = new Set<Id>()
  // What stands in the part as it stood before the change, and reads nothing that has got another name, is known.
  const renamed = new Set<string>()
  const known = (column: Column): Column | undefined => {
    const old = base?.columns.get(column.id)
    if (!old || !alike?.(column, old.raw)) return undefined
    if (renamed.size === 0) return old.put
    for (const id of namesAsked(column)) if (renamed.has(id) || readsRenamed(id)) return undefined
    return column.denominator !== undefined && renamed.has(column.denominator) ? undefined : old.put
  }
  // A clock reads columns of its own: it may be written as before, and read another column by the same name.
  const readsRenamed = (name: string): boolean => {
    const part = own.get(name)
    return part !== undefined && namesIn(part).some((id) => renamed.has(id))
  }
  for (const [name, part] of base ? own : []) if (!alike?.(part, base?.parts.get(name))) renamed.add(name)
  for (const column of given.columns) {
    const old = known(column)
    if (old) {
      if (old.id !== column.id) names.set(column.id, old.id)
      same.add(old.id)
      columns.push(old)
      continue
    }
    for (const name of partsAsked(column.expr)) place(name)
    const put = move({ ...column, id: '' }, '') as Column
    const text = meaningOf(put)
    const unnamed = column.label === undefined
    const there = frame.meanings.get(column.id) === text ? column.id : undefined
    const id = there ?? (unnamed ? frame.byMeaning.get(text) : undefined)
    const named = id ?? (fresh && unnamed ? `${column.id}'` : column.id)
    if (named !== column.id) names.set(column.id, named)
    if (base?.columns.get(column.id)?.put.id !== named) renamed.add(column.id)
    if (id === undefined) changed.add(named)
    else same.add(named)
    columns.push({ ...put, id: named })
  }
  const key = reasonKey(given)
  return {
    columns,
    outputs: given.outputs.map((output, i) => {
      const same = renamed.size === 0 && alike?.(output, base?.plan.outputs[i])
      return (same && base?.put.outputs[i]) || (move(output, '') as Output)
    }),
    tables,
    schedules,
    clocks,
    reasons: given.reasons.flatMap((reason) =>
      frame.states.has(key(reason)) ? [] : [{ ...reason, state: states.get(reason.state) ?? reason.state }],
    ),
    parts,
    states,
    changed,
    clash: [...changed].some((id) => same.has(id)),
    rest,
  }
}

function partText(part: Part): string {
  return plainText({ ...part, id: '' })
}

/** What every column may hang on without naming it, with the checks of data; undefined where the frame has it not. */
function groundText(
  frame: Frame,
  given: Plan,
  move: (node: unknown, key: string) => unknown,
): string | undefined {
  const ground = groundOf(given, move)
  if (![...ground, ...grainsOf(given)].every((text) => frame.ground.has(text))) return undefined
  return plainText([ground, move(given.checks, '')])
}

function groundIn(plan: Plan | undefined): unknown {
  if (!plan) return undefined
  const { policy, periods, relations, derived, pairs, grains, calendars, checks } = plan
  const { from, until, history } = policy
  return { from, until, history, periods, relations, derived, pairs, grains, calendars, checks }
}

/** What every column may hang on without naming it. */
function groundOf(
  { policy, periods, relations, derived, pairs = [] }: Plan,
  move: (node: unknown, key: string) => unknown,
): readonly string[] {
  const { from, until, history } = policy
  const lists = [periods, relations, derived, pairs]
  return [
    plainText({ from, until, history }),
    ...lists.flatMap((list) => list.map((one: unknown) => plainText(move(one, '')))),
  ]
}

function grainsOf({ grains, calendars = [] }: Plan): readonly string[] {
  return [...grains, ...calendars].map((one) => plainText(one))
}

/** Every name in an expression, and those of the tables, schedules and clocks in it by what they are. */
function namesAsked(column: Column): readonly string[] {
  const known = asked.get(column) ?? named(column.expr, true)
  asked.set(column, known)
  return known
}

const asked = new WeakMap<Column, readonly string[]>()

function namesIn(part: Part): readonly string[] {
  const known = inParts.get(part) ?? named(part, true)
  inParts.set(part, known)
  return known
}

const inParts = new WeakMap<Part, readonly string[]>()

function partsAsked(expr: unknown): readonly string[] {
  return named(expr, false)
}

function named(expr: unknown, all: boolean): readonly string[] {
  const found: string[] = []
  const walk = (node: unknown, key: string): void => {
    if (typeof node === 'string') {
      if (isPartKey(key)) found.push(`${key} ${node}`)
      else if (all) found.push(node)
    } else if (Array.isArray(node)) for (const item of node) walk(item, key)
    else if (typeof node === 'object' && node !== null)
      for (const [name, value] of Object.entries(node)) walk(value, name)
  }
  walk(expr, '')
  return found
}
