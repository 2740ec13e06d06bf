import { type Decimal, formatGrouped, parseDecimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import type { Aggregate, Column, Expr, Id, Output } from '../../plan/plan.ts'
import { fateOf } from '../../targets/evaluate/aggregate.ts'
import { type Domain, type Engine, need } from '../../targets/evaluate/engine.ts'
import { rowName, rowValue } from '../../targets/evaluate/explain-value.ts'
import { formulaOfColumn } from '../../targets/evaluate/formula.ts'
import { printFormula } from '../../targets/evaluate/print-formula.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { shownColumn } from '../../targets/evaluate/shown.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import type { Shown, TraceValue } from '../../targets/evaluate/trace.ts'
import { groupFor } from '../../targets/evaluate/windows.ts'
import { compareDecimals, plus, zero } from '../impact/amount.ts'
import { rowsView } from './rows-view.ts'
import type { StatedRun } from './statement.ts'
import type { TouchedRows } from './view.ts'

/** Rows that are told one by one, and sums that are told at all. */
const most = 200
const mostSums = 4

type Counted = { readonly row: number; readonly value: Shown; readonly whose: string }

/** The rows that a clause pays for one by one, or those that its sums and counts took in for whom it is. */
export function touchedRows(
  { results }: StatedRun,
  output: Output,
  lines: readonly ResultLine[],
  language: Language,
): readonly TouchedRows[] {
  const { engine } = results
  if (output.payee) return [paidRows(engine, output, lines, language)]
  return countsOf(engine, output)
    .map(({ column, aggregate }) => {
      const rows = countedRows(engine, need(engine.domains, column.grain), aggregate, lines)
      const label = printFormula(formulaIn(engine, column), 'names', language)
      return tableOf(engine, need(engine.domains, aggregate.source), aggregate, rows, label, language)
    })
    .filter(({ total }) => total > 0)
}

/** The same as places of records: of parts that are credited to several, the rows that they are parts of. */
export function placesTouched(
  engine: Engine,
  output: Output,
  lines: readonly ResultLine[],
): readonly (readonly [Id, number])[] {
  if (output.payee) {
    const source = need(engine.domains, output.grain)
    return lines.map(({ row }) => placeIn(engine, source, undefined, row))
  }
  return countsOf(engine, output).flatMap(({ column, aggregate }) => {
    const source = need(engine.domains, aggregate.source)
    return countedRows(engine, need(engine.domains, column.grain), aggregate, lines).map(({ row }) =>
      placeIn(engine, source, aggregate.whole, row),
    )
  })
}

function placeIn(
  engine: Engine,
  source: Domain,
  whole: Aggregate['whole'],
  row: number,
): readonly [relation: Id, place: number] {
  const own = source.grain.relation ?? ''
  const parts = engine.model.derived.get(own)?.lines.length ?? 1
  const relation = whole && need(engine.domains, whole.source).grain.relation
  return [relation ?? own, Math.floor(row / (source.periods?.list.length ?? 1) / parts)]
}

function formulaIn(engine: Engine, column: Column) {
  const domain = need(engine.domains, column.grain)
  return formulaOfColumn({ engine, domain, row: -1, named: () => {}, symbolic: true }, column)
}

type Found = { readonly column: Column; readonly aggregate: Aggregate }

/** The sums and counts that a result reads at its own record, nearest first; each set of rows once. */
function countsOf(engine: Engine, output: Output): readonly Found[] {
  const relation = need(engine.domains, output.grain).grain.relation
  const found = new Map<string, Found>()
  const seen = new Set<Id>()
  const waiting: Id[] = [
    ...output.steps.flatMap(({ tiers }) => (tiers ? [tiers.of ?? tiers.by, tiers.by] : [])),
    ...output.steps.flatMap((step) => step.operand ?? []),
    output.column,
  ]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (seen.has(id)) continue
    seen.add(id)
    const column = need(engine.model.columns, id)
    if (need(engine.domains, column.grain).grain.relation !== relation) continue
    visit(column, column.expr)
    if (column.denominator !== undefined) waiting.push(column.denominator)
  }
  return [...found.values()].slice(0, mostSums)

  function visit(column: Column, expr: Expr): void {
    if (expr.op === 'column' || expr.op === 'lookup') waiting.push(expr.column)
    if (expr.op === 'aggregate' && ['sum', 'count', 'any', 'all', 'min', 'max'].includes(expr.fn)) {
      const { source, where, at } = expr
      const key = JSON.stringify([source, where, at])
      if (!found.has(key)) found.set(key, { column, aggregate: expr })
    }
    for (const part of partsOf(expr)) visit(column, part)
  }
}

