/** The languages that keywords, messages and explanations are written in. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Language = (typeof languages)[number]

/** One text in every language. */
export type Words = { readonly [L in Language]: string }
