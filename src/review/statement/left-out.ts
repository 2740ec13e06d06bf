import { formatDay } from '../../base/day.ts'
import type { Language } from '../../base/language.ts'
import type { Aggregate } from '../../plan/plan.ts'
import { fateOf } from '../../targets/evaluate/aggregate.ts'
import { type Domain, type Engine, type Grouping, need } from '../../targets/evaluate/engine.ts'
import { findOp, rowName, rowValue } from '../../targets/evaluate/explain-value.ts'
import { groupingOf } from '../../targets/evaluate/grouping.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import { named } from '../../targets/evaluate/results.ts'
import type { Ref } from '../../targets/evaluate/trace.ts'
import { integerAt, isNotApplicable, stateAt } from '../../targets/evaluate/vector.ts'
import { groupFor } from '../../targets/evaluate/windows.ts'
import { conditionsOf, scopeOf } from './conditions.ts'
import { isUndecided, reasonView } from './reason-view.ts'
import { cellsOf, shownFields } from './rows-view.ts'
import type { StatedRun } from './statement.ts'
import type { LeftOutView, OutcomeView } from './view.ts'

/** Rows that are told one by one. */
const most = 200

/** What an aggregate counts, and for whom. */
type Counting = {
  readonly engine: Engine
  readonly aggregate: Aggregate
  readonly source: Domain
  readonly grouping: Grouping
  readonly group: number
  /** Whose each row is, whatever its day. */
  readonly owners: Grouping
  readonly owner: number
  readonly subjects: Domain
}

/**
 * The rows of somebody that a number of his did not count, each with what kept it out: a condition, its day, or what it
 * would have brought. With `key`: that row alone, whosever it is. Undefined where the value counts no rows.
 */
export function leftOut(
  { results }: StatedRun,
  ref: Ref,
  key: string | undefined,
  language: Language,
): LeftOutView | undefined {
  const { engine } = results
  const counting = countingOf(engine, ref)
  if (!counting) return undefined
  const { aggregate, source } = counting
  const rows = key === undefined ? ownRows(counting) : rowsNamed(counting, key)
  const found: LeftOutView['listed'][number][] = []
  let total = 0
  const record =
    (aggregate.whole && need(engine.domains, aggregate.whole.source).grain.relation) ??
    source.grain.relation ??
    ''
  const parts = engine.model.derived.get(source.grain.relation ?? '')?.lines.length ?? 1
  const periods = source.periods?.list.length ?? 1
  for (const row of rows) {
    if (key === undefined && counts(counting, row)) continue
    total++
    if (found.length >= most) continue
    const at = Math.floor(row / periods / parts)
    const place = engine.rows.get(record)?.place(at)
    found.push({
      key: rowName(engine, source, row),
      cells: cellsOf(engine, record, at, language),
      ...(place && { place }),
      why: outcomeOf(counting, row, language),
    })
  }
  const relation = engine.model.relations.get(record)
  return { record: relation?.title ?? record, fields: shownFields(engine, record), total, listed: found }
}

function countingOf(engine: Engine, { column: id, row }: Ref): Counting | undefined {
  const column = engine.model.columns.get(id)
  const aggregate = column && findOp(engine, column, 'aggregate')
  if (!column || aggregate?.op !== 'aggregate') return undefined
  const subjects = need(engine.domains, column.grain)
  if (row < 0 || row >= subjects.count) return undefined
  const { period: _, ...whose } = aggregate.at
  const owners = groupingOf(engine, subjects, { source: aggregate.source, at: whose })
  return {
    engine,
    aggregate,
    source: need(engine.domains, aggregate.source),
    ...groupFor(engine, subjects, aggregate, row),
    owners,
    owner: whose.path === undefined ? 0 : Math.floor(row / (subjects.periods?.list.length ?? 1)),
    subjects,
  }
}

/** Those of the period first: what a condition kept out says more than what belongs to another day. */
function ownRows({ owners, owner, grouping, group }: Counting): readonly number[] {
  const own = [...owners.rowsOf(owner)]
  const isNow = (row: number): boolean => grouping.groups[row] === group
  return [...own.filter(isNow), ...own.filter((row) => !isNow(row))]
}

function rowsNamed({ engine, source }: Counting, key: string): readonly number[] {
  const wanted = key.trim().toLowerCase()
  const found: number[] = []
  for (let row = 0; row < source.count && found.length < most; row++) {
    const name = rowName(engine, source, row).toLowerCase()
    if (name === wanted || name.startsWith(`${wanted},`)) found.push(row)
  }
  return found
}

/** Whether a row counts here, or holds what is counted. */
function counts({ engine, aggregate, grouping, group }: Counting, row: number): boolean {
  return grouping.groups[row] === group && fateOf(engine, aggregate, row) !== 'left-out'
}

function outcomeOf(counting: Counting, row: number, language: Language): OutcomeView {
  const { engine, aggregate, source, grouping, group, owners, owner } = counting
  const whose = owners.groups[row] ?? -1
  if (whose < 0) return { is: 'nobody' }
  if (whose !== owner) {
    const relation = counting.subjects.grain.relation
    const { key, label } =
      relation === undefined ? { key: '', label: undefined } : named(engine, relation, whose)
    return { is: 'other', whose: label === undefined ? key : `${label} ${key}` }
  }
  if (grouping.groups[row] !== group) return onAnotherDay(counting, row)
  const fate = fateOf(engine, aggregate, row)
  if (fate === 'left-out') return keptOut(counting, row, language)
  const value = rowValue(engine, aggregate, row)
  if (isUndecided(value)) return { is: 'held', reason: reasonView(value.reason, language) }
  return source.count > row ? { is: 'counts', value: printShown(value, language) } : { is: 'nobody' }
}

/** The day on which it counts, and the period that the run has for that. */
function onAnotherDay({ engine, aggregate, source, subjects }: Counting, row: number): OutcomeView {
  const { period } = aggregate.at
  if (period === undefined) return { is: 'nobody' }
  if (period.is === 'own') {
    const own = source.periods?.list[row % source.periods.list.length]
    return own ? { is: 'period', day: formatDay(own.start), period: own.key } : { is: 'nobody' }
  }
  const days = need(engine.columns, period.column)
  if (stateAt(days.states, row) !== 0) return { is: 'nobody' }
  const day = Number(integerAt(days, row))
  const found = subjects.periods?.list[subjects.periods.at(day)]
  return { is: 'period', day: formatDay(day), ...(found && { period: found.key }) }
}

/** The test that it does not pass, or the one that says for which rows there is what is counted. */
function keptOut({ engine, aggregate, source }: Counting, row: number, language: Language): OutcomeView {
  const { where } = aggregate
  if (where !== undefined) {
    const vector = need(engine.columns, where)
    const state = stateAt(vector.states, row)
    const { expr } = need(engine.model.columns, where)
    if (state === 0 && integerAt(vector, row) === 0n)
      return {
        is: 'condition',
        conditions: conditionsOf(engine, { domain: source, row, test: expr }, language),
      }
  }
  for (const id of [where, aggregate.value, aggregate.denominator]) {
    if (id === undefined || !isNotApplicable(stateAt(need(engine.columns, id).states, row))) continue
    const scope = scopeOf(engine, id, row)
    if (scope) return { is: 'not-for', conditions: conditionsOf(engine, scope, language) }
  }
  return { is: 'not-for', conditions: [] }
}
