import { computed, effect, signal } from '@preact/signals'
import { tab } from '../state/chosen.ts'
import { language } from '../state/language.ts'
import { base, data, opened, policy, settings, stillOpened } from '../state/workspace.ts'
import { ask } from '../work/client.ts'
import type { Records } from '../work/data-protocol.ts'
import type { Problem } from '../work/protocol.ts'

/** What the worker knows of the records and their files; the last answer stays while it is asked again. */
export const known = signal<Records | undefined>(undefined)

// Of another policy what was known of the last one says nothing: a file would be taken for one of its records.
let of = opened.peek()
effect(() => {
  if (opened.value === of) return
  of = opened.value
  known.value = undefined
})

/** Asked after the payouts of the same change, which go first; and only while it is seen. */
effect(() => {
  if (tab.value !== 'data' || policy.value.length === 0) return
  void data.value
  void settings.value
  const wanted = ask('records', { policy: policy.value, base: base.value, language: language.value })
  const isOpen = stillOpened()
  void wanted.then((reply) => {
    if (reply.is === 'answer' && reply.answer && isOpen()) known.value = reply.answer
  })
})

/** The problems of a file's cells, by `row column`; those of a whole row by `row `. */
export const marks = computed(() => {
  const found = new Map<string, Map<string, Problem[]>>()
  for (const problem of known.value?.problems ?? []) {
    const { file, row, column = '' } = problem
    if (file === undefined || row === undefined) continue
    const cells = found.get(file) ?? new Map<string, Problem[]>()
    found.set(file, cells)
    cells.set(`${row} ${column}`, [...(cells.get(`${row} ${column}`) ?? []), problem])
  }
  return found
})
