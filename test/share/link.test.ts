import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fragmentOf, isShared, readFragment } from '../../playground/src/share/link.ts'
import { fromJson, type Shared, toJson } from '../../playground/src/share/shared.ts'

const source = fc.record({
  name: fc.constantFrom('制度.bylaw', 'policy.bylaw', 'tables/rates.csv', 'sales policy.bylaw.md'),
  text: fc.string({ unit: 'grapheme', maxLength: 300 }),
})
const sources = fc.uniqueArray(source, { minLength: 1, maxLength: 3, selector: ({ name }) => name })
const shared: fc.Arbitrary<Shared> = fc.record(
  {
    name: fc.string({ unit: 'grapheme', maxLength: 30 }),
    sample: fc.constantFrom('tangyu-zh', 'first-commission'),
    policy: sources,
    base: sources,
    settings: fc.constant({ name: 'bylaw.yaml', text: 'data: data\n' }),
    cases: sources,
    period: fc.constant('2026-Q2'),
    now: fc.constant('2026-07-07T12:00'),
  },
  { requiredKeys: ['name', 'policy', 'cases'] },
)

/** A fragment as somebody else could make it. */
function forged(text: string): string {
  return `#p=${deflateRawSync(Buffer.from(text)).toString('base64url')}`
}

describe('a link that holds a policy', () => {
  test('gives back what was put in, in signs that stand in a link as they are', async () => {
    await fc.assert(
      fc.asyncProperty(shared, async (one) => {
        const fragment = await fragmentOf(one, '0.1.0')
        expect(fragment).toMatch(/^#p=[\w-]+$/)
        expect(isShared(fragment)).toBe(true)
        expect(await readFragment(fragment)).toEqual(one)
      }),
      { numRuns: 60 },
    )
  })

  test('that was cut on its way is not opened in part', async () => {
    const policy = [
      { name: 'p.bylaw', text: Array.from({ length: 200 }, (_, i) => `line ${i * 7919}`).join('\n') },
    ]
    const fragment = await fragmentOf({ name: 'p', policy, cases: [] }, '0.1.0')
    for (const length of [3, 4, 20, fragment.length / 2, fragment.length - 1])
      expect(await readFragment(fragment.slice(0, length))).toEqual({ is: 'unreadable', why: 'broken' })
  })

  test('of a later format is said to be one', () => {
    expect(fromJson('{"format":2,"everything":"else"}')).toEqual({ is: 'unreadable', why: 'later' })
  })

  test('that unpacks to far more than a policy is given up', async () => {
    const fragment = forged(' '.repeat(65_000_000))
    expect(fragment.length).toBeLessThan(100_000)
    expect(await readFragment(fragment)).toEqual({ is: 'unreadable', why: 'large' })
  })

  test.each([
    ['text that is no data', 'policy { }'],
    ['no text', '{"format":1,"name":"x","policy":[],"cases":[]}'],
    ['a number where a text stands', '{"format":1,"name":"x","policy":[{"name":"a.bylaw","text":1}]}'],
    ['a file outside the folder', '{"format":1,"policy":[{"name":"../a.bylaw","text":""}]}'],
    ['a file of another disk', '{"format":1,"policy":[{"name":"C:\\\\a.bylaw","text":""}]}'],
    ['the same file twice', '{"format":1,"policy":[{"name":"a","text":"1"},{"name":"a","text":"2"}]}'],
    ['cases that are none', '{"format":1,"policy":[{"name":"a","text":""}],"cases":{"0":1}}'],
  ])('with %s is not opened', async (_, text) => {
    expect(await readFragment(forged(text))).toEqual({ is: 'unreadable', why: 'broken' })
  })

  test('takes nothing over that it does not know', () => {
    const text =
      '{"format":1,"name":"x","policy":[{"name":"a.bylaw","text":"b","run":"c"}],"__proto__":{"sample":"d"}}'
    expect(fromJson(text)).toEqual({ name: 'x', policy: [{ name: 'a.bylaw', text: 'b' }], cases: [] })
  })

  test('says which version of the product it was made with', () => {
    expect(JSON.parse(toJson({ name: 'x', policy: [], cases: [] }, '0.1.0')).bylaw).toBe('0.1.0')
  })
})
