import { effect, signal } from '@preact/signals'
import type { EditorFinding, Source } from '../../../src/index.ts'
import { language } from '../state/language.ts'
import { policy } from '../state/workspace.ts'
import type { FromWorker, Question, Questions, ToWorker } from './language-protocol.ts'

/** What the language worker says of the newest text that it has read. */
export const checked = signal<
  | { readonly version: number; readonly whole: boolean; readonly findings: readonly EditorFinding[] }
  | undefined
>(undefined)

let worker: Worker | undefined
let version = 0
let sent: ReadonlyMap<string, string> = new Map()
const waiting = new Map<number, (answer: never) => void>()
let count = 0
/** When the text of each version was changed, to measure how long its findings take. */
const since = new Map<number, number>()

function ready(): Worker {
  if (worker) return worker
  const made = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' })
  made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.is === 'answer') {
      waiting.get(data.id)?.(data.answer as never)
      waiting.delete(data.id)
    } else if (data.version === version) {
      const { findings, whole } = data
      checked.value = { version: data.version, whole, findings }
      const from = since.get(data.version)
      // Seen by whoever measures the page: from the keystroke to its findings.
      if (from !== undefined) performance.measure(whole ? 'findings' : 'mistakes', { start: from })
      if (whole) since.clear()
    }
  }
  worker = made
  return made
}

function post(message: ToWorker): void {
  ready().postMessage(message)
}

/** Sends what changed since the last time: before every question, so that no answer is about an older text. */
function update(sources: readonly Source[]): void {
  const texts = sources.filter(({ name, text }) => sent.get(name) !== text)
  const names = new Set(sources.map(({ name }) => name))
  const gone = [...sent.keys()].filter((name) => !names.has(name))
  if (texts.length === 0 && gone.length === 0) return
  sent = new Map(sources.map(({ name, text }) => [name, text]))
  version++
  since.set(version, performance.now())
  post({ is: 'texts', texts, gone, version, language: language.value })
}

/** The findings, as long as they are of the texts as they are now: what one of them mends stands elsewhere in a newer text. */
export function findingsNow(): readonly EditorFinding[] {
  update(policy.value)
  return checked.value?.version === version ? checked.value.findings : []
}

let begun = false
/** From here on the worker knows every text. */
export function beginReading(): void {
  if (begun) return
  begun = true
  effect(() => update(policy.value))
  effect(() => {
    version++
    post({ is: 'texts', texts: [], gone: [], version, language: language.value })
  })
}

export function question<Q extends Question>(
  name: Q,
  ask: Questions[Q]['ask'],
): Promise<Questions[Q]['answer']> {
  update(policy.value)
  const id = count++
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    post({ is: 'question', id, name, ask })
  })
}
