import type { Entry } from '../entry.ts'
import { penaltyMessages } from './penalties.ts'
import { authorityMessages } from './tables-authority.ts'
import { tableCellMessages } from './tables-cells.ts'
import { cliffMessages } from './tables-cliffs.ts'
import { tableDateMessages } from './tables-dates.ts'
import { designMessages } from './tables-designs.ts'
import { tableFileMessages } from './tables-files.ts'
import { limitMessages } from './tables-limits.ts'
import { tablePoolMessages } from './tables-pools.ts'
import { tableRowMessages } from './tables-rows.ts'
import { tierMessages } from './tables-tiers.ts'
import { calendarMessages } from './time-calendar.ts'
import { slaMessages } from './time-sla.ts'

/** Tables and tiers. */
export const tableMessages = {
  ...penaltyMessages,
  ...calendarMessages,
  ...slaMessages,
  ...tierMessages,
  ...authorityMessages,
  ...limitMessages,
  ...cliffMessages,
  ...designMessages,
  ...tableCellMessages,
  ...tableDateMessages,
  ...tablePoolMessages,
  ...tableFileMessages,
  ...tableRowMessages,
} as const satisfies { readonly [code: string]: Entry }
