import type { Entry } from '../entry.ts'
import { declaredNameMessages } from './names-declared.ts'
import { unknownNameMessages } from './names-unknown.ts'

/** Names. */
export const nameMessages = {
  ...unknownNameMessages,
  ...declaredNameMessages,
} as const satisfies { readonly [code: string]: Entry }
