import { stateKeys } from '../../plan/keys.ts'
import type { Column, Grain, Id } from '../../plan/plan.ts'
import { type Domain, type Engine, type Model, need } from './engine.ts'

/** What a column means, as a number that is the same for columns of two plans that mean the same on the same rows. */
type Signature = {
  readonly meaning: number
  /** The states in it and in what it reads, in an order that two columns of one meaning share. */
  readonly states: readonly number[]
  /** Whether it looks for the place of rows, and notes those that have none. */
  readonly places: boolean
}
export type Signatures = ReadonlyMap<Id, Signature>

/** Names of fields, operations and units: never of columns, though a column may be called the same. */
export const plainKeys: ReadonlySet<string> = new Set([
  'op',
  'is',
  'fn',
  'by',
  'field',
  'path',
  'mode',
  'unit',
  'part',
  'what',
  'which',
  'between',
  'to',
  'from',
  'when',
  'values',
  'hit',
  'currency',
])
/** Only for those who read. */
export const shownKeys: ReadonlySet<string> = new Set(['label', 'origin', 'whole', 'title'])
const placing: ReadonlySet<unknown> = new Set(['aggregate', 'rolling', 'clock', 'in-force'])

type Signed = {
  readonly interned: Map<string, number>
  readonly found: Signatures
  readonly model: Model
  readonly domains: ReadonlyMap<Id, Domain>
  /** The columns that are worked out together, by their recurrence. */
  readonly groups: ReadonlyMap<Id, readonly Column[]>
  /** What each column was written from. */
  readonly reads: ReadonlyMap<Id, Reads>
  /** Parts of the plan that many columns read, as they are written. */
  readonly known: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, unknown>
}
/** Other columns, shared parts, and tables, schedules and clocks, by their keys. */
type Reads = {
  readonly columns: ReadonlySet<Id>
  readonly shared: ReadonlySet<string>
  readonly items: ReadonlySet<string>
}

/** Of runs that are still there: each is compared with the one before it and with the one after it. */
const signedRuns = new WeakMap<Engine, Signed>()
/** What many versions after one another have interned is begun anew at some time. */
const mostInterned = 400_000

/** The signatures of a run's columns; comparable with those of the run `beside` it, and only with these. */
export function signaturesOf(engine: Engine, beside?: Engine): Signatures {
  const shared = beside && signedRuns.get(beside)?.interned
  const own = signedRuns.get(engine)
  if (own && (shared === undefined ? own.interned.size < mostInterned : own.interned === shared))
    return own.found
  const made = signed(engine, shared ?? new Map(), beside && signedRuns.get(beside))
  signedRuns.set(engine, made)
  return made.found
}

function signed(engine: Engine, interned: Map<string, number>, before: Signed | undefined): Signed {
  const found = new Map<Id, Signature>()
  const reads = new Map<Id, Reads>()
  const { model, domains } = engine
  const intern = (text: string): number => {
    const known = interned.get(text)
    if (known !== undefined) return known
    interned.set(text, interned.size)
    return interned.size - 1
  }
  const writer = writerOf(engine, found, intern, before)
  const changed = changedParts(before, model, domains, writer)
  const isRead = (id: Id): boolean => {
    const known = before?.reads.get(id)
    return known !== undefined && changed.none(known)
  }
  const keep = (id: Id): void => {
    const last = before?.found.get(id)
    const known = before?.reads.get(id)
    if (last) found.set(id, last)
    if (known) reads.set(id, known)
  }
  const settle = (id: Id, made: Signature, from: Reads): void => {
    const last = before?.found.get(id)
    // Who reads it sees at once that it is the same.
    const isSame = last !== undefined && sameSignature(last, made)
    if (!isSame) changed.columns.add(id)
    found.set(id, isSame ? last : made)
    reads.set(id, from)
  }
  const groups = groupsOf(model.plan.columns)
  const done = new Set<Id>()
  for (const column of model.plan.columns) {
    const { id, recurrence } = column
    if (recurrence === undefined) {
      if (before?.model.columns.get(id) === column && isRead(id)) {
        keep(id)
        continue
      }
      const { text, states, places } = writer.column(column, new Map())
      settle(id, { meaning: intern(text), states, places }, writer.reads())
      continue
    }
    if (done.has(recurrence)) continue
    done.add(recurrence)
    // Columns that read one another have a meaning only together.
    const together = groups.get(recurrence) ?? []
    if (sameItems(before?.groups.get(recurrence), together) && together.every((one) => isRead(one.id))) {
      for (const one of together) keep(one.id)
      continue
    }
    const places = new Map(together.map((one, i) => [one.id, i]))
    const written = together.map((one) => ({ ...writer.column(one, places), from: writer.reads() }))
    const meaning = intern(written.map(({ text }) => text).join('\n'))
    const states = [...new Set(written.flatMap((one) => one.states))]
    const looks = written.some((one) => one.places)
    for (const [i, { from }] of written.entries())
      settle(together[i]?.id ?? '', { meaning: intern(`R${meaning}.${i}`), states, places: looks }, from)
  }
  return { interned, found, model, domains, groups, reads, known: writer.known, items: writer.items }
}

