import type { Row } from './own-date.ts'
import type { Period } from './period.ts'
import { add, compare, multiply, one, rational, roundTo, subtract, zero } from './rational.ts'
import type { Level } from './target-levels.ts'
import { isThere, leadsTo, type Node } from './target-node.ts'
import { addend, exact, held, notApplicable, numberOf, present, type Result, type Value } from './value.ts'
import { type Place, recordOf, type World } from './world.ts'

function carriedOf(
  nodes: readonly Node[],
  level: Level,
  world: World,
  row: Row,
  period: Period,
): Node | undefined {
  return nodes.find(
    (node) =>
      node.level.name === level.of?.name &&
      node.period.start === period.start &&
      node.row !== undefined &&
      leadsTo(world, row, node.row),
  )
}

export function assigned(
  world: World,
  level: Level,
  nodes: readonly Node[],
  { row, period }: Place,
): Result<Value> {
  if (!row || !period || !level.line?.weight) throw new Error('nobody carries it')
  if (!isThere(world, row, period)) return notApplicable('not there')
  const part = carriedOf(nodes, level, world, row, period)?.amount
  if (part === undefined) return notApplicable('no part')
  const share = world.evaluate(level.line.weight, { row, period })
  if (share.is !== 'present') return share.is === 'held' ? share : held('the share is not applicable')
  if ('is' in part) return part
  const factor = numberOf(share.value)
  if (compare(factor, zero) < 0 || compare(factor, one) > 0) return held('beyond the whole')
  const { unit } = level.line.remainder ?? {}
  const step = unit ? world.evaluate(unit, {}) : present(exact(rational(1n, 100n)))
  if (step.is !== 'present') throw new Error('the unit is a constant')
  return present(exact(roundTo(multiply(part, factor), numberOf(step.value), 'down')))
}

export function reserve(
  world: World,
  { rest, of }: Level,
  nodes: readonly Node[],
  { row, period }: Place,
): Result<Value> {
  if (!rest || !of || !period) throw new Error('no reserve')
  let left = zero
  for (const node of nodes) {
    if (node.level.name !== of.name || node.period.start !== period.start || !node.row) continue
    if (!row || !leadsTo(world, node.row, row) || node.amount === undefined) continue
    if ('is' in node.amount) return node.amount
    let own = node.amount
    for (const [i] of recordOf(world, rest.record ?? '').rows.entries()) {
      const who: Row = { record: rest.record ?? '', row: i }
      if (!leadsTo(world, who, node.row)) continue
      const carried = assigned(world, rest, nodes, { row: who, period })
      if (carried.is === 'held') return carried
      if (carried.is === 'present') own = subtract(own, addend(carried.value))
    }
    if (compare(own, zero) < 0) return held('more than there is')
    left = add(left, own)
  }
  return present(exact(left))
}
