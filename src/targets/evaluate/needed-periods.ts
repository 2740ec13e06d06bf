import { addMonths } from '../../base/day.ts'
import { remembered } from '../../base/remembered.ts'
import { farDay, type Period, periodAt, periodsBetween, windowOf } from '../../calendar/periods.ts'
import { dataBegins } from '../../plan/days.ts'
import type { Column, Expr, Id } from '../../plan/plan.ts'
import { type Engine, type Model, need } from './engine.ts'
import { periodsIn } from './periods-in.ts'
import { plainDays } from './plain-days.ts'
import { partsOf, type Span } from './spans.ts'

/**
 * The periods that a run must have, for each kind: those asked for, and those that they read. A year needs all its
 * quarters; a deal of the last quarter that is paid in this one needs the attainment of the last. Of the dates in the
 * data only the periods that they lie in are added: one typing error (the year 1026) costs one period.
 */
export function neededPeriods(engine: Engine, asked: Span): ReadonlyMap<Id, readonly Period[]> {
  const { model } = engine
  const found = new Map<Id, Map<number, Period>>()
  for (const kind of model.plan.periods) {
    if (kind.is === 'window') continue
    const periods = periodsBetween(kind, asked.from, asked.until)
    found.set(kind.id, new Map(periods.map((p) => [p.start, p])))
  }
  const links = linksOf(model)
  for (const link of links) if (link.is === 'dates') addDates(engine, link, found)
  // Kinds that read each other settle at once when one divides the other; of kinds that cross, a few rounds are enough.
  for (let round = 0, grown = true; grown && round < mostRounds; round++) {
    grown = false
    for (const link of links) if (addsPeriods(engine, link, found)) grown = true
  }
  const sorted = new Map(
    [...found].map(([id, periods]) => [id, [...periods.values()].sort((a, b) => a.start - b.start)]),
  )
  for (const kind of model.plan.periods)
    if (kind.is === 'window')
      sorted.set(
        kind.id,
        need(sorted, kind.of.id).map((last) => windowOf(kind, last)),
      )
  return sorted
}

const mostRounds = 8

function addsPeriods(engine: Engine, link: Link, found: ReadonlyMap<Id, Map<number, Period>>): boolean {
  switch (link.is) {
    case 'periods':
      return addInside(engine.model, link, found)
    case 'dates':
      return grows(engine, link, found)
    case 'past':
      return addPast(engine, link, found)
  }
}

/** What goes on from period to period needs all of them since it began. */
function addPast(
  { model, opening }: Engine,
  link: PastLink,
  found: ReadonlyMap<Id, Map<number, Period>>,
): boolean {
  const kind = need(model.kinds, link.to)
  const to = need(found, link.to)
  const before = to.size
  const starts = [...to.keys()]
  const earliest = Math.min(...starts)
  const reset = link.resets === undefined ? undefined : periodAt(need(model.kinds, link.resets), earliest)
  const closed = opening.get(link.carrier)?.until
  const written = kind.is === 'bounds' ? kind.bounds[0]?.start : undefined
  const begin = Math.max(
    dataBegins(model.plan.policy) ?? farPast,
    reset?.start ?? farPast,
    written ?? farPast,
    closed ?? farPast,
  )
  if (before === 0 || begin === farPast) return false
  for (const period of periodsBetween(kind, Math.min(begin, earliest), Math.max(...starts)))
    to.set(period.start, period)
  return to.size > before
}

const farPast = -farDay

/** The day before a period may itself lie in one that reads the day before. */
function grows(engine: Engine, link: DateLink, found: ReadonlyMap<Id, Map<number, Period>>): boolean {
  if (need(engine.model.grains, link.grain).period === undefined) return false
  const count = () => [...found.values()].reduce((sum, periods) => sum + periods.size, 0)
  const before = count()
  addDates(engine, link, found)
  return count() > before
}

