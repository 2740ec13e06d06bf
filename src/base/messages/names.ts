import type { Entry } from '../entry.ts'

/** Names. */
export const nameMessages = {} as const satisfies { readonly [code: string]: Entry }
