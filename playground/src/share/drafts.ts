import { signal } from '@preact/signals'
import { store, stored, storedNames, unstore } from '../state/stored.ts'
import { fromJson, type Shared, toJson, type Unreadable } from './shared.ts'

/** A state of a policy that this browser keeps. `of`: what it began as, to offer it again when that is opened. */
export type Draft = {
  readonly id: string
  readonly name: string
  readonly of: string
  readonly at: string
  /** How many files of data are kept with it (`kept-data.ts`). */
  readonly files?: number
}

/** Newest first. */
export const drafts = signal<readonly Draft[]>(listed())

/** Keeps a state; one of the same id is replaced. False where the browser has no room for it. */
export function keepDraft(draft: Draft, shared: Shared, bylaw: string): boolean {
  const kept =
    store(`draft.${draft.id}`, toJson(shared, bylaw)) && store(`drafted.${draft.id}`, JSON.stringify(draft))
  if (!kept) dropDraft(draft.id)
  drafts.value = listed()
  return kept
}

export function readDraft(id: string): Shared | Unreadable {
  return fromJson(stored(`draft.${id}`) ?? '')
}

export function dropDraft(id: string): void {
  dropRows(drafts.peek().filter((one) => one.id === id))
  unstore(`draft.${id}`)
  unstore(`drafted.${id}`)
  drafts.value = listed()
}

/** Of drafts that have data, the data. */
function dropRows(those: readonly Draft[]): void {
  for (const { id, files } of those)
    if (files !== undefined) void import('./kept-data.ts').then(({ dropData }) => dropData(id))
}

/** The data of all edits that nobody named is forgotten; their texts stay. */
export function forgetRows(): void {
  const those = drafts.peek().filter(({ id, files }) => files !== undefined && id.startsWith('unsaved '))
  dropRows(those)
  for (const { files: _, ...draft } of those) store(`drafted.${draft.id}`, JSON.stringify(draft))
  drafts.value = listed()
}

function listed(): readonly Draft[] {
  return storedNames('drafted.')
    .flatMap((name) => draftOf(stored(name)) ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

function draftOf(text: string | undefined): Draft | undefined {
  try {
    const { id, name, of, at, files } = JSON.parse(text ?? '')
    const whole = [id, name, of, at].every((part) => typeof part === 'string')
    return whole ? { id, name, of, at, ...(typeof files === 'number' && { files }) } : undefined
  } catch {
    return undefined
  }
}
