import { formatDay } from '../../base/day.ts'
import type { Language } from '../../base/language.ts'
import type { Source } from '../../base/span.ts'
import type { Checked } from '../../check/clauses.ts'
import type { Origin, Output, Plan } from '../../plan/plan.ts'
import type { Program } from '../../syntax/ast.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Shown } from '../../targets/evaluate/trace.ts'
import type { Along, Ends } from './along.ts'
import { type TextChange, textChanges } from './declared.ts'
import { type ClauseDifference, differenceOf, type PolicyDifference } from './difference.ts'
import type { Data, Example } from './find-example.ts'
import type { Limit } from './limit-walk.ts'
import { clausesRead, limitsApart } from './limits-apart.ts'
import type { Names } from './names.ts'
import type { Range } from './range-text.ts'
import { sliceOf } from './slice.ts'
import { askedTables, type TableApart, tablesApart } from './tables-apart.ts'
import { type TierReport, tierReports } from './tiers-apart.ts'

/** What `bylaw diff` found, as data: amounts are decimal text. The shape changes only with `version`. */
export type DifferenceReport = {
  readonly version: 1
  /** Shown to mean the same, but for the names in `renamed`. */
  readonly same: boolean
  readonly renamed: readonly (readonly [old: string, next: string])[]
  /** What of the policy as a whole is another: its first and last day, its currency, its checks of data. */
  readonly policy: readonly WholeChange[]
  readonly clauses: readonly ClauseReport[]
  /** Declarations that are written otherwise, whether or not they mean anything else. */
  readonly changes: readonly TextChange[]
}
export type WholeChange = 'from' | 'until' | 'history' | 'currency' | 'zone' | 'checks' | 'targets' | 'values'

export type ClauseReport = {
  readonly clause: string
  /** Its name in the old version, where that is another. */
  readonly was?: string
  readonly title?: string
  readonly kind: Output['label']
  readonly verdict: ClauseDifference['verdict']
  readonly place: { readonly file: string; readonly line: number }
  /** Tables that it reads and that give something else, and for what; of tiers the amounts at which they pay otherwise. */
  readonly tables: readonly TableApart[]
  readonly tiers: readonly TierReport[]
  /** Gates, caps, floors, rates, tests … that were moved, and where that makes a difference. */
  readonly limits: readonly Limit[]
  /** Other clauses that it reads and that differ. */
  readonly through: readonly string[]
  readonly example?: ExampleReport
  /** Of one that may differ: why no example was found. */
  readonly why?: ClauseDifference['why']
}

/** Rows for which the clause gives another result, and both results. */
export type ExampleReport = {
  /** In the words of the new version, and in those of the old where they are others. */
  readonly rows: Data
  readonly oldRows?: Data
  readonly now: number
  readonly run: { readonly from: string; readonly until: string }
  readonly subject?: string
  readonly item?: string
  readonly period?: string
  /** `label` is absent for the result itself; a side for which there is no result at all is absent. */
  readonly differs: readonly { readonly label?: string; readonly old?: Shown; readonly next?: Shown }[]
  /** For which values of one cell of these rows they differ, the others as they are, and what both give at the ends. */
  readonly along?: AlongReport
}
export type AlongReport = {
  readonly record: string
  readonly row: string
  readonly field: string
  /** The first and the last value, absent where it goes on without end; `low` and `high` say the same as a row would. */
  readonly stretches: readonly (Range & {
    readonly from?: string
    readonly until?: string
    readonly first: EndReport
    readonly last: EndReport
  })[]
  /** What is apart by no more than a rounding here and there is left out. */
  readonly roundings: boolean
  /** There may be more stretches. */
  readonly cut: boolean
}
type EndReport = { readonly at: string; readonly old?: Shown; readonly next?: Shown }

type Version = {
  readonly program: Program
  readonly checked: Checked
  readonly plan: Plan
  readonly sources: readonly Source[]
}

/** `found`: what was compared already. */
export function differenceReport(
  old: Version,
  next: Version,
  language: Language,
  found: PolicyDifference = differenceOf(old.plan, next.plan),
): DifferenceReport {
  const { same, others, clauses, names } = found
  const policy = [...wholeChanges(old.plan, next.plan), ...others]
  const alike = same && policy.length === 0
  const unlike = new Set(
    clauses.flatMap(({ verdict, next }) => (verdict === 'same' || !next ? [] : [next.id])),
  )
  const translated = old.plan.policy.language !== next.plan.policy.language
  return {
    version: 1,
    same: alike,
    renamed: names.renamed(),
    policy,
    clauses: clauses.map((one) => clauseReport(old, next, one, names, unlike)),
    // A translation has another text for everything: that says nothing.
    changes: alike && translated ? [] : textChanges(old.program, next.program, language),
  }
}

function wholeChanges({ policy: a }: Plan, { policy: b }: Plan): readonly WholeChange[] {
  const parts = ['from', 'until', 'history', 'currency'] as const
  return parts.filter((part) => a[part] !== b[part])
}

function clauseReport(
  before: Version,
  after: Version,
  one: ClauseDifference,
  names: Names,
  unlike: ReadonlySet<string>,
): ClauseReport {
  const { old, next, verdict, example, why } = one
  const output = next ?? old
  if (!output) throw new Error('a clause of neither version')
  const origin = (next ? after : before).plan.origins.find(({ id }) => id === output.origin)
  const apart = old && next && verdict !== 'same' ? { old, next } : undefined
  return {
    clause: output.id,
    ...(old && next && old.id !== next.id && { was: old.id }),
    ...(output.title !== undefined && { title: output.title }),
    kind: output.label,
    verdict,
    place: placeOf(origin),
    tables: apart
      ? tablesApart(before, after, names, askedTables(sliceOf(before.plan, [apart.old]).plan))
      : [],
    tiers: apart ? tierReports(before.checked, apart.old.id, after.checked, apart.next.id) : [],
    limits: apart ? limitsApart(before, apart.old.id, after, apart.next.id, names) : [],
    through: apart ? clausesRead(after.checked.order, apart.next.id).filter((id) => unlike.has(id)) : [],
    ...(example && { example: exampleReport(example) }),
    ...(why && { why }),
  }
}

function placeOf(origin: Origin | undefined): { readonly file: string; readonly line: number } {
  return { file: origin?.file ?? '', line: origin?.line ?? 1 }
}

function exampleReport({ rows, span, now, found, along }: Example): ExampleReport {
  const line = found.next ?? found.old
  const other = JSON.stringify(rows.old) !== JSON.stringify(rows.next)
  return {
    rows: rows.next,
    ...(other && { oldRows: rows.old }),
    now,
    run: { from: formatDay(span.from), until: formatDay(span.until) },
    ...(line?.subject && { subject: line.subject.key }),
    ...(line?.item && { item: line.item.key }),
    ...(line?.period && { period: line.period.key }),
    differs: found.parts.map(({ label, old, next }) => ({
      ...(label !== undefined && { label }),
      ...(old && { old: shownValue(old) }),
      ...(next && { next: shownValue(next) }),
    })),
    ...(along && { along: alongReport(along) }),
  }
}

function alongReport({ record, row, field, stretches, roundings, cut }: Along): AlongReport {
  const end = ({ at, old, next }: Ends): EndReport => ({
    at,
    ...(old && { old: shownValue(old) }),
    ...(next && { next: shownValue(next) }),
  })
  return {
    record,
    row,
    field: field.next ?? field.old ?? '',
    stretches: stretches.map(({ first, last, ...ends }) => ({ ...ends, first: end(first), last: end(last) })),
    roundings,
    cut,
  }
}
