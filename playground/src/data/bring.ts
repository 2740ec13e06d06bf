import { batch, effect, signal, untracked } from '@preact/signals'
import {
  csvOf,
  guessStyle,
  initialsOf,
  matchColumns,
  matchRecord,
  pastedRows,
  type RecordSource,
  type Relation,
  readTable,
  type Table,
} from '../../../src/index.ts'
import { dropped } from '../state/dropped.ts'
import { data, opened, settings, stillOpened } from '../state/workspace.ts'
import { ask } from '../work/client.ts'
import type { RecordView } from '../work/data-protocol.ts'
import { type Brought, type Choice, type Refused, sheetTable } from './brought.ts'
import { brings, closeTable } from './editing.ts'
import { known } from './known.ts'
import { sheetsOf } from './sheets-client.ts'

/** What was brought and is not yet used, in the order in which it came. */
export const brought = signal<readonly Brought[]>([])
export const refused = signal<readonly Refused[]>([])
export const reading = signal(false)

export const limits = { text: 50_000_000, sheet: 20_000_000, files: 20 } as const
let count = 0
/** How often files are being read: more may be brought meanwhile. */
let readers = 0
/** What was open when what was brought was guessed last. */
let guessedOf = opened.peek()

/** Reads files that somebody dropped or chose: nothing of them is used before he says so. */
export async function bringFiles(files: readonly File[]): Promise<void> {
  readers++
  reading.value = true
  refused.value = []
  for (const file of files.slice(0, limits.files)) {
    const kind = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
    const limit = kind === 'xlsx' ? limits.sheet : limits.text
    if (file.size > limit) refuse(file.name, 'large')
    else
      await bring(file.name, kind, new Uint8Array(await file.arrayBuffer())).catch(() =>
        refuse(file.name, 'broken'),
      )
  }
  if (files.length > limits.files) refuse('', 'many')
  readers--
  reading.value = readers > 0
}

/** What was pasted from a spreadsheet, or as CSV. */
export function bringText(text: string): void {
  refused.value = []
  const rows = pastedRows(text)
  if (text.length > limits.text) refuse('', 'large')
  else if (rows.length === 0) refuse('', 'empty')
  else add({ name: 'pasted.csv', sheets: [], sheet: 0, top: 0, ...bytesAndTable('pasted.csv', csvOf(rows)) })
}

async function bring(name: string, kind: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (kind === 'xlsx') {
    const sheets = (await sheetsOf(bytes))?.filter(({ rows }) => rows.length > 0)
    const first = sheets?.[0]
    if (!first || !sheets) refuse(name, sheets ? 'empty' : 'broken')
    else add({ name, sheets, sheet: 0, ...sheetTable(name, first) })
    return
  }
  if (kind === 'xls') refuse(name, 'old')
  else if (!['csv', 'tsv', 'txt', 'json', 'jsonl'].includes(kind)) refuse(name, 'kind')
  else {
    const own = kind === 'tsv' || kind === 'txt' ? name.replace(/\.\w+$/, '.csv') : name
    add({ name: own, sheets: [], sheet: 0, top: 0, ...bytesAndTable(own, bytes) })
  }
}

function bytesAndTable(name: string, bytes: Uint8Array) {
  return { bytes, table: readTable(name, bytes) }
}

function refuse(name: string, why: Refused['why']): void {
  refused.value = [...refused.peek(), { name, why }]
}

function add(
  found: Omit<Brought, 'id' | 'table' | 'adds' | keyof Choice> & { readonly table: Table | undefined },
): void {
  const { table } = found
  if (!table) refuse(found.name, 'broken')
  else {
    // Guessed once the records are known.
    if (!known.peek()) guessedOf = undefined
    const choice = chosenFor(found.name, table, found.sheets[0]?.name)
    brought.value = [...brought.peek(), { ...found, id: ++count, adds: false, ...choice, table }]
  }
}

/** The columns of a file that is open already, to be chosen anew. */
export function mapAgain({ relation }: RecordView, name: string): void {
  const bytes = data.peek().get(name)
  const table = bytes && readTable(name, bytes)
  if (!table || brought.peek().some((one) => one.name === name && one.record === relation.id)) return
  const one = { name, bytes, table, sheets: [], sheet: 0, top: 0, adds: false }
  brought.value = [
    ...brought.peek(),
    { ...one, id: ++count, record: relation.id, ...columnsFor(relation, table) },
  ]
}

/** The record and the columns that are guessed for a table. */
function chosenFor(name: string, table: Table, sheet?: string): Choice {
  const relations = known.peek()?.records.map(({ relation }) => relation) ?? []
  const guess = (called: string) => matchRecord(relations, called, table.headings, initialsOf)
  const record = (sheet === undefined ? undefined : guess(sheet)) ?? guess(name)
  const relation = relations.find(({ id }) => id === record)
  return relation ? { record: relation.id, ...columnsFor(relation, table) } : noChoice
}

const noChoice: Choice = { record: undefined, columns: new Map(), styles: new Map(), how: new Map() }

function columnsFor(relation: Relation, table: Table): Omit<Choice, 'record'> {
  // What was said of the record before holds for a file with the same headings.
  const said = known.peek()?.records.find((one) => one.relation.id === relation.id)?.source?.columns
  const matches = matchColumns(relation, table.headings, initialsOf)
  const columns = new Map(matches.map(({ field, heading }) => [field, heading]))
  const how = new Map<string, NonNullable<ReturnType<Choice['how']['get']>>>(
    matches.map((match) => [match.field, match.how]),
  )
  for (const [field, { heading }] of said ?? [])
    if (heading !== undefined && table.headings.includes(heading)) {
      columns.set(field, heading)
      how.set(field, 'said')
    }
  const styles = new Map(stylesFor(relation, table, columns))
  for (const [field, { style }] of said ?? []) if (style) styles.set(field, style)
  return { columns, how, styles }
}

