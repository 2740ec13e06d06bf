import { power10 } from '../../base/decimal.ts'
import type { Column, Expr, Plan } from '../../plan/plan.ts'
import { divisorOfBoth, type Grids, gridsOf } from './grids.ts'
import { differInHalves } from './roundings.ts'
import { isTree } from './tree.ts'

type Round = Extract<Expr, { readonly op: 'round' }>

/**
 * Whether a plan in which one rounding is another gives the same amounts as before, whatever the data: what is rounded
 * is a multiple of both steps already (cents to cents), or never lies in the middle between two of them. Told of every rounding
 * that has become another, also those that follow from the places of the first. False where that cannot be told.
 */
export function sameRounding(before: Plan, after: Plan): boolean {
  const then = new Map(before.columns.map((column) => [column.id, column]))
  if (then.size !== after.columns.length) return false
  let changed = 0
  let grids: Grids | undefined
  for (const column of after.columns) {
    const old = then.get(column.id)
    if (old === undefined) return false
    if (old === column) continue
    // How a pool is cut into its least parts hangs on their places.
    if (old.expr.op === 'share' && !alike(old, column)) return false
    const [a, b] = [roundsIn(old), roundsIn(column)]
    if (a.length !== b.length) return false
    for (const [i, one] of a.entries()) {
      const other = b[i]
      if (other === undefined) return false
      if (one.mode === other.mode && sameStep(one, other)) continue
      changed++
      grids ??= gridsOf(before)
      if (!isSame(grids, one, other)) return false
    }
  }
  return changed > 0
}

function isSame(grids: Grids, one: Round, other: Round): boolean {
  if (isMultiple(grids, one.a, one) && isMultiple(grids, one.a, other)) return true
  return sameStep(one, other) && differInHalves(one.mode, other.mode) && !meetsHalves(grids, one)
}

/** Whether what is rounded is always a multiple of a step. */
function isMultiple(grids: Grids, a: Round['a'], { unit, scale }: Round): boolean {
  const grid = grids.ofRatio(a, scale)
  return grid !== undefined && grid.n % (grid.d * BigInt(unit)) === 0n
}

/**
 * Whether what is rounded can lie in the middle between two steps: whether some multiple of its grid is an odd number of
 * half steps. In its lowest terms, the grid counts so many half steps: only an odd count has odd multiples that are whole.
 */
function meetsHalves(grids: Grids, { a, unit, scale }: Round): boolean {
  const grid = grids.ofRatio(a, scale)
  if (grid === undefined) return true
  const halves = grid.n * 2n
  const d = grid.d * BigInt(unit)
  const divisor = divisorOfBoth(halves, d)
  return divisor !== 0n && (halves / divisor) % 2n !== 0n
}

function sameStep(a: Round, b: Round): boolean {
  return BigInt(a.unit) * power10(b.scale) === BigInt(b.unit) * power10(a.scale)
}

function alike(a: Column, b: Column): boolean {
  return JSON.stringify([a.expr, a.type]) === JSON.stringify([b.expr, b.type])
}

/** In the order in which they stand. */
function roundsIn(column: Column): readonly Round[] {
  const found: Round[] = []
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) look(item)
    else if (isTree(node)) {
      if (isRound(node)) found.push(node)
      for (const value of Object.values(node)) look(value)
    }
  }
  look(column.expr)
  return found
}

function isRound(node: object): node is Round {
  return 'op' in node && node.op === 'round'
}
