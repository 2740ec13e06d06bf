import { signal } from '@preact/signals'
import { side, tab } from './chosen.ts'

/** Files that were dropped on the page, until the view of the data takes them. */
export const dropped = signal<readonly File[]>([])

const dataFile = /\.(?:csv|tsv|txt|xlsx?|json|jsonl)$/i

/** Data files may be dropped anywhere; the browser would otherwise leave the page and show them. */
export function beginDropping(): void {
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
    if (files.length === 0) return
    event.preventDefault()
    if (!files.some(({ name }) => dataFile.test(name))) return
    dropped.value = files
    tab.value = 'data'
    side.value = 'results'
  })
}
