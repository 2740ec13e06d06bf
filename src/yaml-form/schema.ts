import type { Language } from '../base/language.ts'
import { type Keyword, spellWord } from '../syntax/keywords.ts'
import { innerWords, type Key, type Kind, kinds, type Shape, shapes, spellKey } from './shape.ts'

type Json = { readonly [key: string]: Json } | readonly Json[] | string | boolean | number

/**
 * The JSON Schema (draft 2020-12) of the YAML form with the keys of one language, for editors and for the reader itself.
 * What is written inside a text (an expression, a type, the rest of a step) is the language's own grammar.
 */
export function schemaOf(language: Language): { readonly [key: string]: Json } {
  const ref = (name: string): Json => ({ $ref: `#/$defs/${name}` })
  const defs: [string, Json][] = [
    ['text', { type: ['string', 'number', 'boolean'] }],
    // A word that says nothing else has its rows for its value.
    [
      'line',
      { type: ['string', 'number', 'boolean', 'array'], items: { type: 'array', items: ref('text') } },
    ],
    ['texts', { anyOf: [ref('text'), { type: 'array', items: ref('text') }] }],
    ['rows', { type: 'array', minItems: 2, items: { type: 'array', items: ref('text') } }],
    ['fields', { type: 'object', additionalProperties: ref('text') }],
  ]
  for (const kind of kinds) {
    defs.push([kind, declaration(kind, shapes[kind], language)])
    const words = shapes[kind].block?.words
    if (words) defs.push([`${kind}-line`, line(words, language, kind)])
  }
  for (const [word, words] of innerWords) defs.push([`${word}-line`, line(words, language)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Bylaw policy in YAML (*.bylaw.yaml)',
    type: 'array',
    items: { anyOf: kinds.map(ref) },
    $defs: Object.fromEntries(defs),
  }
}

function declaration(kind: Kind, { header, block, direct, rows, fields }: Shape, language: Language): Json {
  const ref = (name: string): Json => ({ $ref: `#/$defs/${name}` })
  const properties: [Key, Json][] = [
    [kind, ref('text')],
    ['title', ref('text')],
    ...header.map((part): [Key, Json] => [part.key, ref(part.is === 'list' ? 'texts' : 'text')]),
    ...(direct ?? []).map((word): [Key, Json] => [word, ref('text')]),
  ]
  if (rows) properties.push(['rows', ref('rows')])
  if (fields) properties.push(['fields', ref('fields')])
  if (block) properties.push([block.key, { type: 'array', items: ref(`${kind}-line`) }])
  return object(properties, [kind], language)
}

/** A line begins with exactly one of the words; a table or lines of its own may follow. */
function line(words: readonly Keyword[], language: Language, kind?: Kind): Json {
  const nested = words.find((word) => innerWords.has(word))
  const properties: [Key, Json][] = [
    ...words.map((word): [Key, Json] => [word, { $ref: '#/$defs/line' }]),
    ['rows', { $ref: '#/$defs/rows' }],
  ]
  if (nested) properties.push(['lines', { type: 'array', items: { $ref: `#/$defs/${nested}-line` } }])
  const one = words.map((word) => ({ required: [spellKey(word, language)] }))
  const said = { ...object(properties, [], language), oneOf: one }
  // Where nothing is recorded, Chinese has a word of its own.
  const [usual, own] = [spellKey('otherwise', language), spellWord('place', 'otherwise', language)]
  return kind === 'credit' && usual !== own ? renamed(said, usual, own) : said
}

/** The same with another key in place of one. */
function renamed(json: Json, from: string, to: string): Json {
  return JSON.parse(JSON.stringify(json).replaceAll(JSON.stringify(from), JSON.stringify(to)))
}

function object(
  properties: readonly (readonly [Key, Json])[],
  required: readonly Key[],
  language: Language,
): { readonly [key: string]: Json } {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties.map(([key, value]) => [spellKey(key, language), value])),
    ...(required.length > 0 && { required: required.map((key) => spellKey(key, language)) }),
  }
}
