import { describe, expect, test } from 'vitest'
import { shownAgain } from './again.ts'

describe('what is paid after one of very many edits, worked out from what was known before it', () => {
  test.each(['first-commission', 'tangyu-zh', 'deductions-zh', 'handbook-zh'])(
    '%s: is what a page that is opened with the edited text shows',
    async (sample) => {
      const isLarge = sample.startsWith('handbook')
      expect(await shownAgain(sample, isLarge ? 6 : 40, 8, 11)).toBeGreaterThan(10)
    },
  )
})
