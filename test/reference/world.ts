import { daysInMonth } from '../../src/base/day.ts'
import type {
  Declaration,
  Expr,
  FieldMark,
  PolicyDeclaration,
  Program,
  RecordDeclaration,
  Table,
  TypeNode,
} from '../../src/syntax/ast.ts'
import { dayOfSpelling } from './literal.ts'
import type { Calendar, Period } from './period.ts'
import type { Result, Value } from './value.ts'

/** The rows as text: what a CSV file holds. */
export type Data = ReadonlyMap<string, readonly DataRow[]>
export type DataRow = { readonly [field: string]: string | null }

export type FieldInfo = {
  readonly name: string
  readonly type: TypeNode
  readonly marks: readonly FieldMark[]
}
export type RecordInfo = {
  readonly name: string
  readonly fields: ReadonlyMap<string, FieldInfo>
  readonly key?: string
  readonly posting?: string
  readonly exists?: { readonly from: string; readonly until?: string }
  readonly inForce?: { readonly from: string; readonly until?: string; readonly by: readonly string[] }
  readonly rows: readonly DataRow[]
}

/**
 * Where an expression is read: whose row, which period, and how a row is dated when its record's own date is not
 * meant (`posting`). `asOf` says which day of a period a dated parameter is read on.
 */
export type Scope = {
  readonly row?: { readonly record: string; readonly row: number }
  readonly period?: Period
  readonly posting?: Expr
  readonly asOf?: 'first-day' | 'last-day' | 'averaged'
  /** The day on which everything dated is read, where `as of` or `in quarter of` says one. */
  readonly day?: Result<Value>
  /** That day is the own date of a row that reads another one, not one that the policy names. */
  readonly own?: true
  /** Who is credited, by the record's name: only where a line of a credit, or the way on from a party, is read. */
  readonly party?: { readonly record: string; readonly row: number }
  /** The value that is being worked out: its own name, one period earlier, is its past. */
  readonly self?: string
  /** The clawback whose row is asked: what it may take is what its earlier rows have left. */
  readonly taking?: string
  /** In a window, `period` is the window, and values of this kind of period are worked out over it. */
  readonly over?: string
}

/** The row and the period that one result is for. */
export type Place = Pick<Scope, 'row' | 'period' | 'over'>

/**
 * The program with its data, and the two questions that every part asks of the others: what an expression is worth in
 * a scope, and what a declared name gives at a place (`output`: `level`, `score`, an indicator's name).
 */
export type World = {
  readonly evaluate: (expression: Expr, scope: Scope) => Result<Value>
  readonly resultOf: (name: string, place: Place, output?: string) => Result<Value>
  /** The same world, but that one value is what another one is here. */
  readonly instead: (replaced: string, by: string) => World
} & Facts

export type Facts = {
  readonly records: ReadonlyMap<string, RecordInfo>
  readonly declarations: ReadonlyMap<string, Declaration>
  readonly calendar: Calendar
  /** The calendar that the policy counts by. */
  readonly workCalendar?: string
  /** The time that the run was told. */
  readonly now?: bigint
  /** The policy's own time, both days included. */
  readonly effective: { readonly from?: number; readonly until?: number }
  /** The first day of which the data is complete. */
  readonly begins?: number
}

function recordInfo(declaration: RecordDeclaration, rows: readonly DataRow[]): RecordInfo {
  const fields = new Map<string, FieldInfo>()
  let key: string | undefined
  let posting: string | undefined
  let exists: { from: string; until?: string } | undefined
  let inForce: RecordInfo['inForce']
  for (const line of declaration.lines) {
    if (line.is === 'exists') {
      exists = { from: line.from.text, ...(line.until && { until: line.until.text }) }
    } else if (line.is === 'in-force') {
      const by = line.by.map(({ text }) => text)
      inForce = { from: line.from.text, ...(line.until && { until: line.until.text }), by }
    } else {
      const name = line.name.text
      fields.set(name, { name, type: line.type, marks: line.marks })
      if (line.marks.includes('key')) key = name
      if (line.marks.includes('posting')) posting = name
    }
  }
  return {
    name: declaration.name.text,
    fields,
    rows,
    ...(key !== undefined && { key }),
    ...(posting !== undefined && { posting }),
    ...(exists && { exists }),
    ...(inForce && { inForce }),
  }
}

/** The text of a cell that holds one plain value: a date or a name. */
export function cellWord(table: Table, row: number, column: number): string | undefined {
  const cell = table.rows[row]?.cells[column]
  const item = cell?.is === 'tests' ? cell.items[0] : undefined
  const value = item?.is === 'value' ? item.value : undefined
  if (value?.is === 'path') return value.parts.map((part) => part.text).join('.')
  if (value?.is === 'text') return value.value
  return value && 'spelling' in value ? value.spelling : undefined
}

function writtenBounds(kind: string, table: Table): readonly Period[] {
  return table.rows.map((_, row) => {
    const until = cellWord(table, row, 2)
    return {
      kind,
      key: cellWord(table, row, 0) ?? '',
      start: dayOfSpelling(cellWord(table, row, 1) ?? ''),
      end: until === undefined ? undefined : dayOfSpelling(until) + 1,
    }
  })
}

function calendarOf(policy: PolicyDeclaration | undefined): Calendar {
  const bounds = new Map<string, readonly Period[]>()
  let startMonth = 1
  let startDay = 1
  for (const line of policy?.lines ?? []) {
    if (line.is === 'periods') bounds.set(line.of.text, writtenBounds(line.of.text, line.table))
    if (line.is === 'year-starts') {
      startMonth = line.month
      startDay = Math.min(line.day, daysInMonth(2001, line.month))
    }
  }
  return { startMonth, startDay, bounds }
}

function effectiveOf(policy: PolicyDeclaration | undefined): Facts['effective'] {
  const line = policy?.lines.find((each) => each.is === 'effective')
  if (!line) return {}
  return {
    from: dayOfSpelling(line.from.spelling),
    ...(line.until && { until: dayOfSpelling(line.until.spelling) }),
  }
}

export function factsOf(program: Program, data: Data): Facts {
  const all = program.files.flatMap((file) => file.declarations)
  const records = new Map<string, RecordInfo>()
  const declarations = new Map<string, Declaration>()
  let policy: PolicyDeclaration | undefined
  for (const declaration of all) {
    if (declaration.kind === 'record') {
      const name = declaration.name.text
      records.set(name, recordInfo(declaration, data.get(name) ?? []))
    } else if (declaration.kind === 'policy') policy = declaration
    else declarations.set(declaration.name.text, declaration)
  }
  const effective = effectiveOf(policy)
  const work = policy?.lines.find((line) => line.is === 'calendar')
  const history = policy?.lines.find((line) => line.is === 'history')
  const begins = history ? dayOfSpelling(history.from.spelling) : effective.from
  return {
    records,
    declarations,
    calendar: calendarOf(policy),
    ...(work?.is === 'calendar' && { workCalendar: work.calendar.text }),
    effective,
    ...(begins !== undefined && { begins }),
  }
}

export function recordOf(world: Facts, name: string): RecordInfo {
  const record = world.records.get(name)
  if (!record) throw new Error(`no record ${name}`)
  return record
}
