import type { Expr, Field, Id } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { withFollower } from './among-others.ts'
import { applying } from './applying.ts'
import { plainDigits, plainRow } from './base-world.ts'
import { cellOf } from './cells.ts'
import { type Goal, resultsOf, type Search } from './goal.ts'
import { knobsOf } from './knobs.ts'
import { reachAll } from './reach.ts'
import { partOf, readRows } from './trial.ts'
import { type World, withCell, withRows } from './world.ts'

type Spot = { readonly grain: Id; readonly expr: Expr }

/** How many places at which a number is 0 are looked at. */
const mostSpots = 40

/**
 * Worlds in which whatever makes a number 0 does so no more: by the places where the 0 arises. What something is multiplied
 * by is not 0, or rows count that are added up, or another case is taken. Where a number stays 0, no cell moves it.
 */
export function* filled(search: Search, world: World, grain: Id, expr: Expr): Generator<World> {
  const results = resultsOf(search, world)
  if (!results) return
  for (const spot of zerosIn(search, results, { grain, expr }).spots) yield* filledAt(search, world, spot)
}

/** The columns that are 0 on the way to a number that is. */
export function zeroColumns(search: Search, world: World, grain: Id, expr: Expr): readonly Id[] {
  const results = resultsOf(search, world)
  return results ? [...zerosIn(search, results, { grain, expr }).columns] : []
}

/** The parts of a number that are 0 in themselves, as one of the indicators that make up a score. */
export function zeroParts(search: Search, world: World, grain: Id, expr: Expr): readonly Spot[] {
  const results = resultsOf(search, world)
  const found: Spot[] = []
  const seen = new Set<Id>()
  const visit = (spot: Spot, depth: number): void => {
    const { expr: part } = spot
    if (!results || depth > mostSpots || part.op === 'const' || part.op === 'fail') return
    if (isZero(results, spot)) {
      if (knobsOf(search, [part]).length > 0) found.push(spot)
      return
    }
    if (part.op === 'column' && !seen.has(part.column)) {
      seen.add(part.column)
      const column = search.column(part.column)
      if (column) visit({ grain: column.grain, expr: column.expr }, depth + 1)
    }
    const inside =
      part.op === 'choose' ? waysOf(part).map(({ then }) => then) : isNumber(part) ? partsOf(part) : []
    for (const one of inside) visit({ grain: spot.grain, expr: one }, depth + 1)
  }
  visit({ grain, expr }, 0)
  return found
}

/** Whether a number is 0 wherever it has a value. */
function isZero(results: Results, { grain, expr }: Spot): boolean {
  return readRows(results, grain, expr).every(({ state, n }) => state !== 0 || n === 0n)
}

/** From a number that is 0 down to the places where it arises, each before those that read it. */
function zerosIn(
  search: Search,
  results: Results,
  from: Spot,
): { readonly spots: readonly Spot[]; readonly columns: ReadonlySet<Id> } {
  const found: Spot[] = []
  const seen = new Set<Id>()
  const columns = new Set<Id>()
  const of = (id: Id | null | undefined): readonly Spot[] => {
    const column = id === undefined || id === null || seen.has(id) ? undefined : search.column(id)
    if (!column) return []
    seen.add(column.id)
    return [{ grain: column.grain, expr: column.expr }]
  }
  const below = ({ grain, expr }: Spot): readonly Spot[] => {
    const here = (parts: readonly Expr[]) => parts.map((part) => ({ grain, expr: part }))
    switch (expr.op) {
      case 'column':
      case 'lookup':
        return of(expr.column)
      case 'aggregate':
        return of(expr.value)
      case 'rolling':
        return of(expr.value)
      case 'share':
        return [...of(expr.pool), ...of(expr.weight)]
      case 'line':
        return expr.columns.flatMap(of)
      case 'choose':
        return here(waysOf(expr).map(({ then }) => then))
      case 'pick':
        return here(expr.items)
      case 'tiers':
        return here([...(expr.of ? [expr.of.n] : []), expr.by.n])
      default:
        return isNumber(expr) ? here(partsOf(expr)) : []
    }
  }
  const visit = (spot: Spot): void => {
    if (found.length >= mostSpots || spot.expr.op === 'const' || spot.expr.op === 'fail') return
    if (!isZero(results, spot)) return
    if (spot.expr.op === 'column') columns.add(spot.expr.column)
    for (const part of below(spot)) visit(part)
    found.push(spot)
  }
  visit(from)
  return { spots: found, columns }
}

function isNumber({ op }: Expr): boolean {
  return op === 'add' || op === 'sub' || op === 'mul' || op === 'min' || op === 'max' || oneSided.has(op)
}

