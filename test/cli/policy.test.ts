import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { initPolicy } from '../../src/cli/init-policy.ts'
import { runCommand } from '../../src/cli/run-command.ts'
import { bylaw, inFolder } from './harness.ts'

const untidy = 'policy   a   {\n language en\n   currency CNY\n}\n'
const tidy = 'policy a {\n  language en\n  currency CNY\n}\n'

describe('files beside a policy', () => {
  const policy = `policy p {
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  city one of 苏州, 无锡
}

parameter fee by city from "tables/fees.csv"

bonus b for Rep per month {
  start fee(city)
  round 0.01 half-up
}
`
  const rows = 'city,from,until,value\n苏州,2026-01-01,open,8 CNY\n无锡,2026-01-01,open,9 CNY\n'
  const folderWith = (cwd: string, file: string | Uint8Array | undefined, text = policy) => {
    mkdirSync(join(cwd, 'p/tables'), { recursive: true })
    writeFileSync(join(cwd, 'p/a.bylaw'), text)
    if (file !== undefined) writeFileSync(join(cwd, 'p/tables/fees.csv'), file)
  }

  test('are read from the folder, in UTF-8 or as Chinese Excel writes them', async () => {
    // 苏州 and 无锡 in GB18030.
    const bytes = rows.split(/苏州|无锡/u).map((part) => Buffer.from(part))
    const [a, b, c] = bytes
    const gb = Buffer.concat([
      a ?? Buffer.of(),
      Buffer.of(0xcb, 0xd5, 0xd6, 0xdd),
      b ?? Buffer.of(),
      Buffer.of(0xce, 0xde, 0xce, 0xfd),
      c ?? Buffer.of(),
    ])
    for (const file of [rows, `\uFEFF${rows}`, gb])
      await inFolder(async (cwd) => {
        folderWith(cwd, file)
        expect(await bylaw(['check', 'p'], { cwd })).toMatchObject({ code: 0, out: 'no findings\n' })
        expect(await bylaw(['check', 'p/a.bylaw'], { cwd })).toMatchObject({ code: 0 })
      })
  })

  test('have their mistakes shown where they stand, under their own path', async () => {
    await inFolder(async (cwd) => {
      folderWith(cwd, rows.replace('9 CNY', ''))
      const { code, out } = await bylaw(['check', 'p'], { cwd })
      expect(code).toBe(1)
      expect(out).toContain('p/tables/fees.csv:3:19\n3 │ 无锡,2026-01-01,open,\n')
      const { out: json } = await bylaw(['check', 'p', '--format', 'json'], { cwd })
      expect(json).toContain('"p/tables/fees.csv"')
    })
  })

  test('are missed, but not for laying the policy out', async () => {
    await inFolder(async (cwd) => {
      folderWith(cwd, undefined)
      const { code, out } = await bylaw(['check', 'p'], { cwd })
      expect(code).toBe(1)
      expect(out).toContain('error[BY543]: there is no file `tables/fees.csv`')
      expect(await bylaw(['fmt', '--check', 'p'], { cwd })).toEqual({ code: 0, out: '', err: '' })
    })
  })

  test('are not laid out', async () => {
    await inFolder(async (cwd) => {
      const untidyRows = rows.replace('8 CNY', '8   CNY')
      folderWith(cwd, untidyRows)
      expect(await bylaw(['fmt', 'p'], { cwd })).toEqual({ code: 0, out: '', err: '' })
      expect(readFileSync(join(cwd, 'p/tables/fees.csv'), 'utf8')).toBe(untidyRows)
    })
  })

  test('are not read through a link that leads out of the folder, nor when they are no text', async () => {
    await inFolder(async (cwd) => {
      folderWith(cwd, undefined)
      writeFileSync(join(cwd, 'fees.csv'), rows)
      symlinkSync(join(cwd, 'fees.csv'), join(cwd, 'p/tables/fees.csv'))
      const { code, err } = await bylaw(['check', 'p'], { cwd })
      expect([code, err.split('\n')[0]]).toEqual([
        2,
        'error[BY770]: tables/fees.csv does not lie in the folder of the policy',
      ])
    })
    await inFolder(async (cwd) => {
      folderWith(cwd, Buffer.of(0x50, 0x4b, 0, 3))
      expect((await bylaw(['check', 'p'], { cwd })).err).toContain('BY733')
    })
    await inFolder(async (cwd) => {
      folderWith(cwd, undefined)
      mkdirSync(join(cwd, 'p/tables/fees.csv'))
      expect((await bylaw(['check', 'p'], { cwd })).err).toContain('BY746')
    })
  })

  test('lie in the folder that is named first, and in no other', async () => {
    await inFolder(async (cwd) => {
      folderWith(cwd, rows)
      mkdirSync(join(cwd, 'q/tables'), { recursive: true })
      writeFileSync(join(cwd, 'q/b.bylaw'), 'parameter other by city from "tables/fees.csv"\n')
      writeFileSync(join(cwd, 'q/tables/fees.csv'), rows.replace('9', '7'))
      const { code, err } = await bylaw(['check', 'p/a.bylaw', 'q/b.bylaw'], { cwd })
      expect([code, err.split('\n')[0]]).toEqual([
        2,
        'error[BY770]: tables/fees.csv does not lie in the folder of the policy',
      ])
    })
  })
})

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
