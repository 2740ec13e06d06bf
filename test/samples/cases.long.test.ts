import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw } from '../cli/harness.ts'
import { repository } from './run-sample.ts'

const handbooks = ['handbook-zh', 'handbook-en']

test.each(handbooks)('the cases of %s all pass', async (name) => {
  const { code, out, err } = await bylaw(['test', join(repository, 'policies', name)])
  expect(err).toBe('')
  expect(code, out).toBe(0)
})

test.each(handbooks)(
  'the cases of %s meet all that its rules say, but for what is accepted with a reason',
  async (name) => {
    const { code, err } = await bylaw(['cover', join(repository, 'policies', name), '--threshold', '100%'])
    expect(err).toBe('')
    expect(code).toBe(0)
  },
)

test.each(['tangyu-zh', 'tangyu-en', 'deductions-zh'])(
  'the cases of %s notice every change, but those accepted with a reason',
  async (name) => {
    const asked = ['mutate', join(repository, 'policies', name), '--threshold', '100%']
    const { code, err, out } = await bylaw(asked)
    expect(err).toBe('')
    expect(code, out).toBe(0)
  },
)
