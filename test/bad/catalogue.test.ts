import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import { type Code, entryOf } from '../../src/base/codes.ts'
import { compile } from '../../src/compile.ts'

/** The findings of a text; of the notices of what a design leads to only those of the code in question. */
const codesOf = (text: string, code: Code) =>
  compile([{ name: 'policy.bylaw', text }])
    .diagnostics.map((d) => d.code)
    .filter((found) => found === code || entryOf(found).severity !== 'notice')

/** What the checker says, beyond the parser: the whole example stands or falls with it. */
const examples = (Object.keys(catalogue) as Code[])
  // Those of files beside a policy show none: test/grammar/findings.test.ts lists them.
  .filter((code) => /^BY[2-6]/.test(code) && entryOf(code).bad !== undefined)
  .map((code) => [code, entryOf(code)] as const)

describe('the examples of the checker’s findings', () => {
  test.each(examples)('the bad example of %s gives this finding alone', (code, { bad }) => {
    expect(codesOf(bad ?? '', code)).toEqual([code])
  })

  test.each(examples)('the mended example of %s gives none', (code, { good }) => {
    expect(codesOf(good ?? '', code)).toEqual([])
  })
})
