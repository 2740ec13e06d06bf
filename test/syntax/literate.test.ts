import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { documentOf, parseLiterate, printLiterate, rulesOf } from '../../src/syntax/literate.ts'
import { headingsAt, outlineOf } from '../../src/syntax/markdown.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { read } from '../../src/syntax/read.ts'

const rules = [
  `policy p "Sales policy" { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
`,
  `# What counts.
value sold for Rep per quarter = sum(Order.amount)
`,
  `commission pay for Rep per quarter { # per quarter
  rate 2% of sold
  round 0.01 half-up
}
`,
]
const [records = '', values = '', pay = ''] = rules
const document = `# Sales policy

We pay for *orders*.

## Chapter 1 General

\`\`\`bylaw
${records}\`\`\`

### Article 1 What counts

Prose with | a | table |, and code that is no rule:

\`\`\`
commission nonsense {
\`\`\`

~~~~ bylaw
${values}~~~~

Chapter 2 [Pay](pay.md)
-----------------------

   \`\`\`bylaw title="pay"
${pay}   \`\`\`

The end.
`

describe('the literate form', () => {
  test('has the plan of its rules, whatever stands around them', () => {
    const literate = compile([{ name: 'policy.bylaw.md', text: document }])
    const text = compile([{ name: 'policy.bylaw', text: rules.join('\n') }])
    expect(literate.diagnostics).toEqual([])
    const { origins: _, ...meaning } = literate.plan ?? { origins: [] }
    const { origins: __, ...same } = text.plan ?? { origins: [] }
    expect(meaning).toEqual(same)
  })

  test('tells under which headings each rule stands, without the title of the document', () => {
    const { plan } = compile([{ name: 'policy.bylaw.md', text: document }])
    const headings = (id: string) =>
      plan?.origins.find(({ from, to }) => document.slice(from, to) === id)?.heading
    expect(headings('sold')).toEqual(['Chapter 1 General', 'Article 1 What counts'])
    expect(headings('pay')).toEqual(['Chapter 2 Pay'])
  })

  test('points at the line of the document', () => {
    const text = document.replace('2% of sold', '2% of slod')
    const [found] = compile([{ name: 'policy.bylaw.md', text }]).diagnostics
    expect(found?.code).toBe('BY201')
    expect(text.slice(found?.span?.from, found?.span?.to)).toBe('slod')
  })

  test('is laid out block by block, every byte of prose as it was', () => {
    const source = { name: 'a.bylaw.md', text: document.replaceAll('\n', '\r\n') }
    const once = printLiterate(source, parseLiterate(source).sections)
    const proseOf = (text: string) => outlineOf(text).prose.map((line) => line.text)
    expect(proseOf(once)).toEqual(proseOf(source.text))
    expect(once).toContain(
      '   commission pay for Rep per quarter {  # per quarter\r\n     rate 2% of sold\r\n',
    )
    const again = { name: 'a.bylaw.md', text: once }
    expect(printLiterate(again, parseLiterate(again).sections)).toBe(once)
    const chinese = printLiterate(source, parseLiterate(source).sections, 'zh-Hans')
    expect(chinese).toContain('提成 pay 适用于 Rep 每季度 {')
    expect(proseOf(chinese)).toEqual(proseOf(source.text))
  })

  test('gives its rules as text, and takes text as a document', () => {
    const { sections } = parseLiterate({ name: 'a.bylaw.md', text: document })
    const text = rulesOf(sections)
    expect(text).toContain('# Chapter 1 General › Article 1 What counts\n')
    const { file } = parse({ name: 'a.bylaw', text })
    const back = read({ name: 'a.bylaw.md', text: documentOf(file) })
    expect(back.diagnostics).toEqual([])
    expect(print(back.file)).toBe(text)
  })

  test('says where a block is not closed, and where one would not be read', () => {
    const codes = (text: string) => read({ name: 'a.bylaw.md', text }).diagnostics.map(({ code }) => code)
    expect(codes('```bylaw\nvalue a = 1\n')).toEqual(['BY165'])
    expect(codes('- point\n\n  - ```bylaw\n')).toEqual(['BY166'])
    expect(codes('> ```bylaw\n> value a = 1\n> ```\n')).toEqual(['BY166'])
    expect(codes('````\n```bylaw\nvalue a = \n```\n````\n')).toEqual([])
    expect(codes('a `b` c\n\n    ```bylaw\n')).toEqual(['BY166'])
  })

  test('reads any text at all', () => {
    const piece = fc.constantFrom(
      '```bylaw\n',
      '```\n',
      '~~~',
      '\n',
      '# a\r\n',
      '===\n',
      'value a = 1\n',
      '> ',
      '   ',
      '{',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }), (pieces) => {
        const source = { name: 'a.bylaw.md', text: pieces.join('') }
        const { sections, diagnostics } = parseLiterate(source)
        for (const { span } of diagnostics) expect(span?.to).toBeLessThanOrEqual(source.text.length)
        headingsAt(outlineOf(source.text))(source.text.length)
        if (diagnostics.length > 0) return
        const printed = printLiterate(source, sections)
        expect(outlineOf(printed).prose.map((line) => line.text)).toEqual(
          outlineOf(source.text).prose.map((line) => line.text),
        )
      }),
      { numRuns: 300 },
    )
  })
})
