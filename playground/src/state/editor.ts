import { computed, signal } from '@preact/signals'
import { outcome } from './outcome.ts'
import { store, stored } from './stored.ts'

/** Some work better with a plain text field: what assistive technology knows, and what a test can fill. */
export const plainText = signal(stored('editor') === 'plain')

export function choosePlainText(plain: boolean): void {
  plainText.value = plain
  store('editor', plain ? 'plain' : 'rich')
}

/** On a phone a policy is read, not written. */
const narrow = matchMedia('(max-width: 700px)')
export const isNarrow = signal(narrow.matches)
narrow.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches
})

let painted = false
/** Which of the three ways to show a text it is; the rich one is not fetched before a first result is there to see. */
export const editorKind = computed<'plain' | 'rich' | 'read'>(() => {
  painted ||= outcome.value !== undefined
  if (plainText.value) return 'plain'
  return !painted ? 'plain' : isNarrow.value ? 'read' : 'rich'
})
