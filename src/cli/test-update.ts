import { hasErrors } from '../base/render.ts'
import type { Source } from '../base/span.ts'
import type { Case } from '../review/cases/case.ts'
import type { CaseRun } from '../review/cases/case-run.ts'
import { readCases } from '../review/cases/read-cases.ts'
import { updatesOf, withEdits } from '../review/cases/update.ts'
import { failed, type Outcome } from './command.ts'
import type { Io } from './io.ts'
import { reasonOf } from './read-policy.ts'
import type { Tested } from './tested-policy.ts'
import { usageFinding } from './usage.ts'
import { fillWords } from './words.ts'
import { caseWords } from './words-cases.ts'
import { replaceFile } from './write-files.ts'

/** The files of cases after their results were written, and their cases. */
export type Updated = { readonly sources: readonly Source[]; readonly cases: readonly Case[] }

/** Writes what came out into the files of cases; undefined where nothing in them would change. */
export async function updateCases(
  { plan, caseFiles, language }: Tested,
  runs: readonly CaseRun[],
  io: Io,
): Promise<Outcome<Updated | undefined>> {
  const edits = updatesOf(runs)
  if (edits.length === 0) return { ok: true, value: undefined }
  const sources = withEdits(caseFiles.sources, edits)
  const { cases, found } = readCases(plan, sources)
  // What cannot be read again must not be written: a mistake of ours would cost somebody his file.
  if (hasErrors(found)) throw new Error(`an update of cases is no longer a file of cases: ${found[0]?.code}`)
  const files = [...new Set(edits.map(({ span }) => span.source))]
  for (const name of files) {
    const location = caseFiles.locationOf(name)
    const text = sources.find((source) => source.name === name)?.text
    if (location === undefined || text === undefined) continue
    try {
      await replaceFile(location, caseFiles.marked(name) ? `\ufeff${text}` : text)
    } catch (error) {
      return failed(usageFinding('BY909', { path: name, reason: reasonOf(error) }))
    }
  }
  const count = String(edits.length)
  io.err(`${fillWords(caseWords.updated, language, { count, files: files.join(', ') })}\n`)
  return { ok: true, value: { sources, cases } }
}
