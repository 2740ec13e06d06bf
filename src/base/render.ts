import { catalogue } from './catalogue.ts'
import { type Code, entryOf, fill } from './codes.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Severity } from './entry.ts'
import type { Language } from './language.ts'
import { codeFrame, printable } from './render-frame.ts'
import { indexLines, type Lines } from './render-lines.ts'
import type { Paint } from './render-paint.ts'
import { cellText, colon, frameWords, moreText, severityWords, summaryText } from './render-words.ts'
import type { Source, Span } from './span.ts'

export type RenderOptions = {
  readonly language: Language
  readonly paint: Paint
  /** The path to show for a source: its own name unless given. */
  readonly path?: (source: string) => string
  /** Findings to print before the rest is only counted. */
  readonly limit?: number
}

/** The page of the reference that explains a code. */
export function pageOf(code: Code): string {
  return `grammar/findings/${code}.md`
}

export function severityOf(diagnostic: Diagnostic): Severity {
  return entryOf(diagnostic.code).severity
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => severityOf(d) === 'error')
}

export function countBySeverity(diagnostics: readonly Diagnostic[]): { readonly [S in Severity]: number } {
  const counts = { error: 0, warning: 0, notice: 0 }
  for (const diagnostic of diagnostics) counts[severityOf(diagnostic)]++
  return counts
}

/** The message of a finding in one language, on one line, safe to print. */
export function messageOf(diagnostic: Diagnostic, language: Language): string {
  return printable(fill(entryOf(diagnostic.code).message, language, shortArgs(diagnostic)))
}

/** A code with its words, in one language: for reasons, which carry a code without being a finding. */
export function reasonText(
  reason: { readonly code: string; readonly args: { readonly [name: string]: string } },
  language: Language,
): string {
  return isCode(reason.code) ? messageOf({ code: reason.code, args: reason.args }, language) : reason.code
}

function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text)
}

/** What to do about a finding, in one language. */
export function helpOf(diagnostic: Diagnostic, language: Language): string {
  return printable(fill(entryOf(diagnostic.code).help, language, shortArgs(diagnostic)))
}

/** A name of a megabyte must not bury the message it stands in. */
function shortArgs(diagnostic: Diagnostic): { readonly [name: string]: string } {
  const out: [string, string][] = Object.entries(diagnostic.args).map(([name, text]) => {
    return [name, text.length > 160 ? `${text.slice(0, 159)}…` : text]
  })
  return Object.fromEntries(out)
}

/**
 * In the order of the sources, then of the places in them, so that two runs read alike; those without a place come
 * last. What is said twice about one place is said once.
 */
export function inOrder(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
): readonly Diagnostic[] {
  const rank = new Map(sources.map((source, i) => [source.name, i]))
  const seen = new Set<string>()
  const once = diagnostics.filter((d) => {
    const id = JSON.stringify([d.code, d.span, d.cell, d.args])
    return !seen.has(id) && seen.add(id)
  })
  const place = (d: Diagnostic) => (d.span ? (rank.get(d.span.source) ?? sources.length) : sources.length + 1)
  return once
    .map((d, i) => ({ d, i }))
    .sort((a, b) => place(a.d) - place(b.d) || (a.d.span?.from ?? 0) - (b.d.span?.from ?? 0) || a.i - b.i)
    .map((x) => x.d)
}

/** Each source's lines, found when first asked for. */
export function lineLookup(sources: readonly Source[]): (name: string) => Lines | undefined {
  const texts = new Map(sources.map((source) => [source.name, source.text]))
  const found = new Map<string, Lines>()
  return (name) => {
    const known = found.get(name)
    const text = texts.get(name)
    if (known || text === undefined) return known
    const lines = indexLines(text)
    found.set(name, lines)
    return lines
  }
}

/** The findings as text for people, each with the lines it is about, and a last line that counts them. */
export function renderPretty(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  options: RenderOptions,
): string {
  const lines = lineLookup(sources)
  const ordered = inOrder(diagnostics, sources)
  const limit = options.limit ?? 200
  const blocks = ordered.slice(0, limit).map((d) => renderOne(d, lines, options))
  if (ordered.length > limit) blocks.push(moreText(ordered.length - limit, options.language))
  blocks.push(options.paint('strong', summaryText(countBySeverity(ordered), options.language)))
  return `${blocks.join('\n\n')}\n`
}

function renderOne(
  diagnostic: Diagnostic,
  lines: (source: string) => Lines | undefined,
  options: RenderOptions,
): string {
  const { language, paint } = options
  const severity = severityOf(diagnostic)
  const head = paint(severity, `${severityWords[severity][language]}[${diagnostic.code}]`)
  const out = [`${head}${colon(language)}${paint('strong', messageOf(diagnostic, language))}`]
  const related = diagnostic.related ?? []
  const gutter = gutterWidth([diagnostic.span, ...related.map((r) => r.span)], lines)
  const { span, cell } = diagnostic
  if (span) out.push(...frameOf(span, lines, options, gutter, 'caret', ''))
  else if (cell)
    out.push(`${' '.repeat(gutter)} ${paint('frame', '┌─')} ${printable(cellText(cell, language))}`)
  for (const place of related) {
    out.push(...frameOf(place.span, lines, options, gutter, 'related', printable(place.note)))
  }
  const indent = ' '.repeat(gutter)
  const note = (word: string, text: string) =>
    `${indent} ${paint('frame', '=')} ${paint('help', word)}${colon(language)}${text}`
  const help = helpOf(diagnostic, language)
  if (help !== '') out.push(note(frameWords.help[language], help))
  out.push(paint('dim', note(frameWords.see[language], pageOf(diagnostic.code))))
  return out.join('\n')
}

function gutterWidth(
  spans: readonly (Span | undefined)[],
  lines: (source: string) => Lines | undefined,
): number {
  const last = spans.map((span) => (span ? (lines(span.source)?.at(span.to).line ?? 1) : 1))
  return String(Math.max(1, ...last)).length
}

function frameOf(
  span: Span,
  lines: (source: string) => Lines | undefined,
  options: RenderOptions,
  gutter: number,
  mark: 'caret' | 'related',
  label: string,
): string[] {
  const { paint } = options
  const name = printable(options.path?.(span.source) ?? span.source)
  const index = lines(span.source)
  if (!index) return [`${' '.repeat(gutter)} ${paint('frame', '┌─')} ${name}`]
  const at = index.at(span.from)
  return [
    `${' '.repeat(gutter)} ${paint('frame', '┌─')} ${name}:${at.line}:${at.column}`,
    ...codeFrame(index, span, gutter, paint, mark, label),
  ]
}
