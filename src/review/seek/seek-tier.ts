import { power10 } from '../../base/decimal.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Id, Output, Plan, PlanStep } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { need } from '../../targets/evaluate/engine.ts'
import { type EvaluateOptions, evaluate, type Results } from '../../targets/evaluate/evaluate.ts'
import { explain } from '../../targets/evaluate/explain.ts'
import { rowFor } from '../../targets/evaluate/results.ts'
import { type Value, valueAt } from '../../targets/evaluate/value.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { withExtraRow } from './extra-row.ts'
import { type SummedField, summedFields } from './summed-fields.ts'

/** Somebody and a clause with tiers, in one period. */
export type TierQuestion = {
  readonly output: Output
  readonly subjectRow: number
  readonly period?: Period
  /** The number that is to grow, where the author names it. */
  readonly field?: { readonly relation: Id; readonly field: Id }
  /** The row that one more would be like. */
  readonly like?: string
}

/** Where somebody stands: the row of the tiers (from 0), what chose it, and what the clause pays. */
export type Standing = { readonly band: number; readonly measure: Value; readonly pays: Value }

export type TierAnswer =
  /** `amount / 10^scale` more reaches the next row; a step less does not. */
  | {
      readonly is: 'reached'
      readonly field: SummedField
      readonly like: string
      readonly amount: bigint
      readonly now: Standing
      readonly at: Standing
      readonly before: Standing
      /** Where the next row begins. */
      readonly from: { readonly at: bigint; readonly scale: number; readonly included: boolean }
    }
  | { readonly is: 'highest'; readonly now: Standing }
  /** No more of this would do: up to the most that the field holds. */
  | { readonly is: 'unreachable'; readonly now: Standing; readonly field: SummedField; readonly like: string }
  | NoTier

/** Why nothing can be said: no tiers, nothing that they add up, no row that one more could be like, or they are held. */
export type NoTier =
  | { readonly is: 'no-tiers' }
  | { readonly is: 'no-field' }
  | { readonly is: 'no-row' }
  | { readonly is: 'held' }

/** What must still come in for the next row of a clause's tiers: one more row, like one that there is. */
export function seekTier(
  plan: Plan,
  rows: Rows,
  options: EvaluateOptions,
  question: TierQuestion,
  base: Results = evaluate(plan, rows, options),
): TierAnswer {
  const { output } = question
  const step = output.steps.find(({ tiers }) => tiers !== undefined)
  const tiers = step?.tiers
  if (!tiers) return { is: 'no-tiers' }
  const now = standing(base, question, tiers)
  if (now === undefined) return { is: 'held' }
  const bands = need(base.engine.model.schedules, tiers.schedule).bands
  const next = bands[now.band + 1]
  if (next?.from === undefined) return { is: 'highest', now }
  const { field: asked } = question
  const all = summedFields(plan, tiers.by)
  const fields = asked
    ? all.filter(({ relation, field }) => relation === asked.relation && field === asked.field)
    : all
  if (fields.length === 0) return { is: 'no-field' }
  let first: { readonly field: SummedField; readonly like: string } | undefined
  for (const field of fields) {
    const like = rowLike(base, question, field.relation)
    if (like === undefined) continue
    const name = need(rows, field.relation).name(like)
    first ??= { field, like: name }
    const at = (amount: bigint): Standing | undefined => {
      const key = plan.relations.find(({ id }) => id === field.relation)?.key
      const more = withExtraRow(rows, field.relation, like, key, field.field, amount)
      return standing(evaluate(plan, more, options), question, tiers)
    }
    const { scale } = need(base.engine.model.schedules, tiers.schedule)
    const from = { at: BigInt(next.from.at), scale, included: next.from.included }
    const found = leastAmount(at, now, mostOf(plan, field), from)
    if (!found) continue
    return { is: 'reached', field, like: name, now, ...found, from }
  }
  return first ? { is: 'unreachable', now, ...first } : { is: 'no-row' }
}

