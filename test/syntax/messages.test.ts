import { describe, expect, test } from 'vitest'
import type { Code } from '../../src/base/codes.ts'
import { entryOf } from '../../src/base/codes.ts'
import { syntaxMessages } from '../../src/base/messages/syntax.ts'
import { parse } from '../../src/syntax/parse.ts'

const codes = Object.keys(syntaxMessages) as Code[]

function found(text: string): string[] {
  return parse({ name: 'a.bylaw', text }).diagnostics.map(({ code }) => code)
}

describe.each(codes)('%s', (code) => {
  const { bad, good } = entryOf(code)
  test.skipIf(bad === undefined)('its bad policy gives this message and no other', () => {
    expect(found(bad ?? '')).toEqual([code])
  })
  test.skipIf(good === undefined)('its mended policy gives no message of syntax', () => {
    expect(found(good ?? '')).toEqual([])
  })
})
