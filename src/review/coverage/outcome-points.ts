import { periodAt } from '../../calendar/periods.ts'
import type { Expr, Id, Output, Plan, Reason } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { pauses } from './clock-points.ts'
import { columnNamed, constantRatio } from './constants.ts'
import type { Gathering } from './gather.ts'
import { type Facts, factsWhere, isNeverZero, noFacts } from './never-zero.ts'

/** What becomes of each result: decided, left out, or held, for each reason that the policy itself leads to. */
export function addOutcomes(into: Gathering): void {
  // What reads alike is one reason to whoever is told it, wherever it comes from: a filter that is held by the same row.
  const alike = new Map<string, number[]>()
  for (const reason of into.plan.reasons) {
    const name = likeness(reason)
    alike.set(name, [...(alike.get(name) ?? []), reason.state])
  }
  for (const output of into.plan.outputs) {
    const states = statesOfOutput(into.plan, output)
    const reasons = states.flatMap((state) => into.plan.reasons.find((one) => one.state === state) ?? [])
    into.add({
      grain: output.grain,
      look: { is: 'state', column: output.column },
      points: [
        {
          outcomes: ['0'],
          name: 'decided',
          origin: output.origin,
          what: { is: 'decided' },
          of: output,
        },
        ...reasons
          .filter((reason) => isOwn(reason, output))
          .map((reason) => ({
            outcomes: alike.get(likeness(reason))?.map(String) ?? [String(reason.state)],
            name: `${reason.is === 'held' ? 'held' : 'left-out'}:${nameOf(reason)}`,
            origin: reason.is === 'held' ? output.origin : reason.origin,
            what:
              reason.is === 'held'
                ? ({ is: 'held', code: reason.code, args: reason.args } as const)
                : ({ is: 'left-out' } as const),
            of: output,
          })),
      ],
    })
  }
}

/** Reasons to hold that nobody can tell apart; of what is left out, each is another. */
function likeness(reason: Reason): string {
  return reason.is === 'held' ? nameOf(reason) : String(reason.state)
}

/** Of a reason that is told with a row or a cell, its words say which. */
function nameOf({ code, args }: Reason): string {
  return [code, ...Object.values(args)].join('.')
}

/**
 * Bad input holds what is built on it in every policy alike, and so do numbers beyond their range: neither is something
 * that a policy says.
 */
function isOwn(reason: Reason, output: Output): boolean {
  switch (reason.class) {
    case 'missing':
    case 'undefined':
    case 'uncovered':
    case 'not-decided':
    case 'before-history':
      return true
    case 'conflict':
      // Several rows where one is wanted; a period that the policy's own days cut in two is no matter of its rules.
      return reason.code === 'BY807'
    case 'excluded':
      // Whom a payout is for is said by what it pays.
      return (
        reason.is === 'not-applicable' &&
        reason.code === 'BY811' &&
        reason.args.name === (output.releases ?? output.id) &&
        reason.origin !== output.origin
      )
    default:
      return false
  }
}

/**
 * The states that a result can have, by what it is made of. What another clause is held for is a matter of that clause:
 * its results are not looked into.
 */
function statesOfOutput(plan: Plan, output: Output): readonly number[] {
  const seen = new Set(
    plan.outputs.flatMap(({ id, releases, column, also }) =>
      (releases ?? id) === (output.releases ?? output.id) ? [] : [column, ...also.map((one) => one.column)],
    ),
  )
  const states = new Set<number>()
  addColumn({ plan, seen, states, facts: noFacts }, output.column)
  return [...states]
}

/** `facts`: what the choices around an expression say of numbers. */
type Walk = {
  readonly plan: Plan
  readonly seen: Set<Id>
  readonly states: Set<number>
  readonly facts: Facts
}

function addColumn(walk: Walk, id: Id | undefined): void {
  if (id === undefined || walk.seen.has(id)) return
  walk.seen.add(id)
  const column = columnNamed(walk.plan, id)
  if (!column) return
  // It is read in several places: only what it says itself is so in all of them.
  collect({ ...walk, facts: noFacts }, column.expr)
  addColumn(walk, column.denominator)
}

