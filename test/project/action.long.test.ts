import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { initPolicy } from '../../src/cli/init-policy.ts'
import { specs } from '../../src/cli/specs.ts'
import { bylaw, inFolder } from '../cli/harness.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => parse(readFileSync(join(root, name), 'utf8'))
const workflows = ['ci', 'policy', 'policy-comment'].map((name) => `.github/workflows/${name}.yml`)

type Step = { readonly run?: string; readonly uses?: string; readonly env?: object }
const stepsOf = (name: string): readonly Step[] => {
  const { runs, jobs } = read(name)
  return runs?.steps ?? Object.values<{ steps: readonly Step[] }>(jobs).flatMap((job) => job.steps)
}

describe('the action and the workflows', () => {
  test('put nothing that others wrote into the text of a script', () => {
    const scripts = ['action.yml', ...workflows].flatMap((name) =>
      stepsOf(name).flatMap((step) => step.run ?? []),
    )
    expect(scripts.length).toBeGreaterThan(4)
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
  })

  test('ask for no right that they do not need: only the comment is written, by a workflow that runs nothing of a fork', () => {
    expect(workflows.map((name) => read(name).permissions)).toEqual([
      { contents: 'read' },
      { contents: 'read' },
      {},
    ])
    const { on, jobs } = read('.github/workflows/policy-comment.yml')
    expect(Object.keys(on)).toEqual(['workflow_run'])
    expect(jobs.comment.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' })
    expect(stepsOf('.github/workflows/policy-comment.yml').filter((step) => step.uses !== undefined)).toEqual(
      [],
    )
  })
})

test('every sample policy goes through the action', () => {
  const { sample } = read('.github/workflows/policy.yml').jobs.policy.strategy.matrix
  expect(sample).toEqual(readdirSync(join(root, 'policies')).sort())
})

describe('the steps of the action', { timeout: 120_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'bylaw-home-'))
  beforeAll(async () => {
    writeFileSync(join(home, 'package.json'), '{"type":"module"}')
    const input = { bylaw: join(root, 'src/cli/main.ts') }
    await build({
      input,
      platform: 'node',
      logLevel: 'silent',
      output: { dir: join(home, 'dist'), format: 'esm' },
    })
  }, 60_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const act = (cwd: string, ...words: string[]) =>
    spawnSync(process.execPath, [join(root, '.ci/action.mjs'), ...words], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', LANG: 'en_US.UTF-8', ACTION_PATH: home },
    })

  test('pass a policy that is right, and say so in the summary', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), initPolicy.en)
      const { status, stdout } = act(cwd, '.')
      expect([status, stdout]).toEqual([
        0,
        expect.stringContaining('<!-- bylaw -->\n### Bylaw: `.`\n\nPassed.\n'),
      ])
    })
  })

  test('fail a policy with a mistake: an annotation, and the reason in the summary', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'pay'))
      writeFileSync(
        join(cwd, 'pay/policy.bylaw'),
        initPolicy.en.replace('gate attainment', 'gate   attainmnt'),
      )
      const { status, stdout } = act(cwd, 'pay', 'language=zh-Hans')
      expect(status).toBe(1)
      expect(stdout).toMatch(/^::error file=pay\/policy\.bylaw,line=\d+/m)
      expect(stdout).toContain('**Failed:** check, layout')
      expect(stdout).toMatch(/^ {4}错误\[BY201\]/m)
    })
  })

  const first = join(root, 'policies/first-commission')
  const git = (cwd: string, ...words: string[]) => {
    const named = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false']
    expect(spawnSync('git', [...named, ...words], { cwd, encoding: 'utf8' })).toMatchObject({ status: 0 })
  }

  test('run the cases, measure what they cover, and say what a change means and does', async () => {
    await inFolder(async (cwd) => {
      cpSync(first, join(cwd, 'pay'), { recursive: true })
      git(cwd, 'init', '-q')
      git(cwd, 'add', '.')
      git(cwd, 'commit', '-qm', 'first')
      const asked = ['pay', 'base=HEAD', 'period=2026-Q1', 'cover=1%', 'mutate=1%', 'require-cases=true']
      const before = act(cwd, ...asked)
      expect([before.status, before.stdout]).toEqual([0, expect.stringContaining('Passed.')])
      expect(before.stdout).toContain('The two versions mean the same')
      const file = join(cwd, 'pay/policy.bylaw')
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replace('| 100% | 9%   |', '| 100% | 10%  |'))
      const after = act(cwd, ...asked, 'budget=1')
      expect(after.status).toBe(1)
      expect(after.stdout).toContain('**Failed:** cases, impact')
      expect(after.stdout).toContain('<!-- bylaw impact -->')
      expect(after.stdout).toContain('**Clauses: 1 differ')
    })
  }, 120_000)

  test('take an input as a word, whatever stands in it', async () => {
    await inFolder(async (cwd) => {
      const evil = '$(touch pwned); `touch pwned` "\'\n```'
      expect(act(cwd, evil).status).toBe(1)
      expect(act(cwd, '.', `language=${evil}`).status).toBe(1)
      expect(existsSync(join(cwd, 'pwned'))).toBe(false)
    })
  })
})

