import type { Report } from '../base/diagnostic.ts'
import type { Source, Span } from '../base/span.ts'
import { type Keyword, spellKeyword } from '../syntax/keywords.ts'
import { isPlainName, lex } from '../syntax/lexer.ts'
import { printText } from '../syntax/print-expressions.ts'
import * as t from '../syntax/tokens.ts'
import type { Yaml, YamlEntry } from '../yaml/walk.ts'
import { type Emitter, emitter } from './emitter.ts'
import {
  innerWords,
  isOwn,
  type Key,
  type Kind,
  keyNamed,
  languageOfKey,
  type Part,
  shapes,
} from './shape.ts'

export type Entries = readonly (YamlEntry & { readonly meaning?: Key })[]
type Entry = Entries[number]
type Writing = {
  readonly out: Emitter
  readonly report: Report
  readonly source: Source
  /** The comments that have been written. */
  readonly told: string[]
}

/** One declaration as text: its header, then its block. What it says has been found to be of the right shape. */
export function writeDeclaration(
  writing: Omit<Writing, 'told'>,
  kind: Kind,
  entries: Entries,
  item: Yaml,
): void {
  const { source } = writing
  const tried: Writing = { out: emitter(source.name), report: () => undefined, source, told: [] }
  writeItem(tried, kind, entries, item)
  // Text has no place for a comment on a part of a header: it moves above the declaration.
  const left = [...tried.told]
  const homeless = commentsIn(item).filter((text) => {
    const at = left.indexOf(text)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const all: Writing = { ...writing, told: [] }
  comments(all, homeless)
  writeItem(all, kind, entries, item)
}

/** Every comment of a value and what is in it, in the order of the file. */
function commentsIn(yaml: Yaml): readonly string[] {
  const inner =
    yaml.is === 'list'
      ? yaml.items.flatMap(commentsIn)
      : yaml.is === 'map'
        ? yaml.entries.flatMap(({ above, value: one }) => [...(above ?? []), ...commentsIn(one)])
        : []
  return [...(yaml.above ?? []), ...inner, ...(yaml.beside === undefined ? [] : [yaml.beside])]
}

function writeItem(writing: Writing, kind: Kind, entries: Entries, item: Yaml): void {
  const { out } = writing
  const shape = shapes[kind]
  const find = (key: Key): Entry | undefined => entries.find(({ meaning }) => meaning === key)
  comments(writing, item.above)
  comments(writing, entries[0]?.above)
  const named = find(kind)
  if (named) {
    word(writing, kind, named)
    value(writing, named.value)
  }
  const title = find('title')
  if (title?.value.is === 'text') out.instead(`${printText(title.value.text)} `, title.value.span)
  for (const part of shape.header) header(writing, part, find(part.key), openWhere(entries))
  const rows = find('rows')
  const block = shape.block && find(shape.block.key)
  const fields = find('fields')
  const direct = entries.filter(({ meaning }) => (shape.direct ?? []).some((one) => one === meaning))
  if (rows || block || fields || direct.length > 0 || shape.block || shape.fields) {
    out.plain('{\n')
    if (rows) table(writing, rows.value)
    comments(writing, fields?.value.above)
    if (fields?.value.is === 'map') for (const field of fields.value.entries) fieldLine(writing, field)
    for (const entry of direct) line(writing, entry)
    comments(writing, block?.value.above)
    if (block?.value.is === 'list')
      for (const one of block.value.items) blockLine(writing, one, shape.block?.words ?? [])
    out.plain('}')
  }
  out.plain('\n\n')
}

/** What a key that is only there or not says when it is. */
const yes = /^(?:true|yes|是)$/u

function comments({ out, told }: Writing, above: readonly string[] | undefined): void {
  for (const text of above ?? []) out.plain(`# ${text}\n`)
  told.push(...(above ?? []))
}

/** A keyword in the language of its key, as that key where it is one of its spellings. */
function word({ out }: Writing, keyword: Keyword, { key, span, meaning }: Entry): void {
  const spelled = meaning === keyword && !isOwn(keyword) ? key : spellKeyword(keyword, languageOfKey(key))
  if (meaning === keyword) out.instead(spelled, span)
  else out.plain(spelled)
  out.plain(' ')
}

/** After a last `where`, the last bare `=` would be the one that defines: the definition takes brackets. */
function openWhere(entries: Entries): boolean {
  const ends: readonly (Key | undefined)[] = ['per', 'as-of', 'averaged', 'starts']
  return (
    entries.some(({ meaning }) => meaning === 'where') &&
    !entries.some(({ meaning }) => ends.includes(meaning))
  )
}

function header(writing: Writing, part: Part, entry: Entry | undefined, whereOpen: boolean): void {
  const { out } = writing
  if (!entry) return
  if (part.is === 'flag') {
    const text = entry.value.is === 'text' ? entry.value.text : ''
    if (yes.test(text)) word(writing, 'averaged', entry)
    else if (!/^(?:false|no|否)$/u.test(text))
      writing.report('BY178', { expected: 'true, false', found: text.slice(0, 40) }, entry.value.span)
    return
  }
  if (part.is === 'file') {
    if (entry.value.is === 'text') out.instead(`from ${printText(entry.value.text)} `, entry.value.span)
    return
  }
  for (const keyword of part.words) word(writing, keyword, entry)
  if (part.is === 'defines') {
    const brackets = whereOpen && entry.value.is === 'text' && hasBareEqual(entry.value.text)
    out.plain(brackets ? '= (' : '= ')
    value(writing, entry.value)
    if (brackets) out.plain(')')
  } else if (entry.value.is === 'list') {
    for (const [i, one] of entry.value.items.entries()) {
      if (i > 0) out.plain(', ')
      value(writing, one)
    }
  } else value(writing, entry.value)
}

/** An `=` that could be taken for the one that defines; before an `if` there is none. */
function hasBareEqual(text: string): boolean {
  let depth = 0
  const tokens = lex({ name: '', text }, () => undefined)
  if (tokens[0]?.tokenType === t.keywordTokens.if) return false
  return tokens.some(({ tokenType }) => {
    if (tokenType === t.LeftParen) depth++
    if (tokenType === t.RightParen) depth--
    return depth === 0 && tokenType === t.EqualSign
  })
}

/** What begins a line of its own could begin a declaration. */
const indent = '  '

/** A text of the file: letter by letter where it stands there as it is read, else word by word. */
function value({ out, source }: Writing, yaml: Yaml): void {
  if (yaml.is !== 'text') return
  const { text, span } = yaml
  const plain = text.replace(/[\r\n]+/gu, ' ')
  const at = [span.from, span.from + 1].find((from) => source.text.startsWith(text, from))
  if (at !== undefined && plain === text) out.same(text, at)
  else {
    const words = wordsAt(plain, source.text.slice(span.from, span.to))
    for (const { gap, word, from } of words ?? []) {
      out.plain(gap)
      out.same(word, span.from + from)
    }
    if (!words) out.instead(plain, span)
  }
  out.plain(' ')
}

/** Where each word of a text of several lines stands; undefined where one is written in another way, as with `\"`. */
function wordsAt(
  text: string,
  written: string,
): readonly { readonly gap: string; readonly word: string; readonly from: number }[] | undefined {
  const words: { gap: string; word: string; from: number }[] = []
  // `|` or `>` with its signs, or a quotation mark, begins it.
  let end = /^(?:[|>][+\-\d]*(?=\s)|["'])?/u.exec(written)?.[0].length ?? 0
  for (const [, gap = '', word = ''] of text.matchAll(/(\s*)(\S+)/gu)) {
    const from = written.indexOf(word, end)
    if (from < 0 || written.slice(end, from).trim() !== '') return undefined
    words.push({ gap, word, from })
    end = from + word.length
  }
  return words
}

const breaking = new Map([
  [t.LeftBrace, '{'],
  [t.RightBrace, '}'],
  [t.Semicolon, ';'],
  [t.Pipe, '|'],
  [t.Comment, '#'],
])

const saysAnything: ReadonlySet<Key | undefined> = new Set<Key>(['title', 'file'])
/** Whether every text of a declaration stays on its line; a title and a file's name may say anything. */
export function staysInLine(yaml: Yaml, report: Report): boolean {
  switch (yaml.is) {
    case 'text':
      return !breaksOut(yaml.text, yaml.span, report)
    case 'list':
      return yaml.items.every((item) => staysInLine(item, report))
    case 'map':
      return yaml.entries.every(
        ({ key, value: inner }) => saysAnything.has(keyNamed(key)) || staysInLine(inner, report),
      )
    case 'empty':
      return true
  }
}

/** A sign that would end the line in the text form: what comes after it would be read as something else. */
function breaksOut(text: string, span: Span, report: Report): boolean {
  const found = lex({ name: '', text }, () => undefined).find(({ tokenType }) => breaking.has(tokenType))
  if (found) report('BY179', { sign: breaking.get(found.tokenType) ?? '' }, span)
  return found !== undefined
}

function fieldLine(writing: Writing, { key, span, value: type, above }: YamlEntry): void {
  comments(writing, above)
  writing.out.plain(indent)
  if (!isPlainName(key)) {
    writing.report('BY178', { expected: 'name', found: key.slice(0, 40) }, span)
    return
  }
  writing.out.instead(key, span)
  writing.out.plain(' ')
  value(writing, type)
  beside(writing, type)
}

function beside({ out, told }: Writing, { beside: text }: Yaml): void {
  if (text !== undefined) told.push(text)
  out.plain(text === undefined ? '\n' : ` # ${text}\n`)
}

function line(writing: Writing, entry: Entry): void {
  if (entry.meaning === undefined || isOwn(entry.meaning)) return
  comments(writing, entry.above)
  writing.out.plain(indent)
  word(writing, entry.meaning, entry)
  value(writing, entry.value)
  beside(writing, entry.value)
}

/** A line of a block: its word with the rest of the line, and its own rows or lines. */
function blockLine(writing: Writing, item: Yaml, words: readonly Keyword[]): void {
  if (item.is !== 'map') return
  const entries = item.entries.map((entry) => ({ ...entry, meaning: keyNamed(entry.key) }))
  const head = entries.find(({ meaning }) => words.some((one) => one === meaning))
  const named = entries.find(({ meaning }) => meaning === 'rows')
  // A word that says nothing else has its rows for its value.
  const rows = head?.value.is === 'list' ? head : named
  const lines = entries.find(({ meaning }) => meaning === 'lines')
  if (!head || head.meaning === undefined || isOwn(head.meaning)) return
  comments(writing, item.above)
  comments(writing, head.above)
  writing.out.plain(indent)
  word(writing, head.meaning, { ...head, meaning: head.meaning })
  value(writing, head.value)
  if (rows || lines) {
    writing.out.plain('{')
    beside(writing, head.value)
    if (rows) table(writing, rows.value)
    if (lines?.value.is === 'list')
      for (const one of lines.value.items) blockLine(writing, one, innerWords.get(head.meaning) ?? [])
    writing.out.plain('}\n')
  } else beside(writing, head.value)
}

function table(writing: Writing, rows: Yaml): void {
  if (rows.is !== 'list') return
  comments(writing, rows.above)
  for (const row of rows.items) {
    if (row.is !== 'list') continue
    comments(writing, row.above)
    writing.out.plain('|')
    for (const cell of row.items) {
      writing.out.plain(' ')
      value(writing, cell)
      writing.out.plain('|')
    }
    beside(writing, row)
  }
}
