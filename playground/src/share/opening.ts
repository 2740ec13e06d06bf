import { batch, signal } from '@preact/signals'
import { beginOpening } from '../open/turn.ts'
import { base, data, now, open, period, settings } from '../state/workspace.ts'
import { openedOf } from './current.ts'
import type { KeptData } from './kept-data.ts'
import { readFragment } from './link.ts'
import { readPolicyFiles } from './policy-files.ts'
import type { Shared, Unreadable } from './shared.ts'

/** Why what was to be opened could not be. */
export const unreadable = signal<Unreadable['why'] | 'rowsGone' | undefined>(undefined)

/** False where it could not be opened, or something else was wanted before it was there; so for all that opens. */
export async function openLink(fragment: string, isWanted = beginOpening()): Promise<boolean> {
  return openShared(await readFragment(fragment), isWanted)
}

/** Opens what was handed on, beside the version that it is to be compared with; `rows`: on rows of its own. */
export async function openShared(
  shared: Shared | Unreadable,
  isWanted = beginOpening(),
  rows?: Promise<KeptData | undefined>,
): Promise<boolean> {
  if ('is' in shared) return refuse(shared.why, isWanted)
  // Without a network, a sample that was never opened is not there.
  const made = await openedOf(shared).catch(() => undefined)
  if (!made) return refuse('unreached', isWanted)
  const kept = await rows
  if (!isWanted()) return false
  unreadable.value = rows && !kept ? 'rowsGone' : undefined
  batch(() => {
    open(made.found)
    if (made.base) base.value = made.base
    if (!kept) return
    data.value = kept.files
    settings.value = kept.settings
  })
  return true
}

/** Files that were chosen or dropped: one that was saved here, or those of a policy's folder. */
export async function openFiles(files: readonly File[]): Promise<boolean> {
  const isWanted = beginOpening()
  const read = await readPolicyFiles(files)
  if (!('is' in read) || read.is === 'unreadable') return openShared(read, isWanted)
  if (!isWanted()) return false
  unreadable.value = undefined
  // Without rows of its own it stands on those that are open, and is paid for the same period.
  const [shown, at] = read.data.size > 0 ? [] : [period.peek(), now.peek()]
  open({
    name: read.policy[0]?.name ?? '',
    policy: read.policy,
    cases: read.cases,
    ...(read.data.size > 0 ? { data: read.data, loaded: true } : { data: data.peek() }),
    ...(read.settings && { settings: read.settings }),
    ...(shown !== undefined && { period: shown }),
    ...(at !== undefined && { now: at }),
  })
  return true
}

function refuse(why: Unreadable['why'], isWanted: () => boolean): false {
  if (isWanted()) unreadable.value = why
  return false
}
