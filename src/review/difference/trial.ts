import { normalize } from '../../base/decimal.ts'
import type { Instant } from '../../base/local-time.ts'
import { type RowObject, rowsFromObjects } from '../../data/from-objects.ts'
import { runInMemory } from '../../engines/memory.ts'
import type { Output, Plan, Type } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import { companyRecords } from './company.ts'
import type { Names } from './names.ts'
import type { Schema } from './schema.ts'
import { rowsOf, type World } from './worlds.ts'

/** A clause in both versions, each with the part of its plan that it needs, and the days on which they are run. */
export type Trial = {
  readonly old: Version
  readonly next: Version
  readonly names: Names
  readonly schema: Schema
  readonly span: { readonly from: number; readonly until: number }
  readonly now: Instant
  /** Both versions read the same rows: they are made once. */
  readonly sameRows: boolean
}
type Version = { readonly plan: Plan; readonly output: Output }

/** One result for which the versions differ, in the world `world` of those that were tried. */
export type Differing = {
  readonly world: number
  readonly old?: ResultLine
  readonly next?: ResultLine
  readonly parts: readonly DifferingPart[]
}
/** `label` is absent for the result itself; a side is absent where the version has no such result. */
export type DifferingPart = { readonly label?: string; readonly old?: Value; readonly next?: Value }

/** What the versions differ in, for worlds that lie side by side in one run; rows that are no good data show nothing. */
export function differing(trial: Trial, worlds: readonly World[]): readonly Differing[] {
  const { old, next, bad } = ranOf(trial, worlds)
  const found: Differing[] = []
  for (const key of new Set([...old.keys(), ...next.keys()])) {
    const [a, b] = [old.get(key), next.get(key)]
    const world = a?.world ?? b?.world ?? -1
    if (world < 0 || bad.has(world)) continue
    const parts = partsOf(trial, a?.line, b?.line)
    if (parts.length > 0) found.push({ world, ...(a && { old: a.line }), ...(b && { next: b.line }), parts })
  }
  return found
}

/** The results of one world by what they are of, in both versions. */
export type WorldResults = ReadonlyMap<string, Compared>
export type Compared = {
  readonly old?: ResultLine
  readonly next?: ResultLine
  readonly parts: readonly DifferingPart[]
}

/** The results of each world; undefined where its rows are no good data. Several worlds lie side by side in one run. */
export function resultsOf(trial: Trial, worlds: readonly World[]): readonly (WorldResults | undefined)[] {
  const { old, next, bad } = ranOf(trial, worlds)
  const out = worlds.map((_, i) => (bad.has(i) ? undefined : new Map<string, Compared>()))
  for (const key of new Set([...old.keys(), ...next.keys()])) {
    const [a, b] = [old.get(key), next.get(key)]
    const own = out[a?.world ?? b?.world ?? -1]
    const told = { ...(a && { old: a.line }), ...(b && { next: b.line }) }
    own?.set(a?.own ?? b?.own ?? key, { ...told, parts: partsOf(trial, a?.line, b?.line) })
  }
  return out
}

/** `own`: its key in its own world. */
type Placed = { readonly world: number; readonly own: string; readonly line: ResultLine }
type Lines = ReadonlyMap<string, Placed>
type Ran = {
  readonly old: Lines
  readonly next: Lines
  /** Worlds with rows that are no good data. */
  readonly bad: ReadonlySet<number>
}

function ranOf(trial: Trial, worlds: readonly World[]): Ran {
  const old = loaded(trial, 'old', worlds)
  const next = trial.sameRows ? old : loaded(trial, 'next', worlds)
  return {
    old: linesOf(trial, 'old', old.rows, worlds.length === 1),
    next: linesOf(trial, 'next', next.rows, worlds.length === 1),
    bad: new Set([...old.bad, ...next.bad]),
  }
}

function loaded(
  trial: Trial,
  side: 'old' | 'next',
  worlds: readonly World[],
): { readonly rows: Rows; readonly bad: ReadonlySet<number> } {
  const { data, begins } = dataOf(trial, side, worlds)
  const { rows, problems } = rowsFromObjects(trial[side].plan, data)
  const bad = new Set<number>()
  for (const { relation, row } of problems) {
    const starts = relation === undefined ? undefined : begins.get(relation)
    // Without a place it is said of all.
    if (!starts || row === undefined) for (const i of worlds.keys()) bad.add(i)
    else bad.add(starts.findLastIndex((begin) => begin <= row))
  }
  return { rows, bad }
}

