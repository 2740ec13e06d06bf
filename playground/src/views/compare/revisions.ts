import { signal } from '@preact/signals'
import type { Source } from '../../../../src/index.ts'
import { stillOpened } from '../../state/workspace.ts'

/** A commit of the folder's own repository that touched the policy. */
type Revision = { readonly id: string; readonly day: string; readonly subject: string }

/** Those that `bylaw play` knows of, the newest first; none in a page without a folder, or where there is no repository. */
export const revisions = signal<readonly Revision[]>([])
/** The policy in those that were chosen, by their ids. */
export const revisionTexts = signal<ReadonlyMap<string, readonly Source[]>>(new Map())

/** Whether the page was opened with a folder: without one nobody is asked. */
export function isServed(): boolean {
  return document.querySelector('meta[name="bylaw-folder"]') !== null
}

/** Of what was open when they were asked for: nobody's, once it is not. */
export async function fetchRevisions(): Promise<void> {
  const isOpen = stillOpened()
  const found = await fetched<readonly Revision[]>('./history.json')
  if (isOpen()) revisions.value = found ?? []
}

export async function fetchTexts(id: string): Promise<void> {
  const texts = await fetched<readonly Source[]>(`./history/${id}.json`)
  if (texts) revisionTexts.value = new Map(revisionTexts.value).set(id, texts)
}

async function fetched<T>(address: string): Promise<T | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-store' })
    return response.ok ? await response.json() : undefined
  } catch {
    // Without its server the page goes on with what it has.
    return undefined
  }
}
