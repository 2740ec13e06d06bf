import type { Id, Output, Plan } from '../../plan/plan.ts'
import { evaluateAgain, notesRows, type RunAgain } from '../../targets/evaluate/again.ts'
import { lines } from '../../targets/evaluate/results.ts'
import type { Case } from '../cases/case.ts'
import { judged, runCase } from '../cases/run-case.ts'
import type { Stood } from './frame.ts'
import type { Named } from './plan-of-cases.ts'
import type { Standing } from './standing.ts'

/** What of a changed plan the cases that look at the same must work out, and what of that they look at themselves. */
type Asked = { readonly watched: ReadonlySet<Id>; readonly ends: ReadonlySet<Id>; readonly always: boolean }

/** Says which case no longer passes on a changed plan: the first that is met, the one that noticed last before all others. */
export function noticing(standing: readonly Standing[]): (stood: Stood) => Case | undefined {
  let last: Standing | undefined
  return (stood) => {
    const { plan } = stood.model
    const notes = new Set(stood.columns.filter(notesRows).map(({ id }) => id))
    const checked = new Set(plan.checks.map(({ column }) => column))
    const asked = new Map<Named, Asked>()
    const askedBy = (looks: Named): Asked => {
      const known = asked.get(looks) ?? askedOf(stood, looks, new Set([...notes, ...checked]))
      asked.set(looks, known)
      return known
    }
    const order = last ? [last, ...standing.filter((one) => one !== last)] : standing
    const fails = (one: Standing, now: Asked): boolean => isNoticed(one, now, stood, notes.size > 0)
    const look = (which: (now: Asked) => boolean) =>
      order.find((one) => {
        const now = askedBy(one.looks)
        return which(now) && fails(one, now)
      })
    // Cases about what has changed come before those that it could only disturb.
    const by =
      look(({ ends, always }) => always || ends.size > 0) ??
      look(({ ends, always, watched }) => !always && ends.size === 0 && watched.size > 0)
    last = by ?? last
    return by?.of
  }
}

function isNoticed(one: Standing, asked: Asked, stood: Stood, notes: boolean): boolean {
  const { of, input, loaded, results } = one
  const { plan } = stood.model
  // Who notes a row that is nobody's is not kept: where there are any, all is worked out.
  if (results.unplaced.length > 0 && notes) return !runCase(plan, of, { ...input, loaded }).passed
  return evaluateAgain(
    results,
    stood,
    (id) => asked.watched.has(id),
    (run) => {
      const met = asked.always || run.otherNotes || [...run.differ].some((id) => asked.ends.has(id))
      return met && !passes(one, run, plan)
    },
  )
}

function passes({ of, input, loaded, results, looks }: Standing, run: RunAgain, plan: Plan): boolean {
  const unplaced = run.results.unplaced.length > 0 ? run.results.unplaced : results.unplaced
  const wanted = looks.alone && outputsNamed(plan, looks.names).map(({ id }) => id)
  const own = lines(run.results, { ...results.span, ...(wanted && { outputs: wanted }) })
  return judged(of, input, loaded, { ...run.results, unplaced }, own).passed
}

/** The outputs that names are about: a clause that is paid in parts is named by what it releases. */
function outputsNamed({ outputs }: Plan, names: ReadonlySet<Id>): readonly Output[] {
  return outputs.filter(
    ({ id, releases }) => names.has(id) || (releases !== undefined && names.has(releases)),
  )
}

function askedOf(
  { model: { plan }, columns, reads, outputs }: Stood,
  { names, alone }: Named,
  besides: ReadonlySet<Id>,
): Asked {
  const own = alone ? outputsNamed(plan, names) : plan.outputs
  const ends = new Set<Id>()
  const here = new Set(columns.map(({ id }) => id))
  const look = (node: unknown): void => {
    if (typeof node === 'string') {
      if (here.has(node)) ends.add(node)
    } else if (typeof node === 'object' && node !== null) for (const part of Object.values(node)) look(part)
  }
  for (const { steps: _steps, ...output } of own) look(output)
  for (const id of here) if (names.has(id.split('~')[0] ?? id)) ends.add(id)
  // What is looked at as a quotient is another when its divisor is.
  for (const { id, denominator } of columns)
    if (denominator !== undefined && here.has(denominator) && ends.has(id)) ends.add(denominator)
  const watched = new Set([...ends, ...[...besides].filter((id) => here.has(id))])
  for (const id of watched) for (const read of reads.get(id) ?? []) watched.add(read)
  const always = alone
    ? [...outputs].some((id) => names.has(id) || own.some((one) => one.id === id))
    : outputs.size > 0
  return { watched, ends, always }
}
