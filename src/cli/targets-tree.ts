import { power10 } from '../base/decimal.ts'
import type { Expr, TargetTree } from '../plan/plan.ts'
import { type Domain, type Engine, need } from '../targets/evaluate/engine.ts'
import { placeRow } from '../targets/evaluate/place-row.ts'
import { type Named, periodOfRow, subjectOfRow } from '../targets/evaluate/results.ts'
import { sharingAt } from '../targets/evaluate/share.ts'
import type { Span } from '../targets/evaluate/spans.ts'
import { partsOf } from '../targets/evaluate/spans.ts'
import { type Value, valueAt } from '../targets/evaluate/value.ts'

type Level = TargetTree['levels'][number]
type Amount = { readonly digits: bigint; readonly scale: number }

/** One part of a target, what it is broken down to, and whether that makes it up. */
export type TargetNode = {
  readonly level: string
  readonly is: Level['is']
  readonly subject?: Named
  readonly period: string
  readonly value: Value
  /** What was left over for it when its level was first shared out. */
  readonly remainder?: Amount
  readonly to?: Level['to']
  readonly parts: readonly TargetNode[]
  /** What people carry, and the reserves that have the rest. */
  readonly beside: readonly TargetNode[]
  /** The sum of its parts, and whether it is the whole; absent where there are none, or one is held. */
  readonly sum?: Amount
  readonly whole?: boolean
}

/** The tree of a target for every period of its total that meets the days asked for. */
export function treesOf(engine: Engine, tree: TargetTree, span: Span): readonly TargetNode[] {
  const [top] = tree.levels
  if (!top) return []
  const domain = domainOf(engine, top)
  const rows = rowsOf(domain).filter((row) => {
    const period = periodOfRow(domain, row)
    return period !== undefined && period.start <= span.until && period.end > span.from
  })
  const children = childrenOf(engine, tree)
  return rows.map((row) => nodeAt(engine, tree, children, 0, row))
}

function domainOf(engine: Engine, { column }: Level): Domain {
  return need(engine.domains, need(engine.model.columns, column).grain)
}

function rowsOf({ count }: Domain): readonly number[] {
  return Array.from({ length: count }, (_, row) => row)
}

function nodeAt(
  engine: Engine,
  tree: TargetTree,
  children: readonly Children[],
  index: number,
  row: number,
): TargetNode {
  const level = tree.levels[index]
  if (!level) throw new Error('the tree has no such level')
  const domain = domainOf(engine, level)
  const below = tree.levels.flatMap((one, i) => (one.of?.level === index ? [i] : []))
  const ofKind = (is: Level['is']): readonly TargetNode[] =>
    below.flatMap((i) =>
      tree.levels[i]?.is === is
        ? (children[i]?.get(row) ?? []).map((at) => nodeAt(engine, tree, children, i, at))
        : [],
    )
  const parts = ofKind('parts')
  const beside = ofKind('assigned')
  const value = valueAt(engine, level.column, row)
  const subject = subjectOfRow(engine, domain, row)
  const remainder = remainderAt(engine, level, domain, row)
  const sum = sumOf(parts)
  return {
    level: level.label,
    is: level.is,
    ...(subject && { subject }),
    period: periodOfRow(domain, row)?.key ?? '',
    value,
    ...(remainder && { remainder }),
    ...(level.to && { to: level.to }),
    parts,
    beside,
    ...(sum && { sum }),
    ...(sum && value.is === 'number' && { whole: same(sum, value) }),
  }
}

type Children = ReadonlyMap<number, readonly number[]>

/** For each level the rows by the row that they are parts of: found once. Those that are not there have no part. */
function childrenOf(engine: Engine, tree: TargetTree): readonly Children[] {
  return tree.levels.map((child) => {
    const found = new Map<number, number[]>()
    const above = child.of && tree.levels[child.of.level]
    if (!above) return found
    const domain = domainOf(engine, child)
    const parent = domainOf(engine, above)
    const place = {
      ...(parent.grain.relation !== undefined && { path: child.of.path }),
      ...(parent.periods && { period: { is: 'own' } as const }),
    }
    if (child.is === 'reserve') return found
    for (const row of rowsOf(domain)) {
      if (valueAt(engine, child.column, row).is === 'not-applicable') continue
      const at = placeRow(engine, domain, row, parent, place)
      if (at !== undefined) found.set(at, [...(found.get(at) ?? []), row])
    }
    return found
  })
}

function remainderAt(engine: Engine, { first, to }: Level, domain: Domain, row: number): Amount | undefined {
  const expr = to && shareIn(engine, need(engine.model.columns, first).expr)
  const left = expr && sharingAt(engine, domain, expr, row)?.left
  if (!expr || left === undefined || left === 0n) return undefined
  const { type } = need(engine.model.columns, expr.pool)
  return { digits: left, scale: type.is === 'int' ? type.scale : 0 }
}

function shareIn(engine: Engine, expr: Expr): Extract<Expr, { op: 'share' }> | undefined {
  if (expr.op === 'share') return expr
  const inner = expr.op === 'column' ? [need(engine.model.columns, expr.column).expr] : partsOf(expr)
  for (const part of inner) {
    const found = shareIn(engine, part)
    if (found) return found
  }
  return undefined
}

function sumOf(nodes: readonly TargetNode[]): Amount | undefined {
  let sum: Amount = { digits: 0n, scale: 0 }
  for (const { value } of nodes) {
    if (value.is !== 'number') return undefined
    sum = added(sum, value)
  }
  return nodes.length === 0 ? undefined : sum
}

function added(a: Amount, b: Amount): Amount {
  const scale = Math.max(a.scale, b.scale)
  return {
    digits: a.digits * power10(scale - a.scale) + b.digits * power10(scale - b.scale),
    scale,
  }
}

function same(a: Amount, b: Amount): boolean {
  return a.digits * power10(b.scale) === b.digits * power10(a.scale)
}

/** The reserves of a tree, which stand beside the levels. */
export function reservesOf(engine: Engine, tree: TargetTree, span: Span): readonly TargetNode[] {
  return tree.levels.flatMap((level, index) => {
    if (level.is !== 'reserve') return []
    const domain = domainOf(engine, level)
    return rowsOf(domain).flatMap((row) => {
      const period = periodOfRow(domain, row)
      const inside = period !== undefined && period.start <= span.until && period.end > span.from
      return inside ? [nodeAt(engine, tree, [], index, row)] : []
    })
  })
}
