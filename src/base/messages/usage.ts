import type { Entry } from '../entry.ts'

/** Usage. */
export const usageMessages = {} as const satisfies { readonly [code: string]: Entry }
