import { carriedResults } from './carries.ts'
import type { Clause } from './clauses.ts'
import type { Type } from './types.ts'

/** The results of a clause that expressions can read, each with its type. */
export function resultsOf(clause: Clause): ReadonlyMap<string, Type> {
  if (clause.kind === 'decision') {
    const open = clause.results.filter(({ inner }) => inner === undefined)
    return new Map(open.map(({ name, type }) => [name, type]))
  }
  if (clause.kind === 'sla') return clause.results
  if (clause.kind !== 'scorecard') {
    const decides = clause.kind === 'commission' ? (clause.decides ?? []) : []
    const named = decides.map(({ name, type }) => [name, type] as const)
    return new Map<string, Type>([['amount', clause.type], ...carriedResults(clause), ...named])
  }
  const points: Type = { is: 'number', unit: 'points', range: scoreRange(clause) }
  return new Map<string, Type>([
    ...clause.indicators.map((i) => [i.id, points] as const),
    ...(clause.levels?.outputs ?? []).map((o) => [o.name, o.type] as const),
    ['score', points],
  ])
}

/** Scores are rounded or fixed to 12 places; 10⁶ points are more than any scorecard gives. */
export function scoreRange(clause: Extract<Clause, { kind: 'scorecard' }>): {
  scale: number
  min: bigint
  max: bigint
} {
  const scale = clause.round?.scale ?? 12
  const max = 10n ** BigInt(6 + scale)
  return { scale, min: -max, max }
}
