import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

/** The same policy with any words for yes and no in its cells. */
const policy = (yes: string, no: string) => `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  trained yes/no
  warned yes/no optional
}

table allowed unique {
  | trained | warned | => pays |
  | ${yes}     | ${no}     | ${yes}  |
  | ${yes}     | ${yes}    | ${no}   |
  | ${no}      | -      | ${no}   |
}

decision standing for Rep {
  table first match {
    | trained | warned | => good | => grade |
    | ${yes}     | not ${yes}    | ${yes}   | A |
    | -       | -      | ${no}    | B |
  }
}

bonus pay for Rep {
  start if allowed(trained, warned if missing false) then 100 CNY else 1 CNY
  plus if standing.good then 10 CNY else 0 CNY
  round 0.01 half-up
}
`

/** The reference says yes and no of a result that the engine calls true and false. */
const inEngineWords = (said: string) => (said === 'yes' ? 'true' : said === 'no' ? 'false' : said)

const word = fc.constantFrom(['yes', 'no'] as const, ['true', 'false'] as const, ['是', '否'] as const)
const cell = fc.constantFrom('yes', 'no', 'true', 'false', null)

test('yes and no in cells mean what true and false mean', () => {
  const rows = fc.array(fc.record({ trained: cell, warned: cell }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(word, rows, ([yes, no], reps) => {
      const data = { Rep: reps.map((rep, i) => ({ id: `${i}`, ...rep })) }
      const text = policy(yes, no)
      const got = engineLines([{ name: 'policy.bylaw', text }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(text), new Map(Object.entries(data)), ['2026-Q1'])
      expect([...asked.lines].map(([line, want]) => [line, inEngineWords(meaning(want))])).toEqual(
        [...asked.lines.keys()].map((line) => [line, meaning(got.lines.get(line))]),
      )
    }),
    { numRuns: 60, seed: 2 },
  )
})

test('they are printed as they were written', () => {
  const text = print(parse({ name: 'p', text: policy('yes', 'no') }).file)
  expect(text.match(/\byes\b(?!\/)/g)?.length).toBe(7)
  expect(text).not.toContain('true')
  expect(print(parse({ name: 'p', text: policy('是', '否') }).file, 'zh-Hans')).toContain('| 是')
})
