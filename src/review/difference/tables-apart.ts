import { formatDay } from '../../base/day.ts'
import type { Source } from '../../base/span.ts'
import type { DecisionTable, Give, Parameter, Typed } from '../../check/checked.ts'
import type { Checked } from '../../check/clauses.ts'
import { showPoint } from '../../check/geometry.ts'
import type { Expr, Plan, TableInput, Type } from '../../plan/plan.ts'
import type { Names } from './names.ts'
import type { Range } from './range-text.ts'
import { type Class, type Classes, type Pair, pairOf } from './table-cells.ts'
import { type Box, boxesOf } from './table-regions.ts'

/** A table, or a parameter with several values, that gives something else in the new version, and for what. */
export type TableApart = {
  readonly table: string
  readonly title?: string
  readonly regions: readonly Region[]
  /** More than are listed. */
  readonly more: number
  /** Of all inputs for which they differ the one nearest to 0, input by input. */
  readonly smallest?: { readonly inputs: readonly Input[]; readonly old: string; readonly next: string }
}
export type Input = { readonly label: string; readonly value: string }
export type Region = {
  readonly conditions: readonly Condition[]
  readonly old: string
  readonly next: string
}
export type Condition = { readonly label: string } & (
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'other' }
  | { readonly is: 'unknown' }
  | ({ readonly is: 'range' } & Range)
)

type Version = {
  readonly checked: Checked
  readonly plan: Plan
  readonly sources: readonly Source[]
}

/** Regions that anybody reads. */
const most = 12

export function tablesApart(
  old: Version,
  next: Version,
  names: Names,
  slice: ReadonlySet<string>,
): readonly TableApart[] {
  const [a, b] = [tablesOf(old), tablesOf(next)]
  const found: TableApart[] = []
  for (const [id, one] of a) {
    const other = b.get(id)
    if (!slice.has(id) || !other || one.outputs !== other.outputs) continue
    const pair = paired(old.plan, next.plan, id, names)
    if (!pair) continue
    const boxes = boxesOf(pair, (i, j) => one.gives(i) === other.gives(j))
    const known = boxes.filter(({ ranges }) => !isUnknown(pair, ranges))
    const shown = known.length > 0 ? known : boxes
    if (shown.length === 0) continue
    const told = (box: Box) => ({ old: decided(box.old, one.gives), next: decided(box.next, other.gives) })
    const smallest = known.length > 0 ? smallestOf(pair, known) : undefined
    found.push({
      table: id,
      ...(other.title !== undefined && { title: other.title }),
      regions: shown.slice(0, most).map((box) => ({ conditions: conditionsOf(pair, box), ...told(box) })),
      more: Math.max(0, shown.length - most),
      ...(smallest && { smallest: { inputs: smallest.inputs, ...told(smallest.box) } }),
    })
  }
  return found
}

type Told = {
  readonly title?: string
  readonly outputs: number
  readonly gives: (row: number) => string
}

/** Every table that the checked program asks, and its parameters with several values, with what each row gives as text. */
function tablesOf({ checked, sources }: Version): ReadonlyMap<string, Told> {
  const texts = new Map(sources.map(({ name, text }) => [name, text]))
  const out = new Map<string, Told>()
  const seen = new Set<object>()
  const told = (give: Give | undefined): string => {
    if (!give) return '–'
    if (give.is === 'not-decided') return give.why
    if (give.is === 'const') return constText(give)
    return (texts.get(give.span.source) ?? '').slice(give.span.from, give.span.to).replace(/\s+/gu, ' ')
  }
  const table = (one: DecisionTable) => {
    const rows = one.otherwise ? [...one.rows, one.otherwise] : one.rows
    out.set(one.id, {
      ...(one.title !== undefined && { title: one.title }),
      outputs: one.outputs.length,
      gives: (row) => rows[row]?.gives.map(told).join(', ') ?? '–',
    })
  }
  const parameter = (one: Parameter) => {
    out.set(one.id, {
      ...(one.title !== undefined && { title: one.title }),
      outputs: 1,
      gives: (row) => told(one.rows[row]?.value),
    })
  }
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    if ('kind' in part && part.kind === 'table') table(part as DecisionTable)
    if ('kind' in part && part.kind === 'parameter') parameter(part as Parameter)
    for (const inner of part instanceof Map ? part.values() : Object.values(part)) walk(inner)
  }
  walk(checked.order)
  return out
}

function constText({ value, type }: Extract<Typed, { is: 'const' }>): string {
  return typeof value === 'bigint'
    ? showPoint(value, type)
    : typeof value === 'number'
      ? formatDay(value)
      : String(value)
}

/** The two tables over what they are asked for in the plans. */
function paired(old: Plan, next: Plan, id: string, names: Names): Pair | undefined {
  const [a, b] = [old.tables.find((one) => one.id === id), next.tables.find((one) => one.id === id)]
  const [x, y] = [askedOf(old, id), askedOf(next, id)]
  if (!a || !b || !x || !y) return undefined
  return pairOf(
    names,
    a,
    b,
    x.map((input, i) => [input, y[i]] as const),
  )
}

