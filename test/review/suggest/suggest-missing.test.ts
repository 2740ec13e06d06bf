import { expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { confirmed, namesIn, withCase } from '../../../src/review/cases/add-case.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { suggestMissing } from '../../../src/review/suggest/suggest-missing.ts'

const policy = {
  name: 'p.bylaw',
  text: `policy p "P" { language en; currency CNY; effective from 2026-01-01 until open
}
record Offer { id text key; made date posting; discount percent to 0.01% }
decision approval "Approval" for each Offer {
  table unique {
    | discount          | => ok |
    | up to 5%          | yes   |
    | over 5%           | no    |
  }
}
`,
}

test('what is suggested passes once it is confirmed and added, and nothing is suggested after that', () => {
  const { plan } = compile([policy])
  if (!plan) throw new Error('no plan')
  const suggest = (sources: readonly { name: string; text: string }[]) => {
    const { cases, accepted, found } = readCases(plan, sources)
    expect(found).toEqual([])
    return suggestMissing({ policy: [policy], cases: sources, forms: [] }, cases, accepted, () => ({}))
  }
  const first = suggest([])
  expect(first.cases.length).toBeGreaterThan(1)
  expect(first.cases.every(({ text }) => text.includes('confirm: true'))).toBe(true)
  const sources = first.cases.reduce<readonly { name: string; text: string }[]>(
    (all, { text }) => withCase(all, plan.policy.language, confirmed(text)).sources,
    [],
  )
  expect(sources.map(({ name }) => name)).toEqual(['added.cases.yaml'])
  const { cases } = readCases(plan, sources)
  expect(cases.map((one) => [one.name, runCase(plan, one).passed])).toEqual(
    first.cases.map(({ name }) => [name, true]),
  )
  expect(sources[0]?.text).not.toContain('confirm')
  expect(namesIn(sources)).toEqual(first.cases.map(({ name }) => name))
  expect(suggest(sources).cases).toEqual([])
})

test('what is hard to find begins with the rows of a case that there is', () => {
  const text = `policy p "P" { language en; currency CNY; effective from 2026-01-01 until open }
record Offer { id text key; made date posting; code text; wanted text; discount percent to 0.01% }
decision approval "Approval" for each Offer where code = wanted {
  table unique {
    | discount          | => ok |
    | up to 5%          | yes   |
    | over 5%           | no    |
  }
}
`
  const written = { name: 'p.bylaw', text }
  const { plan } = compile([written])
  if (!plan) throw new Error('no plan')
  const missed = (...cases: readonly string[]) => {
    const sources = cases.map((one) => ({ name: 'p.cases.yaml', text: one }))
    const { cases: known, accepted, found } = readCases(plan, sources)
    expect(found).toEqual([])
    const missing = suggestMissing(
      { policy: [written], cases: sources, forms: [] },
      known,
      accepted,
      () => ({}),
    )
    return missing.unreached.map(({ point }) => point.id)
  }
  const one = `cases:
  - name: like
    period: 2026-Q1
    given:
      Offer: [{ id: O-1, made: 2026-02-01, code: A, wanted: A, discount: 1% }]
    expect:
      approval: { O-1: yes }
`
  expect(missed()).not.toEqual([])
  expect(missed(one)).toEqual([])
})
