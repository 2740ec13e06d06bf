import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'

/** A value in a YAML file. Comment texts stand without their `#`. */
export type Yaml = { readonly span: Span; readonly above?: readonly string[]; readonly beside?: string } & (
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'empty' }
  | { readonly is: 'list'; readonly items: readonly Yaml[] }
  | { readonly is: 'map'; readonly entries: readonly YamlEntry[] }
)
export type YamlEntry = {
  readonly key: string
  readonly span: Span
  readonly value: Yaml
  readonly above?: readonly string[]
}

/** A whole file: with the comments at its top, parted from what follows, and those at its end. */
export type YamlRoot = Yaml & { readonly top?: readonly string[]; readonly end?: readonly string[] }

/** What is larger is no settings file, and no policy that a person could read. */
const ofPolicies: YamlSize = { text: 1_000_000, nodes: 100_000 }
const mostDepth = 20

/** Characters and values that a file may have. */
export type YamlSize = { readonly text: number; readonly nodes: number }

/**
 * Reads YAML into values that know where they stand. Scalars are kept as they are written (`007`, `no`). Aliases are
 * followed within a fixed number of values, so that no file can multiply itself. Undefined when it is no YAML.
 */
export function readYaml(
  text: string,
  source: string,
  report: Report,
  most: YamlSize = ofPolicies,
): YamlRoot | undefined {
  const whole: Span = { source, from: 0, to: Math.min(text.length, 1) }
  if (text.length > most.text) {
    report('BY757', {}, whole)
    return undefined
  }
  // An empty line in place of the mark: every other character stays where it is.
  const document = parsed(text.replace(/^\ufeff/u, '\n'))
  // The library runs out of depth long before a policy would: how far it came differs from run to run.
  if (typeof document !== 'string' ? document.errors.some(isTooDeep) : isTooDeep({ message: document })) {
    report('BY757', {}, whole)
    return undefined
  }
  if (typeof document === 'string') {
    report('BY750', { reason: document }, whole)
    return undefined
  }
  for (const error of document.errors) {
    const span = { source, from: error.pos[0], to: Math.max(error.pos[1], error.pos[0]) }
    report('BY750', { reason: error.message.split('\n')[0] ?? '' }, span)
  }
  if (document.errors.length > 0) return undefined
  const walk = { document, source, whole, left: most.nodes }
  const value = reduce(walk, document.contents, 0)
  if (walk.left < 0) report('BY757', {}, whole)
  if (walk.left < 0) return undefined
  const { commentBefore: top, comment: end } = document
  return {
    ...value,
    ...(top != null && { top: linesOf(top) }),
    ...(end != null && { end: linesOf(end) }),
  }
}

/** The document, or why there is none: the library throws where brackets are nested too deep for it. */
function isTooDeep({ message }: { readonly message: string }): boolean {
  return message.includes('call stack')
}

function parsed(text: string): Document | string {
  try {
    return parseDocument(text, { prettyErrors: false, uniqueKeys: true, strict: true })
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

type Walk = {
  readonly document: Document
  readonly source: string
  readonly whole: Span
  left: number
}

function reduce(walk: Walk, node: unknown, depth: number): Yaml {
  return { ...bare(walk, node, depth), ...commentsOf(node) }
}

function commentsOf(node: unknown): { readonly above?: readonly string[]; readonly beside?: string } {
  if (!isMap(node) && !isScalar(node) && !isSeq(node)) return {}
  const { commentBefore: above, comment: beside } = node
  return {
    ...(above != null && { above: linesOf(above) }),
    ...(beside != null && { beside: beside.split('\n').join(' ').trim() }),
  }
}

function linesOf(comment: string): readonly string[] {
  return comment.split('\n').map((line) => line.replace(/^ /u, ''))
}

function bare(walk: Walk, node: unknown, depth: number): Yaml {
  const span = spanOf(walk, node)
  if (--walk.left < 0 || depth > mostDepth) {
    walk.left = -1
    return { is: 'empty', span }
  }
  if (isAlias(node)) return { ...reduce(walk, node.resolve(walk.document), depth + 1), span }
  if (isScalar(node)) {
    if (node.value === null) return { is: 'empty', span }
    return { is: 'text', text: typeof node.value === 'string' ? node.value : scalarText(node), span }
  }
  if (isSeq(node)) return { is: 'list', items: node.items.map((item) => reduce(walk, item, depth + 1)), span }
  if (!isMap(node)) return { is: 'empty', span }
  const entries = node.items.map((pair) => {
    const key = reduce(walk, pair.key, depth + 1)
    const found = reduce(walk, pair.value, depth + 1)
    // Where nothing is written, not even a colon, the key is all there is to point at.
    const value = pair.value === null ? { ...found, span: key.span } : found
    const { above } = key
    return { key: key.is === 'text' ? key.text : '', span: key.span, value, ...(above && { above }) }
  })
  return { is: 'map', entries, span }
}

function scalarText(node: { readonly value: unknown; readonly source?: string }): string {
  return node.source ?? String(node.value)
}

function spanOf(walk: Walk, node: unknown): Span {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  if (!Array.isArray(range)) return walk.whole
  return { source: walk.source, from: Number(range[0]), to: Number(range[1]) }
}
