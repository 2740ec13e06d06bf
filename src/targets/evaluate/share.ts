import type { Expr, ShareRemainder } from '../../plan/plan.ts'
import { usedOffset } from '../../plan/states.ts'
import { type Group, groupsOf, signOf } from './among.ts'
import { placeAmong } from './compile-place.ts'
import { type Domain, type Engine, need, type Stored } from './engine.ts'
import { once } from './once.ts'
import { compareRows } from './row-key.ts'
import { typeRange } from './stored.ts'
import { integerAt, stateAt } from './vector.ts'

type Share = Extract<Expr, { op: 'share' }>

/** What the rows of a group get, and who of them got what was left over; or the state that holds them. */
type Shared = {
  readonly total: bigint
  readonly parts: ReadonlyMap<number, bigint>
  readonly receiver?: { readonly row: number; readonly left: bigint }
}

/** The parts of all rows of a grain in the pool of their group: together they make it up. */
export function shareColumn(engine: Engine, domain: Domain, expr: Share): Stored {
  const { states, groups } = sharing(engine, domain, expr)
  const values = new Array<bigint>(domain.count).fill(0n)
  for (const { parts } of groups) for (const [row, part] of parts) values[row] = part
  const { type } = need(engine.model.columns, expr.pool)
  return { vector: { is: 'big', values, states }, range: typeRange(type) }
}

/** All groups that something is shared out in, with the one that each row stands in; the states of the rows in none. */
type Sharing = {
  readonly states: Uint16Array
  readonly groups: readonly Shared[]
  readonly groupOf: ReadonlyMap<number, Shared>
}

const sharing = once((engine: Engine, domain: Domain, expr: Share): Sharing => {
  const states = new Uint16Array(domain.count)
  const groups: Shared[] = []
  const groupOf = new Map<number, Shared>()
  for (const group of shareGroups(engine, domain, expr, states)) {
    const shared = sharedOut(engine, domain, expr, group)
    if (typeof shared === 'number') for (const row of group.rows) states[row] = shared
    else {
      groups.push(shared)
      for (const row of group.rows) groupOf.set(row, shared)
    }
  }
  return { states, groups, groupOf }
})

/** How a row came to its part: the sum of the weights in its group, and what was left over for it. */
export function sharingAt(
  engine: Engine,
  domain: Domain,
  expr: Share,
  row: number,
): { readonly total: bigint; readonly left: bigint } | undefined {
  const shared = sharing(engine, domain, expr).groupOf.get(row)
  return shared && { total: shared.total, left: shared.receiver?.row === row ? shared.receiver.left : 0n }
}

/** Rows of the same period and the same `within`; or the periods of one subject that lie in one of another kind. */
function shareGroups(engine: Engine, domain: Domain, expr: Share, states: Uint16Array): Iterable<Group> {
  const read = [expr.pool, expr.weight]
  if (expr.periods === undefined) return groupsOf(engine, domain, expr.within ?? [], read, states)
  const own = domain.periods
  const outer = [...engine.domains.values()].find(({ periods }) => periods?.kind.id === expr.periods)?.periods
  if (own === undefined || outer === undefined) throw new Error(`no periods of ${expr.periods}`)
  const places = own.list.map((period) => placeAmong(outer, period, own.kind))
  const width = own.list.length
  return groupsOf(engine, domain, [], read, states, (row) => {
    const subject = Math.floor(row / width)
    return subject * outer.list.length + (places[row % width] ?? 0)
  })
}

function sharedOut(engine: Engine, domain: Domain, expr: Share, { rows, held }: Group): Shared | number {
  const weights = need(engine.columns, expr.weight)
  const weightOf = (row: number): bigint => integerAt(weights, row)
  if (held !== 0) return held
  const total = rows.reduce((sum, row) => sum + weightOf(row), 0n)
  if (total === 0n || rows.some((row) => weightOf(row) < 0n)) return expr.state
  const ordered = [...rows].sort((a, b) => compareRows(engine, domain, a, b))
  const pool = integerAt(need(engine.columns, expr.pool), ordered[0] ?? 0)
  const size = pool < 0n ? -pool : pool
  const signed = (part: bigint): bigint => (pool < 0n ? -part : part)
  if (expr.remainder === undefined) {
    const parts = apportioned(size, ordered, weightOf, total)
    return { total, parts: new Map(parts.map(([row, part]) => [row, signed(part)])) }
  }
  const unit = BigInt(expr.remainder.unit)
  const parts = new Map(ordered.map((row) => [row, ((size * weightOf(row)) / (total * unit)) * unit]))
  const left = size - [...parts.values()].reduce((sum, part) => sum + part, 0n)
  const found = receiverOf(engine, expr.remainder, ordered, weightOf)
  if ('held' in found) return found.held
  const { row: receiver } = found
  if (receiver === undefined && left !== 0n) return expr.remainder.nobody
  if (receiver !== undefined) parts.set(receiver, (parts.get(receiver) ?? 0n) + left)
  const given = new Map([...parts].map(([row, part]) => [row, signed(part)]))
  return {
    total,
    parts: given,
    ...(receiver !== undefined && { receiver: { row: receiver, left: signed(left) } }),
  }
}

type Found = { readonly row: number | undefined } | { readonly held: number }

/** The one of `rows`, which stand by key, that takes what is left over. */
function receiverOf(
  engine: Engine,
  { to, order }: ShareRemainder,
  rows: readonly number[],
  weightOf: (row: number) => bigint,
): Found {
  const by = order === undefined ? undefined : need(engine.columns, order)
  const states = rows.map((row) => (by === undefined ? 0 : stateAt(by.states, row)))
  // Who has no place in the order takes nothing; who should have one, but for a mistake, may be the one.
  const held = states.filter((state) => state >= usedOffset).reduce((a, b) => Math.max(a, b), 0)
  if (held !== 0) return { held }
  const able = rows.filter((_, i) => states[i] === 0)
  if (to === 'largest') return { row: best(able, (a, b) => weightOf(a) > weightOf(b)) }
  if (by === undefined) return { row: to === 'first' ? able[0] : able.at(-1) }
  const at = (row: number): bigint => integerAt(by, row)
  return { row: best(able, (a, b) => (to === 'first' ? at(a) < at(b) : at(a) > at(b))) }
}

function best(rows: readonly number[], better: (a: number, b: number) => boolean): number | undefined {
  return rows.reduce<number | undefined>(
    (found, row) => (found === undefined || better(row, found) ? row : found),
    undefined,
  )
}

/** Whole units in proportion; what is left goes one by one to the largest remainders, of equal ones to the first. */
function apportioned(
  size: bigint,
  rows: readonly number[],
  weightOf: (row: number) => bigint,
  total: bigint,
): readonly (readonly [row: number, part: bigint])[] {
  const shares = rows.map((row) => {
    const product = size * weightOf(row)
    return { row, whole: product / total, rest: product % total }
  })
  let left = size - shares.reduce((sum, { whole }) => sum + whole, 0n)
  const byRest = shares
    .map((_, i) => i)
    .sort((a, b) => signOf((shares[b]?.rest ?? 0n) - (shares[a]?.rest ?? 0n)) || a - b)
  const extra = new Set<number>()
  for (const i of byRest) {
    if (left === 0n) break
    extra.add(i)
    left -= 1n
  }
  return shares.map(({ row, whole }, i) => [row, whole + (extra.has(i) ? 1n : 0n)])
}
