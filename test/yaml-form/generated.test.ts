import { readFileSync, writeFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { expect, test } from 'vitest'
import { schemaOf } from '../../src/yaml-form/schema.ts'
import { kinds } from '../../src/yaml-form/shape.ts'

const how = 'UPDATE=1 npx vitest run test/yaml-form/generated.test.ts'

function generated(path: string, text: string): void {
  if (process.env.UPDATE) writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
}

test('the schema is the one that the shapes give', () => {
  generated('grammar/policy.schema.json', `${JSON.stringify(schemaOf('en'), undefined, 2)}\n`)
})

test('the validators are those of the schema', () => {
  const ajv = new Ajv.default({
    code: { source: true, esm: true },
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
  })
  const schema = schemaOf('en')
  ajv.addSchema(schema, 'policy')
  const exported = Object.fromEntries(kinds.map((kind) => [kind, `policy#/$defs/${kind}`]))
  const code = standalone.default(ajv, exported)
  // Nothing of the library is needed when it runs.
  expect(code).not.toContain('require(')
  generated(
    'src/yaml-form/generated/validators.ts',
    `// @ts-nocheck Generated from the shapes: ${how}\n${code}\n`,
  )
})
