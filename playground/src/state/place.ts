import { batch, signal } from '@preact/signals'
import type { Span } from '../../../src/index.ts'
import { file } from './workspace.ts'

/** The place in the texts that lights up in the editor; a new object for each time that it is asked for. */
export const place = signal<Span | undefined>(undefined)

export function show(span: Span): void {
  batch(() => {
    file.value = span.source
    place.value = { ...span }
  })
}
