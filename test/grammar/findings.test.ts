import { describe, expect, test } from 'vitest'
import { entries } from '../../grammar/finding-page.ts'
import { severityOf } from '../../src/base/render.ts'
import { compile } from '../../src/compile.ts'
import { parse } from '../../src/syntax/parse.ts'

/** A syntax example is a fragment: only what reading it gives counts. Any other is a whole policy. */
function findingsOf(code: string, text: string) {
  const source = { name: 'example.bylaw', text }
  const { diagnostics } = code.startsWith('BY1') ? parse(source) : compile([source])
  return {
    codes: [...new Set(diagnostics.map((d) => d.code))],
    errors: [...new Set(diagnostics.filter((d) => severityOf(d) === 'error').map((d) => d.code))],
  }
}

const withBad = entries.flatMap(([code, { bad }]) => (bad === undefined ? [] : [[code, bad] as const]))
const withGood = entries.flatMap(([code, { good }]) => (good === undefined ? [] : [[code, good] as const]))

describe('the examples of the findings’ pages are true', () => {
  test.each(withBad)('the bad example of %s gives it, and no other error', (code, bad) => {
    const { codes, errors } = findingsOf(code, bad)
    expect(codes).toContain(code)
    expect(errors.filter((other) => other !== code)).toEqual([])
  })

  test.each(withGood)('the mended example of %s is without error', (code, good) => {
    const { codes, errors } = findingsOf(code, good)
    expect(codes).not.toContain(code)
    expect(errors).toEqual([])
  })

  test('a code that shows the mistake shows the mended policy too', () => {
    const halves = entries.filter(([, { bad, good }]) => (bad === undefined) !== (good === undefined))
    expect(halves.map(([code]) => code)).toEqual([])
  })

  test('every finding about a policy shows one', () => {
    // Too long, too deep, too many: no example of these is small.
    const large = ['BY160', 'BY161', 'BY163', 'BY164']
    // About the document around the rules: test/syntax/literate.test.ts shows them.
    const literate = ['BY165', 'BY166']
    // About another form: test/yaml-form/mistakes.test.ts shows them.
    const yaml = Array.from({ length: 9 }, (_, i) => `BY${174 + i}`)
    // About a file beside the policy: test/syntax/attached.test.ts shows them.
    const attached = ['BY545', 'BY546', 'BY554']
    const lacking = entries.filter(([code, { bad }]) => /^BY[1-6]/.test(code) && bad === undefined)
    expect(
      lacking
        .map(([code]) => code)
        .filter((code) => ![...large, ...literate, ...yaml, ...attached].includes(code)),
    ).toEqual([])
  })
})
