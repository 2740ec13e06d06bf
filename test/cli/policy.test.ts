import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { initPolicy } from '../../src/cli/init-policy.ts'
import { runCommand } from '../../src/cli/run-command.ts'
import { bylaw, inFolder } from './harness.ts'

const untidy = 'policy   a   {\n language en\n   currency CNY\n}\n'
const tidy = 'policy a {\n  language en\n  currency CNY\n}\n'

describe('bylaw fmt', () => {
  test('lays files out in place; a second time there is nothing to do', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.bylaw'), untidy)
      expect(await bylaw(['fmt'], { cwd })).toEqual({ code: 0, out: '', err: 'formatted a.bylaw\n' })
      expect(readFileSync(join(cwd, 'a.bylaw'), 'utf8')).toBe(tidy)
      expect(await bylaw(['fmt'], { cwd })).toEqual({ code: 0, out: '', err: '' })
    })
  })

  test('--check names the files that would change, writes nothing, and exits with 1', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.bylaw'), untidy)
      writeFileSync(join(cwd, 'b.bylaw'), '# only a comment\n')
      const { code, out } = await bylaw(['fmt', '--check'], { cwd })
      expect([code, out]).toEqual([1, '“a.bylaw” is not formatted\n'])
      expect(readFileSync(join(cwd, 'a.bylaw'), 'utf8')).toBe(untidy)
    })
  })

  test('from standard input it writes to standard output', async () => {
    expect(await bylaw(['fmt', '-'], { stdin: untidy })).toEqual({ code: 0, out: tidy, err: '' })
  })

  test('a file with a syntax error is left byte for byte, the others are laid out', async () => {
    await inFolder(async (cwd) => {
      const broken = 'policy a {\r\n  language en\r\n'
      writeFileSync(join(cwd, 'a.bylaw'), broken)
      writeFileSync(join(cwd, 'b.bylaw'), untidy)
      const { code, err } = await bylaw(['fmt'], { cwd })
      expect(code).toBe(1)
      expect(err).toContain('“a.bylaw” has syntax errors and was left as it is')
      expect(readFileSync(join(cwd, 'a.bylaw'), 'utf8')).toBe(broken)
      expect(readFileSync(join(cwd, 'b.bylaw'), 'utf8')).toBe(tidy)
    })
  })

  test('English to both Chinese and back is the same file', async () => {
    const hans = await bylaw(['fmt', '-', '--language', 'zh-Hans'], { stdin: initPolicy.en })
    expect(hans.out).toContain('门槛 attainment >= 40%')
    const hant = await bylaw(['fmt', '-', '--language', 'zh-Hant'], { stdin: hans.out })
    expect(hant.out).toContain('門檻 attainment >= 40%')
    expect((await bylaw(['fmt', '-', '--language', 'en'], { stdin: hant.out })).out).toBe(initPolicy.en)
  })
})

describe('what POLICY may be', () => {
  test('a folder is read with the folders in it, hidden ones and links left out', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'p/deep/er'), { recursive: true })
      mkdirSync(join(cwd, 'p/.git'))
      writeFileSync(join(cwd, 'p/a.bylaw'), tidy)
      writeFileSync(join(cwd, 'p/deep/er/b.bylaw'), 'record R {\n  id text key\n}\n')
      writeFileSync(join(cwd, 'p/.git/c.bylaw'), '{{{')
      symlinkSync('..', join(cwd, 'p/deep/loop'))
      const { out } = await bylaw(['show', 'ast', 'p'], { cwd })
      expect(JSON.parse(out).files.map((f: { source: string }) => f.source)).toEqual([
        'a.bylaw',
        'deep/er/b.bylaw',
      ])
    })
  })

  test('several files make one policy', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.bylaw'), tidy)
      writeFileSync(join(cwd, 'b.bylaw'), 'record R {\n  id text key\n}\n')
      const { out } = await bylaw(['show', 'ast', 'b.bylaw', 'a.bylaw'], { cwd })
      expect(JSON.parse(out).files).toHaveLength(2)
    })
  })

  test('nothing there, nothing in it, not text and too much of it are each said, with exit code 2', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'empty'))
      writeFileSync(join(cwd, 'gb.bylaw'), Buffer.from([0xd6, 0xc6, 0xb6, 0xc8]))
      writeFileSync(join(cwd, 'big.bylaw'), Buffer.alloc(17 * 1024 * 1024, '#'))
      for (const [path, code] of [
        ['nowhere', 'BY905'],
        ['empty', 'BY906'],
        ['gb.bylaw', 'BY919'],
        ['big.bylaw', 'BY920'],
      ] as const) {
        const result = await bylaw(['check', path], { cwd })
        expect([path, result.code, result.err.includes(code)]).toEqual([path, 2, true])
      }
    })
  })

  test('an empty policy is a mistake, with its place', async () => {
    const { code, out } = await bylaw(['check', '-'], { stdin: '' })
    expect(code).toBe(1)
    expect(out).toContain('BY922')
    expect(out).toContain('<stdin>:1:1')
  })
})

