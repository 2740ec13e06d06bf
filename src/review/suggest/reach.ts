import type { Expr, Id } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { constantRatio } from '../coverage/constants.ts'
import { applying } from './applying.ts'
import { type Goal, isMet, type NumberGoal, resultsOf, type Search } from './goal.ts'
import { knobsOf, turnedTo } from './knobs.ts'
import { reachBounded } from './reach-bounded.ts'
import { reachClock } from './reach-clock.ts'
import { fieldsSet } from './reach-field.ts'
import { reachNumber } from './reach-number.ts'
import { presence } from './reach-presence.ts'
import { reachRounding } from './reach-rounding.ts'
import { reachState } from './reach-state.ts'
import { reachStep } from './reach-step.ts'
import { beyond, goalsOf, rangeGoals } from './row-goals.ts'
import { partOf, readRows } from './trial.ts'
import { keptOf, type World, withRows } from './world.ts'

const deepest = 20

/** Worlds in which all of some goals are met, looked for one after another. */
export function* reachAll(search: Search, world: World, goals: readonly Goal[], depth = 0): Generator<World> {
  const [first, ...rest] = goals
  if (!first) {
    yield world
    return
  }
  const kept = search.kept ?? []
  const after = { ...search, kept: [...kept, first] }
  const spoilt: { readonly next: World; readonly broken: readonly Goal[] }[] = []
  for (const next of reach(search, world, first, depth)) {
    if (search.budget.left <= 0) return
    const broken = next === world ? [] : kept.filter((goal) => !isMet(search, next, goal))
    if (broken.length === 0) yield* reachAll(after, next, rest, depth)
    else if (broken.length <= mostRestored && spoilt.length < mostSpoilt) spoilt.push({ next, broken })
  }
  for (const { next, broken } of search.restoring === true ? [] : spoilt)
    for (const whole of restored(after, next, broken, depth)) yield* reachAll(after, whole, rest, depth)
}

/** How many goals that were met are met again where a later one undid them, in how many worlds, and with how many runs. */
const mostRestored = 2
const mostSpoilt = 4
const runsToRestore = 24

/** Worlds in which what was undone on the way is so again, and all else stays. */
function* restored(search: Search, world: World, broken: readonly Goal[], depth: number): Generator<World> {
  const kept = (search.kept ?? []).filter((goal) => !broken.includes(goal))
  const budget = partOf(search.budget, runsToRestore)
  yield* reachAll({ ...search, kept, restoring: true, budget }, world, broken, depth)
}

/** Worlds in which a goal is met, the one that there is first. */
function* reach(search: Search, world: World, goal: Goal, depth = 0): Generator<World> {
  if (depth > deepest || search.budget.left <= 0) return
  if (isMet(search, world, goal) && !(goal.is === 'number' && goal.want !== 'at')) {
    yield world
    return
  }
  const from = withValue(search, world, goal)
  if (from !== world && isMet(search, from, goal)) yield from
  for (const next of worldsFor(search, from, goal, depth)) if (isMet(search, next, goal)) yield next
}

/** How many runs are made to give a number that is held a value. */
const runsToValue = 200

/** The same world, or one in which a number that a goal asks of has a value: no cell moves what is held. */
function withValue(search: Search, world: World, goal: Goal): World {
  if (!search.valued || (goal.is !== 'number' && goal.is !== 'bounded')) return world
  const { grain, value } = goal
  const isHeld = (one: World): boolean => {
    const results = resultsOf(search, one)
    return results !== undefined && readRows(results, grain, value.n).every(({ state }) => state >= firstHeld)
  }
  const kept = keptOf(world)
  const known = kept.valued?.get(value.n)
  if (known) return known
  if (!isHeld(world)) return world
  const { valued, ...rest } = search
  const budget = partOf(search.budget, Math.min(runsToValue, Math.ceil(search.budget.left / 2)))
  const next = valued({ ...rest, budget }, world, { grain, expr: value.n })
  const found = isHeld(next) ? world : next
  // What was given up for want of runs may be found by another point.
  if (found === world && budget.left <= 0) return world
  // Many points are looked for from the same worlds.
  kept.valued = (kept.valued ?? new Map()).set(value.n, found)
  return found
}

