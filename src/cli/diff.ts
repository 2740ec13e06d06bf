import { resolve } from 'node:path'
import type { Language } from '../base/language.ts'
import { plain } from '../base/render-paint.ts'
import type { Case } from '../review/cases/case.ts'
import { differenceOf } from '../review/difference/difference.ts'
import { differenceReport } from '../review/difference/report.ts'
import { diffText } from '../review/difference/text.ts'
import type { Command } from './command.ts'
import { diffMarkdown } from './diff-markdown.ts'
import { type ReadVersion, readVersions } from './impact-versions.ts'
import type { Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { reasonOf } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { replaceFile } from './write-files.ts'

/** `bylaw diff`: what two versions mean, compared without data. Exit code 0 the same, 1 not, 2 something is wrong. */
export const diff: Command = async (args, io) => {
  if (args.positionals.length === 0) return refuse(io, chooseLanguage(args, io), [usageFinding('BY990', {})])
  const versions = await readVersions('diff', args, io)
  // Which of the two has errors was said; what they mean is then not known.
  if (typeof versions === 'number') return 2
  const { before, after } = versions
  const language = chooseLanguage(args, io, policyLanguage(after.version.program))
  const found = differenceOf(before.version.plan, after.version.plan, await casesOf(after))
  const report = differenceReport(before.version, after.version, language, found)
  const path = args.options.get('out')
  const text = printed(report, args.options.get('format'), language, path === undefined ? io.paintOut : plain)
  if (path === undefined) io.out(text)
  else
    try {
      await replaceFile(resolve(io.cwd, path), text)
    } catch (error) {
      return refuse(io, language, [usageFinding('BY909', { path, reason: reasonOf(error) })])
    }
  return report.same ? 0 : 1
}

/** The cases beside the new version, but for those of files in which anything is wrong: they only say where to begin. */
async function casesOf({ version: { plan }, cases }: ReadVersion): Promise<() => readonly Case[]> {
  const sources = await cases()
  if (sources.length === 0) return () => []
  const { readCases } = await import('../review/cases/read-cases.ts')
  return () => {
    const read = readCases(plan, sources)
    const wrong = new Set(read.found.map(({ span }) => span?.source))
    return read.cases.filter(({ place }) => !wrong.has(place.file))
  }
}

function printed(
  report: ReturnType<typeof differenceReport>,
  format: string | undefined,
  language: Language,
  paint: Io['paintOut'],
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`
    case 'markdown':
      return diffMarkdown(report, language)
    default:
      return diffText(report, language, paint)
  }
}
