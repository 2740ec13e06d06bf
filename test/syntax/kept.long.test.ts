import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Analysed, analyse } from '../../src/analyse.ts'
import type { Keeping } from '../../src/syntax/kept.ts'
import { read } from '../../src/syntax/read.ts'
import { chinese } from './chinese-sample.ts'
import { english } from './samples.ts'

const texts = [
  { name: 'english.bylaw', text: english },
  { name: 'chinese.bylaw', text: chinese },
  ...['policies/margin-matrix/制度.bylaw', 'policies/deductions-zh/制度.bylaw'].map((name) => ({
    name,
    text: readFileSync(name, 'utf8'),
  })),
  {
    name: 'document.bylaw.md',
    text: `# Pay\n\n\`\`\`bylaw\n${english}\`\`\`\n\nProse.\n\n\`\`\`bylaw\n${english.slice(english.indexOf('record Rep'))}\`\`\`\n`,
  },
]

/** What somebody may do to a text in one step: put something in, take something away, write a part twice. */
const step = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.integer({ min: 0, max: 40 }),
  put: fc.constantFrom(
    '',
    ' ',
    '\n',
    '\n\n',
    '# why\n',
    '{',
    '}',
    '|',
    '"',
    '1',
    'x',
    '％',
    'record ',
    'language zh-Hans\n',
  ),
  again: fc.boolean(),
})

describe('a text that is read again while somebody types', () => {
  test.each(texts)('$name: what is kept changes nothing of what is read', ({ name, text }) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let now = text
        let earlier: Analysed | undefined
        for (const { at, taken, put, again } of [{ at: 0, taken: 0, put: '', again: false }, ...steps]) {
          const from = Math.floor(at * now.length)
          const gone = now.slice(from, from + taken)
          now = now.slice(0, from) + put + (again ? gone + gone : '') + now.slice(from + taken)
          const kept: Analysed = analyse([{ name, text: now }], [], earlier)
          const afresh = analyse([{ name, text: now }])
          expect(kept.program).toEqual(afresh.program)
          expect(kept.diagnostics).toEqual(afresh.diagnostics)
          earlier = kept
        }
      }),
      { numRuns: 12 },
    )
  })

  test('only the declaration that was edited is read', () => {
    const [before, after] = [english, english.replace('"Representative"', '"Salesperson"')].map((text) => ({
      name: 'p.bylaw',
      text,
    }))
    if (before === undefined || after === undefined) throw new Error('two texts')
    const first: Keeping = { earlier: new Map(), now: new Map() }
    read(before, [], undefined, first)
    const second: Keeping = { earlier: first.now, now: new Map() }
    const { file } = read(after, [], undefined, second)
    expect(second.now.size).toBe(file.declarations.length)
    expect([...second.now.keys()].filter((key) => !first.now.has(key))).toEqual([
      expect.stringContaining('"Salesperson"'),
    ])
  })

  test('what a file beside the policy says is looked up each time', () => {
    const text = 'table fees from "fees.csv"\n'
    const keeping: Keeping = { earlier: new Map(), now: new Map() }
    read({ name: 'p.bylaw', text }, [], () => ({ name: 'fees.csv', text: 'a,=> b\n1,2\n' }), keeping)
    expect(keeping.now.size).toBe(0)
  })
})
