import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { rulesRuntime } from '../../rolldown.config.ts'
import { bylaw, inFolder } from '../cli/harness.ts'
import { examplesOf } from '../grammar/examples.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const page = read('grammar/rule-sets.md')
const textOf = (text: string, kind: string) => examplesOf(text, kind)[0]?.text ?? ''

/** A folder in which `bylaw/rules` and json-rules-engine are installed, as the package says where they are. */
async function installed(cwd: string): Promise<void> {
  const folder = join(cwd, 'node_modules/bylaw')
  mkdirSync(folder, { recursive: true })
  const { name, type, exports } = JSON.parse(read('package.json'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, type, exports }))
  const { input, platform, output } = rulesRuntime
  const bundle = await rolldown({ input: join(root, input.rules), platform })
  await bundle.write({
    file: join(folder, exports['./rules'].default),
    format: output.format,
    minify: output.minify,
  })
  await bundle.close()
  symlinkSync(join(root, 'node_modules/json-rules-engine'), join(cwd, 'node_modules/json-rules-engine'))
}

test('the ten lines of the README load the rule set in a service', { timeout: 60_000 }, () =>
  inFolder(async (cwd) => {
    const service = textOf(page, 'js')
    expect(examplesOf(read('README.md'), 'js').map(({ text }) => text)).toEqual([service])
    writeFileSync(join(cwd, 'policy.bylaw'), textOf(page, 'bylaw'))
    writeFileSync(join(cwd, 'service.mjs'), service)
    const compiled = await bylaw(['compile', '--to', 'json-rules-engine', '--out', 'rules.json'], { cwd })
    expect([compiled.code, compiled.out]).toEqual([0, ''])
    await installed(cwd)
    const printed = execFileSync(process.execPath, ['service.mjs'], { cwd, encoding: 'utf8' })
    expect(printed).toBe('decision may_grant ask\n')
    expect(page).toContain(`It prints \`${printed.trim()}\``)
  }),
)

test('the runtime is small, and runs where nothing may be evaluated', { timeout: 60_000 }, () =>
  inFolder(async (cwd) => {
    await installed(cwd)
    const text = readFileSync(join(cwd, 'node_modules/bylaw/dist/rules.js'), 'utf8')
    expect(text.length).toBeLessThan(100_000)
    expect(text).not.toMatch(/\beval\(|new Function|\bimport\b/)
  }),
)
