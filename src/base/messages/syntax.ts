import type { Entry } from '../entry.ts'

/** Syntax. */
export const syntaxMessages = {} as const satisfies { readonly [code: string]: Entry }
