import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw } from '../cli/harness.ts'
import { repository } from './run-sample.ts'

type Report = {
  readonly share: string
  readonly tried: number
  readonly noticed: number
  readonly mutants: readonly {
    readonly id: string
    readonly outcome: string
    readonly says: { readonly 'zh-Hans': string }
    readonly accepted?: unknown
  }[]
}

/** Every second change, spread evenly over all articles, the same ones every time: all of them take twice as long. */
const sample = '1500'
const least = '99%'

test(`of the changes of the handbook that matter its cases notice ${least}`, async () => {
  const policy = join(repository, 'policies', 'handbook-zh')
  const { code, out, err } = await bylaw([
    ...['mutate', policy, '--format', 'json'],
    ...['--max', sample, '--threshold', least],
  ])
  expect(err).toBe('')
  const { share, tried, noticed, mutants } = JSON.parse(out) as Report
  const open = mutants.filter(({ outcome, accepted }) => outcome === 'survived' && accepted === undefined)
  const said = open.map(({ id, says }) => `\n  ${id} ${says['zh-Hans']}`).join('')
  process.stdout.write(`handbook-zh: ${noticed} of ${tried} changes noticed, ${share}${said}\n`)
  expect(code).toBe(0)
})
