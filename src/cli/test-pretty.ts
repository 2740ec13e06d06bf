import type { Decimal } from '../base/decimal.ts'
import type { Language } from '../base/language.ts'
import { messageOf, reasonText } from '../base/render.ts'
import type { Paint } from '../base/render-paint.ts'
import { colon, moreText } from '../base/render-words.ts'
import { displayWidth, padToWidth } from '../base/width.ts'
import type { CaseRun, Difference, Spot } from '../review/cases/case-run.ts'
import { lineSpot } from '../review/cases/spots.ts'
import type { Results } from '../targets/evaluate/evaluate.ts'
import { explain } from '../targets/evaluate/explain.ts'
import { printExplanation } from '../targets/evaluate/print-explanation.ts'
import { printShown } from '../targets/evaluate/print-shown.ts'
import { shownColumn, shownValue } from '../targets/evaluate/shown.ts'
import { reasonOf, type Value } from '../targets/evaluate/value.ts'
import { fillWords } from './words.ts'
import { caseWords } from './words-cases.ts'

/** What came of cases, for people: each that failed, what was expected beside what came out, and how that came about. */
export function prettyCases(runs: readonly CaseRun[], language: Language, paint: Paint): string {
  const files = [...new Set(runs.map((run) => run.case.place.file))]
  const blocks = files.map((file) => {
    const own = runs.filter((run) => run.case.place.file === file)
    const failed = own.filter(({ passed }) => !passed)
    const mark = failed.length === 0 ? paint('help', '✓') : paint('error', '✗')
    const head = `${mark} ${paint('strong', file)}  ${paint('dim', counted(own.length, language))}`
    return [head, ...failed.flatMap((run) => failedLines(run, language, paint))].join('\n')
  })
  const failed = runs.filter(({ passed }) => !passed).length
  const text = failed === 0 ? caseWords.allPassed : caseWords.summary
  const summary = fillWords(text, language, {
    cases: counted(runs.length, language),
    passed: String(runs.length - failed),
    failed: String(failed),
  })
  return `${[...blocks, '', paint('strong', summary)].join('\n')}\n`
}

function counted(count: number, language: Language): string {
  return count === 1
    ? caseWords.oneCase[language]
    : fillWords(caseWords.cases, language, { count: String(count) })
}

function failedLines(run: CaseRun, language: Language, paint: Paint): readonly string[] {
  const { name, place } = run.case
  const told = new Set<string>()
  return [
    '',
    `  ${paint('error', '✗')} ${paint('strong', name)}  ${paint('dim', `${place.file}:${place.line}`)}`,
    ...run.differences.flatMap((difference) => [
      ...differenceLines(run.results, difference, language).map((line) => `    ${line}`),
      ...detailLines(run, difference, language).map((line) => `      ${line}`),
      ...explanationLines(run.results, difference, language, told).map((line) =>
        line === '' ? '' : `      ${paint('dim', line)}`,
      ),
    ]),
  ]
}

/** What it is about, what was expected, what came out, by how much that is off. */
function differenceLines(results: Results, difference: Difference, language: Language): readonly string[] {
  const { about, expected, got, off } = differenceTexts(results, difference, language)
  const words = [caseWords.expected[language], caseWords.got[language]]
  const width = Math.max(...words.map(displayWidth)) + 2
  const [wanted = '', came = ''] = words.map((word) => padToWidth(word, width))
  return [about, `  ${wanted}${expected}`, `  ${came}${got}${off === '' ? '' : `   (${off})`}`]
}

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

/** What was counted, the first few of it. */
function detailLines(run: CaseRun, difference: Difference, language: Language): readonly string[] {
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
function explanationLines(
  results: Results,
  difference: Difference,
  language: Language,
  told: Set<string>,
): readonly string[] {
  const line = 'spot' in difference ? difference.spot.line : undefined
  if (!line) return []
  const row = line.item ?? line.subject
  const explanation = explain(results, {
    output: line.output.id,
    ...(row && { subjectRow: row.row }),
    ...(line.period && { period: line.period }),
  })
  if (!explanation) return []
  return ['', ...printExplanation(explanation, language, told).trimEnd().split('\n'), '']
}
