import type { Language } from '../../base/language.ts'
import { type Part, type Shape, shapes } from './shape.ts'
import { caseWords } from './words.ts'

type Json = { readonly [key: string]: Json } | readonly Json[] | string | boolean | number
type JsonObject = { readonly [key: string]: Json }

const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` })

/** What each kind of part is: records, fields, clauses and lines have names of their own. */
const parts: { readonly [part in Part]: Json } = {
  text: ref('text'),
  cases: { type: 'array', minItems: 1, items: ref('case') },
  accepted: { type: 'array', minItems: 1, items: ref('accepted') },
  texts: { anyOf: [ref('text'), { type: 'array', minItems: 1, items: ref('text') }] },
  given: ref('given'),
  defaults: ref('defaults'),
  expect: ref('expect'),
  table: { type: 'string' },
  previous: { type: ['object', 'null'], additionalProperties: ref('lines') },
  count: { type: ['integer', 'string'], minimum: 0, pattern: '^(?:[0-9]{1,9}|\\$.+)$' },
  truth: { type: ['boolean', 'string'] },
}

/**
 * The JSON Schema (draft 2020-12) of files of cases with the keys of one language, for editors and for the reader itself.
 * Which records, fields, clauses and results there are is the policy's: the reader asks it.
 */
export function schemaOfCases(language: Language): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Regression cases of a Bylaw policy (*.cases.yaml)',
    ...object(shapes.file, language),
    anyOf: [{ required: [spell('cases', language)] }, { required: [spell('accepted', language)] }],
    $defs: {
      text: { type: ['string', 'number', 'boolean'] },
      cell: { type: ['string', 'number', 'boolean', 'null'] },
      row: { type: 'object', additionalProperties: ref('cell') },
      rows: { anyOf: [ref('row'), { type: 'array', items: ref('row') }, { type: 'null' }] },
      given: { type: ['object', 'null'], additionalProperties: ref('rows') },
      defaults: { type: ['object', 'null'], additionalProperties: ref('row') },
      lines: {
        anyOf: [ref('text'), { type: 'object', additionalProperties: ref('lines') }],
      },
      expect: { ...object(shapes.expect, language), minProperties: 1, additionalProperties: ref('lines') },
      case: object(shapes.case, language),
      accepted: object(shapes.accepted, language),
    },
  }
}

function object({ keys, required }: Shape, language: Language): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(keys).map(([word, part]) => [spell(word, language), parts[part]]),
    ),
    ...(required.length > 0 && { required: required.map((word) => spell(word, language)) }),
  }
}

function spell(word: string, language: Language): string {
  const words = Object.entries(caseWords).find(([key]) => key === word)?.[1]
  return words?.[language] ?? word
}
