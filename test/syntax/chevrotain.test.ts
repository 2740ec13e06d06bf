import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { withChevrotain } from './with-chevrotain.ts'

const root = join(import.meta.dirname, '../..')

function textsIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bylaw'))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
}

async function different(texts: readonly string[]): Promise<readonly string[]> {
  const whole = await withChevrotain()
  return texts.filter((text) => {
    const source = { name: 'policy.bylaw', text }
    return JSON.stringify(parse(source)) !== JSON.stringify(whole.parse(source))
  })
}

test('every sample reads as on Chevrotain itself', async () => {
  const texts = textsIn('policies')
  expect(texts.length).toBeGreaterThan(10)
  expect(await different(texts)).toEqual([])
})

test('every wrong policy reads as on Chevrotain itself, mistake by mistake', async () => {
  const texts = textsIn('test/bad')
  expect(texts.length).toBeGreaterThan(300)
  expect(await different(texts)).toEqual([])
})

test('texts with words lost, doubled and put in other places read as on Chevrotain itself', async () => {
  const texts = [...textsIn('policies'), ...textsIn('test/bad')]
  const words = [...new Set(texts.flatMap((text) => text.match(/[\p{L}_]+|\d+%?|[^\s\p{L}\d]/gu) ?? []))]
  const whole = await withChevrotain()
  const edit = fc.record({
    at: fc.nat(),
    lost: fc.integer({ min: 0, max: 3 }),
    put: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      const parts = text.slice(0, 3000).split(/(\s+|(?<=[\p{P}\p{S}])|(?=[\p{P}\p{S}]))/u)
      for (const { at, lost, put } of edits)
        parts.splice(at % parts.length, lost, ...put.map((one) => ` ${one} `))
      const source = { name: 'policy.bylaw', text: parts.join('') }
      expect(parse(source)).toEqual(whole.parse(source))
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  )
})

test('any characters read as on Chevrotain itself', async () => {
  const whole = await withChevrotain()
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      // Chevrotain takes no word that begins with a form of an Arabic letter (U+FE01 to U+FEFF), though they are letters.
      const source = { name: 'policy.bylaw', text: text.replace(/[\ufe01-\ufeff]/gu, '') }
      expect(parse(source)).toEqual(whole.parse(source))
    }),
    { numRuns: 500 },
  )
})
