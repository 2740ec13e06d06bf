import type { Entry } from '../entry.ts'
import { attachedMessages } from './data-attached.ts'
import { cellMessages } from './data-cells.ts'
import { configMessages } from './data-config.ts'
import { dataCreditMessages } from './data-credit.ts'
import { datedDataMessages } from './data-dated.ts'
import { fileMessages } from './data-files.ts'
import { jsonMessages } from './data-json.ts'

/** Cells BY701–BY728, files and headings BY729–BY749, `bylaw.yaml` BY750–BY759, times in force BY760–BY764, JSON BY780–BY789. */
export const dataMessages = {
  ...attachedMessages,
  ...cellMessages,
  ...fileMessages,
  ...configMessages,
  ...jsonMessages,
  ...dataCreditMessages,
  ...datedDataMessages,
} as const satisfies { readonly [code: string]: Entry }
