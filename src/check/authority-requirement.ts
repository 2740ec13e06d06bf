import type { Expr } from '../syntax/ast.ts'
import type { Bench } from './authority-bench.ts'
import type { VerdictTable } from './authority-tables.ts'
import type { Order } from './authority-verdicts.ts'
import type { Typed } from './checked.ts'
import { compareForm, extremeForm } from './forms.ts'

/** What all tables together ask for. */
export type Requirement = {
  /** The highest rank by its number; beyond the last: refused. */
  readonly level: Typed
  /** For each table. */
  readonly parts: readonly Part[]
}
export type Part = {
  readonly valid?: Expr
  readonly level: Typed
  readonly signs: ReadonlyMap<string, Typed>
  readonly others: ReadonlyMap<string, Typed>
  readonly orders: readonly Order[]
  /** The number of the order that is asked for, 0 for none. */
  readonly turn?: Typed
}

/** Each table's own answer, and the highest of them. */
export function united(bench: Bench, tables: readonly VerdictTable[]): Requirement {
  const parts = tables.map((table, i) => partOf(bench, table, i))
  const levels = parts.map(({ level }) => level)
  const { keep } = bench
  const level = keep('~level', extremeForm('larger', levels), {})
  const apart = tables.some(({ alone }) => alone !== undefined)
  if (apart) {
    const single = tables.map((table, i) => aloneOf(bench, table, i) ?? levels[i] ?? level)
    const less = keep('~alone', extremeForm('larger', single), {})
    keep('split', compareForm(less, '<', level))
    bench.shows({ is: 'split', result: 'split' })
  }
  return { level, parts }
}

function partOf(bench: Bench, one: VerdictTable, i: number): Part {
  const { keep } = bench
  const { asks, table, title } = one
  const { span } = one.line
  const output = (at: number, inputs = one.inputs): Typed => {
    const type = table.outputs[at]?.type ?? { is: 'error' }
    return { is: 'table', of: table, inputs, output: at, type, span }
  }
  keep(`~asks ${i}`, output(0), {})
  bench.shows({ is: 'asks', label: title, result: `~asks ${i}`, from: `~asks ${i}`, span })
  let at = 2
  const columns = (names: readonly string[], part: string) =>
    new Map(names.map((name) => [name, keep(`~${part} ${i} ${name}`, output(at++), {})] as const))
  const level = keep(`~level ${i}`, output(1), {})
  const signs = columns(asks.signs, 'signs')
  const others = columns(asks.others, 'or')
  return {
    ...(one.line.valid && { valid: one.line.valid }),
    level,
    signs,
    others,
    orders: asks.orders,
    ...(asks.orders.length > 0 && { turn: keep(`~turn ${i}`, output(at), {}) }),
  }
}

/** What the limit asks for of the row alone. */
function aloneOf(
  { keep }: Bench,
  { alone, table, inputs, line }: VerdictTable,
  i: number,
): Typed | undefined {
  if (!alone) return undefined
  const type = table.outputs[1]?.type ?? { is: 'error' }
  const typed: Typed = {
    is: 'table',
    of: table,
    inputs: [...inputs.slice(0, -1), alone],
    output: 1,
    type,
    span: line.span,
  }
  return keep(`~alone ${i}`, typed, {})
}
