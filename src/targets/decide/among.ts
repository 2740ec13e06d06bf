import { localOf } from '../../base/local-time.ts'
import { readPeriod } from '../../data/cell-code.ts'
import { fault, quoted } from '../../data/problem-log.ts'
import type { Id, Output, PlainPeriodKind, Plan, Type } from '../../plan/plan.ts'
import { columnsIn, reachedFrom } from '../../plan/reached.ts'
import type { Rows } from '../../plan/rows.ts'
import { periodField } from './added-input.ts'
import { lookedAt } from './among-needs.ts'
import { addRows, type KeysOf, keysOf } from './among-rows.ts'
import type { MatchedRow } from './answer.ts'
import { firstName } from './compile-program.ts'
import { matchedRows, tableRowOf } from './matched-row.ts'
import { addShape, dayOfPlan, emptyRows, newTables, type Table } from './one-row.ts'
import type { RequestProblem } from './problem.ts'
import { readRequest } from './read-request.ts'
import { notAnObject } from './read-slowly.ts'
import { keyIn, newReading, type Reading } from './reading.ts'
import { registersOf, type Shares, shapesOf } from './shape.ts'

/** The other rows, as they were read from files or made of objects; `unreadable` are the records of which none were. */
export type OtherRows = { readonly rows: Rows; readonly unreadable: readonly Id[] }

/** Rows that a request may say beside its own: of a record, under its name. */
type RowList = {
  readonly relation: Id
  /** The field by which they belong to the request. */
  readonly link: Id | undefined
  readonly reading: Reading
}

/**
 * A clause made ready to decide requests among other rows: those of a folder, and those that the request says itself. Each
 * request is a run of what the clause needs of the plan.
 */
export type Among = {
  readonly plan: Plan
  readonly output: Output
  readonly relation: Id
  readonly period: PlainPeriodKind | undefined
  readonly reading: Reading
  readonly lists: ReadonlyMap<string, RowList>
  readonly base: Rows
  readonly keys: KeysOf
  /** The records of which more rows are looked at than those that are referred to, and those of which all are at hand. */
  readonly looked: ReadonlySet<Id>
  readonly given: ReadonlySet<Id>
  readonly results: readonly { readonly name: string; readonly column: Id; readonly type: Type }[]
  readonly rowColumn: Id | undefined
  readonly rows: readonly MatchedRow[]
}

/** Under these names, what happens to the row of a time limit may be said, whatever its record is called. */
const eventNames = ['events', '事件'] as const

/** What a clause needs of a plan: only this of a folder is read, and run. */
export function partOf(plan: Plan, output: Output): Plan {
  const starts = outputColumns(output).map((column) => ({
    grain: output.grain,
    value: { n: { op: 'column', column } as const, scale: 0 },
  }))
  const reached = reachedFrom(plan, starts)
  const { targets: _targets, ...rest } = plan
  return {
    ...rest,
    grains: plan.grains.filter(({ id }) => id === output.grain || reached.grains.has(id)),
    columns: columnsIn(plan, reached),
    outputs: [output],
    clocks: (plan.clocks ?? []).filter(({ id }) => reached.clocks.has(id)),
    checks: plan.checks.filter(({ column }) => reached.columns.has(column)),
  }
}

/** Undefined where the results of a clause are not of rows of a record. */
export function newAmong(
  whole: Plan,
  output: Output,
  shares: Shares,
  other: OtherRows | undefined,
): Among | undefined {
  const grain = whole.grains.find(({ id }) => id === output.grain)
  const relation = whole.relations.find(({ id }) => id === grain?.relation)?.id
  if (relation === undefined || output.releases !== undefined) return undefined
  const plan = partOf(whole, output)
  const kind = plan.periods.find(({ id }) => id === grain?.period)
  const unreadable = new Set(other?.unreadable)
  const ids = plan.relations.map(({ id }) => id)
  const columns = new Map(plan.columns.map((c) => [c.id, c]))
  const rowColumn = tableRowOf(columns, output.column)
  const named = [{ label: firstName(output), column: output.column }, ...output.also]
  const base = other?.rows ?? emptyRows(plan)
  return {
    plan,
    output,
    relation,
    period: kind?.is === 'window' ? kind.of : kind,
    reading: readingOf(plan, output, relation, shares),
    lists: listsOf(plan, output, relation, eventRelations(whole, relation), shares),
    base,
    keys: keysOf(base),
    looked: lookedAt(plan),
    given: new Set(other === undefined ? [] : ids.filter((id) => !unreadable.has(id))),
    results: named.flatMap(({ label, column }) => {
      const type = columns.get(column)?.type
      return type ? [{ name: label, column, type }] : []
    }),
    rowColumn,
    rows: matchedRows(plan, rowColumn),
  }
}

