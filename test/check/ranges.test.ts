import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

type Edge = { readonly at: number; readonly included: boolean }
type Ranges = { readonly first: Edge; readonly second: Edge }

const textOf = (
  { first, second }: Ranges,
  type: string,
  unit: string,
) => `policy p { language en; currency JPY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; size ${type} }
bonus pay for each Order to rep {
  tiers whole by size {
    | size | pays |
    | ${first.included ? 'up to' : 'under'} ${first.at}${unit} | 1 JPY |
    | ${second.included ? 'from' : 'over'} ${second.at}${unit} | 2 JPY |
  }
}
`
const found = (text: string) =>
  compile([{ name: 'p.bylaw', text }]).diagnostics.flatMap(({ code, args }) =>
    code === 'BY507' || code === 'BY508' ? [`${code} ${args.example}`] : [],
  )

/** The first whole number that no row covers, or that both do, found by trying each. */
function byTrying({ first, second }: Ranges): readonly string[] {
  for (let t = 0; t <= 30; t++) {
    const low = first.included ? t <= first.at : t < first.at
    const high = second.included ? t >= second.at : t > second.at
    if (low && high) return [`BY507 ${t}`]
    if (!low && !high) return [`BY508 ${t}`]
  }
  return []
}

const edge = fc.record({ at: fc.integer({ min: 1, max: 20 }), included: fc.boolean() })

test('ranges of whole steps leave no hole and overlap nowhere, or the first such step is named', () => {
  fc.assert(
    fc.property(edge, edge, (first, second) => {
      const ranges = { first, second }
      expect(found(textOf(ranges, 'count', ''))).toEqual(byTrying(ranges))
      expect(found(textOf(ranges, 'money', ' JPY')).map((text) => text.replace(' JPY', ''))).toEqual(
        byTrying(ranges),
      )
    }),
    { numRuns: 200, seed: 3 },
  )
})

test('between 10% and 11% of a percentage lies its smallest step, not 11% itself', () => {
  const ranges = { first: { at: 10, included: true }, second: { at: 11, included: true } }
  expect(found(textOf(ranges, 'percent', '%'))).toEqual(['BY508 10.0001%'])
  expect(found(textOf(ranges, 'percent to 0.01', '%'))).toEqual([])
})
