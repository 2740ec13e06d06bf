import type { Language } from '../../base/language.ts'
import type { CellBound, Expr, Table } from '../../syntax/ast.ts'
import { valueOfLiteral } from '../../syntax/literal.ts'
import { printExpression } from '../../syntax/print-expressions.ts'
import { columnRole } from './columns.ts'
import type { Change } from './mutant.ts'
import { movedTime, nudged } from './nudge.ts'
import { isNumber, isTable, isTime, type Path, type Spot, type TreeEdit } from './tree.ts'

/** An end of a range in a cell, or a single value. */
type Bound = {
  readonly path: Path
  readonly at: Expr
  /** Where rows part: at this value, above it where the value itself still belongs below. */
  readonly value: string
  readonly above: boolean
  readonly included?: boolean
}

/**
 * The boundaries of a decision table's columns, which rows share: all that meet in one place move together, since one of
 * them alone would leave a gap. A step up, a step down, and the boundary itself given to the other row.
 */
export function boundChanges(spot: Spot, language: Language): readonly Change[] {
  const { node } = spot
  if (!isTable(node)) return []
  return node.headings.flatMap((_, column) => {
    const role = columnRole(spot, column)
    if (role === 'dated') return datedChanges(spot, node, column, language)
    if (role !== 'input') return []
    return [...groupsOf(spot, node, column).values()].flatMap((group) => changesOf(group, language))
  })
}

function changesOf(group: readonly Bound[], language: Language): readonly Change[] {
  const [first] = group
  if (first === undefined) return []
  const old = printExpression(first.at, language)
  const moves = [true, false].flatMap((up): Change[] => {
    const edits = group.flatMap(({ path, at }): TreeEdit[] => {
      const to = moved(at, up)
      return to === undefined ? [] : [{ path, to }]
    })
    const next = moved(first.at, up)
    if (next === undefined || edits.length < group.length) return []
    const dated = first.at.is === 'date'
    const change = dated ? (up ? 'day-later' : 'day-earlier') : up ? 'boundary-up' : 'boundary-down'
    const texts = { old, new: printExpression(next, language) }
    return [{ kind: 'boundary', change, span: first.at.span, ...texts, edits }]
  })
  const ends = group.filter((bound) => bound.included !== undefined)
  if (ends.length < group.length) return moves
  const owner: Change = {
    kind: 'boundary',
    change: 'owner',
    span: first.at.span,
    old: `${first.above ? '≤' : '<'} ${old}`,
    new: `${first.above ? '<' : '≤'} ${old}`,
    edits: ends.map(({ path, included }) => ({ path: [...path.slice(0, -1), 'included'], to: !included })),
  }
  return [...moves, owner]
}

function moved(at: Expr, up: boolean): Expr | undefined {
  if (isNumber(at)) return nudged(at, up)
  return isTime(at) ? movedTime(at, up) : undefined
}

/** The bounds of a column by the place where they part rows. */
function groupsOf(spot: Spot, table: Table, column: number): ReadonlyMap<string, readonly Bound[]> {
  const groups = new Map<string, Bound[]>()
  const add = (bound: Bound | undefined) => {
    if (bound === undefined) return
    const key = `${bound.value} ${bound.above}`
    groups.set(key, [...(groups.get(key) ?? []), bound])
  }
  for (const [r, row] of table.rows.entries()) {
    const cell = row.cells[column]
    if (cell?.is !== 'tests') continue
    for (const [i, item] of cell.items.entries()) {
      const path = [...spot.path, 'rows', r, 'cells', column, 'items', i]
      if (item.is === 'value') add(single(item.value, [...path, 'value']))
      else {
        add(boundOf(item.low, [...path, 'low', 'at'], true))
        add(boundOf(item.high, [...path, 'high', 'at'], false))
      }
    }
  }
  return groups
}

/** `1..5` beside `6..10`: of whole numbers and days the end of one is the beginning of the next. */
function boundOf(bound: CellBound | undefined, path: Path, low: boolean): Bound | undefined {
  const value = bound && orderOf(bound.at)
  if (bound === undefined || value === undefined) return undefined
  const { at, included } = bound
  if (bound.spelled === 'dots')
    return { path, at, value: low ? String(BigInt(value) - 1n) : value, above: true }
  return { path, at, value, above: low ? !included : included, included }
}

function single(at: Expr, path: Path): Bound | undefined {
  const value = orderOf(at)
  return value === undefined ? undefined : { path, at, value: `= ${value}`, above: false }
}

/** The value as text, the same for each way to write it. */
function orderOf(at: Expr): string | undefined {
  if (!isNumber(at) && !isTime(at)) return undefined
  const value = valueOfLiteral(at)
  switch (value?.is) {
    case 'date':
      return String(value.day)
    case 'number':
    case 'percent':
    case 'price-ratio':
    case 'money': {
      let { digits, scale } = value.value
      while (scale > 0 && digits % 10n === 0n) {
        digits /= 10n
        scale--
      }
      return scale === 0 ? String(digits) : `${digits}e-${scale}`
    }
    case 'duration':
      return `${value.count.digits}e-${value.count.scale} ${value.unit}`
    default:
      return undefined
  }
}

/** From when a row holds, and until when the one before it does: both a day earlier or later. */
function datedChanges(spot: Spot, table: Table, column: number, language: Language): readonly Change[] {
  const days = new Map<number, { path: Path; at: Expr; by: number }[]>()
  const untilColumn = table.headings.findIndex(
    (_, i) => i !== column && columnRole(spot, i) === 'dated' && i > column,
  )
  // One of the two columns is enough: the other moves with it.
  if (untilColumn < 0) return []
  const add = (row: number, at: number, by: number): void => {
    const cell = table.rows[row]?.cells[at]
    const item = cell?.is === 'tests' ? cell.items[0] : undefined
    const value = item?.is === 'value' ? item.value : undefined
    const day = value?.is === 'date' ? valueOfLiteral(value) : undefined
    if (value === undefined || day?.is !== 'date') return
    const path = [...spot.path, 'rows', row, 'cells', at, 'items', 0, 'value']
    const key = day.day + by
    days.set(key, [...(days.get(key) ?? []), { path, at: value, by }])
  }
  for (const row of table.rows.keys()) {
    add(row, column, 0)
    add(row, untilColumn, 1)
  }
  return [...days.values()].flatMap((group) => {
    const [first] = group
    // The first day of all has none before it, and the last no other behind it.
    if (first === undefined || new Set(group.map(({ by }) => by)).size < 2) return []
    return [true, false].flatMap((later): Change[] => {
      const edits = group.flatMap(({ path, at }): TreeEdit[] => {
        const to = moved(at, later)
        return to === undefined ? [] : [{ path, to }]
      })
      const next = moved(first.at, later)
      if (next === undefined || edits.length < group.length) return []
      const texts = { old: printExpression(first.at, language), new: printExpression(next, language) }
      const change = later ? 'day-later' : 'day-earlier'
      return [{ kind: 'time', change, span: first.at.span, ...texts, edits }]
    })
  })
}
