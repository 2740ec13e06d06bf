import { expect, test } from 'vitest'
import { displayWidth, padToWidth } from '../../src/base/width.ts'

// Columns as Unicode's East Asian Width has them: W and F two, combining marks none, all else one.
test.each([
  ['', 0],
  ['abc', 3],
  ['提成', 4],
  ['ＡＢ', 4],
  ['「」，。', 8],
  ['a中b', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['😀', 2],
  ['×÷≤', 3],
  ['ｱ', 1],
])('%s takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns)
})

test('a text is filled to a width, and a longer one is left alone', () => {
  expect(padToWidth('提成', 6)).toBe('提成  ')
  expect(padToWidth('提成', 3)).toBe('提成')
})
