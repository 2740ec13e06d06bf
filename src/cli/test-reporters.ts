import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { nearest } from '../base/nearest.ts'
import { type Paint, plain } from '../base/render-paint.ts'
import type { CaseReport } from '../review/cases/report.ts'
import { type Arguments, failed, type Outcome } from './command.ts'
import type { Io } from './io.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { githubCases, jsonCases, junitCases, tapCases } from './test-machine.ts'
import { prettyCases } from './test-pretty.ts'
import { usageFinding } from './usage.ts'
import { replaceFile } from './write-files.ts'

const reporters = ['pretty', 'json', 'junit', 'github', 'tap'] as const
type Reporter = (typeof reporters)[number]

/** `--reporter junit=report.xml`: to a file, without one to standard output. */
export type ReporterChoice = { readonly reporter: Reporter; readonly file?: string }

/** The reporters that are asked for; one for people where none is. Only one can have standard output. */
export function chooseReporters(args: Arguments): Outcome<readonly ReporterChoice[]> {
  const written = args.options.get('reporter')?.split('\n') ?? ['pretty']
  const chosen: ReporterChoice[] = []
  for (const value of written) {
    const at = value.indexOf('=')
    const name = at < 0 ? value : value.slice(0, at)
    const reporter = reporters.find((one) => one === name)
    const file = at < 0 ? undefined : value.slice(at + 1)
    const choices = nearest(name, reporters) ?? reporters.join(' | ')
    if (!reporter || file === '')
      return failed(
        usageFinding('BY903', {
          option: '--reporter',
          value,
          choices: reporter ? `${reporter}=FILE` : choices,
        }),
      )
    if (file === undefined && chosen.some((one) => one.file === undefined))
      return failed(usageFinding('BY903', { option: '--reporter', value, choices: `${reporter}=FILE` }))
    chosen.push({ reporter, ...(file !== undefined && { file }) })
  }
  return { ok: true, value: chosen }
}

/** Prints a report, or writes it, as each reporter tells it. */
export async function writeReports(
  report: CaseReport,
  chosen: readonly ReporterChoice[],
  io: Io,
): Promise<Outcome<undefined>> {
  for (const { reporter, file } of chosen) {
    const text = reportText(report, reporter, file === undefined ? io.paintOut : plain)
    if (file === undefined) io.out(text)
    else {
      const path = resolve(io.cwd, file)
      try {
        await mkdir(dirname(path), { recursive: true })
        await replaceFile(path, text)
      } catch (error) {
        return failed(usageFinding('BY909', { path: showPath(path, io.cwd), reason: reasonOf(error) }))
      }
    }
  }
  return { ok: true, value: undefined }
}

function reportText(report: CaseReport, reporter: Reporter, paint: Paint): string {
  switch (reporter) {
    case 'pretty':
      return prettyCases(report, paint)
    case 'json':
      return jsonCases(report)
    case 'junit':
      return junitCases(report)
    case 'github':
      return githubCases(report)
    case 'tap':
      return tapCases(report)
  }
}
