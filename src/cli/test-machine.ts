import { fillWords } from '../base/fill-words.ts'
import { mostAnnotations, workflowCommand } from '../base/render-github.ts'
import { type CaseReport, type ReportedCase, summaryOf } from '../review/cases/report.ts'
import { caseWords } from '../review/cases/report-words.ts'
import { differenceLines } from './test-pretty.ts'

/** What came of cases as data. Nothing in it changes from run to run; `version` changes when a reader would break. */
export function jsonCases({ policy, cases, passed, failed }: CaseReport): string {
  const report = {
    version: 1,
    policy,
    cases: cases.map(({ name, file, at, passed: right, differences }) => ({
      name,
      file,
      line: at.line,
      passed: right,
      differences,
    })),
    passed,
    failed,
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

/** The form that build servers read: a suite for each file. */
export function junitCases(report: CaseReport): string {
  const { cases, policy } = report
  const suites = [...new Set(cases.map(({ file }) => file))].map((file) => {
    const own = cases.filter((one) => one.file === file)
    return [
      `  <testsuite name="${xml(file)}" ${counts(own)}>`,
      ...own.flatMap((one) => junitCase(one, report)),
      '  </testsuite>',
    ].join('\n')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(policy)}" ${counts(cases)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n')
}

function counts(cases: readonly ReportedCase[]): string {
  const failures = cases.filter(({ passed }) => !passed).length
  const took = cases.reduce((sum, one) => sum + one.took, 0)
  return `tests="${cases.length}" failures="${failures}" errors="0" time="${seconds(took)}"`
}

function junitCase(one: ReportedCase, { language }: CaseReport): readonly string[] {
  const { name, file, at, differences, took } = one
  const head = `    <testcase name="${xml(name)}" classname="${xml(file)}" file="${xml(file)}" line="${at.line}" time="${seconds(took)}"`
  if (differences.length === 0) return [`${head}/>`]
  return [
    `${head}>`,
    ...differences.map((difference) => {
      const text = [...differenceLines(difference, language), ...difference.details, difference.explanation]
      const message = `${difference.about}: ${difference.expected} ≠ ${difference.got}`
      return `      <failure type="${difference.is}" message="${xml(message).replaceAll('\n', '&#10;')}">${xml(text.join('\n').trimEnd())}</failure>`
    }),
    '    </testcase>',
  ]
}

function seconds(milliseconds: number): string {
  const whole = Math.round(milliseconds)
  return `${Math.floor(whole / 1000)}.${String(whole % 1000).padStart(3, '0')}`
}

/** Text for XML, without the characters that it cannot hold. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Workflow commands of GitHub: the first ten differences beside their lines, then the summary. */
export function githubCases(report: CaseReport): string {
  const { cases, language } = report
  const all = cases.flatMap(({ name, file, differences }) =>
    differences.map((difference) =>
      workflowCommand(
        'error',
        [
          ['file', file],
          ['line', difference.at.line],
          ['col', difference.at.column],
          ['title', name],
        ],
        [...differenceLines(difference, language), ...difference.details].join('\n'),
      ),
    ),
  )
  const rest =
    all.length > mostAnnotations
      ? fillWords(caseWords.annotated, language, { count: String(mostAnnotations) })
      : ''
  return `${[...all.slice(0, mostAnnotations), summaryOf(report) + rest].join('\n')}\n`
}

/** TAP, version 14: what came out beside what was expected is the YAML under a line. */
export function tapCases({ cases, language }: CaseReport): string {
  const lines = cases.flatMap((one, i) => {
    const name = one.name.replaceAll('\\', '\\\\').replaceAll('#', '\\#').replaceAll('\n', ' ')
    if (one.passed) return [`ok ${i + 1} - ${name}`]
    const about = one.differences.flatMap((difference) => [
      `    - message: ${JSON.stringify(differenceLines(difference, language)[0])}`,
      `      expected: ${JSON.stringify(difference.expected)}`,
      `      got: ${JSON.stringify(difference.got)}`,
      `      at: ${JSON.stringify(`${one.file}:${difference.at.line}:${difference.at.column}`)}`,
    ])
    return [`not ok ${i + 1} - ${name}`, '  ---', '  differences:', ...about, '  ...']
  })
  return `${['TAP version 14', `1..${cases.length}`, ...lines].join('\n')}\n`
}
