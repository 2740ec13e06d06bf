import type { Decimal } from '../../base/decimal.ts'
import { fillWords } from '../../base/fill-words.ts'
import type { Language } from '../../base/language.ts'
import { messageOf, reasonText } from '../../base/render.ts'
import { indexLines, type Lines } from '../../base/render-lines.ts'
import { colon, moreText } from '../../base/render-words.ts'
import type { Position, Source } from '../../base/span.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { explainLine } from '../../targets/evaluate/explain.ts'
import { traceValue } from '../../targets/evaluate/explain-value.ts'
import { printExplanation } from '../../targets/evaluate/print-explanation.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import { printValue } from '../../targets/evaluate/print-value.ts'
import { shownColumn, shownValue } from '../../targets/evaluate/shown.ts'
import { reasonOf, type Value } from '../../targets/evaluate/value.ts'
import type { CaseOutcome, CaseRun, Difference, Spot } from './case-run.ts'
import { goldenDetails, goldenTexts } from './golden-report.ts'
import { caseWords } from './report-words.ts'
import { lineSpot } from './spots.ts'

/** Runs of cases as every reporter tells them. */
export type CaseReport = {
  readonly language: Language
  readonly policy: string
  readonly cases: readonly ReportedCase[]
  readonly passed: number
  readonly failed: number
  /** Cases whose results came out of the policy, and which nobody has confirmed. */
  readonly waiting: number
}

export type ReportedCase = {
  readonly name: string
  readonly file: string
  readonly at: Position
  readonly passed: boolean
  readonly differences: readonly ReportedDifference[]
  /** Milliseconds. */
  readonly took: number
}

/** What was expected beside what came out; `details`: what was counted; `explanation`: how what came out came about. */
export type ReportedDifference = DifferenceTexts & {
  readonly is: Difference['is']
  readonly at: Position
  readonly details: readonly string[]
  readonly explanation: string
}

export function reportOfCases(
  runs: readonly { readonly run: CaseOutcome; readonly took: number }[],
  policy: string,
  sources: readonly Source[],
  language: Language,
): CaseReport {
  const lines = new Map(sources.map((source) => [source.name, indexLines(source.text)]))
  const cases = runs.map(({ run, took }) => reportedCase(run, took, lines, language))
  const passed = cases.filter((one) => one.passed).length
  const waiting = runs.filter(({ run }) => run.case.confirm === true).length
  return { language, policy, cases, passed, failed: cases.length - passed, waiting }
}

function reportedCase(
  run: CaseOutcome,
  took: number,
  lines: ReadonlyMap<string, Lines>,
  language: Language,
): ReportedCase {
  const { name, place, span } = run.case
  const positionOf = (at: { readonly source: string; readonly from: number }): Position =>
    lines.get(at.source)?.at(at.from) ?? { line: place.line, column: 1 }
  // A row of a table is a case of its own, whose name stands elsewhere.
  const named = positionOf(span)
  const whole = named.line === place.line ? named : { line: place.line, column: 1 }
  const differences = 'results' in run ? reportedDifferences(run, whole, positionOf, language) : []
  return { name, file: place.file, at: whole, passed: run.passed, differences, took }
}

function reportedDifferences(
  run: CaseRun,
  whole: Position,
  positionOf: (at: { readonly source: string; readonly from: number }) => Position,
  language: Language,
): readonly ReportedDifference[] {
  const told = new Set<string>()
  const explained = new Set<string>()
  return run.differences.map((difference) => {
    // Several results of one line are explained with the first of them.
    const id = 'spot' in difference ? difference.spot.id : undefined
    const again = id !== undefined && explained.has(id)
    if (id !== undefined) explained.add(id)
    const expectation = 'expectation' in difference ? difference.expectation : undefined
    return {
      ...differenceTexts(run.results, difference, language),
      is: difference.is,
      at: expectation ? positionOf(expectation.text?.span ?? expectation.span) : whole,
      details: detailLines(run, difference, language),
      explanation: again ? '' : explanationOf(run.results, difference, language, told),
    }
  })
}

/** `3 cases, all passed`. */
export function summaryOf({ passed, failed, waiting, language }: CaseReport): string {
  const cases = countedCases(passed + failed, language)
  const text = failed === 0 ? caseWords.allPassed : caseWords.summary
  const summary = fillWords(text, language, { cases, passed: String(passed), failed: String(failed) })
  return waiting === 0
    ? summary
    : `${summary}${fillWords(caseWords.waiting, language, { count: String(waiting) })}`
}

export function countedCases(count: number, language: Language): string {
  return count === 1
    ? caseWords.oneCase[language]
    : fillWords(caseWords.cases, language, { count: String(count) })
}

/** What it is about, what was expected, what came out, by how much that is off; `''` where it is no number. */
type DifferenceTexts = {
  readonly about: string
  readonly expected: string
  readonly got: string
  readonly off: string
}

