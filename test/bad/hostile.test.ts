import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/base/language.ts'
import { renderPretty } from '../../src/base/render.ts'
import { plain } from '../../src/base/render-paint.ts'
import { compile } from '../../src/compile.ts'

function compiled(text: string) {
  const sources = [{ name: 'policy.bylaw', text }]
  return { sources, ...compile(sources) }
}

const head = `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  quota money
}

`
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

describe('a policy of any size and shape gets its findings, never a crash', () => {
  const codes = (text: string) => [...new Set(compiled(text).diagnostics.map((d) => d.code))]

  test('a chain of 5,000 values is no recursion', () => {
    const chain = lines(5000, (i) => `value v${i} for Rep = v${i + 1} + 1 CNY`)
    expect(codes(`${head}${chain}\nvalue v5000 for Rep = quota\n`)).toEqual([])
  })

  test('a circle of 5,000 values is one finding', () => {
    const chain = lines(5000, (i) => `value v${i} for Rep = v${i + 1} + 1 CNY`)
    const { diagnostics } = compiled(`${head}${chain}\nvalue v5000 for Rep = v0\n`)
    expect(diagnostics.map((d) => d.code)).toEqual(['BY406'])
  })

  test('300 records that all refer to one another are walked in time', () => {
    const records = lines(300, (i) => {
      const fields = lines(8, (j) => `  f${j} R${(i * 7 + j * 3 + 1) % 300}`)
      return `record R${i} {\n  id text key\n${fields}\n}`
    })
    expect(codes(`${head}${records}\nvalue x for Rep = count(R0)\n`)).toEqual(['BY402'])
  })

  test('2,000 unknown names are each reported', () => {
    const { diagnostics } = compiled(
      `${head}${lines(2000, (i) => `value v${i}x for Rep = w${i}y + 1 CNY`)}\n`,
    )
    expect(diagnostics.length).toBe(2000)
  })

  test('a file of five million characters is not read', () => {
    expect(codes('x'.repeat(5_000_000))).toEqual(['BY160'])
  })

  test('a megabyte of one sign is one finding', () => {
    for (const sign of ['|', '{', '}', '"', '(', '-']) expect(codes(sign.repeat(200_000)).length).toBe(1)
  })
})

describe('a policy with random slips', () => {
  const policies = ['fine-en', 'fine-zh-hans', 'fine-zh-hant', 'BY608-weight-goes-nowhere'].map((name) =>
    readFileSync(new URL(`${name}/policy.bylaw`, import.meta.url), 'utf8'),
  )
  const pieces = policies.map((text) => text.split(/(\s+|[{}()|,;=])/))
  const slip = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('drop', 'double', 'exchange', 'replace'),
    by: fc.constantFrom(
      ...[
        '{',
        '}',
        '|',
        '(',
        ')',
        '80',
        '0%',
        '，',
        '"',
        '-',
        'and',
        '每',
        'per',
        '=>',
        '1e400',
        '__proto__',
      ],
    ),
  })
  const broken = fc
    .tuple(fc.nat(policies.length - 1), fc.array(slip, { minLength: 1, maxLength: 3 }))
    .map(([which, slips]) => {
      const words = [...(pieces[which] ?? [])]
      for (const { at, kind, by } of slips) {
        const i = at % words.length
        const j = (at * 7 + 13) % words.length
        const [a, b] = [words[i] ?? '', words[j] ?? '']
        if (kind === 'drop') words[i] = ''
        else if (kind === 'double') words[i] = `${a} ${a}`
        else if (kind === 'replace') words[i] = by
        else {
          words[i] = b
          words[j] = a
        }
      }
      return words.join('')
    })

  test('is read to the end, and each finding stands in the text and has all its words', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const { sources, diagnostics } = compiled(text)
        for (const { span } of diagnostics) {
          if (!span) continue
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeGreaterThanOrEqual(span.from)
          expect(span.to).toBeLessThanOrEqual(text.length)
        }
        for (const language of languages) {
          const report = renderPretty(diagnostics, sources, { language, paint: plain })
          expect(report).not.toMatch(/undefined|\[object|\{\w+\}/)
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    )
  })
})
