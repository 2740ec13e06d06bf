import { floorOf, less, minus, type Rational } from '../../base/rational.ts'
import type { Expr } from '../../plan/plan.ts'
import { cellOf } from './cells.ts'
import { copied } from './copies.ts'
import { isMet, type NumberGoal, type Search } from './goal.ts'
import { countedRelations, knobsOf } from './knobs.ts'
import type { ReachAll } from './reach-state.ts'
import { turned } from './turn-cell.ts'
import { type World, withRows } from './world.ts'

/** The largest divisor that is tried, and how near to the bound what lies beside it must be. */
const largest = 120n
const near: Rational = { n: 1n, d: 100n }
const mostPairs = 3

/**
 * Worlds in which a quotient of whole numbers lies just below, at or just above a bound, as 17 of 20 are 85 %: both of its
 * parts are brought to numbers that make it, the divisor first.
 */
export function* reachQuotient(
  search: Search,
  world: World,
  goal: NumberGoal,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const { value, grain, less: other } = goal
  if (value.d === undefined || other || depth > 4) return
  const one = 10n ** BigInt(Math.max(value.scale, 0))
  for (const { over, under } of pairsFor(goal)) {
    const part = (n: NumberGoal['value']['n'], at: bigint): NumberGoal => ({
      is: 'number',
      grain,
      value: { n, scale: 0 },
      bound: { n: at, d: 1n },
      want: 'at',
    })
    for (const next of reachAll(search, world, [part(value.d, under)], depth + 1)) {
      const whole = part(value.n, over * one)
      if (isMet(search, next, whole)) yield next
      for (const some of someOf(search, next, [value.n], Number(over)))
        if (isMet(search, some, whole)) yield some
      yield* reachAll(search, next, [part(value.d, under), whole], depth + 1)
      break
    }
    for (const next of reachAll(search, world, [part(value.n, over * one)], depth + 1)) {
      for (const all of filledUp(search, next, value.d, part(value.d, under)))
        if (isMet(search, all, part(value.n, over * one))) yield all
      break
    }
  }
}

/** Worlds with another row that counts for the divisor alone, as a sale beside one that was cancelled. */
function* filledUp(search: Search, world: World, divisor: Expr, whole: NumberGoal): Generator<World> {
  for (const relation of countedRelations(search, [divisor])) {
    const rows = world.rows.get(relation.id) ?? []
    const another = rows[0] && copied(relation, rows[0], rows.length + 1).at(-1)
    if (!another) continue
    const next = withRows(world, relation.id, [...rows, another])
    for (const knob of knobsOf(search, [divisor]))
      if (knob.is === 'cell' && knob.relation === relation && knob.field.type.is === 'int')
        yield* turned(search, next, whole, knob)
  }
}

/** Worlds in which so many of the rows that are counted have another word than the others, or another answer. */
function* someOf(search: Search, world: World, read: readonly Expr[], count: number): Generator<World> {
  const counted = countedRelations(search, read)
  for (const knob of knobsOf(search, read)) {
    if (knob.is !== 'cell' || !counted.includes(knob.relation)) continue
    const { relation, field } = knob
    const rows = world.rows.get(relation.id) ?? []
    if (rows.length < 2 || count >= rows.length) continue
    const { type } = field
    const some = (text: string, many: number) =>
      withRows(
        world,
        relation.id,
        rows.map((row, i) => (i < many ? new Map(row).set(field.id, text) : row)),
      )
    for (const text of type.is === 'enum' ? type.values : type.is === 'truth' ? ['true', 'false'] : [])
      yield some(text, count)
    // What is counted by a number may be counted against it as well: how many it takes is tried.
    if (type.is === 'int' && rows.length <= mostTried)
      for (const limit of [type.max, type.min]) {
        const text = cellOf(search.plan, field, BigInt(limit))
        for (let many = 1; text !== undefined && many < rows.length; many++) yield some(text, many)
      }
  }
}

/** Of how many rows at most every number is tried. */
const mostTried = 24

/** The smallest whole numbers whose quotient lies where it is wanted. */
function pairsFor({ bound, want }: NumberGoal): readonly { readonly over: bigint; readonly under: bigint }[] {
  const pairs: { over: bigint; under: bigint }[] = []
  for (let under = 1n; under <= largest && pairs.length < mostPairs; under++) {
    const whole = floorOf({ n: bound.n * under, d: bound.d })
    const isWhole = whole * bound.d === bound.n * under
    const over = want === 'at' ? whole : want === 'above' ? whole + 1n : isWhole ? whole - 1n : whole
    const gap = minus({ n: over, d: under }, bound)
    const size = { n: gap.n < 0n ? -gap.n : gap.n, d: gap.d }
    if (over < 0n || (want === 'at' ? !isWhole : less(near, size))) continue
    pairs.push({ over, under })
  }
  return pairs
}
