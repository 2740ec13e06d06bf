import { join } from 'node:path'
import { fillWords } from '../base/fill-words.ts'
import { hasErrors } from '../base/render.ts'
import type { Source } from '../base/span.ts'
import type { Case } from '../review/cases/case.ts'
import type { CaseOutcome } from '../review/cases/case-run.ts'
import { readCases } from '../review/cases/read-cases.ts'
import { caseWords } from '../review/cases/report-words.ts'
import { goldenUpdates, updatesOf, withEdits } from '../review/cases/update.ts'
import { failed, type Outcome } from './command.ts'
import type { Io } from './io.ts'
import { reasonOf } from './read-policy.ts'
import type { Tested } from './tested-policy.ts'
import { usageFinding } from './usage.ts'
import { replaceFile } from './write-files.ts'

/** The files of cases after their results were written, and their cases. */
export type Updated = { readonly sources: readonly Source[]; readonly cases: readonly Case[] }

/** Writes what came out into the files of cases; undefined where nothing in them would change. */
export async function updateCases(
  { plan, caseFiles, files: policy, language }: Tested,
  runs: readonly CaseOutcome[],
  io: Io,
): Promise<Outcome<Updated | undefined>> {
  const edits = updatesOf(runs)
  const golden = goldenUpdates(runs)
  if (edits.length === 0 && golden.size === 0) return { ok: true, value: undefined }
  const sources = withEdits(caseFiles.sources, edits)
  const { cases, found } = readCases(plan, sources)
  // What cannot be read again must not be written: a mistake of ours would cost somebody his file.
  if (hasErrors(found)) throw new Error(`an update of cases is no longer a file of cases: ${found[0]?.code}`)
  const changed = [...new Set(edits.map(({ span }) => span.source))]
  const files = new Map<string, { readonly location: string; readonly text: string }>()
  for (const [name, text] of golden) files.set(name, { location: join(policy.folder, name), text })
  for (const name of changed) {
    const location = caseFiles.locationOf(name)
    const text = sources.find((source) => source.name === name)?.text
    if (location === undefined || text === undefined) continue
    files.set(name, { location, text: caseFiles.marked(name) ? `\ufeff${text}` : text })
  }
  for (const [name, { location, text }] of files) {
    try {
      await replaceFile(location, text)
    } catch (error) {
      return failed(usageFinding('BY909', { path: name, reason: reasonOf(error) }))
    }
  }
  const count = String(edits.length + golden.size)
  const names = [...files.keys()].join(', ')
  io.err(`${fillWords(caseWords.updated, language, { count, files: names })}\n`)
  return { ok: true, value: { sources, cases } }
}
