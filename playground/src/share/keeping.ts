import { computed, effect, signal } from '@preact/signals'
import { beginOpening } from '../open/turn.ts'
import { store, stored } from '../state/stored.ts'
import { cases, data, dataEdited, edited, opened, policy, settings } from '../state/workspace.ts'
import { currentShared } from './current.ts'
import { type Draft, drafts, dropDraft, forgetRows, keepDraft, readDraft } from './drafts.ts'
import { openShared } from './opening.ts'

/** The version of the product that the page was built with. */
export const bylaw: string = import.meta.env.BYLAW_VERSION

/** What stands open, to find its draft again; a folder by its name. */
const here = computed(() => opened.value && (opened.value.sample ?? `folder ${opened.value.name}`))
const begunAt = signal<string | undefined>(undefined)

/** The edits that were left behind when this was open before; nothing once somebody edits again. */
export const waiting = computed<Draft | undefined>(() => {
  if (edited.value || begunAt.value === here.value) return undefined
  return drafts.value.find(({ id }) => id === `unsaved ${here.value}`)
})

/** Whether loaded and edited data is kept in this browser as well: only where somebody chose it. */
export const keepsData = signal(stored('keepData') === 'yes')

export function chooseKeepingData(keeps: boolean): void {
  keepsData.value = keeps
  store('keepData', keeps ? 'yes' : 'no')
  if (keeps) return
  dataKept.value = undefined
  forgetRows()
}

/** The data that this browser keeps, as it is now or was. */
const dataKept = signal<typeof data.value | undefined>(undefined)
/** Whether all that was edited in tables is kept. */
export const allDataKept = computed(() => dataKept.value === data.value)

/** Every edit is kept a moment later, so that a closed page loses nothing. */
export function beginKeeping(): void {
  effect(() => {
    const of = here.value
    const withData = keepsData.value && dataEdited.value
    if (!(edited.value || withData) || of === undefined) return
    void policy.value
    void cases.value
    if (withData) void data.value
    const timer = setTimeout(() => {
      void keep(`unsaved ${of}`, opened.peek()?.name ?? of, withData)
      begunAt.value = of
    }, 800)
    return () => clearTimeout(timer)
  })
}

/** Keeps what is open under a name, with its data where that is wanted. False where there is no room. */
export function keepNamed(name: string, withData: boolean): Promise<boolean> {
  return keep(`named ${name}`, name, withData)
}

async function keep(id: string, name: string, withData: boolean): Promise<boolean> {
  const draft: Draft = { id, name, of: here.peek() ?? '', at: stamp() }
  const shared = currentShared({ cases: true, sampleData: true })
  if (!withData) {
    // Of one that had data before nothing may be left that is not said to be there.
    dropDraft(id)
    return keepDraft(draft, shared, bylaw)
  }
  const files = data.peek()
  if (!(await keepRows(id))) return false
  // Somebody may have said meanwhile that data is not to be kept.
  if (id.startsWith('unsaved ') && !keepsData.peek()) {
    dropDraft(id)
    await (await import('./kept-data.ts')).dropData(id)
    return keepDraft(draft, shared, bylaw)
  }
  dataKept.value = files
  return keepDraft({ ...draft, files: files.size }, shared, bylaw)
}

/** The data that is open, kept under an id. False where there is no room. */
export async function keepRows(id: string): Promise<boolean> {
  const own = settings.peek()
  const { keepData } = await import('./kept-data.ts')
  return keepData(id, { files: data.peek(), ...(own && { settings: own }) })
}

/** Opens a draft. One that cannot be read, as of a later version of the page, is said to be so and stays where it is. */
export async function goOn(draft: Draft): Promise<boolean> {
  return openWithRows(readDraft(draft.id), draft.files === undefined ? undefined : draft.id, beginOpening())
}

/** Opens what was kept on the rows that were kept with it: both at once, so that it is never calculated on others. */
export async function openWithRows(
  shared: Parameters<typeof openShared>[0],
  id: string | undefined,
  isWanted: () => boolean,
): Promise<boolean> {
  if (id === undefined) return openShared(shared, isWanted)
  const rows = import('./kept-data.ts').then(({ readData }) => readData(id))
  if (!(await openShared(shared, isWanted, rows))) return false
  const kept = await rows
  if (kept) dataKept.value = kept.files
  return true
}

/** To the minute, as a person writes it; in order as text. */
function stamp(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`
}