function worldsFor(search: Search, world: World, goal: Goal, depth: number): Generator<World> {
  switch (goal.is) {
    case 'number':
      return reachNumber(search, world, goal, depth, reachAll)
    case 'bounded':
      return reachBounded(search, world, goal, depth, reachAll)
    case 'code':
      return reachCode(search, world, goal, depth)
    case 'clock-step':
      return reachStep(search, world, goal, depth, reachAll)
    case 'tie':
    case 'uneven':
      return reachRounding(search, world, goal, depth, reachAll)
    case 'state':
      return reachState(search, world, goal, depth, reachAll)
  }
}

type CodeGoal = Extract<Goal, { is: 'code' }>

function* reachCode(search: Search, world: World, goal: CodeGoal, depth: number): Generator<World> {
  const { grain, expr, code, holds } = goal
  const truth = (part: Expr, wanted: boolean): Goal => ({
    is: 'code',
    grain,
    expr: part,
    code: 1n,
    holds: wanted,
  })
  const isTrue = (code === 1n) === holds
  const again = (goals: readonly Goal[]) => reachAll(search, world, goals, depth + 1)
  switch (expr.op) {
    case 'column':
    case 'lookup': {
      const column = search.column(expr.column)
      if (column) yield* again([{ ...goal, grain: column.grain, expr: column.expr }])
      return
    }
    case 'field':
      yield* fieldsSet(search, world, expr.relation, expr.field, code, holds)
      return
    case 'not':
      yield* again([truth(expr.a, !isTrue)])
      return
    case 'and':
    case 'or':
      if ((expr.op === 'and') === isTrue) yield* again(expr.all.map((part) => truth(part, isTrue)))
      else for (const part of expr.all) yield* again([truth(part, isTrue)])
      return
    case 'compare': {
      const sides = isTrue ? sidesOf[expr.by] : opposite(sidesOf[expr.by])
      const number = compared(grain, expr)
      const by =
        sides.length < 2 || !sides.includes('at') ? undefined : sides.includes('below') ? 'most' : 'least'
      if (by) yield* again([{ ...number, is: 'bounded', by }])
      else
        for (const [i, want] of sides.entries())
          yield* within(search, i < sides.length - 1, (own) =>
            reachAll(own, world, [{ ...number, is: 'number', want }], depth + 1),
          )
      return
    }
    case 'same': {
      const [a, b] = expr.a.op === 'const' ? [expr.b, expr.a] : [expr.a, expr.b]
      if (b.op === 'const') yield* again([{ is: 'code', grain, expr: a, code: codeOf(b), holds: isTrue }])
      return
    }
    case 'choose': {
      const before: Goal[] = []
      let rest: Expr = expr
      // One choice within another is one more case of it.
      for (; rest.op === 'choose'; rest = rest.otherwise)
        for (const { when, then } of rest.cases) {
          if (mayBe(then, goal)) yield* again([...before, truth(when, true), { ...goal, expr: then }])
          before.push(truth(when, false))
        }
      if (mayBe(rest, goal)) yield* again([...before, { ...goal, expr: rest }])
      return
    }
    case 'pick':
      for (const [i, item] of expr.items.entries())
        if (mayBe(item, goal))
          yield* again([
            { is: 'code', grain, expr: expr.index, code: BigInt(i), holds: true },
            { ...goal, expr: item },
          ])
      return
    case 'table':
      yield* reachRow(search, world, grain, expr, Number(code), depth)
      return
    case 'band': {
      const schedule = search.plan.schedules.find(({ id }) => id === expr.schedule)
      const from = schedule?.bands[Number(code)]?.from
      const next = schedule?.bands[Number(code) + 1]?.from
      if (schedule)
        for (const one of rangeGoals(
          grain,
          expr.by,
          from,
          next && { at: next.at, included: false },
          schedule.scale,
        ))
          yield* again([one])
      return
    }
    case 'clock':
      yield* reachClock(search, world, grain, expr, depth, reachAll)
      return
    case 'is':
      if (expr.what === 'missing' || expr.what === 'present')
        yield* presence(search, world, grain, expr.a, (expr.what === 'missing') === isTrue, depth)
      else yield* again([...applying(search, expr.a, (expr.what === 'applicable') === isTrue)])
      return
    case 'aggregate': {
      const source = search.plan.grains.find(({ id }) => id === expr.source)
      const column = expr.value === undefined ? undefined : search.column(expr.value)
      const inside: readonly Goal[] = column ? [{ ...goal, grain: column.grain, expr: column.expr }] : []
      const where = expr.where === undefined ? undefined : search.column(expr.where)
      const counted: readonly Goal[] = where
        ? [{ is: 'code', grain: where.grain, expr: where.expr, code: 1n, holds: true }]
        : []
      yield* again([...counted, ...inside])
      if ((expr.fn === 'any' && !isTrue) || (expr.fn === 'all' && isTrue)) {
        if (source?.relation !== undefined) yield withRows(world, source.relation, [])
      }
      if (where && !isTrue)
        yield* again([{ is: 'code', grain: where.grain, expr: where.expr, code: 1n, holds: false }])
      return
    }
    default:
      yield* turnedCodes(search, world, expr)
  }
}

