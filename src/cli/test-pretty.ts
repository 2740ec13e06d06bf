import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import type { Paint } from '../base/render-paint.ts'
import { displayWidth, padToWidth } from '../base/width.ts'
import {
  type CaseReport,
  countedCases,
  type ReportedCase,
  type ReportedDifference,
  summaryOf,
} from '../review/cases/report.ts'
import { caseWords } from '../review/cases/report-words.ts'

/** A policy that is broken fails all cases at once: the first few say why. */
const mostExplained = 20

/** What came of cases, for people: each that failed, what was expected beside what came out, and how that came about. */
export function prettyCases(report: CaseReport, paint: Paint): string {
  const { cases, language } = report
  const explained = new Set(cases.filter(({ passed }) => !passed).slice(0, mostExplained))
  const blocks = [...new Set(cases.map(({ file }) => file))].map((file) => {
    const own = cases.filter((one) => one.file === file)
    const failed = own.filter(({ passed }) => !passed)
    const mark = failed.length === 0 ? paint('help', '✓') : paint('error', '✗')
    const head = `${mark} ${paint('strong', file)}  ${paint('dim', countedCases(own.length, language))}`
    return [head, ...failed.flatMap((one) => failedLines(one, explained.has(one), language, paint))].join(
      '\n',
    )
  })
  const rest =
    report.failed > mostExplained
      ? [fillWords(caseWords.explained, language, { count: String(mostExplained) })]
      : []
  return `${[...blocks, '', ...rest, paint('strong', summaryOf(report))].join('\n')}\n`
}

function failedLines(
  { name, file, at, differences }: ReportedCase,
  explained: boolean,
  language: Language,
  paint: Paint,
): readonly string[] {
  return [
    '',
    `  ${paint('error', '✗')} ${paint('strong', name)}  ${paint('dim', `${file}:${at.line}`)}`,
    ...differences.flatMap((difference) => [
      ...differenceLines(difference, language).map((line) => `    ${line}`),
      ...difference.details.map((line) => `      ${line}`),
      ...(explained ? explanationLines(difference) : []).map((line) =>
        line === '' ? '' : `      ${paint('dim', line)}`,
      ),
    ]),
  ]
}

function explanationLines({ explanation }: ReportedDifference): readonly string[] {
  return explanation === '' ? [] : ['', ...explanation.split('\n'), '']
}

/** What it is about, then what was expected over what came out. */
export function differenceLines(
  { about, expected, got, off }: ReportedDifference,
  language: Language,
): readonly string[] {
  const words = [caseWords.expected[language], caseWords.got[language]]
  const width = Math.max(...words.map(displayWidth)) + 2
  const [wanted = '', came = ''] = words.map((word) => padToWidth(word, width))
  return [about, `  ${wanted}${expected}`, `  ${came}${got}${off === '' ? '' : `   (${off})`}`]
}
