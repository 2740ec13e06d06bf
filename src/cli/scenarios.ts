import { resolve } from 'node:path'
import { runInMemory } from '../engines/memory.ts'
import type { Arguments } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { findingsText } from './print-findings.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { resultFiles } from './run-files.ts'
import { reportOfRun } from './run-report.ts'
import { type SideRun, scenarioCsv, scenarioJson, scenarioText } from './scenario-table.ts'
import { nowIn, type Settled } from './settle.ts'
import { refuse, usageFinding } from './usage.ts'
import { writtenScenarios, writtenSettings } from './what-if.ts'
import { whatIfWords } from './words-what-if.ts'
import { safeFileName, writeFolder } from './write-files.ts'

/** `bylaw run --scenario a.scenario.yaml --scenario b.scenario.yaml`: the policy as it is written, and each of them. */
export async function runScenarios(settled: Settled, args: Arguments, io: Io): Promise<ExitCode> {
  const { compiled, files, language } = settled
  const written = await writtenScenarios(args, compiled, files.sources, io)
  if (written.found.length > 0) return refuse(io, language, written.found)
  const set = writtenSettings(args, compiled, files.sources)
  const all = [...written.scenarios, ...(set ? [{ name: 'set', ...set }] : [])]
  const wrong = all.filter(({ found }) => found.length > 0)
  for (const { found, sources } of wrong) {
    const seen = { ...files, sources: [...files.sources, ...sources] }
    io.err(findingsText(found, seen, 'pretty', language, io.paintErr))
  }
  if (wrong.length > 0) return 2
  const base: Settled = settled
  const settledRuns = [
    { name: whatIfWords.base[language], settled: base },
    ...all.flatMap(({ name, changed, compiled: next }) => {
      const plan = next?.plan
      if (!plan) return []
      const now = nowIn(base)
      const { opening } = base.run.results.engine
      const options = { opening, ...(now !== undefined && { now }) }
      const run = runInMemory(plan, base.loaded.rows, base.run.span, options)
      return [{ name, settled: { ...base, plan, run, whatIf: changed } }]
    }),
  ]
  const reports = settledRuns.map((one) => ({ ...one, report: reportOfRun(one.settled) }))
  const runs: readonly SideRun[] = reports.map((one) => ({
    name: one.name,
    changed: one.settled.whatIf ?? [],
    payouts: one.report.payouts,
  }))
  const out = args.options.get('out')
  if (out !== undefined) {
    const taken = new Set<string>()
    const entries = reports.flatMap(({ name, settled: one, report }) => {
      const folder = safeFileName(name, taken)
      return [...resultFiles(one, report, () => {})].map(
        ([path, text]) => [`${folder}/${path}`, text] as const,
      )
    })
    const comparison = [
      ['scenarios.csv', scenarioCsv(runs, language)],
      ['scenarios.json', scenarioJson(settled, runs)],
    ] as const
    try {
      await writeFolder(resolve(io.cwd, out), new Map([...comparison, ...entries]))
    } catch (error) {
      const path = showPath(resolve(io.cwd, out), io.cwd)
      return refuse(io, language, [usageFinding('BY909', { path, reason: reasonOf(error) })])
    }
  }
  const format = args.options.get('format')
  if (format === 'json') io.out(scenarioJson(settled, runs))
  else if (format === 'csv') io.out(scenarioCsv(runs, language))
  else io.out(scenarioText(settled, runs, io))
  const incomplete = reports.some(
    ({ report }) => report.held.length > 0 || report.unplaced.length > 0 || report.problems.length > 0,
  )
  return incomplete ? 1 : 0
}
