import type { Entry } from '../entry.ts'
import { markMessages } from './grain-marks.ts'
import { reachMessages } from './grain-reach.ts'
import { timeMessages } from './grain-time.ts'

/** Grain and time. */
export const grainMessages = {
  ...reachMessages,
  ...timeMessages,
  ...markMessages,
} as const satisfies { readonly [code: string]: Entry }
