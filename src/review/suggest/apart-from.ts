import type { Source } from '../../base/span.ts'
import { periodAt } from '../../calendar/periods.ts'
import { compileProgram } from '../../compile.ts'
import type { Id, Output, Plan, Relation } from '../../plan/plan.ts'
import { paidKind } from '../../targets/evaluate/asked-period.ts'
import type { Point, Points } from '../coverage/point.ts'
import { clausePairs } from '../difference/clauses.ts'
import { exampleOf } from '../difference/difference.ts'
import type { Effort, Example } from '../difference/find-example.ts'
import { movedBound } from '../difference/moved-bound.ts'
import { type Matcher, matcherOf } from '../difference/same-meaning.ts'
import type { Mutant } from '../mutate/mutant.ts'
import type { Ground } from '../mutate/run-mutants.ts'
import { asksNow, keyOf } from './base-world.ts'
import { besideWorlds, earlierToo, withoutRows } from './beside-worlds.ts'
import { finerWorlds } from './finer-worlds.ts'
import { type Closure, sliceOf, withRecordsOf } from './slice.ts'
import type { Suggestion } from './suggestion.ts'
import { type Used, usedFields } from './used-fields.ts'
import { valueOutput } from './value-output.ts'
import { type Row, type World, within } from './world.ts'
import type { Shown } from './write-cases.ts'

/** Where rows are looked for on which a policy and a changed one come apart. */
export type Grounds = {
  /** Lowered with what is written, as coverage looks at it. */
  readonly plan: Plan
  readonly points: Points
  readonly closure: Closure
  readonly used: Used
  readonly sources: readonly Source[]
  readonly compiled: Ground['compiled']
  /** Those that there were before, and those that are suggested. */
  readonly cases: readonly Start[]
}

/** A case of a clause, and the points that it hits; `about`: the one that it was looked for. */
export type Start = Omit<Suggestion, 'about'> & Partial<Pick<Suggestion, 'about'>>

/** What is tried of the cases alone, and where these show nothing. */
const near: Effort = { together: 0, rounds: 0, alone: 0, along: 0, climbs: 0, asFound: true }
const far: Effort = { together: 200, rounds: 3, alone: 20, along: 0, climbs: 1000 }
const farAgain: Effort = { ...far, rounds: 1, alone: 0 }

/** In how many results it is looked for by what cases say; by anything in the first alone. */
const mostPairs = 4

/** A result of both; `shown`: the clause that a case is about. `value`: it is no result but this value. */
type Pair = { readonly old: Output; readonly next: Output; readonly shown: Output; readonly value?: Id }

/** The results in which a change may show. `columns`: about how many are worked out each time that rows are tried. */
type Apart = {
  readonly before: Plan
  readonly after: Plan
  readonly matcher: Matcher
  readonly pairs: readonly Pair[]
  readonly columns: number
}

export function resultsApart(grounds: Grounds, mutant: Mutant, isFar: boolean): Apart {
  const { compiled, sources, plan, closure } = grounds
  const before = compiled.plan ?? plan
  const after = compileProgram(mutant.program(), sources, compiled).plan ?? before
  const matcher = matcherOf(before, after)
  const pairs = pairsOf(grounds, before, after, matcher, mutant).slice(0, isFar ? 1 : mostPairs)
  const values = pairs.filter(({ value }) => value !== undefined)
  return {
    before: withOutputs(
      before,
      values.map(({ old }) => old),
    ),
    after: withOutputs(
      after,
      values.map(({ next }) => next),
    ),
    matcher,
    pairs,
    columns: pairs.reduce((sum, { shown }) => sum + closure([shown.column]).size, 0),
  }
}

/**
 * Rows on which a changed policy gives another result, or another value: those of cases that meet the boundary, with more at
 * stake; or, looked for far and wide, any.
 */
