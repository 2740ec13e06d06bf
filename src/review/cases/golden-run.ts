import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Golden } from './case.ts'
import type { Difference, GoldenWhy } from './case-run.ts'
import {
  type GoldenDifference,
  type GoldenLine,
  goldenDifferences,
  goldenLines,
  goldenText,
  readGolden,
} from './golden.ts'
import { sha256 } from './sha256.ts'

/** All results of a run as a golden file has them, and their digest. */
export type GoldenRun = {
  readonly own: readonly GoldenLine[]
  readonly text: string
  readonly digest: string
}

export function goldenOf(
  results: Results,
  lines: readonly ResultLine[],
  problems: readonly Diagnostic[],
): GoldenRun {
  const own = goldenLines(results, lines, problems)
  const text = goldenText(own)
  return { own, text, digest: sha256(text) }
}

/** By the digest, where there is one; which lines differ is then asked of the file. */
export function goldenDifference(
  golden: Golden,
  got: GoldenRun,
  text: string | undefined,
): Difference | undefined {
  const differs = (why: GoldenWhy, found: readonly GoldenDifference[] = []): Difference => ({
    is: 'golden',
    golden,
    why,
    lines: found,
  })
  if (text === undefined) return differs('no-file')
  const lines = readGolden(text)
  if (!lines) return differs('no-golden')
  // Line ends are no results: a checkout may change them.
  const own = sha256(goldenText(lines))
  if (golden.digest && golden.digest.text !== own)
    return differs('changed', goldenDifferences(lines, got.own))
  return got.digest === own ? undefined : differs('lines', goldenDifferences(lines, got.own))
}
