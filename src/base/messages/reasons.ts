import type { Entry } from '../entry.ts'

/** Why a line is held. */
export const reasonMessages = {} as const satisfies { readonly [code: string]: Entry }
