import { type Decimal, divideRounded, formatDecimal, power10 } from '../base/decimal.ts'
import type { AcceptedChanges } from '../review/mutate/accepted-changes.ts'
import type { MutantRun } from '../review/mutate/run-mutants.ts'

/** How well the cases did. `all`: how many changes there were to choose from. */
export type MutationReport = {
  readonly runs: readonly MutantRun[]
  readonly all: number
  /** Changes that can be noticed at all, and those that were. */
  readonly tried: number
  readonly killed: number
  /** Changes that none noticed, and need not: they are not counted. */
  readonly accepted: AcceptedChanges
  readonly threshold?: Decimal
  readonly passes: boolean
}

export function reportOf(
  runs: readonly MutantRun[],
  all: number,
  threshold: Decimal | undefined,
  accepted: AcceptedChanges,
): MutationReport {
  const killed = runs.filter(({ is }) => is === 'killed').length
  const open = runs.filter(({ is, mutant }) => is === 'survived' && !accepted.has(mutant.id))
  const tried = killed + open.length
  const passes =
    threshold === undefined ||
    BigInt(killed) * 100n * power10(threshold.scale) >= threshold.digits * BigInt(tried)
  return { runs, all, tried, killed, accepted, ...(threshold && { threshold }), passes }
}

/** `87.5%`, rounded down, so that 100% is said of nothing less. */
export function shareText(killed: number, tried: number): string {
  if (tried === 0) return '100%'
  const tenths = divideRounded(BigInt(killed) * 1000n, BigInt(tried), 'down')
  return `${formatDecimal(tenths, 1).replace(/\.0$/u, '')}%`
}
