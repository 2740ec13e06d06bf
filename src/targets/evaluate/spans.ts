import { addMonths, type Day } from '../../base/day.ts'
import { farDay, periodsBetween } from '../../calendar/periods.ts'
import type { Expr, Id, PeriodKind } from '../../plan/plan.ts'
import { cellState, type Rows } from '../../plan/rows.ts'
import type { Model } from './engine.ts'
import { need, relationAt } from './engine.ts'

/** Days, both included. */
export type Span = { readonly from: Day; readonly until: Day }

/**
 * The days whose periods a run must have, for each kind: those asked for, and those that they read. A year needs all
 * its quarters; a deal of the last quarter that is paid in this one may need the attainment of the last.
 */
export function spansOf(model: Model, rows: Rows, asked: Span): ReadonlyMap<Id, Span> {
  const spans = new Map<Id, Span>(model.plan.periods.map((kind) => [kind.id, asked]))
  const links = linksOf(model)
  for (let changed = true; changed; ) {
    changed = false
    for (const link of links) {
      const reading = link.from === undefined ? undefined : spans.get(link.from)
      const needed = neededBy(model, rows, link, reading, asked)
      const known = spans.get(link.to)
      if (needed === undefined || known === undefined) continue
      if (needed.from >= known.from && needed.until <= known.until) continue
      spans.set(link.to, cover(known, needed))
      changed = true
    }
  }
  return spans
}

function cover(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), until: Math.max(a.until, b.until) }
}

/** Periods of kind `to` are read: by those of kind `from`, or by dates. */
type Link = { readonly to: Id; readonly from?: Id; readonly date?: Expr; readonly grain: Id }

function linksOf(model: Model): readonly Link[] {
  const links: Link[] = []
  for (const column of model.plan.columns) {
    const own = model.grains.get(column.grain)?.period
    const visit = (expr: Expr): void => {
      if (expr.op === 'aggregate') {
        const to = model.grains.get(expr.source)?.period
        if (to !== undefined && own !== undefined && to !== own)
          links.push({ to, from: own, grain: column.grain })
      }
      if (expr.op === 'lookup' && expr.at.period !== undefined) {
        const to = model.grains.get(model.columns.get(expr.column)?.grain ?? '')?.period
        if (to !== undefined && expr.at.period.is === 'own' && own !== undefined && to !== own)
          links.push({ to, from: own, grain: column.grain })
        if (to !== undefined && expr.at.period.is === 'date')
          links.push({ to, date: expr.at.period.date, grain: column.grain })
        if (to !== undefined && expr.at.period.is === 'period')
          links.push({ to, date: expr.at.period.period, grain: column.grain })
      }
      for (const part of partsOf(expr)) visit(part)
    }
    visit(column.expr)
  }
  return links
}

/** A typing error in one date (the year 1026) must not cost a million periods: those further off are not there. */
const mostPeriods = 400

function neededBy(
  model: Model,
  rows: Rows,
  link: Link,
  reading: Span | undefined,
  asked: Span,
): Span | undefined {
  if (link.from !== undefined) {
    const kind = model.kinds.get(link.from)
    const list = kind && reading ? periodsBetween(kind, reading.from, reading.until) : []
    const first = list[0]
    const last = list[list.length - 1]
    if (first === undefined || last === undefined) return undefined
    return { from: first.start, until: last.end === farDay ? last.start : last.end - 1 }
  }
  const days = link.date && daysOf(model, rows, link.grain, link.date)
  if (days === undefined) return undefined
  const { from, until } = model.plan.policy
  const most = reach(need(model.kinds, link.to))
  const first = Math.max(days.from, from ?? days.from, asked.from - most)
  const last = Math.min(days.until, until ?? days.until, asked.until + most)
  return first <= last ? { from: first, until: last } : undefined
}

function reach(kind: PeriodKind): number {
  return mostPeriods * 31 * (kind.is === 'months' ? kind.months : 1)
}

