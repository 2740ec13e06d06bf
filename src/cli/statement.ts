import type { RunReport } from './run-report.ts'
import type { Settled } from './settle.ts'

export function statements(_settled: Settled, _report: RunReport): readonly (readonly [string, string])[] {
  return []
}