/** Periods of kind `to` are read: by those of kind `from`, or by the dates of the rows of a grain. */
type PeriodLink = { readonly is: 'periods'; readonly to: Id; readonly from: Id }
/** All periods of a kind since the policy began, or since the last period of kind `resets` did. */
type PastLink = { readonly is: 'past'; readonly to: Id; readonly carrier: Id; readonly resets?: Id }
type Link = PeriodLink | DateLink | PastLink
type DateLink = { readonly is: 'dates'; readonly to: Id; readonly grain: Id; readonly date: Expr }

/** What of a plan's results reads which periods. */
export function linksOf(model: Model): readonly Link[] {
  const known = linksOfModels.get(model) ?? linked(model, model.plan.columns)
  linksOfModels.set(model, known)
  return known
}

const linksOfModels = new WeakMap<Model, readonly Link[]>()

/**
 * Which periods a plan's results read, or only some columns of it, as a text: two plans with the same one have the same
 * periods on the same rows.
 */
export function periodLinks(model: Model, columns?: readonly Column[]): string {
  return (columns ? linked(model, columns) : linksOf(model))
    .map((link) => JSON.stringify(link))
    .sort()
    .join('\n')
}

function linked(model: Model, columns: readonly Column[]): readonly Link[] {
  const links = new Map<string, Link>()
  const add = (link: Link): void => {
    links.set(keyOf(link), link)
  }
  for (const { grain, expr: whole } of columns) {
    const { resets, asking } = askingIn(whole)
    if (asking.length === 0) continue
    const own = model.grains.get(grain)?.period
    const periodOf = (id: Id | undefined): Id | undefined =>
      id === undefined ? undefined : model.grains.get(id)?.period
    for (const expr of asking) {
      const to =
        expr.op === 'aggregate'
          ? periodOf(expr.source)
          : expr.op === 'lookup'
            ? periodOf(model.columns.get(expr.column)?.grain)
            : undefined
      if (expr.op === 'lookup' && expr.at.period?.is === 'previous' && own !== undefined)
        add({ is: 'past', to: own, carrier: expr.column, ...(resets !== undefined && { resets }) })
      const place = expr.op === 'lookup' ? expr.at.period : undefined
      if (to !== undefined && place !== undefined && place.is !== 'own' && place.is !== 'previous')
        add({ is: 'dates', to, grain, date: place.is === 'date' ? place.date : place.period })
      else if (to !== undefined && own !== undefined && to !== own) add({ is: 'periods', to, from: own })
      // The parts of a year stand among all of that year.
      if (expr.op === 'share' && expr.periods !== undefined && own !== undefined)
        add({ is: 'periods', to: own, from: expr.periods })
    }
  }
  // What was earned in any earlier period may be paid on a day of this one.
  for (const { releases, grain } of model.plan.outputs) {
    const to = releases === undefined ? undefined : model.grains.get(grain)?.period
    if (to !== undefined) add({ is: 'past', to, carrier: '' })
  }
  return [...links.values()]
}

/** The same link has one key. */
function keyOf(link: Link): string {
  return link.is === 'dates' ? `dates ${link.to}\n${link.grain}\n${textOf(link.date)}` : JSON.stringify(link)
}

const textOf = remembered((expr: Expr) => JSON.stringify(expr))

type Asking = Extract<Expr, { op: 'aggregate' | 'lookup' | 'share' }>

/** The parts of a column's expression that may read other periods, and the first kind of period that it begins anew with. */
const askingIn = remembered((whole: Expr): { readonly resets?: Id; readonly asking: readonly Asking[] } => {
  const asking: Asking[] = []
  let resets: Id | undefined
  const visit = (expr: Expr): void => {
    if (expr.op === 'begins') resets ??= expr.kind
    if (expr.op === 'aggregate' || expr.op === 'lookup' || expr.op === 'share') asking.push(expr)
    for (const part of partsOf(expr)) visit(part)
  }
  visit(whole)
  return { ...(resets !== undefined && { resets }), asking }
})