function outputColumns(output: Output): readonly Id[] {
  const { column, payee, posting, also, steps } = output
  const of = steps.flatMap((step) => [
    step.column,
    step.operand,
    step.when,
    ...(step.parts ?? []),
    step.tiers?.band,
    step.tiers?.of,
    step.tiers?.by,
    step.tiers?.base,
    ...(step.tiers?.gives ?? []),
  ])
  const all = [column, payee?.column, posting, ...also.map((one) => one.column), ...of]
  return [...new Set(all.filter((id) => id !== undefined))]
}

function readingOf(plan: Plan, output: Output, relation: Id, shares: Shares): Reading {
  const paths: (readonly Id[])[] = [[]]
  const refs = (id: Id) =>
    (plan.relations.find((r) => r.id === id)?.fields ?? []).flatMap(({ id: field, type }) =>
      type.is === 'ref' ? [{ field, to: type.relation }] : [],
    )
  for (const { field, to } of refs(relation))
    paths.push([field], ...refs(to).map((next) => [field, next.field]))
  const sorted = [...paths].sort((a, b) => a.length - b.length)
  const root = shapesOf({ plan, output, relation, inputs: new Map() }, sorted, shares)
  const count = registersOf(root)
  const registers = {
    numbers: new Float64Array(count),
    bigs: new Array<bigint>(count).fill(0n),
    texts: new Array<string>(count).fill(''),
    states: new Int32Array(count),
  }
  const reading = newReading(plan, root, registers, shares)
  // Which fields the run will look at is not asked here: all are read.
  reading.whole = true
  return reading
}

function listsOf(
  plan: Plan,
  output: Output,
  own: Id,
  happen: readonly Id[],
  shares: Shares,
): ReadonlyMap<string, RowList> {
  const fields = new Set(plan.relations.find(({ id }) => id === own)?.fields.map(({ id }) => id))
  const lists = new Map<string, RowList>()
  for (const { id, fields: theirs } of plan.relations) {
    const links = theirs.filter(({ type }) => type.is === 'ref' && type.relation === own)
    const [link] = links
    const list: RowList = {
      relation: id,
      link: id !== own && links.length === 1 ? link?.id : undefined,
      reading: readingOf(plan, output, id, shares),
    }
    if (!fields.has(id)) lists.set(id, list)
  }
  const [only] = happen
  const list = happen.length === 1 && only !== undefined ? lists.get(only) : undefined
  // The one that a reader of the policy is shown stands last.
  const names = plan.policy.language === 'en' ? eventNames.toReversed() : eventNames
  for (const name of names) if (list && !fields.has(name) && !lists.has(name)) lists.set(name, list)
  return lists
}

/** The records whose rows say what happens to rows of this one. */
function eventRelations(plan: Plan, own: Id): readonly Id[] {
  const relationOf = (grain: Id) => plan.grains.find(({ id }) => id === grain)?.relation
  const all = (plan.clocks ?? [])
    .filter(({ grain }) => relationOf(grain) === own)
    .flatMap(({ events }) => events.map(({ source }) => relationOf(source)))
  return [...new Set(all.filter((id) => id !== undefined && id !== own))].filter((id) => id !== undefined)
}

export function saysRows({ lists }: Among, request: object): boolean {
  return Object.entries(request).some(([name, value]) => Array.isArray(value) && lists.has(name))
}

/** A request among the other rows: what to run, or what is wrong with it. */
export type Placed =
  | { readonly rows: Rows; readonly row: number; readonly day: number; readonly until: number }
  | { readonly problems: readonly RequestProblem[] }

