import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { useInSight } from './in-sight.ts'

export type Column<R> = {
  readonly id: string
  readonly title: string
  readonly numeric?: boolean
  readonly cell: (row: R) => ComponentChildren
  /** Compares two rows for sorting by this column; absent where it cannot be sorted by. */
  readonly compare?: (a: R, b: R) => number
}

export type Sorting = { readonly column: string; readonly down: boolean }

const rowHeight = 32

/**
 * A table of any length: of thousands of rows only those in sight are drawn, and a screen reader is told how many there
 * are. All rows have one height. The first column is the heading of its row.
 */
export function Table<R>(props: {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  readonly sorting?: Sorting
  readonly sort?: (sorting: Sorting) => void
  readonly onRow?: (row: R) => void
  readonly chosen?: (row: R) => boolean
}) {
  const { caption, columns, rows, keyOf, sorting, sort, onRow, chosen } = props
  const frame = useRef<HTMLDivElement>(null)
  const { first, last } = useInSight(frame, rows.length, rowHeight)
  const shown = rows.slice(first, last)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be scrolled by keyboard only when it can be reached by it.
    <section class="table" ref={frame} tabIndex={0} aria-label={caption}>
      <table aria-rowcount={rows.length + 1}>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sorting={sorting} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody
          style={{
            '--above': `${first * rowHeight}px`,
            '--below': `${Math.max(0, rows.length - last) * rowHeight}px`,
          }}
        >
          {shown.map((row, at) => (
            <tr
              key={keyOf(row)}
              aria-rowindex={first + at + 2}
              class={onRow ? 'open' : undefined}
              aria-selected={chosen?.(row)}
              onClick={onRow && (() => onRow(row))}
            >
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} class={column.numeric ? 'number' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Heading<R>(props: {
  readonly column: Column<R>
  readonly sorting: Sorting | undefined
  readonly sort: ((sorting: Sorting) => void) | undefined
}) {
  const { column, sorting, sort } = props
  const own = sorting?.column === column.id ? sorting : undefined
  const order = own === undefined ? undefined : own.down ? 'descending' : 'ascending'
  return (
    <th scope="col" class={column.numeric ? 'number' : undefined} aria-sort={order}>
      {sort && column.compare ? (
        <button
          type="button"
          onClick={() => sort({ column: column.id, down: own ? !own.down : column.numeric === true })}
        >
          {column.title}
          <span aria-hidden="true">{own === undefined ? '' : own.down ? ' ↓' : ' ↑'}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}
