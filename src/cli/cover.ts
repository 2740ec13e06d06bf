import { resolve } from 'node:path'
import { analyse } from '../analyse.ts'
import { parseDecimal } from '../base/decimal.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { fillWords } from '../base/fill-words.ts'
import { hasErrors } from '../base/render.ts'
import { lower } from '../plan/lower.ts'
import { caseWords } from '../review/cases/report-words.ts'
import { runCase } from '../review/cases/run-case.ts'
import { acceptedButMet, acceptedPoints } from '../review/coverage/accepted-points.ts'
import { added, type Coverage, coverageOf, percentOf, wantedOf } from '../review/coverage/coverage.ts'
import { coverageJson } from '../review/coverage/coverage-json.ts'
import { lcovOf } from '../review/coverage/lcov.ts'
import { observe } from '../review/coverage/observe.ts'
import { pointsOf } from '../review/coverage/points.ts'
import { weigh } from '../review/coverage/weigh.ts'
import { caseInputs } from './case-data.ts'
import type { Arguments, Command, Outcome } from './command.ts'
import { failed } from './command.ts'
import { coverText } from './cover-text.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { progressOn } from './progress.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { settle } from './settle.ts'
import { caseFindings, type Tested, testedPolicy } from './tested-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { coverWords } from './words-cover.ts'
import { replaceFile } from './write-files.ts'

/** `bylaw cover`: what of a policy its cases meet. */
export const cover: Command = async (args, io) => {
  const threshold = thresholdOf(args)
  if (!threshold.ok) return refuse(io, chooseLanguage(args, io), threshold.found)
  const tested = await testedPolicy(args, io)
  if (!tested.ok) return tested.code
  const found = await covered(tested.value, args, io)
  if (!found.ok) return found.code
  const { language, files } = tested.value
  const { coverage, period } = found
  const text = textOf(coverage, args, tested.value, period, io)
  const out = args.options.get('out')
  if (out === undefined) io.out(text)
  else {
    const path = resolve(io.cwd, out)
    const shown = showPath(path, io.cwd)
    try {
      await replaceFile(path, text)
    } catch (error) {
      return refuse(io, language, [usageFinding('BY909', { path: shown, reason: reasonOf(error) })])
    }
    io.err(`${fillWords(coverWords.written, language, { path: shown })}\n`)
  }
  if (found.failing > 0)
    io.err(`${fillWords(coverWords.failing, language, { count: String(found.failing) })}\n`)
  const { stale } = found
  if (stale.length > 0) io.err(caseFindings(stale, tested.value.caseFiles, files, language, io))
  const code = hasErrors(stale) ? 1 : 0
  const { value: least } = threshold
  if (least === undefined || files.sources.length === 0) return code
  const enough =
    BigInt(coverage.hit) * 100n * 10n ** BigInt(least.scale) >= least.digits * BigInt(wantedOf(coverage))
  if (enough) return code
  const words = { percent: percentOf(coverage), threshold: args.options.get('threshold') ?? '' }
  io.err(`${fillWords(coverWords.below, language, words)}\n`)
  return 1
}

type Covered =
  | {
      readonly ok: true
      readonly coverage: Coverage
      readonly failing: number
      readonly period?: string
      /** What is wrong in what somebody has accepted. */
      readonly stale: readonly Diagnostic[]
    }
  | { readonly ok: false; readonly code: ExitCode }

async function covered(tested: Tested, args: Arguments, io: Io): Promise<Covered> {
  const { files, cases, language, accepted: all, caseFiles } = tested
  const { checked } = analyse(files.sources, files.forms)
  const plan = lower(checked, files.sources, { written: true })
  const points = pointsOf(plan, files.sources)
  let counts: readonly number[] = points.points.map(() => 0)
  const first = new Map<number, string>()
  let failing = 0
  let done = 0
  const progress = progressOn(io)
  const inputOf = caseInputs(tested, io)
  for (const one of cases) {
    const input = await inputOf(one)
    if (!input.ok) {
      progress.end()
      return { ok: false, code: refuse(io, language, input.found) }
    }
    const { results, passed } = runCase(plan, one, input.value)
    const hits = observe(points, results)
    for (const [i, count] of hits.entries()) if (count > 0 && !first.has(i)) first.set(i, one.name)
    counts = added(counts, hits)
    if (!passed) failing++
    done++
    progress.step(caseWords.running[language], done, cases.length)
  }
  progress.end()
  const { accepted, found } = acceptedPoints(
    points,
    all,
    caseFiles.sources,
    (i) => first.get(i),
    plan.policy.language,
  )
  if (!args.options.has('data') && !args.options.has('period'))
    return { ok: true, coverage: coverageOf(points, counts, undefined, accepted), failing, stale: found }
  const policy = args.positionals.filter((path) => !/\.cases\.(?:yaml|csv)$/iu.test(path))
  const settled = await settle({ ...args, positionals: policy }, io, 'cover')
  if (!settled.ok) return settled
  const weights = weigh(points, settled.value.run.results)
  const period = settled.value.asked.key
  return {
    ok: true,
    coverage: coverageOf(points, counts, weights, accepted),
    failing,
    period,
    stale: [...found, ...acceptedButMet(accepted, weights, period)],
  }
}

function textOf(
  coverage: Coverage,
  args: Arguments,
  { files, language, cases }: Tested,
  period: string | undefined,
  io: Io,
): string {
  switch (args.options.get('format')) {
    case 'json':
      return coverageJson(coverage, language, files.pathOf)
    case 'lcov':
      return lcovOf(coverage, files.pathOf)
    default:
      return coverText(coverage, {
        cases: cases.length,
        language,
        path: files.pathOf,
        paint: args.options.has('out') ? (_, text) => text : io.paintOut,
        ...(period !== undefined && { period }),
      })
  }
}

function thresholdOf(
  args: Arguments,
): Outcome<{ readonly digits: bigint; readonly scale: number } | undefined> {
  const written = args.options.get('threshold')
  if (written === undefined) return { ok: true, value: undefined }
  const number = parseDecimal(written.normalize('NFKC').trim().replace(/\s*%$/u, ''))
  if (!number || number.digits < 0n || number.digits > 100n * 10n ** BigInt(number.scale))
    return failed(usageFinding('BY965', { text: written }))
  return { ok: true, value: number }
}
