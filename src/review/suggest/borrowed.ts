import type { World } from './world.ts'

/** What worlds of other clauses say, with rows of one's own for what they do not. */
export function lent(own: World | undefined, borrowed: readonly World[]): readonly World[] {
  return borrowed.flatMap((other) => {
    if (!own || other.period !== own.period) return []
    const kept = [...other.rows].filter(([relation]) => own.rows.has(relation))
    return [{ ...own, rows: new Map([...own.rows, ...kept]) }]
  })
}

/** Some of many, from all over. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]).filter(
    (item) => item !== undefined,
  )
}
