import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inFolder } from '../cli/harness.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => readFileSync(join(root, name), 'utf8')

/** The files of the source in which the type checker misses something once there is a fourth language. */
async function filesThatMissIt(): Promise<ReadonlySet<string>> {
  return inFolder(async (folder) => {
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const { compilerOptions } = JSON.parse(read('tsconfig.json'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }))
    const table = join(folder, 'src/base/language.ts')
    const text = readFileSync(table, 'utf8')
    writeFileSync(table, text.replace("'zh-Hant'] as const", "'zh-Hant', 'ja'] as const"))
    const said = typeErrors(folder)
    return new Set([...said.matchAll(/^(src\/[\w./-]+)\(\d+,\d+\): error/gm)].map((found) => found[1] ?? ''))
  })
}

function typeErrors(cwd: string): string {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (failure) {
    return failure instanceof Error && 'stdout' in failure ? String(failure.stdout) : ''
  }
}

test('a new language leads, by type errors, to every table of words', { timeout: 120_000 }, async () => {
  const missing = await filesThatMissIt()
  expect(missing.size).toBeGreaterThan(40)
  const recipe = /## Add a keyword[\s\S]*?(?=\n## )/.exec(read('.github/CONTRIBUTING.md'))?.[0] ?? ''
  const named = [...recipe.matchAll(/`(src\/[\w./-]+)`/g)].map((found) => found[1] ?? '')
  const worded = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && /['"]zh-Hant['"]/.test(read(name)))
  expect(worded.filter((name) => !missing.has(name) && !named.includes(name))).toEqual([])
  // What the recipe names by itself is the table of languages, and what no type can ask for.
  const asked = named.filter((name) => missing.has(name))
  expect(asked).toContain('src/syntax/keywords.ts')
})
