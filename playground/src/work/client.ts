import type { AnswerOf, AskOf, Data, Progress, RequestName } from './protocol.ts'

/** `outdated`: a newer request of the same name took its place. */
export type Reply<N extends RequestName> =
  | { readonly is: 'answer'; readonly answer: AnswerOf<N> }
  | { readonly is: 'outdated' | 'slow' | 'broken' }

type Message = { readonly name: RequestName; readonly ask: unknown }
type Waiting = Message & {
  readonly lane: string
  readonly reply: (reply: Reply<never>) => void
  readonly tell: (progress: Progress) => void
}

/** How long a request may run: `patience` once a newer one like it is wanted, `limit` at all. */
export type Limits = { readonly patience: number; readonly limit: number }

/** A worker of its own, made when it is first asked. */
export type Line = {
  /**
   * Asks the worker, one thing after another. Of requests with the same name only the newest is answered; `lane` keeps
   * apart what two places of the page ask under one name. `tell`: how far a long one has come.
   */
  readonly ask: <N extends RequestName>(
    name: N,
    asked: AskOf<N>,
    lane?: string,
    tell?: (progress: Progress) => void,
  ) => Promise<Reply<N>>
  /** Whatever runs or waits is given up. */
  readonly drop: () => void
}

const lines: { readonly keep: (data: Data) => void }[] = []
let kept: Data | undefined

/** The data of all requests that follow; sent again to every new worker. */
export function keep(data: Data): void {
  kept = data
  for (const line of lines) line.keep(data)
}

/** A line to a worker of its own, for requests that must not wait for others, nor these for them. */
export function connect({ patience, limit }: Limits): Line {
  let worker: Worker | undefined
  let running: (Waiting & { readonly since: number; readonly timer: number }) | undefined
  let queue: Waiting[] = []
  /** What ran or waited when the data was replaced: asked again as soon as it is known what else is. */
  let again: Waiting[] = []
  /** The newest calculation that came to results, which the other requests ask about, and how long it took. */
  let stood: { readonly ask: unknown; readonly took: number } | undefined
  /** Whether the worker has done it; one that was replaced has not. */
  let stands = false

  const next = (): void => {
    if (running) return
    // The others ask about what is calculated then.
    const first = queue.find(({ name }) => name === 'calculate') ?? queue[0]
    if (!first) return
    queue = queue.filter((one) => one !== first)
    const timer = window.setTimeout(() => restart('slow'), limit)
    running = { ...first, since: performance.now(), timer }
    const to = ready()
    if (first.name !== 'calculate' && stood && !stands) {
      to.postMessage({ name: 'stand', ask: stood.ask })
      stands = true
    }
    to.postMessage({ name: first.name, ask: first.ask })
  }

  const ready = (): Worker => {
    if (worker) return worker
    const made = new Worker(new URL('./calculate.worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<Reply<never> | Progress>) => {
      if (data.is === 'progress') running?.tell(data)
      else finish(data)
    }
    made.onerror = () => restart('broken')
    worker = made
    if (kept) made.postMessage({ name: 'keep', ask: kept })
    return made
  }

  const finish = (reply: Reply<never>): void => {
    const done = running
    running = undefined
    if (!done) return
    window.clearTimeout(done.timer)
    if (isCalculated(done, reply)) {
      stood = { ask: done.ask, took: performance.now() - done.since }
      stands = true
    }
    // Of two calculations in a row the first is old news, and its answer would only flicker.
    const newer = queue.some((one) => laneOf(one) === laneOf(done))
    done.reply(newer ? { is: 'outdated' } : reply)
    next()
  }

  const end = (): void => {
    worker?.terminate()
    worker = undefined
    stands = false
  }

  const restart = (why: 'outdated' | 'slow' | 'broken'): void => {
    end()
    finish({ is: why })
    next()
  }

  /** Nobody who asked has to ask again because the data was replaced meanwhile; what he asked anew is asked once. */
  const goOn = (): void => {
    const rest = again
    again = []
    for (const one of rest)
      if (
        queue.some((newer) => laneOf(newer) === laneOf(one)) ||
        (running && laneOf(running) === laneOf(one))
      )
        one.reply({ is: 'outdated' })
      else queue.push(one)
    next()
  }

  lines.push({
    keep: (data) => {
      stood = undefined
      if (!running) {
        worker?.postMessage({ name: 'keep', ask: data })
        return
      }
      const { since: _, timer, ...broken } = running
      window.clearTimeout(timer)
      running = undefined
      end()
      // All that follows from the new data is asked before this turn ends: it goes first.
      if (again.length === 0) queueMicrotask(goOn)
      again.push(broken, ...queue)
      queue = []
    },
  })
  return {
    ask: <N extends RequestName>(
      name: N,
      asked: AskOf<N>,
      lane = '',
      tell: (progress: Progress) => void = () => {},
    ) =>
      new Promise<Reply<N>>((resolve) => {
        const reply = resolve as (reply: Reply<never>) => void
        const waiting: Waiting = { name, ask: asked, lane, reply, tell }
        const outdated = queue.filter((one) => laneOf(one) === laneOf(waiting))
        queue = queue.filter((one) => !outdated.includes(one))
        for (const one of outdated) one.reply({ is: 'outdated' })
        queue.push(waiting)
        const sameRuns = running && laneOf(running) === laneOf(waiting)
        // A new worker has to calculate first, for whatever is not a calculation.
        const enough = name === 'calculate' ? patience : patience + (stood?.took ?? 0)
        if (running && sameRuns && performance.now() - running.since > enough) restart('outdated')
        else next()
      }),
    drop: () => {
      const waiting = [...again, ...queue]
      again = []
      queue = []
      for (const one of waiting) one.reply({ is: 'outdated' })
      if (running) restart('outdated')
    },
  }
}

function isCalculated({ name }: Waiting, reply: Reply<never>): boolean {
  return (name === 'calculate' || name === 'restore') && reply.is === 'answer' && hasResults(reply.answer)
}

function hasResults(answer: AnswerOf<'calculate'> | AnswerOf<'restore'>): boolean {
  return answer?.is === 'calculated'
}

function laneOf({ name, lane }: Pick<Waiting, 'name' | 'lane'>): string {
  return `${name} ${lane}`
}

/** A calculation that runs longer than `patience` is given up when a newer one is wanted: its worker is replaced. */
export const { ask } = connect({ patience: 1500, limit: 60_000 })
