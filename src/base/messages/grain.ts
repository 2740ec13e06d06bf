import type { Entry } from '../entry.ts'

/** Grain and time. */
export const grainMessages = {} as const satisfies { readonly [code: string]: Entry }
