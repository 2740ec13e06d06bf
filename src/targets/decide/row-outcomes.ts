import type { Column, Expr, Id, Reason } from '../../plan/plan.ts'
import type { Value } from '../evaluate/value.ts'
import type { ResultValue } from './answer.ts'
import { decode, plainValue } from './decode.ts'
import { ownText } from './plain-text.ts'
import { instruction, type Program } from './program.ts'
import type { RequestPlan } from './request-plan.ts'

/** What a clause gives. */
export type Outcome = {
  readonly values: ReadonlyMap<string, Value>
  readonly results: { readonly [name: string]: ResultValue }
}

/** What a clause gives wherever this row of its table matches: made once, for all answers. */
export type RowOutcome = Outcome & {
  /** The row's index; one more than there are for `otherwise`. */
  readonly row: number
}

export type RowOutcomes = readonly (RowOutcome | undefined)[]

/**
 * The outcomes of the rows of a table from which all results are picked as constants, where nothing but a reason not to
 * decide stands before them. Undefined for another kind of clause; without an outcome is a row that decides nothing.
 */
export function rowOutcomes(
  { plan }: RequestPlan,
  results: readonly { readonly name: string; readonly column: Column }[],
  rowColumn: Id | undefined,
  reasons: ReadonlyMap<number, Reason>,
): RowOutcomes | undefined {
  const picks = results.map(({ name, column }) => ({
    name,
    type: column.type,
    items: itemsOf(column.expr, rowColumn),
  }))
  const [first] = picks
  if (first?.items === undefined || picks.some(({ items }) => items === undefined)) return undefined
  return first.items.map((_, row) => {
    const values = new Map<string, Value>()
    for (const { name, type, items } of picks) {
      const item = items?.[row]
      if (item?.op !== 'const') return undefined
      const value = rawOf(item)
      values.set(name, decode(plan, reasons, type, { value, over: undefined, state: 0 }))
    }
    return { row, values, results: Object.freeze(ownResults(plainResults(values))) }
  })
}

/** Results as a program uses them. */
export function plainResults(values: ReadonlyMap<string, Value>): { readonly [name: string]: ResultValue } {
  return Object.fromEntries(
    [...values].flatMap(([name, value]) => {
      const plain = plainValue(value)
      return plain === undefined ? [] : [[name, plain] as const]
    }),
  )
}

/** Made once and read often. */
function ownResults(results: RowOutcome['results']): RowOutcome['results'] {
  return Object.fromEntries(
    Object.entries(results).map(([name, value]) => [
      name,
      typeof value === 'string' ? ownText(value) : value,
    ]),
  )
}

function itemsOf(expr: Expr, rowColumn: Id | undefined): readonly Expr[] | undefined {
  if (expr.op === 'choose' && expr.cases.every(({ then }) => then.op === 'fail'))
    return itemsOf(expr.otherwise, rowColumn)
  const picked = expr.op === 'pick' && expr.index.op === 'column' && expr.index.column === rowColumn
  return picked ? expr.items : undefined
}

function rawOf({ value, type }: Extract<Expr, { readonly op: 'const' }>): bigint | number | string {
  if (type.is === 'int') return BigInt(value)
  if (type.is === 'enum') return type.values.indexOf(String(value))
  return typeof value === 'boolean' ? Number(value) : value
}

/** Whether a program does nothing but match a table and pick from its rows. */
export function isOneTable({ code, tables }: Program): boolean {
  if (code[0] !== instruction.table || tables.length !== 1) return false
  let at = 3
  while (code[at] === instruction.pick || code[at] === instruction.pickText) at += 4
  return code[at] === instruction.end
}
