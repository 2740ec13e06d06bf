import { signal } from '@preact/signals'
import type { ViewId } from '../views/view.ts'

/** The tab of the right side. */
export const tab = signal<ViewId>('people')

/** The person whose statement lies over the right side: `record` and `key` of a row. */
export type Person = { readonly record: string; readonly key: string }
export const person = signal<Person | undefined>(undefined)

/** On a narrow screen one side is seen at a time: the results first. */
export const side = signal<'policy' | 'results'>('results')
