import type { Entry } from '../entry.ts'
import { payoutMessages } from './pay-payouts.ts'
import { scorecardMessages } from './pay-scorecards.ts'
import { stepMessages } from './pay-steps.ts'

/** Pay and scorecards. */
export const payMessages = {
  ...stepMessages,
  ...scorecardMessages,
  ...payoutMessages,
} as const satisfies { readonly [code: string]: Entry }
