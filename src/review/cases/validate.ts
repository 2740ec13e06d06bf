import type { Report } from '../../base/diagnostic.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import { isCutNumber } from './cut-number.ts'
import { cases } from './generated/validators.ts'
import { keysOf } from './shape.ts'
import { caseWords, wordNamed } from './words.ts'

type ValidationError = { readonly keyword: string; readonly instancePath: string }
type Validator = { (data: unknown): boolean; readonly errors?: readonly ValidationError[] | null }

/**
 * Reports what in a file of cases has not the shape that the schema asks for, each thing where it stands. Which keys are
 * unknown, and which are lacking, the reader says, who knows what was meant.
 */
export function validateCases(root: Yaml, report: Report): void {
  const validator: Validator = cases
  if (validator(plain(root, 'file'))) return
  const wrong = (validator.errors ?? []).filter(
    ({ keyword, instancePath }) =>
      !(keyword === 'anyOf' && instancePath === '') &&
      keyword !== 'additionalProperties' &&
      keyword !== 'required' &&
      keyword !== 'minProperties',
  )
  const paths = new Set(wrong.map(({ instancePath }) => instancePath))
  for (const path of paths) {
    // What contains the mistake fits none of the forms that it could have, because of it.
    if ([...paths].some((other) => other.startsWith(`${path}/`))) continue
    const parts = path.split('/').slice(1)
    const { node, key, entry } = nodeAt(root, parts)
    // The reader says what was meant.
    if (entry && isCutNumber(entry)) continue
    report('BY754', { key: key ?? caseWords.cases.en, expected: expectedAt(parts) }, node.span)
  }
}

/** How what should stand at a place is written. */
function expectedAt(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  const [, , part] = parts
  if (parts[0] === 'given' || parts[0] === 'defaults' || part === 'given')
    return '{ Order: [ { id: O-1, amount: 50000 } ] }'
  if (part === 'expect' && ['held', 'unplaced', 'problems'].includes(last)) return `${last}: 0`
  if (part === 'expect') return '{ commission: { R-1: 1500.00 } }'
  if (part === 'previous') return '{ draw.owed: { R-1: 400.00 } }'
  if (part === 'table') return '| amount | pays |'
  if (parts[0] === 'accepted')
    return parts.length > 2 ? `${last}: …` : '- { clause: …, points: …, reason: … }'
  if (parts.length === 1 && last !== 'cases') return `${last}: …`
  return part === undefined ? '- name: …' : `${last}: …`
}

/** `cases`, `entries`: the lists whose items have keys of their own. */
type Level = 'file' | 'cases' | 'case' | 'expect' | 'entries' | 'accepted' | 'other'

/** The values by the English names of their keys, as far as keys are words and not names. */
function plain(yaml: Yaml, level: Level): unknown {
  switch (yaml.is) {
    case 'text':
      return yaml.text
    case 'empty':
      return null
    case 'list':
      return yaml.items.map((item) => plain(item, itemLevel(level)))
    case 'map':
      return Object.fromEntries(
        yaml.entries.map(({ key, value }) => {
          const name = english(key, level)
          return [name, plain(value, inner(name, level))]
        }),
      )
  }
}

function inner(name: string, level: Level): Level {
  if (level === 'file') return name === 'cases' ? 'cases' : name === 'accepted' ? 'entries' : 'other'
  return level === 'case' && name === 'expect' ? 'expect' : 'other'
}

function itemLevel(level: Level): Level {
  return level === 'cases' ? 'case' : level === 'entries' ? 'accepted' : 'other'
}

function english(key: string, level: Level): string {
  if (level === 'other' || level === 'cases' || level === 'entries') return key
  return wordNamed(key, keysOf(level)) ?? key
}

/** The value at a JSON pointer, and the key that it stands under. */
function nodeAt(
  root: Yaml,
  parts: readonly string[],
): { readonly node: Yaml; readonly key?: string; readonly entry?: YamlEntry } {
  let node = root
  let last: YamlEntry | undefined
  let level: Level = 'file'
  for (const part of parts) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (node.is === 'list') {
      const item: Yaml | undefined = node.items[Number(name)]
      if (!item) break
      node = item
      level = itemLevel(level)
    } else if (node.is === 'map') {
      const at: Level = level
      const entry = node.entries.find((one) => english(one.key, at) === name)
      if (!entry) break
      node = entry.value
      last = entry
      level = inner(name, at)
    } else break
  }
  return { node, ...(last && { key: last.key, entry: last }) }
}
