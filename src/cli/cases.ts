import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fillWords } from '../base/fill-words.ts'
import type { Case } from '../review/cases/case.ts'
import type { CaseInput } from '../review/cases/run-case.ts'
import { missingText } from '../review/coverage/say.ts'
import { suggestMissing } from '../review/suggest/suggest-missing.ts'
import { casesText } from '../review/suggest/write-cases.ts'
import { caseInputs } from './case-data.ts'
import type { Command } from './command.ts'
import { chooseLanguage } from './language.ts'
import { progressOn } from './progress.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { caseFindings, testedPolicy } from './tested-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { coverWords } from './words-cover.ts'
import { replaceFile } from './write-files.ts'

/** `bylaw cases suggest`: writes the cases that a policy lacks, with what it comes to today. */
export const cases: Command = async (args, io) => {
  const [what, ...positionals] = args.positionals
  if (what !== 'suggest')
    return refuse(io, chooseLanguage(args, io), [usageFinding('BY966', { word: what ?? '' })])
  const tested = await testedPolicy({ ...args, positionals }, io)
  if (!tested.ok) return tested.code
  const { files, language, cases: known } = tested.value
  const out = args.options.get('out')
  const path = out === undefined ? undefined : resolve(io.cwd, out)
  const shown = path === undefined ? '' : showPath(path, io.cwd)
  // What somebody has confirmed is never written over.
  if (path !== undefined && (await exists(path)))
    return refuse(io, language, [usageFinding('BY967', { path: shown })])
  const inputs = new Map<Case, CaseInput>()
  const inputOf = caseInputs(tested.value, io)
  for (const one of known) {
    const input = await inputOf(one)
    if (!input.ok) return refuse(io, language, input.found)
    inputs.set(one, input.value)
  }
  const { caseFiles, accepted, plan } = tested.value
  const texts = { policy: files.sources, cases: caseFiles.sources, forms: files.forms }
  const progress = progressOn(io)
  const missing = suggestMissing(
    texts,
    known,
    accepted,
    (one) => inputs.get(one) ?? {},
    (done, total) => progress.step(coverWords.looking[language], done, total),
  )
  progress.end()
  const { cases: suggested, unreached, unlooked, found } = missing
  if (found.length > 0) io.err(caseFindings(found, caseFiles, files, language, io))
  if (suggested.length === 0) io.err(`${coverWords.noneMissing[language]}\n`)
  else {
    const text = casesText(suggested, plan.policy.language)
    if (path === undefined) io.out(text)
    else {
      try {
        await replaceFile(path, text)
      } catch (error) {
        return refuse(io, language, [usageFinding('BY909', { path: shown, reason: reasonOf(error) })])
      }
    }
    const count = String(suggested.length)
    const words = suggested.length === 1 ? coverWords.oneSuggested : coverWords.suggested
    io.err(`${fillWords(words, language, { count })}${path === undefined ? '' : ` → ${shown}`}\n`)
  }
  if (unreached.length > 0) {
    io.err(`${coverWords.unreached[language]}\n`)
    for (const { point, why } of unreached) {
      const place = `${files.pathOf(point.place.file)}:${point.place.line}`
      io.err(`  ${place}  ${missingText(point, language)}  (${coverWords[why][language]})\n`)
    }
  }
  if (unlooked > 0) io.err(`${fillWords(coverWords.unlooked, language, { count: String(unlooked) })}\n`)
  return 0
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
