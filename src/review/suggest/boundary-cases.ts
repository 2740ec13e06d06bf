import type { Source } from '../../base/span.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Program } from '../../syntax/ast.ts'
import type { Acceptance } from '../cases/accepted.ts'
import type { Case } from '../cases/case.ts'
import { readCases } from '../cases/read-cases.ts'
import type { CaseInput } from '../cases/run-case.ts'
import type { Points } from '../coverage/point.ts'
import { acceptedChanges } from '../mutate/accepted-changes.ts'
import type { Mutant } from '../mutate/mutant.ts'
import { mutantsOf } from '../mutate/mutants.ts'
import { type Ground, groundOf, runMutants } from '../mutate/run-mutants.ts'
import { standingCases } from '../mutate/standing.ts'
import { apartFrom, type Grounds, isAt, isBound, resultsApart, type Start } from './apart-from.ts'
import { knownWorlds } from './known-worlds.ts'
import type { Closure } from './slice.ts'
import type { Suggestion } from './suggestion.ts'
import { usedFields } from './used-fields.ts'
import { casesText, caseText, unused } from './write-cases.ts'

type NamedText = { readonly name: string; readonly text: string }

/** What boundaries are tried on: a policy without mistakes, lowered as the points were, and the cases that there are. */
type Tested = {
  readonly program: Program
  readonly plan: Plan
  readonly points: Points
  readonly closure: Closure
  readonly sources: readonly Source[]
  readonly known: readonly Case[]
  readonly inputs: ReadonlyMap<Case, CaseInput>
  /** How often each case hits every point. */
  readonly hits: ReadonlyMap<Case, readonly number[]>
  readonly accepted: readonly Acceptance[]
  /** Points that somebody has accepted, by their places in the list. */
  readonly skipped: { readonly keys: () => Iterable<number> }
  readonly caseSources: readonly Source[]
}

/** `left`: of how many moved boundaries it was not looked, or not long, whether a case could notice them. */
type Shown = { readonly cases: readonly NamedText[]; readonly left: number }

/** How many columns, times cases, are kept while boundaries are moved: about what 1,500 lines with 600 cases come to. */
const mostKept = 600_000
/** How many columns are worked out to find rows, by what the cases say and by anything: each a few thousand times at most. */
const mostNear = 12_000
const mostFar = 1_000

/**
 * Cases for boundaries that cases meet, and that could still be others: where nothing is paid, or a rounding hides it, a
 * boundary that is met does not show. `suggested` are the cases that are to be added to those known.
 */
export function boundaryCases(
  tested: Tested,
  suggestions: readonly Suggestion[],
  suggested: readonly NamedText[],
  onProgress: (done: number, all: number) => void,
): Shown {
  const { program, plan, sources, known } = tested
  const mutants = boundariesIn(tested)
  const cases = [...known, ...casesIn(plan, suggested)]
  if (mutants.length === 0 || cases.length === 0) return { cases: [], left: 0 }
  if (plan.columns.length * cases.length > mostKept) return { cases: [], left: mutants.length }
  const ground = finished(groundOf({ program, plan }, sources, cases, tested.inputs))
  const open: Mutant[] = []
  let done = 0
  for (const { is, mutant } of runMutants(ground, sources, mutants)) {
    onProgress(++done, mutants.length)
    if (is === 'survived') open.push(mutant)
  }
  const grounds: Grounds = {
    ...tested,
    used: usedFields(plan),
    compiled: ground.compiled,
    cases: [...startsIn(tested), ...suggestions],
  }
  const taken = new Set([...known, ...suggested].map(({ name }) => name))
  const found: NamedText[] = []
  let more: Ground = { ...ground, standing: [] }
  const passedOver = new Set<Mutant>()
  const isShown = (mutant: Mutant, far: boolean, budget: { left: number }): boolean => {
    if (isNoticed(more, sources, mutant)) return true
    const apart = resultsApart(grounds, mutant, far)
    if (budget.left <= 0) {
      passedOver.add(mutant)
      return false
    }
    budget.left -= apart.columns
    for (const shown of apartFrom(grounds, apart, mutant, far)) {
      const name = unused(nameOf(mutant, plan), new Set(taken))
      const one = { name, text: caseText(plan, shown, tested.closure, name) }
      const own = standingOn(ground, plan, one)
      // What a whole policy makes of it may be something else than what a clause by itself does.
      if (!isNoticed(own, sources, mutant)) continue
      taken.add(name)
      found.push(one)
      more = { ...more, standing: [...more.standing, ...own.standing] }
      return true
    }
    return false
  }
  let hidden: readonly Mutant[] = open
  for (const far of [false, true]) {
    const budget = { left: far ? mostFar : mostNear }
    const before = hidden
    hidden = before.filter((mutant, i) => {
      onProgress(i + 1, before.length)
      return !isShown(mutant, far, budget)
    })
  }
  return { cases: found, left: hidden.filter((mutant) => passedOver.has(mutant)).length }
}

/** The cases that there are already, once for each clause that they are about. */
function startsIn({ plan, known, hits }: Tested): readonly Start[] {
  return knownWorlds(plan, known).flatMap(({ of, world, clauses }) =>
    plan.outputs
      .filter((output) => clauses.has(output.releases ?? output.id))
      .map((output) => ({
        world,
        output,
        hits: [...(hits.get(of) ?? []).entries()].flatMap(([at, count]) => (count > 0 ? [at] : [])),
      })),
  )
}

/** Moved boundaries, but for those that somebody has accepted as noticed, or met, by no case. */
function boundariesIn({
  program,
  points: { points },
  sources,
  accepted,
  skipped,
  caseSources,
}: Tested): readonly Mutant[] {
  const all = mutantsOf(program, sources)
  const changes = acceptedChanges(all, [], accepted, caseSources).accepted
  const unmet = [...skipped.keys()].flatMap((at) => points[at] ?? []).filter(isBound)
  return all.filter(
    (mutant) =>
      mutant.kind === 'boundary' && !changes.has(mutant.id) && !unmet.some((point) => isAt(point, mutant)),
  )
}

function isNoticed(ground: Ground, sources: readonly Source[], mutant: Mutant): boolean {
  if (ground.standing.length === 0) return false
  const [run] = runMutants(ground, sources, [mutant])
  return run?.is === 'killed'
}

/** The same ground with one case alone; without any where it does not pass. */
function standingOn(ground: Ground, plan: Plan, one: NamedText): Ground {
  const running = standingCases(ground.frame?.plan ?? plan, casesIn(plan, [one]), new Map())
  return { ...ground, standing: [...running].filter((standing) => standing !== undefined) }
}

function casesIn(plan: Plan, texts: readonly NamedText[]): readonly Case[] {
  if (texts.length === 0) return []
  const text = casesText(texts, plan.policy.language)
  return readCases(plan, [{ name: 'suggested.cases.yaml', text }]).cases
}

function finished<T>(running: Generator<unknown, T>): T {
  let step = running.next()
  while (!step.done) step = running.next()
  return step.value
}

/** `Target bonus: 100%, not 100.01%`. */
function nameOf({ title, clause, old, new: changed }: Mutant, { policy: { language } }: Plan): string {
  const owner = title ?? clause
  return language === 'en' ? `${owner}: ${old}, not ${changed}` : `${owner}：${old}，而非 ${changed}`
}
