import type { Entry } from './entry.ts'
import type { Language, Words } from './language.ts'
import { dataMessages } from './messages/data.ts'
import { decideMessages } from './messages/decide.ts'
import { grainMessages } from './messages/grain.ts'
import { nameMessages } from './messages/names.ts'
import { payMessages } from './messages/pay.ts'
import { reasonMessages } from './messages/reasons.ts'
import { rulesMessages } from './messages/rules.ts'
import { syntaxMessages } from './messages/syntax.ts'
import { tableMessages } from './messages/tables.ts'
import { inWords } from './messages/terms.ts'
import { typeMessages } from './messages/types.ts'
import { usageMessages } from './messages/usage.ts'

/**
 * Every message, by its stable code: BY1xx syntax, BY2xx names, BY3xx types and numbers, BY4xx grain and time,
 * BY5xx tables and tiers, BY6xx pay and scorecards, BY7xx data, BY8xx why a line is held, BY9xx usage.
 */
export const catalogue = {
  ...syntaxMessages,
  ...nameMessages,
  ...typeMessages,
  ...grainMessages,
  ...tableMessages,
  ...payMessages,
  ...dataMessages,
  ...decideMessages,
  ...reasonMessages,
  ...rulesMessages,
  ...usageMessages,
} as const satisfies { readonly [code: string]: Entry }

export type Code = keyof typeof catalogue

type Placeholders<S extends string> = S extends `${string}{${infer N}}${infer Rest}`
  ? N | Placeholders<Rest>
  : never
/** The words that a code's texts ask for: a missing one is a type error where it is reported. */
export type ArgsOf<C extends Code> = {
  readonly [N in Placeholders<
    (typeof catalogue)[C]['message']['en'] | (typeof catalogue)[C]['help']['en']
  >]: string
}

/** The entry of a code, widened: for readers that take any code. */
export function entryOf(code: Code): Entry {
  return catalogue[code]
}

/** A text of the catalogue with its placeholders filled. */
export function fill(text: Words, language: Language, args: { readonly [name: string]: string }): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? inWords(name, args[name] ?? whole, language) : whole,
  )
}
