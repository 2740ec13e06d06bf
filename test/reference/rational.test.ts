import { describe, expect, test } from 'vitest'
import type { roundingModes } from '../../src/base/decimal.ts'
import { decimalText, fixed, rational, rationalOf, roundTo } from './rational.ts'

const round = (text: string, mode: (typeof roundingModes)[number]) => {
  const value = rationalOf(text)
  return value && decimalText(roundTo(value, rational(1n), mode))
}

describe('the fractions of the reference', () => {
  // Worked by hand from the words of the modes: half-up goes away from zero, up away from it, down toward it.
  test.each([
    ['half-up', ['3', '2', '3', '-3', '-3', '-2']],
    ['half-even', ['2', '2', '3', '-2', '-3', '-2']],
    ['half-down', ['2', '2', '3', '-2', '-3', '-2']],
    ['up', ['3', '3', '3', '-3', '-3', '-3']],
    ['down', ['2', '2', '2', '-2', '-2', '-2']],
    ['ceiling', ['3', '3', '3', '-2', '-2', '-2']],
    ['floor', ['2', '2', '2', '-3', '-3', '-3']],
  ] as const)('%s rounds 2.5, 2.4, 2.6 and their negatives', (mode, expected) => {
    const got = ['2.5', '2.4', '2.6', '-2.5', '-2.6', '-2.4'].map((text) => round(text, mode))
    expect(got).toEqual(expected)
  })

  test('a third is kept whole and shown to twelve places', () => {
    expect(decimalText(rational(1n, 3n))).toBe('0.333333333333')
    expect(decimalText(rational(-2n, 3n))).toBe('-0.666666666667')
  })

  test('an exact decimal is shown in full, without trailing zeros', () => {
    expect(decimalText(rational(1n, 10n ** 15n))).toBe('0.000000000000001')
    expect(decimalText(rational(1234500n, 100n))).toBe('12345')
  })

  test('fixing to twelve places goes to the even digit at the half', () => {
    expect(decimalText(fixed(rational(5n, 10n ** 13n)))).toBe('0')
    expect(decimalText(fixed(rational(15n, 10n ** 13n)))).toBe('0.000000000002')
  })
})
