import type { Column, Expr, Field, Id, Plan, Ratio, Relation } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { stateAt } from '../../targets/evaluate/vector.ts'
import { less, minus, same } from './rational.ts'
import { textsIn } from './slice.ts'
import { type Budget, type Rational, readRatio, readRows, rowsAsked, tryOut } from './trial.ts'
import type { Used } from './used-fields.ts'
import type { World } from './world.ts'

/** What a case is to bring about, at some row of a grain. */
export type Goal =
  /** An expression has this code, or any other; a text is compared as text. */
  | {
      readonly is: 'code'
      readonly grain: Id
      readonly expr: Expr
      readonly code: bigint | string
      readonly holds: boolean
    }
  /** A number (less another, where there is one) lies by the smallest step below, at or above a bound; or anywhere there. */
  | {
      readonly is: 'number'
      readonly grain: Id
      readonly value: Ratio
      readonly less?: Ratio
      readonly bound: Rational
      readonly want: 'below' | 'at' | 'above'
    }
  /** A number lies in the middle between an even multiple of `unit × 10^-scale` and the next. */
  | {
      readonly is: 'tie'
      readonly grain: Id
      readonly value: Ratio
      readonly unit: bigint
      readonly scale: number
    }
  /** A result is held, or does not apply, with this state; 0: there is one. */
  | { readonly is: 'state'; readonly grain: Id; readonly column: Id; readonly state: number }

export type Search = {
  readonly plan: Plan
  readonly used: Used
  readonly budget: Budget
  readonly column: (id: Id) => Column | undefined
}

export function searchIn(plan: Plan, used: Used, budget: Budget): Search {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  return { plan, used, budget, column: (id) => columns.get(id) }
}

export function resultsOf({ plan, budget }: Search, world: World): Results | undefined {
  const known = runs.get(world)
  if (known?.plan === plan) return known.results
  const results = tryOut(plan, world, budget)
  if (results) runs.set(world, { plan, results })
  return results
}

const runs = new WeakMap<World, { readonly plan: Plan; readonly results: Results }>()

/** Whether any row is as a goal wants it. */
export function isMet(search: Search, world: World, goal: Goal): boolean {
  const results = resultsOf(search, world)
  if (!results) return false
  switch (goal.is) {
    case 'code':
      return readRows(results, goal.grain, goal.expr).some(
        ({ state, n, text }) => state === 0 && ((text ?? n) === goal.code) === goal.holds,
      )
    case 'number':
      return numbersOf(results, goal).some((number) => liesAs(number, goal))
    case 'tie':
      return readRatio(results, goal.grain, goal.value).some((number) => isTie(number, goal))
    case 'state': {
      const { states } = results.engine.columns.get(goal.column) ?? { states: undefined }
      return rowsAsked(results, goal.grain).some((row) => stateAt(states, row) === goal.state)
    }
  }
}

export function isTie(
  { n, d }: Rational,
  { unit, scale }: { readonly unit: bigint; readonly scale: number },
): boolean {
  const twice = 2n * (n < 0n ? -n : n) * 10n ** BigInt(scale)
  const step = unit * d
  return twice % step === 0n && (twice / step) % 4n === 1n
}

export type NumberGoal = Extract<Goal, { is: 'number' }>

export function numbersOf(results: Results, { grain, value, less: other }: NumberGoal): readonly Rational[] {
  const all = readRatio(results, grain, value)
  if (!other) return all
  const others = readRatio(results, grain, other)
  return all.flatMap((one, i) => {
    const second = others[i]
    return second && others.length === all.length ? [minus(one, second)] : []
  })
}

function liesAs(number: Rational, { bound, want }: NumberGoal): boolean {
  if (want === 'at') return same(number, bound)
  return want === 'below' ? less(number, bound) : less(bound, number)
}

/** A cell that hangs together with what is looked for. */
export type Knob = { readonly relation: Relation; readonly field: Field }

/** The fields that expressions read, through columns; amounts of rows before what is said of people. */
export function knobsOf(search: Search, exprs: readonly Expr[]): readonly Knob[] {
  const fields = new Set<string>()
  const seen = new Set<Id>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one)
      return
    }
    if (typeof node === 'string') {
      const column = seen.has(node) ? undefined : search.column(node)
      if (!column) {
        const clock = search.plan.clocks?.find(({ id }) => id === node)
        if (clock && !seen.has(node)) {
          seen.add(node)
          visit(Object.values(clock).filter((part) => part !== node))
        }
        return
      }
      seen.add(node)
      visit(column.expr)
      if (column.denominator !== undefined) visit(column.denominator)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const record: { readonly [key: string]: unknown } = { ...node }
    if (record.op === 'field') fields.add(`${String(record.relation)}.${String(record.field)}`)
    if (record.op === 'in-force') {
      const relation = search.plan.relations.find(({ id }) => id === record.relation)
      for (const field of [relation?.inForce?.from, relation?.inForce?.until])
        if (relation && field !== undefined) fields.add(`${relation.id}.${field}`)
    }
    visit(Object.values(record))
  }
  visit(exprs)
  const people = new Set(
    search.plan.grains.flatMap(({ relation, period }) =>
      relation !== undefined && period !== undefined ? [relation] : [],
    ),
  )
  const all = search.plan.relations.flatMap((relation) =>
    relation.fields.flatMap((field) =>
      fields.has(`${relation.id}.${field.id}`) && field.id !== relation.key ? [{ relation, field }] : [],
    ),
  )
  return [
    ...all.filter(({ relation }) => !people.has(relation.id)),
    ...all.filter(({ relation }) => people.has(relation.id)),
  ]
}

/** The records whose rows an expression counts or adds up. */
export function countedRelations(search: Search, exprs: readonly Expr[]): readonly Relation[] {
  const seen = new Set<string>()
  const found = new Set<Id>()
  const waiting: string[] = [...textsIn(exprs)]
  const note = (expr: unknown): void => {
    for (const node of nodesOf(expr)) {
      if (node.op === 'aggregate' || node.op === 'rolling' || node.op === 'rank' || node.op === 'share') {
        const grain = search.plan.grains.find(({ id }) => id === node.source)
        if (grain?.relation !== undefined) found.add(grain.relation)
      }
      if (node.op === 'in-force') found.add(String(node.relation))
    }
  }
  note(exprs)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const column = seen.has(id) ? undefined : search.column(id)
    seen.add(id)
    if (!column) continue
    note(column.expr)
    waiting.push(...textsIn(column.expr), ...(column.denominator === undefined ? [] : [column.denominator]))
  }
  const derived = new Map(search.plan.derived.map(({ id, of }) => [id, of]))
  const ids = new Set([...found].map((id) => derived.get(id) ?? id))
  return search.plan.relations.filter(({ id }) => ids.has(id))
}

function nodesOf(value: unknown): readonly { readonly [key: string]: unknown }[] {
  const out: { readonly [key: string]: unknown }[] = []
  const waiting: unknown[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next)) out.push({ ...next })
    waiting.push(...Object.values(next))
  }
  return out
}
