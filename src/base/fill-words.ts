import type { Language, Words } from './language.ts'

/** A text with its placeholders filled. */
export function fillWords(
  text: Words,
  language: Language,
  args: { readonly [name: string]: string },
): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
  )
}
