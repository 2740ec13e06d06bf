import type { Language } from '../../base/language.ts'
import type { Cell, Expr, Row, Table } from '../../syntax/ast.ts'
import { spellKeyword, spellWord } from '../../syntax/keywords.ts'
import { printExpression } from '../../syntax/print-expressions.ts'
import { printVerdict } from '../../syntax/print-tables.ts'
import type { Written } from './change-lines.ts'
import { columnRole, isContinuous, wordOf } from './columns.ts'
import type { Change } from './mutant.ts'
import { isTable, isTree, type Spot } from './tree.ts'

/** Rows, words that rows give, and on which side of its boundary a row begins. */
export function tableChanges(spot: Spot, language: Language, written: Written): readonly Change[] {
  const { node } = spot
  if (!isTable(node)) return []
  return [
    ...sideChanges(spot, node, language),
    ...rowChanges(spot, node, written),
    ...node.headings.flatMap((_, column) => {
      const role = columnRole(spot, column)
      return role === 'rate' || role === 'input' ? wordChanges(spot, node, column, role, language) : []
    }),
  ]
}

/** `from` for `over`: who is exactly at a boundary belongs to the other row. */
function sideChanges(spot: Spot, table: Table, language: Language): readonly Change[] {
  const heading = table.headings[0]
  const word = wordOf(heading)
  const last = heading?.value.is === 'path' ? heading.value.parts[0] : undefined
  if ((word !== 'from' && word !== 'over') || !last || columnRole(spot, 0) !== 'boundary') return []
  // Where each slice has its own rate, nothing hangs on who has the boundary itself.
  if (isContinuous(spot)) return []
  const other = word === 'from' ? 'over' : 'from'
  const text = (to: string) => spellWord('heading', to, language)
  const path = [...spot.path, 'headings', 0, 'value', 'parts', 0, 'text']
  return [
    {
      kind: 'boundary',
      change: 'owner',
      span: last.span,
      old: text(word),
      new: text(other),
      edits: [{ path, to: other }],
    },
  ]
}

/** A row taken away, where others may take its place. */
function rowChanges(spot: Spot, table: Table, written: Written): readonly Change[] {
  const hit = spot.above?.node.hit
  const others = hit === 'first' || hit === 'every' || table.rows.some((row) => row.otherwise)
  if (!others) return []
  return table.rows.flatMap((row, i): Change[] =>
    row.otherwise
      ? []
      : [
          {
            kind: 'table',
            change: 'row',
            span: row.span,
            old: isTree(row) ? written(row) : '',
            new: '',
            edits: [{ path: [...spot.path, 'rows'], to: table.rows.filter((_, at) => at !== i) }],
          },
        ],
  )
}

/** What a row gives in words: that of the next row which gives another. */
function wordChanges(
  spot: Spot,
  table: Table,
  column: number,
  role: 'rate' | 'input',
  language: Language,
): readonly Change[] {
  if (role === 'input') return []
  return table.rows.flatMap((row, i): Change[] => {
    const cell = row.cells[column]
    const text = cell && wordText(cell, language)
    if (cell === undefined || text === undefined) return []
    const other = nextOther(table.rows, i, column, text, language)
    if (other === undefined) return []
    const to = { ...other, span: cell.span }
    const edits = [{ path: [...spot.path, 'rows', i, 'cells', column], to }]
    const isMode = cell.is === 'mode'
    return [
      {
        kind: isMode ? 'mode' : cell.is === 'verdict' ? 'authority' : 'table',
        change: isMode ? 'tiers' : 'output',
        span: cell.span,
        old: text,
        new: wordText(other, language) ?? '',
        edits,
      },
    ]
  })
}

function nextOther(
  rows: readonly Row[],
  from: number,
  column: number,
  text: string,
  language: Language,
): Cell | undefined {
  for (let step = 1; step < rows.length; step++) {
    const cell = rows[(from + step) % rows.length]?.cells[column]
    const other = cell && wordText(cell, language)
    if (cell && other !== undefined && other !== text) return cell
  }
  return undefined
}

/** A cell that gives a word, a verdict or a mode, as it is written; undefined for numbers, which go by steps. */
function wordText(cell: Cell, language: Language): string | undefined {
  switch (cell.is) {
    case 'verdict':
      return printVerdict(cell.verdict, language)
    case 'mode':
      return spellWord('tier', cell.mode, language)
    case 'not-decided':
      return spellKeyword('not-decided', language)
    case 'tests': {
      const [item] = cell.items
      if (cell.items.length !== 1 || cell.negated || item?.is !== 'value') return undefined
      return isWord(item.value) ? printExpression(item.value, language) : undefined
    }
    default:
      return undefined
  }
}

function isWord({ is }: Expr): boolean {
  return is === 'path' || is === 'text'
}