/** The days that an expression can give, from the dates that are really there. */
function daysOf(model: Model, rows: Rows, grain: Id, expr: Expr): Span | undefined {
  switch (expr.op) {
    case 'const':
      return { from: Number(expr.value), until: Number(expr.value) }
    case 'field': {
      const from = model.grains.get(grain)?.relation
      return from === undefined
        ? undefined
        : daysOfField(rows, relationAt(model, from, expr.path), expr.field)
    }
    case 'column': {
      const column = model.columns.get(expr.column)
      return column && daysOf(model, rows, column.grain, column.expr)
    }
    case 'add':
    case 'sub':
    case 'min':
    case 'max': {
      const a = daysOf(model, rows, grain, expr.a)
      const b = daysOf(model, rows, grain, expr.b)
      if (a === undefined || b === undefined) return a
      if (expr.op === 'add') return { from: a.from + b.from, until: a.until + b.until }
      return expr.op === 'sub' ? { from: a.from - b.until, until: a.until - b.from } : cover(a, b)
    }
    case 'add-months': {
      const a = daysOf(model, rows, grain, expr.a)
      const months = daysOf(model, rows, grain, expr.months)
      if (a === undefined || months === undefined) return a
      return { from: addMonths(a.from, months.from), until: addMonths(a.until, months.until) }
    }
    case 'choose':
    case 'if-missing':
    case 'pick': {
      let all: Span | undefined
      const given =
        expr.op === 'choose'
          ? [...expr.cases.map((c) => c.then), expr.otherwise]
          : expr.op === 'pick'
            ? expr.items
            : [expr.a, expr.b]
      for (const part of given) {
        const days = daysOf(model, rows, grain, part)
        if (days !== undefined) all = all === undefined ? days : cover(all, days)
      }
      return all
    }
    default:
      return undefined
  }
}

function daysOfField(rows: Rows, relation: Id, id: Id): Span | undefined {
  const field = rows.get(relation)?.fields.get(id)
  if (field?.is !== 'code') return undefined
  let from = Number.POSITIVE_INFINITY
  let until = Number.NEGATIVE_INFINITY
  for (let row = 0; row < field.values.length; row++) {
    if (field.states !== undefined && field.states[row] !== cellState.present) continue
    const day = field.values[row] ?? 0
    if (day < from) from = day
    if (day > until) until = day
  }
  return from > until ? undefined : { from, until }
}

/** The expressions directly inside one. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'const':
    case 'field':
    case 'row':
    case 'column':
    case 'fail':
    case 'period-day':
    case 'aggregate':
      return []
    case 'lookup': {
      const period = expr.at.period
      return period?.is === 'date' ? [period.date] : period?.is === 'period' ? [period.period] : []
    }
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
    case 'same':
    case 'if-missing':
    case 'months-between':
      return [expr.a, expr.b]
    case 'neg':
    case 'abs':
    case 'sign':
    case 'nonzero':
    case 'shift':
    case 'not':
    case 'is':
      return [expr.a]
    case 'round':
      return ratioParts(expr.a)
    case 'compare':
      return [...ratioParts(expr.a), ...ratioParts(expr.b)]
    case 'and':
    case 'or':
      return expr.all
    case 'choose':
      return [...expr.cases.flatMap((c) => [c.when, c.then]), expr.otherwise]
    case 'pick':
      return [expr.index, ...expr.items]
    case 'add-months':
      return [expr.a, expr.months]
    case 'table':
      return expr.inputs.flatMap((input) => (input.is === 'number' ? ratioParts(input.value) : [input.value]))
    case 'band':
      return ratioParts(expr.by)
    case 'tiers':
      return [
        ...(expr.of ? ratioParts(expr.of) : []),
        ...ratioParts(expr.by),
        ...(expr.base ? ratioParts(expr.base) : []),
        expr.index,
        ...expr.gives,
      ]
  }
}

function ratioParts(ratio: { readonly n: Expr; readonly d?: Expr }): readonly Expr[] {
  return ratio.d === undefined ? [ratio.n] : [ratio.n, ratio.d]
}
