import type { Expr, TargetDeclaration, TargetLine } from '../../src/syntax/ast.ts'
import type { Other } from './among.ts'
import { dayOfSpelling } from './literal.ts'
import { exists, type Row, rowAlong } from './own-date.ts'
import { referencePath } from './paths.ts'
import { holds, type Period, periodAt } from './period.ts'
import {
  add,
  compare,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  roundTo,
  subtract,
  zero,
} from './rational.ts'
import { partsOf } from './share.ts'
import { type Level, levelsOf } from './target-levels.ts'
import {
  addend,
  exact,
  type Held,
  held,
  notApplicable,
  numberOf,
  present,
  type Result,
  type Value,
} from './value.ts'
import { type Place, recordOf, type Scope, type World } from './world.ts'

type Change = Extract<TargetLine, { is: 'change' }>

/** One part: whose, of which period, and how much; with the parts that it is broken down to. */
type Node = {
  readonly level: Level
  readonly row?: Row
  readonly period: Period
  readonly parts: Node[]
  amount: Rational | Held | undefined
}

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

function isThere(world: World, row: Row, period: Period): boolean {
  const there = exists(world, row, period)
  return there.is === 'present' && there.value
}

function resultOf(amount: Node['amount']): Result<Value> {
  if (amount === undefined) return notApplicable('no part')
  return 'is' in amount ? amount : present(exact(amount))
}

function allIn(node: Node): readonly Node[] {
  return [node, ...node.parts.flatMap(allIn)]
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

/** The finer periods of a part's own, or the rows that lead to its row; those that are there in the period. */
function membersOf(world: World, node: Node, level: Level): readonly Node[] {
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

function leadsTo(world: World, from: Row, to: Row | undefined): boolean {
  if (!to) return true
  const path = referencePath(world, from.record, to.record)
  const found = path && rowAlong(world, from, path)
  return found?.is === 'present' && found.value.row === to.row
}

function scopeOf({ row, period }: Node): Scope {
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

function shareOut(world: World, node: Node, level: Level): void {
  const parts = allotted(world, node.amount, node.parts, level, (part) => weightOf(world, part, level))
  for (const [i, part] of node.parts.entries()) part.amount = parts[i]
}

/** A whole among parts, each by its weight; who has none has no part. */
function allotted(
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

// --- changes -------------------------------------------------------------------------------------------------

type Deltas = Map<Node, Rational | Held | undefined>

function apply(world: World, root: Node, line: Change, day: number, levels: readonly Level[]): void {
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

/** What is not there adds nothing. */
function total(amounts: readonly Node['amount'][]): Rational | Held {
  return amounts.reduce<Rational | Held>((a, b) => {
    if ('is' in a || b === undefined) return a
    return 'is' in b ? b : add(a, b)
  }, zero)
}

function sum([a, b]: readonly Node['amount'][]): Node['amount'] {
  if (a === undefined) return undefined
  if ('is' in a) return a
  if (b === undefined) return held('no part of the change')
  return 'is' in b ? b : add(a, b)
}

// --- what is carried -----------------------------------------------------------------------------------------

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

function assigned(world: World, level: Level, nodes: readonly Node[], { row, period }: Place): Result<Value> {
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

function reserve(
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
