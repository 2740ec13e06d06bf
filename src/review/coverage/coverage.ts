import type { Owner, Point, Points } from './point.ts'
import type { Weight } from './weigh.ts'

/** What cases meet of a policy, clause by clause, in the order of its text. */
export type Coverage = Counted & { readonly owners: readonly OwnerCoverage[] }

export type OwnerCoverage = Counted & { readonly owner: Owner; readonly points: readonly PointCoverage[] }

/** `weight`: what of a quarter's data runs through it. */
export type PointCoverage = { readonly point: Point; readonly hits: number; readonly weight?: Weight }

export type Counted = { readonly total: number; readonly hit: number }

export function coverageOf(
  { points }: Points,
  counts: readonly number[],
  weights?: readonly Weight[],
): Coverage {
  const owners = new Map<string, { readonly owner: Owner; readonly points: PointCoverage[] }>()
  for (const [i, point] of points.entries()) {
    const { owner } = point
    const found = owners.get(owner.id) ?? { owner, points: [] }
    owners.set(owner.id, found)
    const weight = weights?.[i]
    found.points.push({ point, hits: counts[i] ?? 0, ...(weight && { weight }) })
  }
  const all = [...owners.values()].map((one) => ({ ...one, ...counted(one.points) }))
  return { owners: all, ...counted(all.flatMap((one) => one.points)) }
}

function counted(points: readonly PointCoverage[]): Counted {
  return { total: points.length, hit: points.filter(({ hits }) => hits > 0).length }
}

/** Hits of several runs together. */
export function added(a: readonly number[], b: readonly number[]): readonly number[] {
  return b.map((count, i) => count + (a[i] ?? 0))
}

/** `87.5%`, cut off, so that only what is whole is called 100%. */
export function percentOf({ hit, total }: Counted): string {
  if (total === 0) return '100%'
  const tenths = (BigInt(hit) * 1000n) / BigInt(total)
  return tenths % 10n === 0n ? `${tenths / 10n}%` : `${tenths / 10n}.${tenths % 10n}%`
}
