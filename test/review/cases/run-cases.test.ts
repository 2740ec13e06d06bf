import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { type KnownRuns, newKnownRuns, runCases } from '../../../src/review/cases/run-cases.ts'

const folder = join(import.meta.dirname, '../../../policies/first-commission')
const text = readFileSync(join(folder, 'policy.bylaw'), 'utf8')
const caseText = readFileSync(join(folder, 'policy.cases.yaml'), 'utf8')

function planOf(source: string) {
  const { plan } = compile([{ name: 'policy.bylaw', text: source }])
  if (!plan) throw new Error('it compiles')
  return plan
}

function run(source: string, known: KnownRuns) {
  const plan = planOf(source)
  const { cases } = readCases(plan, [{ name: 'policy.cases.yaml', text: caseText }])
  let asked = 0
  const runs = [
    ...runCases(
      plan,
      cases,
      () => {
        asked++
        return {}
      },
      known,
    ),
  ]
  const whole = cases.map((one) => runCase(plan, one).passed)
  return { asked, all: cases.length, passed: runs.map(({ passed }) => passed), whole }
}

test('cases come out on the part that they look at as they do on the whole policy', () => {
  const { passed, whole } = run(text, newKnownRuns())
  expect(passed).toEqual(whole)
  expect(passed.every(Boolean)).toBe(true)
})

test('a case that nothing has changed for is not run again, and one that a rate has changed for is', () => {
  const known = newKnownRuns()
  const first = run(text, known)
  expect(first.asked).toBe(first.all)
  // A comment moves every line, and means nothing.
  expect(run(`# A comment.\n${text}`, known).asked).toBe(0)
  const changed = run(text.replace('9%', '10%'), known)
  expect(changed.passed).toEqual(changed.whole)
  expect(changed.passed).toContain(false)
})
