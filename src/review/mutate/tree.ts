import type { Span } from '../../base/span.ts'
import type * as ast from '../../syntax/ast.ts'

// The syntax tree is plain data: what looks for places to change goes through it as such, and knows them by their shape.

export type Tree = { readonly [key: string]: unknown }
export type Path = readonly (string | number)[]
export type TreeEdit = { readonly path: Path; readonly to: unknown }

/** A node, where it stands in its declaration, and what it stands in. */
export type Spot = {
  readonly node: Tree
  /** From the declaration on. */
  readonly path: Path
  /** Under which key of the node above; in a list also its place. */
  readonly key: string
  readonly index?: number
  readonly above?: Spot
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const passed = new Set(['span', 'comments'])

/** Every node of a tree, each before what is in it. */
export function* spotsOf(spot: Spot): Generator<Spot> {
  yield spot
  for (const [key, value] of Object.entries(spot.node)) {
    if (passed.has(key)) continue
    if (isTree(value)) yield* spotsOf({ node: value, path: [...spot.path, key], key, above: spot })
    else if (Array.isArray(value))
      for (const [index, item] of value.entries())
        if (isTree(item))
          yield* spotsOf({ node: item, path: [...spot.path, key, index], key, index, above: spot })
  }
}

/** The tree with other things at some places. Only what lies above these is made anew. */
export function edited(tree: unknown, edits: readonly TreeEdit[]): unknown {
  return edits.reduce((now, { path, to }) => replaced(now, path, 0, to), tree)
}

function replaced(tree: unknown, path: Path, depth: number, to: unknown): unknown {
  const key = path[depth]
  if (key === undefined) return to
  if (Array.isArray(tree))
    return tree.map((item: unknown, i) => (i === key ? replaced(item, path, depth + 1, to) : item))
  if (!isTree(tree)) return tree
  const { [key]: old, ...rest } = tree
  const value = replaced(old, path, depth + 1, to)
  return value === undefined ? rest : { ...tree, [key]: value }
}

/** An edit of the node itself. */
export function put(spot: Spot, change: Tree): TreeEdit {
  return { path: spot.path, to: { ...spot.node, ...change } }
}

/** An edit that takes the node out of the list it stands in. */
export function without(spot: Spot): TreeEdit | undefined {
  const list = spot.above?.node[spot.key]
  if (spot.index === undefined || !Array.isArray(list)) return undefined
  return { path: spot.path.slice(0, -1), to: list.filter((_, i) => i !== spot.index) }
}

export function spanOf(node: Tree): Span | undefined {
  const { span } = node
  if (!isTree(span)) return undefined
  const { source, from, to } = span
  return typeof source === 'string' && typeof from === 'number' && typeof to === 'number'
    ? { source, from, to }
    : undefined
}

// --- shapes --------------------------------------------------------------------------------------------------

export type NumberNode = Extract<ast.Expr, { is: 'number' | 'percent' | 'price-ratio' | 'money' }>
export type TimeNode = Extract<ast.Expr, { is: 'date' | 'time' | 'clock' | 'duration' }>
type Is<N, K> = Extract<N, { readonly is: K }>

const numbers = new Set<unknown>(['number', 'percent', 'price-ratio', 'money'])
const times = new Set<unknown>(['date', 'time', 'clock', 'duration'])

export function isNumber(node: unknown): node is Tree & NumberNode {
  return isTree(node) && numbers.has(node.is) && typeof node.spelling === 'string'
}
export function isTime(node: unknown): node is Tree & TimeNode {
  return isTree(node) && times.has(node.is) && typeof node.spelling === 'string'
}
export function isBinary(node: Tree): node is Tree & Is<ast.Expr, 'binary'> {
  return node.is === 'binary' && typeof node.op === 'string'
}
export function isTable(node: Tree): node is Tree & ast.Table {
  return Array.isArray(node.headings) && Array.isArray(node.rows)
}
export function isTiers(node: Tree): node is Tree & ast.Tiers {
  return node.is === 'tiers-of'
}
/** An expression: everything of it but what is printed may be read as one. */
export function isExpr(node: unknown): node is Tree & ast.Expr {
  return isTree(node) && typeof node.is === 'string' && isTree(node.span)
}
