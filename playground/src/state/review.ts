import { computed, effect, signal } from '@preact/signals'
import { words } from '../words/cases.ts'
import type { AcceptAsk, CasesFound, CoverageFound, ReviewAsk, ReviewReply } from '../work/review-protocol.ts'
import { failing } from './failing.ts'
import { language, say } from './language.ts'
import { marks } from './marks.ts'
import { results, state } from './outcome.ts'
import { cases, opened, policy } from './workspace.ts'

/** What the newest cases came to on the newest text that could be run. */
export const casesFound = signal<CasesFound | undefined>(undefined)
export const coverage = signal<CoverageFound | undefined>(undefined)
/** Whether what cases cover is wanted, beside the lines and as a table. */
export const covering = signal(false)
/** Whether `casesFound` is of the newest text and cases: only what is seen may be accepted. */
export const current = signal(false)
/** How far a run is; `all` is 0 until it is known how many there are. */
export const progress = signal<{ readonly done: number; readonly all: number } | undefined>(undefined)
/** Whether the newest run ended in a mistake of the page itself. */
export const broken = signal(false)
/** The files of cases as they were before results were accepted, the last one first. */
const before = signal<readonly (typeof cases.value)[]>([])
export const canUndo = computed(() => before.value.length > 0)

let worker: Worker | undefined
let newest = 0
/** The files of cases that `newest` is about. */
let askedOf: typeof cases.value = []

function ready(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('../work/review.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<ReviewReply>) => {
    if (data.id !== newest) return
    switch (data.is) {
      case 'progress':
        progress.value = data
        return
      case 'ran':
        progress.value = undefined
        casesFound.value = data.found
        current.value = true
        return
      case 'covered':
        progress.value = undefined
        coverage.value = data.coverage
        return
      case 'accepted':
        // A case that was put in meanwhile is not in these.
        if (cases.value === askedOf) putCases(data.sources)
        return
      case 'failed':
        progress.value = undefined
        broken.value = data.why === 'broken'
        return
    }
  }
  // One that does not load, or dies, answers nothing more: the next text starts another.
  worker.onerror = () => {
    worker?.terminate()
    worker = undefined
    progress.value = undefined
    broken.value = true
  }
  return worker
}

let begun = false

/** From the first time that they are looked at, cases run after each calculation, in a worker of their own. */
export function beginReviewing(): void {
  if (begun) return
  begun = true
  let of = opened.peek()
  effect(() => {
    // What was added before they were first looked at can be taken back as well.
    if (opened.value === of) return
    of = opened.value
    forget()
    before.value = []
  })
  effect(() => {
    if (cases.value.length === 0) return forget()
    void policy.value
    current.value = false
    if (!results.value || state.value !== 'current') return
    newest++
    askedOf = cases.value
    progress.value = { done: 0, all: 0 }
    broken.value = false
    const ask: ReviewAsk = {
      is: 'run',
      id: newest,
      policy: policy.value,
      cases: cases.value,
      language: language.value,
      cover: covering.value,
    }
    ready().postMessage(ask)
  })
  effect(() => {
    failing.value = casesFound.value?.failed ?? 0
  })
  effect(() => {
    const found = covering.value ? coverage.value : undefined
    marks.value = (found?.lines ?? []).map(({ source, from, to, kind, hits, missing }) => ({
      source,
      from,
      to,
      kind,
      text: [say(words.hits, { hits }), ...missing].join('\n'),
    }))
  })
}

/** What still runs is of cases that are no more. */
function forget(): void {
  newest++
  current.value = false
  casesFound.value = undefined
  coverage.value = undefined
  progress.value = undefined
  broken.value = false
}

/** Writes what came out as what is expected: of one case, or of all. */
export function accept(names: readonly string[]): void {
  const ask: AcceptAsk = { is: 'accept', id: newest, names }
  ready().postMessage(ask)
}

/** Takes new files of cases in; `undo` brings back those before. */
export function putCases(sources: typeof cases.value): void {
  before.value = [cases.value, ...before.value]
  cases.value = sources
}

export function undo(): void {
  const [last, ...rest] = before.value
  if (!last) return
  before.value = rest
  cases.value = last
}
