import { stateKeys } from '../../plan/keys.ts'
import type { Column, Grain, Id } from '../../plan/plan.ts'
import { type Engine, need } from './engine.ts'

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

type Signed = { readonly interned: Map<string, number>; readonly found: Signatures }

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
  const interned = shared ?? new Map<string, number>()
  const found = signed(engine, interned)
  signedRuns.set(engine, { interned, found })
  return found
}

function signed(engine: Engine, interned: Map<string, number>): Signatures {
  const found = new Map<Id, Signature>()
  const intern = (text: string): number => {
    const known = interned.get(text)
    if (known !== undefined) return known
    interned.set(text, interned.size)
    return interned.size - 1
  }
  const writer = writerOf(engine, found, intern)
  const groups = new Map<Id, readonly Column[]>()
  for (const column of engine.model.plan.columns) {
    const { recurrence } = column
    if (recurrence === undefined) {
      const { text, states, places } = writer.column(column, new Map())
      found.set(column.id, { meaning: intern(text), states, places })
      continue
    }
    if (groups.has(recurrence)) continue
    // Columns that read one another have a meaning only together.
    const together = engine.model.plan.columns.filter((one) => one.recurrence === recurrence)
    groups.set(recurrence, together)
    const places = new Map(together.map(({ id }, i) => [id, i]))
    const written = together.map((one) => writer.column(one, places))
    const meaning = intern(written.map(({ text }) => text).join('\n'))
    const states = [...new Set(written.flatMap((one) => one.states))]
    for (const [i, { id }] of together.entries())
      found.set(id, {
        meaning: intern(`R${meaning}.${i}`),
        states,
        places: written.some((one) => one.places),
      })
  }
  return found
}

type Written = { readonly text: string; readonly states: readonly number[]; readonly places: boolean }

function writerOf(engine: Engine, found: ReadonlyMap<Id, Signature>, intern: (text: string) => number) {
  const { model } = engine
  const known = new Map<string, string>()
  const once = (key: string, make: () => string): string => {
    const text = known.get(key) ?? `${key[0]}${intern(make())}`
    known.set(key, text)
    return text
  }
  const relation = (id: Id): string =>
    once(`r${id}`, () => {
      const made = model.derived.get(id)
      if (made) return JSON.stringify(['derived', relation(made.of), made.lines.length])
      const { fields, inForce, key } = need(model.relations, id)
      const types = fields.map((field) => [field.id, field.type, field.optional])
      return JSON.stringify([id, key, types, inForce])
    })
  const grain = (id: Id): string =>
    once(`g${id}`, () => {
      const domain = need(engine.domains, id)
      const own: Grain = domain.grain
      const periods = domain.periods?.list.map(({ start, end }) => [start, end])
      const kind = own.period === undefined ? undefined : need(model.kinds, own.period)
      return JSON.stringify([own.relation && relation(own.relation), kind, periods, domain.count])
    })
  const reason = (state: number): string =>
    once(`s${state}`, () => {
      const why = model.reasons.get(state)
      return why ? JSON.stringify([why.is, why.class, why.code, why.args]) : String(state)
    })

  const column = (of: Column, together: ReadonlyMap<Id, number>): Written => {
    // Each once: what is read twice would be counted twice again and again.
    const states = new Set<number>()
    let places = false
    const text = (value: string, key: string): string => {
      if (plainKeys.has(key)) return JSON.stringify(value)
      if (key === 'relation') return relation(value)
      if (key === 'source' || key === 'grain') return grain(value)
      if (key === 'table' || key === 'schedule' || key === 'clock') return part(key, value)
      if (key === 'calendar')
        return once(`c${value}`, () =>
          JSON.stringify(model.plan.calendars?.find(({ id }) => id === value) ?? value),
        )
      if (key === 'kind' || key === 'periods')
        return once(`k${value}`, () => JSON.stringify(model.kinds.get(value) ?? value))
      const place = together.get(value)
      if (place !== undefined) return `@${place}`
      const signature = found.get(value)
      if (signature === undefined) return JSON.stringify(value)
      for (const state of signature.states) states.add(state)
      return `#${signature.meaning}`
    }
    const part = (key: 'table' | 'schedule' | 'clock', id: Id): string => {
      const item =
        key === 'table'
          ? model.tables.get(id)
          : key === 'schedule'
            ? model.schedules.get(id)
            : model.plan.clocks?.find((clock) => clock.id === id)
      return item === undefined ? JSON.stringify(id) : write({ ...item, id: '' }, '')
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
  return { column }
}
