import type { Id, Output } from '../../plan/plan.ts'
import { type Engine, need } from '../../targets/evaluate/engine.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { valueAt } from '../../targets/evaluate/value.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { observe } from './observe.ts'
import type { Points } from './point.ts'

/**
 * What of a quarter's data runs through a point: how many rows, of how many people (or whatever the rows are of), and
 * what the clause pays for these, in each currency.
 */
export type Weight = {
  readonly rows: number
  readonly people: number
  readonly money: readonly { readonly digits: bigint; readonly scale: number; readonly currency: string }[]
}

/** The weight of each point, in their order, and how often the data hit it. */
export function weigh(points: Points, results: Results): readonly Weight[] {
  const { engine } = results
  const { outputs } = engine.model.plan
  const people = points.points.map(() => new Set<number>())
  const paid = points.points.map(() => new Map<string, { digits: bigint; scale: number }>())
  const rows = points.points.map(() => new Set<number>())
  const pays = new Map<string, Output | undefined>()
  const payOf = (point: number, grain: Id): Output | undefined => {
    const owner = points.points[point]?.owner.id ?? ''
    const key = JSON.stringify([owner, grain])
    if (!pays.has(key))
      pays.set(
        key,
        outputs.find((one) => (one.releases ?? one.id) === owner && one.grain === grain),
      )
    return pays.get(key)
  }
  observe(points, results, (point, grain, row) => {
    const seen = rows[point]
    if (!seen || seen.has(row)) return
    seen.add(row)
    const output = payOf(point, grain)
    const subject = subjectAt(engine, grain, row, output)
    if (subject !== undefined) people[point]?.add(subject)
    const money = output && (output.is === 'pay' || output.is === 'payout') ? output : undefined
    if (money) addMoney(engine, money, row, paid[point])
  })
  return points.points.map((_, i) => ({
    rows: rows[i]?.size ?? 0,
    people: people[i]?.size ?? 0,
    money: [...(paid[i] ?? [])].map(([currency, sum]) => ({ currency, ...sum })),
  }))
}

/** Whose a row is: of a period its subject, of a row of a clause whoever is paid for it. */
function subjectAt(engine: Engine, grain: Id, row: number, output: Output | undefined): number | undefined {
  if (output?.payee) {
    const payees = need(engine.columns, output.payee.column)
    return stateAt(payees.states, row) === 0 ? Number(integerAt(payees, row)) : undefined
  }
  const { periods } = need(engine.domains, grain)
  return periods && Math.floor(row / periods.list.length)
}

function addMoney(
  engine: Engine,
  output: Output,
  row: number,
  sums: Map<string, { digits: bigint; scale: number }> | undefined,
): void {
  const value = valueAt(engine, output.column, row)
  if (value.is !== 'number' || value.unit !== 'money' || !sums) return
  const sum = sums.get(value.currency ?? '') ?? { digits: 0n, scale: value.scale }
  const scale = Math.max(sum.scale, value.scale)
  const at = (number: { digits: bigint; scale: number }) =>
    number.digits * 10n ** BigInt(scale - number.scale)
  sums.set(value.currency ?? '', { digits: at(sum) + at(value), scale })
}
