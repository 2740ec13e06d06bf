import { formatDay, parseDay } from '../../base/day.ts'
import { power10 } from '../../base/decimal.ts'
import { readNumber } from '../../data/cell-number.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import { numberText } from './choices.ts'
import { companyRecords } from './company.ts'
import type { Range } from './range-text.ts'
import type { SharedField, SharedRecord } from './schema.ts'
import {
  isFurther,
  type Outcome,
  type OutcomesAt,
  type Stretch,
  type Stretches,
  stretchesOf,
} from './stretches.ts'
import { resultsOf, type Trial, type WorldResults } from './trial.ts'
import type { Choices, World } from './worlds.ts'

/** For which values of one cell of an example the versions differ, the other cells as they are. */
export type Along = {
  readonly record: string
  /** In the words of either version. */
  readonly field: { readonly old?: string; readonly next?: string }
  readonly row: string
  readonly stretches: readonly AlongStretch[]
  /** What is apart by no more than a rounding here and there is left out. */
  readonly roundings: boolean
  /** There may be more stretches than those that were found in the time that there is. */
  readonly cut: boolean
}
export type AlongStretch = Range & {
  /** Absent where it goes on as far as was looked. */
  readonly from?: string
  readonly until?: string
  /** What both give at its ends. */
  readonly first: Ends
  readonly last: Ends
}
export type Ends = { readonly at: string; readonly old?: Value; readonly next?: Value }

const mostCells = 4
/** Worlds of one run. */
const mostBeside = 250
/** Stretches that are looked at again, each world alone. */
const mostSure = 4
/** Values near a constant that only one version has, and others, that are looked at to begin with. */
const mostHot = 16
const mostPlain = 8

/**
 * The first cell, numbers before days, for some of whose values the versions differ and for others not; and the world with
 * the smallest of these values. Undefined where there is none, or where it takes more than `budget` worlds to say of each
 * cell.
 */
