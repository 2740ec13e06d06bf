import { power10 } from '../base/decimal.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { Ladder } from './authority-verdicts.ts'
import { singleValue } from './cells.ts'
import { constantOf, hint } from './constants.ts'
import { type Context, infer } from './environment.ts'

type Limit = Extract<ast.AuthorityLine, { is: 'limit' }>
export type LimitRow = {
  readonly row: ast.Row
  readonly cells: readonly ast.Cell[]
  readonly verdict: ast.Verdict
  readonly at: Span
}

/** How many of the headings choose a row; the others are ranks, from lower to higher. Undefined when one is none. */
export function ranksAcross(context: Context, ladder: Ladder, line: Limit): readonly string[] | undefined {
  const { report, nearest } = context.env
  const { headings } = line.table
  const first = headings.findIndex(({ output }) => output)
  const across = headings.slice(first < 0 ? headings.length : first)
  if (across.length === 0) {
    report('BY574', { name: '', near: '' }, line.table.span)
    return undefined
  }
  const found: string[] = []
  let before = -1
  for (const { output, value, span } of across) {
    const name = value.is === 'path' && value.parts.length === 1 ? value.parts[0]?.text : undefined
    const word = value.is === 'text' ? value.value : name
    const at = word === undefined ? -1 : ladder.ranks.indexOf(word)
    if (!output || word === undefined || at < 0) {
      const near = word === undefined ? undefined : nearest(word, ladder.ranks)
      const edits = near === undefined ? undefined : [{ span: value.span, text: near }]
      report('BY574', { name: word ?? '', near: hint(near) }, span, edits && { edits })
      return undefined
    }
    if (at <= before) {
      report('BY573', { lower: found.at(-1) ?? '', higher: word }, span)
      return undefined
    }
    before = at
    found.push(word)
  }
  return found
}

/**
 * The rows of a limit as rows of a table of verdicts: one for each rank, from where the rank below it ends to where it
 * ends itself, and what is beyond the last.
 */
export function rowsOfLimit(
  context: Context,
  line: Limit,
  across: readonly string[],
): readonly LimitRow[] | undefined {
  const { report } = context.env
  const rows: LimitRow[] = []
  const many = line.table.headings.length - across.length
  for (const row of line.table.rows) {
    if (row.otherwise) {
      report('BY582', {}, row.span)
      return undefined
    }
    const inputs = row.cells.slice(0, many)
    const add = (range: ast.Cell, verdict: ast.Verdict) =>
      rows.push({ row, cells: [...inputs, range], verdict, at: range.span })
    let reached: (Exact & { readonly rank: string }) | undefined
    let open = false
    for (const [i, rank] of across.entries()) {
      const cell = row.cells[many + i]
      if (!cell) return undefined
      const end = cell.is === 'any' ? 'none' : limitIn(context, cell)
      if (end === undefined) return undefined
      const fellBack = open
        ? end !== 'none'
        : end !== 'none' && reached !== undefined && furthest(line, reached, end) < 0
      if (fellBack) {
        report('BY573', { lower: across[i - 1] ?? '', higher: rank }, cell.span)
        return undefined
      }
      const more = !open && (end === 'none' || !reached || furthest(line, reached, end) > 0)
      const by: ast.Verdict = { is: 'approval', roles: [{ text: rank, span: cell.span }] }
      if (more) add(stretch(line, reached, end === 'none' ? undefined : end, cell.span), by)
      if (end === 'none') open = true
      else reached = { ...end, rank }
    }
    if (open || !reached) continue
    if (!line.above) {
      report('BY575', { rank: reached.rank }, row.span)
      return undefined
    }
    add(stretch(line, reached, undefined, row.span), line.above)
  }
  return rows
}

type Exact = { readonly expr: ast.Expr; readonly digits: bigint; readonly scale: number }

/** A limit is a number that is known beforehand. */
function limitIn(context: Context, cell: ast.Cell): Exact | undefined {
  const expr = singleValue(cell)
  const typed = expr && infer(context, expr)
  const value = typed && constantOf(typed)
  if (expr && value) return { expr, digits: value.digits, scale: value.scale }
  if (typed?.type.is !== 'error') context.env.report('BY583', {}, cell.span)
  return undefined
}

/** Above 0 where `end` lies beyond `reached`, in the way that the limit goes. */
function furthest({ way }: Limit, reached: Exact, end: Exact): number {
  const scale = Math.max(reached.scale, end.scale)
  const difference = end.digits * power10(scale - end.scale) - reached.digits * power10(scale - reached.scale)
  const up = difference > 0n ? 1 : difference < 0n ? -1 : 0
  return way === 'up-to' ? up : -up
}

/** Beyond what the rank below reaches, up to this rank's own end. */
function stretch({ way }: Limit, after: Exact | undefined, end: Exact | undefined, span: Span): ast.Cell {
  if (!after && !end) return { is: 'any', span }
  const near: ast.CellBound | undefined = after && { at: after.expr, included: false, spelled: 'words' }
  const far: ast.CellBound | undefined = end && { at: end.expr, included: true, spelled: 'words' }
  const [low, high] = way === 'up-to' ? [near, far] : [far, near]
  return {
    is: 'tests',
    negated: false,
    items: [{ is: 'range', ...(low && { low }), ...(high && { high }), span }],
    span,
  }
}
