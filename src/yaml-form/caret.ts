import { collector } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import type { Source } from '../base/span.ts'
import type { Keyword } from '../syntax/keywords.ts'
import type { Caret } from '../syntax/read.ts'
import { readYaml } from '../yaml/walk.ts'
import { emitter } from './emitter.ts'
import { entriesOf, kindOf } from './read-yaml.ts'
import {
  innerWords,
  isOwn,
  type Key,
  type Kind,
  keyNamed,
  keysOf,
  kinds,
  languageOfKey,
  shapes,
  spellKey,
} from './shape.ts'
import { writeDeclaration } from './to-text.ts'
import { validate } from './validate.ts'

/** What stands for the word that is still to come. */
const here = '__here__'
const word = /[\p{L}_][\p{L}\p{M}\p{Nd}_-]*$/u
/** Nothing but list items and a key that is begun. */
const keyBegun = /^((?: *- )* *)(?:[\p{L}_][\p{L}\p{M}\p{Nd}_-]*)?$/u

/** Where a caret stands in the YAML form: before a key, or in what a key says, which is written as in the text form. */
export function caretIn(source: Source, offset: number): Caret | undefined {
  const before = source.text.slice(0, offset)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  if (/(?:^|\s)#/u.test(line)) return undefined
  const item = declarationBefore(before)
  const key = keyBegun.exec(line)
  if (key) return keysAt(item, key[1] ?? '', languageIn(source.text))
  const until = item.length - (word.exec(item)?.[0].length ?? 0)
  return valueAt(source, `${item.slice(0, until)}${here}${closing(item.slice(0, until))}`)
}

/** That of the first key: a text with a key that is only begun cannot be read, and is of no language. */
function languageIn(text: string): Language {
  return languageOfKey(/^- ([^\s:]+):/mu.exec(text)?.[1] ?? '')
}

/** The text of the declaration that is being written, from its hyphen on. */
function declarationBefore(before: string): string {
  const begins = [...before.matchAll(/^-(?=\s|$)/gmu)].at(-1)
  return begins ? before.slice(begins.index) : ''
}

function keysAt(item: string, lead: string, language: Language): Caret | undefined {
  const spelled = (keys: readonly Key[]): Caret => ({
    is: 'keys',
    keys: [...new Set(keys)].map((key) => spellKey(key, language)),
  })
  if (lead === '- ') return spelled(kinds)
  const lines = item.split('\n').slice(0, -1)
  const kind = kindIn(lines)
  if (!kind || lead === '') return undefined
  if (lead === '  ') {
    const said = new Set(lines.flatMap((line) => keyNamed(ownKey(line) ?? '') ?? []))
    return spelled(keysOf(kind).own.filter((key) => !said.has(key)))
  }
  const at = lines.findLastIndex((line) => line.trim() !== '' && indentOf(line) < lead.length)
  const parent = keyNamed(keyOf(lines[at] ?? '') ?? '')
  // What has lines within: the key that stands beside the `lines` in which the caret is.
  const beside = lines.slice(0, at).findLast((line) => contentOf(line) <= indentOf(lines[at] ?? ''))
  const inner = innerWords.get(keywordIn(beside) ?? 'policy')
  if (parent === 'lines' && inner) return spelled(inner)
  const { block } = shapes[kind]
  if (block && parent === block.key) return spelled(block.words)
  return parent === 'fields' || parent === 'rows' || !block ? undefined : spelled(['rows', 'lines'])
}

function kindIn(lines: readonly string[]): Kind | undefined {
  const named = lines.flatMap((line) => kinds.find((kind) => kind === keyNamed(ownKey(line) ?? '')) ?? [])
  return named.includes('policy') ? 'policy' : named[0]
}

/** The key of a line of the declaration itself. */
function ownKey(line: string): string | undefined {
  return /^(?:- | {2})([^\s:-][^\s:]*):/u.exec(line)?.[1]
}

function keyOf(line: string): string | undefined {
  return /^(?: *- )* *([^\s:-][^\s:]*):/u.exec(line)?.[1]
}

function keywordIn(line: string | undefined): Keyword | undefined {
  const key = keyNamed(keyOf(line ?? '') ?? '')
  return key === undefined || isOwn(key) ? undefined : key
}

function indentOf(line: string): number {
  return /^ */u.exec(line)?.[0].length ?? 0
}

/** Where the key of a line begins, after the hyphens of the lists that it begins. */
function contentOf(line: string): number {
  return /^(?: *- )* */u.exec(line)?.[0].length ?? 0
}

/** The brackets and quotes that are still open in the last line. */
function closing(item: string): string {
  const line = item.slice(item.lastIndexOf('\n') + 1)
  const open: string[] = []
  let quote: string | undefined
  for (const character of line) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined
    } else if ((character === '"' || character === "'") && open.length > 0) quote = character
    else if (character === '[') open.push(']')
    else if (character === '{') open.push('}')
    else if (character === open.at(-1)) open.pop()
  }
  return (quote ?? '') + open.reverse().join('')
}

function valueAt(source: Source, text: string): Caret | undefined {
  const { report } = collector()
  const yaml = readYaml(text, source.name, () => undefined)
  const item = yaml?.is === 'list' ? yaml.items[0] : undefined
  const entries = item && entriesOf(item, report)
  const kind = entries && item && kindOf(entries, item, report)
  if (!kind || !validate(kind, entries, item, report)) return undefined
  const out = emitter(source.name)
  writeDeclaration({ out, report, source }, kind, entries, item)
  const written = out.text()
  const at = written.indexOf(here)
  return at < 0 ? undefined : { is: 'text', text: written.slice(0, at) }
}
