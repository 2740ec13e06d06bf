import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { analyse } from '../analyse.ts'
import { fillWords } from '../base/fill-words.ts'
import { lower } from '../plan/lower.ts'
import { runCase } from '../review/cases/run-case.ts'
import { acceptedPoints } from '../review/coverage/accepted-points.ts'
import { added } from '../review/coverage/coverage.ts'
import { observe } from '../review/coverage/observe.ts'
import { pointsOf } from '../review/coverage/points.ts'
import { missingText } from '../review/coverage/say.ts'
import { closureOf } from '../review/suggest/slice.ts'
import { suggest } from '../review/suggest/suggest.ts'
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
  const { checked } = analyse(files.sources, files.forms)
  const plan = lower(checked, files.sources, { written: true })
  const points = pointsOf(plan, files.sources)
  let counts: readonly number[] = points.points.map(() => 0)
  const inputOf = caseInputs(tested.value, io)
  for (const one of known) {
    const input = await inputOf(one)
    if (!input.ok) return refuse(io, language, input.found)
    counts = added(counts, observe(points, runCase(plan, one, input.value).results))
  }
  // What somebody has accepted as shown by no case is not looked for.
  const { caseFiles, accepted: all } = tested.value
  const { accepted, found } = acceptedPoints(
    points,
    all,
    caseFiles.sources,
    () => undefined,
    plan.policy.language,
  )
  if (found.length > 0) io.err(caseFindings(found, caseFiles, files, language, io))
  counts = counts.map((count, i) => (accepted.has(i) ? count + 1 : count))
  const progress = progressOn(io)
  const { suggestions, unreached } = suggest(plan, points, counts, (done, total) =>
    progress.step(coverWords.looking[language], done, total),
  )
  progress.end()
  if (suggestions.length === 0) io.err(`${coverWords.noneMissing[language]}\n`)
  else {
    const text = casesText(plan, points, suggestions, closureOf(plan), new Set(known.map(({ name }) => name)))
    if (path === undefined) io.out(text)
    else {
      try {
        await replaceFile(path, text)
      } catch (error) {
        return refuse(io, language, [usageFinding('BY909', { path: shown, reason: reasonOf(error) })])
      }
    }
    const count = String(suggestions.length)
    const words = suggestions.length === 1 ? coverWords.oneSuggested : coverWords.suggested
    io.err(`${fillWords(words, language, { count })}${path === undefined ? '' : ` → ${shown}`}\n`)
  }
  if (unreached.length > 0) {
    io.err(`${coverWords.unreached[language]}\n`)
    for (const { point, why } of unreached) {
      const place = `${files.pathOf(point.place.file)}:${point.place.line}`
      io.err(`  ${place}  ${missingText(point, language)}  (${coverWords[why][language]})\n`)
    }
  }
  return 0
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
