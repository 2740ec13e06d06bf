/**
 * A data file as a table whose cells are texts, to be shown and edited. What is not edited is written back as it was:
 * a row keeps its text (`raw`) until one of its cells is changed.
 */
export type Table = {
  readonly form: 'csv' | 'json' | 'jsonl'
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
  /** The number of the first row, as findings count: a spreadsheet's headings are row 1. */
  readonly first: number
  /** The text before the rows: the headings of a CSV file, with their line end. */
  readonly head: string
  readonly delimiter: string
}

export type TableRow = {
  readonly cells: readonly string[]
  readonly raw?: string
  /** Holds what a cell cannot show (a list, an object): it can be deleted, not edited. */
  readonly locked?: true
}
