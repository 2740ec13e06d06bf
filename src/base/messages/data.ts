import type { Entry } from '../entry.ts'
import { attachedMessages } from './data-attached.ts'
import { cellMessages } from './data-cells.ts'
import { configMessages } from './data-config.ts'
import { dataCreditMessages } from './data-credit.ts'
import { datedDataMessages } from './data-dated.ts'
import { fileMessages } from './data-files.ts'
import { jsonMessages } from './data-json.ts'
import { slaDataMessages } from './data-sla.ts'
import { dataTimeMessages } from './data-times.ts'

/** Cells BY701–BY728, files and headings BY729–BY749, `bylaw.yaml` BY750–BY759, times in force BY760–BY764, JSON BY780–BY789, times BY790–BY799. */
export const dataMessages = {
  ...slaDataMessages,
  ...attachedMessages,
  ...cellMessages,
  ...fileMessages,
  ...configMessages,
  ...jsonMessages,
  ...dataTimeMessages,
  ...dataCreditMessages,
  ...datedDataMessages,
} as const satisfies { readonly [code: string]: Entry }