function differenceTexts(results: Results, difference: Difference, language: Language): DifferenceTexts {
  switch (difference.is) {
    case 'value': {
      const { spot, expectation, by } = difference
      const got = shownSpot(results, spot, language)
      return {
        about: aboutSpot(spot, language),
        expected: expectation.written,
        got,
        off: offBy(spot.value, by, language),
      }
    }
    case 'no-line':
    case 'several-lines': {
      const { expectation, spots } = difference
      const { name, ...target } = expectation.target
      const what =
        'result' in target && !name.endsWith(target.result ?? '') ? `${name}.${target.result}` : name
      const lines = spots
        .slice(0, 5)
        .map(({ shown }) => shown.join(' '))
        .join(' | ')
      const text = difference.is === 'no-line' ? caseWords.noLine : caseWords.severalLines
      const listed = lines === '' ? caseWords.nothing[language] : lines
      return {
        about: about(what, expectation.of, language),
        expected: expectation.written,
        got: fillWords(text, language, { lines: listed }),
        off: '',
      }
    }
    case 'count': {
      const words = {
        held: caseWords.heldCount,
        unplaced: caseWords.unplacedCount,
        problems: caseWords.problemsCount,
      }
      return {
        about: words[difference.what][language],
        expected: String(difference.want),
        got: String(difference.got),
        off: '',
      }
    }
    case 'golden':
      return goldenTexts(difference, language)
    case 'unexpected':
      return {
        about: aboutSpot(difference.spot, language),
        expected: caseWords.nothing[language],
        got: shownSpot(results, difference.spot, language),
        off: '',
      }
  }
}

function shownSpot({ engine }: Results, { column, row }: Spot, language: Language): string {
  return printShown(shownColumn(engine, column, row), language, { currency: true })
}

function aboutSpot({ of, shown }: Spot, language: Language): string {
  return about(of, shown, language)
}

function about(what: string, names: readonly string[], language: Language): string {
  return names.length === 0 ? what : fillWords(caseWords.of, language, { what, whose: names.join(' ') })
}

function offBy(got: Value, by: Decimal | undefined, language: Language): string {
  if (!by || got.is !== 'number') return ''
  const digits = by.digits < 0n ? -by.digits : by.digits
  const size = shownValue({ ...got, digits, scale: by.scale, rounded: false })
  const text = by.digits > 0n ? caseWords.more : caseWords.less
  return fillWords(text, language, { by: printShown(size, language) })
}

/** What was counted, the first few of it; of golden results the lines that differ. */
function detailLines(run: CaseRun, difference: Difference, language: Language): readonly string[] {
  if (difference.is === 'golden') return goldenDetails(difference, language)
  if (difference.is !== 'count') return []
  const all = countedTexts(run, difference.what, language)
  return [...all.slice(0, 5), ...(all.length > 5 ? [moreText(all.length - 5, language)] : [])]
}

function countedTexts(
  { results, lines, problems }: CaseRun,
  what: 'held' | 'unplaced' | 'problems',
  language: Language,
): readonly string[] {
  const { engine } = results
  switch (what) {
    case 'held':
      return lines.flatMap((line) => {
        const spot = line.value.is === 'held' ? lineSpot(results, line) : undefined
        return spot
          ? [`${aboutSpot(spot, language)}${colon(language)}${shownSpot(results, spot, language)}`]
          : []
      })
    case 'unplaced':
      return results.unplaced.map(({ relation, row, state }) => {
        const name = engine.rows.get(relation)?.name(row) ?? ''
        return `${relation} ${name}${colon(language)}${reasonText(reasonOf(engine, state), language)}`
      })
    case 'problems':
      return problems.map((found) => {
        const { file = '', row, column } = found.cell ?? {}
        const place = [file, row === undefined ? '' : String(row), column ?? ''].filter((text) => text !== '')
        return `${place.join(' ')}${colon(language)}${messageOf(found, language)}`
      })
  }
}

/** How what came out came about; a number that is told twice is told once. */
function explanationOf(
  results: Results,
  difference: Difference,
  language: Language,
  told: Set<string>,
): string {
  if (!('spot' in difference)) return ''
  const { line } = difference.spot
  if (!line) return valueExplanation(results, difference.spot, language)
  return printExplanation(explainLine(results, line), language, told).trimEnd()
}

/** A value that has a name: its formula, and the numbers put in. */
function valueExplanation({ engine }: Results, { column: id, row }: Spot, language: Language): string {
  const column = engine.model.columns.get(id)
  const domain = column && engine.domains.get(column.grain)
  if (!column || !domain) return ''
  const value = traceValue(engine, { column, row }, { domain, row }, () => undefined)
  return printValue(value, language).join('\n')
}