/** Where somebody stands in a run; undefined where the tiers are held. */
function standing(
  { engine }: Results,
  { output, subjectRow, period }: TierQuestion,
  tiers: NonNullable<PlanStep['tiers']>,
): Standing | undefined {
  const row = rowFor(need(engine.domains, output.grain), subjectRow, period?.start)
  if (row === undefined) return undefined
  const vector = need(engine.columns, tiers.band)
  if (stateAt(vector.states, row) !== 0 || vector.is === 'text') return undefined
  return {
    band: Number(integerAt(vector, row)),
    measure: valueAt(engine, tiers.by, row),
    pays: valueAt(engine, output.column, row),
  }
}

/** The largest number that the field holds. */
function mostOf(plan: Plan, { relation, field }: SummedField): bigint {
  const type = plan.relations.find(({ id }) => id === relation)?.fields.find(({ id }) => id === field)?.type
  return type?.is === 'int' ? BigInt(type.max) : 0n
}

/**
 * The smallest amount that leads to a higher row, in whole steps of the field: where a straight line through what is
 * known leads to, else in the middle. Both it and a step less have been run.
 */
function leastAmount(
  at: (amount: bigint) => Standing | undefined,
  now: Standing,
  most: bigint,
  from: { readonly at: bigint; readonly scale: number },
): { readonly amount: bigint; readonly at: Standing; readonly before: Standing } | undefined {
  const isHigher = (one: Standing | undefined): boolean => one !== undefined && one.band > now.band
  let low = 0n
  let lowStands = at(0n) ?? now
  if (isHigher(lowStands)) return undefined
  let high = 100n
  let highStands = at(high)
  while (!isHigher(highStands)) {
    if (high >= most || highStands === undefined) return undefined
    low = high
    lowStands = highStands
    high = high * 32n > most ? most : high * 32n
    highStands = at(high)
  }
  for (let tries = 0; high - low > 1n; tries++) {
    const line = tries % 3 === 2 ? undefined : onLine(low, lowStands, high, highStands, from)
    const next = line ?? (low + high) / 2n
    const stands = at(next)
    if (stands === undefined) return undefined
    if (isHigher(stands)) {
      high = next
      highStands = stands
    } else {
      low = next
      lowStands = stands
    }
  }
  return highStands && { amount: high, at: highStands, before: lowStands }
}

/** Where the measure would reach the next row if it grew evenly between two amounts; always between them. */
function onLine(
  low: bigint,
  lowStands: Standing,
  high: bigint,
  highStands: Standing | undefined,
  from: { readonly at: bigint; readonly scale: number },
): bigint | undefined {
  const [a, b] = [lowStands.measure, highStands?.measure]
  if (a.is !== 'number' || b?.is !== 'number') return undefined
  const scale = Math.max(a.scale, b.scale, from.scale)
  const [x, y] = [a, b].map((one) => one.digits * power10(scale - one.scale))
  const wanted = from.at * power10(scale - from.scale)
  if (x === undefined || y === undefined || y <= x || wanted < x) return undefined
  const guess = low + ((wanted - x) * (high - low)) / (y - x)
  return guess <= low ? low + 1n : guess >= high ? high - 1n : guess
}

/** The last row that counts for this result, by its explanation; or the one that was named. */
function rowLike(results: Results, question: TierQuestion, relation: Id): number | undefined {
  const { output, subjectRow, period, like } = question
  const { engine } = results
  const rows = need(engine.rows, relation)
  const numbered = (name: string): number | undefined => {
    for (let row = rows.count - 1; row >= 0; row--) if (rows.name(row) === name) return row
    return undefined
  }
  if (like !== undefined) return numbered(like)
  const explanation = explain(results, { output: output.id, subjectRow, ...(period && { period }) })
  for (const value of explanation?.values ?? []) {
    if (value.rows?.record !== relation) continue
    const last = value.rows.listed.at(-1)
    const row = last && numbered(last.row)
    if (row !== undefined) return row
  }
  return undefined
}

/** `1234.50` as steps of a field; undefined when it lies between two. */
export function amountText(amount: bigint, scale: number): string {
  const unit = power10(scale)
  return scale === 0 ? String(amount) : `${amount / unit}.${String(amount % unit).padStart(scale, '0')}`
}