function stylesFor(relation: Relation, table: Table, columns: Choice['columns']): Choice['styles'] {
  return new Map(
    relation.fields.flatMap((field) => {
      const heading = columns.get(field.id)
      const at = heading === undefined ? -1 : table.headings.indexOf(heading)
      const style =
        at < 0
          ? undefined
          : guessStyle(
              field,
              table.rows.map(({ cells }) => cells[at] ?? ''),
            )
      return style ? [[field.id, style] as const] : []
    }),
  )
}

export function change(id: number, to: Partial<Brought>): void {
  brought.value = brought.peek().map((one) => (one.id === id ? { ...one, ...to } : one))
}

export function chooseRecord(one: Brought, record: string): void {
  const relation = known.peek()?.records.find(({ relation: { id } }) => id === record)?.relation
  change(one.id, relation ? { record, ...columnsFor(relation, one.table) } : noChoice)
}

export function chooseColumn(
  one: Brought,
  relation: Relation,
  field: string,
  heading: string | undefined,
): void {
  const columns = new Map(one.columns)
  if (heading === undefined) columns.delete(field)
  else columns.set(field, heading)
  const how = new Map(one.how)
  how.delete(field)
  change(one.id, { columns, how, styles: stylesFor(relation, one.table, columns) })
}

export function chooseSheet(one: Brought, at: number, top?: number): void {
  const sheet = one.sheets[at]
  if (!sheet) return
  const { table, ...rest } = sheetTable(one.name, sheet, top)
  if (table) change(one.id, { sheet: at, ...rest, table, ...chosenFor(one.name, table, sheet.name) })
}

export function discard(id: number): void {
  brought.value = brought.peek().filter((one) => one.id !== id)
}

/** The name that the file gets here, and the files that the record is then read from. */
export function placeOf(one: Brought, view: RecordView): Place {
  const own = view.files.map((file) => file.name)
  const others = known.peek()?.records.filter(({ relation }) => relation.id !== one.record) ?? []
  const taken = [...others.flatMap(({ files }) => files.map((file) => file.name)), ...(one.adds ? own : [])]
  const named = one.sheets.length > 0 || one.name === 'pasted.csv' ? `${one.record}.csv` : one.name
  const name = own.includes(one.name) ? one.name : freeName(named, taken)
  const files = own.includes(name) ? own : one.adds ? [...own, name] : [name]
  return { name, files, replaced: own.includes(name) ? [name] : one.adds ? [] : own }
}

type Place = {
  readonly name: string
  readonly files: readonly string[]
  readonly replaced: readonly string[]
}

function freeName(wanted: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : wanted.replace(/(\.\w+)$/, `-${n}$1`)
    if (!taken.includes(name)) return name
  }
}

// What was brought while another policy was open, or before its records were known, is guessed for the records there are.
effect(() => {
  if (!known.value || guessedOf === opened.value) return
  guessedOf = opened.value
  brought.value = brought
    .peek()
    .map((one) => ({ ...one, ...chosenFor(one.name, one.table, one.sheets[one.sheet]?.name) }))
})

/** Puts the file where the record is read from, with what has to be said of it. False where the settings have mistakes. */
export async function use(one: Brought): Promise<boolean> {
  const view = known.peek()?.records.find(({ relation }) => relation.id === one.record)
  if (!view) return false
  const { name, files } = placeOf(one, view)
  const columns = view.relation.fields.map(({ id }) => {
    const [heading, style] = [one.columns.get(id), one.styles.get(id)]
    return [id, { ...(heading !== undefined && { heading }), ...(style && { style }) }] as const
  })
  const written = await settingsWith(
    view,
    { files, columns: new Map(columns), where: view.source?.where ?? [] },
    one,
  )
  if (!written) return false
  batch(() => {
    settings.value = written
    if (data.peek().get(name) !== one.bytes) brings(name)
    data.value = new Map(data.peek()).set(name, one.bytes)
    discard(one.id)
  })
  return true
}

/** Uses all that is of a record, one file a record: of several the user says himself whether they are added. */
export async function useAll(): Promise<void> {
  const done = new Set<string>()
  for (const one of brought.peek()) {
    if (one.record === undefined || done.has(one.record)) continue
    done.add(one.record)
    await use(one)
  }
}

async function settingsWith({ relation }: RecordView, source: RecordSource, one: Brought) {
  const { headings } = one.table
  const isOpen = stillOpened()
  for (let attempt = 0; attempt < 5; attempt++) {
    const own = settings.peek()
    const asked = { ...(own && { settings: own }), relation, source, headings }
    const reply = await ask('mapping', asked, `${one.id}`)
    if (!isOpen()) return undefined
    // Other settings were used meanwhile: these would take their place.
    if (reply.is === 'answer' && settings.peek() === own) return reply.answer
  }
  return undefined
}

// Files dropped on the page are taken once it is known which records there are to guess among.
effect(() => {
  const files = dropped.value
  if (files.length === 0 || !known.value) return
  untracked(() => {
    dropped.value = []
    closeTable()
    void bringFiles(files)
  })
})
