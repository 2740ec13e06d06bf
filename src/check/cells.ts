import { power10, rescale } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'
import { type Keyword, keywordBySpelling } from '../syntax/keywords.ts'
import type { Bound, Interval, Test, Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import { type Currency, reportCurrencies, sameCurrency } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { literalDay } from './literals.ts'
import { reportPlain } from './plain-number.ts'
import { describe, type NumberType, type Type, truth, type Unit } from './types.ts'

/** The one value of a cell; undefined for ranges, lists, `-` and `open`. */
export function singleValue(cell: ast.Cell): ast.Expr | undefined {
  if (cell.is !== 'tests' || cell.negated || cell.items.length !== 1) return undefined
  const item = cell.items[0]
  return item?.is === 'value' ? item.value : undefined
}

/** `yes` and `no` in a cell, which read better there than `true` and `false`; 是 and 否 are these in any place. */
export function truthIn(expr: ast.Expr | undefined): boolean | undefined {
  if (expr?.is === 'truth') return expr.value
  const [word, ...more] = expr?.is === 'path' ? expr.parts : []
  if (!word || more.length > 0) return undefined
  return word.text === 'yes' ? true : word.text === 'no' ? false : undefined
}

/** The word that a heading is, when it is one: `from`, `rate`, a column's name. */
export function headingWord(heading: ast.Heading | undefined): string | undefined {
  return heading?.value.is === 'path' && heading.value.parts.length === 1
    ? heading.value.parts[0]?.text
    : undefined
}

/** Everything that the cells of a column hold, without `-` and `open`. */
function valuesOf(cells: readonly ast.Cell[]): readonly ast.Expr[] {
  return cells.flatMap((cell) =>
    cell.is !== 'tests'
      ? []
      : cell.items.flatMap((item) =>
          item.is === 'value' ? [item.value] : [item.low?.at, item.high?.at].filter((e) => e !== undefined),
        ),
  )
}

/**
 * The type of an input column, read off its cells: words are the values of a list, numbers take the finest scale and
 * the one unit that is written. Undefined (and reported) when they do not agree.
 */
export function columnType(context: Context, cells: readonly ast.Cell[]): Type | undefined {
  const { report } = context.env
  const written = valuesOf(cells)
  if (written.length > 0 && written.every((expr) => truthIn(expr) !== undefined)) return truth
  const words: string[] = []
  const numbers: ColumnNumber[] = []
  let other: Type | undefined
  for (const expr of written) {
    const word =
      expr.is === 'text'
        ? expr.value
        : expr.is === 'path' &&
            expr.parts.length === 1 &&
            !context.env.declared.has(expr.parts[0]?.text ?? '')
          ? expr.parts[0]?.text
          : undefined
    const before = kindsOf(words, numbers, other)
    if (word !== undefined && expr.is === 'path' && reportGlued(context, word, expr.span)) return undefined
    if (word !== undefined) words.push(word)
    else {
      const typed = infer(context, expr)
      const value = constantOf(typed)
      if (value)
        numbers.push({
          unit: value.type.unit,
          digits: value.digits,
          scale: value.scale,
          span: expr.span,
          ...(value.type.currency && { currency: value.type.currency }),
        })
      else if (typed.type.is === 'error') return undefined
      else other = typed.type
    }
    if (kindsOf(words, numbers, other) > Math.max(before, 1)) {
      report('BY511', {}, expr.span)
      return undefined
    }
  }
  if (words.length > 0) return { is: 'enum', values: [...new Set(words)] }
  if (other) return other
  return numberColumn(report, numbers)
}

const bounds: ReadonlySet<string> = new Set<Keyword>(['over', 'under', 'up-to', 'from', 'at-least'])

/** `超过5万元` without a space is one word: unless a list of the policy has it, a bound was meant. */
function reportGlued({ env }: Context, written: string, span: ast.Expr['span']): boolean {
  const [, word = '', number = ''] = /^(\p{Script=Han}+?)(\d.*)$/u.exec(written) ?? []
  const keyword = keywordBySpelling.get(word)
  if (keyword === undefined || !bounds.has(keyword)) return false
  for (const { fields } of env.records.values())
    for (const { type } of fields.values())
      if (type.is === 'enum' && type.values.includes(written)) return false
  const suggestion = `${word} ${number}`
  env.report('BY111', { written, suggestion }, span, { edits: [{ span, text: suggestion }] })
  return true
}

type ColumnNumber = {
  readonly unit: Unit
  readonly currency?: Currency
  readonly digits: bigint
  readonly scale: number
  readonly span: ast.Expr['span']
}

function kindsOf(
  words: readonly string[],
  numbers: readonly ColumnNumber[],
  other: Type | undefined,
): number {
  return [words.length > 0, numbers.length > 0, other !== undefined].filter(Boolean).length
}

function numberColumn(report: Report, numbers: readonly ColumnNumber[]): Type | undefined {
  // A plain 0 fits every unit: it is the one number that needs none.
  const stated = numbers.filter((n) => n.unit !== 'number' || n.digits !== 0n)
  const first = stated[0] ?? numbers[0]
  if (!first) return { is: 'enum', values: [] }
  const stray = stated.find((n) => n.unit !== first.unit || !sameCurrency(n.currency, first.currency))
  if (stray) {
    report('BY511', {}, stray.span)
    return undefined
  }
  const scale = Math.max(...numbers.map((n) => n.scale))
  const limit = power10(15 + scale)
  const type: NumberType = {
    is: 'number',
    unit: first.unit,
    range: { scale, min: -limit, max: limit },
    ...(first.currency && { currency: first.currency }),
  }
  return type
}

/** What a cell lets through, for a column of this type. */
export function testOf(context: Context, cell: ast.Cell, type: Type): Test | undefined {
  const { report } = context.env
  if (cell.is === 'any') return { is: 'any' }
  if (cell.is !== 'tests') {
    report('BY506', { expected: describe(type) }, cell.span)
    return undefined
  }
  if (type.is === 'enum') {
    const values = cell.items.map((item) => wordOf(item))
    const bad = cell.items.find((item) => wordOf(item) === undefined)
    if (bad) {
      report('BY506', { expected: describe(type) }, bad.span)
      return undefined
    }
    return { is: 'words', negated: cell.negated, values: values.filter((v) => v !== undefined) }
  }
  if (type.is === 'truth') {
    const [item, ...more] = cell.items
    const value = item?.is === 'value' && more.length === 0 ? truthIn(item.value) : undefined
    if (value !== undefined) return { is: 'truth', value: value !== cell.negated }
    report('BY506', { expected: describe(type) }, cell.span)
    return undefined
  }
  const intervals: Interval[] = []
  for (const item of cell.items) {
    const interval = intervalOf(context, item, type)
    if (!interval) return undefined
    intervals.push(interval)
  }
  return { is: 'intervals', negated: cell.negated, intervals }
}

function wordOf(item: ast.CellItem): string | undefined {
  if (item.is !== 'value') return undefined
  if (item.value.is === 'text') return item.value.value
  return item.value.is === 'path' && item.value.parts.length === 1 ? item.value.parts[0]?.text : undefined
}

function intervalOf(context: Context, item: ast.CellItem, type: Type): Interval | undefined {
  if (item.is === 'value') {
    const at = pointOf(context, item.value, type)
    return at === undefined ? undefined : { low: { at, included: true }, high: { at, included: true } }
  }
  const end = (bound: ast.CellBound | undefined): Bound | 'none' | undefined => {
    if (!bound) return 'none'
    const at = pointOf(context, bound.at, type)
    return at === undefined ? undefined : { at, included: bound.included }
  }
  const low = end(item.low)
  const high = end(item.high)
  if (!low || !high) return undefined
  if (
    low !== 'none' &&
    high !== 'none' &&
    (low.at > high.at || (low.at === high.at && !(low.included && high.included)))
  ) {
    context.env.report('BY513', {}, item.span)
    return undefined
  }
  return { ...(low !== 'none' && { low }), ...(high !== 'none' && { high }) }
}

/** A threshold as an integer of the column's scale, or a day. A plain number takes the column's unit. */
export function pointOf(context: Context, expr: ast.Expr, type: Type): bigint | undefined {
  const typed: Typed = infer(context, expr)
  if (typed.type.is === 'error') return undefined
  if (type.is === 'date' && typed.type.is === 'date' && typed.is === 'const')
    return BigInt(Number(typed.value))
  if (type.is === 'time' && typed.type.is === 'time' && typed.is === 'const') return BigInt(typed.value)
  const value = constantOf(typed)
  if (type.is !== 'number' || !value) {
    context.env.report('BY506', { expected: describe(type) }, expr.span)
    return undefined
  }
  if (reportPlain(context.env.report, typed, type, 'cell')) return undefined
  const { currency } = value.type
  if (type.unit === 'money' && value.type.unit === 'money' && !sameCurrency(currency, type.currency)) {
    reportCurrencies(context.env.report, type.currency, currency, expr.span)
    return undefined
  }
  if (!fitsColumn(value.type, type, value.digits)) {
    context.env.report('BY506', { expected: describe(type) }, expr.span)
    return undefined
  }
  const at = rescale(value, type.range.scale)
  // INVARIANT: a threshold never loses a digit. A column is as fine as its finest cell.
  if (at === undefined) context.env.report('BY506', { expected: describe(type) }, expr.span)
  return at
}

/** Money columns take plain numbers (the heading's measure says the currency); percentages never do, but for 0. */
function fitsColumn(value: NumberType, column: NumberType, digits: bigint): boolean {
  if (value.unit === 'money') return column.unit === 'money'
  if (value.unit === 'number')
    return digits === 0n || (column.unit !== 'percent' && column.unit !== 'price-ratio')
  if (value.unit === column.unit) return true
  return column.unit === 'ratio' && (value.unit === 'percent' || value.unit === 'price-ratio')
}

/** The finest scale among the constants of a column, named ones and negative ones too, at least `least`. */
export function finestScale(context: Context, cells: readonly ast.Cell[], least: number): number {
  // What is wrong with a cell is said where the cell is read.
  const quiet: Context = { ...context, env: { ...context.env, report: () => {} } }
  const scales = valuesOf(cells).map((expr) => constantOf(infer(quiet, expr))?.scale ?? 0)
  return Math.max(least, ...scales)
}

export function dayOfCell(cell: ast.Cell | undefined): number | undefined {
  const value = cell && singleValue(cell)
  return value?.is === 'date' ? literalDay(value) : undefined
}
