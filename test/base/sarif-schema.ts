/**
 * What SARIF 2.1.0 (OASIS) asks of the parts that we write: its required members, its closed lists of words, its
 * patterns, and that no member is there which it does not know.
 */
const closed = { type: 'object', additionalProperties: false } as const
const text = { type: 'string', minLength: 1 } as const
const message = { ...closed, required: ['text'], properties: { text } } as const
const artifactLocation = {
  ...closed,
  required: ['uri'],
  properties: { uri: { type: 'string', pattern: '^[^\\s\\\\]+$' }, uriBaseId: { const: '%SRCROOT%' } },
} as const
const one = { type: 'integer', minimum: 1 } as const
const location = {
  ...closed,
  properties: {
    message,
    physicalLocation: {
      ...closed,
      required: ['artifactLocation'],
      properties: {
        artifactLocation,
        region: {
          ...closed,
          required: ['startLine'],
          properties: { startLine: one, startColumn: one, endLine: one, endColumn: one },
        },
      },
    },
    logicalLocations: {
      type: 'array',
      items: { ...closed, properties: { name: text, kind: { type: 'string' } } },
    },
  },
} as const
const level = { enum: ['none', 'note', 'warning', 'error'] } as const

export const sarifSchema = {
  ...closed,
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '^https://' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        ...closed,
        required: ['tool'],
        properties: {
          tool: {
            ...closed,
            required: ['driver'],
            properties: {
              driver: {
                ...closed,
                required: ['name'],
                properties: {
                  name: text,
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      ...closed,
                      required: ['id'],
                      properties: {
                        id: text,
                        shortDescription: message,
                        help: { ...closed, required: ['text'], properties: { text, markdown: text } },
                        // An absolute URI.
                        helpUri: { type: 'string', pattern: '^[a-z][a-z0-9+.-]*://' },
                        defaultConfiguration: { ...closed, properties: { level } },
                      },
                    },
                  },
                },
              },
            },
          },
          language: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: {
            type: 'array',
            items: {
              ...closed,
              required: ['message'],
              properties: {
                ruleId: text,
                ruleIndex: { type: 'integer', minimum: 0 },
                level,
                message,
                locations: { type: 'array', items: location },
                relatedLocations: { type: 'array', items: location },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  },
} as const
