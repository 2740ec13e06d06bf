import { expect, test } from 'vitest'
import type { Code } from '../../src/base/codes.ts'
import { entryOf } from '../../src/base/codes.ts'
import { syntaxMessages } from '../../src/base/messages/syntax.ts'
import { parse } from '../../src/syntax/parse.ts'

const codes = Object.keys(syntaxMessages) as Code[]

function found(text: string): string[] {
  return parse({ name: 'a.bylaw', text }).diagnostics.map(({ code }) => code)
}

test.each(
  codes.flatMap((code) => {
    const { bad } = entryOf(code)
    return bad === undefined ? [] : [[code, bad] as const]
  }),
)('the bad policy of %s gives this message and no other', (code, bad) => {
  expect(found(bad)).toEqual([code])
})

test.each(
  codes.flatMap((code) => {
    const { good } = entryOf(code)
    return good === undefined ? [] : [[code, good] as const]
  }),
)('the mended policy of %s gives no message of syntax', (_, good) => {
  expect(found(good)).toEqual([])
})

test('a number that stands at a word without a space is said to want one', () => {
  const table =
    '制度 甲 { 语言 zh-Hans; 币种 CNY }\n对照表 乙 唯一 {\n  | 丙 | => 丁 |\n  | 超过5% | 1 |\n}\n'
  const [first, ...rest] = parse({ name: 'a.bylaw', text: table }).diagnostics
  expect(rest).toEqual([])
  expect(first?.code).toBe('BY111')
  expect(first?.edits?.map(({ text }) => text)).toEqual(['超过 5%'])
})
