import type * as ast from '../syntax/ast.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import { ranksAcross, rowsOfLimit } from './authority-limit.ts'
import { type Columns, knowsRoles, type Ladder, takeApart } from './authority-verdicts.ts'
import type { DecisionTable, Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { proveTable } from './gaps.ts'
import { matched } from './infer-call.ts'
import { canCompare } from './infer-compare.ts'
import { tableOf } from './table.ts'
import type { NumberType } from './types.ts'

type TableLine = Extract<ast.AuthorityLine, { is: 'table' }>
type LimitLine = Extract<ast.AuthorityLine, { is: 'limit' }>

/** One table of an authority, or a limit as one: what it reads, and where what it asks for stands among its outputs. */
export type VerdictTable = {
  readonly line: TableLine | LimitLine
  readonly title: string
  readonly table: DecisionTable
  readonly inputs: readonly Typed[]
  readonly asks: Columns
  /** The same of the row alone, in place of the last input. */
  readonly alone?: Typed
}

export type Named = { readonly id: string; readonly title: string }

/** A table whose last column is a verdict. */
export function verdictTable(
  context: Context,
  ladder: Ladder,
  line: TableLine,
  named: Named,
): VerdictTable | undefined {
  const { env } = context
  const { headings, rows } = line.table
  const inputs = headings.slice(0, -1)
  if (line.hit === 'every' || !headings.at(-1)?.output || inputs.some(({ output }) => output)) {
    env.report('BY582', {}, line.table.span)
    return undefined
  }
  const verdicts = rows.map((row): ast.Verdict | undefined => {
    const cell = row.cells.at(-1)
    return cell?.is === 'verdict' ? cell.verdict : cell?.is === 'not-decided' ? cell : undefined
  })
  const sound = verdicts.map((verdict) => verdict !== undefined && knowsRoles(env, ladder, verdict))
  if (sound.includes(false)) return undefined
  if (verdicts.every((verdict) => verdict?.is === 'not-decided')) {
    env.report('BY584', { name: named.title }, line.table.span)
    return undefined
  }
  const taken = takeApart(
    env,
    ladder,
    inputs,
    rows.flatMap((row, i) => {
      const verdict = verdicts[i]
      const at = row.cells.at(-1)?.span ?? row.span
      return verdict ? [{ row, cells: row.cells.slice(0, -1), verdict, at }] : []
    }),
    line.table.span,
  )
  const table = madeOf(context, named, line.hit, taken.table)
  const read = table && inputsOf(context, inputs, table)
  if (!table || !read) return undefined
  proveTable(env.report, table, line.table, read)
  return { line, title: named.title, table, inputs: read, asks: taken.asks }
}

/** A limit by ranks, as a table of verdicts with one input more: what is limited. */
export function limitTable(
  context: Context,
  ladder: Ladder,
  line: LimitLine,
  named: Named,
): VerdictTable | undefined {
  const { env } = context
  const across = ranksAcross(context, ladder, line)
  if (!across || (line.above && !knowsRoles(env, ladder, line.above))) return undefined
  const choosing = line.table.headings.slice(0, -across.length)
  if (choosing.length > 0 && !proveRows(context, named, line, choosing)) return undefined
  const of = infer(context, line.of)
  const alone = line.alone && infer(context, line.alone)
  if (of.type.is === 'error' || alone?.type.is === 'error') return undefined
  const rows = rowsOfLimit(context, line, across)
  if (!rows || !sameMeasure(context, line, across.length, of, alone)) return undefined
  const measure: ast.Heading = { output: false, value: line.of, span: line.of.span }
  const taken = takeApart(env, ladder, [...choosing, measure], rows, line.table.span)
  const table = madeOf(context, named, 'unique', taken.table)
  const read = table && inputsOf(context, choosing, table)
  if (!table || !read) return undefined
  return {
    line,
    title: named.title,
    table,
    inputs: [...read, of],
    asks: taken.asks,
    ...(alone && { alone }),
  }
}

function madeOf(context: Context, named: Named, hit: ast.Hit, table: ast.Table): DecisionTable | undefined {
  const names = table.headings.map(({ value }) => printExpression(value, context.env.policy.language))
  return tableOf(context, { ...named, span: table.span }, { hit, table }, names)
}

function inputsOf(
  context: Context,
  headings: readonly ast.Heading[],
  table: DecisionTable,
): readonly Typed[] | undefined {
  const inputs = headings.map(({ value }, i) => matched(context, value, table.inputs[i]?.type))
  return inputs.some(({ type }) => type.is === 'error') ? undefined : inputs
}

/** That the rows of a limit are complete and apart, before they are parted by rank. */
function proveRows(
  context: Context,
  named: Named,
  line: LimitLine,
  choosing: readonly ast.Heading[],
): boolean {
  const { span } = line.table
  const value: ast.Expr = { is: 'path', parts: [{ text: 'row', span }], span }
  const rows = line.table.rows.map((row, i): ast.Row => {
    const which: ast.Expr = { is: 'number', spelling: String(i), span: row.span }
    const item: ast.CellItem = { is: 'value', value: which, span: row.span }
    const cell: ast.Cell = { is: 'tests', negated: false, items: [item], span: row.span }
    return { ...row, cells: [...row.cells.slice(0, choosing.length), cell] }
  })
  const node: ast.Table = { headings: [...choosing, { output: true, value, span }], rows, span }
  const table = madeOf(context, named, 'unique', node)
  const read = table && inputsOf(context, choosing, table)
  if (!table || !read) return false
  proveTable(context.env.report, table, node, read)
  return true
}

/** Whether what is limited can be compared with its limits: a price ratio is no discount. */
function sameMeasure(
  context: Context,
  line: LimitLine,
  across: number,
  of: Typed,
  alone: Typed | undefined,
): boolean {
  const cells = line.table.rows.flatMap(({ cells: all }) => all.slice(-across))
  const values = cells.flatMap((cell) => {
    const item = cell.is === 'tests' ? cell.items[0] : undefined
    const typed = item?.is === 'value' ? infer(context, item.value) : undefined
    return typed && constantOf(typed) && (typed.type as NumberType).unit !== 'number' ? [typed] : []
  })
  const [limit] = values
  if (limit && !canCompare(context, of, limit, line.of.span)) return false
  return !alone || canCompare(context, alone, limit ?? of, line.alone?.span ?? line.span)
}
