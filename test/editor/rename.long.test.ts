import { describe, test } from 'vitest'
import { expectRenames } from './renames.ts'
import { smallSamples } from './samples.ts'

describe('the policy means the same after a rename', () => {
  test.each(smallSamples)('of whatever has a name in %s', (sample) => expectRenames(sample, 1_000), 300_000)
  test.each(['handbook-zh', 'handbook-en'])(
    'of many names in %s',
    (sample) => expectRenames(sample, 60),
    900_000,
  )
})
