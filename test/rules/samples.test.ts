import { expect, test } from 'vitest'
import { rulesOf } from '../../src/targets/rules/compile-rules.ts'
import { compileSample } from '../samples/run-sample.ts'
import { allSamples, rulesAgree, samples } from './sample-rules.ts'

// The handbook takes longer than all of them: it is among the long tests.
const short = samples.filter((name) => !name.startsWith('handbook'))

test('of every sample each clause is a rule, but the breakdown of the targets, which is listed with its reason', () => {
  const notSaid = allSamples.flatMap((name) => {
    const { plan } = compileSample(name)
    const { clauses, notSaid: listed } = rulesOf(plan)
    const named = [...clauses.map(({ id }) => id), ...listed.map(({ clause }) => clause)]
    expect(plan.outputs.filter(({ id }) => !named.includes(id)).map(({ id }) => `${name} ${id}`)).toEqual([])
    expect(listed.filter(({ reason }) => reason === '')).toEqual([])
    return listed.map(({ clause, code }) => `${name} ${clause} ${code}`)
  })
  // A breakdown goes through all of its rows at once; what it gives each of them is read by rules.
  expect(notSaid).toEqual(['handbook-en plan BY952', 'handbook-zh 目标分解 BY952'])
})

test('no sample but that of public data is left out of the comparison with the engine', () => {
  expect(allSamples.filter((name) => !samples.includes(name))).toEqual(['adventureworks'])
})

test.each(short)('the rules of %s give what the engine gives', { timeout: 120_000 }, rulesAgree)
