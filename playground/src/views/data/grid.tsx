import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { pastedRows, type Table, type TableRow, widthOf } from '../../../../src/index.ts'
import { active, asked, type Cell, setCell, setCells } from '../../data/editing.ts'
import { known, marks } from '../../data/known.ts'
import { say } from '../../state/language.ts'
import { useInSight } from '../../ui/in-sight.ts'
import { words } from '../../words/data.ts'
import type { Problem } from '../../work/protocol.ts'
import { moved } from './grid-keys.ts'

const rowHeight = 30

type Editing = { readonly text: string }

/**
 * A table of any length of which only the rows in sight are drawn. The grid has the focus, and says which cell is active;
 * while a cell is edited, its input has it.
 */
export function Grid({ name, table }: { name: string; table: Table }) {
  const frame = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const [editing, edit] = useState<Editing | undefined>(undefined)
  const at = active.value
  const width = useMemo(() => widthOf(table), [table])
  const { rows, headings } = table
  const { first, last, height } = useInSight(frame, rows.length, rowHeight)
  const found = marks.value.get(name)
  const problemsAt = (row: number, heading: string): readonly Problem[] =>
    found?.get(`${row + table.first} ${heading}`) ?? []

  // The active cell is brought into sight: first its row, which may not be drawn yet.
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const top = at.row * rowHeight
    const inner = element.clientHeight - rowHeight * 2
    if (top < element.scrollTop) element.scrollTop = top
    else if (top > element.scrollTop + inner) element.scrollTop = top - inner
    document.getElementById(idOf(at))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  // Asked for from outside (a problem was clicked), or an edit has ended.
  const wanted = asked.value
  useLayoutEffect(() => {
    if (wanted > 0) grid.current?.focus({ preventScroll: true })
  }, [wanted])

  const go = (to: Cell) => {
    active.value = {
      row: Math.max(0, Math.min(to.row, rows.length - 1)),
      column: Math.max(0, Math.min(to.column, width - 1)),
    }
  }
  const begin = (text: string | undefined) => {
    const row = rows[at.row]
    if (row && !row.locked) edit({ text: text ?? row.cells[at.column] ?? '' })
  }
  const finish = (text: string | undefined, to: Cell | undefined) => {
    edit(undefined)
    if (text !== undefined) setCell(at, text)
    if (to) go(to)
    grid.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.isComposing) return
    const { key } = event
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const to = moved(event, at, {
      rows: rows.length,
      columns: width,
      page: Math.floor(height / rowHeight) - 2,
    })
    if (to) go(to)
    else if (key === 'Enter' || key === 'F2') begin(undefined)
    // All of the page is nothing that anybody would copy from here.
    else if (key.toLowerCase() === 'a' && !plain && !event.altKey) event.preventDefault()
    else if ((key === 'Delete' || key === 'Backspace') && plain) setCell(at, '')
    else if ([...key].length === 1 && plain) begin(key)
    else return
    event.preventDefault()
  }
  const here = [...problemsAt(at.row, headings[at.column] ?? ''), ...problemsAt(at.row, '')]
  return (
    <>
      <div class="table grid" ref={frame}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid, and of all elements nearest to one.
          role="grid"
          tabIndex={0}
          aria-label={say(words.table, { name })}
          aria-rowcount={rows.length + 1}
          aria-colcount={width + 1}
          aria-activedescendant={rows.length > 0 ? idOf(at) : undefined}
          aria-describedby="grid-keys"
          onKeyDown={onKeyDown}
          onCopy={(event) => {
            if (editing) return
            event.preventDefault()
            event.clipboardData?.setData('text/plain', rows[at.row]?.cells[at.column] ?? '')
          }}
          onPaste={(event) => {
            const text = event.clipboardData?.getData('text/plain')
            if (editing || text === undefined) return
            event.preventDefault()
            setCells(at, text.includes('\t') || text.includes('\n') ? pastedCells(text) : [[text]])
          }}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" class="number">
                {say(words.row)}
              </th>
              {Array.from({ length: width }, (_, column) => (
                <th key={column} scope="col" aria-colindex={column + 2}>
                  {headings[column] || say(words.noHeading)}
                  <FieldOf name={name} heading={headings[column] ?? ''} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody
            style={{
              '--above': `${first * rowHeight}px`,
              '--below': `${Math.max(0, rows.length - last) * rowHeight}px`,
            }}
          >
            {rows.slice(first, last).map((row, place) => (
              <GridRow
                key={first + place}
                row={row}
                at={first + place}
                number={first + place + table.first}
                width={width}
                active={at.row === first + place ? at.column : undefined}
                editing={at.row === first + place ? editing : undefined}
                headings={headings}
                problemsAt={problemsAt}
                choose={(column) => {
                  if (at.row === first + place && at.column === column) begin(undefined)
                  else go({ row: first + place, column })
                }}
                finish={finish}
                next={(down, right, text) => {
                  setCell(at, text)
                  const to = { row: at.row + down, column: at.column + right }
                  const inside = to.column >= 0 && to.column < width && to.row < rows.length
                  if (right === 0 || !inside) finish(undefined, inside ? to : undefined)
                  else {
                    go(to)
                    edit({ text: rows[to.row]?.cells[to.column] ?? '' })
                  }
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div class="grid-note" role="status">
        {rows.length === 0 && <p class="quiet">{say(words.noRows)}</p>}
        {rows[at.row]?.locked && <p class="held">{say(words.locked)}</p>}
        {here.map((one, index) => (
          <p key={index} class={one.severity}>
            {one.message} <span class="quiet">{one.help}</span>
          </p>
        ))}
        <p id="grid-keys" class="quiet keys">
          {say(words.keys)}
        </p>
      </div>
    </>
  )
}

const idOf = ({ row, column }: Cell) => `cell-${row}-${column}`

/** What a spreadsheet copies ends with a line end of its own. */
function pastedCells(text: string): readonly (readonly string[])[] {
  return text.includes('\t')
    ? pastedRows(text)
    : text
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .map((line) => [line])
}

/** The field that a column is read for, where it has another name. */
function FieldOf({ name, heading }: { name: string; heading: string }) {
  const source = known.value?.records.find(({ files }) => files.some((file) => file.name === name))?.source
  const field = [...(source?.columns ?? [])].find(([, column]) => column.heading === heading)?.[0]
  return field === undefined ? null : <span class="field"> {field}</span>
}

function GridRow(props: {
  readonly row: TableRow
  readonly at: number
  readonly number: number
  readonly width: number
  readonly active: number | undefined
  readonly editing: Editing | undefined
  readonly headings: readonly string[]
  readonly problemsAt: (row: number, heading: string) => readonly Problem[]
  readonly choose: (column: number) => void
  readonly finish: (text: string | undefined, to: Cell | undefined) => void
  readonly next: (down: number, right: number, text: string) => void
}) {
  const { row, at, number, width, headings, problemsAt } = props
  const whole = problemsAt(at, '')
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="row" class={whole.length > 0 ? 'number wrong' : 'number'} title={textOf(whole)}>
        {number}
      </th>
      {Array.from({ length: width }, (_, column) => {
        const wrong = problemsAt(at, headings[column] ?? '')
        const chosen = props.active === column
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys of all its cells.
          <td
            key={column}
            id={idOf({ row: at, column })}
            aria-colindex={column + 2}
            aria-invalid={wrong.length > 0 ? true : undefined}
            class={[chosen && 'chosen', wrong.length > 0 && `wrong ${wrong[0]?.severity}`]
              .filter(Boolean)
              .join(' ')}
            title={textOf(wrong)}
            onClick={() => {
              if (!chosen || !props.editing) props.choose(column)
            }}
          >
            {chosen && props.editing ? (
              <CellInput
                key={`${at} ${column}`}
                label={say(words.editCell, { column: headings[column] ?? '', row: number })}
                editing={props.editing}
                finish={props.finish}
                next={props.next}
              />
            ) : (
              row.cells[column]
            )}
          </td>
        )
      })}
    </tr>
  )
}

function textOf(found: readonly Problem[]): string | undefined {
  return found.length === 0 ? undefined : found.map(({ message }) => message).join('\n')
}

function CellInput(props: {
  readonly label: string
  readonly editing: Editing
  readonly finish: (text: string | undefined, to: Cell | undefined) => void
  readonly next: (down: number, right: number, text: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  // An input has one line: a cell of several that was not changed keeps them.
  const { text } = props.editing
  const textOfInput = ({ value }: HTMLInputElement) => (value === text.replace(/[\r\n]/g, '') ? text : value)
  useLayoutEffect(() => {
    input.current?.focus()
    input.current?.setSelectionRange(props.editing.text.length, props.editing.text.length)
  }, [])
  return (
    <input
      ref={input}
      type="text"
      aria-label={props.label}
      defaultValue={props.editing.text}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.isComposing) return
        const value = textOfInput(event.currentTarget)
        const ended = () => {
          event.preventDefault()
          done.current = true
        }
        if (event.key === 'Escape') {
          ended()
          props.finish(undefined, undefined)
        } else if (event.key === 'Enter') {
          ended()
          props.next(event.shiftKey ? -1 : 1, 0, value)
        } else if (event.key === 'Tab') {
          ended()
          props.next(0, event.shiftKey ? -1 : 1, value)
        }
      }}
      onBlur={({ currentTarget }) => {
        if (!done.current) props.finish(textOfInput(currentTarget), undefined)
      }}
    />
  )
}
