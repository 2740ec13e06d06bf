import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect, keep } from '../../playground/src/work/client.ts'

/** What was posted to a worker, and its answers given when a test says so. */
class FakeWorker {
  static all: FakeWorker[] = []
  readonly posted: { readonly name: string; readonly ask: unknown }[] = []
  ended = false
  onmessage: ((event: { readonly data: unknown }) => void) | undefined
  onerror: (() => void) | undefined
  constructor() {
    FakeWorker.all.push(this)
  }
  postMessage(message: { readonly name: string; readonly ask: unknown }): void {
    this.posted.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  answer(answer: unknown): void {
    this.onmessage?.({ data: { is: 'answer', answer } })
  }
  names(): readonly string[] {
    return this.posted.map(({ name }) => name).filter((name) => name !== 'keep')
  }
}

beforeEach(() => {
  // How long a request may run is never waited for: its clock must not outlive the test.
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  FakeWorker.all = []
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('window', globalThis)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const calculate = { policy: [], base: [], language: 'en' } as const
const ada = { record: 'Reps', key: 'R1', language: 'en' } as const
const noFiles = { files: new Map() }
const line = () => connect({ patience: 1500, limit: 60_000 })
const newest = (): FakeWorker => {
  const found = FakeWorker.all.at(-1)
  if (!found) throw new Error('no worker was made')
  return found
}

test('of two calculations only the newer is answered', async () => {
  const { ask } = line()
  const first = ask('calculate', calculate)
  const second = ask('calculate', { ...calculate, period: '2025Q1' })
  newest().answer('old')
  expect(await first).toEqual({ is: 'outdated' })
  newest().answer('new')
  expect(await second).toEqual({ is: 'answer', answer: 'new' })
})

test('a calculation goes before whatever else waits', async () => {
  const { ask } = line()
  void ask('clauseSums', {})
  const statement = ask('statement', ada)
  void ask('calculate', calculate)
  newest().answer([])
  newest().answer('calculated')
  newest().answer('of Ada')
  expect(await statement).toEqual({ is: 'answer', answer: 'of Ada' })
  expect(newest().names()).toEqual(['clauseSums', 'calculate', 'statement'])
})

test('what runs while the data is replaced is asked again on the new data, after the calculation', async () => {
  const { ask } = line()
  const statement = ask('statement', ada)
  const sums = ask('clauseSums', {})
  const old = newest()
  keep(noFiles)
  void ask('calculate', calculate)
  await Promise.resolve()
  expect(old.ended).toBe(true)
  expect(newest()).not.toBe(old)
  expect(newest().posted[0]).toEqual({ name: 'keep', ask: noFiles })
  newest().answer('calculated')
  newest().answer('of Ada, newly')
  newest().answer([])
  expect(await statement).toEqual({ is: 'answer', answer: 'of Ada, newly' })
  expect(await sums).toEqual({ is: 'answer', answer: [] })
  expect(newest().names()).toEqual(['calculate', 'statement', 'clauseSums'])
})

test('what runs while the data is replaced and is asked anew because of it is asked once', async () => {
  const { ask } = line()
  const old = ask('calculate', calculate)
  keep(noFiles)
  const anew = ask('calculate', calculate)
  expect(await old).toEqual({ is: 'outdated' })
  newest().answer('calculated')
  expect(await anew).toEqual({ is: 'answer', answer: 'calculated' })
  expect(newest().names()).toEqual(['calculate'])
})

test('what was given up while the data is replaced is not asked again', async () => {
  const { ask, drop } = line()
  const old = ask('oneMore', { ...calculate, person: { record: 'Reps', key: 'R1' } })
  keep(noFiles)
  drop()
  expect(await old).toEqual({ is: 'outdated' })
  expect(FakeWorker.all.length).toBe(1)
})

test('a calculation that takes too long makes way for a newer one, and what waited behind it comes after that', async () => {
  const { ask } = line()
  const slow = ask('calculate', calculate)
  const statement = ask('statement', ada)
  vi.advanceTimersByTime(2000)
  void ask('calculate', { ...calculate, period: '2025Q1' })
  expect(await slow).toEqual({ is: 'outdated' })
  newest().answer('calculated')
  newest().answer('of Ada')
  expect(await statement).toEqual({ is: 'answer', answer: 'of Ada' })
  expect(newest().names()).toEqual(['calculate', 'statement'])
})

test('a worker that is replaced first does the calculation that its requests are about', async () => {
  const { ask } = line()
  void ask('calculate', calculate)
  vi.advanceTimersByTime(400)
  newest().answer({ is: 'calculated' })
  // A text that is wrong leaves what was calculated last.
  void ask('calculate', { ...calculate, period: 'Q' })
  newest().answer({ is: 'failed' })
  const slow = ask('statement', ada)
  vi.advanceTimersByTime(1800)
  const waiting = ask('statement', { ...ada, key: 'R2' })
  expect(FakeWorker.all.length).toBe(1)
  vi.advanceTimersByTime(200)
  const last = ask('statement', { ...ada, key: 'R3' })
  expect(await slow).toEqual({ is: 'outdated' })
  expect(await waiting).toEqual({ is: 'outdated' })
  expect(FakeWorker.all.length).toBe(2)
  expect(newest().posted).toEqual([
    { name: 'keep', ask: noFiles },
    { name: 'stand', ask: calculate },
    { name: 'statement', ask: { ...ada, key: 'R3' } },
  ])
  newest().answer('of R3')
  expect(await last).toEqual({ is: 'answer', answer: 'of R3' })
  // Once is enough.
  void ask('clauseSums', {})
  expect(newest().names()).toEqual(['stand', 'statement', 'clauseSums'])
})

test('what was calculated again on other data is what a replaced worker stands on', async () => {
  const { ask } = line()
  void ask('calculate', calculate)
  newest().answer({ is: 'calculated' })
  keep(noFiles)
  void ask('calculate', { ...calculate, period: 'Q' })
  newest().answer({ is: 'failed' })
  void ask('restore', calculate)
  newest().answer({ is: 'calculated' })
  void ask('statement', ada)
  newest().onerror?.()
  void ask('statement', ada)
  expect(newest().names()).toEqual(['stand', 'statement'])
})

test('on other data nothing that was calculated before is done again', () => {
  const { ask } = line()
  void ask('calculate', calculate)
  newest().answer({ is: 'calculated' })
  keep(noFiles)
  void ask('statement', ada)
  newest().onerror?.()
  void ask('statement', ada)
  expect(newest().names()).toEqual(['statement'])
})
