import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { initPolicy } from '../../src/cli/init-policy.ts'
import { bylaw, inFolder } from '../cli/harness.ts'
import { examplesOf } from '../grammar/examples.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const readme = read('README.md')

describe('the README', () => {
  test('shows a clause of the policy that init writes in Chinese', () => {
    const [example] = examplesOf(readme, 'bylaw')
    expect(initPolicy['zh-Hans']).toContain(example?.text ?? '?')
  })

  test('its ten minutes work, command by command, in an empty folder', async () => {
    const commands = [...readme.matchAll(/^npx bylaw (.*?)(?: {2,}#.*)?$/gm)].map((m) => m[1] ?? '')
    expect(commands.length).toBeGreaterThanOrEqual(4)
    await inFolder(async (cwd) => {
      for (const command of commands) {
        const { code, err } = await bylaw(command.split(' '), { cwd })
        expect([command, code < 2, err.includes('BY9')]).toEqual([command, true, false])
      }
      expect(existsSync(join(cwd, 'out/payouts.csv'))).toBe(true)
    })
  })

  test('names only scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = [readme, read('.github/CONTRIBUTING.md')].flatMap((text) => [
      ...[...text.matchAll(/npm run ([\w:]+)/g)].map((m) => m[1] ?? ''),
    ])
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

test.each([
  'README.md',
  '.github/CONTRIBUTING.md',
  'src/README.md',
  'grammar/reference.md',
  'grammar/findings/README.md',
])('every link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1] ?? '')
  expect(
    links.filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link))),
  ).toEqual([])
})

test.each(['.github/CONTRIBUTING.md', 'src/README.md'])('every path that %s names is there', (page) => {
  const base = page.startsWith('src') ? join(root, 'src') : root
  const paths = [...read(page).matchAll(/`((?:src|test|grammar|policies|\.ci|[a-z]+)\/[\w./-]*)`/g)].map(
    (m) => m[1] ?? '',
  )
  const named = paths.filter((path) => !/[<>*]/.test(path))
  expect(named.filter((path) => !existsSync(join(root, path)) && !existsSync(join(base, path)))).toEqual([])
})

describe('npm run demo', () => {
  test.each([
    ['en', 'Total 806,419.76 CNY for 49 people; 3 held', 'Held', 'How it came about', 'out/demo/payouts.csv'],
    ['zh-Hans', '合计 806,419.76 CNY，49 人；另有 3 项暂缓', '暂缓项', '20,569.40', 'out/demo/payouts.csv'],
  ])(
    'in %s shows the total, what is held, one explanation and where the files are',
    async (language, ...shown) => {
      await inFolder(async (cwd) => {
        symlinkSync(join(root, 'policies'), join(cwd, 'policies'))
        const { code, out } = await bylaw(['demo', '--language', language], { cwd })
        expect(code).toBe(0)
        for (const text of shown) expect(out).toContain(text)
        // Worked example 3 of the handbook.
        expect(out).toContain('20,569.40')
        expect(existsSync(join(cwd, 'out/demo/statements/EC1-R1.txt'))).toBe(true)
      })
    },
  )
})
