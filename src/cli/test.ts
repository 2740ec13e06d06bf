import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Case } from '../review/cases/case.ts'
import { type CaseOutcome, outcomeOf } from '../review/cases/case-run.ts'
import { planParts } from '../review/cases/plan-parts.ts'
import { reportOfCases } from '../review/cases/report.ts'
import { caseWords } from '../review/cases/report-words.ts'
import { runCase } from '../review/cases/run-case.ts'
import { caseInputs } from './case-data.ts'
import { type Arguments, type Command, failed, type Outcome } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { progressOn } from './progress.ts'
import { showPath } from './read-policy.ts'
import { chooseReporters, type ReporterChoice, writeReports } from './test-reporters.ts'
import { updateCases } from './test-update.ts'
import { type Tested, testedPolicy } from './tested-policy.ts'
import { refuse, usageFinding } from './usage.ts'

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

type Once = { readonly code: ExitCode; readonly tested?: Tested }

async function once(args: Arguments, reporters: readonly ReporterChoice[], io: Io): Promise<Once> {
  const asked = await testedPolicy(args, io)
  if (!asked.ok) return { code: asked.code }
  const tested = asked.value
  const { language, plan } = tested
  const stop = (found: readonly Diagnostic[]): Once => ({ code: refuse(io, language, found), tested })
  const cases = chooseCases(tested, args, io)
  if (!cases.ok) return stop(cases.found)
  let runs = await runAll(tested, cases.value, io)
  if (!runs.ok) return stop(runs.found)
  let { sources } = tested.caseFiles
  if (args.options.has('update')) {
    const got = runs.value.map(({ run }) => run)
    const updated = await updateCases(tested, got, io)
    if (!updated.ok) return stop(updated.found)
    if (updated.value) {
      const names = new Set(cases.value.map(({ name }) => name))
      const again = updated.value.cases.filter(({ name }) => names.has(name))
      runs = await runAll(tested, again, io)
      if (!runs.ok) return stop(runs.found)
      sources = updated.value.sources
    }
  }
  const report = reportOfCases(runs.value, plan.policy.title ?? plan.policy.id, sources, language)
  const written = await writeReports(report, reporters, io)
  if (!written.ok) return stop(written.found)
  return { code: report.failed === 0 ? 0 : 1, tested }
}

type TimedRun = { readonly run: CaseOutcome; readonly took: number }

async function runAll(tested: Tested, cases: readonly Case[], io: Io): Promise<Outcome<readonly TimedRun[]>> {
  const inputOf = caseInputs(tested, io)
  const lookedAt = planParts(tested.plan)
  const runs: TimedRun[] = []
  const progress = progressOn(io)
  for (const one of cases) {
    const input = await inputOf(one)
    if (!input.ok) {
      progress.end()
      return input
    }
    const started = io.now()
    const run = outcomeOf(runCase(lookedAt(one).plan, one, input.value))
    // What failed is explained with all that the policy works out.
    const told = run.passed ? run : outcomeOf(runCase(tested.plan, one, input.value))
    runs.push({ run: told, took: io.now() - started })
    progress.step(caseWords.running[tested.language], runs.length, cases.length)
  }
  progress.end()
  return { ok: true, value: runs }
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
  const folder = await watchedFolder(args, io)
  const written = reporters.flatMap(({ file }) => (file === undefined ? [] : [resolve(io.cwd, file)]))
  let code: ExitCode = 2
  const run = async () => {
    const { code: last, tested } = await once(args, reporters, io)
    code = last
    const language = tested?.language ?? chooseLanguage(args, io)
    io.err(`${fillWords(caseWords.watching, language, { folder: showPath(folder, io.cwd) })}\n`)
  }
  await whileWatching(folder, new Set(written), run, io.interrupted?.() ?? new Promise(() => undefined))
  return code
}

/** The folder of the policy, which is looked at also while the policy cannot be read. */
async function watchedFolder({ positionals }: Arguments, io: Io): Promise<string> {
  const path = resolve(io.cwd, positionals[0] ?? '.')
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return path
  return found ? dirname(path) : io.cwd
}
