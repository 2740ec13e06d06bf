import { execFileSync } from 'node:child_process'
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

  test('names a gate that was moved, in Markdown and in JSON', async () => {
    const gated = (at: string) => policy.replace(/(commission [^{]*\{\n)/, `$1  gate attainment >= ${at}\n`)
    const told = 'gate attainment from 40% to under 45%: paid → nothing'
    const markdown = await compare(gated('40%'), gated('45%'), '--format', 'markdown')
    expect(markdown.out).toContain(`* \`${told}\``)
    const json = JSON.parse((await compare(gated('40%'), gated('45%'), '--format', 'json')).out)
    expect(json.clauses[0].limits).toEqual([
      {
        is: 'test',
        role: 'gate',
        of: 'attainment',
        old: '40%',
        next: '45%',
        regions: [
          {
            low: { at: '40%', included: true },
            high: { at: '45%', included: false },
            old: true,
            next: false,
          },
        ],
      },
    ])
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

  test('compares with a git revision: the last commit with what is not committed', async () => {
    await inFolder(async (cwd) => {
      const git = (...words: readonly string[]) => {
        const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false']
        execFileSync('git', [...who, ...words], { cwd })
      }
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      git('init', '-q')
      git('add', '.')
      git('commit', '-qm', 'first')
      expect((await bylaw(['diff', 'HEAD'], { cwd })).code).toBe(0)
      writeFileSync(join(cwd, 'policy.bylaw'), changed)
      const { code, out } = await bylaw(['diff', 'HEAD', '--format', 'json'], { cwd })
      expect([code, JSON.parse(out).same]).toEqual([1, false])
    })
  })

  test('names itself where a revision is not known, or there is none', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      const helps = async (command: string) => (await bylaw([command, 'no-such-branch'], { cwd })).err
      expect(await helps('diff')).toContain('`bylaw diff OLD NEW`')
      expect(await helps('impact')).toContain('`bylaw impact OLD NEW`')
      execFileSync('git', ['init', '-q'], { cwd })
      for (const command of ['diff', 'impact']) {
        const told = await helps(command)
        expect(told).toContain('BY981')
        expect(told).toContain(`\`bylaw ${command} HEAD~1\`, \`bylaw ${command} main..HEAD\``)
        const chinese = await bylaw([command, 'no-such-branch', '--language', 'zh-Hans'], { cwd })
        expect(chinese.err).toContain(`\`bylaw ${command} HEAD~1\`、\`bylaw ${command} main..HEAD\``)
        expect(told + chinese.err).not.toContain(`bylaw ${command === 'diff' ? 'impact' : 'diff'}`)
      }
    })
  })

  test('tells policies that only break down targets or define values apart', async () => {
    const values = (rate: string) =>
      `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; wage money }
value share for each Rep = wage * ${rate}
`
    expect((await compare(values('3%'), values('3%'))).code).toBe(0)
    const { code, out } = await compare(values('3%'), values('4%'))
    expect([code, out]).toEqual([1, expect.stringContaining('values are others')])
  })

  test('wants a version to compare with, and none with errors: else it ends with 2', async () => {
    const none = await bylaw(['diff'])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('BY990')])
    const { code, err } = await compare(policy, policy.replace('gate attainment', 'gate attainmnt'))
    expect(code).toBe(2)
    expect(err).toContain('BY201')
  })
})
