import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasColour } from '../../src/cli/io.ts'
import { languageOfEnvironment } from '../../src/cli/language.ts'
import { specs } from '../../src/cli/specs.ts'
import { version } from '../../src/cli/version.ts'
import { bylaw } from './harness.ts'

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

describe('calling bylaw', () => {
  test('--version prints the version of the package', async () => {
    expect(version).toBe(manifest.version)
    expect(await bylaw(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' })
  })

  test('alone, it shows what it can do and where to start', async () => {
    const { code, out } = await bylaw([])
    expect(code).toBe(0)
    for (const spec of specs.filter((s) => !s.hidden)) expect(out).toContain(`  ${spec.name} `)
    expect(out).toContain('bylaw init my-policy')
  })

  test('the help of every command teaches with an example and names every option', async () => {
    for (const spec of specs.filter((s) => !s.hidden)) {
      const { code, out } = await bylaw(['help', spec.name])
      expect(code).toBe(0)
      expect(out).toContain('For example')
      for (const option of spec.options) expect(out).toContain(`--${option.name}`)
      expect((await bylaw([spec.name, '--help'])).out).toBe(out)
    }
  })

  test('help comes in the language asked for, else in that of the terminal', async () => {
    expect((await bylaw(['help', '--language', 'zh-Hant'])).out).toContain('命令')
    expect((await bylaw(['check', '--help'], { env: { LANG: 'zh_CN.UTF-8' } })).out).toContain('用法')
  })

  test('a misspelled command is told what was meant', async () => {
    const { code, out, err } = await bylaw(['chekc'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('error[BY901]: bylaw has no command “chekc”')
    expect(err).toContain('Try: bylaw check.')
  })

  test('a misspelled option is told what was meant', async () => {
    const { code, err } = await bylaw(['check', '--fromat', 'json'])
    expect(code).toBe(2)
    expect(err).toContain('`bylaw check` has no option --fromat')
    expect(err).toContain('Try: --format.')
  })

  test('an option that is only begun is told in full, and its value is no mistake of its own', async () => {
    const { code, err } = await bylaw(['diff', '--lang', 'en', 'old', 'new'])
    expect(code).toBe(2)
    expect(err).toContain('Try: --language.')
    expect(err.match(/^error/gmu)).toEqual(['error'])
  })

  test('an option with a wrong value, or none, says what it may be', async () => {
    expect((await bylaw(['check', '--format', 'jsn'])).err).toContain('Write json after --format.')
    expect((await bylaw(['run', '--period'])).err).toContain('BY903')
    expect((await bylaw(['fmt', '--check=yes'])).err).toContain('--check takes no value')
    expect((await bylaw(['check', '--language', 'fr'])).code).toBe(2)
  })

  test('mistakes in the call are told in the language asked for', async () => {
    const { err } = await bylaw(['chekc', '--language', 'zh-Hans'])
    expect(err).toContain('错误[BY901]：bylaw 没有“chekc”这个命令')
  })

  test('names that objects have by nature are no commands or options', async () => {
    for (const word of ['constructor', '__proto__', 'toString']) {
      expect((await bylaw([word])).code).toBe(2)
      expect((await bylaw(['check', `--${word}`])).code).toBe(2)
    }
  })
})

describe('what the surroundings say', () => {
  test('the language of the terminal is read from its locale', () => {
    expect(languageOfEnvironment({ LANG: 'zh_CN.UTF-8' })).toBe('zh-Hans')
    expect(languageOfEnvironment({ LANG: 'zh_TW.UTF-8' })).toBe('zh-Hant')
    expect(languageOfEnvironment({ LANG: 'zh_HK' })).toBe('zh-Hant')
    expect(languageOfEnvironment({ LANG: 'de_DE.UTF-8' })).toBe('en')
    expect(languageOfEnvironment({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(languageOfEnvironment({})).toBe('en')
  })

  test('colour is for terminals, unless it is refused or forced', () => {
    expect(hasColour({}, true)).toBe(true)
    expect(hasColour({}, false)).toBe(false)
    expect(hasColour({ NO_COLOR: '1' }, true)).toBe(false)
    expect(hasColour({ FORCE_COLOR: '1' }, false)).toBe(true)
    expect(hasColour({ FORCE_COLOR: '1', NO_COLOR: '1' }, true)).toBe(false)
    expect(hasColour({ TERM: 'dumb' }, true)).toBe(false)
  })
})
