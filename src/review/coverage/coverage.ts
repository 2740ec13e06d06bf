import type { Acceptance } from '../cases/accepted.ts'
import type { AcceptedPoints } from './accepted-points.ts'
import type { Owner, Point, Points } from './point.ts'
import type { Weight } from './weigh.ts'

/** What cases meet of a policy, clause by clause, in the order of its text. */
export type Coverage = Counted & { readonly owners: readonly OwnerCoverage[] }

export type OwnerCoverage = Counted & { readonly owner: Owner; readonly points: readonly PointCoverage[] }

/** `weight`: what of a quarter's data runs through it. `accepted`: why no case need meet it. */
export type PointCoverage = {
  readonly point: Point
  readonly hits: number
  readonly weight?: Weight
  readonly accepted?: Acceptance
}

/** Points, those that cases meet, and those that somebody has accepted as met by none. */
export type Counted = { readonly total: number; readonly hit: number; readonly accepted: number }

export function coverageOf(
  { points }: Points,
  counts: readonly number[],
  weights?: readonly Weight[],
  accepted?: AcceptedPoints,
): Coverage {
  const owners = new Map<string, { readonly owner: Owner; readonly points: PointCoverage[] }>()
  for (const [i, point] of points.entries()) {
    const { owner } = point
    const found = owners.get(owner.id) ?? { owner, points: [] }
    owners.set(owner.id, found)
    const weight = weights?.[i]
    const why = accepted?.get(i)
    const hits = counts[i] ?? 0
    found.points.push({ point, hits, ...(weight && { weight }), ...(why && { accepted: why }) })
  }
  const all = [...owners.values()].map((one) => ({ ...one, ...counted(one.points) }))
  return { owners: all, ...counted(all.flatMap((one) => one.points)) }
}

function counted(points: readonly PointCoverage[]): Counted {
  const hit = points.filter(({ hits }) => hits > 0).length
  const accepted = points.filter((one) => one.hits === 0 && one.accepted !== undefined).length
  return { total: points.length, hit, accepted }
}

/** How many points the cases are to meet. */
export function wantedOf({ total, accepted }: Counted): number {
  return total - accepted
}

/** Hits of several runs together. */
export function added(a: readonly number[], b: readonly number[]): readonly number[] {
  return b.map((count, i) => count + (a[i] ?? 0))
}

/** `87.5%`, cut off, so that only what is whole is called 100%. */
export function percentOf(counted: Counted): string {
  const { hit } = counted
  const total = wantedOf(counted)
  if (total === 0) return '100%'
  const tenths = (BigInt(hit) * 1000n) / BigInt(total)
  return tenths % 10n === 0n ? `${tenths / 10n}%` : `${tenths / 10n}.${tenths % 10n}%`
}