export function* apartFrom(grounds: Grounds, apart: Apart, mutant: Mutant, isFar: boolean): Generator<Shown> {
  const { before, after, matcher, pairs } = apart
  const met = meeting(grounds, mutant)
  for (const pair of pairs) {
    const starts = startsFor(grounds, met, pair, isFar)
    // Far and wide it is looked for beside the first case: once a plain one, once one that meets the boundary.
    const ways = isFar
      ? [
          { starts: finelyBeside(grounds, met, apart, pair), effort: near },
          { starts, effort: far },
          { starts: starts.toReversed(), effort: farAgain },
        ]
      : [{ starts, effort: near }]
    for (const { starts: own, effort } of ways) {
      const from = { known: [], begun: [], cases: () => own }
      const example = exampleOf(before, after, pair.old, pair.next, matcher, from, effort)
      if (typeof example !== 'string') yield shownBy(grounds, pair, example)
    }
  }
}

/** Cases that meet the boundary: those that were looked for to meet it, those that do besides, and others of its line. */
function meeting({ cases, points: { points } }: Grounds, mutant: Mutant): readonly Start[] {
  const onLine = (at = -1): boolean => {
    const point = points[at]
    return point !== undefined && isAt(point, mutant)
  }
  const isIt = (at = -1): boolean => {
    const point = points[at]
    return point !== undefined && isBound(point) && isAt(point, mutant)
  }
  return [
    ...new Set([
      ...cases.filter(({ about }) => isIt(about)),
      ...cases.filter(({ hits }) => hits.some(isIt)),
      ...cases.filter(({ about }) => onLine(about)),
    ]),
  ]
}

/** A point just below, at or just above something. */
export function isBound({ what: { is } }: Point): boolean {
  return is === 'boundary' || is === 'sides'
}

export function isAt(point: Point, { span, line }: Mutant): boolean {
  return point.place.file === span.source && point.place.line === line
}

function withOutputs(plan: Plan, more: readonly Output[]): Plan {
  return more.length === 0 ? plan : { ...plan, outputs: [...plan.outputs, ...more] }
}

/** What can show it: the value that was changed, as if it were a result; the clause; then others, those of least first. */
function pairsOf(
  { plan, closure }: Grounds,
  before: Plan,
  after: Plan,
  matcher: Matcher,
  { clause }: Mutant,
): readonly Pair[] {
  const whole = new Map(plan.outputs.map((output) => [output.id, output]))
  const size = ({ column }: Output) => closure([column]).size
  const own = ({ old }: Pair) => ((old.releases ?? old.id) === clause ? 0 : 1)
  const results = clausePairs(before, after, matcher)
    .flatMap(({ old, next, same }): readonly Pair[] => {
      const shown = old && whole.get(old.id)
      return old && next && shown && !same ? [{ old, next, shown }] : []
    })
    .toSorted((a, b) => own(a) - own(b) || size(a.shown) - size(b.shown))
  const [shown] = plan.outputs
    .filter(({ column }) => closure([column]).has(clause))
    .toSorted((a, b) => size(a) - size(b))
  const [old, next] = [valueIn(before, clause), valueIn(after, clause)]
  return [...(old && next && shown ? [{ old, next, shown, value: clause }] : []), ...results]
}

/** A value as if it were a result; nothing where the name is that of a clause or a table. */
function valueIn({ columns, outputs, tables }: Plan, id: Id): Output | undefined {
  const column = columns.find((one) => one.id === id)
  const isTaken =
    outputs.some((one) => (one.releases ?? one.id) === id) || tables.some((one) => one.id === id)
  return column && !isTaken ? valueOutput(column) : undefined
}

/** How many cases are begun with, how many are made of those that meet the boundary, and of how many quotients are made. */
const most = { met: 12, others: 16, beside: 1200, finely: 3 }

