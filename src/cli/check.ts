import { resolve } from 'node:path'
import { analyse } from '../analyse.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import { countBySeverity, hasErrors } from '../base/render.ts'
import { plain } from '../base/render-paint.ts'
import { summaryText } from '../base/render-words.ts'
import type { Span } from '../base/span.ts'
import type { Program } from '../syntax/ast.ts'
import type { Command } from './command.ts'
import { chooseLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText, formatOf } from './print-findings.ts'
import { type PolicyFiles, readPolicy, reasonOf } from './read-policy.ts'
import { readSettings } from './settings.ts'
import { refuse, usageFinding } from './usage.ts'
import { words } from './words.ts'
import { replaceFile } from './write-files.ts'

/** `bylaw check`: every finding of a policy and its `bylaw.yaml`, without its data. */
export const check: Command = async (args, io) => {
  const files = await readPolicy(args.positionals, io)
  if (!files.ok) return refuse(io, chooseLanguage(args, io), files.found)
  const { program, checked, diagnostics } = analyse(files.value.sources, files.value.forms)
  const planned = async () => (await import('../plan/lower.ts')).lower(checked, files.value.sources)
  // A part of a policy does not know all the records that the settings name.
  const asked = files.value.whole && !hasErrors(diagnostics)
  const settings = asked ? await readSettings(files.value.folder, planned, io) : undefined
  const found = [
    ...diagnostics,
    ...emptyPolicy(program, diagnostics, files.value),
    ...(settings?.found ?? []),
  ]
  const language = chooseLanguage(args, io, policyLanguage(program))
  const format = formatOf(args.options.get('format'))
  const sources = [...files.value.sources, ...(settings?.sources ?? [])]
  const path = args.options.get('out')
  const pages = args.options.get('pages')
  const text = findingsText(
    found,
    { ...files.value, sources },
    format,
    language,
    path === undefined ? io.paintOut : plain,
    { clauseOf: (span) => clauseAt(program, span), ...(pages !== undefined && { pages }) },
  )
  if (path === undefined) io.out(text)
  else
    try {
      await replaceFile(resolve(io.cwd, path), text)
    } catch (error) {
      return refuse(io, language, [usageFinding('BY909', { path, reason: reasonOf(error) })])
    }
  if (path !== undefined) io.err(`${summaryText(countBySeverity(found), language)} → ${path}\n`)
  if (path !== undefined || format === 'pretty') io.err(checkedText(program, language))
  return hasErrors(found) ? 1 : 0
}

/** The declaration that a place lies in. */
function clauseAt(program: Program, { source, from }: Span): string | undefined {
  return program.files
    .find((file) => file.source === source)
    ?.declarations.find(({ span }) => span.from <= from && from < span.to)?.name.text
}

/** A policy without a declaration is a mistake: most likely the wrong file. */
function emptyPolicy(
  program: Program,
  diagnostics: readonly Diagnostic[],
  files: PolicyFiles,
): readonly Diagnostic[] {
  const [first] = files.sources
  if (!first || diagnostics.length > 0 || program.files.some((file) => file.declarations.length > 0))
    return []
  const span = { source: first.name, from: 0, to: 0 }
  return [{ ...usageFinding('BY922', { path: files.pathOf(first.name) }), span }]
}

/** What was looked at: that nothing was found means little without it. */
function checkedText(program: Program, language: Language): string {
  const kinds = program.files.flatMap((file) => file.declarations.map((declaration) => declaration.kind))
  const count = (...wanted: readonly string[]) => String(kinds.filter((kind) => wanted.includes(kind)).length)
  const text = fillWords(words.checked, language, {
    files: String(program.files.length),
    records: count('record'),
    values: count('value', 'parameter', 'table'),
    clauses: count('commission', 'scorecard', 'payout', 'decision', 'authority', 'penalty', 'sla'),
  })
  return `${text}\n`
}
