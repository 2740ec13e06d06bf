import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { initPolicy } from '../../src/cli/init-policy.ts'
import { bylaw, inFolder } from './harness.ts'

async function compare(old: string, next: string, ...words: readonly string[]) {
  return inFolder(async (cwd) => {
    for (const [folder, text] of [
      ['old', old],
      ['new', next],
    ] as const) {
      mkdirSync(join(cwd, folder))
      writeFileSync(join(cwd, folder, 'policy.bylaw'), text)
    }
    const outcome = await bylaw(['diff', 'old', 'new', ...words], { cwd })
    const at = words.indexOf('--out')
    return { ...outcome, ...(at >= 0 && { file: readFileSync(join(cwd, words[at + 1] ?? ''), 'utf8') }) }
  })
}

const policy = initPolicy.en
const changed = policy.replace('| 80%  | 2%   |', '| 80%  | 2.5% |')

describe('bylaw diff', { timeout: 120_000 }, () => {
  test('says plainly that two versions mean the same, and ends with 0', async () => {
    const { code, out } = await compare(policy, `# checked\n${policy}`)
    expect(code).toBe(0)
    expect(out).toContain('The two versions mean the same')
  })

  test('shows what differs, with an example and what was written; ends with 1', async () => {
    const { code, out } = await compare(policy, changed)
    expect(code).toBe(1)
    expect(out).toMatch(/^Clauses: \d+ differ/)
    expect(out).toContain('For example')
    expect(out).toMatch(/→ result of Rep-1 in 2026-Q1: [\d,.]+ → [\d,.]+/)
    expect(out).toContain('    - | 80% | 2% |\n    + | 80% | 2.5% |')
  })

  test('speaks Chinese, writes Markdown and JSON, and into a file', async () => {
    const { out } = await compare(policy, changed, '--language', 'zh-Hant')
    expect(out).toMatch(/^條款：\d+ 個不同/)
    const { file } = await compare(policy, changed, '--format', 'markdown', '--out', 'd.md')
    expect(file).toMatch(/^\*\*Clauses: /)
    const json = JSON.parse((await compare(policy, changed, '--format', 'json')).out)
    expect([json.version, json.same]).toEqual([1, false])
    expect(json.clauses[0].example.differs[0].old.is).toBe('number')
  })

  test('wants a version to compare with, and none with errors: else it ends with 2', async () => {
    const none = await bylaw(['diff'])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('BY990')])
    const { code, err } = await compare(policy, policy.replace('gate attainment', 'gate attainmnt'))
    expect(code).toBe(2)
    expect(err).toContain('BY201')
  })
})
