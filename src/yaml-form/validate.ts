import type { Report } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { nearest } from '../base/nearest.ts'
import type { Span } from '../base/span.ts'
import type { Yaml } from '../yaml/walk.ts'
import {
  authority,
  bonus,
  calendar,
  clawback,
  commission,
  credit,
  decision,
  law,
  parameter,
  payout,
  penalty,
  policy,
  record,
  scorecard,
  sla,
  table,
  target,
  value,
} from './generated/validators.ts'
import { type Key, type Kind, keyNamed, keysOf, languageOfKey, shapes, spellKey } from './shape.ts'
import type { Entries } from './to-text.ts'

type ValidationError = {
  readonly keyword: string
  readonly instancePath: string
  readonly params: { readonly [name: string]: unknown }
}
type Validator = { (data: unknown): boolean; readonly errors?: readonly ValidationError[] | null }

const validators: { readonly [kind in Kind]: Validator } = {
  policy,
  calendar,
  record,
  parameter,
  value,
  table,
  commission,
  bonus,
  clawback,
  scorecard,
  payout,
  credit,
  decision,
  authority,
  penalty,
  law,
  sla,
  target,
}

/** Whether a declaration has the shape that the schema asks for; each thing that has not is reported where it stands. */
export function validate(kind: Kind, entries: Entries, item: Yaml, report: Report): boolean {
  if (saysTwice(item, report)) return false
  const check = validators[kind]
  if (check(plain(item))) return true
  const language = languageOfKey(entries[0]?.key ?? '')
  const errors = check.errors ?? []
  const lines = new Set(
    errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath),
  )
  const unknown = new Set(
    errors
      .filter(({ keyword }) => keyword === 'additionalProperties')
      .map(({ instancePath }) => instancePath),
  )
  const told = new Set<string>()
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== 'oneOf' && keyword !== 'additionalProperties' && lines.has(instancePath)) continue
    // A word that is misspelt says why none of those that may begin the line does.
    if (keyword === 'oneOf' && unknown.has(instancePath)) continue
    if (keyword === 'anyOf' || told.has(instancePath + keyword)) continue
    told.add(instancePath + keyword)
    const at = nodeAt(item, instancePath)
    if (keyword === 'additionalProperties') {
      unknownKey(at, String(params.additionalProperty ?? ''), kind, instancePath !== '', report)
    } else if (keyword === 'required')
      report('BY180', { key: spellKey(keyNamed(String(params.missingProperty)) ?? kind, language) }, at.span)
    else if (keyword === 'oneOf')
      report('BY177', { written: written(at), choices: wordsOf(kind, language) }, at.span)
    else report('BY178', { expected: wantedOf(params), found: at.is }, at.span)
  }
  return false
}

/** What the schema asks for, as it is called in messages. */
function wantedOf({ type, limit }: ValidationError['params']): string {
  if (type === 'array') return 'list'
  if (type === 'object') return 'map'
  return limit === undefined ? 'one text' : 'two rows'
}

/** Two keys of one meaning, as `for` and `适用于`: YAML itself finds only those that are spelled alike. */
function saysTwice(yaml: Yaml, report: Report): boolean {
  if (yaml.is === 'list') return yaml.items.some((item) => saysTwice(item, report))
  if (yaml.is !== 'map') return false
  const seen = new Map<Key, string>()
  for (const [i, { key, span, value: inner }] of yaml.entries.entries()) {
    const meaning = keyNamed(key)
    const first = meaning && seen.get(meaning)
    if (first !== undefined) {
      report('BY182', { key, first }, span)
      return true
    }
    if (meaning !== undefined) seen.set(meaning, key)
    // A word that says nothing else has its rows for its value, and none beside it.
    if (i === 0 && inner.is === 'list') seen.set('rows', key)
    // Fields have names of their own.
    if (meaning !== 'fields' && saysTwice(inner, report)) return true
  }
  return false
}

/** The values by the English names of their keys, which is what the schema asks for. */
function plain(yaml: Yaml): unknown {
  switch (yaml.is) {
    case 'text':
      return yaml.text
    case 'empty':
      return null
    case 'list':
      return yaml.items.map(plain)
    case 'map':
      return Object.fromEntries(yaml.entries.map(({ key, value }) => [english(key), plain(value)]))
  }
}

function english(key: string): string {
  const meaning = keyNamed(key)
  return meaning === undefined ? key : spellKey(meaning, 'en')
}

/** The value at a JSON pointer; where it ends early, the last one on the way. */
function nodeAt(yaml: Yaml, pointer: string): Yaml {
  let node = yaml
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    const next =
      node.is === 'list'
        ? node.items[Number(name)]
        : node.is === 'map'
          ? node.entries.find(({ key }) => english(key) === name)?.value
          : undefined
    if (!next) return node
    node = next
  }
  return node
}

function wordsOf(kind: Kind, language: Language): string {
  return (shapes[kind].block?.words ?? []).map((word) => spellKey(word, language)).join(', ')
}

function written(yaml: Yaml): string {
  return yaml.is === 'map' ? yaml.entries.map(({ key }) => key).join(', ') : ''
}

function unknownKey(at: Yaml, name: string, kind: Kind, isLine: boolean, report: Report): void {
  const entry = at.is === 'map' ? at.entries.find(({ key }) => english(key) === name) : undefined
  const { own, line } = keysOf(kind)
  const language = languageOfKey(entry?.key ?? name)
  const known = (isLine ? line : own).map((key) => spellKey(key, language))
  const near = nearest(entry?.key ?? name, known)
  const span: Span = entry?.span ?? at.span
  const edits = near === undefined ? undefined : [{ span, text: near }]
  report(
    'BY181',
    { key: entry?.key ?? name, known: known.join(', '), near: near ?? '' },
    span,
    edits && { edits },
  )
}