const oneSided: ReadonlySet<string> = new Set([
  'neg',
  'abs',
  'sign',
  'nonzero',
  'shift',
  'round',
  'if-missing',
])

function* filledAt(search: Search, world: World, { grain, expr }: Spot): Generator<World> {
  const truth = (part: Expr, holds: boolean): Goal => ({ is: 'code', grain, expr: part, code: 1n, holds })
  const code = (part: Expr, i: number): Goal => ({
    is: 'code',
    grain,
    expr: part,
    code: BigInt(i),
    holds: true,
  })
  switch (expr.op) {
    case 'field':
      yield* plainly(search, world, expr.relation, expr.field)
      return
    case 'choose': {
      const before: Goal[] = []
      for (const { when, then } of waysOf(expr)) {
        if (mayDiffer(then)) yield* some(search, world, [...before, ...(when ? [truth(when, true)] : [])])
        if (when) before.push(truth(when, false))
      }
      return
    }
    case 'pick':
      for (const [i, item] of expr.items.entries())
        if (mayDiffer(item)) yield* some(search, world, [code(expr.index, i)])
      return
    case 'sub':
      // What is taken off may be as much as there is.
      for (const want of ['above', 'below'] as const)
        yield* some(search, world, [
          { is: 'number', grain, value: { n: expr, scale: 0 }, bound: { n: 0n, d: 1n }, want },
        ])
      return
    case 'and':
    case 'or':
    case 'not':
    case 'compare':
    case 'same':
      yield* some(search, world, [truth(expr, true)])
      return
    case 'tiers':
      for (const [i, give] of expr.gives.entries())
        if (mayDiffer(give)) yield* some(search, world, [code(expr.index, i)])
      return
    case 'aggregate': {
      const relation = search.plan.relations.find(
        ({ id }) => id === search.plan.grains.find((one) => one.id === expr.source)?.relation,
      )
      const rows = relation && world.rows.get(relation.id)
      const there =
        relation && !rows?.length ? withRows(world, relation.id, [plainRow(search, world, relation)]) : world
      const where = expr.where === undefined ? undefined : search.column(expr.where)
      const counted: readonly Goal[] = where
        ? [{ is: 'code', grain: where.grain, expr: where.expr, code: 1n, holds: true }]
        : []
      const applies =
        expr.value === undefined ? [] : applying(search, { op: 'column', column: expr.value }, true)
      yield* some(search, there, [...counted, ...applies])
      // A row of another period counts there.
      const { period } = expr.at
      const day = period?.is === 'date' ? search.column(period.column) : undefined
      if (day?.type.is === 'date') {
        const value = { n: { op: 'column', column: day.id }, scale: 0 } as const
        const bound = { n: BigInt(world.day), d: 1n }
        yield* some(search, there, [{ is: 'number', grain: day.grain, value, bound, want: 'at' }])
      }
      // Of those below somebody nothing is added up where nobody is.
      yield* withFollower(search, there, [expr])
    }
  }
}

/** What a choice may be, one within another as more of it; without `when` the rest. */
function waysOf(
  expr: Extract<Expr, { op: 'choose' }>,
): readonly { readonly when?: Expr; readonly then: Expr }[] {
  const { otherwise } = expr
  return [...expr.cases, ...(otherwise.op === 'choose' ? waysOf(otherwise) : [{ then: otherwise }])]
}

/** None of the ways takes all the runs from those after it. */
function* some(search: Search, world: World, goals: readonly Goal[]): Generator<World> {
  const budget = partOf(search.budget, Math.ceil(search.budget.left / 2))
  yield* reachAll({ ...search, budget }, world, goals)
}

/** What is always 0, or has no value, is no way there. */
function mayDiffer(expr: Expr): boolean {
  return expr.op !== 'fail' && !(expr.op === 'const' && (String(expr.value) === '0' || expr.value === false))
}

/** A number that is 0 in every row set to a plain one. */
function* plainly({ plan }: Search, world: World, relation: Id, id: Id): Generator<World> {
  const field = plan.relations.find((one) => one.id === relation)?.fields.find((one) => one.id === id)
  const rows = world.rows.get(relation) ?? []
  for (const digits of field ? plainNumbers(field) : []) {
    const text = field && digits !== 0n ? cellOf(plan, field, digits) : undefined
    if (text !== undefined) yield rows.reduce((next, _, at) => withCell(next, relation, at, id, text), world)
  }
}

function plainNumbers(field: Field): readonly bigint[] {
  if (field.type.is !== 'int') return []
  const whole = 10n ** BigInt(field.type.scale)
  return [...new Set([plainDigits(field), whole, 1n])]
}
