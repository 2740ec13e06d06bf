import type { TargetDeclaration } from '../../src/syntax/ast.ts'
import { dayOfSpelling } from './literal.ts'
import { exists } from './own-date.ts'
import { holds, type Period, periodAt } from './period.ts'
import { add, compare, zero } from './rational.ts'
import { assigned, reserve } from './target-carried.ts'
import { apply, type Change } from './target-change.ts'
import { type Level, levelsOf } from './target-levels.ts'
import { allIn, isThere, membersOf, type Node, shareOut } from './target-node.ts'
import { addend, exact, held, notApplicable, present, type Result, type Value } from './value.ts'
import type { Place, World } from './world.ts'

const trees = new WeakMap<World, Map<string, Node>>()

/** What a target gives for a row and a period: the whole tree of the year is grown, and the part looked up. */
export function targetValue(
  world: World,
  target: TargetDeclaration,
  level: Level,
  place: Place,
): Result<Value> {
  const { period, row } = place
  if (!period) throw new Error('a target stands in time')
  if (row && exists(world, row, period).is === 'present' && !isThere(world, row, period))
    return notApplicable('not there')
  if (place.over !== undefined) return overWindow(world, target, level, place, period)
  const [top] = levelsOf(target, world)
  const year = top && periodAt(top.period, period.start, world.calendar)
  if (!top || !year) throw new Error('no such year')
  const nodes = allIn(treeOf(world, target, year))
  if (level.rest) return reserve(world, level, nodes, place)
  if (level.line?.is === 'assigned') return assigned(world, level, nodes, { ...place })
  const found = nodes.find(
    (node) =>
      node.level.name === level.name && node.period.start === period.start && node.row?.row === row?.row,
  )
  return resultOf(found?.amount)
}

function overWindow(
  world: World,
  target: TargetDeclaration,
  level: Level,
  { row }: Place,
  window: Period,
): Result<Value> {
  let sum = zero
  for (let at = periodAt(level.period, window.start, world.calendar); at && holds(window, at.start); ) {
    const part = targetValue(world, target, level, { ...(row && { row }), period: at })
    if (part.is === 'held') return part
    if (part.is === 'present') sum = add(sum, addend(part.value))
    at = at.end === undefined ? undefined : periodAt(level.period, at.end, world.calendar)
  }
  return present(exact(sum))
}

function resultOf(amount: Node['amount']): Result<Value> {
  if (amount === undefined) return notApplicable('no part')
  return 'is' in amount ? amount : present(exact(amount))
}

function treeOf(world: World, target: TargetDeclaration, year: Period): Node {
  const known = trees.get(world) ?? new Map<string, Node>()
  trees.set(world, known)
  const key = `${target.name.text} ${year.start}`
  const found = known.get(key)
  if (found) return found
  const tree = grow(world, target, year)
  known.set(key, tree)
  return tree
}

function grow(world: World, target: TargetDeclaration, year: Period): Node {
  const total = target.lines.find((line) => line.is === 'total')
  const levels = levelsOf(target, world).filter(({ line, rest }) => line?.is !== 'assigned' && !rest)
  const [top, ...below] = levels
  if (!top || !total) throw new Error('no total')
  const whole = world.evaluate(total.value, { period: year })
  const root: Node = { level: top, period: year, parts: [], amount: amountOf(whole) }
  let last: readonly Node[] = [root]
  for (const level of below) {
    for (const node of last) node.parts.push(...membersOf(world, node, level))
    for (const node of last) shareOut(world, node, level)
    last = last.flatMap(({ parts }) => parts)
  }
  holdWhatIsLost(root, levels)
  const changes = target.lines
    .filter((line): line is Change => line.is === 'change')
    .map((line, i) => ({ line, i, day: dayOfSpelling(line.from.spelling) }))
    .sort((a, b) => a.day - b.day || a.i - b.i)
  for (const { line, day } of changes) {
    if (holds(year, day)) apply(world, root, line, day, levels)
    holdWhatIsLost(root, levels)
  }
  return root
}

/** What there is nobody to hand down to. */
function holdWhatIsLost(root: Node, levels: readonly Level[]): void {
  for (const node of allIn(root)) {
    const next = levels[levels.indexOf(node.level) + 1]
    const { amount } = node
    const toRows = next !== undefined && next.record !== node.level.record
    if (!toRows || node.parts.length > 0 || amount === undefined || 'is' in amount) continue
    if (compare(amount, zero) !== 0) node.amount = held('nobody to hand it down to')
  }
}

function amountOf(result: Result<Value>): Node['amount'] {
  if (result.is === 'not-applicable') return undefined
  return result.is === 'held' ? result : addend(result.value)
}
