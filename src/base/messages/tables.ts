import type { Entry } from '../entry.ts'

/** Tables and tiers. */
export const tableMessages = {} as const satisfies { readonly [code: string]: Entry }
