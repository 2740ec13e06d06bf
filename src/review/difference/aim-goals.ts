import type { Rational } from '../../base/rational.ts'
import type { Expr, Id, Plan, Ratio, TableInput } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { constantRatio } from '../coverage/constants.ts'
import type { Goal, NumberGoal } from '../suggest/goal.ts'
import { boundsOf, goalsOf, rangeGoals } from '../suggest/row-goals.ts'

import type { Names } from './names.ts'
import type { Root } from './roots.ts'
import { type Class, type Pair, pairOf } from './table-cells.ts'
import { boxesOf } from './table-regions.ts'

/** Sets of goals, in words of the new plan: where one is met, what changed at the root may show. The most telling first. */
export function goalsAt(old: Plan, next: Plan, names: Names, root: Root): readonly (readonly Goal[])[] {
  const { grain, expr: b } = root.next
  const a = root.old.expr
  const own = rootGoals({ old, next, names, grain }, a, b)
  if (own.length > 0) return own.slice(0, mostSets)
  // What is built otherwise: each side of each test in either, as far as the new plan knows it.
  return [...testsIn(b), ...(b.op === a.op ? [] : testsIn(a))]
    .flatMap((test) => sides(grain, test))
    .map((goal) => [goal])
    .slice(0, mostSets)
}

const mostSets = 8

type At = { readonly old: Plan; readonly next: Plan; readonly names: Names; readonly grain: Id }

function rootGoals(at: At, a: Expr, b: Expr): readonly (readonly Goal[])[] {
  const { grain } = at
  if (a.op === 'compare' && b.op === 'compare') return compared(grain, a, b)
  if (a.op === 'table' && b.op === 'table') return regions(at, a, b)
  if (a.op === 'tiers' && b.op === 'tiers')
    return [...bandsPaid(at, a, b), ...bands(at, a.schedule, b.schedule, b.by)]
  if (a.op === 'band' && b.op === 'band') return bands(at, a.schedule, b.schedule, b.by)
  if (a.op === 'round' && b.op === 'round')
    return [a, b].flatMap(({ unit, scale }): readonly (readonly Goal[])[] => [
      [{ is: 'tie', grain, value: b.a, unit: BigInt(unit), scale }],
      // A quarter, and three, beyond a multiple: what is rounded to the nearest, and what is always rounded up or down.
      ...[401n, 403n].map((n): readonly Goal[] => [
        {
          is: 'number',
          grain,
          value: b.a,
          bound: { n: n * BigInt(unit), d: 4n * 10n ** BigInt(scale) },
          want: 'at',
        },
      ]),
    ])
  if (a.op === 'pick' && b.op === 'pick') return picked(at, a, b)
  if ((a.op === 'min' || a.op === 'max') && a.op === b.op) {
    const [x, y] = [limitOf(a), limitOf(b)]
    if (!x || !y) return []
    const value: Ratio = { n: y.of, scale: 0 }
    const far = x.at < y.at === (b.op === 'min') ? x.at : y.at
    const want = b.op === 'min' ? 'above' : 'below'
    return [
      [{ is: 'number', grain, value, bound: { n: x.at + y.at, d: 2n }, want: 'at' }],
      [{ is: 'number', grain, value, bound: { n: far, d: 1n }, want }],
    ]
  }
  return []
}

/**
 * Where a result leaps that hangs on what changed: however little that moves it, it shows where the one version is right at
 * a boundary and the other is just before it.
 */
export function leapsIn(plan: Plan, columns: readonly Id[]): readonly Goal[] {
  const known = new Map(plan.columns.map((column) => [column.id, column]))
  const found = new Map<string, Goal>()
  for (const id of columns) {
    const column = known.get(id)
    for (const leap of column ? leaps(plan, column.grain, column.expr) : [])
      found.set(
        JSON.stringify(leap, (_, part) => (typeof part === 'bigint' ? `${part}` : part)),
        leap,
      )
  }
  return [...found.values()].filter((leap) => !isOfCalendar(leap)).slice(0, mostLeaps)
}

const mostLeaps = 14

/** No data moves the days of a period. */
function isOfCalendar(goal: Goal): boolean {
  return goal.is === 'number' && goal.value.n.op === 'period-day' && goal.less === undefined
}

