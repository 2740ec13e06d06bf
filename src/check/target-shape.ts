import { formatDay } from '../base/day.ts'
import type { Report } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'
import type { PeriodKind, Policy, RecordSymbol } from './checked.ts'
import { hint } from './constants.ts'
import type { Nearest } from './environment.ts'
import { literalDay } from './literals.ts'
import { referencePaths } from './paths.ts'
import { isPeriodStart } from './periods.ts'
import { within } from './place.ts'
import { rowsOf } from './target-changes.ts'
import {
  type Change,
  type ChangeLine,
  type Level,
  type PartsLine,
  recordOf,
  type TargetShape,
} from './target-tree.ts'

/** What the lines of a target name. */
export type Names = {
  readonly report: Report
  readonly periods: ReadonlyMap<string, PeriodKind>
  readonly records: ReadonlyMap<string, RecordSymbol>
  readonly policy: Policy
  readonly nearest: Nearest
}

/** Levels and changes as the lines hang together; undefined, and reported, where they do not. */
export function soundShape(target: ast.TargetDeclaration, names: Names): TargetShape | undefined {
  const id = target.name.text
  const total = target.lines.find((line) => line.is === 'total')
  if (!total || !target.lines.some((line) => line.is === 'parts')) {
    names.report('BY677', { name: id }, target.name.span)
    return undefined
  }
  if (!names.periods.has(total.per.text)) {
    const periods = [...names.periods.keys()].join(', ')
    const near = hint(names.nearest(total.per.text, names.periods.keys()))
    names.report('BY208', { name: total.per.text, periods, near }, total.per.span)
    return undefined
  }
  const chain: Level[] = [{ id: `${id}.total`, is: 'total', period: total.per.text, span: total.span }]
  const assigned: Level[] = []
  for (const line of target.lines) {
    const of = chain.at(-1)
    if ((line.is !== 'parts' && line.is !== 'assigned') || !of) continue
    const level = levelOf(id, line, of, names)
    if (!level) return undefined
    if (level.is === 'parts') chain.push(level)
    else assigned.push(level)
  }
  const changes = changesOf(target, chain, names)
  return changes && { id, chain, assigned, changes }
}

/** A level below another: of a finer period, or of a record that leads to the one before. */
function levelOf(id: string, line: PartsLine, of: Level, names: Names): Level | undefined {
  const { by } = line
  const level = { id: `${id}.${line.name.text}`, is: line.is, line, of, span: line.name.span }
  const bad = (): undefined => {
    const before = of.record === undefined ? of.period : `${of.record} ${of.period}`
    names.report('BY676', { name: by.text, before }, by.span)
    return undefined
  }
  if (names.periods.has(by.text) && !names.records.has(by.text)) {
    const finer = by.text !== of.period && within(names.periods, by.text, of.period)
    if (!finer || line.is === 'assigned') return bad()
    return { ...level, ...recordOf(of), period: by.text, by: 'period' }
  }
  const record = names.records.get(by.text)
  if (!record) {
    const near = names.nearest(by.text, [...names.records.keys(), ...names.periods.keys()])
    names.report('BY206', { name: by.text, near: hint(near) }, by.span)
    return undefined
  }
  const found: Level = { ...level, record: record.id, period: of.period, by: 'record' }
  if (line.is === 'assigned') return assignedOf(found, line, of, record, names) ? found : undefined
  return leads(record, of.record, names) ? found : bad()
}

function leads(from: RecordSymbol, to: string | undefined, { records }: Names): boolean {
  return to === undefined || (to !== from.id && referencePaths(records, from, to).length > 0)
}

function assignedOf(level: Level, line: PartsLine, of: Level, record: RecordSymbol, names: Names): boolean {
  const { report, records } = names
  const reserve = line.reserve?.by
  if (!line.reserve || !line.weight || line.table) {
    report('BY681', { name: line.name.text }, level.span)
    return false
  }
  const own = of.record === undefined ? undefined : records.get(of.record)
  if (!own || (record.id !== own.id && !leads(record, own.id, names))) {
    report('BY676', { name: record.id, before: of.record ?? of.period }, line.by.span)
    return false
  }
  if (!reserve || reserve.text === own.id || (records.has(reserve.text) && leads(own, reserve.text, names)))
    return true
  report('BY676', { name: own.id, before: reserve.text }, reserve.span)
  return false
}

function changesOf(
  target: ast.TargetDeclaration,
  chain: readonly Level[],
  names: Names,
): readonly Change[] | undefined {
  const found: { line: ChangeLine; day: number; at: Level }[] = []
  const finest = chain.reduce((a, b) => (within(names.periods, b.period, a.period) ? b : a)).period
  for (const line of target.lines) {
    if (line.is !== 'change') continue
    const at = line.by ? chain.find(({ record }) => record === line.by?.text) : chain[0]
    const day = literalDay(line.from)
    if (!at || !isWhole(line, at, names)) {
      if (!at) names.report('BY679', { name: line.by?.text ?? '' }, (line.by ?? line).span)
      return undefined
    }
    if (day === undefined || !isPeriodStart(names.periods, names.policy, finest, day)) {
      names.report('BY678', { day: day === undefined ? '' : formatDay(day), period: finest }, line.from.span)
      return undefined
    }
    found.push({ line, day, at })
  }
  return [...found]
    .sort((a, b) => a.day - b.day)
    .map((change, i) => ({ ...change, id: `${target.name.text}<${i + 1}` }))
}

/** Amounts for rows by their keys, each once, or one amount for the whole. */
function isWhole(line: ChangeLine, at: Level, { report, records }: Names): boolean {
  const problem = changeProblem(line, at, records)
  if (problem) report('BY680', {}, problem)
  return problem === undefined
}

function changeProblem(line: ChangeLine, at: Level, records: Names['records']): ast.Name['span'] | undefined {
  if (!line.by) return line.amount && !line.table ? undefined : line.span
  const record = at.record === undefined ? undefined : records.get(at.record)
  const key = record?.key === undefined ? undefined : record.fields.get(record.key)?.type
  if (!line.table || line.amount || (key?.is !== 'text' && key?.is !== 'enum')) return line.span
  const rows = rowsOf(line)
  if (rows.length < line.table.rows.length || line.table.headings.length !== 2) return line.table.span
  const twice = rows.find((row, i) => rows.findIndex((other) => other.key === row.key) < i)
  return twice?.span
}
