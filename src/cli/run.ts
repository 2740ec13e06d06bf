import { resolve } from 'node:path'
import type { Command } from './command.ts'
import type { ExitCode } from './io.ts'
import { progressOn } from './progress.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { resultsJson } from './results-json.ts'
import { payoutsCsv, resultFiles } from './run-files.ts'
import { type RunReport, reportOfRun } from './run-report.ts'
import { runText } from './run-text.ts'
import { settle } from './settle.ts'
import { refuse, usageFinding } from './usage.ts'
import { words } from './words.ts'
import { writeFolder } from './write-files.ts'

/** `bylaw run`: pays one period. The files of `--out` are written whole or not at all. */
export const run: Command = async (args, io) => {
  const settled = await settle(args, io, 'run')
  if (!settled.ok) return settled.code
  const { value } = settled
  if (args.options.has('scenario')) {
    const { runScenarios } = await import('./scenarios.ts')
    return runScenarios(value, args, io)
  }
  const report = reportOfRun(value)
  const out = args.options.get('out')
  const written = out === undefined ? undefined : showPath(resolve(io.cwd, out), io.cwd)
  if (out !== undefined && written !== undefined) {
    const progress = progressOn(io)
    const files = resultFiles(value, report, (done, total) =>
      progress.step(words.statements[value.language], done, total),
    )
    progress.end()
    try {
      await writeFolder(resolve(io.cwd, out), files)
    } catch (error) {
      const found = usageFinding('BY909', { path: written, reason: reasonOf(error) })
      return refuse(io, value.language, [found])
    }
  }
  const format = args.options.get('format')
  if (format === 'json') io.out(resultsJson(value, report))
  else if (format === 'csv') io.out(payoutsCsv(report, { mark: false, lineEnd: '\n' }))
  else io.out(runText(value, report, written, io))
  return exitCode(report)
}

/** 1 when something could not be decided or placed, or a cell could not be read: the run is not complete. */
function exitCode(report: RunReport): ExitCode {
  return report.held.length > 0 || report.unplaced.length > 0 || report.problems.length > 0 ? 1 : 0
}
