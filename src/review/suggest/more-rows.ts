import { less, minus, type Rational } from '../../base/rational.ts'
import type { Expr, Relation } from '../../plan/plan.ts'
import { keyOf } from './base-world.ts'
import { cellOf, digitsOf } from './cells.ts'
import { copied } from './copies.ts'
import { isMet, type NumberGoal, numbersOf, resultsOf, type Search } from './goal.ts'
import { countedRelations, type Knob, knobsOf } from './knobs.ts'
import { turned } from './turn-cell.ts'
import { type Row, type World, withRows } from './world.ts'

// What several rows together bring a number to.

/** How many kinds of rows are put together, how many at most, and how many lists of them are gone on from. */
const mostKinds = 10
const mostRows = 8
const mostLists = 30

type Cell = Extract<Knob, { is: 'cell' }>

/**
 * An average of more rows comes in smaller steps: where one row alone brings it to a bound, one of ten moves it by a tenth
 * of what it is moved itself.
 */
export function* finer(
  search: Search,
  world: World,
  goal: NumberGoal,
  read: readonly Expr[],
): Generator<World> {
  if (goal.value.d === undefined || goal.want === 'at') return
  for (const relation of countedRelations(search, read)) {
    if (world.rows.get(relation.id)?.length !== 1) continue
    for (const knob of numbersIn(search, relation, read))
      for (const even of turned(search, world, { ...goal, want: 'at' }, knob)) {
        const [row] = even.rows.get(relation.id) ?? []
        if (row) yield* turned(search, withRows(even, relation.id, copied(relation, row, 10)), goal, knob)
      }
  }
}

/**
 * Sums of what rows of different kinds give: of the lists of rows that have been tried, the one whose number lies nearest to
 * the bound gets another row of each kind.
 */
export function* moreRows(
  search: Search,
  world: World,
  goal: NumberGoal,
  read: readonly Expr[],
): Generator<World> {
  for (const relation of countedRelations(search, read)) {
    const row = world.rows.get(relation.id)?.at(-1)
    const kinds = row ? kindsOf(search, relation, row, read) : []
    if (kinds.length > 1) yield* lists({ search, world, goal, relation, kinds, read })
  }
}

type Making = {
  readonly search: Search
  readonly world: World
  readonly goal: NumberGoal
  readonly relation: Relation
  readonly kinds: readonly Row[]
  readonly read: readonly Expr[]
}

/** `gap`: how far the number lies from the bound; `over`: beyond it. */
type List = { readonly rows: readonly Row[]; readonly gap: Rational; readonly over: boolean }

function* lists(making: Making): Generator<World> {
  const { search, world, goal, relation, kinds } = making
  const waiting: List[] = [{ rows: [], gap: { n: 0n, d: 1n }, over: false }]
  const seen = new Set<string>()
  for (let count = 0; count < mostLists; count++) {
    const from = takeNearest(waiting)
    if (!from) return
    for (const kind of from.rows.length < mostRows ? kinds : []) {
      if (search.budget.left <= 0) return
      const rows = [...from.rows, kind]
      const next = withRows(world, relation.id, named(relation, rows))
      const by = offset(search, next, goal)
      if (!by) continue
      if (isMet(search, next, goal)) yield next
      const over = by.n > 0n
      const key = `${(by.n * 1_000_000n) / by.d}`
      if (seen.has(key)) continue
      seen.add(key)
      // Where a row takes the number to the other side of the bound, a smaller one may bring it there.
      if (over !== from.over && rows.length > 1)
        for (const knob of numbersIn(search, relation, making.read)) yield* turned(search, next, goal, knob)
      waiting.push({ rows, gap: { n: over ? by.n : -by.n, d: by.d }, over })
    }
  }
}

/** How far a number lies beyond a bound, or below it where that is negative. */
function offset(search: Search, world: World, goal: NumberGoal): Rational | undefined {
  const results = resultsOf(search, world)
  const [number] = results ? numbersOf(results, goal) : []
  return number && minus(number, goal.bound)
}

/** What lies beyond a bound hardly comes back to it with more rows. */
function takeNearest(waiting: List[]): List | undefined {
  const far = ({ gap, over }: List): Rational => (over ? { n: 2n * gap.n, d: gap.d } : gap)
  let best = 0
  for (const [i, list] of waiting.entries()) {
    const other = waiting[best]
    if (other && less(far(list), far(other))) best = i
  }
  return waiting.splice(best, 1)[0]
}

/**
 * Rows like one, each without something that it need not have, with another word, or with a number as large or as small as
 * its cell can hold.
 */
function kindsOf(search: Search, relation: Relation, row: Row, read: readonly Expr[]): readonly Row[] {
  const others = cellsIn(search, relation, read).flatMap((knob) =>
    textsOf(search, knob, row).map((text) => new Map(row).set(knob.field.id, text)),
  )
  const less = cellsIn(search, relation, read).flatMap(({ field }) => {
    if (!field.optional || !row.has(field.id)) return []
    const cells = new Map(row)
    cells.delete(field.id)
    return [cells]
  })
  const kinds = new Map([row, ...less, ...others].map((one) => [JSON.stringify([...one].sort()), one]))
  return [...kinds.values()].slice(0, mostKinds)
}

function textsOf(search: Search, { field }: Cell, row: Row): readonly string[] {
  const { type } = field
  if (type.is === 'enum') return type.values
  if (type.is === 'truth') return ['true', 'false']
  if (type.is !== 'int') return []
  const one = 10n ** BigInt(type.scale)
  const now = digitsOf(search.plan, field, row.get(field.id)) ?? one
  const most = now > one ? now * 10n ** 7n : 1000n * one
  return [BigInt(type.max), one, 1n].flatMap((digits) =>
    digits > most ? [] : (cellOf(search.plan, field, digits) ?? []),
  )
}

function cellsIn(search: Search, relation: Relation, read: readonly Expr[]): readonly Cell[] {
  return knobsOf(search, read).filter(
    (knob): knob is Cell => knob.is === 'cell' && knob.relation.id === relation.id,
  )
}

function numbersIn(search: Search, relation: Relation, read: readonly Expr[]): readonly Cell[] {
  return cellsIn(search, relation, read).filter(({ field }) => field.type.is === 'int')
}

function named(relation: Relation, rows: readonly Row[]): readonly Row[] {
  const { key } = relation
  return key === undefined ? rows : rows.map((row, i) => new Map(row).set(key, keyOf(relation, i + 1)))
}
