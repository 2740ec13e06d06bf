import { findingsIn, problemsIn } from '../findings.ts'
import { withParts } from '../lacking.ts'
import { peopleOf } from '../people.ts'
import type { CalculateAsk, Failed, Outcome } from '../protocol.ts'
import { type Attempt, attempt, type Ran, type Session, sameTexts } from '../session.ts'
import type { Handler } from './handler.ts'

/** Runs the edited texts and the version that they are compared with; what neither changes is not run again. */
export const calculate: Handler<'calculate'> = async (session, ask): Promise<Outcome> => {
  const started = performance.now()
  const base = await baseOf(session, ask)
  const made =
    base && sameTexts(base.sources, ask.policy)
      ? asItIs(base)
      : await attempt(session, ask.policy, ask, base ? [base] : [])
  if (made.is === 'failed') return failedOf(made, ask)
  const { ran } = made
  session.edited = ran
  const { diagnostics } = ran.compiled
  const problems = [
    ...ran.loaded.problems.map((problem) => problem.diagnostic),
    ...ran.results.problems,
    ...ran.loaded.notes,
  ]
  const { policy } = ran.plan
  const said = await withParts(() => ({
    findings: findingsIn(diagnostics, ask.policy, ask.language),
    problems: problemsIn(problems, ask.language),
    people: peopleOf(ran, base, ask.language),
  }))
  return {
    is: 'calculated',
    ...said,
    title: policy.title ?? policy.id,
    period: ran.asked.key,
    periods: ran.periods,
    took: { ...made.took, all: performance.now() - started },
    columns: { all: ran.plan.columns.length, taken: made.taken },
  }
}

/** A worker that was replaced, or has other data now, knows nothing of the last text that could be run: it runs that again. */
export const restore: Handler<'restore'> = async (session, ask) => {
  const found = session.edited ? undefined : await calculate(session, ask)
  return found?.is === 'calculated' ? found : undefined
}

/** The base version's run, as long as it is of the same texts, period and time; none where it cannot be run. */
async function baseOf(session: Session, ask: CalculateAsk): Promise<Ran | undefined> {
  const { asked, ran } = session.base ?? {}
  const same = asked && asked.period === ask.period && asked.now === ask.now
  if (same && sameTexts(asked.base, ask.base)) return ran
  const made = await attempt(session, ask.base, ask, [])
  session.base = { asked: ask, ran: made.is === 'ran' ? made.ran : undefined }
  return session.base.ran
}

/** What is as it was before any edit was run when that was. */
function asItIs(ran: Ran): Extract<Attempt, { is: 'ran' }> {
  return { is: 'ran', ran, taken: ran.plan.columns.length, took: { compile: 0, load: 0, evaluate: 0 } }
}

function failedOf(made: Extract<Attempt, { is: 'failed' }>, ask: CalculateAsk): Failed {
  const found = [
    ...made.found,
    ...(made.loaded?.problems.map((problem) => problem.diagnostic) ?? []),
    ...(made.loaded?.notes ?? []),
  ]
  return {
    is: 'failed',
    why: made.why,
    findings: findingsIn(made.compiled.diagnostics, ask.policy, ask.language),
    problems: problemsIn(found, ask.language),
    ...(made.periods && { periods: made.periods }),
  }
}
