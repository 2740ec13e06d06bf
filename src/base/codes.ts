import { catalogue } from './catalogue.ts'
import type { Entry } from './entry.ts'
import type { Language, Words } from './language.ts'
import { inWords } from './messages/terms.ts'

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
