import type { Entry } from '../entry.ts'
import { markMessages } from './grain-marks.ts'
import { reachMessages } from './grain-reach.ts'
import { timeMessages } from './grain-time.ts'
import { windowMessages } from './grain-windows.ts'

/** Grain and time. */
export const grainMessages = {
  ...reachMessages,
  ...timeMessages,
  ...markMessages,
  ...windowMessages,
} as const satisfies { readonly [code: string]: Entry }
