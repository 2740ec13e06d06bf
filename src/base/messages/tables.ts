import type { Entry } from '../entry.ts'
import { tableCellMessages } from './tables-cells.ts'
import { tierMessages } from './tables-tiers.ts'

/** Tables and tiers. */
export const tableMessages = {
  ...tierMessages,
  ...tableCellMessages,
} as const satisfies { readonly [code: string]: Entry }
