import type { Day } from '../../base/day.ts'
import { formatDecimal } from '../../base/decimal.ts'
import { type Period, periodAt } from '../../calendar/periods.ts'
import type { Id, Output } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { type Domain, type Engine, need } from './engine.ts'
import type { Results } from './evaluate.ts'
import { loadField } from './load-field.ts'
import { compareText } from './row-key.ts'
import { currencyAt, type Value, valueAt } from './value.ts'
import { integerAt, stateAt } from './vector.ts'

/** A row of a record as a reader names it. */
export type Named = {
  readonly record: Id
  readonly row: number
  readonly key: string
  /** What stands in the field that names it (`name`), when there is one. */
  readonly label?: string
  /** Of a line of a credited row: the key of that row. */
  readonly of?: string
}

/** One result of one output: for a subject and period, or for one row of a row clause. */
export type ResultLine = {
  readonly output: Output
  /** The row of the output's grain. */
  readonly row: number
  /** Who it is for: of a row clause the payee, when that is known. */
  readonly subject?: Named
  /** Of a row clause: the row itself. */
  readonly item?: Named
  /** The period it belongs to: of a row clause the one in which it is posted is found by `posting`. */
  readonly period?: Period
  /** Of a row clause: the day on which it counts, when that is known. */
  readonly posting?: Day
  readonly value: Value
  /** Of money: what it is in, also of a held one where that is known. */
  readonly currency?: string
  /** The other results that can be read (`kpi.level`). */
  readonly also: readonly { readonly label: string; readonly value: Value }[]
}

/** Days, both included. */
export type LineFilter = { readonly from: Day; readonly until: Day; readonly outputs?: readonly Id[] }

/**
 * The results that belong to the days of the filter: those of periods that end there, those of rows posted there or
 * whose posting is not known, and those that have no period. In the order of the policy's clauses, then by the
 * subject's key, the period, the row's key.
 */
export function lines(results: Results, filter: LineFilter): readonly ResultLine[] {
  const { engine } = results
  const all: ResultLine[] = []
  for (const output of engine.model.plan.outputs)
    if (filter.outputs === undefined || filter.outputs.includes(output.id))
      for (const line of linesOf(engine, output, filter)) all.push(line)
  return all
}

/** The lines of one output. */
export function linesOf(engine: Engine, output: Output, filter: LineFilter): readonly ResultLine[] {
  const all: ResultLine[] = []
  const domain = need(engine.domains, output.grain)
  const names = remembered(engine)
  const found = new Map<string, ResultLine[]>()
  for (let row = 0; row < domain.count; row++) {
    const period = periodOfRow(domain, row)
    const posting = output.posting === undefined ? undefined : codeAt(engine, output.posting, row)
    if (
      output.releases === undefined
        ? period !== undefined && !endsIn(period, filter)
        : isWaiting(engine, output, row, posting)
    )
      continue
    if (posting !== undefined && (posting < filter.from || posting > filter.until)) continue
    const line = lineAt(engine, output, row, names)
    const key = line.subject?.key ?? ''
    const same = found.get(key)
    if (same === undefined) found.set(key, [line])
    else same.push(line)
  }
  // A subject's lines are few, its key is compared once: a million lines take no longer than their reading.
  for (const key of [...found.keys()].sort(compareText))
    for (const line of found.get(key)?.sort(compareWithinSubject) ?? []) all.push(line)
  return all
}

/** A part whose day is not there yet, or which is not for this row at all, is no line; one that is held is. */
function isWaiting(engine: Engine, output: Output, row: number, posting: Day | undefined): boolean {
  const state = stateAt(need(engine.columns, output.column).states, row)
  return posting === undefined && state > 0 && state < firstHeld
}

type Names = (record: Id, row: number) => Named

/** Names what is named again and again, as the payees of rows are, only once. */
function remembered(engine: Engine): Names {
  const known = new Map<Id, Map<number, Named>>()
  return (record, row) => {
    const rows = known.get(record) ?? new Map<number, Named>()
    known.set(record, rows)
    const name = rows.get(row) ?? named(engine, record, row)
    rows.set(row, name)
    return name
  }
}

