import type { Column, Expr, Id } from '../../plan/plan.ts'
import { codeOf } from './constant.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { exactText } from './exact-text.ts'
import { shownExpr, shownValue } from './shown.ts'
import { partsOf } from './spans.ts'
import type { Formula, Shown } from './trace.ts'
import { valueFrom } from './value.ts'

// What formulas need to know of an expression without looking at a row.

export type Round = Extract<Expr, { op: 'round' }>

/** A quotient fixed to its places so that it can be added to something: not a rounding that anybody wrote. */
export function isFixing(expr: Round): boolean {
  return expr.limit !== undefined || (expr.mode === 'half-even' && expr.unit === '1' && expr.scale === 12)
}

/** The unit and the mode. */
export function howRounded(expr: Round): readonly Formula[] {
  const unit = exactText(BigInt(expr.unit), expr.scale, 0)
  return [{ is: 'value', value: { is: 'number', text: unit, unit: 'number' } }, text(expr.mode)]
}

/** To what, and how, a step rounds: the rounding that its column begins with, whatever tests stand before it. */
export function roundingOf(expr: Expr): Formula | undefined {
  if (expr.op === 'round') return { is: 'apply', op: 'round-to', args: howRounded(expr) }
  for (const part of partsOf(expr)) {
    const found = roundingOf(part)
    if (found !== undefined) return found
  }
  return undefined
}

export function text(value: string): Formula {
  const shown: Shown = { is: 'text', text: value }
  return { is: 'value', value: shown }
}

/** The relation that references lead to from the rows of a grain. */
export function relationOf(engine: Engine, domain: Domain, path: readonly Id[]): Id {
  let relation = domain.grain.relation ?? ''
  for (const id of path) {
    const type = need(need(engine.model.fields, relation), id).type
    if (type.is === 'ref') relation = type.relation
  }
  return relation
}

/** The type of what a table gives: that of a row's constant, or of what it reads. */
export function itemType(engine: Engine, expr: Extract<Expr, { op: 'pick' }>): Column['type'] {
  for (const item of expr.items) {
    if (item.op === 'const') return item.type
    if (item.op === 'column') return need(engine.model.columns, item.column).type
  }
  return { is: 'text' }
}

/** The column that tells which row matched first, of a table of which every row counts: such a sum begins with it. */
export function everyIn(engine: Engine, expr: Expr): Column | undefined {
  let first = expr
  while (first.op === 'add' || first.op === 'max' || first.op === 'min') first = first.a
  if (first.op === 'join') first = first.items[0] ?? first
  if (first.op !== 'pick' || first.index.op !== 'column') return undefined
  const any = need(engine.model.columns, first.index.column)
  if (any.expr.op !== 'table' || any.expr.row !== undefined) return undefined
  return need(engine.model.tables, any.expr.table).hit === 'every' ? any : undefined
}

/** The type of the aggregate that an expression begins with. */
export function aggregateIn(engine: Engine, expr: Expr): Column['type'] | undefined {
  if (expr.op === 'aggregate' || expr.op === 'rolling') return aggregateType(engine, expr)
  if (expr.op === 'column') return aggregateIn(engine, need(engine.model.columns, expr.column).expr)
  return expr.op === 'mul' || expr.op === 'shift' || expr.op === 'nonzero'
    ? aggregateIn(engine, expr.a)
    : undefined
}

/** What an aggregate gives. */
export function aggregateType(
  engine: Engine,
  expr: Extract<Expr, { op: 'aggregate' | 'rolling' }>,
): Column['type'] {
  const count = { is: 'int', scale: 0, min: '0', max: '999999999', unit: 'count' } as const
  if (expr.fn === 'count') return count
  return expr.value === undefined ? { is: 'truth' } : need(engine.model.columns, expr.value).type
}

export type Choose = Extract<Expr, { op: 'choose' }>

/** What does not apply is passed on as it is: no choice of the author's. */
export function passesOn({ when, then }: Choose['cases'][number]): boolean {
  return when.op === 'is' && when.what === 'not-applicable' && same(when.a, then)
}

