import {
  type Acceptance,
  type Case,
  type CaseOutcome,
  compile,
  coverCases,
  coveredLines,
  hasErrors,
  indexLines,
  messageOf,
  missingText,
  newKnownRuns,
  percentOf,
  readCases,
  reportOfCases,
  runCases,
  suggestMissing,
  updatesOf,
  withEdits,
  yamlForm,
} from '../../../src/index.ts'
import type {
  AcceptAsk,
  CasesFound,
  CoverageFound,
  ReviewAsk,
  ReviewReply,
  SuggestAsk,
  SuggestReply,
} from './review-protocol.ts'

// The library's types know the window; a worker has the same two.
const scope = self as unknown as Worker
const known = newKnownRuns()
const forms = [yamlForm]
let newest = 0
let last: { readonly ask: ReviewAsk; readonly runs: readonly CaseOutcome[] } | undefined
let kept: ReturnType<typeof compile> | undefined

scope.onmessage = ({ data: ask }: MessageEvent<ReviewAsk | AcceptAsk | SuggestAsk>) => {
  if (ask.is === 'suggest') {
    scope.postMessage(suggested(ask))
    return
  }
  if (ask.is === 'accept') {
    accept(ask)
    return
  }
  newest = ask.id
  review(ask).catch((error: unknown) => {
    console.error(error)
    post({ is: 'failed', id: ask.id, why: 'broken' })
  })
}

function post(reply: ReviewReply): void {
  scope.postMessage(reply)
}

/** Runs the cases, a few at a time, until a newer text makes that needless. */
async function review(ask: ReviewAsk): Promise<void> {
  await pause()
  if (ask.id !== newest) return
  const compiled = compile(ask.policy, forms, kept)
  kept = compiled
  const { plan } = compiled
  if (!plan || hasErrors(compiled.diagnostics)) {
    post({ is: 'failed', id: ask.id, why: 'policy' })
    return
  }
  const { cases, accepted, found } = readCases(plan, ask.cases)
  const own = hasErrors(found) ? [] : cases.filter(({ data, golden }) => !data && !golden)
  const runs: CaseOutcome[] = []
  const running = runCases(plan, own, () => ({}), known)
  for await (const run of inTurns(running, ask, own.length, false)) runs.push(run)
  if (ask.id !== newest) return
  last = { ask, runs }
  const report = reportOfCases(
    runs.map((run) => ({ run, took: 0 })),
    plan.policy.title ?? plan.policy.id,
    ask.cases,
    ask.language,
  )
  const lines = new Map(ask.cases.map(({ name, text }) => [name, indexLines(text)]))
  const result: CasesFound = {
    passed: report.passed,
    failed: report.failed,
    waiting: report.waiting,
    left: cases.length - own.length,
    cases: report.cases.map(({ name, file, at, passed, differences }) => ({
      name,
      file,
      line: at.line,
      passed,
      differences: differences.map(({ about, expected, got, off, explanation, details }) => ({
        about,
        expected,
        got,
        off,
        explanation: [...details, explanation].join('\n').trim(),
      })),
    })),
    mistakes: found.map((one) => ({
      text: messageOf(one, ask.language),
      file: one.span?.source ?? '',
      line: (one.span && lines.get(one.span.source)?.at(one.span.from).line) ?? 1,
    })),
  }
  post({ is: 'ran', id: ask.id, found: result })
  if (ask.cover) await cover(ask, own, accepted)
}

async function cover(ask: ReviewAsk, cases: readonly Case[], accepted: readonly Acceptance[]): Promise<void> {
  const covering = coverCases({ ...ask, forms }, cases, accepted, () => ({}))
  let at = performance.now()
  for (let next = covering.next(); ; next = covering.next()) {
    if (next.done) {
      const coverage = next.value
      const shown: CoverageFound = {
        percent: percentOf(coverage),
        clauses: coverage.owners.map((own) => ({
          title: own.owner.title ?? own.owner.id,
          source: own.owner.place.file,
          line: own.owner.place.line,
          total: own.total - own.accepted,
          hit: own.hit,
          percent: percentOf(own),
          missing: own.points
            .filter((one) => one.hits === 0 && !one.accepted)
            .map((one) => missingText(one.point, ask.language)),
        })),
        lines: coveredLines(coverage, ask.policy, ask.language),
      }
      post({ is: 'covered', id: ask.id, coverage: shown })
      return
    }
    if (performance.now() - at < 40) continue
    post({ is: 'progress', id: ask.id, done: next.value, all: cases.length, covering: true })
    await pause()
    if (ask.id !== newest) return
    at = performance.now()
  }
}

/** Hands on one after another; between turns a newer request is heard, and ends this one. */
async function* inTurns<T>(
  items: Iterable<T>,
  ask: ReviewAsk,
  all: number,
  covering: boolean,
): AsyncGenerator<T> {
  let at = performance.now()
  let done = 0
  for (const item of items) {
    yield item
    done++
    if (performance.now() - at < 40) continue
    post({ is: 'progress', id: ask.id, done, all, covering })
    await pause()
    if (ask.id !== newest) return
    at = performance.now()
  }
}

/** Runs to its end: who wants to hear no more of it ends the worker. */
function suggested({ policy, cases: sources }: SuggestAsk): SuggestReply {
  const { plan, diagnostics } = compile(policy, forms)
  if (!plan || hasErrors(diagnostics)) return { is: 'failed' }
  const { cases, accepted } = readCases(plan, sources)
  const own = cases.filter(({ data, golden }) => !data && !golden)
  let told = 0
  const tell = (done: number, all: number): void => {
    if (performance.now() - told < 100) return
    told = performance.now()
    scope.postMessage({ is: 'progress', done, all } satisfies SuggestReply)
  }
  const texts = { policy, cases: sources, forms }
  const { cases: found, unreached } = suggestMissing(texts, own, accepted, () => ({}), tell)
  return {
    is: 'suggested',
    found: { cases: found, unreached: unreached.length },
    language: plan.policy.language,
  }
}

function accept({ id, names }: AcceptAsk): void {
  if (last?.ask.id !== id) return
  const wanted = new Set(names)
  const chosen = updatesOf(last.runs.filter((run) => wanted.has(run.case.name)))
  post({ is: 'accepted', id, sources: withEdits(last.ask.cases, chosen), count: chosen.length })
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0))
}
