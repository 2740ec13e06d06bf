import { join } from 'node:path'

/** What the parts that the build sets apart throw where they lack. */
export const lackingFile = join(import.meta.dirname, '../src/work/lacking.ts')
