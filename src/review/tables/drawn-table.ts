import type { Source, Span } from '../../base/span.ts'
import type { Id, Origin, Plan } from '../../plan/plan.ts'
import type { Program, Table } from '../../syntax/ast.ts'

/** A decision table as its author drew it: the words of its headings and cells, and which row of the plan each stands for. */
export type DrawnTable = {
  readonly label: string
  readonly place: Span
  readonly headings: readonly { readonly text: string; readonly output: boolean }[]
  readonly rows: readonly DrawnRow[]
}

/**
 * `stands`: the rows of the plan's table that a row, or each of its cells, stands for, from 0. A row of limits is one row of
 * the plan in each cell; the one for what lies beyond the last limit stands in no cell.
 */
export type DrawnRow = {
  readonly cells: readonly string[]
  readonly place: Span
  readonly stands: number | undefined
  readonly cellsStand?: readonly number[]
}

/** Undefined where a table of the plan was not drawn as one. */
export function drawnTable(
  plan: Plan,
  program: Program,
  sources: readonly Source[],
  id: Id,
): DrawnTable | undefined {
  const table = plan.tables.find((one) => one.id === id)
  if (!table) return undefined
  const origins = new Map(plan.origins.map((origin) => [origin.id, origin]))
  const places = [
    ...table.rows.map(({ origin }) => origin),
    ...(table.otherwise === undefined ? [] : [table.otherwise]),
  ]
  const wanted = places.map((origin) => origins.get(origin))
  const drawn = tablesIn(program).find(({ rows }) =>
    rows.some(({ span }) => wanted.some((one) => isAt(one, span))),
  )
  if (!drawn) return undefined
  const texts = new Map(sources.map(({ name, text }) => [name, text]))
  const written = ({ source, from, to }: Span) =>
    (texts.get(source)?.slice(from, to) ?? '').replace(/\s+/gu, ' ').trim()
  return {
    label: table.label,
    place: drawn.span,
    headings: drawn.headings.map(({ span, output }) => ({
      text: written(span).replace(/^(?:=>|⇒|→)\s*/u, ''),
      output,
    })),
    rows: drawn.rows.map(({ cells, span }) => {
      const standing = wanted.flatMap((one, i) => (isAt(one, span) ? [i] : []))
      return {
        cells: cells.map((cell) => written(cell.span)),
        place: span,
        stands: standing.length === 1 ? standing[0] : undefined,
        ...(standing.length > 1 && { cellsStand: standing }),
      }
    }),
  }
}

function isAt(origin: Origin | undefined, span: Span): boolean {
  return origin?.file === span.source && origin.from === span.from
}

/** Every table that is written in a policy, wherever in a clause it stands. */
function tablesIn(program: Program): readonly Table[] {
  const found: Table[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const one of node) walk(one)
      return
    }
    if (isTable(node)) found.push(node)
    for (const inside of Object.values(node)) walk(inside)
  }
  walk(program)
  return found
}

function isTable(node: object): node is Table {
  return 'headings' in node && 'rows' in node && Array.isArray(node.headings) && Array.isArray(node.rows)
}