function linesOf(trial: Trial, side: 'old' | 'next', rows: Rows, alone: boolean): Lines {
  const { lines } = runInMemory(trial[side].plan, rows, trial.span, { now: trial.now })
  const out = new Map<string, Placed>()
  for (const line of lines) {
    const own = [line.item, line.subject].flatMap((named) => (named ? [named.of ?? named.key] : []))
    // What is not anybody's belongs to a world only where there is one.
    const prefix = alone ? '' : (/^\d+\//.exec(own[0] ?? '')?.[0] ?? '')
    const world = alone ? 0 : prefix === '' ? -1 : Number(prefix.slice(0, -1))
    const when = line.period?.key ?? (line.output.releases === undefined ? '' : line.posting)
    const parts = [line.item?.key, line.item ? '' : line.subject?.key]
    const key = [...parts, when].join('|')
    let name = key
    for (let n = 2; out.has(name); n++) name = `${key}|${n}`
    out.set(name, { world, own: name.replaceAll(prefix, ''), line })
  }
  return out
}

/** The rows of all worlds together; keys tell which world they are of, unless there is only one. `begins`: at which row. */
function dataOf(
  { schema, names }: Trial,
  side: 'old' | 'next',
  worlds: readonly World[],
): {
  readonly data: { readonly [relation: string]: readonly RowObject[] }
  readonly begins: ReadonlyMap<string, readonly number[]>
} {
  const alone = worlds.length === 1
  const all = new Map<string, RowObject[]>()
  const begins = new Map<string, number[]>()
  const common = alone ? new Set<string>() : companyRecords(schema)
  const shared = new Set(schema.flatMap((record) => (common.has(record.key) ? [record[side]?.id ?? ''] : [])))
  for (const [i, world] of worlds.entries())
    for (const [relation, rows] of rowsOf(schema, world, side, names, (record) =>
      alone ? '' : `${common.has(record) ? 0 : i}/`,
    )) {
      if (i > 0 && shared.has(relation)) continue
      const list = all.get(relation) ?? []
      // What all worlds share is of none of them.
      if (!shared.has(relation)) {
        const starts = begins.get(relation)
        if (starts) starts.push(list.length)
        else begins.set(relation, [list.length])
      }
      list.push(...rows)
      all.set(relation, list)
    }
  return { data: Object.fromEntries(all), begins }
}

function partsOf(
  trial: Trial,
  a: ResultLine | undefined,
  b: ResultLine | undefined,
): readonly DifferingPart[] {
  const out: DifferingPart[] = []
  const compare = (label: string | undefined, one: Side | undefined, other: Side | undefined) => {
    if (textOf(trial, one, other) === textOf(trial, other, undefined)) return
    const [old, next] = [one?.value, other?.value]
    out.push({ ...(label !== undefined && { label }), ...(old && { old }), ...(next && { next }) })
  }
  const typeOf = ({ plan }: Version, id: string) => plan.columns.find((column) => column.id === id)?.type
  const side = (version: Version, column: string, value: Value): Side => {
    const type = typeOf(version, column)
    return { value, ...(type && { type }) }
  }
  compare(
    undefined,
    a && side(trial.old, trial.old.output.column, a.value),
    b && side(trial.next, trial.next.output.column, b.value),
  )
  for (const [i, { label, column }] of trial.next.output.also.entries()) {
    const own = trial.old.output.also
    const at = own.findIndex((one) => one.label === label)
    const place = at >= 0 ? at : i
    const before = a?.also[place]
    const after = b?.also[i]
    compare(
      label,
      before && side(trial.old, own[place]?.column ?? '', before.value),
      after && side(trial.next, column, after.value),
    )
  }
  return out
}

type Side = { readonly value: Value; readonly type?: Type }

/** A result as text that is alike where it means the same: of the old version, in the words of the new. */
function textOf({ names }: Trial, one: Side | undefined, other: Side | undefined): string {
  if (!one) return ''
  const { value, type } = one
  switch (value.is) {
    case 'number': {
      const { digits, scale } = normalize(value)
      return `${digits}e${scale} ${value.currency ?? ''}`
    }
    case 'held':
    case 'not-applicable':
      return `${value.is} ${value.reason.class} ${value.reason.code}`
    case 'enum': {
      const into = other?.type
      if (type?.is !== 'enum' || into?.is !== 'enum') return value.text
      return names.word(type.values, into.values, value.text) ?? value.text
    }
    case 'text':
      return other === undefined ? value.text : names.newText(value.text)
    case 'date':
    case 'time':
    case 'truth':
    case 'ref':
    case 'period':
      return value.text
  }
}

/** Whether rows of one plan are rows of the other: the same records under the same names, read alike. */
export function readsSameRows(old: Plan, next: Plan, names: Names): boolean {
  const told = ({ relations, periods, zone, policy: { from, until, history } }: Plan) =>
    JSON.stringify([relations, periods, zone, from, until, history])
  return names.renamed().length === 0 && told(old) === told(next)
}
