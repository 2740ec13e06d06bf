import type { Diagnostic } from '../../base/diagnostic.ts'
import { severityOf } from '../../base/render.ts'
import { rowsFromObjects } from '../../data/from-objects.ts'
import type { Loaded } from '../../data/read-rows.ts'
import { runInMemory } from '../../engines/memory.ts'
import type { Plan } from '../../plan/plan.ts'
import { askedPeriod } from '../../targets/evaluate/asked-period.ts'
import { openingOf } from '../../targets/evaluate/balances.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Case, Counted, Expectation } from './case.ts'
import type { CaseRun, Difference, ResultExpectation } from './case-run.ts'
import { compare } from './compare.ts'
import { goldenDifference, goldenOf } from './golden-run.ts'
import { lineSpot, linesFor, spotsOf } from './spots.ts'

/** A policy that has no such period computes nothing. */
const noDays = { from: 0, until: 0 }

/** What a case names and whoever runs it has read: the rows of its folder, the text of its golden file. */
export type CaseInput = { readonly loaded?: Loaded; readonly golden?: string }

/**
 * Runs one case. Beside what it expects, no row may belong to nobody and no given cell be unreadable, unless it says how
 * many, or has golden results, which say all.
 */
export function runCase(plan: Plan, one: Case, input: CaseInput = {}): CaseRun {
  const loaded = input.loaded ?? rowsFromObjects(plan, one.given)
  const { results, lines } = ranFor(plan, one, loaded)
  return judged(one, input, loaded, results, lines)
}

/** The run of a case, which nobody has compared with what it expects. */
export function ranFor(
  plan: Plan,
  one: Case,
  loaded: Loaded,
): { readonly results: Results; readonly lines: readonly ResultLine[] } {
  const asked = askedPeriod(plan, loaded.rows, one.period) ?? noDays
  const span = { from: asked.from, until: asked.until }
  const previous = one.previous.map((balance) => ({ ...balance, until: asked.from - 1 }))
  return runInMemory(plan, loaded.rows, span, {
    ...(one.now !== undefined && { now: one.now }),
    ...(previous.length > 0 && { opening: openingOf(previous) }),
  })
}

/** Whether the results of a case are what it expects. `lines`: all of them where it counts or wants every one, else its own. */
export function judged(
  one: Case,
  input: CaseInput,
  loaded: Loaded,
  results: Results,
  lines: readonly ResultLine[],
): CaseRun {
  const problems = problemsIn(loaded, results, one.data !== undefined)
  const counts = {
    held: lines.filter(({ value }) => value.is === 'held').length,
    unplaced: results.unplaced.length,
    problems: problems.length,
  }
  const met = new Set<string>()
  const differences = [
    ...one.expectations.flatMap((each) => differenceOf(each, results, lines, counts, met) ?? []),
    ...(one.golden ? [] : unsaid(one.expectations, counts)),
    ...(one.only ? unexpected(results, lines, met) : []),
  ]
  const run = { case: one, results, lines, problems }
  if (!one.golden) return { ...run, passed: differences.length === 0, differences }
  const golden = goldenOf(results, lines, problems)
  const off = goldenDifference(one.golden, golden, input.golden)
  const all = off ? [...differences, off] : differences
  return {
    ...run,
    passed: all.length === 0,
    differences: all,
    golden: { text: golden.text, digest: golden.digest },
  }
}

/**
 * What is wrong with the rows of a case. A cell that a case does not give holds what reads it, and is no mistake in what
 * it gives; of whole files of data it is.
 */
export function problemsIn(loaded: Loaded, results: Results, files: boolean): readonly Diagnostic[] {
  return [...loaded.problems.map(({ diagnostic }) => diagnostic), ...results.problems].filter(
    (found) => severityOf(found) === 'error' && (files || found.code !== 'BY701'),
  )
}

type Counts = { readonly [W in Counted]: number }

function differenceOf(
  expectation: Expectation,
  results: Results,
  lines: readonly ResultLine[],
  counts: Counts,
  met: Set<string>,
): Difference | undefined {
  if (expectation.is === 'count') {
    const { what, want } = expectation
    return counts[what] === want ? undefined : { is: 'count', what, want, got: counts[what], expectation }
  }
  return resultDifference(expectation, results, lines, met)
}

function resultDifference(
  expectation: ResultExpectation,
  results: Results,
  lines: readonly ResultLine[],
  met: Set<string>,
): Difference | undefined {
  const spots = spotsOf(results, lines, expectation.target)
  const [spot, another] = linesFor(spots, expectation.of)
  if (!spot) return { is: 'no-line', expectation, spots }
  if (another) return { is: 'several-lines', expectation, spots: linesFor(spots, expectation.of) }
  met.add(spot.id)
  return compare(results, expectation, spot)
}

/** Rows of nobody and cells that cannot be read are never passed over in silence. */
function unsaid(expectations: readonly Expectation[], counts: Counts): readonly Difference[] {
  return (['unplaced', 'problems'] as const).flatMap((what): readonly Difference[] => {
    const said = expectations.some((each) => each.is === 'count' && each.what === what)
    return said || counts[what] === 0 ? [] : [{ is: 'count', what, want: 0, got: counts[what] }]
  })
}

function unexpected(
  results: Results,
  lines: readonly ResultLine[],
  met: ReadonlySet<string>,
): readonly Difference[] {
  return lines.flatMap((line): readonly Difference[] => {
    const spot = line.value.is === 'not-applicable' ? undefined : lineSpot(results, line)
    return spot && !met.has(spot.id) ? [{ is: 'unexpected', spot }] : []
  })
}