/** Adds the periods that meet those of another kind; says whether there were new ones. */
function addInside(model: Model, link: PeriodLink, found: ReadonlyMap<Id, Map<number, Period>>): boolean {
  const kind = need(model.kinds, link.to)
  const outer = need(model.kinds, link.from)
  // Of windows there are as many as periods that they end with: only those periods are kept.
  const plain = kind.is === 'window' ? kind.of : kind
  const to = need(found, plain.id)
  const before = to.size
  // A window may reach back before the data: what lies there is held, so those periods are not asked for. Without this
  // bound, windows over their own kind of period would ask for ever earlier ones.
  const begins = outer.is === 'window' ? dataBegins(model.plan.policy) : undefined
  for (const last of [...need(found, outer.is === 'window' ? outer.of.id : outer.id).values()]) {
    const period = outer.is === 'window' ? windowOf(outer, last) : last
    const end = period.end === farDay ? period.start : period.end - 1
    // A window read from another kind of period is the one that ends with the period of its last day.
    const from = kind.is === 'window' ? end : period.start
    for (const inside of periodsBetween(plain, from, end)) {
      if (begins === undefined || inside.end > begins) to.set(inside.start, inside)
    }
  }
  return to.size > before
}

/** Adds the periods that hold the dates which an expression gives, while the policy is in force. */
function addDates(engine: Engine, link: DateLink, found: ReadonlyMap<Id, Map<number, Period>>): void {
  const named = need(engine.model.kinds, link.to)
  const kind = named.is === 'window' ? named.of : named
  const to = need(found, kind.id)
  const from = dataBegins(engine.model.plan.policy)
  const { until } = engine.model.plan.policy
  for (const day of daysOf(engine, link, found)) {
    if ((from !== undefined && day < from) || (until !== undefined && day > until)) continue
    const period = periodAt(kind, day)
    if (period !== undefined) to.set(period.start, period)
  }
}

/** The different days that a date has over all rows. Dates that hang on results are not known before there are any. */
function daysOf(
  engine: Engine,
  { grain: id, date }: DateLink,
  found: ReadonlyMap<Id, ReadonlyMap<number, Period>>,
): ReadonlySet<number> {
  const grain = need(engine.model.grains, id)
  if (grain.period === undefined) {
    if (grain.relation === undefined) return new Set()
    const relation = need(engine.rows, grain.relation)
    return plainDays(engine, { grain, count: relation.count, relation }, date)
  }
  const own = need(engine.model.kinds, grain.period)
  const last = need(found, own.is === 'window' ? own.of.id : own.id)
  const list = [...last.values()]
    .sort((a, b) => a.start - b.start)
    .map((period) => (own.is === 'window' ? windowOf(own, period) : period))
  const days = list.map((period) => dayIn(period, date))
  const known = days.filter((day) => day !== undefined)
  if (known.length === list.length) return new Set(known)
  const relation = grain.relation === undefined ? undefined : need(engine.rows, grain.relation)
  const count = (relation?.count ?? 1) * list.length
  const periods = periodsIn(own, list)
  return plainDays(engine, { grain, count, periods, ...(relation && { relation }) }, date)
}

/** A day that hangs on the period alone: its first or last day, moved by a written length. */
function dayIn(period: Period, expr: Expr): number | undefined {
  switch (expr.op) {
    case 'period-day':
      return expr.which === 'first' ? period.start : period.end - 1
    case 'const':
      return typeof expr.value === 'boolean' ? undefined : Number(expr.value)
    case 'neg': {
      const a = dayIn(period, expr.a)
      return a === undefined ? undefined : -a
    }
    case 'add': {
      const a = dayIn(period, expr.a)
      const b = dayIn(period, expr.b)
      return a === undefined || b === undefined ? undefined : a + b
    }
    case 'add-months': {
      const a = dayIn(period, expr.a)
      const months = dayIn(period, expr.months)
      return a === undefined || months === undefined ? undefined : addMonths(a, months)
    }
    default:
      return undefined
  }
}
