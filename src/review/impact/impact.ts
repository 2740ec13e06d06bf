import type { Decimal } from '../../base/decimal.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Id, Output } from '../../plan/plan.ts'
import type { Named, ResultLine } from '../../targets/evaluate/results.ts'
import type { Why } from '../../targets/evaluate/trace.ts'
import type { CurveData, Point } from '../charts/curve-picture.ts'
import type { Edit } from './edit.ts'

/** What a change of a policy does to one period's results: the data that every form of the report is made of. */
export type Impact = {
  readonly before: string
  readonly after: string
  readonly policy: string
  readonly period: string
  /** How much was compared: lines of both runs, and the people in them. */
  readonly compared: { readonly lines: number; readonly people: number }
  readonly totals: readonly Total[]
  /** Everybody in either run: whom a report that leaves names out must not name. */
  readonly everybody: readonly Person[]
  /** The edits in the order in which they were counted. */
  readonly steps: readonly EditEffect[]
  /** Those whose pay changes, the largest change first. */
  readonly people: readonly PersonChange[]
  /** The record of those who are paid, and the fields that they can be put together by. */
  readonly subject?: { readonly record: Id; readonly fields: readonly Id[] }
  readonly groups?: Groups
  readonly clauses: readonly ClauseChange[]
  /** Decisions, scores and time limits that change. */
  readonly results: readonly LineChange[]
  readonly held: readonly HeldChange[]
  readonly decided: readonly LineChange[]
  readonly findings: { readonly added: readonly Diagnostic[]; readonly gone: readonly Diagnostic[] }
  readonly cliffs: readonly CliffCrossing[]
  readonly declared: {
    readonly added: readonly Clause[]
    readonly removed: readonly Clause[]
    readonly renamed: readonly { readonly from: Clause; readonly to: Clause }[]
  }
  readonly unplaced: { readonly before: number; readonly after: number }
  readonly curves: readonly CurvePair[]
}

export type Clause = { readonly id: Id; readonly title: string; readonly is: Output['is'] }

/** Somebody, and the number by which a report may call them instead: their place among all by their keys. */
export type Person = { readonly named: Named; readonly number: number }

/** What is paid in one currency; held lines are not in it. */
export type Change = { readonly before: Decimal; readonly after: Decimal }
export type Total = Change & {
  readonly currency: string
  readonly gain: number
  readonly lose: number
  readonly gained: Decimal
  readonly lost: Decimal
}

export type EditEffect = {
  readonly edits: readonly Edit[]
  /** It is not the policy but the settings by which the data is read. */
  readonly settings: boolean
  readonly changes: readonly { readonly currency: string; readonly change: Decimal }[]
  /** Whose pay it changes, and how many lines of any kind. */
  readonly people: number
  readonly lines: number
}

export type PersonChange = Change & {
  readonly person: Person
  readonly currency: string
  /** One for each of the steps; together the whole change. */
  readonly steps: readonly Decimal[]
  readonly clauses: readonly { readonly clause: Clause; readonly change: Decimal }[]
  readonly group?: string
}

export type Groups = {
  /** The field, and whether the report chose it. */
  readonly by: string
  readonly chosen: boolean
  /** Groups are people themselves, as those who share a manager are. */
  readonly arePeople: boolean
  readonly rows: readonly (Change & {
    readonly name: string
    readonly person?: Person
    readonly currency: string
    readonly people: number
    readonly changed: number
  })[]
}

export type ClauseChange = Change & {
  readonly clause: Clause
  readonly currency: string
  /** Paid through a payout, and so not in the total by itself. */
  readonly listed: boolean
  readonly people: number
}

export type LineChange = {
  readonly clause: Clause
  readonly subject?: Person
  readonly item?: Named
  readonly period: string
  readonly before?: ResultLine
  readonly after?: ResultLine
}
export type HeldChange = LineChange & { readonly why: Why }

/** Somebody who comes to stand in, or leaves, a stretch in which more pays less; or a gate that is met no longer, or now. */
export type CliffCrossing = {
  readonly clause: Clause
  readonly person?: Person
  readonly period: string
  readonly is: 'falls-in' | 'comes-out' | 'gate-missed' | 'gate-met'
  /** What is measured, and the stretch as it is written. */
  readonly value: string
  readonly from?: string
  readonly even?: string
}

/** What the tiers of a clause pay in both versions, and where the people stand. */
export type CurvePair = Omit<CurveData, 'people'> & {
  readonly clause: Clause
  readonly currency: string
  /** What is measured, where it has a name. */
  readonly measured?: string
  /** `line`: whose result it is, of the new version where it has one. */
  readonly people: readonly {
    readonly person?: Person
    readonly line: ResultLine
    readonly before?: Point
    readonly after?: Point
  }[]
}
