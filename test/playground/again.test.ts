import { describe, expect, test } from 'vitest'
import { shownAgain } from './again.ts'

describe('what is paid after an edit, worked out from what was known before it', () => {
  test('is what a page that is opened with the edited text shows', async () => {
    expect(await shownAgain('first-commission', 12, 6, 3)).toBeGreaterThan(20)
    expect(await shownAgain('tangyu-zh', 2, 5, 5)).toBeGreaterThan(4)
  }, 120_000)
})
