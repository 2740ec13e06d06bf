import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initPolicy } from '../../src/cli/init-policy.ts'

/** The program as it ships, in a process of its own. */
describe('the program in a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-process-'))
  const program = join(folder, 'dist/main.js')

  beforeAll(async () => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    await build({
      input: new URL('../../src/cli/main.ts', import.meta.url).pathname,
      platform: 'node',
      logLevel: 'silent',
      output: { dir: join(folder, 'dist'), format: 'esm' },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const start = (words: readonly string[], input = '', env: { [name: string]: string } = {}) =>
    spawnSync(process.execPath, [program, ...words], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', LANG: 'en_US.UTF-8', ...env },
    })

  test('begins with the line that makes it a program, and says its exit code', () => {
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(start(['--version']).status).toBe(0)
    expect(start(['chekc']).status).toBe(2)
    expect(start(['check', '-'], initPolicy.en).status).toBe(0)
    expect(start(['check', '-'], 'policy a {').status).toBe(1)
  })

  test('--version loads neither the parser nor the engine', () => {
    const loaded = readFileSync(program, 'utf8')
    const first = [...loaded.matchAll(/^import .* from "\.\/(.*)";?$/gm)].map((m) => m[1] ?? '')
    const size = [program, ...first.map((name) => join(folder, 'dist', name))]
      .map((path) => readFileSync(path, 'utf8'))
      .join('')
    expect(size).not.toContain('chevrotain/')
    expect(size).not.toContain('targets/evaluate')
  })

  test('writes colour only where it is wanted', () => {
    const colour = '\u001b['
    expect(start(['check', '-'], 'policy a {').stdout).not.toContain(colour)
    expect(start(['check', '-'], 'policy a {', { FORCE_COLOR: '1' }).stdout).toContain(colour)
    expect(start(['check', '-'], 'policy a {', { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain(
      colour,
    )
  })

  test('results go to standard output, mistakes of the call to standard error', () => {
    const right = start(['show', 'plan', '-'], initPolicy.en)
    expect([right.stderr, JSON.parse(right.stdout).version]).toEqual(['', 1])
    const wrong = start(['show', 'nothing'])
    expect([wrong.stdout, wrong.stderr.includes('BY903')]).toEqual(['', true])
  })

  test('a reader that stops early is no mistake', async () => {
    const child = spawn(process.execPath, [program, 'show', 'plan', '-'], { cwd: folder })
    const err: string[] = []
    child.stderr.on('data', (chunk) => err.push(String(chunk)))
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.end(initPolicy.en)
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, err.join('')]).toEqual([0, ''])
  })

  test('is silent for Node itself: no warning on standard error', () => {
    expect(start(['check', '-', '--format', 'json'], initPolicy.en).stderr).toBe('')
  })
})
