import { type Found, showCase } from './coverage.ts'
import { firstOf, membersOf, type Space } from './space.ts'

/**
 * The plainest case that none of the rows takes, when no two of them take the same one: then counting tells it. The
 * cases of the rows, in combinations of classes, add up to all that there are, or something is left out.
 */
export function uncoveredApart(space: Space): Found {
  const { columns } = space
  const sizes = columns.map((column) => column.tests.map(({ passes }) => BigInt(membersOf(passes).length)))
  const all = columns.map((column) => BigInt(column.pieces.length))
  /** Combinations of the classes of the columns from `k` on. */
  const product = (factors: readonly (bigint | undefined)[]) =>
    factors.reduce<bigint>((p, f) => p * (f ?? 0n), 1n)
  const volumeFrom = (row: number, k: number) =>
    product(columns.slice(k).map((column, i) => sizes[k + i]?.[column.kind[row] ?? -1]))
  const sum = (rows: readonly number[], k: number) =>
    rows.reduce((total, row) => total + volumeFrom(row, k), 0n)

  let open: readonly number[] = Array.from({ length: space.rows }, (_, row) => row)
  if (sum(open, 0) === product(all)) return { is: 'none' }
  const classes: number[] = []
  for (const [k, column] of columns.entries()) {
    const wanted = product(all.slice(k + 1))
    const volumes = new Map(open.map((row) => [row, volumeFrom(row, k + 1)]))
    const taken = column.pieces.map(() => 0n)
    for (const row of open)
      for (const c of membersOf(column.tests[column.kind[row] ?? -1]?.passes ?? firstOf(0, 0)))
        taken[c] = (taken[c] ?? 0n) + (volumes.get(row) ?? 0n)
    const at = taken.findIndex((volume) => volume < wanted)
    classes.push(at)
    const within = new Set(membersOf(column.takers[at] ?? firstOf(0, 0)))
    open = open.filter((row) => within.has(row))
  }
  return { is: 'case', example: showCase(space, classes, firstOf(space.rows, space.rows)) }
}
