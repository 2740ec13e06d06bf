import type { Language } from '../../base/language.ts'
import { reasonText } from '../../base/render.ts'
import { colon } from '../../base/render-words.ts'
import type { Explanation } from '../evaluate/trace.ts'
import type { Value } from '../evaluate/value.ts'

/** A result as a program uses it: numbers as exact decimal texts, yes/no as true or false, all else by its word. */
export type ResultValue = string | boolean

/**
 * Why a result is not there, by the code of its message (see `reasonText`). `path`: the field of the request that it
 * comes from, where one can be named.
 */
export type AnswerReason = {
  readonly state: 'undecided' | 'not-applicable'
  readonly code: string
  readonly args: { readonly [name: string]: string }
  readonly path?: string
}

/** The row of a decision table, counted from 1; one more than there are for `otherwise`. `line`: in the policy's file. */
export type MatchedRow = {
  readonly table: string
  readonly row: number
  readonly file: string
  readonly line: number
}

/** What was decided on one request. */
export type Answer<Results = { readonly [name: string]: ResultValue }> = {
  /** Of the clause's first result. Only what is `decided` allows anything. */
  readonly state: 'decided' | 'undecided' | 'not-applicable'
  /** The results by name; one that is not there was not decided. */
  readonly results: Partial<Results>
  /** Why the first result is not there. */
  readonly reason: AnswerReason | undefined
  /** Of each result that is not there, why. */
  readonly reasons: { readonly [name: string]: AnswerReason }
  /** The row of the table that gave the first result, where one did. */
  readonly row: MatchedRow | undefined
  /** Every result with its unit, or why there is none. */
  readonly values: ReadonlyMap<string, Value>
  /** What is wrong with the request itself: then nothing is decided. */
  readonly problems: readonly AnswerReason[]
  /** Why it came out so. It reads the request again, which must not have been changed since. */
  readonly explain: () => DecisionExplanation
}

export type DecisionExplanation = {
  readonly row: MatchedRow | undefined
  /** For each row of that table the first input whose cell does not hold; undefined where none fails. */
  readonly failed: readonly (string | undefined)[]
  /** The whole explanation: formulas with their numbers, tables, values, as `bylaw explain --format json` has it. */
  readonly tree: Explanation | undefined
  /** As text, in a language. */
  readonly text: (language: Language) => string
}

/** `customer.class: …`, in a language. `called`: what the reader knows the field by; `''` where the text itself names it. */
export function reasonLine(
  { path, code, args }: AnswerReason,
  language: Language,
  called = path ?? '',
): string {
  const text = reasonText({ code, args }, language)
  return called === '' ? text : `${called}${colon(language)}${text}`
}
