import { formatDay, parseDay } from '../../base/day.ts'
import { power10 } from '../../base/decimal.ts'
import { readNumber } from '../../data/cell-number.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import { numberText } from './choices.ts'
import type { SharedField, SharedRecord } from './schema.ts'
import { type Outcome, type Stretch, stretchesOf } from './stretches.ts'
import { resultsAlone, type Trial } from './trial.ts'
import type { Choices, World } from './worlds.ts'

/** For which values of one cell of an example the versions differ, the other cells as they are. */
export type Along = {
  readonly record: string
  /** In the words of either version. */
  readonly field: { readonly old?: string; readonly next?: string }
  readonly row: string
  readonly stretches: readonly AlongStretch[]
}
export type AlongStretch = {
  /** Absent where it goes on as far as was looked. */
  readonly from?: string
  readonly until?: string
  /** What both give at its ends. */
  readonly first: Ends
  readonly last: Ends
}
export type Ends = { readonly at: string; readonly old?: Value; readonly next?: Value }

/** Cells that are tried, and how many worlds are run for one of them. */
const mostCells = 4
/** Values near a constant that only one version has, and others, that are looked at to begin with. */
const mostHot = 16
const mostPlain = 8

/**
 * The first cell, numbers before days, for some of whose values the versions differ and for others not; and the world with
 * the smallest of these values. Undefined where there is none, or where it takes more than `budget` runs to say, of all
 * cells together.
 */
export function alongCell(
  trial: Trial,
  choices: Choices,
  world: World,
  budget: number,
): { readonly along: Along; readonly world: World } | undefined {
  const first = resultsAlone(trial, world)
  const key = first && [...first].find(([, { parts }]) => parts.length > 0)?.[0]
  if (key === undefined) return undefined
  const runs = { left: budget }
  for (const cell of cellsOf(trial, world).slice(0, mostCells)) {
    const found = along(trial, choices, world, cell, key, runs)
    if (found) return found
  }
  return undefined
}

type Cell = {
  readonly record: SharedRecord
  readonly field: SharedField
  readonly at: number
  readonly digits: bigint
}

/** Cells with a number or a day, the numbers first. */
function cellsOf({ schema }: Trial, world: World): readonly Cell[] {
  const all = schema.flatMap((record) =>
    (world.get(record.key) ?? []).flatMap((row, at) =>
      record.fields.flatMap((field): readonly Cell[] => {
        if (field.names || !field.read || !field.old || !field.next) return []
        const digits = digitsOf(field, row.cells.get(field.key)?.cell ?? '')
        return digits === undefined ? [] : [{ record, field, at, digits }]
      }),
    ),
  )
  const rank = ({ field: { type } }: Cell) =>
    type.is !== 'int' ? 2 : type.unit === 'money' || type.unit === 'number' ? 0 : 1
  return all.toSorted((a, b) => rank(a) - rank(b))
}

function digitsOf({ type, key }: SharedField, cell: string): bigint | undefined {
  if (type.is === 'date') {
    const day = parseDay(cell)
    return day === undefined ? undefined : BigInt(day)
  }
  if (type.is !== 'int' || cell === '') return undefined
  const read = readNumber({ name: key, type, style: 'signed' }, cell)
  return 'value' in read ? read.value : undefined
}

function cellText({ type }: SharedField, digits: bigint): string {
  return type.is === 'int' ? numberText(digits, type) : formatDay(Number(digits))
}

