import { batch, effect, signal, untracked } from '@preact/signals'
import {
  readTable,
  type Table,
  withCell,
  withCells,
  withoutRow,
  withRow,
  writeTable,
} from '../../../src/index.ts'
import { allDataKept } from '../share/keeping.ts'
import { data, opened } from '../state/workspace.ts'
import { known } from './known.ts'

export type Cell = { readonly row: number; readonly column: number }

/** The data file that is open as a table. */
export const openName = signal<string | undefined>(undefined)
export const table = signal<Table | undefined>(undefined)
/** The cell that the keyboard is at; a new object each time that it is moved from outside the grid. */
export const active = signal<Cell>({ row: 0, column: 0 })
/** Counts how often the grid was asked to show the active cell and take the focus. */
export const asked = signal(0)
const past = signal<readonly Table[]>([])
const future = signal<readonly Table[]>([])
/** The files that were changed or brought here, by name. */
export const changed = signal<ReadonlySet<string>>(new Set())
/** Files whose edits were not saved: they live only as long as the page, and the browser asks before it is left. */
const unsaved = new Set<string>()
/** More steps back are given up: each holds its own list of rows. */
const mostSteps = 200
let written: Uint8Array | undefined

export function openTable(name: string): void {
  if (openName.peek() === name) return
  const bytes = data.peek().get(name)
  batch(() => {
    openName.value = bytes && name
    table.value = bytes && readTable(name, bytes, encodingOf(name))
    past.value = []
    future.value = []
    active.value = { row: 0, column: 0 }
    written = bytes
  })
}

export function closeTable(): void {
  openName.value = undefined
  table.value = undefined
}

/** Opens a file where a problem is. `row` as findings count it. */
export function jumpTo(name: string, row: number | undefined, column: string | undefined): void {
  openTable(name)
  const found = table.peek()
  if (!found || row === undefined) return
  const at = column === undefined ? 0 : found.headings.indexOf(column)
  batch(() => {
    active.value = {
      row: Math.max(0, Math.min(row - found.first, found.rows.length - 1)),
      column: Math.max(0, at),
    }
    asked.value++
  })
}

function encodingOf(name: string) {
  return known.peek()?.records.find(({ files }) => files.some((file) => file.name === name))?.source?.encoding
}

/** Makes a changed table the file's content; what was undone before can no longer be done again. */
function become(after: Table): void {
  const before = table.peek()
  if (!before || after === before) return
  past.value = [...past.peek(), before].slice(-mostSteps)
  future.value = []
  write(after)
}

function write(after: Table): void {
  const name = openName.peek()
  if (name === undefined) return
  written = writeTable(after)
  const bytes = written
  batch(() => {
    table.value = after
    brings(name)
    unsaved.add(name)
    data.value = new Map(data.peek()).set(name, bytes)
  })
}

export function setCell({ row, column }: Cell, text: string): void {
  const before = table.peek()
  if (before) become(withCell(before, row, column, text))
}

export function setCells({ row, column }: Cell, block: readonly (readonly string[])[]): void {
  const before = table.peek()
  if (before) become(withCells(before, row, column, block))
}

/** A new row below the active one. */
export function addRow(): void {
  const before = table.peek()
  if (!before) return
  const at = before.rows.length === 0 ? 0 : active.peek().row + 1
  become(withRow(before, at))
  active.value = { row: at, column: 0 }
  asked.value++
}

export function deleteRow(): void {
  const before = table.peek()
  const { row, column } = active.peek()
  if (!before || row >= before.rows.length) return
  become(withoutRow(before, row))
  active.value = { row: Math.max(0, Math.min(row, before.rows.length - 2)), column }
  asked.value++
}

export function undo(): void {
  step(past, future)
}

export function redo(): void {
  step(future, past)
}

export const canUndo = () => past.value.length > 0
export const canRedo = () => future.value.length > 0

function step(from: typeof past, to: typeof past): void {
  const [found, now] = [from.peek().at(-1), table.peek()]
  if (!found || !now) return
  from.value = from.peek().slice(0, -1)
  to.value = [...to.peek(), now]
  write(found)
  const { row, column } = active.peek()
  active.value = { row: Math.max(0, Math.min(row, found.rows.length - 1)), column }
}

// Of another policy nothing is edited yet.
effect(() => {
  void opened.value
  changed.value = new Set()
  unsaved.clear()
})

export function saved(name: string): void {
  unsaved.delete(name)
}

/** What was brought is still where it came from: nothing is lost with the page. */
export function brings(name: string): void {
  changed.value = new Set([...changed.peek(), name])
}

addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0 && !allDataKept.peek()) event.preventDefault()
})

// What replaces the open file from elsewhere (another sample, data brought again) is read anew.
effect(() => {
  const files = data.value
  untracked(() => {
    const name = openName.peek()
    if (name === undefined || files.get(name) === written) return
    openName.value = undefined
    if (files.has(name)) openTable(name)
    else closeTable()
  })
})
