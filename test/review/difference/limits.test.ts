import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/base/language.ts'
import { sequence } from '../../../src/review/difference/chance.ts'
import type { Limit } from '../../../src/review/difference/limit-walk.ts'
import { limitsApart } from '../../../src/review/difference/limits-apart.ts'
import { limitTexts } from '../../../src/review/difference/limits-text.ts'
import type { Range } from '../../../src/review/difference/range-text.ts'
import { matcherOf } from '../../../src/review/difference/same-meaning.ts'
import { version } from './versions.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; level one of A, B, C }
record Deal { id text key; rep Rep; closed date posting; amount money from 0 CNY up to 2_000 CNY }
value sold for Rep per month = sum(Deal.amount)
`

function limitsBetween(old: string, next: string): readonly Limit[] {
  const [a, b] = [old, next].map((text) => {
    const sources = [{ name: 'p.bylaw', text: head + text }]
    return { ...version(sources), sources }
  })
  if (!a || !b) throw new Error('no versions')
  return limitsApart(a, 'pay', b, 'pay', matcherOf(a.plan, b.plan).names)
}

function texts(old: string, next: string, language: Language = 'en'): readonly string[] {
  return limitTexts({ limits: limitsBetween(old, next) } as never, language)
}

const money = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} CNY`
const operators = ['<', '<=', '>=', '>'] as const
type Operator = (typeof operators)[number]

function holds(x: number, op: Operator, c: number): boolean {
  return op === '<' ? x < c : op === '<=' ? x <= c : op === '>=' ? x >= c : x > c
}

/** A clause with one number, and what it pays for `x` cents sold. */
type Kind = {
  readonly text: (op: Operator, c: number) => string
  readonly pays: (op: Operator, c: number, x: number) => number
}
const round = '  round 0.01 half-up\n}\n'
const kinds: { readonly [kind: string]: Kind } = {
  gate: {
    text: (op, c) =>
      `commission pay for Rep per month {\n  gate sold ${op} ${money(c)}\n  start sold\n  plus 1 CNY\n${round}`,
    pays: (op, c, x) => (holds(x, op, c) ? x + 100 : 0),
  },
  'gate with its sides turned, under a parameter': {
    text: (op, c) =>
      `parameter line = ${money(c)}\ncommission pay for Rep per month {\n  gate not (line ${op} sold)\n  start sold\n  plus 1 CNY\n${round}`,
    pays: (op, c, x) => (holds(c, op, x) ? 0 : x + 100),
  },
  when: {
    text: (op, c) =>
      `commission pay for Rep per month {\n  start sold\n  plus 7 CNY when sold ${op} ${money(c)}\n${round}`,
    pays: (op, c, x) => x + (holds(x, op, c) ? 700 : 0),
  },
  cap: {
    text: (_, c) => `commission pay for Rep per month {\n  start sold\n  cap ${money(c)} lost\n${round}`,
    pays: (_, c, x) => Math.min(x, c),
  },
  'cap of a sum of named constants': {
    text: (_, c) =>
      `parameter most = ${money(c)}\ncommission pay for Rep per month {\n  start sold\n  cap most + 1 CNY lost\n${round}`,
    pays: (_, c, x) => Math.min(x, c + 100),
  },
  floor: {
    text: (_, c) => `commission pay for Rep per month {\n  start sold\n  floor ${money(c)}\n${round}`,
    pays: (_, c, x) => Math.max(x, c),
  },
  'smaller of, in a value that it reads': {
    text: (_, c) =>
      `value counted for Rep per month = smaller of sold, ${money(c)}\ncommission pay for Rep per month {\n  start counted\n${round}`,
    pays: (_, c, x) => Math.min(x, c),
  },
  'larger of, in a step': {
    text: (_, c) => `commission pay for Rep per month {\n  start larger of ${money(c)}, sold\n${round}`,
    pays: (_, c, x) => Math.max(x, c),
  },
}

const cents = (text: string) => Math.round(Number(text.replace(' CNY', '')) * 100)

/** Whether the limits say that the versions differ for `x`. */
function isTold(limits: readonly Limit[], x: number): boolean {
  const regions = limits.flatMap((one): readonly Range[] =>
    one.is === 'test' ? one.regions : one.is === 'cap' || one.is === 'floor' ? [one.region] : [],
  )
  return regions.some(
    ({ low, high }) =>
      (!low || cents(low.at) < x || (low.included && cents(low.at) === x)) &&
      (!high || cents(high.at) > x || (high.included && cents(high.at) === x)),
  )
}