function leaps(plan: Plan, grain: Id, expr: Expr): readonly Goal[] {
  const inner = partsOf(expr).flatMap((part) => leaps(plan, grain, part))
  if (expr.op === 'round')
    return [{ is: 'tie', grain, value: expr.a, unit: BigInt(expr.unit), scale: expr.scale }, ...inner]
  if (expr.op === 'compare' && constantRatio(expr.b)) return [...sides(grain, expr).slice(0, 1), ...inner]
  if (expr.op === 'band') {
    const schedule = plan.schedules.find(({ id }) => id === expr.schedule)
    const own = (schedule?.bands ?? []).flatMap(({ from }): readonly Goal[] =>
      from && BigInt(from.at) > 0n
        ? [
            {
              is: 'number',
              grain,
              value: expr.by,
              bound: { n: BigInt(from.at), d: 10n ** BigInt(schedule?.scale ?? 0) },
              want: 'at',
            },
          ]
        : [],
    )
    return [...own, ...inner]
  }
  if (expr.op === 'table') return [...cellBounds(plan, grain, expr), ...inner]
  return inner
}

/** Where the numbers that a table is asked pass from one of its cells to another. */
function cellBounds(plan: Plan, grain: Id, expr: Extract<Expr, { op: 'table' }>): readonly Goal[] {
  const table = plan.tables.find(({ id }) => id === expr.table)
  return expr.inputs.flatMap((input, k): readonly Goal[] => {
    if (input.is !== 'number') return []
    const type = table?.inputs[k]?.type
    const d = 10n ** BigInt(type?.is === 'int' ? type.scale : 0)
    const tests = table?.rows.map((row) => row.tests[k]) ?? []
    return boundsOf(tests).map((n) => ({
      is: 'number',
      grain,
      value: input.value,
      bound: { n, d },
      want: 'at',
    }))
  })
}

function limitOf({ a, b }: { readonly a: Expr; readonly b: Expr }) {
  const [x, y] = [a, b].map((one) => constantRatio({ n: one, scale: 0 }))
  if (y && !x) return { of: a, at: y.n }
  return x && !y ? { of: b, at: x.n } : undefined
}

type Compare = Extract<Expr, { op: 'compare' }>

function compared(grain: Id, a: Compare, b: Compare): readonly (readonly Goal[])[] {
  const [x, y] = [constantRatio(a.b) ?? constantRatio(a.a), constantRatio(b.b) ?? constantRatio(b.a)]
  const value = constantRatio(b.b) ? b.a : b.b
  if (!x || !y) return sides(grain, b).map((goal) => [goal])
  const rational = ({ n, d, scale }: typeof x): Rational => ({ n, d: d * 10n ** BigInt(scale) })
  const [p, q] = [rational(x), rational(y)]
  const middle: Rational = { n: p.n * q.d + q.n * p.d, d: 2n * p.d * q.d }
  const goal = (bound: Rational, want: NumberGoal['want']): readonly Goal[] => [
    { is: 'number', grain, value, bound, want },
  ]
  return [
    goal(middle, 'at'),
    goal(q, 'at'),
    goal(p, 'at'),
    ...(['above', 'below'] as const).flatMap((want) => [goal(q, want), goal(p, want)]),
  ]
}

/** Beside and at the boundary of a test. */
function sides(grain: Id, { a, b }: Compare): readonly Goal[] {
  const right = constantRatio(b)
  return (['at', 'above', 'below'] as const).map((want): Goal => {
    if (!right) return { is: 'number', grain, value: a, less: b, bound: { n: 0n, d: 1n }, want }
    return {
      is: 'number',
      grain,
      value: a,
      bound: { n: right.n, d: right.d * 10n ** BigInt(right.scale) },
      want,
    }
  })
}

function testsIn(expr: Expr): readonly Compare[] {
  return [...(expr.op === 'compare' ? [expr] : []), ...partsOf(expr).flatMap(testsIn)]
}

function bands({ old, next, grain }: At, a: Id, b: Id, by: Ratio): readonly (readonly Goal[])[] {
  const [x, y] = [old.schedules.find(({ id }) => id === a), next.schedules.find(({ id }) => id === b)]
  if (!x || !y) return []
  const scale = Math.max(x.scale, y.scale)
  const all = [x, y].flatMap((schedule) =>
    schedule.bands.flatMap(({ from }) =>
      from ? [BigInt(from.at) * 10n ** BigInt(scale - schedule.scale)] : [],
    ),
  )
  const points = [...new Set(all)].sort((p, q) => (p < q ? -1 : 1))
  const limit = (at: bigint | undefined) =>
    at === undefined ? undefined : { at: String(at), included: true }
  return points.flatMap((at, i) =>
    rangeGoals(grain, by, limit(at), limit(points[i + 1]), scale)
      .slice(0, 1)
      .map((goal) => [goal]),
  )
}

