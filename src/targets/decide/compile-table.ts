import type { DecisionTable, Expr, Id, TableInput } from '../../plan/plan.ts'
import { type InputIndex, indexTable } from '../evaluate/table-index.ts'
import type { Reg } from './assembler.ts'
import { multiplied } from './compile-arithmetic.ts'
import { type FlatInput, flatTable, inputKind } from './flat-table.ts'
import { instruction } from './program.ts'
import { NotFlat, type Scope } from './scope.ts'
import { exact } from './shape.ts'

type TableExpr = Extract<Expr, { readonly op: 'table' }>

/** The row of a table that matches; of one row alone: 0 where it matches, else 1. */
export function compileTable(scope: Scope, expr: TableExpr, path: readonly Id[]): Reg {
  const { out, plan } = scope
  const whole = plan.plan.tables.find((t) => t.id === expr.table)
  if (!whole) throw new NotFlat(expr.table)
  const table = expr.row === undefined ? whole : aloneIn(whole, expr.row)
  const scales = table.inputs.map(({ type }, i) => {
    const given = expr.inputs[i]
    const own = type.is === 'int' ? type.scale : 0
    return given?.is === 'number' ? Math.max(own, given.value.scale) : own
  })
  const index = indexTable(table, scales)
  const inputs = expr.inputs.map((input, i): FlatInput => {
    const own = index.inputs[i]
    if (!own) throw new NotFlat(expr.table)
    return inputOf(scope, input, own, scales[i] ?? 0, path)
  })
  const to = out.fresh('number', { min: 0n, max: BigInt(table.rows.length) })
  out.emit(instruction.table, to.register, out.tables.length)
  out.tables.push(flatTable(table, to.register, index, inputs))
  return to
}

/** A table of one of its rows: whatever does not match it is the second. */
function aloneIn(table: DecisionTable, row: number): DecisionTable {
  const rows = table.rows.slice(row, row + 1)
  return { ...table, hit: 'first', rows, otherwise: table.origin }
}

function inputOf(
  scope: Scope,
  input: TableInput,
  index: InputIndex,
  scale: number,
  path: readonly Id[],
): FlatInput {
  const { out } = scope
  const ratio = input.is === 'number' ? input.value : { n: input.value, scale: 0 }
  const value = scope.compile(ratio.n, path)
  const { classes } = index
  switch (classes.is) {
    case 'codes':
      return { register: out.as('number', value).register, kind: inputKind.code, index, over: -1 }
    case 'texts':
      if (value.file !== 'text') throw new NotFlat('text')
      return { register: value.register, kind: inputKind.text, index, over: -1 }
    case 'numbers': {
      const n =
        scale === ratio.scale
          ? value
          : multiplied(out, value, out.integer(10n ** BigInt(scale - ratio.scale)))
      const fits = classes.bounds.every((bound) => bound <= BigInt(exact) && bound >= -BigInt(exact))
      if (ratio.d === undefined && n.file === 'number' && fits)
        return { register: n.register, kind: inputKind.number, index, over: -1 }
      const over = ratio.d && out.toBig(scope.compile(ratio.d, path))
      return { register: out.toBig(n).register, kind: inputKind.big, index, over: over?.register ?? -1 }
    }
  }
}