function askedOf({ columns }: Plan, id: string): readonly TableInput[] | undefined {
  const found = columns.find(({ expr }) => expr.op === 'table' && expr.table === id)?.expr
  return found?.op === 'table' ? found.inputs : undefined
}

function decided(one: Box['old'], gives: (row: number) => string): string {
  return one.is === 'row' ? gives(one.row) : '?'
}

function isUnknown({ classes }: Pair, ranges: Box['ranges']): boolean {
  return ranges.some(({ from }, i) => classes[i]?.list[from]?.is === 'unknown')
}

function conditionsOf({ classes }: Pair, { ranges }: Box): readonly Condition[] {
  return ranges.flatMap(({ from, to }, i): Condition[] => {
    const column = classes[i]
    const list = column?.list.slice(from, to + 1) ?? []
    const [first, last] = [list[0], list.at(-1)]
    if (!column || !first || !last) return []
    const known = column.list.filter((one) => one.is !== 'unknown').length
    if (list.length >= known) return []
    const { label, type } = column
    if (first.is === 'unknown') return [{ label, is: 'unknown' }]
    if (first.is === 'stretch' && last.is === 'stretch')
      return [{ label, is: 'range', ...bounds(first, last, type, column.scale) }]
    const words = list.flatMap((one) => (one.is === 'word' ? [one.word] : []))
    return [words.length === 0 ? { label, is: 'other' } : { label, is: 'words', words }]
  })
}

type Stretch = Extract<Class, { is: 'stretch' }>

function bounds(first: Stretch, last: Stretch, type: Type, scale: number) {
  const [low, high] = [first.low, last.high]
  const text = (at: bigint) => valueText(at, type, scale)
  return {
    ...(low !== undefined && { low: { at: text(low), included: first.low === first.high } }),
    ...(high !== undefined && { high: { at: text(high), included: last.low === last.high } }),
  }
}

function valueText(at: bigint, type: Type, scale: number): string {
  if (type.is === 'date') return formatDay(Number(at))
  if (type.is !== 'int') return String(at)
  const range = { scale, min: 0n, max: 0n }
  const { unit, currency } = type
  return showPoint(at, { is: 'number', unit, range, ...(currency !== undefined && { currency }) })
}

/** Of all that differs the first, input by input: numbers by their size, words by their order. */
function smallestOf(
  pair: Pair,
  boxes: readonly Box[],
): { readonly inputs: readonly Input[]; readonly box: Box } | undefined {
  let best:
    | { readonly key: readonly bigint[]; readonly inputs: readonly Input[]; readonly box: Box }
    | undefined
  for (const box of boxes) {
    const least = box.ranges.map((range, i) => leastOf(pair.classes[i], range))
    const key = least.flatMap((one) => one?.key ?? [])
    if (least.some((one) => one === undefined) || (best && !isBefore(key, best.key))) continue
    const inputs = least.flatMap((one, i) =>
      one ? [{ label: pair.classes[i]?.label ?? '', value: one.text }] : [],
    )
    best = { key, inputs, box }
  }
  return best
}

type Least = { readonly key: readonly [size: bigint, sign: bigint]; readonly text: string }

function leastOf(column: Classes | undefined, { from, to }: Box['ranges'][number]): Least | undefined {
  if (!column) return undefined
  let best: Least | undefined
  for (let at = from; at <= to; at++) {
    const one = column.list[at]
    if (!one || one.is === 'unknown') continue
    const least: Least | undefined =
      one.is === 'stretch'
        ? leastIn(one, column)
        : { key: [BigInt(at), 0n], text: one.is === 'word' ? one.word : '…' }
    if (least && (!best || isBefore(least.key, best.key))) best = least
  }
  return best
}

/** The value of a stretch nearest to 0, of two the positive one; none where it is not known to have one of its places. */
function leastIn({ low, high }: Stretch, { step, type, scale }: Classes): Least | undefined {
  const unit = step ?? 1n
  const up = (at: bigint) => at - (((at % unit) + unit) % unit) + unit
  const down = (at: bigint) => at - 1n - ((((at - 1n) % unit) + unit) % unit)
  const value =
    low !== undefined && low === high
      ? low
      : low !== undefined && low >= 0n
        ? up(low)
        : high !== undefined && high <= 0n
          ? down(high)
          : 0n
  if ((high !== undefined && low !== high && value >= high) || (low !== undefined && value < low))
    return undefined
  const size = value < 0n ? -value : value
  return { key: [size, value < 0n ? 1n : 0n], text: valueText(value, type, scale) }
}

function isBefore(a: readonly bigint[], b: readonly bigint[]): boolean {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? 0n
    if (one !== other) return one < other
  }
  return false
}

/** The tables that a part of a plan asks. */
export function askedTables(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if (isTable(part)) found.add(part.table)
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(plan.columns.map(({ expr }) => expr))
  return found
}

function isTable(part: object): part is Extract<Expr, { op: 'table' }> {
  return 'op' in part && part.op === 'table'
}
