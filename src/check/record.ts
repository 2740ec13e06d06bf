import { divideRounded, power10, type RoundingMode } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import type * as ast from '../syntax/ast.ts'
import { spellWord, wordBySpelling } from '../syntax/keywords.ts'
import { typeMeant } from '../syntax/synonyms.ts'
import type { FieldSymbol, InForce, PeriodKind, RecordSymbol } from './checked.ts'
import { hint } from './constants.ts'
import { type Currency, isCurrencyCode, isOfRow, reportCurrencies, sameCurrency } from './currency.ts'
import type { Nearest } from './environment.ts'
import { currencyOf } from './infer-literal.ts'
import { literalNumber } from './literals.ts'
import { failed, type NumberType, type Type, type Unit, unstatedRange, unstatedScale } from './types.ts'

/** What the type of a field may name. */
export type FieldNames = {
  readonly report: Report
  readonly records: ReadonlySet<string>
  readonly periods: ReadonlyMap<string, PeriodKind>
  readonly currency?: string
  readonly nearest: Nearest
  readonly language: Language
}

/** `now` is what the run is told: no name of the policy's. */
export function reportGiven(report: Report, { text, span }: ast.Name): void {
  if (wordBySpelling('given', text) !== undefined) report('BY335', { name: text }, span)
}

/** A record with its fields typed, its key, and what places its rows in time. */
export function checkRecord(names: FieldNames, declaration: ast.RecordDeclaration): RecordSymbol {
  const { report } = names
  const fields = new Map<string, FieldSymbol>()
  let key: string | undefined
  let posting: FieldSymbol | undefined
  for (const line of declaration.lines) {
    if (line.is !== 'field') continue
    const id = line.name.text
    reportGiven(report, line.name)
    if (fields.has(id)) {
      report('BY211', { name: id }, line.name.span)
      continue
    }
    const type = fieldType(names, declaration, line.type)
    const field: FieldSymbol = { id, type, optional: line.marks.includes('optional'), span: line.name.span }
    fields.set(id, field)
    if (line.marks.includes('key')) {
      if (type.is === 'time') report('BY326', { name: id }, line.name.span)
      if (key !== undefined || field.optional) report('BY415', { name: id }, line.name.span)
      key = id
    }
    if (line.marks.includes('posting')) {
      if (posting || !isDated(type)) report('BY413', { name: id }, line.name.span)
      posting ??= isDated(type) && type.is !== 'error' ? field : { ...field, type: failed }
    }
  }
  // A field whose type is misspelt may have been the one that places the rows.
  const placed = posting ?? onlyPeriod(fields) ?? [...fields.values()].find(({ type }) => type.is === 'error')
  const exists = existence(names, declaration, fields)
  const inForce = timeInForce(names, declaration, fields)
  return {
    id: declaration.name.text,
    ...(declaration.title !== undefined && { title: declaration.title }),
    fields,
    ...(key !== undefined && { key }),
    ...(placed && { posting: placed }),
    ...(exists && { exists }),
    ...(inForce && { inForce }),
    span: declaration.name.span,
  }
}

/** Rows of a record with one `period` field and no posting date belong to that period. */
function onlyPeriod(fields: ReadonlyMap<string, FieldSymbol>): FieldSymbol | undefined {
  const periods = [...fields.values()].filter((field) => field.type.is === 'period')
  return periods.length === 1 ? periods[0] : undefined
}

function existence(
  names: FieldNames,
  declaration: ast.RecordDeclaration,
  fields: ReadonlyMap<string, FieldSymbol>,
): RecordSymbol['exists'] {
  const line = declaration.lines.find((l) => l.is === 'exists')
  if (line?.is !== 'exists') return undefined
  const dated = (name: ast.Name | undefined): FieldSymbol | undefined => {
    const field = name && fields.get(name.text)
    if (!name || field?.type.is === 'date' || field?.type.is === 'error') return field
    names.report('BY414', { name: name.text, near: hint(names.nearest(name.text, fields.keys())) }, name.span)
    return undefined
  }
  const from = dated(line.from)
  const until = dated(line.until)
  return from && { from, ...(until && { until }) }
}

/** Which fields bound the time that a row is in force, and for what; a wrong one stays, as one of no type. */
function timeInForce(
  names: FieldNames,
  declaration: ast.RecordDeclaration,
  fields: ReadonlyMap<string, FieldSymbol>,
): InForce | undefined {
  const line = declaration.lines.find((l) => l.is === 'in-force')
  if (line?.is !== 'in-force') return undefined
  const field = (name: ast.Name, code: 'BY470' | 'BY471', fits: (type: Type) => boolean): FieldSymbol => {
    const found = fields.get(name.text)
    if (found && (found.type.is === 'error' || fits(found.type))) return found
    const near = found ? undefined : names.nearest(name.text, fields.keys())
    const edits = near === undefined ? undefined : [{ span: name.span, text: near }]
    names.report(code, { name: name.text, near: hint(near) }, name.span, edits && { edits })
    return { id: name.text, type: failed, optional: false, span: name.span }
  }
  const isDate = ({ is }: Type): boolean => is === 'date'
  const from = field(line.from, 'BY470', isDate)
  const until = line.until && field(line.until, 'BY470', isDate)
  const by = line.by.map((name) => field(name, 'BY471', ({ is }) => is !== 'number' && is !== 'time'))
  const twice = line.by.find(({ text }, i) => line.by.findIndex((other) => other.text === text) < i)
  if (twice) names.report('BY171', { written: twice.text }, twice.span)
  return { from, ...(until && { until }), by }
}

