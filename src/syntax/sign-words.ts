import type { IToken } from 'chevrotain'
import * as t from './tokens.ts'

/** What people write for a sign in an expression, in every language, with the sign. */
const signs: { readonly [sign: string]: string } = {
  '>': 'over above exceeds exceeding beyond 超过 超過 大于 大於 高于 高於 多于 多於 超出',
  '<': 'under below 低于 低於 小于 小於 少于 少於 不足 不满 不滿 未满 未滿 未达到 未達到 未达 未達',
  '>=': 'from between 在 介于 介於 自 从 從 不低于 不低於 不少于 不少於 不小于 不小於 大于等于 大於等於 至少 达到 達到 达 達',
  '<=': '至多 最多 不超过 不超過 不大于 不大於 不高于 不高於 不多于 不多於 小于等于 小於等於',
  '=': 'is equals 是 等于 等於 为 為',
  '*': 'of times 的 乘以 乘 计提 計提',
  '+': 'plus 加上 加 加入',
  '-': 'minus less 减去 減去 减 減 扣除',
  '/': 'divided by 除以 除',
}
/** The longest first: `不低于` is not `低于`. */
const signOf = new Map(
  Object.entries(signs)
    .flatMap(([sign, words]) => words.split(' ').map((word) => [word, sign] as const))
    .sort(([a], [b]) => b.length - a.length),
)
/** Of several words. */
const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'up to': '<=',
    'at most': '<=',
    'at least': '>=',
    'more than': '>',
    'greater than': '>',
    'higher than': '>',
    'less than': '<',
    'fewer than': '<',
    'lower than': '<',
    'equal to': '=',
    'divided by': '/',
    'multiplied by': '*',
  }),
)

/** Tokens that say in words what an expression says with a sign: `attainment over 120%`, `1% of amount`, `完成率 大于 120%`. */
export function signInWords(tokens: readonly IToken[], at: number): Found | undefined {
  return endsOperand(tokens[at - 1]) ? signIn(tokens, at) : undefined
}

/** The sign that a Chinese word ends with, before a number: `完成率大于`. */
export function signBehind(word: string): { readonly word: string; readonly sign: string } | undefined {
  const found = [...signOf].find(
    ([written]) =>
      written.length > 1 && written !== word && /^\p{Script=Han}/u.test(written) && word.endsWith(written),
  )
  return found && { word: found[0], sign: found[1] }
}

type Found = { readonly first: IToken; readonly last: IToken; readonly sign: string }

function signIn(tokens: readonly IToken[], at: number): Found | undefined {
  const first = tokens[at]
  const next = tokens[at + 1]
  if (first === undefined || next === undefined) return undefined
  const written = first.image.toLowerCase().replace(/\s+/gu, ' ')
  if (written === 'is' || written === '是') {
    const rest = signIn(tokens, at + 1)
    if (rest !== undefined) return { ...rest, first }
  }
  const pair = phrases.get(`${written} ${next.image.toLowerCase()}`)
  if (pair !== undefined && beginsOperand(tokens[at + 2])) return { first, last: next, sign: pair }
  const sign = phrases.get(written) ?? signOf.get(written)
  return sign !== undefined && beginsOperand(next) ? { first, last: first, sign } : undefined
}

function endsOperand(token: IToken | undefined): boolean {
  return token?.tokenType === t.RightParen || isValue(token)
}

function beginsOperand(token: IToken | undefined): boolean {
  return token?.tokenType === t.LeftParen || isValue(token)
}

function isValue(token: IToken | undefined): boolean {
  if (token === undefined) return false
  return token.tokenType === t.Word || token.tokenType.CATEGORIES?.includes(t.Literal) === true
}
