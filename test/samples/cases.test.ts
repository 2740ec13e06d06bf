import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readCases } from '../../src/review/cases/read-cases.ts'
import { bylaw } from '../cli/harness.ts'

const policies = join(import.meta.dirname, '../../policies')

function casesIn(name: string): readonly string[] {
  return readdirSync(join(policies, name)).filter((file) => /\.cases\.(?:yaml|csv)$/u.test(file))
}

const samples = readdirSync(policies).filter((name) => casesIn(name).length > 0)

/** Every number that the cases of a policy expect, in their order. */
function numbersOf(folder: string, order: readonly string[]): readonly string[] {
  const root = join(policies, folder)
  const sources = readdirSync(root)
    .filter((file) => file.endsWith('.bylaw'))
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
  const { plan } = compile(sources)
  if (!plan) throw new Error(`${folder} has errors`)
  return order.flatMap((name) => {
    const file = `${name}.cases.yaml`
    const { cases } = readCases(plan, [{ name: file, text: readFileSync(join(root, file), 'utf8') }])
    return cases.flatMap((one) =>
      one.expectations.map(({ written }) => written).filter((text) => /\d/u.test(text)),
    )
  })
}

describe('the cases of the samples', () => {
  test('are there for the first commission and for the sample company in both languages', () => {
    expect(samples).toEqual(expect.arrayContaining(['first-commission', 'tangyu-en', 'tangyu-zh']))
  })

  // Each case of the handbook works out what its 80 articles say: they are among the long tests, in both languages.
  test.each(samples.filter((name) => !name.startsWith('handbook-')))(
    'of %s all pass',
    async (name) => {
      const { code, out, err } = await bylaw(['test', join(policies, name)])
      expect(err).toBe('')
      expect(code, out).toBe(0)
    },
    120_000,
  )

  test('of the sample company expect the same numbers in Chinese and in English', () => {
    const chinese = numbersOf('tangyu-zh', ['折算回款', '季度提成', '评分卡'])
    expect(chinese.length).toBeGreaterThan(250)
    expect(numbersOf('tangyu-en', ['credited', 'commission', 'scorecard'])).toEqual(chinese)
  })

  test.each(samples.filter((name) => !name.startsWith('handbook-')))(
    'of %s meet everything that it says, but what is accepted with a reason',
    async (name) => {
      const { code, err } = await bylaw(['cover', join(policies, name), '--threshold', '100%'])
      expect(err).toBe('')
      expect(code).toBe(0)
    },
    120_000,
  )

  test.each(['first-commission', 'margin-matrix', 'adventureworks'])(
    'of %s notice every change, but those accepted with a reason',
    async (name) => {
      const { code, err } = await bylaw(['mutate', join(policies, name), '--threshold', '100%'])
      expect(err).toBe('')
      expect(code).toBe(0)
    },
    120_000,
  )
})
