import type { Column, DecisionTable, Expr, Plan, Ratio, TableInput, Type } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { isNever, nearness, shortest, shownBound } from './constants.ts'
import type { Gathering, Seen } from './gather.ts'
import { isNeverThere } from './never-there.ts'
import type { Bound, Condition, Side } from './point.ts'
import { testExpr } from './test-expr.ts'
import { isDays } from './type-of.ts'

type TableExpr = Extract<Expr, { op: 'table' }>

/** Every row of every table that is read, and where its cells divide what they test. */
export function addTables(into: Gathering, conditions: (origin: string) => readonly Condition[]): void {
  for (const column of into.plan.columns)
    for (const expr of tablesIn(column.expr)) addTable(into, column, expr, conditions)
}

function tablesIn(expr: Expr): readonly TableExpr[] {
  const inside = partsOf(expr).flatMap(tablesIn)
  return expr.op === 'table' ? [expr, ...inside] : inside
}

function addTable(
  into: Gathering,
  column: Column,
  expr: TableExpr,
  conditions: (origin: string) => readonly Condition[],
): void {
  const { plan } = into
  const table = plan.tables.find(({ id }) => id === expr.table)
  if (!table) return
  const under = conditions(table.origin)
  const look = { is: 'code', expr } as const
  const named = (i: number): Seen['points'][number] => ({
    outcomes: [expr.row === undefined ? String(i) : '0'],
    name: `row:${tableName(table)}${i + 1}`,
    origin: table.rows[i]?.origin ?? table.origin,
    within: table.origin,
    what: { is: 'row', table: table.label, row: i + 1 },
  })
  if (expr.row !== undefined) {
    add(into, { grain: column.grain, look, under, points: [named(expr.row)] })
    return
  }
  const rows = table.hit === 'every' ? [] : table.rows.map((_, i) => named(i))
  const otherwise =
    table.otherwise === undefined
      ? []
      : [
          {
            outcomes: [String(table.rows.length)],
            name: `row:${tableName(table)}otherwise`,
            origin: table.otherwise,
            within: table.origin,
            what: { is: 'otherwise', table: table.label },
          } as const,
        ]
  add(into, { grain: column.grain, look, under, points: [...rows, ...otherwise] })
  for (const i of expr.inputs.keys()) addBoundaries(into, column, table, expr.inputs, i, under)
}

function add(into: Gathering, seen: Seen): void {
  if (seen.points.length > 0) into.add(seen)
}

/** A clause has one table of its own as a rule; one of another name says which it is. */
function tableName({ label, id }: DecisionTable): string {
  return id.startsWith(label) ? '' : `${label}.`
}

function addBoundaries(
  into: Gathering,
  { grain }: Column,
  table: DecisionTable,
  inputs: readonly TableInput[],
  index: number,
  under: readonly Condition[],
): void {
  const input = table.inputs[index]
  const given = inputs[index]
  if (!input || !given || !(input.type.is === 'int' || input.type.is === 'date')) return
  const { type } = input
  const value: Ratio = given.is === 'number' ? given.value : { n: given.value, scale: 0 }
  const scale = type.is === 'int' ? type.scale : 0
  for (const { at, row } of boundsOf(table, index, into.plan, type)) {
    const tests = table.rows[row]?.tests ?? []
    const others = inputs.flatMap((other, i): readonly Condition[] => {
      const test = i === index ? undefined : tests[i]
      const expr = test && testExpr(other, test, table.inputs[i]?.type)
      return expr ? [{ is: 'truth', expr, holds: true }] : []
    })
    addBoundary(into, {
      grain,
      under: [...under, ...others],
      value,
      bound: { n: at, d: 1n, scale },
      type,
      mirror: false,
      of: input.label,
      origin: table.rows[row]?.origin ?? table.origin,
      within: table.origin,
      row: row + 1,
      name: `boundary:${row + 1}.${input.label}`,
    })
  }
}

/**
 * Each bound with the first row that has it: once for rows that ask the same of all other inputs. A single value is no
 * range, and days outside the policy's time divide nothing that it decides. Of days and counts `up to 5` and `from 6` are
 * one boundary.
 */
function boundsOf(table: DecisionTable, index: number, plan: Plan, type: Type) {
  const groups = new Map<string, { low: Map<bigint, number>; high: Map<bigint, number> }>()
  for (const [i, { tests }] of table.rows.entries()) {
    const test = tests[index]
    if (test?.is !== 'range') continue
    const key = JSON.stringify(tests.filter((_, at) => at !== index))
    const group = groups.get(key) ?? { low: new Map<bigint, number>(), high: new Map<bigint, number>() }
    groups.set(key, group)
    for (const { low, high } of test.ranges) {
      if (low && low.at === high?.at) continue
      if (low && !group.low.has(BigInt(low.at))) group.low.set(BigInt(low.at), i)
      if (high && !group.high.has(BigInt(high.at))) group.high.set(BigInt(high.at), i)
    }
  }
  const discrete = type.is === 'date' || (type.is === 'int' && type.unit === 'count' && type.scale === 0)
  const { from, until } = plan.policy
  const inTime = (day: bigint) =>
    type.is !== 'date' ||
    ((from === undefined || day > BigInt(from)) && (until === undefined || day < BigInt(until)))
  return [...groups.values()].flatMap(({ low, high }) => {
    const found = new Map(low)
    for (const [at, row] of high) if (!found.has(at) && !(discrete && found.has(at + 1n))) found.set(at, row)
    return [...found].filter(([at]) => inTime(at)).map(([at, row]) => ({ at, row }))
  })
}

export type Boundary = {
  readonly grain: string
  readonly under: readonly Condition[]
  readonly value: Ratio
  readonly bound: Bound
  readonly type: Type
  readonly mirror: boolean
  readonly of: string
  readonly origin: string
  readonly within?: string
  readonly row?: number
  readonly name: string
  /** Where one side is nothing that can be. */
  readonly without?: Side
}

/** Just below, exactly at and just above a constant. */
export function addBoundary(into: Gathering, one: Boundary): void {
  const { value, type, mirror, of, origin } = one
  const bound = shortest(one.bound)
  const shown = shownBound(bound, type)
  const days = shown.is === 'number' && value.d === undefined && isDays(into.plan, value.n)
  const near = nearness(into.plan, value, bound, type)
  const look = { is: 'beside', value, bound, near, mirror } as const
  const sides = (['below', 'at', 'above'] as const).filter(
    (side) =>
      side !== one.without &&
      (side === 'at' || !isNever(type, side, bound)) &&
      !isNeverThere(into.plan, one.under, look, side),
  )
  into.add({
    grain: one.grain,
    under: one.under,
    look,
    points: sides.map((side) => ({
      outcomes: [side],
      name: `${one.name}:${shown.is === 'number' || shown.is === 'date' ? shown.text : ''}:${side}`,
      origin,
      ...(one.within !== undefined && { within: one.within }),
      what: {
        is: 'boundary',
        side,
        of,
        bound: shown,
        ...(days && { days }),
        ...(one.row !== undefined && { row: one.row }),
      },
    })),
  })
}
