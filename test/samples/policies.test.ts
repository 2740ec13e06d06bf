import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { repository } from './run-sample.ts'

const root = join(repository, 'policies')
const samples = readdirSync(root, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
const sourcesOf = (sample: string) =>
  readdirSync(join(root, sample))
    .filter((name) => name.endsWith('.bylaw') || name.endsWith('.csv'))
    .map((name) => ({ name, text: readFileSync(join(root, sample, name), 'utf8') }))

describe.each(samples)('the sample %s', (sample) => {
  test('compiles without a finding', () => {
    const { plan, diagnostics } = compile(sourcesOf(sample))
    // Of what a design leads to only upward steps: no cliff, no row that is idle.
    const codes = diagnostics.map((d) => d.code)
    expect(codes.filter((code) => code !== 'BY516' && code !== 'BY517')).toEqual([])
    expect(plan).toBeDefined()
  })

  test('is laid out as `bylaw fmt` lays it out', () => {
    for (const source of sourcesOf(sample).filter(({ name }) => name.endsWith('.bylaw')))
      expect(print(parse(source).file), source.name).toBe(source.text)
  })

  test('tells its story in a README and names no path outside itself', () => {
    expect(existsSync(join(root, sample, 'README.md'))).toBe(true)
    const settings = join(root, sample, 'bylaw.yaml')
    const paths = existsSync(settings) ? readFileSync(settings, 'utf8').match(/^\s+file: .*$/gm) : []
    for (const path of paths ?? []) expect(path).not.toMatch(/\.\.|: \/|\\/)
  })
})

test('the Chinese and the English sample company are the same declarations, clause by clause', () => {
  const kinds = (sample: string, files: readonly string[]) =>
    files.map((name) =>
      parse({ name, text: readFileSync(join(root, sample, name), 'utf8') }).file.declarations.map(
        (d) => d.kind,
      ),
    )
  expect(
    kinds('tangyu-zh', ['制度.bylaw', '档案.bylaw', '折算回款.bylaw', '季度提成.bylaw', '评分卡.bylaw']),
  ).toEqual(
    kinds('tangyu-en', [
      'policy.bylaw',
      'records.bylaw',
      'credit.bylaw',
      'commission.bylaw',
      'scorecard.bylaw',
    ]),
  )
})
