import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keywordBySpelling } from '../../src/syntax/keywords.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { chinese } from './chinese-sample.ts'
import { english } from './samples.ts'
import { withoutSpans } from './strip.ts'

/** Reads a text; what holds for every text at all. */
function check(text: string): void {
  const { file, diagnostics } = parse({ name: 'a.bylaw', text })
  for (const { span } of diagnostics) {
    expect(span).toBeDefined()
    expect(span?.from).toBeGreaterThanOrEqual(0)
    expect(span?.to).toBeLessThanOrEqual(text.length)
    expect(span?.from).toBeLessThanOrEqual(span?.to ?? -1)
  }
  const printed = print(file)
  if (diagnostics.length > 0) return
  const again = parse({ name: 'a.bylaw', text: printed })
  expect(again.diagnostics).toEqual([])
  expect(withoutSpans(again.file)).toEqual(withoutSpans(file))
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const other = parse({ name: 'a.bylaw', text: print(file, language) })
    expect(other.diagnostics).toEqual([])
    expect(print(other.file, file.language)).toBe(printed)
  }
}

const runs = Number(process.env.RUNS ?? 120)

test('any text at all gives a tree and located findings', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: runs })
})

const words = [
  ...keywordBySpelling.keys(),
  'a',
  'b',
  '金额',
  'x.y',
  '12%',
  '8折',
  '500 CNY',
  '2026-01-01',
  '"t"',
  '1',
]
const signs = [
  '{',
  '}',
  '(',
  ')',
  ',',
  ';',
  '|',
  '=',
  '=>',
  '..',
  '+',
  '-',
  '*',
  '/',
  '<=',
  '<>',
  '\n',
  '\n',
  '# c\n',
]

test('any heap of the language’s words gives a tree and located findings', () => {
  const heap = fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs)), { maxLength: 40 })
  fc.assert(
    fc.property(heap, (parts) => check(parts.join(' '))),
    { numRuns: runs },
  )
})

test('a policy in which a piece was changed gives a tree and located findings', () => {
  const change = fc.record({
    text: fc.constantFrom(english, chinese),
    at: fc.nat(),
    remove: fc.nat({ max: 12 }),
    insert: fc.oneof(fc.constantFrom('', ...words, ...signs), fc.string({ maxLength: 4 })),
  })
  fc.assert(
    fc.property(change, ({ text, at, remove, insert }) => {
      const from = at % text.length
      check(`${text.slice(0, from)}${insert}${text.slice(from + remove)}`)
    }),
    { numRuns: runs },
  )
})

test('a small slip in a large policy gives few messages', () => {
  const slip = fc.record({
    at: fc.nat({ max: english.length - 1 }),
    insert: fc.constantFrom('', '@', ',', '(', '#'),
  })
  fc.assert(
    fc.property(slip, ({ at, insert }) => {
      const text = english.slice(0, at) + insert + english.slice(at + 1)
      const { diagnostics, file } = parse({ name: 'a.bylaw', text })
      expect(diagnostics.length).toBeLessThanOrEqual(3)
      expect(file.declarations.length).toBeGreaterThanOrEqual(17)
    }),
    { numRuns: runs },
  )
})

test('words that stand behind or before a value, however many, are a located finding', () => {
  const many = (part: string) => ` ${part}`.repeat(3000)
  for (const value of [
    `x${many('as of d')}`,
    `x${many('prorated by months')}`,
    `x${many('year to date')}`,
    `x${many('in last 3 months')}`,
    `x${many('with a replaced by b')}`,
    `${many('rank of')} x`,
    `${many('larger of 1,')} x`,
    `${many('paid on')} x by c`,
  ]) {
    const { diagnostics } = parse({ name: 'a.bylaw', text: `value v for Rep per quarter = ${value}` })
    expect(diagnostics.map(({ code }) => code)).toEqual(['BY163'])
  }
})
