import type { Aggregate, Column, DecisionTable, Expr, Rolling, TableInput } from '../../plan/plan.ts'
import { fateOf } from './aggregate.ts'
import { turnsOfClock } from './clock.ts'
import { has, readyTable } from './compile-table.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { carriedFrom } from './explain-carried.ts'
import { traceStep } from './explain-step.ts'
import { formulaOfColumn } from './formula.ts'
import { type NamedValue, type Reader, refTo } from './formula-reader.ts'
import { periodOfRow, subjectOfRow } from './results.ts'
import { rowsInWindow } from './rolling.ts'
import { compareRows } from './row-key.ts'
import { placeOf, shownColumn, shownExpr, shownQuotient, shownValue } from './shown.ts'
import { partsOf } from './spans.ts'
import { integerFor, rowScope } from './sub-expression.ts'
import { cellOf } from './table-cell.ts'
import type { Shown, TraceValue } from './trace.ts'
import { valueFrom } from './value.ts'
import { stateAt } from './vector.ts'
import { groupFor } from './windows.ts'

/** Rows that are listed one by one unless more are asked for; the number of all is told. */
const mostRows = 50

/** Whose explanation it is part of, how many rows are listed, and whether each value is told with its place. */
export type Asked = {
  readonly domain: Domain
  readonly row: number
  readonly most?: number
  readonly refs?: boolean
}

/** A value with a name: its formula, and what it counted or looked up. */
export function traceValue(
  engine: Engine,
  { column, row, given }: NamedValue,
  asked: Asked,
  named: Reader['named'],
): TraceValue {
  const domain = need(engine.domains, column.grain)
  const { refs = false } = asked
  const reader: Reader = { engine, domain, row, named, refs }
  const whose = ownerOf(engine, domain, row, asked)
  const head = {
    id: column.id,
    ...refTo(reader, column.id, row),
    label: given?.label ?? column.label ?? column.id,
    ...(given === undefined && column.label === undefined && { unnamed: true as const }),
    source: placeOf(engine, column.origin),
    ...(whose !== undefined && { of: whose }),
  }
  const clause = engine.model.plan.outputs.find((o) => o.column === column.id && o.steps.length > 0)
  if (clause !== undefined) {
    const value = shownColumn(engine, column.id, row)
    const steps = clause.steps.map((step) => traceStep(reader, step))
    return { ...head, formula: { is: 'value', value }, result: value, clause: { id: clause.id, steps } }
  }
  const counted = findOp(engine, column, 'aggregate')
  const rolled = findOp(engine, column, 'rolling')
  const looked = findOp(engine, column, 'table')
  const rows =
    counted?.op === 'aggregate'
      ? countedRows(engine, domain, row, counted, asked)
      : rolled?.op === 'rolling'
        ? windowRows(engine, domain, row, rolled, asked)
        : undefined
  const table = looked?.op === 'table' ? tableRows(reader, looked) : undefined
  const clock = findOp(engine, column, 'clock')
  const turns =
    clock?.op === 'clock' && clock.part === 'due' ? clockTurns(engine, domain, row, clock.clock) : []
  const since = carriedFrom(engine, domain, row, column)
  // Its own rows stand below it: only a second sum in its formula is told apart.
  const apart: Reader['named'] = (inner, at, as) => {
    const isOwn =
      as === undefined && inner.label === undefined && ownCount(engine, inner) === (counted ?? rolled)
    if (!isOwn) named(inner, at, as)
  }
  return {
    ...head,
    formula: formulaOfColumn({ ...reader, named: apart }, column),
    result: given?.result ?? shownColumn(engine, column.id, row),
    ...(rows && { rows }),
    ...(since && { since }),
    ...(turns.length > 0 && { events: turns }),
    ...(table && { table }),
  }
}

function ownCount(engine: Engine, column: Column): Expr | undefined {
  return findOp(engine, column, 'aggregate') ?? findOp(engine, column, 'rolling')
}

function clockTurns(
  engine: Engine,
  domain: Domain,
  row: number,
  id: string,
): NonNullable<TraceValue['events']> {
  return turnsOfClock(engine, domain, id, row)
    .slice(0, mostRows)
    .map(({ is, at }) => ({ is, at: shownValue(valueFrom(engine, { is: 'time' }, BigInt(at), undefined)) }))
}

