/** The languages that keywords, messages and explanations are written in. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Language = (typeof languages)[number]

/** One text for each language, in their order: a table without one of them is a type error. */
export type InOrder = OneFor<typeof languages>
type OneFor<L extends readonly Language[]> = { readonly [I in keyof L]: string }

/** One text in every language. */
export type Words = { readonly [L in Language]: string }