/** The line of one row of an output's grain. */
export function lineAt(
  engine: Engine,
  output: Output,
  row: number,
  names: Names = (record, at) => named(engine, record, at),
): ResultLine {
  const domain = need(engine.domains, output.grain)
  const period = periodOfRow(domain, row)
  const own = subjectOfRow(engine, domain, row)
  const posting = output.posting === undefined ? undefined : codeAt(engine, output.posting, row)
  const currency = currencyAt(engine, need(engine.model.columns, output.column).type, output.grain, row)
  const payee = output.payee && codeAt(engine, output.payee.column, row)
  const subject =
    output.payee === undefined ? own : payee === undefined ? undefined : names(output.payee.relation, payee)
  return {
    output,
    row,
    ...(subject && { subject }),
    ...(output.payee && own && { item: own }),
    ...(period && output.releases === undefined && { period }),
    ...(posting !== undefined && { posting }),
    value: valueAt(engine, output.column, row),
    ...(currency !== undefined && { currency }),
    also: output.also.map(({ label, column }) => ({ label, value: valueAt(engine, column, row) })),
  }
}

/** An open period belongs to any day in it; others to the days that have their last. */
function endsIn(period: Period, filter: LineFilter): boolean {
  if (isOpen(period)) return period.start <= filter.until
  return period.end - 1 >= filter.from && period.end - 1 <= filter.until
}

function isOpen(period: Period): boolean {
  return period.end > period.start + 366 * 100
}

function compareWithinSubject(a: ResultLine, b: ResultLine): number {
  return (
    (a.period?.start ?? a.posting ?? 0) - (b.period?.start ?? b.posting ?? 0) ||
    compareText(a.item?.key ?? '', b.item?.key ?? '') ||
    a.row - b.row
  )
}

/** A column of codes at a row; undefined where it has none. */
function codeAt(engine: Engine, column: Id, row: number): number | undefined {
  const vector = need(engine.columns, column)
  return stateAt(vector.states, row) === 0 ? Number(integerAt(vector, row)) : undefined
}

export function periodOfRow(domain: Domain, row: number): Period | undefined {
  const list = domain.periods?.list
  return list?.[row % list.length]
}

export function subjectOfRow(engine: Engine, domain: Domain, row: number): Named | undefined {
  const relation = domain.grain.relation
  if (relation === undefined) return undefined
  return named(engine, relation, Math.floor(row / (domain.periods?.list.length ?? 1)))
}

/** A row by its key, and by its name when the record has one. */
export function named(engine: Engine, record: Id, row: number): Named {
  const made = engine.model.derived.get(record)
  if (made !== undefined) {
    const share = printShare(valueAt(engine, made.share, row))
    const of = need(engine.rows, made.of).name(Math.floor(row / made.lines.length))
    return { record, row, key: [need(engine.rows, record).name(row), ...share].join(', '), of }
  }
  const label = engine.model.relations.get(record)?.label
  const field = label === undefined ? undefined : loadField(engine, record, label).vector
  const text = field?.is === 'text' && stateAt(field.states, row) === 0 ? field.values[row] : undefined
  return {
    record,
    row,
    key: need(engine.rows, record).name(row),
    ...(text !== undefined && { label: text }),
  }
}

/** The row of a grain for a subject and a day; undefined where the run has none. */
export function rowFor(
  domain: Domain,
  subject: number | undefined,
  day: Day | undefined,
): number | undefined {
  const period = domain.periods === undefined ? 0 : day === undefined ? -1 : domain.periods.at(day)
  if (period < 0) return undefined
  return (subject ?? 0) * (domain.periods?.list.length ?? 1) + period
}

/** The period of a kind that holds a day, whether the run has it or not. */
export function periodHolding(engine: Engine, kind: Id, day: Day): Period | undefined {
  return periodAt(need(engine.model.kinds, kind), day)
}

/** `60%`: the share of a credited line, beside its name. */
function printShare(value: Value): readonly string[] {
  if (value.is !== 'number') return []
  const text = formatDecimal(value.digits * 100n, value.scale)
  return [`${text.includes('.') ? text.replace(/\.?0+$/u, '') : text}%`]
}