type Pick = Extract<Expr, { op: 'pick' }>

/** What is picked where the two pick something else; among the rows of a schedule by the number that chooses them. */
function picked({ next, grain }: At, a: Pick, b: Pick): readonly (readonly Goal[])[] {
  const { index } = b
  const column = index.op === 'column' ? next.columns.find(({ id }) => id === index.column) : undefined
  return b.items.flatMap((item, i): readonly (readonly Goal[])[] => {
    if (JSON.stringify(item) === JSON.stringify(a.items[i])) return []
    if (column?.expr.op === 'band') return inBand(next, column.grain, column.expr, i)
    return [[{ is: 'code', grain, expr: index, code: BigInt(i), holds: true }]]
  })
}

/** What chooses the row of a schedule lies well inside it. */
function inBand(
  plan: Plan,
  grain: Id,
  { schedule, by }: { readonly schedule: Id; readonly by: Ratio },
  row: number,
): readonly (readonly Goal[])[] {
  const found = plan.schedules.find(({ id }) => id === schedule)
  const [band, above] = [found?.bands[row], found?.bands[row + 1]?.from]
  if (!found || !band) return []
  const until = above && { at: above.at, included: !above.included }
  return rangeGoals(grain, by, band.from, until, found.scale)
    .slice(0, 1)
    .map((goal) => [goal])
}

type Paid = Extract<Expr, { op: 'tiers' }>

/** The rows of tiers that pay otherwise. */
function bandsPaid({ next, grain }: At, a: Paid, b: Paid): readonly (readonly Goal[])[] {
  return b.gives.flatMap((give, i) =>
    JSON.stringify(give) === JSON.stringify(a.gives[i]) ? [] : inBand(next, grain, b, i),
  )
}

type Asked = Extract<Expr, { op: 'table' }>

/** For each region in which the tables give something else, what every input may be there. */
function regions({ old, next, names, grain }: At, a: Asked, b: Asked): readonly (readonly Goal[])[] {
  const [x, y] = [old.tables.find(({ id }) => id === a.table), next.tables.find(({ id }) => id === b.table)]
  if (!x || !y) return []
  const pair = pairOf(
    names,
    x,
    y,
    a.inputs.map((input, i) => [input, b.inputs[i]] as const),
  )
  if (!pair) return []
  const boxes = boxesOf(pair, (i, j) => i === j)
  return boxes.flatMap(({ ranges }) => {
    const goals = ranges.map(({ from, to }, i) => inputGoals(pair, grain, b.inputs[i], i, from, to))
    return goals.includes(undefined) ? [] : [goals.flatMap((one) => one ?? [])]
  })
}

function inputGoals(
  { classes, next }: Pair,
  grain: Id,
  input: TableInput | undefined,
  at: number,
  from: number,
  to: number,
): readonly Goal[] | undefined {
  const column = classes[at]
  const list: readonly Class[] = column?.list.slice(from, to + 1) ?? []
  const [first, last] = [list[0], list.at(-1)]
  if (!column || !input || !first || first.is === 'unknown') return undefined
  if (list.length >= column.list.filter(({ is }) => is !== 'unknown').length) return []
  if (first.is === 'stretch' && last?.is === 'stretch') {
    const value: Ratio = input.is === 'code' ? { n: input.value, scale: 0 } : input.value
    const d = 10n ** BigInt(column.scale)
    return [
      {
        is: 'number',
        grain,
        value,
        bound: { n: insideOf(first.low, last.high, column.step), d },
        want: 'at',
      },
    ]
  }
  const type = next.table.inputs[at]?.type
  const words = list.flatMap((one) => (one.is === 'word' ? [one.word] : []))
  const named = words.slice(0, 1)
  if (named.length === 0) return []
  const values = named.map((word) => (type?.is === 'truth' ? word === 'true' : word))
  return goalsOf(grain, input, { is: 'in', values }, 0, type).slice(0, 1)
}

/** A value well between two ends that an input may have. */
function insideOf(low: bigint | undefined, high: bigint | undefined, step = 1n): bigint {
  if (low !== undefined && low === high) return low
  if (low === undefined) return high === undefined ? 0n : high - step
  if (high === undefined) return low + step
  const middle = low + ((high - low) / (2n * step)) * step
  return middle > low ? middle : low + step
}
