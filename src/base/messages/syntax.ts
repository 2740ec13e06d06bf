import type { Entry } from '../entry.ts'
import { syntaxSignMessages } from './syntax-signs.ts'
import { syntaxTableMessages } from './syntax-tables.ts'
import { syntaxValueMessages } from './syntax-values.ts'
import { syntaxWordMessages } from './syntax-words.ts'
import { yamlMessages } from './syntax-yaml.ts'

/** Syntax: how a policy is written. */
export const syntaxMessages = {
  ...syntaxWordMessages,
  ...syntaxSignMessages,
  ...syntaxValueMessages,
  ...syntaxTableMessages,
  ...yamlMessages,
} as const satisfies { readonly [code: string]: Entry }
