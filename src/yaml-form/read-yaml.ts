import { collector, type Diagnostic, type Report } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import type { Source, Span } from '../base/span.ts'
import type { File } from '../syntax/ast.ts'
import type { Attached } from '../syntax/attached.ts'
import { parse } from '../syntax/parse.ts'
import { readYaml, type Yaml } from '../yaml/walk.ts'
import { emitter, type SourceMap } from './emitter.ts'
import { type Kind, keyNamed, kinds, spellKey } from './shape.ts'
import { type Entries, staysInLine, writeDeclaration } from './to-text.ts'
import { validate } from './validate.ts'

/**
 * Reads the YAML form: a list of declarations. Each becomes the text form of itself, which is then read as any text is;
 * places are those of the YAML file. Whatever the file is, it gives a tree and a list of mistakes.
 */
export function parseYaml(
  source: Source,
  attached?: Attached,
): {
  readonly file: File
  readonly diagnostics: readonly Diagnostic[]
} {
  const { found, report } = collector()
  const whole: Span = { source: source.name, from: 0, to: Math.min(source.text.length, 1) }
  const yaml = readYaml(source.text, source.name, (code, args, span) => {
    if (code === 'BY750')
      report('BY174', { reason: 'reason' in args ? String(args.reason) : '' }, span ?? whole)
    else report('BY175', {}, span ?? whole)
  })
  const out = emitter(source.name)
  for (const text of yaml?.top ?? []) out.plain(`# ${text}\n`)
  if (yaml?.top) out.plain('\n')
  for (const text of yaml?.above ?? []) out.plain(`# ${text}\n`)
  for (const item of declarationsIn(yaml, whole, report)) {
    const entries = entriesOf(item, report)
    const kind = entries && kindOf(entries, item, report)
    if (!kind || !validate(kind, entries, item, report) || !staysInLine(item, report)) continue
    writeDeclaration({ out, report, source }, kind, entries, item)
  }
  for (const text of yaml?.end ?? []) out.plain(`# ${text}\n`)
  const { file, diagnostics } = parse({ name: source.name, text: out.text() }, attached)
  const all = [...found, ...diagnostics.map((one) => moved(one, out.source))]
  const sorted = all.sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0))
  return { file: moved(file, out.source), diagnostics: sorted }
}

function declarationsIn(yaml: Yaml | undefined, whole: Span, report: Report): readonly Yaml[] {
  if (!yaml || yaml.is === 'empty') return []
  if (yaml.is === 'list') return yaml.items
  report('BY176', {}, yaml.is === 'map' ? (yaml.entries[0]?.span ?? whole) : yaml.span)
  return []
}

export function entriesOf(item: Yaml, report: Report): Entries | undefined {
  if (item.is !== 'map') {
    report('BY176', {}, item.span)
    return undefined
  }
  return item.entries.map((entry) => {
    const key = keyNamed(entry.key)
    return { ...entry, ...(key && { meaning: key }) }
  })
}

/** The key that says what is declared: the first that is a kind; a policy names a calendar of another kind. */
export function kindOf(entries: Entries, item: Yaml, report: Report): Kind | undefined {
  const named = entries.flatMap(({ meaning }) => kinds.find((one) => one === meaning) ?? [])
  const kind = named.includes('policy') ? 'policy' : named[0]
  if (kind) return kind
  const first = entries[0]
  const spelled = kinds.map((one) => spellKey(one, 'en'))
  const near = first && nearest(first.key, spelled)
  const span = first?.span ?? item.span
  report('BY177', { written: first?.key ?? '', choices: near ?? spelled.join(', ') }, span)
  return undefined
}

/** Spans in the text that was made as places in the file: the tree and the findings are plain JSON. */
function moved<T>(node: T, map: SourceMap): T {
  if (Array.isArray(node)) return node.map((item: unknown) => moved(item, map)) as T
  if (typeof node !== 'object' || node === null) return node
  // What stands in a file beside the policy stays where it is.
  if ('source' in node && node.source === map.name && 'from' in node && 'to' in node) {
    const { from, to } = node
    if (typeof from === 'number' && typeof to === 'number') return { ...node, ...map.span(from, to) }
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]): [string, unknown] => [key, moved(value, map)]),
  ) as T
}