describe('bylaw check', () => {
  const broken = initPolicy.en.replace('gate attainment', 'gate attainmnt')

  test('annotates a pull request with --format github', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'pay'))
      writeFileSync(join(cwd, 'pay/policy.bylaw'), broken)
      const { code, out } = await bylaw(['check', 'pay', '--format', 'github'], { cwd })
      expect(code).toBe(1)
      expect(out).toMatch(
        /^::error file=pay\/policy\.bylaw,line=\d+,col=8,endColumn=17,title=BY2\d\d [^:]+::/,
      )
    })
  })

  test('looks at bylaw.yaml too', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'pay'))
      writeFileSync(join(cwd, 'pay/policy.bylaw'), initPolicy.en)
      writeFileSync(join(cwd, 'pay/bylaw.yaml'), 'data:\n  Ordr:\n    file: a.csv\n')
      const { code, out } = await bylaw(['check', 'pay', '--format', 'github'], { cwd })
      expect(code).toBe(1)
      expect(out).toMatch(/^::error file=pay\/bylaw\.yaml,line=2,/m)
    })
  })

  test('speaks the policy’s language, or the one asked for', async () => {
    const chinese = initPolicy['zh-Hans'].replace('门槛 完成率', '门槛 完成律')
    expect((await bylaw(['check', '-'], { stdin: chinese })).out).toContain('错误[')
    expect((await bylaw(['check', '-', '--language', 'en'], { stdin: chinese })).out).toContain('error[')
  })
})

describe('bylaw show', () => {
  test('prints each stage as JSON', async () => {
    for (const [stage, member] of [
      ['ast', 'files'],
      ['checked', 'records'],
      ['plan', 'columns'],
    ] as const) {
      const { code, out } = await bylaw(['show', stage, '-'], { stdin: initPolicy.en })
      expect(code).toBe(0)
      expect(JSON.parse(out)).toHaveProperty(member)
    }
  })

  test('the plan is the same whatever order the declarations stand in', async () => {
    const [head = '', ...rest] = initPolicy.en.split(/\n(?=# The data)/)
    expect(head).toContain('policy field_sales')
    expect(rest).toHaveLength(1)
    const first = await bylaw(['show', 'plan', '-'], { stdin: initPolicy.en })
    const other = await bylaw(['show', 'plan', '-'], { stdin: `${rest.join('')}\n${head}\n` })
    const ids = (text: string) => JSON.parse(text).outputs.map((o: { id: string }) => o.id)
    expect(ids(other.out)).toEqual(ids(first.out))
  })

  test('a stage that there is not is answered with those that there are', async () => {
    const { code, err } = await bylaw(['show', 'tree'])
    expect(code).toBe(2)
    expect(err).toContain('ast | checked | plan')
  })
})

test('a mistake of ours is one line with a code, and no stack trace unless asked for', async () => {
  const err: string[] = []
  const broken = {
    out: () => {
      throw new TypeError('x is not a function')
    },
    err: (text: string) => void err.push(text),
    stdin: async () => new Uint8Array(),
    env: {},
    cwd: process.cwd(),
    paintOut: (_: string, text: string) => text,
    paintErr: (_: string, text: string) => text,
    errIsTerminal: false,
    now: () => 0,
  }
  expect(await runCommand(['help'], broken)).toBe(2)
  expect(err.join('')).toContain(
    'error[BY999]: this is a bug in bylaw, please report it: TypeError: x is not a function',
  )
  expect(err.join('')).not.toMatch(/^\s+at /m)
  expect(await runCommand(['help'], { ...broken, env: { BYLAW_DEBUG: '1' } })).toBe(2)
  expect(err.join('')).toMatch(/^\s+at /m)
})
