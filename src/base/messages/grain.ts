import type { Entry } from '../entry.ts'
import { amongMessages } from './grain-among.ts'
import { datedMessages } from './grain-dated.ts'
import { exchangeMessages } from './grain-exchange.ts'
import { markMessages } from './grain-marks.ts'
import { nothingMessages } from './grain-nothing.ts'
import { pastMessages } from './grain-past.ts'
import { reachMessages } from './grain-reach.ts'
import { rowMessages } from './grain-rows.ts'
import { timeMessages } from './grain-time.ts'
import { windowMessages } from './grain-windows.ts'

/** Grain and time. */
export const grainMessages = {
  ...reachMessages,
  ...timeMessages,
  ...markMessages,
  ...windowMessages,
  ...pastMessages,
  ...amongMessages,
  ...rowMessages,
  ...exchangeMessages,
  ...datedMessages,
  ...nothingMessages,
} as const satisfies { readonly [code: string]: Entry }
