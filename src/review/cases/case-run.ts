import type { Decimal } from '../../base/decimal.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Id } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import type { Case, Counted, Expectation, Golden } from './case.ts'
import type { GoldenDifference } from './golden.ts'

/** A case, and what came of it. */
export type CaseRun = {
  readonly case: Case
  readonly passed: boolean
  readonly differences: readonly Difference[]
  readonly results: Results
  readonly lines: readonly ResultLine[]
  /** Cells that could not be read; those that a case does not give are none. */
  readonly problems: readonly Diagnostic[]
  /** Of a case with golden results: those of this run, and their digest. */
  readonly golden?: { readonly text: string; readonly digest: string }
}

/** A case of which nothing more need be known than that it came out as expected. */
export type PassedCase = {
  readonly case: Case
  readonly passed: true
  readonly differences: readonly []
  readonly golden?: undefined
}

/** What a report of many cases keeps of each: of those that passed not their runs, which are large. */
export type CaseOutcome = CaseRun | PassedCase

export function outcomeOf(run: CaseRun): CaseOutcome {
  return run.passed && !run.golden ? { case: run.case, passed: true, differences: [] } : run
}

/** A value of a run that a case can be about: of a line of a clause, or of a row of a named value. */
export type Spot = {
  /** One for each line: several results of it have the same. */
  readonly id: string
  /** What it is a result of, and whatever names it among others: whose it is, its row, its period. */
  readonly of: string
  readonly names: readonly string[]
  /** Those of the names that tell it from others best. */
  readonly shown: readonly string[]
  readonly line?: ResultLine
  readonly column: Id
  readonly row: number
  readonly value: Value
}

export type ResultExpectation = Expectation & { readonly is: 'result' }

/** Lines differ; there is no such file, or it is none; its text is not the one of the digest. */
export type GoldenWhy = 'lines' | 'no-file' | 'no-golden' | 'changed'

/** Something that did not come out as expected. */
export type Difference =
  /** `by`: got less wanted, of numbers. */
  | {
      readonly is: 'value'
      readonly expectation: ResultExpectation
      readonly spot: Spot
      readonly by?: Decimal
    }
  /** No line, or several, are what the expectation names; `spots` are those that there are. */
  | {
      readonly is: 'no-line' | 'several-lines'
      readonly expectation: ResultExpectation
      readonly spots: readonly Spot[]
    }
  /** `expectation` is absent where the case does not say how many, and there must be none. */
  | {
      readonly is: 'count'
      readonly what: Counted
      readonly want: number
      readonly got: number
      readonly expectation?: Expectation
    }
  /** The first differences from the golden results, the largest first; all of them where there are none. */
  | {
      readonly is: 'golden'
      readonly golden: Golden
      readonly why: GoldenWhy
      readonly lines: readonly GoldenDifference[]
    }
  /** Decided, or held, and not expected by a case that says `only`. */
  | { readonly is: 'unexpected'; readonly spot: Spot }
