import type { Other } from './among.ts'
import { exists, type Row, rowAlong } from './own-date.ts'
import { referencePath } from './paths.ts'
import { holds, type Period, periodAt } from './period.ts'
import { add, one, type Rational, zero } from './rational.ts'
import { partsOf } from './share.ts'
import type { Level } from './target-levels.ts'
import { exact, type Held, held, present, type Result, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

/** One part: whose, of which period, and how much; with the parts that it is broken down to. */
export type Node = {
  readonly level: Level
  readonly row?: Row
  readonly period: Period
  readonly parts: Node[]
  amount: Rational | Held | undefined
}

export function isThere(world: World, row: Row, period: Period): boolean {
  const there = exists(world, row, period)
  return there.is === 'present' && there.value
}

export function allIn(node: Node): readonly Node[] {
  return [node, ...node.parts.flatMap(allIn)]
}

/** The finer periods of a part's own, or the rows that lead to its row; those that are there in the period. */
export function membersOf(world: World, node: Node, level: Level): readonly Node[] {
  const make = (row: Row | undefined, period: Period): Node[] =>
    row && !isThere(world, row, period)
      ? []
      : [{ level, ...(row && { row }), period, parts: [], amount: undefined }]
  if (level.record === node.level.record) {
    const found: Node[] = []
    for (
      let at = periodAt(level.period, node.period.start, world.calendar);
      at && holds(node.period, at.start);
    ) {
      found.push(...make(node.row, at))
      at = at.end === undefined ? undefined : periodAt(level.period, at.end, world.calendar)
    }
    return found
  }
  const record = level.record ?? ''
  return recordOf(world, record).rows.flatMap((_, row) => {
    const own: Row = { record, row }
    return leadsTo(world, own, node.row) ? make(own, node.period) : []
  })
}

export function leadsTo(world: World, from: Row, to: Row | undefined): boolean {
  if (!to) return true
  const path = referencePath(world, from.record, to.record)
  const found = path && rowAlong(world, from, path)
  return found?.is === 'present' && found.value.row === to.row
}

export function scopeOf({ row, period }: Node): Scope {
  return { ...(row && { row }), period }
}

function keyOf(world: World, { row, period }: Node): string {
  const info = row && recordOf(world, row.record)
  const key = info?.key === undefined ? '' : (info.rows[row?.row ?? 0]?.[info.key] ?? '')
  return `${key} ${String(period.start).padStart(9, '0')}`
}

function weightOf(world: World, node: Node, level: Level): Result<Value> {
  const { line } = level
  if (line?.table) return tableWeight(world, node, level)
  return line?.weight ? world.evaluate(line.weight, scopeOf(node)) : present(exact(one))
}

/** The row that stands for the place of the period: among all of the year, or of the period before. */
function tableWeight(world: World, node: Node, level: Level): Result<Value> {
  const rows = level.line?.table?.rows ?? []
  const places = (kind: string): readonly Period[] => {
    const outer = periodAt(kind, node.period.start, world.calendar)
    const found: Period[] = []
    for (
      let at = outer && periodAt(level.period, outer.start, world.calendar);
      at && outer && holds(outer, at.start);
    ) {
      found.push(at)
      at = at.end === undefined ? undefined : periodAt(level.period, at.end, world.calendar)
    }
    return found
  }
  const near = places(level.of?.period ?? 'year')
  const all = near.length === rows.length ? near : places('year')
  const cell = rows[all.findIndex(({ start }) => start === node.period.start)]?.cells[1]
  const item = cell?.is === 'tests' ? cell.items[0] : undefined
  if (item?.is !== 'value') throw new Error('no weight for the period')
  return world.evaluate(item.value, {})
}

export function shareOut(world: World, node: Node, level: Level): void {
  const parts = allotted(world, node.amount, node.parts, level, (part) => weightOf(world, part, level))
  for (const [i, part] of node.parts.entries()) part.amount = parts[i]
}

/** A whole among parts, each by its weight; who has none has no part. */
export function allotted(
  world: World,
  whole: Node['amount'],
  nodes: readonly Node[],
  level: Level,
  weigh: (node: Node) => Result<Value>,
  remainder = level.line?.remainder,
): readonly Node['amount'][] {
  const weights = nodes.map(weigh)
  const problem = weights.find((weight) => weight.is === 'held')
  const state = whole && 'is' in whole ? whole : problem
  if (whole === undefined) return nodes.map(() => undefined)
  if (state || 'is' in whole)
    return weights.map((weight) => (weight.is === 'not-applicable' ? undefined : (state ?? held('held'))))
  const among = nodes.flatMap((node, i): (Other & { i: number })[] => {
    const weight = weights[i]
    return weight?.is === 'present'
      ? [{ scope: scopeOf(node), key: keyOf(world, node), value: weight.value, i }]
      : []
  })
  const parts = among.length === 0 ? [] : partsOf(world, whole, among, remainder)
  const found: Node['amount'][] = nodes.map(() => undefined)
  for (const [at, { i }] of among.entries()) found[i] = 'is' in parts ? parts : parts[at]
  return found
}

/** What is not there adds nothing. */
export function total(amounts: readonly Node['amount'][]): Rational | Held {
  return amounts.reduce<Rational | Held>((a, b) => {
    if ('is' in a || b === undefined) return a
    return 'is' in b ? b : add(a, b)
  }, zero)
}
