import type { AnswerOf, AskOf, Data, RequestName } from './protocol.ts'

/** `outdated`: a newer request of the same name took its place. */
export type Reply<N extends RequestName> =
  | { readonly is: 'answer'; readonly answer: AnswerOf<N> }
  | { readonly is: 'outdated' | 'slow' | 'broken' }

type Message = { readonly name: RequestName; readonly ask: unknown }
type Waiting = Message & { readonly reply: (reply: Reply<never>) => void }

/** A calculation that runs longer than this is given up when a newer one is wanted: its worker is replaced. */
const patience = 1500
/** None may run longer than this. */
const limit = 60_000

let worker: Worker | undefined
let running: (Waiting & { readonly since: number; readonly timer: number }) | undefined
let queue: Waiting[] = []
let kept: Data | undefined

/** The data of all requests that follow; sent again to every new worker. */
export function keep(data: Data): void {
  kept = data
  if (running) restart('outdated')
  else worker?.postMessage({ name: 'keep', ask: data })
}

/**
 * Asks the worker, one thing after another. Of requests with the same name only the newest is answered; `lane` keeps
 * apart what two places of the page ask under one name.
 */
export function ask<N extends RequestName>(name: N, asked: AskOf<N>, lane = ''): Promise<Reply<N>> {
  return new Promise((resolve) => {
    const outdated = queue.filter((one) => laneOf(one) === laneOf({ name, ask: asked, lane }))
    queue = queue.filter((one) => !outdated.includes(one))
    for (const one of outdated) one.reply({ is: 'outdated' })
    const waiting: Waiting & { readonly lane: string } = {
      name,
      ask: asked,
      lane,
      reply: resolve as (reply: Reply<never>) => void,
    }
    queue.push(waiting)
    const sameRuns = running && laneOf(running) === laneOf(waiting)
    if (running && sameRuns && performance.now() - running.since > patience) restart('outdated')
    else next()
  })
}

function laneOf(one: Message & { readonly lane?: string }): string {
  return `${one.name} ${one.lane ?? ''}`
}

function next(): void {
  if (running) return
  const first = queue.shift()
  if (!first) return
  const timer = window.setTimeout(() => restart('slow'), limit)
  running = { ...first, since: performance.now(), timer }
  ready().postMessage({ name: first.name, ask: first.ask })
}

function ready(): Worker {
  if (worker) return worker
  const made = new Worker(new URL('./calculate.worker.ts', import.meta.url), { type: 'module' })
  made.onmessage = ({ data }: MessageEvent<Reply<never>>) => finish(data)
  made.onerror = () => restart('broken')
  worker = made
  if (kept) made.postMessage({ name: 'keep', ask: kept })
  return made
}

function finish(reply: Reply<never>): void {
  const done = running
  running = undefined
  if (!done) return
  window.clearTimeout(done.timer)
  // Of two calculations in a row the first is old news, and its answer would only flicker.
  const newer = queue.some((one) => laneOf(one) === laneOf(done))
  done.reply(newer ? { is: 'outdated' } : reply)
  next()
}

function restart(why: 'outdated' | 'slow' | 'broken'): void {
  worker?.terminate()
  worker = undefined
  finish({ is: why })
  next()
}