describe('the comment of a pull request', () => {
  /** Stands for `gh`: comments are files in a folder, the report is one of `report`. */
  const gh = `#!/usr/bin/env bash
case "$*" in
  "run download "*) mkdir -p "$FOLDER/bylaw"; cp "$HOME/report.md" "$FOLDER/bylaw/report.md";;
  *"/pulls "*) echo 17;;
  *"--paginate"*) [ ! -f "$HOME/comment" ] || echo 5;;
  *"--method POST repos/o/r/issues/17/comments"*) echo POST >> "$HOME/calls"; cp "$FOLDER/comment.md" "$HOME/comment";;
  *"--method PATCH repos/o/r/issues/comments/5"*) echo PATCH >> "$HOME/calls"; cp "$FOLDER/comment.md" "$HOME/comment";;
  *) echo "$*" >&2; exit 1;;
esac
`
  test('is written once, and updated after that', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'gh'), gh)
      chmodSync(join(cwd, 'gh'), 0o755)
      const [step] = stepsOf('.github/workflows/policy-comment.yml')
      const comment = (report: string) => {
        writeFileSync(join(cwd, 'report.md'), report)
        const folder = join(cwd, `run-${report.length}`)
        const env = {
          PATH: `${cwd}:${process.env.PATH}`,
          HOME: cwd,
          GH_REPO: 'o/r',
          FOLDER: folder,
          RUN_ID: '1',
          HEAD: 'a:b',
          HEAD_SHA: 'c',
        }
        const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? '']
        expect(spawnSync('bash', words, { env, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
        return readFileSync(join(cwd, 'comment'), 'utf8')
      }
      expect(comment('<!-- bylaw -->\none $(id)\n')).toBe('<!-- bylaw -->\none $(id)\n')
      expect(comment('<!-- bylaw -->\ntwo\n')).toBe('<!-- bylaw -->\ntwo\n')
      expect(readFileSync(join(cwd, 'calls'), 'utf8')).toBe('POST\nPATCH\n')
    })
  })
})

test('each hook of pre-commit is a command that passes a policy that is right', async () => {
  await inFolder(async (cwd) => {
    for (const name of ['policy.bylaw', 'policy.cases.yaml'])
      cpSync(join(root, 'policies/first-commission', name), join(cwd, name))
    for (const { entry, args, pass_filenames } of read('.pre-commit-hooks.yaml')) {
      const words: string[] = entry.split(' ').slice(1)
      expect(specs.map((spec) => spec.name)).toContain(words[0])
      const files = pass_filenames === false ? [] : ['policy.bylaw']
      expect([entry, (await bylaw([...words, ...(args ?? []), ...files], { cwd })).code]).toEqual([entry, 0])
    }
  })
})
