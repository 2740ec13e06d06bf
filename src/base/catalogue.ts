import type { Entry } from './entry.ts'
import { acceptedMessages } from './messages/accepted.ts'
import { caseMessages } from './messages/cases.ts'
import { coverMessages } from './messages/cover.ts'
import { dataMessages } from './messages/data.ts'
import { decideMessages } from './messages/decide.ts'
import { differenceMessages } from './messages/difference.ts'
import { grainMessages } from './messages/grain.ts'
import { impactMessages } from './messages/impact.ts'
import { nameMessages } from './messages/names.ts'
import { payMessages } from './messages/pay.ts'
import { reasonMessages } from './messages/reasons.ts'
import { rulesMessages } from './messages/rules.ts'
import { syntaxMessages } from './messages/syntax.ts'
import { tableMessages } from './messages/tables.ts'
import { typeMessages } from './messages/types.ts'
import { usageMessages } from './messages/usage.ts'
import { whatIfMessages } from './messages/what-if.ts'

/**
 * Every message, by its stable code: BY1xx syntax, BY2xx names, BY3xx types and numbers, BY4xx grain and time,
 * BY5xx tables and tiers, BY6xx pay and scorecards, BY7xx data, BY8xx why a line is held, BY9xx usage.
 */
export const catalogue = {
  ...syntaxMessages,
  ...nameMessages,
  ...typeMessages,
  ...grainMessages,
  ...tableMessages,
  ...payMessages,
  ...dataMessages,
  ...decideMessages,
  ...differenceMessages,
  ...acceptedMessages,
  ...caseMessages,
  ...impactMessages,
  ...coverMessages,
  ...reasonMessages,
  ...rulesMessages,
  ...whatIfMessages,
  ...usageMessages,
} as const satisfies { readonly [code: string]: Entry }
