import type { Language } from '../../base/language.ts'
import type { Expr } from '../../syntax/ast.ts'
import { printExpression } from '../../syntax/print-expressions.ts'
import { columnRole } from './columns.ts'
import type { Change } from './mutant.ts'
import { nudged } from './nudge.ts'
import { isNumber, isTable, isTree, type Path, type Spot } from './tree.ts'

type Part = { readonly at: Expr; readonly path: Path }

/** Shares that must make up a whole: a step more of one, and as much less of the next. */
export function weightChanges(spot: Spot, language: Language): readonly Change[] {
  const { node } = spot
  return [
    ...pairs(partsOf(spot, 'lines', 'indicator', 'weight'), language),
    ...pairs(partsOf(spot, 'lines', 'to', 'share'), language),
    ...pairs(partsOf(spot, 'parts', undefined, 'share'), language),
    // Weights in proportion, and shares outside the whole, each by itself.
    ...(isTable(node)
      ? node.headings.flatMap((_, i) =>
          columnRole(spot, i) === 'weight' ? weightColumn(spot, i, language) : [],
        )
      : []),
    ...(node.is === 'hand-over' || node.is === 'overlay' ? alone(spot, 'share', language) : []),
  ]
}

function partsOf(spot: Spot, list: string, is: string | undefined, field: string): readonly Part[] {
  const items = spot.node[list]
  if (!Array.isArray(items)) return []
  return items.flatMap((item: unknown, i): Part[] => {
    if (!isTree(item) || (is !== undefined && item.is !== is)) return []
    const at = item[field]
    return isNumber(at) ? [{ at, path: [...spot.path, list, i, field] }] : []
  })
}

function pairs(parts: readonly Part[], language: Language): readonly Change[] {
  return parts.flatMap((part, i): Change[] => {
    const other = parts[(i + 1) % parts.length]
    if (other === undefined || other === part) return []
    const more = isNumber(part.at) ? nudged(part.at, true, 'written') : undefined
    const less = isNumber(other.at) ? nudged(other.at, false, 'written') : undefined
    if (more === undefined || less === undefined) return []
    const text = (...both: readonly Expr[]) => both.map((one) => printExpression(one, language)).join(', ')
    return [
      {
        kind: 'weight',
        change: 'weights',
        span: part.at.span,
        old: text(part.at, other.at),
        new: text(more, less),
        edits: [
          { path: part.path, to: more },
          { path: other.path, to: less },
        ],
      },
    ]
  })
}

function weightColumn(spot: Spot, column: number, language: Language): readonly Change[] {
  if (!isTable(spot.node)) return []
  return spot.node.rows.flatMap((row, r): readonly Change[] => {
    const cell = row.cells[column]
    const item = cell?.is === 'tests' ? cell.items[0] : undefined
    if (item?.is !== 'value') return []
    return steps(
      { at: item.value, path: [...spot.path, 'rows', r, 'cells', column, 'items', 0, 'value'] },
      language,
    )
  })
}

function alone(spot: Spot, field: string, language: Language): readonly Change[] {
  const at = spot.node[field]
  return isNumber(at) ? steps({ at, path: [...spot.path, field] }, language) : []
}

function steps({ at, path }: Part, language: Language): readonly Change[] {
  return [true, false].flatMap((up): Change[] => {
    const next = isNumber(at) ? nudged(at, up) : undefined
    if (next === undefined) return []
    const texts = { old: printExpression(at, language), new: printExpression(next, language) }
    const change = up ? 'number-up' : 'number-down'
    return [{ kind: 'weight', change, span: at.span, ...texts, edits: [{ path, to: next }] }]
  })
}
