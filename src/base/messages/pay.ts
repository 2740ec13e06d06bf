import type { Entry } from '../entry.ts'

/** Pay and scorecards. */
export const payMessages = {} as const satisfies { readonly [code: string]: Entry }