/** What may be written otherwise than before; columns join as they are found to be. */
type ChangedParts = {
  readonly columns: Set<Id>
  /** Whether a column was written from nothing that is another now. INVARIANT: what it reads has been looked at. */
  readonly none: (reads: Reads) => boolean
}

function changedParts(
  before: Signed | undefined,
  model: Model,
  domains: ReadonlyMap<Id, Domain>,
  writer: Writer,
): ChangedParts {
  const columns = new Set<Id>()
  const others = new Set<string>()
  if (before) {
    for (const id of before.found.keys()) if (!model.columns.has(id)) columns.add(id)
    for (const [key, text] of before.known) {
      const id = key.slice(1)
      const isGone = key[0] === 'r' ? !model.relations.has(id) : key[0] === 'g' ? !domains.has(id) : false
      if (isGone || writer.shared(key) !== text) others.add(key)
    }
    for (const [key, one] of before.items) if (writer.item(key) !== one) others.add(`item ${key}`)
  }
  const none = (reads: Reads): boolean => {
    if (columns.size > 0) for (const id of reads.columns) if (columns.has(id)) return false
    if (others.size === 0) return true
    for (const key of reads.items) if (others.has(`item ${key}`)) return false
    for (const key of reads.shared) if (others.has(key)) return false
    return true
  }
  return { columns, none }
}

function groupsOf(columns: readonly Column[]): ReadonlyMap<Id, readonly Column[]> {
  const groups = new Map<Id, Column[]>()
  for (const column of columns) {
    if (column.recurrence === undefined) continue
    const group = groups.get(column.recurrence)
    if (group) group.push(column)
    else groups.set(column.recurrence, [column])
  }
  return groups
}

function sameItems<T>(a: readonly T[] | undefined, b: readonly T[]): boolean {
  return a?.length === b.length && b.every((item, i) => item === a[i])
}

function sameSignature(a: Signature, b: Signature): boolean {
  const isSame = a.meaning === b.meaning && a.places === b.places && a.states.length === b.states.length
  return isSame && a.states.every((state, i) => state === b.states[i])
}

function isSamePart(
  before: Signed,
  now: Pick<Engine, 'model' | 'domains'>,
  letter: string | undefined,
  id: string,
): boolean {
  const was = before.model
  const { model, domains } = now
  switch (letter) {
    case 'g': {
      const domain = domains.get(id)
      const relation = domain?.grain.relation
      if (domain === undefined || before.domains.get(id) !== domain) return false
      return relation === undefined || isSamePart(before, now, 'r', relation)
    }
    case 'r': {
      const made = model.derived.get(id)
      if (made) return was.derived.get(id) === made && isSamePart(before, now, 'r', made.of)
      const relation = model.relations.get(id)
      return relation !== undefined && !was.derived.has(id) && was.relations.get(id) === relation
    }
    case 's':
      return model.reasons.get(Number(id)) === was.reasons.get(Number(id))
    case 'c': {
      const found = model.plan.calendars?.find((one) => one.id === id)
      return found !== undefined && found === was.plan.calendars?.find((one) => one.id === id)
    }
    default:
      return false
  }
}

type Written = { readonly text: string; readonly states: readonly number[]; readonly places: boolean }

type Writer = {
  readonly column: (of: Column, together: ReadonlyMap<Id, number>) => Written
  /** What the last column was written from. */
  readonly reads: () => Reads
  readonly shared: (key: string) => string
  readonly item: (key: string) => unknown
  readonly known: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, unknown>
}