/** The rows that count for the lines: of each line those of its periods, each row once. */
function countedRows(
  engine: Engine,
  domain: Domain,
  aggregate: Aggregate,
  lines: readonly ResultLine[],
): readonly Counted[] {
  const periods = domain.periods?.list
  const taken = new Set<number>()
  const found: Counted[] = []
  for (const { subject, period, item } of lines) {
    const who = item ?? subject
    const at = who?.row ?? 0
    const places = periods?.flatMap((one, place) =>
      period === undefined || (one.start < period.end && one.end > period.start) ? [place] : [],
    ) ?? [0]
    for (const place of places) {
      const { grouping, group } = groupFor(engine, domain, aggregate, at * (periods?.length ?? 1) + place)
      for (const row of grouping.rowsOf(group)) {
        if (taken.has(row) || fateOf(engine, aggregate, row) === 'left-out') continue
        taken.add(row)
        found.push({ row, value: rowValue(engine, aggregate, row), whose: nameOf(who) })
      }
    }
  }
  return found
}

function nameOf(who: ResultLine['subject']): string {
  if (!who) return ''
  return who.label === undefined ? who.key : `${who.label} ${who.key}`
}

function paidRows(
  engine: Engine,
  output: Output,
  lines: readonly ResultLine[],
  language: Language,
): TouchedRows {
  const source = need(engine.domains, output.grain)
  const rows = lines.map(({ row, subject }) => ({
    row,
    value: shownColumn(engine, output.column, row),
    whose: nameOf(subject),
  }))
  return tableOf(engine, source, { value: output.column }, rows, output.title ?? output.id, language)
}

function tableOf(
  engine: Engine,
  source: Domain,
  counting: { readonly value?: Id; readonly whole?: Aggregate['whole'] },
  rows: readonly Counted[],
  label: string,
  language: Language,
): TouchedRows {
  const sized = rows.map((one) => ({
    ...one,
    size: sizeOf(one.value),
    name: rowName(engine, source, one.row),
  }))
  const largest = sized.sort((a, b) => compareDecimals(b.size, a.size) || (a.name < b.name ? -1 : 1))
  const shown = largest.slice(0, most)
  const traced: NonNullable<TraceValue['rows']> = {
    record: placeIn(engine, source, counting.whole, 0)[0],
    total: rows.length,
    listed: shown.map(({ row, value, name }) => ({
      row: name,
      value,
      at: placeIn(engine, source, counting.whole, row)[1],
      ...(counting.value !== undefined && { ref: { column: counting.value, row } }),
    })),
  }
  const sum = sumOf(rows)
  return {
    ...rowsView(engine, traced, language),
    counted: label,
    ...(sum && { sum: formatGrouped(sum.digits, sum.scale) }),
    held: rows.filter(({ value }) => value.is === 'held').length,
    people: shown.map(({ whose }) => whose),
  }
}

function sizeOf(value: Shown): Decimal {
  return (value.is === 'number' ? parseDecimal(value.text) : undefined) ?? zero
}

/** Undefined where something is no number, is no whole one, or is in another currency than the rest. */
function sumOf(rows: readonly Counted[]): Decimal | undefined {
  let sum = zero
  const kinds = new Set<string>()
  for (const { value } of rows) {
    if (value.is === 'held' || value.is === 'not-applicable') continue
    const number = value.is === 'number' && !value.rounded ? parseDecimal(value.text) : undefined
    if (!number || value.is !== 'number') return undefined
    kinds.add(`${value.unit} ${value.currency ?? ''}`)
    sum = plus(sum, number)
  }
  const [kind] = kinds
  return kinds.size === 1 && !/^(?:percent|ratio|price-ratio)/u.test(kind ?? '') ? sum : undefined
}