export function placeRequest(among: Among, request: unknown): Placed {
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    return { problems: [notAnObject('')] }
  const own: { [name: string]: unknown } = Object.create(null)
  const said: { name: string; list: RowList; items: readonly unknown[] }[] = []
  let period: unknown
  for (const [name, value] of Object.entries(request)) {
    const list = among.lists.get(name)
    if (list && Array.isArray(value)) said.push({ name, list, items: value })
    else if (among.period && name === periodField) period = value
    else own[name] = value
  }
  const asked = askedDays(among, period)
  if ('problems' in asked) return asked
  const problems = [...(readRequest(among.reading, own) ?? [])]
  const tables = newTables(among.plan)
  const row = addShape(among.reading, tables, among.reading.root)
  const key = among.reading.root.key?.name
  const table = tables.get(among.relation)
  if (key !== undefined && Object.keys(own).every((name) => name === key)) table?.bare.add(row)
  for (const { name, list, items } of said)
    for (const [i, item] of items.entries())
      problems.push(...addItem(among, tables, list, item, `${name}[${i + 1}]`, row))
  const told = new Set(said.map(({ list }) => list.relation))
  const lacking = [...among.looked].filter((id) => !among.given.has(id) && !told.has(id))
  if (lacking.length > 0) problems.push(notSaid(among, lacking))
  if (problems.length > 0) return { problems }
  const placed = addRows(among.base, among.keys, tables, among.relation, (id) => among.given.has(id))
  if ('dangling' in placed)
    return {
      problems: placed.dangling.map(({ relation, key: text }) => ({
        path: '',
        ...fault('BY719', { record: relation, text: quoted(text) }),
      })),
    }
  const day = asked.day ?? postingDay(among, placed) ?? dayOfPlan(among.plan)
  return { ...placed, day, until: asked.until ?? day }
}

function notSaid({ lists }: Among, lacking: readonly Id[]): RequestProblem {
  const nameOf = (id: Id) => [...lists].findLast(([, list]) => list.relation === id)?.[0] ?? id
  const [first = ''] = lacking
  const names = lacking.map(nameOf)
  return {
    path: names.join(', '),
    code: 'BY942',
    args: { records: lacking.join(', '), name: first === '' ? '' : (names[0] ?? first) },
  }
}

function askedDays(
  { period: kind }: Among,
  said: unknown,
): { readonly day?: number; readonly until?: number } | { readonly problems: readonly RequestProblem[] } {
  if (kind === undefined) return {}
  if (typeof said !== 'string' || said.trim() === '')
    return { problems: [{ path: periodField, ...fault('BY949', {}) }] }
  const found = readPeriod(kind, kind.id, said.trim())
  if ('fault' in found) return { problems: [{ path: periodField, ...found.fault }] }
  return { day: found.value, until: found.value }
}

function addItem(
  among: Among,
  tables: ReadonlyMap<Id, Table>,
  { relation, link, reading }: RowList,
  item: unknown,
  path: string,
  row: number,
): readonly RequestProblem[] {
  const problems = readRequest(reading, item)
  if (problems) return problems.map((one) => ({ ...one, path: one.path ? `${path}.${one.path}` : path }))
  const table = tables.get(relation)
  const key = keyIn(reading, reading.root)
  const { texts, states } = reading.registers
  if (key !== undefined && table?.byKey.has(key))
    return [{ path, ...fault('BY943', { record: relation, key: quoted(key) }) }]
  const slot = link === undefined ? undefined : reading.root.slots.get(link)
  if (slot && states[slot.register] === 0) {
    const mine = keyIn(among.reading, among.reading.root)
    const found = texts[slot.register] ?? ''
    if (found !== mine)
      return [{ path: `${path}.${link}`, ...fault('BY944', { record: relation, key: quoted(found) }) }]
  }
  const at = addShape(reading, tables, reading.root)
  if (link !== undefined) table?.cells[at]?.set(link, { state: 0, value: row })
  return []
}

/** The day on which the row counts, where a field says it: periods around it are worked out. */
function postingDay({ plan, output }: Among, { rows, row }: { rows: Rows; row: number }): number | undefined {
  const expr = plan.columns.find(({ id }) => id === output.posting)?.expr
  const field = expr?.op === 'local-day' ? expr.a : expr
  if (field?.op !== 'field' || field.path.length > 0 || field.row !== undefined) return undefined
  const column = rows.get(field.relation)?.fields.get(field.field)
  if (column === undefined || column.is === 'text' || (column.states?.[row] ?? 0) !== 0) return undefined
  const value = Number(column.values[row])
  if (column.is === 'code') return value
  return plan.zone ? localOf(plan.zone, value).day : undefined
}
