import { effect, signal } from '@preact/signals'
import { confirmed, type Language, namesIn, withCase } from '../../../../src/index.ts'
import { person as openPerson, type Person, side, tab } from '../../state/chosen.ts'
import { putCases } from '../../state/review.ts'
import { cases, now, opened, period, policy, stillOpened } from '../../state/workspace.ts'
import { connect } from '../../work/client.ts'
import type { SuggestAsk, SuggestReply } from '../../work/review-protocol.ts'

/** What was put in last, to be seen; its name, and its text as it stands in the file. */
export const added = signal<
  { readonly file: string; readonly name: string; readonly text: string } | undefined
>(undefined)

/** Puts a case behind the others that were added here. */
export function addCase(language: Language, name: string, text: string): void {
  const { file, sources } = withCase(cases.value, language, text)
  putCases(sources)
  added.value = { file, name, text }
}

// A worker of its own: whoever saves a person may go on changing the policy.
const line = connect({ patience: 0, limit: 120_000 })

/** Whose case is being made, how many runs that took so far, or why there is none. */
export const saving = signal<
  | { readonly is: 'working'; readonly of: Person; readonly runs: number }
  | {
      readonly is: 'none'
      readonly of: Person
      readonly why: 'unknown' | 'too-much' | 'apart' | 'policy' | 'slow'
    }
  | { readonly is: 'saved'; readonly of: Person; readonly name: string }
  | undefined
>(undefined)

/** Makes a case of what one person is paid, and shows it among the others. */
export async function saveAsCase(of: Person): Promise<void> {
  saving.value = { is: 'working', of, runs: 0 }
  const isOpen = stillOpened()
  const [beganAt, beganIn] = [openPerson.peek(), tab.peek()]
  const wanted = {
    policy: policy.value,
    person: of,
    names: namesIn(cases.value),
    ...(period.value !== undefined && { period: period.value }),
    ...(now.value !== undefined && { now: now.value }),
  }
  const reply = await line.ask('personCase', wanted, '', ({ done }) => {
    if (saving.value?.is === 'working' && saving.value.of === of)
      saving.value = { is: 'working', of, runs: done }
  })
  // Given up, or another person was wanted, or another policy was opened: whoever did that has said what is shown.
  if (reply.is === 'outdated' || !isOpen() || saving.value?.of !== of) return
  const made = reply.is === 'answer' ? reply.answer : undefined
  if (made?.is !== 'case') {
    saving.value = { is: 'none', of, why: made?.is === 'none' ? made.why : 'slow' }
    return
  }
  addCase(made.language ?? 'en', made.name, made.text)
  if (openPerson.peek() !== beganAt || tab.peek() !== beganIn) {
    // Who has gone on to something else is told when he comes back, and not taken away from it.
    saving.value = { is: 'saved', of, name: made.name }
    return
  }
  saving.value = undefined
  openPerson.value = undefined
  tab.value = 'cases'
  side.value = 'results'
}

export function giveUpSaving(): void {
  line.drop()
  saving.value = undefined
}

/** The cases that the policy lacks, while they are looked for, and those that nobody has said anything of yet. */
export const suggesting = signal<
  | { readonly is: 'working'; readonly done: number; readonly all: number }
  | {
      readonly is: 'found'
      readonly language: Language
      readonly cases: readonly { readonly name: string; readonly text: string }[]
      readonly unreached: number
    }
  | { readonly is: 'failed' }
  | undefined
>(undefined)

let worker: Worker | undefined

export function suggest(): void {
  stopSuggesting()
  suggesting.value = { is: 'working', done: 0, all: 0 }
  worker = new Worker(new URL('../../work/review.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<SuggestReply>) => {
    if (data.is === 'progress') {
      suggesting.value = { is: 'working', done: data.done, all: data.all }
      return
    }
    worker?.terminate()
    worker = undefined
    suggesting.value =
      data.is === 'failed' ? { is: 'failed' } : { is: 'found', language: data.language, ...data.found }
  }
  worker.onerror = () => {
    stopSuggesting()
    suggesting.value = { is: 'failed' }
  }
  const ask: SuggestAsk = { is: 'suggest', policy: policy.value, cases: cases.value }
  worker.postMessage(ask)
}

export function stopSuggesting(): void {
  worker?.terminate()
  worker = undefined
  suggesting.value = undefined
}

/** Takes one out of the list; where it was confirmed, it is put among the cases. */
export function settle(name: string, text?: string): void {
  const found = suggesting.value
  if (found?.is !== 'found' || !found.cases.some((one) => one.name === name)) return
  suggesting.value = { ...found, cases: found.cases.filter((one) => one.name !== name) }
  if (text !== undefined) addCase(found.language, name, confirmed(text))
}

effect(() => {
  void opened.value
  stopSuggesting()
  giveUpSaving()
  added.value = undefined
})