/** What is looked for with half of the runs that are left, where there is another way. */
function* within(
  search: Search,
  half: boolean,
  look: (search: Search) => Generator<World>,
): Generator<World> {
  const budget = half ? partOf(search.budget, Math.ceil(search.budget.left / 2)) : search.budget
  yield* look({ ...search, budget })
}

const sidesOf = {
  '<': ['below'],
  '<=': ['at', 'below'],
  '=': ['at'],
  '<>': ['above', 'below'],
  '>=': ['at', 'above'],
  '>': ['above'],
} as const

type Side = 'below' | 'at' | 'above'

function opposite(sides: readonly Side[]): readonly Side[] {
  return (['above', 'below', 'at'] as const).filter((side) => !sides.some((one) => one === side))
}

/** What a comparison asks of: the left side, or what lies between both. */
function compared(
  grain: Id,
  { a, b }: Extract<Expr, { op: 'compare' }>,
): Pick<NumberGoal, 'grain' | 'value' | 'less' | 'bound'> {
  const right = constantRatio(b)
  return right
    ? { grain, value: a, bound: { n: right.n, d: right.d * 10n ** BigInt(right.scale) } }
    : { grain, value: a, less: b, bound: { n: 0n, d: 1n } }
}

function codeOf(expr: Extract<Expr, { op: 'const' }>): bigint | string {
  const { value, type } = expr
  if (type.is === 'enum') return BigInt(type.values.indexOf(String(value)))
  if (typeof value === 'boolean') return value ? 1n : 0n
  if (type.is === 'text') return String(value)
  return BigInt(value)
}

/** A constant of another code, and what has no value, are no way there. */
function mayBe(expr: Expr, { code, holds }: CodeGoal): boolean {
  if (expr.op === 'fail') return false
  return expr.op !== 'const' || (codeOf(expr) === code) === holds
}

/** Each cell of words or yes and no that hangs together with it, once with every value. */
function* turnedCodes(search: Search, world: World, expr: Expr): Generator<World> {
  for (const knob of knobsOf(search, [expr])) {
    const { type } = knob.field
    const texts = type.is === 'enum' ? type.values : type.is === 'truth' ? ['true', 'false'] : []
    for (const text of texts) yield turnedTo(search, world, knob, 0, text)
  }
}

function* reachRow(
  search: Search,
  world: World,
  grain: Id,
  expr: Extract<Expr, { op: 'table' }>,
  wanted: number,
  depth: number,
): Generator<World> {
  const table = search.plan.tables.find(({ id }) => id === expr.table)
  if (!table) return
  const row = expr.row === undefined ? wanted : wanted === 0 ? expr.row : -1
  const tests = table.rows[row]?.tests
  if (!tests) {
    // Whatever no row covers: each input beyond all of its bounds, or with each of its words.
    for (const [i, input] of expr.inputs.entries())
      for (const goal of beyond(
        grain,
        input,
        table.rows.map(({ tests: all }) => all[i]),
      ))
        yield* reachAll(search, world, [goal], depth + 1)
    yield* turnedCodes(search, world, expr)
    return
  }
  const choices = expr.inputs.map((input, i) => {
    const test = tests[i]
    const type = table.inputs[i]?.type
    const scale = type?.is === 'int' ? type.scale : 0
    return test === undefined ? [] : goalsOf(grain, input, test, scale, type)
  })
  yield* eachChoice(search, world, choices, depth)
}

/** One goal of each input, the first of each before the others. */
function* eachChoice(
  search: Search,
  world: World,
  choices: readonly (readonly Goal[])[],
  depth: number,
  chosen: readonly Goal[] = [],
): Generator<World> {
  const [first, ...rest] = choices
  if (!first) {
    yield* reachAll(search, world, chosen, depth + 1)
    return
  }
  if (first.length === 0) yield* eachChoice(search, world, rest, depth, chosen)
  for (const goal of first.slice(0, 3)) yield* eachChoice(search, world, rest, depth, [...chosen, goal])
}
