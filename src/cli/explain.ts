import type { Diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { moreText } from '../base/render-words.ts'
import { explainLine } from '../targets/evaluate/explain.ts'
import type { ResultLine } from '../targets/evaluate/results.ts'
import { type Command, failed, type Outcome } from './command.ts'
import { printPages, totalFirst } from './explain-lines.ts'
import { chooseLanguage } from './language.ts'
import { type Settled, settle } from './settle.ts'
import { refuse, usageFinding } from './usage.ts'

/** A person with thousands of deals is not explained deal by deal on a terminal. */
const most = 40

/** `bylaw explain`: how the results of one person came about. */
export const explain: Command = async (args, io) => {
  const subject = args.options.get('subject')
  if (subject === undefined) {
    const example = 'bylaw explain --subject R-17 --period 2026-Q3'
    const found = usageFinding('BY904', { command: 'explain', option: '--subject', example })
    return refuse(io, chooseLanguage(args, io), [found])
  }
  const whole = args.options.has('period')
    ? args
    : { ...args, options: new Map([...args.options, ['period', 'all']]) }
  const settled = await settle(whole, io, 'explain')
  if (!settled.ok) return settled.code
  const { language } = settled.value
  const chosen = choose(settled.value, subject, args.options.get('clause'), !args.options.has('period'))
  if (!chosen.ok) return refuse(io, language, chosen.found)
  const lines = chosen.value
  const explanations = lines.slice(0, most).map((line) => explainLine(settled.value.run.results, line))
  if (args.options.has('json')) {
    io.out(`${JSON.stringify({ version: 1, explanations }, undefined, 2)}\n`)
    return 0
  }
  io.out(printPages(explanations, language).join('\n'))
  if (lines.length > most) io.out(`\n${moreText(lines.length - most, language)}\n`)
  return 0
}

/** The lines that are asked about; in a run of everything those of the last period that has some. */
function choose(
  settled: Settled,
  subject: string,
  clause: string | undefined,
  lastOnly: boolean,
): Outcome<readonly ResultLine[]> {
  const { plan, run, asked } = settled
  const output =
    clause === undefined
      ? undefined
      : plan.outputs.find((o) => o.id === clause || o.title === clause || o.releases === clause)
  if (clause !== undefined && !output) return failed(noClause(settled, clause))
  const own = run.lines.filter((line) => isSubject(line, subject))
  if (own.length === 0) return failed(noSubject(settled, subject))
  const wanted = own.filter((line) => (output ? line.output.id === output.id : true))
  // What does not apply to somebody is explained when it is asked for by name.
  const shown = output ? wanted : wanted.filter((line) => line.value.is !== 'not-applicable')
  const last = lastOnly ? lastPeriod(shown) : shown
  if (last.length === 0) return failed(usageFinding('BY918', { subject, period: asked.key }))
  return { ok: true, value: totalFirst(last) }
}

function isSubject(line: ResultLine, text: string): boolean {
  const { subject, item } = line
  return subject?.key === text || subject?.label === text || item?.key === text || item?.of === text
}

function lastPeriod(lines: readonly ResultLine[]): readonly ResultLine[] {
  const starts = lines.flatMap((line) => line.period?.start ?? [])
  const last = Math.max(...starts)
  return starts.length === 0
    ? lines
    : lines.filter((line) => (line.period?.start ?? line.posting ?? 0) >= last)
}

function noClause(settled: Settled, clause: string): Diagnostic {
  const names = settled.plan.outputs.flatMap((o) => [o.id, ...(o.title === undefined ? [] : [o.title])])
  const ids = settled.plan.outputs.map((o) => o.id)
  return usageFinding('BY912', { clause, choices: nearest(clause, names) ?? ids.slice(0, 8).join(' | ') })
}

function noSubject(settled: Settled, subject: string): Diagnostic {
  const subjects = settled.run.lines.flatMap((line) => line.subject ?? [])
  const names = new Set(subjects.flatMap((s) => [s.key, ...(s.label === undefined ? [] : [s.label])]))
  const keys = [...new Set(subjects.map((s) => s.key))]
  return usageFinding('BY911', { subject, choices: nearest(subject, names) ?? keys.slice(0, 5).join(' | ') })
}
