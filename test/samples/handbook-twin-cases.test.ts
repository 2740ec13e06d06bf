import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from './run-sample.ts'
import { twinCases } from './twin-cases/files.ts'

const policies = join(repository, 'policies')
const made = twinCases(policies)

describe('the cases of the handbook in Chinese and in English', () => {
  test('stand in as many files', () => {
    const files = (name: string) =>
      readdirSync(join(policies, name)).filter((file) => file.endsWith('.cases.yaml'))
    expect(files('handbook-en')).toEqual([...made.keys()].toSorted())
    expect(files('handbook-zh').length).toBe(made.size)
  })

  test.each([...made])(
    '%s gives and expects the same, in the names of the English policy',
    async (name, text) => {
      expect(text).not.toMatch(/[\u3400-\u9fff]/u)
      await expect(text).toMatchFileSnapshot(join(policies, 'handbook-en', name))
    },
  )
})