function writerOf(
  engine: Engine,
  found: ReadonlyMap<Id, Signature>,
  intern: (text: string) => number,
  before: Signed | undefined,
): Writer {
  const { model } = engine
  const known = new Map<string, string>()
  const items = new Map<string, unknown>()
  let reads = { columns: new Set<Id>(), shared: new Set<string>(), items: new Set<string>() }
  const shared = (key: string): string => {
    const text =
      known.get(key) ?? writtenBefore(key) ?? `${key[0]}${intern(sharedText(key[0], key.slice(1)))}`
    known.set(key, text)
    return text
  }
  /** What is the very same part of the plan is written as it was. */
  const writtenBefore = (key: string): string | undefined => {
    const text = before?.known.get(key)
    return before && text !== undefined && isSamePart(before, engine, key[0], key.slice(1)) ? text : undefined
  }
  const once = (key: string): string => {
    reads.shared.add(key)
    return shared(key)
  }
  const relation = (id: Id): string => once(`r${id}`)
  const grain = (id: Id): string => once(`g${id}`)
  const sharedText = (letter: string | undefined, id: string): string => {
    switch (letter) {
      case 'r': {
        const made = model.derived.get(id)
        if (made) return JSON.stringify(['derived', shared(`r${made.of}`), made.lines.length])
        const { fields, inForce, key } = need(model.relations, id)
        const types = fields.map((field) => [field.id, field.type, field.optional])
        return JSON.stringify([id, key, types, inForce])
      }
      case 'g': {
        const domain = need(engine.domains, id)
        const own: Grain = domain.grain
        const periods = domain.periods?.list.map(({ start, end }) => [start, end])
        const kind = own.period === undefined ? undefined : need(model.kinds, own.period)
        return JSON.stringify([own.relation && shared(`r${own.relation}`), kind, periods, domain.count])
      }
      case 's': {
        const why = model.reasons.get(Number(id))
        return why ? JSON.stringify([why.is, why.class, why.code, why.args]) : id
      }
      case 'c':
        return JSON.stringify(model.plan.calendars?.find((one) => one.id === id) ?? id)
      default:
        return JSON.stringify(model.kinds.get(id) ?? id)
    }
  }
  const reason = (state: number): string => once(`s${state}`)
  const item = (key: string): unknown => {
    if (items.has(key)) return items.get(key)
    const [kind = '', id = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
    const one =
      kind === 'table'
        ? model.tables.get(id)
        : kind === 'schedule'
          ? model.schedules.get(id)
          : model.plan.clocks?.find((clock) => clock.id === id)
    items.set(key, one)
    return one
  }

  const column = (of: Column, together: ReadonlyMap<Id, number>): Written => {
    reads = { columns: new Set(), shared: new Set(), items: new Set() }
    // Each once: what is read twice would be counted twice again and again.
    const states = new Set<number>()
    let places = false
    const text = (value: string, key: string): string => {
      if (plainKeys.has(key)) return JSON.stringify(value)
      if (key === 'relation') return relation(value)
      if (key === 'source' || key === 'grain') return grain(value)
      if (key === 'table' || key === 'schedule' || key === 'clock') return part(key, value)
      if (key === 'calendar') return once(`c${value}`)
      if (key === 'kind' || key === 'periods') return once(`k${value}`)
      const place = together.get(value)
      if (place !== undefined) return `@${place}`
      reads.columns.add(value)
      const signature = found.get(value)
      if (signature === undefined) return JSON.stringify(value)
      for (const state of signature.states) states.add(state)
      return `#${signature.meaning}`
    }
    const part = (key: 'table' | 'schedule' | 'clock', id: Id): string => {
      reads.items.add(`${key} ${id}`)
      const found = item(`${key} ${id}`)
      return typeof found === 'object' ? write({ ...found, id: '' }, '') : JSON.stringify(id)
    }
    const write = (node: unknown, key: string): string => {
      if (typeof node === 'string') return text(node, key)
      if (typeof node === 'number' && stateKeys.has(key)) {
        states.add(node)
        return reason(node)
      }
      if (typeof node !== 'object' || node === null) return String(node)
      if (Array.isArray(node)) return `[${node.map((item) => write(item, key)).join()}]`
      if ('op' in node && placing.has(node.op)) places = true
      // What is written out is itself; a name in it is no column.
      if ('op' in node && node.op === 'const' && 'value' in node && 'type' in node)
        return `=${JSON.stringify([node.value, node.type])}`
      const parts = Object.entries(node).flatMap(([name, value]) =>
        value === undefined || shownKeys.has(name) ? [] : [`${name}:${write(value, name)}`],
      )
      return `{${parts.join()}}`
    }
    const own = [grain(of.grain), JSON.stringify(of.type), write(of.expr, '')]
    const below = of.denominator === undefined ? '' : write(of.denominator, '')
    return { text: [...own, below].join(' '), states: [...states], places }
  }
  return { column, reads: () => reads, shared, item, known, items }
}
