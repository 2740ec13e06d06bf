import type { Expr } from '../../src/syntax/ast.ts'
import { keywordBySpelling, wordBySpelling } from '../../src/syntax/keywords.ts'
import { present, type Result, type Value } from './value.ts'

/** The name of a list's word, when the other side of a comparison is a word of that list. */
export function wordOfList(expression: Expr, other: Result<Value>): Result<Value> | undefined {
  if (expression.is !== 'path' || expression.parts.length !== 1) return undefined
  const text = expression.parts[0]?.text ?? ''
  if (other.is !== 'present' || other.value.is !== 'word') return undefined
  return other.value.list?.includes(text) ? present({ is: 'word', text }) : undefined
}

/** What a function is called in English, however the policy spells it. */
export const functionMeaning = (name: string) => wordBySpelling('function', name) ?? name
/** What a heading's word is called in English. */
export const headingMeaning = (name: string) => wordBySpelling('heading', name) ?? name
/** What a clause's own result is called in English: `score`; a name of the author's stays as it is. */
export const resultMeaning = (name: string) => (keywordBySpelling.get(name) === 'score' ? 'score' : name)
