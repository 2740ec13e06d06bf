import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../src/base/span.ts'
import { type Documents, documentsOf } from '../../src/editor/documents.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'
import { repository } from '../samples/run-sample.ts'

const root = join(repository, 'policies')

export function sampleSources(sample: string): readonly Source[] {
  return readdirSync(join(root, sample))
    .filter((name) => /\.bylaw(?:\.md|\.yaml)?$|\.csv$/u.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, sample, name), 'utf8') }))
}

export const smallSamples = [
  'adventureworks',
  'deductions-zh',
  'first-commission',
  'margin-matrix',
  'tangyu-en',
  'tangyu-zh',
] as const

export function sampleDocuments(sample: string): Documents {
  return documentsOf(sampleSources(sample), [yamlForm])
}

/** A text with `│` where the caret stands, as a set of one file. */
export function atCaret(text: string, name = 'policy.bylaw'): readonly [Documents, string, number] {
  const offset = text.indexOf('│')
  return [documentsOf([{ name, text: text.replace('│', '') }], [yamlForm]), name, offset]
}