function along(
  trial: Trial,
  choices: Choices,
  world: World,
  cell: Cell,
  key: string,
  runs: { left: number },
): { readonly along: Along; readonly world: World } | undefined {
  const { record, field, at } = cell
  const points = pointsFor(field, choices, cell.digits)
  const worldAt = (digits: bigint): World => withCell(world, cell, cellText(field, digits))
  const linesAt = (digits: bigint) => resultsAlone(trial, worldAt(digits))?.get(key)
  const outcome = (digits: bigint): Outcome | undefined => {
    runs.left--
    const results = resultsAlone(trial, worldAt(digits))
    if (!results) return undefined
    const line = results.get(key)
    const [label] = line?.parts ?? []
    const [old, next] = [plain(line?.old, label?.label), plain(line?.next, label?.label)]
    const scale = Math.max(old.scale, next.scale)
    return {
      differs: (line?.parts.length ?? 0) > 0,
      old: old.value,
      next: next.value,
      unit: power10(places - scale),
    }
  }
  const all = stretchesOf(outcome, points, runs.left)
  if (!all || all.length === 0) return undefined
  // Where roundings meet, a last place more here and there says nothing beside what is further apart.
  const further = all.filter(({ from, until }) => [from, until].some((step) => isFurther(outcome(step))))
  const found = further.length > 0 ? further : all
  if (found.some(({ openBelow, openAbove }) => openBelow && openAbove)) return undefined
  const ends = (digits: bigint): Ends => {
    const [part] = linesAt(digits)?.parts ?? []
    return {
      at: cellText(field, digits),
      ...(part?.old && { old: part.old }),
      ...(part?.next && { next: part.next }),
    }
  }
  const smallest = found.map(nearestToZero).reduce((a, b) => (size(b) < size(a) ? b : a))
  return {
    along: {
      record: record.next?.id ?? record.key,
      field: { ...(field.old && { old: field.old.id }), ...(field.next && { next: field.next.id }) },
      row: world.get(record.key)?.[at]?.id ?? '',
      stretches: found.map((one) => ({
        ...(!one.openBelow && { from: cellText(field, one.from) }),
        ...(!one.openAbove && { until: cellText(field, one.until) }),
        first: ends(one.from),
        last: ends(one.until),
      })),
    },
    world: field.type.is === 'int' ? worldAt(smallest) : world,
  }
}

/** Apart by more than the last place of either. */
function isFurther(one: Outcome | undefined): boolean {
  if (!one?.differs || typeof one.old !== 'bigint' || typeof one.next !== 'bigint')
    return one?.differs === true
  return size(one.next - one.old) > one.unit
}

function size(digits: bigint): bigint {
  return digits < 0n ? -digits : digits
}

function nearestToZero({ from, until }: Stretch): bigint {
  return from > 0n ? from : until < 0n ? until : 0n
}

type Plain = { readonly value: bigint | string; readonly scale: number }

/** A result as a number at a scale that all have, or as text. */
function plain(line: ResultLine | undefined, label: string | undefined): Plain {
  const value = label === undefined ? line?.value : line?.also.find((one) => one.label === label)?.value
  const text = (value: string): Plain => ({ value, scale: 0 })
  if (!value) return text('none')
  if ('reason' in value) return text(`${value.is} ${value.reason.code}`)
  if (value.is !== 'number') return text(`${value.is} ${value.text}`)
  const { digits, scale } = value
  return scale > places ? text(`${digits}`) : { value: digits * power10(places - scale), scale }
}

/** Places at which results are laid beside one another. */
const places = 12

/** The values that any constant of the versions makes worth trying, and far beyond the largest of them. */
function pointsFor(field: SharedField, choices: Choices, now: bigint): readonly bigint[] {
  const list = choices.get(field) ?? []
  const tried = [...list.filter(({ hot }) => hot).slice(0, mostHot), ...list.slice(0, mostPlain)].flatMap(
    ({ cell }) => digitsOf(field, cell) ?? [],
  )
  const own = [...tried, now]
  const { type } = field
  if (type.is !== 'int') return inOrder(own)
  const [least, most] = [BigInt(type.min), BigInt(type.max)]
  const furthest = 10n * own.map(size).reduce((a, b) => (a > b ? a : b), 1n)
  const low = least > -furthest ? least : -furthest
  const high = most < furthest ? most : furthest
  return inOrder(
    [...own, low, high, ...(low < 0n && high > 0n ? [0n] : [])].filter((one) => one >= low && one <= high),
  )
}

function inOrder(points: readonly bigint[]): readonly bigint[] {
  return [...new Set(points)].sort((a, b) => (a < b ? -1 : 1))
}

function withCell(world: World, { record, field, at }: Cell, cell: string): World {
  const rows = (world.get(record.key) ?? []).map((row, i) =>
    i === at ? { ...row, cells: new Map([...row.cells, [field.key, { cell, cost: 0, hot: false }]]) } : row,
  )
  return new Map([...world, [record.key, rows]])
}