/** Whose value it is, where that is not plain from the question: another's, another period's, or that of one row. */
function ownerOf(engine: Engine, domain: Domain, row: number, asked: Asked): string | undefined {
  const subject = subjectOfRow(engine, domain, row)
  const period = periodOfRow(domain, row)
  const askedSubject = subjectOfRow(engine, asked.domain, asked.row)
  const same =
    subject === undefined || (subject.record === askedSubject?.record && subject.row === askedSubject.row)
  const samePeriod = period === undefined || period.start === periodOfRow(asked.domain, asked.row)?.start
  const parts = [same ? undefined : subject?.key, samePeriod ? undefined : period?.key].filter(
    (p) => p !== undefined,
  )
  return parts.length === 0 ? undefined : parts.join(', ')
}

type Op = 'aggregate' | 'rolling' | 'table' | 'clock'

/** The first aggregate or table that a column is made of, parts without a name included. */
export function findOp(engine: Engine, column: Column, op: Op): Expr | undefined {
  const visit = (expr: Expr): Expr | undefined => {
    if (expr.op === op) return expr
    if (expr.op === 'column') {
      const inner = need(engine.model.columns, expr.column)
      if (belongsToAnother(engine, inner, column)) return undefined
      return inner.label === undefined && inner.grain === column.grain ? visit(inner.expr) : undefined
    }
    // Cases that only say for whom there is nothing count nothing themselves.
    const bare = expr.op === 'choose' && expr.cases.every(({ then }) => then.op === 'fail')
    for (const part of bare ? [expr.otherwise] : partsOf(expr)) {
      const found = visit(part)
      if (found !== undefined) return found
    }
    return undefined
  }
  const found = visit(column.expr)
  return (
    found ??
    (column.denominator === undefined
      ? undefined
      : visit(need(engine.model.columns, column.denominator).expr))
  )
}

/** The denominator of a value with a name is explained with that value. */
function belongsToAnother(engine: Engine, inner: Column, column: Column): boolean {
  return engine.model.plan.columns.some(
    (c) => c.denominator === inner.id && c.label !== undefined && c.id !== column.id,
  )
}

/** The rows that an aggregate counted, and those that hold it: the smallest keys, and how many there are. */
function countedRows(
  engine: Engine,
  domain: Domain,
  row: number,
  aggregate: Aggregate,
  { most = mostRows, refs }: Asked,
): TraceValue['rows'] {
  const { grouping, group } = groupFor(engine, domain, aggregate, row)
  const source = need(engine.domains, aggregate.source)
  const first: number[] = []
  let total = 0
  const offer = (candidate: number): void => {
    if (fateOf(engine, aggregate, candidate) === 'left-out') return
    total++
    const last = first[most - 1]
    if (last !== undefined && compareRows(engine, source, candidate, last) >= 0) return
    let place = first.length
    while (place > 0 && compareRows(engine, source, candidate, first[place - 1] ?? 0) < 0) place--
    first.splice(place, 0, candidate)
    if (first.length > most) first.pop()
  }
  for (const candidate of grouping.rowsOf(group)) offer(candidate)
  for (const loose of grouping.loose) {
    const { from, until } = grouping.groupsOf(loose.subject)
    if (!loose.unplaced && group >= from && group < until) offer(loose.row)
  }
  return {
    record: need(engine.domains, aggregate.whole?.source ?? aggregate.source).grain.relation ?? '',
    total,
    listed: first.map((at) => listedRow(engine, source, aggregate, at, refs)),
  }
}

/** The rows of a window: its last ones, in their order. */
function windowRows(
  engine: Engine,
  domain: Domain,
  row: number,
  expr: Rolling,
  { most = mostRows, refs }: Asked,
): TraceValue['rows'] {
  const rows = rowsInWindow(engine, domain, expr, row)
  const source = need(engine.domains, expr.source)
  return {
    record: source.grain.relation ?? '',
    total: rows.length,
    listed: rows.slice(-most).map((at) => listedRow(engine, source, expr, at, refs)),
  }
}

