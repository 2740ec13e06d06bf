import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Source } from '../../src/base/span.ts'
import { compile, compileProgram } from '../../src/compile.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'
import { repository } from '../samples/run-sample.ts'

const samples = ['first-commission', 'tangyu-zh', 'adventureworks', 'margin-matrix', 'deductions-zh']

const sourcesOf = (sample: string): readonly Source[] => {
  const folder = join(repository, 'policies', sample)
  return readdirSync(folder)
    .filter((name) => /\.bylaw(?:\.md)?$|\.csv$/u.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

test.each(samples)('%s compiles from its tree to what it compiles to from its text', (sample) => {
  const sources = sourcesOf(sample)
  const fromText = compile(sources)
  const fromTree = compileProgram(fromText.program, sources)
  expect(fromTree.plan).toEqual(fromText.plan)
  expect(fromTree.diagnostics).toEqual(fromText.diagnostics)
})

test('a tree that was edited compiles to what its edited text compiles to, with the same places', () => {
  const sources = sourcesOf('first-commission')
  const { program } = compile(sources)
  const edit = (text: string): string => text.replaceAll('6%', '5%')
  const edited: typeof program = JSON.parse(edit(JSON.stringify(program)))
  expect(edited).not.toEqual(program)
  const fromText = compile(sources.map(({ name, text }) => ({ name, text: edit(text) })))
  expect(compileProgram(edited, sources).plan).toEqual(fromText.plan)
})

test('a tree that breaks a rule has the finding of that rule, and no plan', () => {
  const sources = sourcesOf('first-commission')
  const { program } = compile(sources)
  const broken: typeof program = JSON.parse(JSON.stringify(program).replaceAll('"0%"', '"200%"'))
  expect(broken).not.toEqual(program)
  expect(compileProgram(broken, sources).plan).toBeUndefined()
  expect(compileProgram(broken, sources).diagnostics.length).toBeGreaterThan(0)
})

test('a policy in YAML compiles from its tree as well', () => {
  const text = sourcesOf('first-commission').find(({ name }) => name.endsWith('.bylaw'))
  const tree = compile(text ? [text] : []).program.files[0]
  const source = { name: 'policy.bylaw.yaml', text: tree ? yamlForm.print(tree) : '' }
  const fromText = compile([source], [yamlForm])
  expect(fromText.plan).toBeDefined()
  expect(compileProgram(fromText.program, [source]).plan).toEqual(fromText.plan)
})
