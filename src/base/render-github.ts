import type { Diagnostic } from './diagnostic.ts'
import { type JsonFinding, type JsonOptions, reportOf } from './render-json.ts'
import { annotatedText, summaryText } from './render-words.ts'
import type { Source } from './span.ts'

/** GitHub shows ten annotations of a step, and drops the rest without a word. */
export const mostAnnotations = 10
const worstFirst = ['error', 'warning', 'notice']

/**
 * The ten worst findings as GitHub workflow commands, one a line, which show up beside the lines of a pull request;
 * then a line that counts them all.
 */
export function renderGithub(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  options: JsonOptions,
): string {
  const { findings, errors, warnings, notices } = reportOf(diagnostics, sources, options)
  const worst = worstFirst.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  const summary = summaryText({ error: errors, warning: warnings, notice: notices }, options.language)
  const rest = findings.length > mostAnnotations ? annotatedText(mostAnnotations, options.language) : ''
  return `${[...worst.slice(0, mostAnnotations).map(command), summary + rest].join('\n')}\n`
}

function command(finding: JsonFinding): string {
  const { place, cell } = finding
  const properties: [string, string | number][] = []
  if (place) {
    properties.push(['file', place.file], ['line', place.from.line])
    // Columns mean something to GitHub only inside one line.
    if (place.to.line === place.from.line) {
      properties.push(
        ['col', place.from.column],
        ['endColumn', Math.max(place.to.column, place.from.column + 1)],
      )
    } else properties.push(['endLine', place.to.line])
  } else if (cell) {
    properties.push(['file', cell.file])
    if (cell.row !== undefined) properties.push(['line', cell.row])
  }
  properties.push(['title', `${finding.code} ${finding.title}`])
  const column = cell?.column === undefined ? '' : ` (${cell.column})`
  const text = [finding.message + column, finding.help].filter((part) => part !== '').join('\n')
  return workflowCommand(finding.severity, properties, text)
}

/** `::error file=a.bylaw,line=3::text`. */
export function workflowCommand(
  name: string,
  properties: readonly (readonly [name: string, value: string | number])[],
  text: string,
): string {
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
  return `::${name} ${list}::${escapeData(text)}`
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
