import { dayOf } from '../../base/day.ts'
import { secondsOfDay } from '../../base/local-time.ts'
import type { DataCheck, Output, Plan } from '../../plan/plan.ts'
import type { Case } from '../cases/case.ts'
import { caseStarts } from './case-starts.ts'
import { clausePairs } from './clauses.ts'
import { type Constants, changedOf, constantsOf } from './constants.ts'
import { type Beginnings, type Effort, type Example, findExample, type NotFound } from './find-example.ts'
import type { Names } from './names.ts'
import { type Matcher, matcherOf } from './same-meaning.ts'
import { schemaOf } from './schema.ts'
import { sliceOf } from './slice.ts'
import { readsSameRows } from './trial.ts'
import type { World } from './worlds.ts'

/**
 * What two versions of a policy mean, compared without data. `same` only where it was shown: by plans that are made
 * alike but for names, or by tables that give the same for everything that they may be asked.
 */
export type ClauseDifference = {
  readonly old?: Output
  readonly next?: Output
  readonly verdict: 'same' | 'differs' | 'may-differ' | 'added' | 'removed'
  /** Of a clause that differs: rows on which it does. */
  readonly example?: Example
  /** Of one that may differ: why no example was found. */
  readonly why?: NotFound | 'much-differs'
}

export type PolicyDifference = {
  /** Of the clauses; `others` is what else is not the same. */
  readonly same: boolean
  readonly others: readonly ('zone' | 'checks' | 'targets' | 'values')[]
  readonly clauses: readonly ClauseDifference[]
  readonly names: Names
}

/** `cases` of the new version: where an example may begin. */
export function differenceOf(
  old: Plan,
  next: Plan,
  cases: () => readonly Case[] = () => [],
): PolicyDifference {
  const matcher = matcherOf(old, next)
  const pairs = clausePairs(old, next, matcher)
  // A clause is often another for what one that it reads has become: what was found there is tried first.
  const known: World[] = []
  const begun: World[] = []
  const starts = caseStarts(next, cases)
  // Where much differs, each clause is tried less, and no cases are read: what it hangs on is then told by another.
  const many = pairs.filter(({ same, old: a, next: b }) => !same && a && b).length > 8
  const effort = many
    ? { together: 200, rounds: 1, alone: 3, along: 0, climbs: 0 }
    : { together: 200, rounds: 3, alone: 20, along: 2500, climbs: 1000 }
  const first = pairs.map(({ old: a, next: b, same }): ClauseDifference => {
    if (!a) return { ...(b && { next: b }), verdict: 'added' }
    if (!b) return { old: a, verdict: 'removed' }
    if (same) return { old: a, next: b, verdict: 'same' }
    const own = () => starts(b.releases ?? b.id)
    const from = many ? { known, begun: [], cases: () => [] } : { known, begun, cases: own }
    const example = exampleOf(old, next, a, b, matcher, from, effort)
    if (typeof example === 'string')
      return { old: a, next: b, verdict: 'may-differ', why: many ? 'much-differs' : example }
    known.push(example.world)
    begun.push(example.begun)
    return { old: a, next: b, verdict: 'differs', example }
  })
  // What a clause differs for that reads this one may be what this one differs for.
  const clauses = first.map((one): ClauseDifference => {
    const { old: a, next: b } = one
    if (one.verdict !== 'may-differ' || many || !a || !b) return one
    const example = exampleOf(
      old,
      next,
      a,
      b,
      matcher,
      { known, begun, cases: () => [] },
      { ...effort, rounds: 0, alone: 0 },
    )
    return typeof example === 'string' ? one : { old: a, next: b, verdict: 'differs', example }
  })
  const others = othersApart(old, next, matcher)
  const same = others.length === 0 && clauses.every(({ verdict }) => verdict === 'same')
  return { same, others, clauses, names: matcher.names }
}

/** What is no clause's result: the checks of data, the trees of targets; where there is no clause at all, the values. */
function othersApart(old: Plan, next: Plan, matcher: Matcher): PolicyDifference['others'] {
  const found: PolicyDifference['others'][number][] = []
  if (JSON.stringify(old.zone?.offsets) !== JSON.stringify(next.zone?.offsets)) found.push('zone')
  const checks = (a: Plan, b: Plan, same: (one: DataCheck, other: DataCheck) => boolean) =>
    a.checks.length === b.checks.length && a.checks.every((one) => b.checks.some((other) => same(one, other)))
  if (!checks(old, next, (a, b) => a.code === b.code && matcher.columns(a.column, b.column)))
    found.push('checks')
  const levels = (plan: Plan) => (plan.targets ?? []).flatMap((tree) => tree.levels)
  const [a, b] = [levels(old), levels(next)]
  const alike = a.every(({ column, first, is }, i) => {
    const other = b[i]
    return other?.is === is && matcher.columns(column, other.column) && matcher.columns(first, other.first)
  })
  if (a.length !== b.length || !alike) found.push('targets')
  if (old.outputs.length === 0 && next.outputs.length === 0) {
    const named = (plan: Plan) => plan.columns.filter(({ label }) => label !== undefined)
    const [x, y] = [named(old), named(next)]
    const values = x.every(({ id }, i) => {
      const other = y.find((one) => one.id === id) ?? y[i]
      return other !== undefined && matcher.columns(id, other.id)
    })
    if (x.length !== y.length || !values) found.push('values')
  }
  return found
}

/** Rows on which one clause of two plans gives different results, looked for in the first years of both. */
export function exampleOf(
  oldPlan: Plan,
  nextPlan: Plan,
  a: Output,
  b: Output,
  { names, columns }: Matcher,
  beginnings: Beginnings,
  effort: Effort,
): Example | NotFound {
  const [old, next] = [sliceOf(oldPlan, [a]), sliceOf(nextPlan, [b])]
  const schema = schemaOf(old, next, names)
  const [x, y] = [constantsOf(old.plan), constantsOf(next.plan)]
  const changed = changedOf(x, y)
  const all = joined(x, y)
  const begin = Math.max(oldPlan.policy.from ?? firstDay, nextPlan.policy.from ?? firstDay)
  // The first year of both; then the years around days that only one of them names.
  const begins = [begin, ...changed.days.map((day) => day - 180).filter((day) => day > begin + 180)].slice(
    0,
    3,
  )
  let why: NotFound = 'not-reached'
  for (const from of begins) {
    const span = { from, until: from + 366 }
    const pool = { plan: oldPlan, all, changed, ...span }
    const trial = {
      old: { plan: old.plan, output: a },
      next: { plan: next.plan, output: b },
      names,
      schema,
      span,
      now: (from + 60) * secondsOfDay,
      sameRows: readsSameRows(old.plan, next.plan, names),
    }
    const found = findExample(trial, pool, beginnings, effort, columns)
    if (typeof found !== 'string') return found
    if (found === 'same-there') why = found
  }
  return why
}

const firstDay = dayOf(2026, 1, 1) ?? 0

function joined(a: Constants, b: Constants): Constants {
  const { numbers, days, texts } = changedOf(a, b)
  const own = <T>(list: readonly T[], more: readonly T[]) => [...new Set([...list, ...more])]
  return {
    numbers: own(a.numbers, numbers),
    days: own(a.days, days),
    texts: own(a.texts, texts),
    roundings: own(a.roundings, b.roundings),
  }
}