describe('a number of a clause that was moved', { timeout: 60_000 }, () => {
  test.each(Object.keys(kinds))('is told with where it matters, as trying every cent says: %s', (name) => {
    const kind = kinds[name]
    if (!kind) throw new Error('no such kind')
    const draw = sequence(name.length)
    for (let i = 0; i < 3; i++) {
      const op = operators[draw.below(4)] ?? '<'
      const other = i === 0 ? op : (operators[draw.below(4)] ?? '<')
      const [c, d] = [5 + draw.below(90), 5 + draw.below(90)]
      const limits = limitsBetween(kind.text(op, c), kind.text(other, d))
      for (let x = 0; x <= 250; x++) {
        const apart = kind.pays(op, c, x) !== kind.pays(other, d, x)
        expect([op, c, other, d, x, isTold(limits, x)]).toEqual([op, c, other, d, x, apart])
      }
    }
  })

  test('is told where a step came or went', () => {
    const plain = `commission pay for Rep per month {\n  start sold\n  plus 1 CNY\n${round}`
    const bare = { gate: (x: number) => x + 100, cap: (x: number) => x, floor: (x: number) => x }
    for (const name of ['gate', 'cap', 'floor'] as const) {
      const kind = kinds[name]
      const without = name === 'gate' ? plain : plain.replace('  plus 1 CNY\n', '')
      const withIt = kind?.text('>=', 40) ?? ''
      for (const [old, next] of [
        [without, withIt],
        [withIt, without],
      ] as const) {
        const limits = limitsBetween(old, next)
        expect(limits.length).toBe(1)
        for (let x = 0; x <= 100; x++)
          expect([name, x, isTold(limits, x)]).toEqual([name, x, bare[name](x) !== kind?.pays('>=', 40, x)])
      }
    }
  })

  test('is told in words: what it limits, how it moved, and what that makes', () => {
    const clause = (steps: string) => `commission pay for Rep per month {\n${steps}\n${round}`
    const moved = (old: string, next: string) => texts(clause(old), clause(next))
    expect(moved('gate sold >= 40 CNY\nstart sold', 'gate sold >= 45 CNY\nstart sold')).toEqual([
      'gate sold from 40 CNY to under 45 CNY: paid → nothing',
    ])
    expect(moved('start sold\ncap 50 CNY lost', 'start sold\ncap 60 CNY lost')).toEqual([
      'cap 50 CNY → 60 CNY: amount before it over 50 CNY: more, by up to 10 CNY',
    ])
    expect(moved('start sold\nfloor 5 CNY', 'start sold')).toEqual([
      'floor 5 CNY (gone): amount before it under 5 CNY: less',
    ])
    expect(moved('rate 1% of sold', 'rate 2% of sold')).toEqual(['rate 1% → 2% of sold'])
    expect(moved('start sold\ntimes 0.9', 'start sold\ntimes 0.95')).toEqual(['factor 0.9 → 0.95'])
    expect(moved('start sold\nplus 5 CNY', 'start sold\nplus 6 CNY')).toEqual(['amount 5 CNY → 6 CNY'])
    expect(texts(clause('start sold'), clause('start sold').replace('half-up', 'down'))).toEqual([
      'rounding 0.01 half-up → 0.01 down',
    ])
    expect(moved('start sold\ncap 50 CNY lost', 'start sold\ncap 50 CNY carried')).toEqual([
      'cap 50 CNY lost → cap 50 CNY carried',
    ])
    const both = 'plus 9 CNY when sold > 10 CNY and level = A'
    expect(moved(`start sold\n${both}`, `start sold\n${both.replace('10', '20')}`)).toEqual([
      'when sold over 10 CNY up to 20 CNY: step applies → step does not apply',
    ])
    expect(moved('rate 1% * 2 of sold', 'rate 1% * 3 of sold')).toEqual(['rate 2% → 3% of sold'])
    const tiers = (times: number) =>
      `tiers whole of sold {\n| from | rate |\n| 0 CNY | 1% |\n| 9 CNY | sold / 2_000 CNY * ${times} |\n}`
    expect(moved(tiers(2), tiers(3))).toEqual(['number 2 → 3 in sold / 2_000 CNY * 3'])
    expect(moved('start sold\nplus 9 CNY when level = A', 'start sold\nplus 9 CNY when level = B')).toEqual([
      'level = A → level = B',
    ])
  })

  test('is told for the days on which it is so', () => {
    const clause = (first: string) =>
      `parameter most {\n  | from | until | value |\n  | 2026-01-01 | 2026-06-30 | ${first} |\n  | 2026-07-01 | open | 90 CNY |\n}\ncommission pay for Rep per month as of first day {\n  start sold\n  cap most lost\n${round}`
    const [text] = texts(clause('50 CNY'), clause('60 CNY'))
    expect(text).toMatch(/^cap 50 CNY → 60 CNY \(2026-01-01 to 2026-06-30\): amount before it over 50 CNY/)
  })

  test('is told in Chinese', () => {
    const clause = (c: number) =>
      `commission pay for Rep per month {\n  gate sold >= ${c} CNY\n  start sold\n  cap ${c + 100} CNY lost\n${round}`
    expect(texts(clause(40), clause(30), 'zh-Hans')).toEqual([
      '门槛 sold 自 30 CNY 到 低于 40 CNY：不发 → 发放',
      '封顶 140 CNY → 130 CNY：此前金额 超过 130 CNY：变少，最多相差 10 CNY',
    ])
    const rounded = clause(40).replace('half-up', 'half-even')
    expect(texts(clause(40), rounded, 'zh-Hant')).toEqual(['取整 0.01 四捨五入 → 0.01 四捨六入五成雙'])
  })

  test('is not told where nothing was moved', () => {
    for (const { text } of Object.values(kinds)) expect(texts(text('>', 50), text('>', 50))).toEqual([])
    const parameter = kinds['cap of a sum of named constants']?.text('>', 50) ?? ''
    expect(texts(parameter, parameter.replaceAll('most', 'top'))).toEqual([])
    expect(texts(parameter, parameter.replaceAll('0.50 CNY', '0.500 CNY'))).toEqual([])
  })
})
