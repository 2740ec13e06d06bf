import type { Entry } from '../entry.ts'

/** Types and numbers. */
export const typeMessages = {} as const satisfies { readonly [code: string]: Entry }
