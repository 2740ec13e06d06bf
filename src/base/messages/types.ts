import type { Entry } from '../entry.ts'
import { currencyMessages } from './types-currency.ts'
import { kindMessages } from './types-kinds.ts'
import { numberMessages } from './types-numbers.ts'
import { timeTypeMessages } from './types-times.ts'

/** Types and numbers. */
export const typeMessages = {
  ...kindMessages,
  ...numberMessages,
  ...timeTypeMessages,
  ...currencyMessages,
} as const satisfies { readonly [code: string]: Entry }
