import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import type { Instant } from '../base/local-time.ts'
import { countBySeverity, hasErrors, severityOf } from '../base/render.ts'
import { summaryText } from '../base/render-words.ts'
import type { Source } from '../base/span.ts'
import { type Compiled, compile } from '../compile.ts'
import { loadFolder } from '../data/folder.ts'
import type { Loaded } from '../data/read-rows.ts'
import { type Run, runInMemory } from '../engines/memory.ts'
import type { Plan } from '../plan/plan.ts'
import type { Changed } from '../review/what-if/overlay.ts'
import { type AskedPeriod, askedPeriod, knownPeriods } from '../targets/evaluate/asked-period.ts'
import type { Arguments } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { nowOf } from './now.ts'
import { policyLanguage } from './policy-language.ts'
import { readPrevious } from './previous.ts'
import { findingsText } from './print-findings.ts'
import { progressOn } from './progress.ts'
import { type PolicyFiles, readPolicy, showPath } from './read-policy.ts'
import { readSettings } from './settings.ts'
import { refuse, usageFinding } from './usage.ts'
import { writtenSettings } from './what-if.ts'
import { words } from './words.ts'

/** A policy run on its data for one period: what `run` and `explain` start from. */
export type Settled = {
  readonly files: PolicyFiles
  readonly language: Language
  readonly plan: Plan
  /** The policy as it is written. */
  readonly compiled: Compiled
  /** Where the run is a what-if: how it differs from the policy as it is written. */
  readonly whatIf?: readonly Changed[]
  readonly loaded: Loaded
  readonly asked: AskedPeriod
  readonly run: Run
}

/** The time that the run was told. */
export function nowIn({ run }: Settled): Instant | undefined {
  return run.results.engine.now
}

export type Settling =
  | { readonly ok: true; readonly value: Settled }
  | { readonly ok: false; readonly code: ExitCode }

/** Reads the policy and its data and runs it. What stops it has been said on stderr. */
export async function settle(args: Arguments, io: Io, command: string): Promise<Settling> {
  const started = io.now()
  const files = await readPolicy(args.positionals, io)
  if (!files.ok) return stop(refuse(io, chooseLanguage(args, io), files.found))
  const compiled = compile(files.value.sources, files.value.forms)
  const { program, diagnostics } = compiled
  const language = chooseLanguage(args, io, policyLanguage(program))
  const say = (found: readonly Diagnostic[], more: readonly Source[] = []) =>
    io.err(
      findingsText(
        found,
        { ...files.value, sources: [...files.value.sources, ...more] },
        'pretty',
        language,
        io.paintErr,
      ),
    )
  if (compiled.plan === undefined || hasErrors(diagnostics)) {
    say(diagnostics)
    return stop(1)
  }
  // Beside scenarios, what is set is one of them.
  const whatIf = args.options.has('scenario')
    ? undefined
    : writtenSettings(args, compiled, files.value.sources)
  if (whatIf && whatIf.found.length > 0) {
    say(whatIf.found, whatIf.sources)
    return stop(2)
  }
  const plan = whatIf?.compiled?.plan ?? compiled.plan
  const warnings = diagnostics.filter((found) => severityOf(found) !== 'notice')
  if (warnings.length > 0) {
    const counted = summaryText(countBySeverity(warnings), language)
    io.err(`${fillWords(words.checkShows, language, { counted })}\n`)
  }
  if (command === 'due' && !plan.outputs.some(({ is }) => is === 'deadline'))
    return stop(refuse(io, language, [usageFinding('BY929', {})]))
  const targets = command === 'targets'
  if (targets ? !plan.targets : plan.outputs.length === 0)
    return stop(refuse(io, language, [usageFinding('BY915', {})]))
  const written = args.options.get('period')
  if (written === undefined) {
    const example = `bylaw ${command} --period 2026-Q3`
    return stop(refuse(io, language, [usageFinding('BY904', { command, option: '--period', example })]))
  }

  const now = nowOf(args, plan)
  if (!now.ok) return stop(refuse(io, language, now.found))
  const { config, found, sources } = await readSettings(files.value.folder, async () => plan, io)
  if (found.length > 0) say(found, sources)
  if (hasErrors(found)) return stop(2)
  const folder = dataFolder(args, io, files.value)
  if (!(await isFolder(folder))) {
    return stop(refuse(io, language, [usageFinding('BY914', { path: showPath(folder, io.cwd) })]))
  }
  const loaded = loadFolder(plan, folder, config)
  const read = io.now()
  if (loaded.unreadable.length > 0) {
    say(loaded.problems.map((problem) => problem.diagnostic))
    return stop(2)
  }

  const asked = askedPeriod(plan, loaded.rows, written)
  if (!asked) {
    const known = knownPeriods(plan, loaded.rows)
    const choices = [...known, '2026-Q3', 'all']
      .filter((text, i) => text !== '2026-Q3' || i === 0)
      .join(' | ')
    return stop(refuse(io, language, [usageFinding('BY910', { period: written, choices })]))
  }
  const before = args.options.get('previous')
  const previous = before === undefined ? undefined : await readPrevious(before, plan, asked.from, io)
  if (previous && !previous.ok) return stop(refuse(io, language, [previous.found]))
  const progress = progressOn(io)
  const run = runInMemory(
    plan,
    loaded.rows,
    { from: asked.from, until: asked.until },
    {
      ...(previous && { opening: previous.opening }),
      ...(now.value !== undefined && { now: now.value }),
      onProgress: (done, total) => progress.step(words.computing[language], done, total),
    },
  )
  progress.end()
  io.err(timing(loaded, read - started, io.now() - read, language))
  return {
    ok: true,
    value: {
      files: files.value,
      language,
      plan,
      compiled,
      ...(whatIf && { whatIf: whatIf.changed }),
      loaded,
      asked,
      run,
    },
  }
}

function stop(code: ExitCode): Settling {
  return { ok: false, code }
}

function dataFolder(args: Arguments, io: Io, files: PolicyFiles): string {
  const written = args.options.get('data')
  return written === undefined ? join(files.folder, 'data') : resolve(io.cwd, written)
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** `36 rows read in 0.1 s, computed in 0.2 s`. */
function timing(loaded: Loaded, reading: number, computing: number, language: Language): string {
  let rows = 0
  for (const relation of loaded.rows.values()) rows += relation.count
  return `${fillWords(words.timing, language, {
    rows: rows.toLocaleString('en'),
    reading: seconds(reading),
    computing: seconds(computing),
  })}\n`
}

function seconds(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