/** Where to begin for one clause: what meets the boundary, with more at stake, and other cases about the clause. */
function startsFor(
  grounds: Grounds,
  met: readonly Start[],
  { shown }: Pair,
  isFar: boolean,
): readonly World[] {
  const isOwn = ({ output }: Start) => output.id === shown.id
  const others = grounds.cases
    .filter(isOwn)
    .slice(0, most.others)
    .map(({ world }) => world)
  const [base] = others
  // Of another clause a case says nothing of some records.
  const lent = met
    .filter((one) => !isOwn(one) && (!base || base.period === one.world.period))
    .map(({ world }) => ({ ...world, rows: new Map([...(base?.rows ?? []), ...world.rows]) }))
  const begun = [...met.filter(isOwn).map(({ world }) => world), ...lent].slice(0, most.met)
  if (isFar) return [...others, ...begun.toReversed()]
  const part = partOf(grounds, shown)
  const beside = (begun.length > 0 ? begun : others.slice(0, 4)).flatMap((world) =>
    besideWorlds(part, within(part, world)),
  )
  const rows = others.flatMap((world) => {
    const own = within(part, world)
    return [...earlierToo(part, own), ...withoutRows(part, own)]
  })
  return [...begun, ...others, ...rows, ...beside.slice(0, most.beside)]
}

/** Between a boundary and where it was moved, so near to both as only large numbers come. */
function finelyBeside(
  grounds: Grounds,
  met: readonly Start[],
  { before, after }: Apart,
  { shown }: Pair,
): readonly World[] {
  const between = movedBound(before, after)
  if (!between) return []
  const part = partOf(grounds, shown)
  const own = met.filter(({ output }) => output.id === shown.id).slice(0, most.finely)
  return own.flatMap(({ world }) => finerWorlds(part, within(part, world), between))
}

/** What a clause stands on, with the records and fields that a case about it gives. */
function partOf({ plan, closure, used }: Grounds, output: Output): Plan {
  const slice = sliceOf(plan, { points: [], probes: [] }, output, closure)
  return withRecordsOf(slice.plan, usedFields(slice.plan, used))
}

function shownBy(grounds: Grounds, { shown, value }: Pair, example: Example): Shown {
  const world = within(partOf(grounds, shown), worldIn(grounds.plan, example))
  const { found } = example
  const paid = found.parts.find(({ label }) => label === undefined)
  const isOpen = paid?.old?.is === 'held' || paid?.old?.is === 'not-applicable'
  const besides = !paid || (value !== undefined && isOpen)
  return { world, output: shown, values: value === undefined ? [] : [value], ...(besides && { besides }) }
}

/** An example as the rows of a case. */
function worldIn(plan: Plan, { rows, span, now, found }: Example): World {
  const line = found.old ?? found.next
  const kind = paidKind(plan)
  const day = line?.posting ?? (line?.period ? line.period.end - 1 : span.from)
  const period = line?.period?.key ?? (kind && periodAt(kind, day)?.key) ?? 'all'
  // Called as in other cases.
  const keys = new Map(
    plan.relations.flatMap((relation) =>
      (rows.old[relation.id] ?? []).map(
        (row, i) => [`${relation.id} ${row[relation.key ?? '']}`, keyOf(relation, i + 1)] as const,
      ),
    ),
  )
  const cellsOf = ({ id, key, fields }: Relation, row: Example['rows']['old'][string][number]): Row =>
    new Map(
      Object.entries(row).flatMap(([field, cell]) => {
        if (cell === undefined || cell === null || cell === '') return []
        const type = fields.find((one) => one.id === field)?.type
        const of = field === key ? id : type?.is === 'ref' ? type.relation : undefined
        return [[field, (of !== undefined && keys.get(`${of} ${cell}`)) || String(cell)] as const]
      }),
    )
  return {
    period,
    day,
    rows: new Map(
      plan.relations.flatMap((relation) => {
        const list = rows.old[relation.id]
        return list ? [[relation.id, list.map((row) => cellsOf(relation, row))] as const] : []
      }),
    ),
    ...(plan.zone && asksNow(plan) && { now }),
  }
}
