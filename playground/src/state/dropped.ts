import { signal } from '@preact/signals'
import { isPolicy } from '../share/policy-files.ts'
import { side, tab } from './chosen.ts'

/** Files that were dropped on the page, until the view of the data takes them. */
export const dropped = signal<readonly File[]>([])

const dataFile = /\.(?:csv|tsv|txt|xlsx?|json|jsonl)$/i

/** Files may be dropped anywhere; the browser would otherwise leave the page and show them. `openPolicy` takes those of a policy. */
export function beginDropping(openPolicy: (files: readonly File[]) => void): void {
  const shown = document.documentElement.classList
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    shown.add('dropping')
  })
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) shown.remove('dropping')
  })
  addEventListener('drop', (event) => {
    shown.remove('dropping')
    const files = [...(event.dataTransfer?.files ?? [])]
    // A view may take files for itself, as the comparison does.
    if (files.length === 0 || event.defaultPrevented) return
    event.preventDefault()
    if (files.some(({ name }) => isPolicy(name))) return openPolicy(files)
    if (!files.some(({ name }) => dataFile.test(name))) return
    dropped.value = files
    tab.value = 'data'
    side.value = 'results'
  })
}