export function alongCell(
  trial: Trial,
  choices: Choices,
  world: World,
  budget: number,
): { readonly along: Along; readonly world: World } | undefined {
  const [first] = resultsOf(trial, [world])
  const key = first && [...first].find(([, { parts }]) => parts.length > 0)?.[0]
  if (key === undefined) return undefined
  const common = companyRecords(trial.schema)
  let least: { readonly cell: Cell; readonly found: Stretches } | undefined
  for (const cell of cellsOf(trial, world).slice(0, mostCells)) {
    // What the worlds of one run have in common cannot be another in each.
    const beside = common.has(cell.record.key)
      ? undefined
      : along(trial, choices, world, cell, key, { budget, beside: mostBeside })
    const sure = beside && isSure(trial, world, cell, key, beside)
    const found = sure ? beside : along(trial, choices, world, cell, key, { budget: budget / 8, beside: 1 })
    if (!found) continue
    // A single value says less than what lies between two.
    const wide = found.found.some(({ from, until }) => from !== until)
    least = wide ? { cell, found } : (least ?? { cell, found })
    if (wide) break
  }
  return (
    least && {
      along: alongOf(trial, world, least.cell, key, least.found),
      world: smallest(world, least.cell, least.found),
    }
  )
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

type How = { readonly budget: number; readonly beside: number }

/** Where the versions differ as the cell goes; undefined where it is everywhere, nowhere, or takes too long to say. */
function along(
  trial: Trial,
  choices: Choices,
  world: World,
  cell: Cell,
  key: string,
  { budget, beside }: How,
): Stretches | undefined {
  const outcomes: OutcomesAt = (steps) => {
    const out: (Outcome | undefined)[] = []
    for (let at = 0; at < steps.length; at += beside) {
      const worlds = steps.slice(at, at + beside).map((digits) => worldAt(world, cell, digits))
      out.push(...resultsOf(trial, worlds).map((results) => outcomeOf(results, key)))
    }
    return out
  }
  const points = pointsFor(cell.field, choices, cell.digits)
  const all = stretchesOf(outcomes, points, Math.floor(budget))
  const { found, cut } = all
  if (found.length === 0 || found.some(({ openBelow, openAbove }) => openBelow && openAbove)) return undefined
  // Where nothing is further apart than a rounding, a list that is cut says nothing.
  return cut && !all.roundings ? undefined : all
}

function worldAt(world: World, cell: Cell, digits: bigint): World {
  return withCell(world, cell, cellText(cell.field, digits))
}

function outcomeOf(results: WorldResults | undefined, key: string): Outcome | undefined {
  if (!results) return undefined
  const line = results.get(key)
  const [label] = line?.parts ?? []
  const [old, next] = [plain(line?.old, label?.label), plain(line?.next, label?.label)]
  const scale = Math.max(old.scale, next.scale)
  const unit = power10(places - scale)
  return { differs: (line?.parts.length ?? 0) > 0, old: old.value, next: next.value, unit }
}

/** Worlds side by side may have had a part in each other: what is told is looked at alone, on both sides of each end. */
function isSure(trial: Trial, world: World, cell: Cell, key: string, all: Stretches): boolean {
  const at = (digits: bigint) => outcomeOf(resultsOf(trial, [worldAt(world, cell, digits)])[0], key)
  const isIn = (digits: bigint) => at(digits)?.differs === true
  // Beyond an end a rounding may still be left.
  const isOut = (digits: bigint) => {
    const one = at(digits)
    return one === undefined || !isFurther(one)
  }
  return all.found.slice(0, mostSure).every(({ from, until, openBelow, openAbove }) => {
    if (!isIn(from) || (from !== until && !isIn(until))) return false
    return (openBelow || isOut(from - 1n)) && (openAbove || isOut(until + 1n))
  })
}

function alongOf(
  trial: Trial,
  world: World,
  { record, field, at, ...cell }: Cell,
  key: string,
  { found, roundings, cut }: Stretches,
): Along {
  const ends = (digits: bigint): Ends => {
    const own = worldAt(world, { record, field, at, ...cell }, digits)
    const [part] = resultsOf(trial, [own])[0]?.get(key)?.parts ?? []
    const text = cellText(field, digits)
    return { at: text, ...(part?.old && { old: part.old }), ...(part?.next && { next: part.next }) }
  }
  return {
    record: record.next?.id ?? record.key,
    field: { ...(field.old && { old: field.old.id }), ...(field.next && { next: field.next.id }) },
    row: world.get(record.key)?.[at]?.id ?? '',
    roundings,
    cut,
    stretches: found.map((one) => ({
      ...(!one.openBelow && { from: cellText(field, one.from) }),
      ...(!one.openAbove && { until: cellText(field, one.until) }),
      ...rangeOf(field, one),
      first: ends(one.from),
      last: ends(one.until),
    })),
  }
}

/** As a row would say it: of a number with places, what begins a step beyond a rounder one is told as over it. */
function rangeOf(field: SharedField, { from, until, openBelow, openAbove }: Stretch): Range {
  const { type } = field
  const places = type.is === 'int' && type.scale > 0 && from !== until
  const end = (digits: bigint, beyond: bigint): NonNullable<Range['low']> => {
    const included = !places || beyond % 10n !== 0n
    return { at: cellText(field, included ? digits : beyond), included }
  }
  return {
    ...(!openBelow && { low: end(from, from - 1n) }),
    ...(!openAbove && { high: end(until, until + 1n) }),
  }
}

/** The world with the smallest value for which they differ. */
function smallest(world: World, cell: Cell, { found }: Stretches): World {
  if (cell.field.type.is !== 'int') return world
  return worldAt(
    world,
    cell,
    // What is less than nothing is seldom the plainest.
    found
      .map(nearestToZero)
      .reduce((a, b) => (a < 0n !== b < 0n ? (a < 0n ? b : a) : size(b) < size(a) ? b : a)),
  )
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
  return inOrder([...own, ...round(low, high), low, high].filter((one) => one >= low && one <= high))
}

/** Round values of every size between the two, on both sides of 0. */
function round(low: bigint, high: bigint): readonly bigint[] {
  const out = [0n]
  for (let unit = 1n; unit <= high || -unit >= low; unit *= 10n)
    for (const one of [unit, 2n * unit, 5n * unit]) out.push(one, -one)
  return out
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
