import { batch, effect, signal } from '@preact/signals'
import type { ViewId } from '../views/view.ts'
import { opened } from './workspace.ts'

/** The tab of the right side. */
export const tab = signal<ViewId>('people')

/** The person whose statement lies over the right side: `record` and `key` of a row. */
export type Person = { readonly record: string; readonly key: string }
export const person = signal<Person | undefined>(undefined)

/** Who is to be saved as a case, from the table: a new object each time. */
export const personToSave = signal<Person | undefined>(undefined)

/** The clause whose people and deals lie there, by its id; below a person's statement where both are chosen. */
export const clause = signal<string | undefined>(undefined)

/** Whom and what a clause touched: from the table, from a statement, from a lens of the editor. */
export function openClause(id: string): void {
  batch(() => {
    person.value = undefined
    clause.value = id
    side.value = 'results'
  })
}

/** Those whose statements are printed together. */
export const printed = signal<readonly Person[] | undefined>(undefined)

// Nobody of one policy is looked for in the next.
effect(() => {
  void opened.value
  batch(() => {
    person.value = undefined
    personToSave.value = undefined
    clause.value = undefined
    printed.value = undefined
  })
})

/** On a narrow screen one side is seen at a time: the results first. */
export const side = signal<'policy' | 'results'>('results')
