import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffLines } from '../../../src/review/compare/line-diff.ts'

/** The longest common part by trying everything: the table of every two beginnings. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const best = a.map(() => b.map(() => 0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) {
      const row = best[i]
      if (row) row[j] = x === y ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1))
    }
  return at(a.length - 1, b.length - 1)
}

describe('the differences of two texts', () => {
  test('make the one into the other with as few lines as can be, in order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = diffLines(a.map((one) => `${one}\n`).join(''), b.map((one) => `${one}\n`).join(''))
        const side = (left: 'removed' | 'added') =>
          found.filter(({ is }) => is === 'same' || is === left).map((line) => line.text)
        expect(side('removed')).toEqual(a)
        expect(side('added')).toEqual(b)
        expect(found.filter(({ is }) => is === 'same').length).toBe(longestCommon(a, b))
        expect(found.flatMap((line) => line.before ?? [])).toEqual(a.map((_, i) => i + 1))
        expect(found.flatMap((line) => line.after ?? [])).toEqual(b.map((_, i) => i + 1))
      }),
      { numRuns: 500 },
    )
  })

  test('of line ends alone are none', () => {
    expect(diffLines('a\r\nb\r\n', 'a\nb').every(({ is }) => is === 'same')).toBe(true)
  })
})
