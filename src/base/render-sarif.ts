import type { Code } from './codes.ts'
import { entryOf } from './codes.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Severity } from './entry.ts'
import { fingerprint } from './fingerprint.ts'
import type { Language } from './language.ts'
import { helpOf, inOrder, lineLookup, messageOf, pageOf, severityOf } from './render.ts'
import { cellText, colon, frameWords } from './render-words.ts'
import type { Source, Span } from './span.ts'

export type SarifOptions = {
  readonly language: Language
  readonly version: string
  readonly path?: (source: string) => string
  /** The name of the declaration that a place lies in: part of what makes a finding the same one in the next run. */
  readonly clauseOf?: (span: Span) => string | undefined
  /** Where the pages of findings are published: what stands before `grammar/findings/…`. SARIF wants it absolute. */
  readonly pages?: string
}

const levels: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
}
const languageTags: { readonly [L in Language]: string } = {
  en: 'en-US',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
}

/** The findings as SARIF 2.1.0, which code scanning and editors read. Columns count UTF-16 units, as our spans do. */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  options: SarifOptions,
): string {
  const ordered = inOrder(diagnostics, sources)
  const codes = [...new Set(ordered.map((d) => d.code))].sort()
  const places = placesOf(sources, options)
  const known = fingerprintsOf(ordered, sources, options)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'bylaw',
            semanticVersion: options.version,
            rules: codes.map((code) => ruleOf(code, options)),
          },
        },
        language: languageTags[options.language],
        columnKind: 'utf16CodeUnits',
        results: ordered.map((d, i) => ({
          ruleId: d.code,
          ruleIndex: codes.indexOf(d.code),
          level: levels[severityOf(d)],
          message: { text: textOf(d, options.language) },
          locations: places.of(d),
          ...(d.related &&
            d.related.length > 0 && {
              relatedLocations: d.related.map(({ span, note }) => ({
                ...places.at(span),
                ...(note !== '' && { message: { text: note } }),
              })),
            }),
          partialFingerprints: { 'bylawFinding/v1': known[i] },
        })),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function ruleOf(code: Code, { language, pages }: SarifOptions) {
  const page = pageOf(code)
  const see = `${frameWords.see[language]}${colon(language)}`
  const uri = pages === undefined ? undefined : `${pages.replace(/\/+$/, '')}/${page}`
  return {
    id: code,
    shortDescription: { text: entryOf(code).title[language] },
    help: { text: `${see}${page}`, markdown: `${see}[${page}](${uri ?? page})` },
    ...(uri !== undefined && { helpUri: uri }),
    defaultConfiguration: { level: levels[entryOf(code).severity] },
  }
}

function textOf(d: Diagnostic, language: Language): string {
  const where = d.cell?.row === undefined && d.cell?.column === undefined ? [] : [cellText(d.cell, language)]
  return [messageOf(d, language), ...where, helpOf(d, language)].filter((text) => text !== '').join('\n')
}

function placesOf(sources: readonly Source[], options: SarifOptions) {
  const lines = lineLookup(sources)
  const file = (name: string) => {
    const path = options.path?.(name) ?? name
    return { artifactLocation: artifact(path) }
  }
  const at = (span: Span) => {
    const index = lines(span.source)
    if (!index) return { physicalLocation: file(span.source) }
    const from = index.at(span.from)
    const to = index.at(span.to)
    const clause = options.clauseOf?.(span)
    return {
      physicalLocation: {
        ...file(span.source),
        region: {
          startLine: from.line,
          startColumn: from.column,
          endLine: to.line,
          // A region is never narrower than what can be marked.
          endColumn: span.to > span.from ? to.column : from.column + 1,
        },
      },
      ...(clause !== undefined && { logicalLocations: [{ name: clause, kind: 'declaration' }] }),
    }
  }
  const of = ({ span, cell }: Diagnostic) => {
    if (span) return [at(span)]
    if (!cell) return []
    const region = cell.row === undefined ? {} : { region: { startLine: cell.row } }
    return [{ physicalLocation: { artifactLocation: artifact(cell.file), ...region } }]
  }
  return { at, of }
}

/** A path as a URI: relative to where the checkout begins, unless it is absolute. */
function artifact(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const uri = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]:\//.test(path.replaceAll('\\', '/'))) return { uri: `file:///${uri.replace('%3A', ':')}` }
  return uri.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' }
}

/**
 * What a finding is known by in the next run: its code, its declaration and the words it is about, but never the line.
 * Findings alike in all of that are numbered in their order.
 */
function fingerprintsOf(
  ordered: readonly Diagnostic[],
  sources: readonly Source[],
  { path, clauseOf }: SarifOptions,
): readonly string[] {
  const texts = new Map(sources.map((source) => [source.name, source.text]))
  const counts = new Map<string, number>()
  return ordered.map((d) => {
    const { span, cell } = d
    const words = span ? lineAround(texts.get(span.source) ?? '', span) : ''
    const file = span ? (path?.(span.source) ?? span.source) : (cell?.file ?? '')
    const clause = span ? (clauseOf?.(span) ?? '') : (cell?.column ?? '')
    const key = fingerprint([d.code, file, clause, words])
    const n = (counts.get(key) ?? 0) + 1
    counts.set(key, n)
    return `${key}:${n}`
  })
}

/** The lines that a place touches, with the layout taken out. */
function lineAround(text: string, { from, to }: Span): string {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', Math.max(from, to - 1))
  return text
    .slice(start, end < 0 ? text.length : end)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 2000)
}
