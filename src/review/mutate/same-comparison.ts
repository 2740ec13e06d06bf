import { power10 } from '../../base/decimal.ts'
import type { Expr, Plan } from '../../plan/plan.ts'
import { type Grids, gridsOf } from './grids.ts'
import { type Bound, sameForMultiples } from './multiples.ts'
import { isTree } from './tree.ts'

type Compare = Extract<Expr, { readonly op: 'compare' }>
/**
 * Whether two plans differ in nothing but comparisons that are true for the same amounts: between `> 0 CNY` and `> 0.01 CNY`
 * lies no quota that is rounded to whole yuan. False where that cannot be told.
 */
export function sameComparison(before: Plan, after: Plan): boolean {
  const { columns, ...others } = before
  const { columns: own, ...rest } = after
  if (columns.length !== own.length || JSON.stringify(others) !== JSON.stringify(rest)) return false
  const pairs: (readonly [Compare, Compare])[] = []
  if (!columns.every((column, i) => onlyCompares(column, own[i], pairs))) return false
  const grids = gridsOf(before)
  return pairs.length > 0 && pairs.every(([one, other]) => isSame(grids, one, other))
}

/** Whether two trees differ in comparisons alone, of one thing with two numbers; collects these. */
function onlyCompares(a: unknown, b: unknown, pairs: (readonly [Compare, Compare])[]): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => onlyCompares(item, b[i], pairs))
  const pair = pairOf(a, b)
  if (pair) {
    pairs.push(pair)
    return true
  }
  if (!isTree(a) || !isTree(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => onlyCompares(a[key], b[key], pairs))
}

function pairOf(a: unknown, b: unknown): readonly [Compare, Compare] | undefined {
  if (!isCompare(a) || !isCompare(b) || JSON.stringify(a.a) !== JSON.stringify(b.a)) return undefined
  return JSON.stringify(a) === JSON.stringify(b) ? undefined : [a, b]
}

function isCompare(node: unknown): node is Compare {
  return typeof node === 'object' && node !== null && 'op' in node && node.op === 'compare'
}

function isSame(grids: Grids, one: Compare, other: Compare): boolean {
  const step = grids.ofRatio(one.a, 0)
  const [a, b] = [boundOf(one), boundOf(other)]
  return step !== undefined && a !== undefined && b !== undefined && sameForMultiples(step, a, b)
}

function boundOf({ by, b: { n, d, scale } }: Compare): Bound | undefined {
  if (d !== undefined || n.op !== 'const' || n.type.is !== 'int' || typeof n.value !== 'string')
    return undefined
  return { by, value: { n: BigInt(n.value), d: power10(scale) } }
}
