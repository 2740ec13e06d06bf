import { describe, expect, test } from 'vitest'
import { compared } from './proving.ts'
import { policyOf } from './small-policies.ts'

describe('a test that comes out in another way is no change where both branches come to the same', () => {
  test.each([
    [
      'lines that meet',
      'if a < 0.5 CNY then a * 2 else 1 CNY',
      'if a <= 0.5 CNY then a * 2 else 1 CNY',
      true,
    ],
    [
      'lines that do not',
      'if a < 0.5 CNY then a * 2 else 1.01 CNY',
      'if a <= 0.5 CNY then a * 2 else 1.01 CNY',
      false,
    ],
    ['a cent further', 'if a < 0.5 CNY then a * 2 else 1 CNY', 'if a < 0.51 CNY then a * 2 else 1 CNY', true],
    [
      'two cents further',
      'if a < 0.5 CNY then a * 2 else 1 CNY',
      'if a < 0.52 CNY then a * 2 else 1 CNY',
      false,
    ],
    [
      'the same but for what may be missing',
      'if a < 0.48 CNY then b - b else 0 CNY',
      'if a <= 0.48 CNY then b - b else 0 CNY',
      false,
    ],
    [
      'the same test within',
      'if a < 0.5 CNY then 1 CNY else if a < 1 CNY then 1 CNY else a',
      'if a < 0.4 CNY then 1 CNY else if a < 1 CNY then 1 CNY else a',
      true,
    ],
    [
      'the same test within, another amount',
      'if a < 0.5 CNY then 1 CNY else if a < 1 CNY then 2 CNY else a',
      'if a < 0.4 CNY then 1 CNY else if a < 1 CNY then 2 CNY else a',
      false,
    ],
  ])('%s: %s → %s', (_, before, after, same) => {
    expect(compared(policyOf(before), policyOf(after))).toEqual([same, same])
  })

  const gated = (gate: string, rate: string, of = 'sold') =>
    policyOf(
      '1',
      `bonus pay for Rep per quarter {
  gate sold ${gate} CNY
  tiers whole of ${of} by sold {
    | over     | rate    |
    | -100 CNY | ${rate} |
    | 1 CNY    | 7%      |
  }
  round 0.0001 half-up
}`,
    )
  test.each([
    ['below which nothing is paid anyhow', gated('> 1', '0%'), gated('> 0.3', '0%'), true],
    ['to itself, where nothing is paid', gated('> 1', '0%'), gated('>= 1', '0%'), true],
    ['to itself, where something is', gated('> 1', '1%'), gated('>= 1', '1%'), false],
    ['above, where something is', gated('> 1', '0%'), gated('> 1.1', '0%'), false],
    ['where what earns may be missing', gated('> 1', '0%', 'b'), gated('> 0.3', '0%', 'b'), false],
  ])('a gate moved %s', (_, before, after, same) => {
    expect(compared(before, after)).toEqual([same, same])
  })

  const card = (guard: string, applies: string) =>
    policyOf(
      '1',
      `value signed for Rep per quarter = count(Sale)
value good for Rep where signed >= ${guard} per quarter = count(Sale where good) / signed
scorecard kpi for Rep per quarter {
  indicator first weight 60% {
    actual good
    applies when signed >= ${applies}
    score ratio up to 100%
  }
  indicator second weight 40% {
    actual n
    target 4
    score ratio up to 100%
  }
  weight not applicable to second
  round 0.01 half-up
}`,
    )
  test.each([
    ['asks for more than the indicator does', card('2', '2'), card('2', '1'), true],
    ['asks for less than the indicator does', card('2', '2'), card('2', '3'), false],
    ['is itself another, which a case may look at', card('2', '2'), card('1', '2'), false],
  ])('an indicator whose actual %s', (_, before, after, same) => {
    expect(compared(before, after)).toEqual([same, same])
  })
})

describe('a choice that is rounded', () => {
  const ended = (end: string, by = 'a') =>
    policyOf(`(if a <= ${end} CNY then ${by} else ${end} CNY) rounded half-up to 0.1`)
  test.each([
    ['to the same on both sides of a bound', ended('0.92'), ended('0.94'), true],
    ['to the same down to a half', ended('0.98'), ended('0.95'), true],
    ['to another one from a half on', ended('0.92'), ended('0.95'), false],
    ['to another one below a half', ended('0.98'), ended('0.94'), false],
    ['of what may be missing', ended('0.92', 'a + b - b'), ended('0.94', 'a + b - b'), false],
  ])('%s', (_, before, after, same) => {
    expect(compared(before, after)).toEqual([same, same])
  })
})

describe('a part of no more than 4', () => {
  const part = (bound: string) => policyOf(`if n = 0 then 0 else if sales / n >= ${bound} then 1 else 0`)
  test.each([
    // 1/2, 2/3 and 3/4 are the parts there; 3/5 would be one of 5.
    ['between a half and two thirds', '51%', '66%', true],
    ['with a half', '50%', '51%', false],
    ['with two thirds', '66%', '67%', false],
    ['between two thirds and three quarters', '67%', '75%', true],
    ['with three quarters', '75%', '76%', false],
  ])('%s: %s → %s', (_, before, after, same) => {
    expect(compared(part(before), part(after))).toEqual([same, same])
  })
})
