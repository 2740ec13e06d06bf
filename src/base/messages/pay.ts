import type { Entry } from '../entry.ts'
import { payClockMessages } from './pay-clocks.ts'
import { collectedMessages } from './pay-collected.ts'
import { creditMessages } from './pay-credit.ts'
import { decisionMessages } from './pay-decisions.ts'
import { payoutMessages } from './pay-payouts.ts'
import { prorateMessages } from './pay-prorate.ts'
import { releaseMessages } from './pay-release.ts'
import { scorecardMessages } from './pay-scorecards.ts'
import { shareMessages } from './pay-shares.ts'
import { stepMessages } from './pay-steps.ts'
import { targetMessages } from './pay-targets.ts'
import { toDateMessages } from './pay-to-date.ts'

/** Pay and scorecards. */
export const payMessages = {
  ...stepMessages,
  ...scorecardMessages,
  ...payoutMessages,
  ...decisionMessages,
  ...prorateMessages,
  ...toDateMessages,
  ...releaseMessages,
  ...creditMessages,
  ...payClockMessages,
  ...shareMessages,
  ...targetMessages,
  ...collectedMessages,
} as const satisfies { readonly [code: string]: Entry }
