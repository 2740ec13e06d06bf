import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../samples/run-sample.ts'
import { bylaw, inFolder } from './harness.ts'

/** `bylaw mutate` on a sample, its cases changed. */
async function mutate(words: readonly string[], change: (text: string) => string = (text) => text) {
  return inFolder(async (cwd) => {
    cpSync(join(repository, 'test/cli/mutate'), cwd, { recursive: true })
    const path = join(cwd, 'policy.cases.yaml')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    return bylaw(['mutate', ...words], { cwd })
  })
}

/** Without the case at exactly the quota. */
const withoutBoundary = (text: string) => text.replace(/ +\| 10000\.00 .*\n/u, '')

describe('bylaw mutate', () => {
  test('says that every change is noticed, and how many that are', async () => {
    const { code, out } = await mutate([])
    expect(code).toBe(0)
    expect(out).toContain('The cases notice every change.\n')
    expect(out).toMatch(/Noticed (\d+) of \1 changes \(100%\)/u)
  })

  test('says where a change is that none notices, and which case would', async () => {
    const { code, out } = await mutate([], withoutBoundary)
    expect(code).toBe(0)
    expect(out).toContain('Commission (pay)  policy.bylaw')
    expect(out).toContain('    line 28: 100% → 100.01%\n      would be noticed by a case at exactly 100%')
    expect(out).toContain(
      '    line 26: from → over\n      would be noticed by a case exactly at the boundary',
    )
  })

  test('in Chinese too', async () => {
    const { out } = await mutate(['--language', 'zh-Hans'], withoutBoundary)
    expect(out).toContain('处改动，任何案例都不会发现')
    expect(out).toContain('    第 28 行：100% → 100.01%\n      能发现它的：恰好为 100% 的案例')
    const hant = await mutate(['--language', 'zh-Hant'], withoutBoundary)
    expect(hant.out).toContain('處改動，任何案例都不會發現')
  })

  test('fails below a threshold, and only there', async () => {
    expect((await mutate(['--threshold', '100%'])).code).toBe(0)
    const below = await mutate(['--threshold', '100%'], withoutBoundary)
    expect(below.code).toBe(1)
    expect(below.out).toContain('below the threshold of 100%')
    expect((await mutate(['--threshold', '50%'], withoutBoundary)).code).toBe(0)
  })

  test('takes only some kinds, some clauses, or a number of changes', async () => {
    const kinds = JSON.parse((await mutate(['--kind', 'boundary,rate', '--format', 'json'])).out)
    expect(new Set(kinds.mutants.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['boundary', 'rate']),
    )
    // A gate that looked at nothing would let everything through.
    const none = await mutate(['--filter', 'nothing', '--threshold', '95%'])
    expect(none.code).toBe(2)
    expect(none.err).toContain('--filter cannot be “nothing”')
    const some = await mutate(['--max', '5'])
    expect(some.out).toMatch(/tried 5 of \d+ changes, evenly spread \(--max 5\)/u)
    expect((await mutate(['--max', '5'])).out).toBe(some.out)
  })

  test('names, as data, the case that noticed each change', async () => {
    const { out } = await mutate(['--format', 'json'])
    const { mutants, share, passes } = JSON.parse(out)
    expect([share, passes]).toEqual(['100%', true])
    const rate = mutants.find(({ says }: { says: { en: string } }) => says.en === '1% → 1.01%')
    expect(rate).toMatchObject({
      id: 'policy.bylaw:27:rate:1',
      kind: 'rate',
      clause: 'pay',
      title: 'Commission',
      file: 'policy.bylaw',
      line: 27,
      outcome: 'killed',
    })
    expect(rate.by.file).toBe('policy.cases.yaml')
    expect(rate.by.line).toBeGreaterThan(1)
  })

  test('leaves out cases that fail before any change, and says so', async () => {
    const { err, out } = await mutate([], (text) =>
      text.replace('| 10000.00  | 200.00', '| 10000.00  | 200.01'),
    )
    expect(err).toContain('1 cases fail before any change')
    expect(out).toContain('100% → 100.01%')
  })

  test('without cases, and with a kind that there is not, it says what to write', async () => {
    const none = await mutate(['--kind', 'bounds'])
    expect([none.code, none.err.includes('boundary')]).toEqual([2, true])
    expect((await mutate(['--threshold', '101%'])).code).toBe(2)
    expect((await mutate(['--max', '0'])).code).toBe(2)
    expect((await mutate([], () => 'cases: []\n')).code).toBe(2)
  })
})
