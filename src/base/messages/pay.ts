import type { Entry } from '../entry.ts'
import { creditMessages } from './pay-credit.ts'
import { decisionMessages } from './pay-decisions.ts'
import { payoutMessages } from './pay-payouts.ts'
import { releaseMessages } from './pay-release.ts'
import { scorecardMessages } from './pay-scorecards.ts'
import { shareMessages } from './pay-shares.ts'
import { stepMessages } from './pay-steps.ts'

/** Pay and scorecards. */
export const payMessages = {
  ...stepMessages,
  ...scorecardMessages,
  ...payoutMessages,
  ...decisionMessages,
  ...releaseMessages,
  ...creditMessages,
  ...shareMessages,
} as const satisfies { readonly [code: string]: Entry }
