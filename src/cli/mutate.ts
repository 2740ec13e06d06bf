import { type Decimal, parseDecimal, power10 } from '../base/decimal.ts'
import { fillWords } from '../base/fill-words.ts'
import { hasErrors } from '../base/render.ts'
import type { Case } from '../review/cases/case.ts'
import { nearFirst } from '../review/cases/near-first.ts'
import { caseWords } from '../review/cases/report-words.ts'
import type { CaseInput } from '../review/cases/run-case.ts'
import { acceptedChanges } from '../review/mutate/accepted-changes.ts'
import { type Mutant, type MutantKind, mutantKinds } from '../review/mutate/mutant.ts'
import { mutantsOf } from '../review/mutate/mutants.ts'
import { groundOf, type MutantRun, runMutants } from '../review/mutate/run-mutants.ts'
import { caseInputs } from './case-data.ts'
import type { Arguments, Command } from './command.ts'
import { mutateJson, mutateText } from './mutate-text.ts'
import { reportOf } from './mutation-report.ts'
import { progressOn } from './progress.ts'
import { showPath } from './read-policy.ts'
import { caseFindings, testedPolicy } from './tested-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { mutateWords } from './words-mutate.ts'

/** `bylaw mutate`: changes the policy in one place at a time, and says which changes no case would notice. */
export const mutate: Command = async (args, io) => {
  const tested = await testedPolicy(args, io)
  if (!tested.ok) return tested.code
  const { plan, program, files, cases, caseFiles, language } = tested.value
  const kinds = kindsIn(args.options.get('kind'))
  const wrong = kinds.find((kind) => !isKind(kind))
  if (wrong !== undefined)
    return refuse(io, language, [
      usageFinding('BY903', { option: '--kind', value: wrong, choices: mutantKinds.join(' | ') }),
    ])
  const threshold = shareIn(args.options.get('threshold'))
  if (threshold === 'wrong') return refuse(io, language, [wrongOption(args, 'threshold', '95%')])
  const most = countIn(args.options.get('max'))
  if (most === 'wrong') return refuse(io, language, [wrongOption(args, 'max', '200')])
  if (cases.length === 0)
    return refuse(io, language, [
      usageFinding('BY962', { path: showPath(files.folder, io.cwd), example: 'bylaw cases suggest' }),
    ])
  const mutants = mutantsOf(program, files.sources)
  const filter = args.options.get('filter')
  // A gate that looks at nothing would let everything through.
  if (filter !== undefined && !mutants.some((mutant) => isAbout(mutant, filter))) {
    const clauses = [...new Set(mutants.map(({ clause }) => clause))]
    const choices = nearFirst(filter, clauses).replaceAll('; ', ' | ')
    return refuse(io, language, [usageFinding('BY903', { option: '--filter', value: filter, choices })])
  }
  const inputOf = caseInputs(tested.value, io)
  const inputs = new Map<Case, CaseInput>()
  for (const one of cases) {
    const input = await inputOf(one)
    if (!input.ok) return refuse(io, language, input.found)
    inputs.set(one, input.value)
  }
  const progress = progressOn(io)
  const running = groundOf({ program, plan }, files.sources, cases, inputs)
  let step = running.next()
  for (; !step.done; step = running.next())
    progress.step(caseWords.running[language], step.value, cases.length)
  const ground = step.value
  progress.end()
  if (ground.failing > 0)
    io.err(`${fillWords(mutateWords.failing, language, { count: String(ground.failing) })}\n`)
  const wanted = mutants.filter(
    (mutant) => (kinds.length === 0 || kinds.includes(mutant.kind)) && isAbout(mutant, filter),
  )
  const chosen = spread(wanted, most)
  const runs: MutantRun[] = []
  for (const run of runMutants(ground, files.sources, chosen)) {
    runs.push(run)
    progress.step(mutateWords.trying[language], runs.length, chosen.length)
  }
  progress.end()
  const { accepted, found: stale } = acceptedChanges(mutants, runs, tested.value.accepted, caseFiles.sources)
  const report = reportOf(runs, wanted.length, threshold, accepted)
  const json = args.options.get('format') === 'json'
  io.out(json ? mutateJson(report, tested.value) : mutateText(report, tested.value, io.paintOut))
  if (stale.length > 0) io.err(caseFindings(stale, caseFiles, files, language, io))
  return report.passes && !hasErrors(stale) ? 0 : 1
}

function isAbout({ clause, title }: Mutant, filter: string | undefined): boolean {
  if (filter === undefined) return true
  const wanted = plain(filter)
  return plain(clause).includes(wanted) || plain(title ?? '').includes(wanted)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function kindsIn(written: string | undefined): readonly string[] {
  return (written ?? '')
    .split(/[,，、\s]+/u)
    .map((kind) => kind.trim())
    .filter((kind) => kind !== '')
}

function isKind(word: string): word is MutantKind {
  return mutantKinds.some((kind) => kind === word)
}

/** At most so many, evenly spread, the same ones every time. */
function spread(all: readonly Mutant[], most: number | undefined): readonly Mutant[] {
  if (most === undefined || all.length <= most) return all
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]).filter(
    (one) => one !== undefined,
  )
}

function wrongOption(args: Arguments, option: string, choices: string) {
  const value = args.options.get(option) ?? ''
  return usageFinding('BY903', { option: `--${option}`, value, choices })
}

function shareIn(text: string | undefined): Decimal | undefined | 'wrong' {
  if (text === undefined) return undefined
  const value = parseDecimal(text.replace(/%$/u, ''))
  return value && value.digits >= 0n && value.digits <= 100n * power10(value.scale) ? value : 'wrong'
}

function countIn(text: string | undefined): number | undefined | 'wrong' {
  if (text === undefined) return undefined
  return /^[1-9]\d{0,6}$/u.test(text) ? Number(text) : 'wrong'
}
