import { describe, expect, test } from 'vitest'
import { parseDecimal } from '../../../src/base/decimal.ts'
import { barsPicture } from '../../../src/review/charts/bars-picture.ts'
import { histogramOf } from '../../../src/review/charts/histogram.ts'
import { shortNumber } from '../../../src/review/charts/scale.ts'
import { scorePicture } from '../../../src/review/charts/score-picture.ts'
import { waterfallPicture } from '../../../src/review/charts/waterfall.ts'

const decimal = (text: string) => parseDecimal(text) ?? { digits: 0n, scale: 0 }
const size = { width: 400, row: 28, before: 100, behind: 100 }

describe('a picture of amounts', () => {
  test('counts an amount in the step that it stands in: its beginning included, its end not', () => {
    const bins = histogramOf([['0', '999.99', '1000', '-0.01', '20000'].map(decimal), ['1000'].map(decimal)])
    const filled = bins.filter(({ counts }) => counts.some((n) => n > 0))
    // The range of 20,000.01 in twenty steps of a round width: 2,000 each.
    expect(filled.map(({ from, until, counts }) => [from.digits, until.digits, counts])).toEqual([
      [-200_000n, 0n, [1, 0]],
      [0n, 200_000n, [3, 1]],
      [2_000_000n, 2_200_000n, [1, 0]],
    ])
  })

  test('lets each bar of a waterfall begin where the one above it ends, and the total at nought', () => {
    const picture = waterfallPicture(
      ['60', '60', '-20'].map((text) => ({ label: text, change: decimal(text) })),
      'total',
      size,
    )
    // 200 points for 120: 100, 200, then back to 166.6.
    expect(picture.bars.map(({ side, from, until }) => [side, from, until])).toEqual([
      ['gain', '100.0', '200.0'],
      ['gain', '200.0', '300.0'],
      ['lose', '300.0', '266.6'],
      ['total', '100.0', '266.6'],
    ])
  })

  test('draws what is gained to the right of nought and what is lost to the left', () => {
    const bars = [
      { label: 'a', change: decimal('30') },
      { label: 'b', change: decimal('-10') },
    ]
    const picture = barsPicture(bars, size)
    expect(picture.nought).toBe('150.0')
    expect(picture.bars.map(({ side, until }) => [side, until])).toEqual([
      ['gain', '300.0'],
      ['lose', '100.0'],
    ])
  })

  test('makes a score’s bar as long as the score and as thick as its weight, and none where there is no score', () => {
    const { bars } = scorePicture(
      [
        { label: 'a', weight: decimal('0.5'), score: decimal('120') },
        { label: 'b', weight: decimal('0.1'), score: decimal('60') },
        { label: 'c', weight: decimal('0.4') },
      ],
      { width: 400, before: 100, behind: 60, language: 'en' },
    )
    expect(bars.map(({ height, until }) => [height, until])).toEqual([
      [45, '340.0'],
      [18, '220.0'],
      [36, undefined],
    ])
  })

  test('labels its axes as each language counts', () => {
    const amount = decimal('1250000')
    expect(['en', 'zh-Hans', 'zh-Hant'].map((one) => shortNumber(amount, one as 'en'))).toEqual([
      '1.25M',
      '125万',
      '125萬',
    ])
  })
})
