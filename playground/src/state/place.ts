import { batch, signal } from '@preact/signals'
import type { Span } from '../../../src/index.ts'
import { file, policy } from './workspace.ts'

/** Where in the texts: `still` lights it up and leaves the keyboard where it is. */
export type Place = Span & { readonly still?: boolean }

/** The place in the texts that lights up in the editor; a new object for each time that it is asked for. */
export const place = signal<Place | undefined>(undefined)

export function show(span: Place): void {
  batch(() => {
    file.value = span.source
    place.value = { ...span }
  })
}

/** Lights up a place while somebody reads on where he is. */
export function light(span: Span): void {
  show({ ...span, still: true })
}

/** A line of a text, from 1, without the space around it; undefined where the page has no such text. */
export function spanOfLine(name: string, line: number): Span | undefined {
  const text = policy.value.find((one) => one.name === name)?.text
  if (text === undefined) return undefined
  const lines = text.split('\n')
  const own = lines[line - 1]
  if (own === undefined) return undefined
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  const from = start + own.length - own.trimStart().length
  return { source: name, from, to: Math.max(from, start + own.trimEnd().length) }
}

/** Lights up a clause of a file, for a view that shows what comes of it. */
export function revealClause(file: string, span: Pick<Span, 'from' | 'to'>): void {
  light({ source: file, from: span.from, to: span.to })
}
