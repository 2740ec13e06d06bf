import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw } from '../cli/harness.ts'
import { repository } from './run-sample.ts'

test('the cases of the handbook all pass', async () => {
  const { code, out, err } = await bylaw(['test', join(repository, 'policies/handbook-zh')])
  expect(err).toBe('')
  expect(code, out).toBe(0)
})
