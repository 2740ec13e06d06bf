import { computed, effect, signal } from '@preact/signals'
import { cases, edited, opened, policy } from '../state/workspace.ts'
import { currentShared } from './current.ts'
import { type Draft, drafts, keepDraft, readDraft } from './drafts.ts'
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

/** Every edit is kept a moment later, so that a closed page loses nothing. */
export function beginKeeping(): void {
  effect(() => {
    const of = here.value
    if (!edited.value || of === undefined) return
    void policy.value
    void cases.value
    const timer = setTimeout(() => {
      const name = opened.peek()?.name ?? of
      keepDraft(
        { id: `unsaved ${of}`, name, of, at: stamp() },
        currentShared({ cases: true, sampleData: true }),
        bylaw,
      )
      begunAt.value = of
    }, 800)
    return () => clearTimeout(timer)
  })
}

/** Keeps what is open under a name. False where there is no room. */
export function keepNamed(name: string): boolean {
  const draft: Draft = { id: `named ${name}`, name, of: here.peek() ?? '', at: stamp() }
  return keepDraft(draft, currentShared({ cases: true, sampleData: true }), bylaw)
}

/** Opens a draft. One that cannot be read, as of a later version of the page, is said to be so and stays where it is. */
export async function goOn(draft: Draft): Promise<boolean> {
  return openShared(readDraft(draft.id))
}

/** To the minute, as a person writes it; in order as text. */
function stamp(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`
}