type ListedRow = NonNullable<TraceValue['rows']>['listed'][number]

function listedRow(
  engine: Engine,
  source: Domain,
  counted: Aggregate | Rolling,
  at: number,
  refs: boolean | undefined,
): ListedRow {
  const row = { row: rowName(engine, source, at), value: rowValue(engine, counted, at) }
  if (!refs) return row
  const column = counted.value ?? counted.where
  const parts = engine.model.derived.get(source.grain.relation ?? '')?.lines.length ?? 1
  return {
    ...row,
    at: Math.floor(at / (source.periods?.list.length ?? 1) / parts),
    ...(column !== undefined && { ref: { column, row: at } }),
  }
}

export function rowName(engine: Engine, domain: Domain, row: number): string {
  const parts = [subjectOfRow(engine, domain, row)?.key, periodOfRow(domain, row)?.key]
  return parts.filter((p) => p !== undefined).join(' ')
}

/** What a row brings: its value; when rows are only counted, that its test holds, or why that is not known. */
export function rowValue(engine: Engine, aggregate: Aggregate | Rolling, row: number): Shown {
  if (aggregate.value !== undefined) return shownColumn(engine, aggregate.value, row)
  if (aggregate.where !== undefined) return shownColumn(engine, aggregate.where, row)
  return { is: 'truth', text: 'true' }
}

type TableRow = NonNullable<TraceValue['table']>['rows'][number]
type TableExpr = { readonly table: string; readonly inputs: readonly TableInput[] }

/** A table with this row's inputs: the row that matched, and for the others the first input that did not. */
function tableRows(reader: Reader, expr: TableExpr): TraceValue['table'] {
  const { engine, domain, row } = reader
  const { table, index, classifiers } = readyTable(
    rowScope(engine, domain),
    need(engine.model.tables, expr.table),
    expr.inputs,
  )
  const found = classifiers.map((classify) => {
    const block = classify(row, 1)
    return { at: block.values[0] ?? 0, known: stateAt(block.states, 0) === 0 }
  })
  const matched = integerFor(engine, domain, row, { op: 'table', ...expr })
  const isMatch = (at: number) =>
    table.hit === 'every'
      ? integerFor(engine, domain, row, { op: 'table', ...expr, row: at }) === 0n
      : matched === BigInt(at)
  const rows: TableRow[] = table.rows.map((_, at) => {
    const failed = index.inputs.findIndex(
      (input, k) => found[k]?.known === true && !has(input.sets, (found[k]?.at ?? 0) * index.words, at),
    )
    const input = table.inputs[failed]
    const test = table.rows[at]?.tests[failed]
    const cell = input && test && cellOf(input.type, test, engine.model.plan.zone)
    return {
      line: lineOf(engine, table, at),
      matched: isMatch(at),
      ...(!isMatch(at) && input && { failed: input.label }),
      ...(!isMatch(at) && cell && { cell }),
    }
  })
  if (table.otherwise !== undefined)
    rows.push({
      line: lineOf(engine, table, table.rows.length),
      matched: matched === BigInt(table.rows.length),
    })
  const inputs = expr.inputs.map((input, k) => ({
    label: table.inputs[k]?.label ?? '',
    value: inputShown(reader, table, k, input),
  }))
  return { inputs, rows }
}

function inputShown(reader: Reader, table: DecisionTable, k: number, input: TableInput): Shown {
  const { engine, domain, row } = reader
  const type = table.inputs[k]?.type ?? { is: 'text' }
  if (input.is === 'code') return shownExpr(engine, domain, row, input.value, type)
  const given = type.is === 'int' ? { ...type, scale: input.value.scale } : type
  const { n, d } = input.value
  const below = d === undefined ? 1n : integerFor(engine, domain, row, d)
  if (below === 1n || below === undefined || type.is !== 'int')
    return shownExpr(engine, domain, row, n, given)
  return shownQuotient(engine, domain, row, n, below, given)
}

function lineOf(engine: Engine, table: DecisionTable, row: number): number {
  const origin = table.rows[row]?.origin ?? table.otherwise
  return origin === undefined ? 0 : placeOf(engine, origin).line
}
