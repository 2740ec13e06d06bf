import { resolve } from 'node:path'
import type { Plan } from '../plan/plan.ts'
import type { Case } from '../review/cases/case.ts'
import { runCase } from '../review/cases/run-case.ts'
import { type Arguments, type Command, failed, type Outcome } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { showPath } from './read-policy.ts'
import { reportOfCases } from './test-report.ts'
import { chooseReporters, type ReporterChoice, writeReports } from './test-reporters.ts'
import { updateCases } from './test-update.ts'
import { type Tested, testedPolicy } from './tested-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { fillWords } from './words.ts'
import { caseWords } from './words-cases.ts'

/** `bylaw test`: runs the cases beside a policy. */
export const test: Command = async (args, io) => {
  const chosen = chooseReporters(args)
  if (!chosen.ok) return refuse(io, chooseLanguage(args, io), chosen.found)
  // What a review is for must not be written by the machine that reviews.
  if (args.options.has('update') && isCi(io))
    return refuse(io, chooseLanguage(args, io), [usageFinding('BY961', {})])
  return args.options.has('watch')
    ? watched(args, chosen.value, io)
    : (await once(args, chosen.value, io)).code
}

function isCi({ env }: Io): boolean {
  return !['', '0', 'false', undefined].includes(env.CI)
}

async function once(
  args: Arguments,
  reporters: readonly ReporterChoice[],
  io: Io,
): Promise<{ readonly code: ExitCode; readonly tested?: Tested }> {
  const tested = await testedPolicy(args, io)
  if (!tested.ok) return { code: tested.code }
  const { plan, language } = tested.value
  const cases = chooseCases(tested.value, args, io)
  if (!cases.ok) return { code: refuse(io, language, cases.found), tested: tested.value }
  let runs = timed(plan, cases.value, io)
  let { sources } = tested.value.caseFiles
  if (args.options.has('update')) {
    const updated = await updateCases(
      tested.value,
      runs.map(({ run }) => run),
      io,
    )
    if (!updated.ok) return { code: refuse(io, language, updated.found), tested: tested.value }
    if (updated.value) {
      const names = new Set(cases.value.map(({ name }) => name))
      runs = timed(
        plan,
        updated.value.cases.filter(({ name }) => names.has(name)),
        io,
      )
      sources = updated.value.sources
    }
  }
  const report = reportOfCases(runs, plan.policy.title ?? plan.policy.id, sources, language)
  const written = await writeReports(report, reporters, io)
  if (!written.ok) return { code: refuse(io, language, written.found), tested: tested.value }
  return { code: report.failed === 0 ? 0 : 1, tested: tested.value }
}

function timed(plan: Plan, cases: readonly Case[], io: Io) {
  return cases.map((one) => {
    const started = io.now()
    const run = runCase(plan, one)
    return { run, took: io.now() - started }
  })
}

const example = '{ cases: [ { name: …, period: 2026-Q1, given: { … }, expect: { … } } ] }'

function chooseCases({ cases, files }: Tested, args: Arguments, io: Io): Outcome<readonly Case[]> {
  if (cases.length === 0)
    return failed(usageFinding('BY962', { path: showPath(files.folder, io.cwd), example }))
  const filter = args.options.get('filter')
  if (filter === undefined) return { ok: true, value: cases }
  const chosen = cases.filter(({ name }) => plain(name).includes(plain(filter)))
  if (chosen.length > 0) return { ok: true, value: chosen }
  const names = cases.slice(0, 8).map(({ name }) => name)
  return failed(usageFinding('BY963', { text: filter, names: names.join(' | ') }))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Runs again whenever a file of the policy changes; the exit code is that of the last run. */
async function watched(args: Arguments, reporters: readonly ReporterChoice[], io: Io): Promise<ExitCode> {
  const { whileWatching } = await import('./watch.ts')
  const first = await once(args, reporters, io)
  let { code } = first
  const folder = first.tested?.files.folder ?? io.cwd
  const language = first.tested?.language ?? chooseLanguage(args, io)
  const told = () =>
    io.err(`${fillWords(caseWords.watching, language, { folder: showPath(folder, io.cwd) })}\n`)
  told()
  await whileWatching(
    folder,
    new Set(reporters.flatMap(({ file }) => (file === undefined ? [] : [resolve(io.cwd, file)]))),
    async () => {
      code = (await once(args, reporters, io)).code
      told()
    },
    io.interrupted?.() ?? new Promise(() => undefined),
  )
  return code
}
