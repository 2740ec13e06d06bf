import type { Cell } from '../../data/editing.ts'

type Size = { readonly rows: number; readonly columns: number; readonly page: number }
type Key = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Where a key goes from a cell, as in every spreadsheet; undefined for keys that do not move. */
export function moved({ key, ctrlKey, metaKey, altKey }: Key, at: Cell, size: Size): Cell | undefined {
  const far = ctrlKey || metaKey
  if (altKey) return undefined
  const { row, column } = at
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: far ? size.rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: far ? size.columns - 1 : column + 1 }
    case 'PageUp':
      return { row: row - size.page, column }
    case 'PageDown':
      return { row: row + size.page, column }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? size.rows - 1 : row, column: size.columns - 1 }
    default:
      return undefined
  }
}
