import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; sold money }
`
const circles = (text: string) =>
  compile([{ name: 'p.bylaw', text: head + text }]).diagnostics.flatMap((found) =>
    found.code === 'BY406'
      ? [
          {
            path: found.args.path ?? '',
            steps: found.related?.map(({ span }) => (head + text).slice(span.from, span.to)) ?? [],
          },
        ]
      : [],
  )

test('of several circles through one value the shortest is named, each step where it is written', () => {
  const text = `value a for Rep = b + sold
value b for Rep = c + sold
value c for Rep = d + b
value d for Rep = a
`
  expect(circles(text)).toEqual([{ path: 'b → c → b', steps: ['c', 'b'] }])
})

test('a circle through a clause, a table of a decision and a measure', () => {
  const text = `value level_pay for Rep = if grade.level = high then pay else sold
decision grade for Rep { table { 
  | level_pay         | => level |
  | from 10 CNY       | high     |
  | under 10 CNY      | low      |
} }
bonus pay for Rep { rate 1% of level_pay; round 0.01 half-up }
`
  expect(circles(text).map(({ path }) => path)).toEqual(['level_pay → grade → level_pay'])
})

test('circles apart are named each by itself, and what only leads to one is in none', () => {
  const text = `value x for Rep = a + e
value a for Rep = b
value b for Rep = a
value e for Rep = e + sold
`
  expect(circles(text).map(({ path }) => path)).toEqual(['a → b → a', 'e → e'])
})

/** The length of the shortest way from a number back to itself, over all of a group; found by trying. */
function shortestByTrying(edges: readonly (readonly number[])[]): number {
  const lengths = edges.map((_, start) => {
    let at = new Set([start])
    for (let length = 1; length <= edges.length; length++) {
      at = new Set([...at].flatMap((one) => edges[one] ?? []))
      if (at.has(start)) return length
    }
    return Number.POSITIVE_INFINITY
  })
  return Math.min(...lengths)
}

test('the shortest circle of any web of references is as short as trying finds', () => {
  const web = fc.array(fc.uniqueArray(fc.nat(6), { minLength: 0, maxLength: 3 }), {
    minLength: 7,
    maxLength: 7,
  })
  fc.assert(
    fc.property(web, (edges) => {
      const text = edges
        .map((to, i) => `value v${i} for Rep = ${['sold', ...to.map((one) => `v${one}`)].join(' + ')}\n`)
        .join('')
      const lengths = circles(text).map(({ path }) => path.split(' → ').length - 1)
      const wanted = shortestByTrying(edges)
      expect(lengths.length > 0 ? Math.min(...lengths) : Number.POSITIVE_INFINITY).toBe(wanted)
    }),
    { numRuns: 150, seed: 4 },
  )
})
