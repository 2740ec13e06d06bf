import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Language } from '../base/language.ts'
import { hasErrors } from '../base/render.ts'
import { loadFolder } from '../data/folder.ts'
import type { Output, Plan } from '../plan/plan.ts'
import { type OtherRows, partOf } from '../targets/decide/among.ts'
import type { Arguments } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { findingsText } from './print-findings.ts'
import { type PolicyFiles, showPath } from './read-policy.ts'
import { readSettings } from './settings.ts'
import { refuse, usageFinding } from './usage.ts'

type Read =
  | { readonly ok: true; readonly rows: OtherRows | undefined }
  | { readonly ok: false; readonly code: ExitCode }

/**
 * The rows of `--data` that a clause looks at. Of a record without a file there are none to look at, and what looks at
 * them says so; a file that cannot be read stops the command. What is wrong has been said on stderr.
 */
export async function otherRows(
  args: Arguments,
  plan: Plan,
  output: Output,
  files: PolicyFiles,
  language: Language,
  io: Io,
): Promise<Read> {
  const written = args.options.get('data')
  if (written === undefined) return { ok: true, rows: undefined }
  const folder = resolve(io.cwd, written)
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder)
    return {
      ok: false,
      code: refuse(io, language, [usageFinding('BY914', { path: showPath(folder, io.cwd) })]),
    }
  const settings = await readSettings(files.folder, async () => plan, io)
  const say = (found: typeof settings.found) => {
    if (found.length === 0) return
    const sources = [...files.sources, ...settings.sources]
    io.err(findingsText(found, { ...files, sources }, 'pretty', language, io.paintErr))
  }
  say(settings.found)
  if (hasErrors(settings.found)) return { ok: false, code: 2 }
  const loaded = loadFolder(partOf(plan, output), folder, settings.config)
  const isAbsent = (problem: (typeof loaded.problems)[number]) => problem.diagnostic.code === 'BY730'
  say(loaded.problems.filter((one) => !isAbsent(one)).map(({ diagnostic }) => diagnostic))
  const absent = new Set(loaded.problems.filter(isAbsent).map(({ relation }) => relation))
  if (loaded.unreadable.some((id) => !absent.has(id))) return { ok: false, code: 2 }
  return { ok: true, rows: loaded }
}
