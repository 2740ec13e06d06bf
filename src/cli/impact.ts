import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Language } from '../base/language.ts'
import { type GateResult, gateResults, unclearLimit } from '../review/impact/gates.ts'
import type { Impact } from '../review/impact/impact.ts'
import { measureImpact } from '../review/impact/measure.ts'
import { impactHtml } from '../review/impact/to-html.ts'
import { impactJson } from '../review/impact/to-json.ts'
import { impactMarkdown } from '../review/impact/to-markdown.ts'
import { askedPeriod, knownPeriods } from '../targets/evaluate/asked-period.ts'
import type { Arguments, Command } from './command.ts'
import { gatesOf, type ReportForm, type ReportTarget, reportTargets } from './impact-options.ts'
import { rowsOf } from './impact-rows.ts'
import { gatesText, impactText } from './impact-text.ts'
import { dataFolder, readVersions, type Versions } from './impact-versions.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { nowOf } from './now.ts'
import { policyLanguage } from './policy-language.ts'
import { readPrevious } from './previous.ts'
import { findingsText } from './print-findings.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { words } from './words.ts'
import { replaceFile } from './write-files.ts'

/** `bylaw impact`: what a change of the policy does to one period's results. Exit code 1 when a gate fails. */
export const impact: Command = async (args, io) => {
  const targets = reportTargets(args)
  const gates = gatesOf(args)
  const early = [targets, gates].flatMap((one) => (one.ok ? [] : one.found))
  if (!targets.ok || !gates.ok) return refuse(io, chooseLanguage(args, io), early)
  const versions = await readVersions('impact', args, io)
  if (typeof versions === 'number') return versions
  const language = chooseLanguage(args, io, policyLanguage(versions.after.version.program))
  const measured = await measure(versions, args, io, language)
  if (typeof measured === 'number') return measured
  const { budget, maxLoss } = gates.value
  for (const [option, limits] of [
    ['--budget', budget],
    ['--max-loss-per-person', maxLoss],
  ] as const)
    if (unclearLimit(measured, limits)) {
      const currencies = measured.totals.map(({ currency }) => currency).join(', ')
      return refuse(io, language, [usageFinding('BY986', { option, currencies })])
    }
  const results = gateResults(measured, gates.value)
  const wrote = await writeReports(targets.value, measured, results, args, io, language)
  if (!wrote) return 2
  return results.some(({ passed }) => !passed) ? 1 : 0
}

async function measure(
  versions: Versions,
  args: Arguments,
  io: Io,
  language: Language,
): Promise<Impact | ExitCode> {
  const { before, after } = versions
  const { plan } = after.version
  const written = args.options.get('period')
  if (written === undefined) {
    const example = `bylaw impact ${before.version.name} --period 2026-Q3`
    return refuse(io, language, [usageFinding('BY904', { command: 'impact', option: '--period', example })])
  }
  if (plan.outputs.length === 0) return refuse(io, language, [usageFinding('BY915', {})])
  const now = nowOf(args, plan)
  if (!now.ok) return refuse(io, language, now.found)
  const folder = dataFolder(args, io, versions.folder)
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return refuse(io, language, [usageFinding('BY914', { path: showPath(folder, io.cwd) })])
  const by = args.options.get('by')
  const { load, rowsFor } = rowsOf(versions, folder, by)
  for (const [side, one] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const { problems, unreadable } = load(one.version.plan, side)
    if (unreadable.length === 0) continue
    const found = problems.map(({ diagnostic }) => diagnostic)
    io.err(findingsText(found, one.files, 'pretty', language, io.paintErr))
    return 2
  }
  const rows = rowsFor(plan, 'after')
  const asked = askedPeriod(plan, rows, written)
  if (!asked) {
    const choices = [...knownPeriods(plan, rows), 'all'].join(' | ')
    return refuse(io, language, [usageFinding('BY910', { period: written, choices })])
  }
  const file = args.options.get('previous')
  // What is carried must mean something in both versions.
  const openings = []
  for (const one of file === undefined ? [] : [before, after]) {
    const previous = await readPrevious(file ?? '', one.version.plan, asked.from, io)
    if (!previous.ok) return refuse(io, language, [previous.found])
    openings.push(previous.opening)
  }
  const [opening] = openings
  const measured = measureImpact({
    before: before.version,
    after: after.version,
    rowsFor,
    span: { from: asked.from, until: asked.until },
    period: asked.key,
    ...(now.value !== undefined && { now: now.value }),
    ...(opening && { opening }),
    ...(by !== undefined && { by }),
  })
  if (by !== undefined && !measured.groups) {
    return refuse(io, language, [
      usageFinding('BY985', {
        record: measured.subject?.record ?? '–',
        field: by,
        choices: measured.subject?.fields.join(', ') ?? '–',
      }),
    ])
  }
  return measured
}

async function writeReports(
  targets: readonly ReportTarget[],
  measured: Impact,
  gates: readonly GateResult[],
  args: Arguments,
  io: Io,
  language: Language,
): Promise<boolean> {
  for (const { form, file } of targets) {
    const text = await reportText(form, measured, gates, args, io, language)
    if (file === undefined) {
      io.out(text)
      continue
    }
    const path = resolve(io.cwd, file)
    try {
      await replaceFile(path, text)
    } catch (error) {
      refuse(io, language, [usageFinding('BY909', { path: showPath(path, io.cwd), reason: reasonOf(error) })])
      return false
    }
    io.err(`${words.wrote[language]} ${showPath(path, io.cwd)}\n`)
  }
  // Where no report is printed, why a gate failed is.
  const printed = targets.some(({ file }) => file === undefined)
  if (!printed && gates.length > 0) io.out(gatesText(gates, { language, names: true }, io.paintOut))
  return true
}

/** What is passed on leaves names out unless they are asked for; on one's own terminal they stand. */
async function reportText(
  form: ReportForm,
  measured: Impact,
  gates: readonly GateResult[],
  args: Arguments,
  io: Io,
  language: Language,
): Promise<string> {
  const names = args.options.has('names')
  switch (form) {
    case 'pretty':
      return impactText(measured, gates, { language, names: true }, io)
    case 'json':
      return impactJson(measured, gates, { language, names })
    case 'markdown':
      return impactMarkdown(measured, gates, { language, names })
    case 'html':
      return impactHtml(measured, gates, { language, names })
  }
}
