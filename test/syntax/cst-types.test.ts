import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chevrotain, withChevrotain } from './with-chevrotain.ts'

const { generateCstDts } = await chevrotain()
const { StatementParser } = await withChevrotain()

const file = 'src/syntax/generated/cst-types.ts'

test('the types of the concrete syntax tree are those of the grammar', () => {
  const header = '// Generated from the grammar: UPDATE=1 npx vitest run test/syntax/cst-types.test.ts\n'
  const generated = generateCstDts(new StatementParser({ whole: true }).getGAstProductions(), {
    includeVisitorInterface: false,
  })
  const types = header + generated.replace(', ICstVisitor', '')
  if (process.env.UPDATE) writeFileSync(file, types)
  expect(readFileSync(file, 'utf8')).toBe(types)
})

test('the grammar has no ambiguity that is not meant', () => {
  expect(() => new StatementParser({ whole: true })).not.toThrow()
})