/** `a if a <= b else b` is the smaller of the two. */
export function limitOf(when: Expr, { cases, otherwise }: Choose): 'smaller' | 'larger' | undefined {
  const [first] = cases
  if (when.op !== 'compare' || cases.length !== 1 || first === undefined) return undefined
  if (!same(when.a.n, first.then) || !same(when.b.n, otherwise)) return undefined
  if (when.by === '<=' || when.by === '<') return 'smaller'
  return when.by === '>=' || when.by === '>' ? 'larger' : undefined
}

export function sameTests(a: Choose, b: Choose): boolean {
  return a.cases.length === b.cases.length && a.cases.every((c, i) => same(c.when, b.cases[i]?.when))
}

export function same(a: Expr, b: Expr | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

type Place = {
  readonly engine: Engine
  readonly domain: Domain
  readonly row: number
  readonly symbolic?: boolean
}

/** What something was at the row before: 0 where this is the first. */
export function earlierRow({ engine, domain, row, symbolic }: Place, of: Id, expr: Expr): Formula {
  const { label, id, type } = need(engine.model.columns, of)
  const value: Shown = symbolic ? { is: 'text', text: '' } : shownExpr(engine, domain, row, expr, type)
  return { is: 'apply', op: 'earlier-row', args: [{ is: 'name', label: label ?? id, value }] }
}

/** Whether a subject is there in the period at all, which the plan asks wherever it goes over periods. */
export function isThere(expr: Expr): boolean {
  return expr.op === 'column' && /\/[^.]+\.exists$/.test(expr.column)
}

/** A case of what is carried on: nothing was paid, so that it stays as it was. */
export function isStay({ then }: Choose['cases'][number]): boolean {
  return then.op === 'column' && /\.(?:owed|carried)\.before$/.test(then.column)
}

/** `if x not applicable then 0 else x`, and nothing else. */
export function onlyNothing(cases: readonly unknown[], { cases: all, otherwise }: Choose): boolean {
  const [first] = all
  if (cases.length !== 1 || all.length !== 1 || first?.when.op !== 'is') return false
  if (first.when.what !== 'not-applicable' || !same(first.when.a, otherwise)) return false
  return first.then.op === 'const' && first.then.value === '0'
}

/** Days of the period from its first to its last, or from a later day to an earlier one: none where they cross. */
export function daysCounted(expr: Expr): 'days-of-period' | 'days-within' | undefined {
  if (expr.op !== 'max' || expr.a.op !== 'add' || expr.a.a.op !== 'sub') return undefined
  if (!isNumber(expr.b, '0') || !isNumber(expr.a.b, '1')) return undefined
  const { a: until, b: from } = expr.a.a
  if (isDay(until, 'last') && isDay(from, 'first')) return 'days-of-period'
  const within = until.op === 'min' && isDay(until.b, 'last') && from.op === 'max' && isDay(from.b, 'first')
  return within ? 'days-within' : undefined
}

function isNumber(expr: Expr, value: string): boolean {
  return expr.op === 'const' && expr.value === value
}

function isDay(expr: Expr, which: 'first' | 'last'): boolean {
  return expr.op === 'period-day' && expr.which === which
}

/** `x in previous quarter`: x in the period that holds the day before this one. */
export function isPreviousPeriod({ at }: Extract<Expr, { op: 'lookup' }>): boolean {
  if (at.period?.is !== 'date' || at.period.date.op !== 'add') return false
  return isDay(at.period.date.a, 'first') && isNumber(at.period.date.b, '-1')
}

/** Nothing to show: a part of a formula that stands for many rows. */
export const noValue: Shown = { is: 'text', text: '' }

export function constant(engine: Engine, expr: Extract<Expr, { op: 'const' }>): Shown {
  const { type, value } = expr
  if (type.is === 'text') return { is: 'text', text: String(value) }
  const code = type.is === 'int' ? BigInt(value) : BigInt(codeOf(value, type))
  return shownValue(valueFrom(engine, type, code, undefined))
}

export type Lookup = Extract<Expr, { op: 'lookup' }>

export function isPast(expr: Expr): expr is Lookup {
  return expr.op === 'lookup' && expr.at.period?.is === 'previous'
}

export function titleOf(engine: Engine, relation: Id): string {
  return need(engine.model.relations, relation).title ?? relation
}

type Counted = Extract<Formula, { is: 'aggregate' }>

export function sameRows(a: Counted, b: Counted): boolean {
  return JSON.stringify([a.of, a.where]) === JSON.stringify([b.of, b.where])
}
