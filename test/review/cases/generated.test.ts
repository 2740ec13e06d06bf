import { readFileSync, writeFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { expect, test } from 'vitest'
import { schemaOfCases } from '../../../src/review/cases/schema.ts'

const how = 'UPDATE=1 npx vitest run test/review/cases/generated.test.ts'

function generated(path: string, text: string): void {
  if (process.env.UPDATE) writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
}

test('the schema of cases is the one that their shapes give', () => {
  generated('grammar/cases.schema.json', `${JSON.stringify(schemaOfCases('en'), undefined, 2)}\n`)
})

test('the validator of cases is that of the schema', () => {
  const ajv = new Ajv.default({
    code: { source: true, esm: true },
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
  })
  ajv.addSchema(schemaOfCases('en'), 'cases')
  const code = standalone.default(ajv, { cases: 'cases' })
  // Nothing of the library is needed when it runs.
  expect(code).not.toContain('require(')
  generated(
    'src/review/cases/generated/validators.ts',
    `// @ts-nocheck Generated from the shapes: ${how}\n${code}\n`,
  )
})
