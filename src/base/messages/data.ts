import type { Entry } from '../entry.ts'

/** Cells, files and columns. */
export const dataMessages = {} as const satisfies { readonly [code: string]: Entry }