function collect(walk: Walk, expr: Expr): void {
  const { plan, states: into } = walk
  const part = (id: Id | undefined) => addColumn(walk, id)
  switch (expr.op) {
    case 'field': {
      const field = plan.relations
        .find(({ id }) => id === expr.relation)
        ?.fields.find(({ id }) => id === expr.field)
      if (field?.optional) into.add(field.missing)
      return
    }
    case 'column':
      part(expr.column)
      return
    case 'lookup':
      if (expr.at.period?.is === 'own' && beginsWithData(plan, expr.column)) addWhole(walk, expr.column)
      else part(expr.column)
      return
    case 'line':
      for (const id of expr.columns) part(id ?? undefined)
      return
    case 'fail':
    case 'now':
      into.add(expr.state)
      return
    case 'nonzero':
      collect(walk, expr.a)
      if (!isNeverZero(plan, expr.a, walk.facts)) into.add(expr.state)
      return
    case 'is':
      // Whether it is missing or applies is an answer.
      return
    case 'and':
    case 'or': {
      // `left present and left > hired` is not asked further where there is no `left`.
      const asked = missingIn(walk, expr)
      const inside: Walk = { ...walk, seen: new Set(walk.seen), states: new Set() }
      for (const inner of expr.all) collect(inside, inner)
      for (const state of inside.states) if (!asked.has(state)) into.add(state)
      return
    }
    case 'if-missing':
      masked(walk, expr.a)
      collect(walk, expr.b)
      return
    case 'in-force':
      into.add(expr.none)
      break
    case 'band': {
      const schedule = plan.schedules.find(({ id }) => id === expr.schedule)
      if (schedule && schedule.mode !== 'linear' && !expr.mirror && schedule.bands[0]?.from)
        into.add(schedule.uncovered)
      break
    }
    case 'choose': {
      let after = walk
      for (const { when, then } of expr.cases) {
        const known = (holds: boolean): Walk => ({
          ...after,
          facts: factsWhere(plan, when, holds, after.facts),
        })
        collect(after, when)
        collect(known(true), then)
        after = known(false)
      }
      const first = expr.cases[0]?.when
      const asksMissing = first?.op === 'is' && first.what === 'missing'
      const there = expr.cases.flatMap(({ when }) =>
        when.op === 'not' && when.a.op === 'is' && when.a.what === 'present' ? [when.a.a] : [],
      )
      if (asksMissing) masked(after, expr.otherwise)
      else if (there.length > 0) unlike(after, expr.otherwise, there)
      else collect(after, expr.otherwise)
      return
    }
    case 'aggregate': {
      part(expr.value)
      if (expr.fn !== 'sum' && expr.fn !== 'count' && expr.fn !== 'any' && expr.fn !== 'all')
        into.add(expr.empty)
      if (expr.fn === 'only') into.add(expr.several)
      return
    }
    case 'rolling':
      part(expr.value)
      return
    case 'rank':
      part(expr.value)
      return
    case 'share':
      part(expr.pool)
      part(expr.weight)
      return
    case 'clock': {
      const clock = plan.clocks?.find(({ id }) => id === expr.clock)
      if (clock && (expr.part === 'due' || expr.part === 'warning') && pauses(clock))
        into.add(clock.states.standing)
      if (clock && expr.part === 'stopped') into.add(clock.states.open)
      return
    }
  }
  for (const inner of partsOf(expr)) collect(walk, inner)
}

/** Of tests one of which says whether a field is there, as what it is held that it is not: the others are not asked then. */
function missingIn({ plan }: Walk, { op, all }: Extract<Expr, { op: 'and' | 'or' }>): ReadonlySet<number> {
  const asks = op === 'and' ? 'present' : 'missing'
  return new Set(
    all.flatMap((part) => {
      if (part.op !== 'is' || part.what !== asks || part.a.op !== 'field') return []
      const { relation, field } = part.a
      const fields = plan.relations.find(({ id }) => id === relation)?.fields
      return fields?.find(({ id }) => id === field)?.missing ?? []
    }),
  )
}

/** Only where something is there: what would make it missing holds nothing. */
function unlike(walk: Walk, expr: Expr, there: readonly Expr[]): void {
  const statesIn = (parts: readonly Expr[]): ReadonlySet<number> => {
    const inside: Walk = { ...walk, seen: new Set(walk.seen), states: new Set() }
    for (const one of parts) collect(inside, one)
    return inside.states
  }
  const named = (state: number): string => {
    const reason = walk.plan.reasons.find((one) => one.state === state)
    return reason?.class === 'missing' ? likeness(reason) : ''
  }
  const missing = new Set([...statesIn(there)].map(named))
  for (const state of statesIn([expr])) {
    const name = named(state)
    if (name === '' || !missing.has(name)) walk.states.add(state)
  }
}

/**
 * Whether a column is of what a period has come to so far (the year to date), where the data begins on the first day of such a
 * period: seen from a period in which the policy holds, nothing of it lies before the data.
 */
function beginsWithData(plan: Plan, id: Id): boolean {
  const column = columnNamed(plan, id)
  const grain = plan.grains.find((one) => one.id === column?.grain)
  const kind = plan.periods.find((one) => one.id === grain?.period)
  if (column?.expr.op !== 'choose' || kind?.is !== 'window' || kind.window.is !== 'to-date') return false
  const [first] = column.expr.cases
  if (!first || !isBeforeData(plan, first)) return false
  const bound = first.when.op === 'compare' ? constantRatio(first.when.b) : undefined
  const day = bound === undefined ? undefined : Number(bound.n)
  return day !== undefined && periodAt(kind.window.kind, day)?.start === day
}

function isBeforeData(plan: Plan, { when, then }: { readonly when: Expr; readonly then: Expr }): boolean {
  if (then.op !== 'fail' || when.op !== 'compare' || when.by !== '<' || when.a.n.op !== 'period-day')
    return false
  return plan.reasons.some(({ state, class: of }) => state === then.state && of === 'before-history')
}

/** What a column says where it does not say that the data is not complete. */
function addWhole(walk: Walk, id: Id): void {
  const column = columnNamed(walk.plan, id)
  if (column?.expr.op !== 'choose' || walk.seen.has(id)) return
  walk.seen.add(id)
  const { cases, otherwise } = column.expr
  for (const { then } of cases.slice(1)) collect(walk, then)
  collect(walk, otherwise)
}

/** What is missing has a value in its place: its other reasons stay. Columns that were met before keep theirs. */
function masked(walk: Walk, expr: Expr): void {
  const inside: Walk = { ...walk, seen: new Set(walk.seen), states: new Set() }
  collect(inside, expr)
  for (const state of inside.states)
    if (walk.plan.reasons.find((one) => one.state === state)?.class !== 'missing') walk.states.add(state)
}
