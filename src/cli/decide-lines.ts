import { fillWords } from '../base/fill-words.ts'
import type { Language, Words } from '../base/language.ts'
import { reasonText } from '../base/render.ts'
import { printable } from '../base/render-frame.ts'
import { type Answer, type AnswerReason, reasonLine } from '../targets/decide/answer.ts'
import { decideWords } from './decide-words.ts'

/** What came of one request: an answer, or why what stands there is no request. `line`: from 1, of several. */
export type Decided = {
  readonly line: number | undefined
  readonly answer: Answer | undefined
  readonly broken: AnswerReason | undefined
}

/** `approval  level 1 · row 2 of “discount” (policy.bylaw:17)`, a reason below it. */
export function decidedText(
  { line, answer, broken }: Decided,
  language: Language,
  explained: boolean,
): string {
  const head = line === undefined ? '' : `${fillWords(decideWords.line, language, { line: String(line) })}  `
  if (answer === undefined || answer.state !== 'decided') {
    const reasons = answer && answer.problems.length > 0 ? answer.problems : [answer?.reason ?? broken]
    const word = wordOf(answer?.reason ?? broken)
    const why = reasons.flatMap((reason) => (reason ? [`\n  ${reasonLine(reason, language)}`] : []))
    const tree = explained && answer?.problems.length === 0 ? `\n\n${answer.explain().text(language)}` : ''
    return `${head}${word[language]}${why.map(printableLines).join('')}${tree}\n`
  }
  const results = Object.entries(answer.results)
  const parts = results.map(([name, value], i) => (i === 0 ? String(value) : `${name} ${value}`))
  const open = Object.entries(answer.reasons).map(
    ([name, reason]) => `\n  ${name}: ${wordOf(reason)[language]}, ${reasonLine(reason, language)}`,
  )
  const row = answer.row
  const where = row
    ? `\n  ${fillWords(decideWords.row, language, { row: String(row.row), table: row.table, file: row.file, line: String(row.line) })}`
    : ''
  const tree = explained ? `\n\n${answer.explain().text(language)}` : ''
  return `${head}${printable(parts.join('  '))}${printableLines(where)}${open.map(printableLines).join('')}${tree}\n`
}

function wordOf(reason: AnswerReason | undefined): Words {
  return reason?.state === 'not-applicable' ? decideWords.notApplicable : decideWords.undecided
}

/** Lines of our own, each safe to print. */
function printableLines(text: string): string {
  return text
    .split('\n')
    .map((one) => printable(one))
    .join('\n')
}

/** One object: what a program reads. Reasons carry their code and words, and their text in one language. */
export function decidedJson(
  { line, answer, broken }: Decided,
  language: Language,
  explained: boolean,
): object {
  const reason = answer?.reason ?? broken
  const reasons = Object.entries(answer?.reasons ?? {})
  const problems = answer?.problems ?? (broken ? [broken] : [])
  return {
    ...(line !== undefined && { line }),
    state: answer?.state ?? 'undecided',
    results: answer?.results ?? {},
    ...(answer?.row && { row: answer.row }),
    ...(reason && { reason: reasonJson(reason, language) }),
    ...(answer?.state === 'decided' &&
      reasons.length > 0 && {
        reasons: Object.fromEntries(reasons.map(([name, one]) => [name, reasonJson(one, language)])),
      }),
    ...(problems.length > 1 && { problems: problems.map((one) => reasonJson(one, language)) }),
    ...(explained && answer && { explanation: answer.explain().tree }),
  }
}

function reasonJson({ code, args, path }: AnswerReason, language: Language): object {
  return { ...(path !== undefined && { path }), code, args, text: reasonText({ code, args }, language) }
}