/** What may say in which period a row counts: a time by its day. */
function isDated({ is }: Type): boolean {
  return is === 'date' || is === 'time' || is === 'period' || is === 'error'
}

function fieldType(names: FieldNames, declaration: ast.RecordDeclaration, node: ast.TypeNode): Type {
  switch (node.is) {
    case 'one-of':
      return { is: 'enum', values: node.values.map((v) => v.text) }
    case 'name': {
      const name = node.name.text
      if (names.records.has(name)) return { is: 'ref', record: name }
      if (names.periods.has(name)) return { is: 'period', kind: name }
      const type = typeMeant(name)
      const near =
        names.nearest(name, [...names.records, ...names.periods.keys()]) ??
        (type && spellWord('type', type, names.language))
      const edits = near === undefined ? undefined : [{ span: node.name.span, text: near }]
      names.report('BY206', { name, near: hint(near) }, node.name.span, edits && { edits })
      return failed
    }
    case 'word':
      if (node.word === 'text' || node.word === 'truth' || node.word === 'date' || node.word === 'time')
        return { is: node.word }
      return numberType(names, declaration, node.word, node.bounds, node.span)
  }
}

/** Scale from `to`, range from `from … up to …`, or what a field has that says neither. */
function numberType(
  names: FieldNames,
  declaration: ast.RecordDeclaration,
  unit: Unit,
  bounds: ast.TypeBounds,
  span: ast.TypeNode['span'],
): Type {
  const { report } = names
  const currency = unit === 'money' ? currencyOfField(names, declaration, bounds) : undefined
  if (currency === 'unknown') return failed
  if (unit === 'money' && currency === undefined) {
    report('BY315', {}, span)
    return failed
  }
  const scale = scaleOf(report, bounds.to) ?? unstatedScale(unit, currency)
  const unstated = unstatedRange(unit, scale)
  const at = (expr: ast.Expr | undefined, inward: RoundingMode): bigint | undefined => {
    const value = boundValue(expr)
    if (!value) {
      if (expr) report('BY312', {}, expr.span)
      return undefined
    }
    if (unit === 'percent' && expr?.is === 'number' && value.digits !== 0n) {
      const fix = `${expr.spelling}%`
      report('BY303', { text: expr.spelling, fix }, expr.span, { edits: [{ span: expr.span, text: fix }] })
      return undefined
    }
    const written = writtenCurrency(expr, isOfRow(currency) ? undefined : currency)
    if (unit === 'money' && expr && written !== undefined && !sameCurrency(written, currency)) {
      reportCurrencies(report, currency, written, expr.span)
      return undefined
    }
    // Between a bound and the next step of the field no value lies.
    const shifted = scale - value.scale
    return shifted >= 0
      ? value.digits * power10(shifted)
      : divideRounded(value.digits, power10(-shifted), inward)
  }
  const max = at(bounds.upTo, 'floor')
  const min = at(bounds.from, 'ceiling')
  // `up to` alone bounds refunds alike: an amount up to 1亿 may be as far below zero.
  const range = {
    scale,
    min: min ?? (max === undefined ? unstated.min : unit === 'count' ? 0n : -max),
    max: max ?? unstated.max,
  }
  if (range.min > range.max) report('BY311', {}, span)
  const type: NumberType = {
    is: 'number',
    unit,
    range,
    ...(currency !== undefined && { currency }),
    ...(bounds.per && { per: bounds.per.text }),
  }
  return type
}

/** The currency that a field says, else the policy's own; or the one that stands in another field of the row. */
function currencyOfField(
  { report, currency }: FieldNames,
  { name, lines }: ast.RecordDeclaration,
  bounds: ast.TypeBounds,
): Currency | 'unknown' | undefined {
  const field = bounds.currencyIn
  if (!field) return bounds.currency?.text ?? currency
  const line = lines.find((one) => one.is === 'field' && one.name.text === field.text)
  const type = line?.is === 'field' ? line.type : undefined
  const codes = type?.is === 'one-of' ? type.values.map(({ text }) => text) : []
  if (codes.length > 0 && codes.every(isCurrencyCode))
    return { path: [], record: name.text, field: field.text, codes }
  report('BY320', { name: field.text }, field.span)
  return 'unknown'
}

/** A bound is a literal, written with or without the field's own unit; a minus before it is allowed. */
function boundValue(expr: ast.Expr | undefined): { digits: bigint; scale: number } | undefined {
  if (!expr) return undefined
  if (expr.is === 'negative') {
    const value = boundValue(expr.a)
    return value && { digits: -value.digits, scale: value.scale }
  }
  if (expr.is === 'number' || expr.is === 'percent' || expr.is === 'money' || expr.is === 'price-ratio')
    return literalNumber(expr)
  return undefined
}

function writtenCurrency(expr: ast.Expr | undefined, own: string | undefined): string | undefined {
  if (expr?.is === 'negative') return writtenCurrency(expr.a, own)
  return expr?.is === 'money' ? currencyOf(expr, own) : undefined
}

/** `to 0.0001` is four places; only powers of ten make a scale. */
function scaleOf(report: Report, to: ast.Expr | undefined): number | undefined {
  const value = boundValue(to)
  if (!to) return undefined
  if (value?.digits === 1n) return value.scale
  if (value && value.scale === 0 && /^10*$/.test(String(value.digits))) return 0
  report('BY314', {}, to.span)
  return undefined
}

/** What results call a row by, where it has such a field. */
export const labels: readonly string[] = ['name', '姓名', '名称', '名稱']

export function isLabel(field: string): boolean {
  return labels.includes(field)
}
