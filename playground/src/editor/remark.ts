import { signal } from '@preact/signals'
import type { Words } from '../../../src/index.ts'

/** What the editor has to say about the last thing that it was asked to do; said below the text, and read aloud. */
export const remark = signal<Words | undefined>(undefined)
