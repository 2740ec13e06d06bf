import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.ts'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { fingerprint } from '../../src/base/fingerprint.ts'
import type { Language } from '../../src/base/language.ts'
import { renderGithub } from '../../src/base/render-github.ts'
import { renderSarif } from '../../src/base/render-sarif.ts'
import type { Source } from '../../src/base/span.ts'
import { initPolicy } from '../../src/cli/init-policy.ts'
import { compile } from '../../src/compile.ts'
import { bylaw, inFolder } from '../cli/harness.ts'
import { sarifSchema } from './sarif-schema.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const valid = new Ajv({ allErrors: true }).compile(sarifSchema)

const logOf = (found: readonly Diagnostic[], source: Source, language: Language, pages?: string) =>
  JSON.parse(renderSarif(found, [source], { language, version: '1.2.3', ...(pages && { pages }) }))

function sarifOf(text: string, name = 'pay.bylaw', language: Language = 'en', pages?: string) {
  const source = { name, text }
  return logOf(compile([source]).diagnostics, source, language, pages)
}
const prints = (log: ReturnType<typeof sarifOf>): readonly string[] =>
  log.runs[0].results.map(
    (result: { partialFingerprints: { [name: string]: string } }) =>
      result.partialFingerprints['bylawFinding/v1'],
  )

const broken = initPolicy.en.replace('gate attainment', 'gate attainmnt')

describe('findings as SARIF', () => {
  test('every bad program of the tests gives a log that SARIF allows, in each language', {
    timeout: 90_000,
  }, () => {
    for (const folder of readdirSync(join(root, 'test/bad'))) {
      const file = join(root, 'test/bad', folder, 'policy.bylaw')
      if (!existsSync(file)) continue
      const source = { name: 'policy.bylaw', text: readFileSync(file, 'utf8') }
      const { diagnostics } = analyse([source])
      for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
        const log = logOf(diagnostics, source, language)
        expect([folder, valid(log), valid.errors]).toEqual([folder, true, null])
        const [{ tool, results }] = log.runs
        for (const { ruleId, ruleIndex, level } of results) {
          expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
          expect(tool.driver.rules[ruleIndex].defaultConfiguration.level).toBe(level)
        }
        const all = prints(log)
        expect(new Set(all).size).toBe(all.length)
      }
    }
  })

  test('columns count UTF-16 units, and a path is written as a URI', () => {
    const text = 'policy a "😀" { language xx }\n'
    const [{ columnKind, results }] = sarifOf(text, '制度 1.bylaw').runs
    expect(columnKind).toBe('utf16CodeUnits')
    const { artifactLocation, region } = results[0].locations[0].physicalLocation
    expect(artifactLocation).toEqual({ uri: '%E5%88%B6%E5%BA%A6%201.bylaw', uriBaseId: '%SRCROOT%' })
    expect(region).toEqual({ startLine: 1, startColumn: 26, endLine: 1, endColumn: 28 })
  })

  test('a finding keeps its fingerprint when lines move and layout changes, and loses it with its words', () => {
    const before = prints(sarifOf(broken))
    expect(before).toHaveLength(1)
    expect(prints(sarifOf(`# one\n\n# two\n${broken.replace('  gate', '      gate')}`))).toEqual(before)
    expect(prints(sarifOf(broken, 'pay.bylaw', 'zh-Hant'))).toEqual(before)
    expect(prints(sarifOf(broken.replace('attainmnt', 'attainmt')))).not.toEqual(before)
  })

  test('a rule links to its page only where the pages are said to be', () => {
    const rule = (pages?: string) => sarifOf(broken, 'pay.bylaw', 'en', pages).runs[0].tool.driver.rules[0]
    expect(rule().helpUri).toBeUndefined()
    expect(rule().help.text).toBe('see: grammar/findings/BY201.md')
    expect(rule('https://example.org/bylaw/').helpUri).toBe(
      'https://example.org/bylaw/grammar/findings/BY201.md',
    )
  })

  test('a fingerprint is the published hash FNV-1a', () => {
    // Of the bytes 61 00 ff ff, worked out with another program.
    expect(fingerprint(['a'])).toBe('a9d472820c0a42fa')
    expect(fingerprint([])).toBe('cbf29ce484222325')
    expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']))
  })
})

describe('bylaw check for a pull request', () => {
  test('writes SARIF to a file and says on one line what was found', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), broken)
      const words = ['check', '.', '--format', 'sarif', '--out', 'found.sarif']
      const { code, out, err } = await bylaw(words, { cwd })
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain('1 error → found.sarif\n')
      const log = JSON.parse(readFileSync(join(cwd, 'found.sarif'), 'utf8'))
      expect(valid(log)).toBe(true)
      const [{ ruleId, locations }] = log.runs[0].results
      expect(ruleId).toBe('BY201')
      expect(locations[0].logicalLocations).toEqual([{ name: 'order_commission', kind: 'declaration' }])
    })
  })

  test('annotates the ten worst, errors first, then counts all', () => {
    const text = Array.from({ length: 14 }, (_, i) => `value v${i} = a${i}`).join('\n')
    const source = { name: 'a.bylaw', text }
    const { diagnostics } = compile([source])
    const unused = { code: 'BY905', args: { path: 'x' } } as const
    const said = renderGithub([...diagnostics, unused], [source], { language: 'en' })
    const lines = said.trimEnd().split('\n')
    expect(lines).toHaveLength(11)
    expect(lines.slice(0, 10).every((line) => line.startsWith('::error '))).toBe(true)
    expect(lines[10]).toMatch(/^\d+ errors.*; the worst 10 are annotated, `bylaw check` lists all$/)
  })
})
