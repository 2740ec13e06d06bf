import type { Expr, TargetLine } from '../../src/syntax/ast.ts'
import { periodAt } from './period.ts'
import { add, compare, negate, one, type Rational, zero } from './rational.ts'
import type { Level } from './target-levels.ts'
import { allIn, allotted, type Node, scopeOf, total } from './target-node.ts'
import { exact, type Held, held, notApplicable, numberOf, present, type Result, type Value } from './value.ts'
import { recordOf, type World } from './world.ts'

export type Change = Extract<TargetLine, { is: 'change' }>

type Deltas = Map<Node, Rational | Held | undefined>

export function apply(world: World, root: Node, line: Change, day: number, levels: readonly Level[]): void {
  const deltas: Deltas = new Map()
  const at = line.by ? levels.find(({ record }) => record === line.by?.text) : levels[0]
  if (!at) throw new Error('a change of no level')
  const finest = levels.reduce((a, b) =>
    length(world, b.period, day) < length(world, a.period, day) ? b : a,
  )
  const left = (node: Node): Rational | Held | undefined =>
    length(world, node.level.period, day) <= length(world, finest.period, day)
      ? node.period.start >= day
        ? node.amount
        : node.amount && 'is' in node.amount
          ? zero
          : node.amount && zero
      : total(node.parts.map(left))
  const named = allIn(root).filter((node) => node.level === at)
  const amounts = amountsOf(world, line)
  const known = 'is' in amounts ? amounts : undefined
  // The rows of a level below a finer period stand once for each: what is theirs for the year is shared among those.
  const groups = new Map<number | undefined, Node[]>()
  for (const node of named) groups.set(node.row?.row, [...(groups.get(node.row?.row) ?? []), node])
  for (const [row, nodes] of groups) {
    const amount = known ?? ('is' in amounts ? amounts : (amounts.get(row) ?? zero))
    const unit = at.line?.remainder?.unit
    const parts =
      at.period === levels[0]?.period
        ? nodes.map(() => amount)
        : handed(
            world,
            amount,
            nodes,
            at,
            (node) => leftValue(left(node)),
            unit ? { unit, to: 'last' } : undefined,
          )
    for (const [i, node] of nodes.entries()) deltas.set(node, parts[i])
  }
  for (const node of named) handDown(world, node, deltas, left)
  addUp(root, deltas)
  for (const node of allIn(root)) {
    const delta = deltas.get(node)
    node.amount = sum([node.amount, delta])
  }
}

function leftValue(amount: Rational | Held | undefined): Result<Value> {
  if (amount === undefined) return notApplicable('nothing left')
  return 'is' in amount ? amount : present(exact(amount))
}

function handDown(
  world: World,
  node: Node,
  deltas: Deltas,
  left: (node: Node) => Rational | Held | undefined,
): void {
  const [first] = node.parts
  if (!first) return
  const { level } = first
  const periods = level.record === node.level.record
  const weigh = (part: Node): Result<Value> => {
    const remaining = left(part)
    if (periods) return leftValue(remaining)
    const weight = level.line?.weight ? world.evaluate(level.line.weight, scopeOf(part)) : present(exact(one))
    if (remaining === undefined || 'is' in remaining) return leftValue(remaining)
    return compare(remaining, zero) === 0 ? present(exact(zero)) : weight
  }
  const parts = handed(world, deltas.get(node), node.parts, level, weigh)
  for (const [i, part] of node.parts.entries()) {
    deltas.set(part, parts[i])
    handDown(world, part, deltas, left)
  }
}

/** Of nothing, everybody's part is nothing. */
function handed(
  world: World,
  whole: Node['amount'],
  nodes: readonly Node[],
  level: Level,
  weigh: (node: Node) => Result<Value>,
  remainder = level.line?.remainder,
): readonly Node['amount'][] {
  if (whole && !('is' in whole) && compare(whole, zero) === 0) return nodes.map(() => zero)
  return allotted(world, whole, nodes, level, weigh, remainder)
}

/** Above the level that was named, the changes of what lies below add up. */
function addUp(node: Node, deltas: Deltas): void {
  if (deltas.has(node)) return
  for (const part of node.parts) addUp(part, deltas)
  deltas.set(node, total(node.parts.map((part) => deltas.get(part))))
}

/** For each row that the change names its amount; held when one of them is not there. */
function amountsOf(world: World, line: Change): ReadonlyMap<number | undefined, Rational> | Held {
  const value = (expression: Expr): Rational => {
    const found = world.evaluate(expression, {})
    if (found.is !== 'present') throw new Error('an amount is a constant')
    return numberOf(found.value)
  }
  if (line.amount) {
    const amount = value(line.amount.value)
    return new Map([[undefined, line.amount.is === 'plus' ? amount : negate(amount)]])
  }
  const info = recordOf(world, line.by?.text ?? '')
  const found = new Map<number | undefined, Rational>()
  for (const { cells } of line.table?.rows ?? []) {
    const [name, amount] = cells.map((cell) => (cell.is === 'tests' ? cell.items[0] : undefined))
    if (name?.is !== 'value' || amount?.is !== 'value') throw new Error('a key and an amount')
    const key =
      name.value.is === 'path' ? name.value.parts[0]?.text : name.value.is === 'text' ? name.value.value : ''
    const row = info.rows.findIndex((cellsOf) => info.key !== undefined && cellsOf[info.key] === key)
    if (row < 0) return held(`there is no ${key}`)
    found.set(row, value(amount.value))
  }
  return found
}

function length(world: World, kind: string, day: number): number {
  const period = periodAt(kind, day, world.calendar)
  return period?.end === undefined ? Number.POSITIVE_INFINITY : period.end - period.start
}

function sum([a, b]: readonly Node['amount'][]): Node['amount'] {
  if (a === undefined) return undefined
  if ('is' in a) return a
  if (b === undefined) return held('no part of the change')
  return 'is' in b ? b : add(a, b)
}
