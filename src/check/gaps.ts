import { divideRounded, power10 } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'
import type { Zone } from '../base/work-calendar.ts'
import type * as ast from '../syntax/ast.ts'
import type { DecisionTable, Parameter, Typed } from './checked.ts'
import { uncovered, uncoveredIn } from './coverage.ts'
import { isCurrencyCode } from './currency.ts'
import { uncoveredApart } from './disjoint.ts'
import { maskOf, meetingIn, mergeIn, overlapIn } from './rows.ts'
import { type Domain, firstOf, type Space, spaceOf, testOfRow } from './space.ts'
import type { Type } from './types.ts'

/**
 * What a table proves not to be: two rows of a `unique` table that match at once, a case that no row takes, rows of a
 * `first match` table that rows above leave nothing, and two rows that could be one. `inputs`: what its headings are,
 * where they are expressions, so that nothing is asked beyond what these can be.
 */
export function proveTable(
  report: Report,
  table: DecisionTable,
  node: ast.Table,
  inputs: readonly Typed[] = [],
  zone?: Zone,
): void {
  const domains = domainsOf(table).map((domain, i) =>
    typedDomain({ ...domain, ...(zone && { zone }), ...stepOf(domain, node, i) }, inputs[i]?.type),
  )
  const rowOf = (index: number) => table.rows[index]?.span ?? table.span
  const space = spaceOf(domains, table.rows)
  if (table.hit === 'unique') {
    const overlap = overlapIn(space)
    if (overlap) {
      const { first, second, example } = overlap
      report('BY507', { example }, rowOf(second), { related: [{ span: rowOf(first), note: example }] })
      // Rows that overlap are not where they should be: what they leave out is known once that is mended.
      return
    }
  }
  reportImpossible(report, table, space)
  if (!table.otherwise) {
    const apart = table.hit === 'unique' || overlapIn(space) === undefined
    const gap = apart ? uncoveredApart(space) : uncoveredIn(space, firstOf(space.rows, space.rows))
    if (gap.is === 'case') report('BY508', { example: gap.example }, table.span)
  }
  // Where every row counts, two that give the same may count twice.
  const merge = table.hit === 'every' ? undefined : mergeIn(space, table)
  if (merge) {
    const args = { row: String(merge.second + 1), other: String(merge.first + 1) }
    report('BY536', args, rowOf(merge.second), { related: [{ span: rowOf(merge.first), note: args.other }] })
  }
  if (table.hit === 'first') reportMasked(report, table, domains, inputs)
}

/** A row with a cell that lets nothing through: beyond what its input can be. */
function reportImpossible(report: Report, table: DecisionTable, { columns }: Space): void {
  for (const [i, row] of table.rows.entries()) {
    const column = columns.find((one) => testOfRow(one, i)?.passes.every((word) => word === 0))
    if (column) report('BY539', { name: column.domain.name }, row.span)
  }
}

function reportMasked(
  report: Report,
  table: DecisionTable,
  domains: readonly Domain[],
  inputs: readonly Typed[],
): void {
  const open = domains.map((domain, i) =>
    inputs[i]?.type.is === 'enum' ? domain : { ...domain, words: [...domain.words, anyOther] },
  )
  const space = spaceOf(open, table.rows)
  const meeting = meetingIn(space)
  for (const [i, row] of table.rows.entries()) {
    const mask = maskOf(space, meeting, i)
    if (!mask) continue
    const rows = mask.map((at) => String(at + 1)).join(', ')
    const related = mask.map((at) => ({ span: table.rows[at]?.span ?? table.span, note: String(at + 1) }))
    report(mask.length === 1 ? 'BY512' : 'BY537', { rows }, row.span, { related })
  }
  if (table.otherwise && uncoveredIn(space, firstOf(space.rows, space.rows)).is === 'none')
    report('BY538', {}, table.otherwise.span)
}

/** A word that no cell has: what is looked up may be one, so a row that lets it through is not in vain. */
const anyOther = '…'

/** Words of the lists that are looked up which no cell of the table has: some row must still let them through. */
export function reportMissingWords(
  report: Report,
  table: DecisionTable,
  inputs: readonly Typed[],
  span: Span,
): void {
  if (table.otherwise) return
  const extra = table.inputs.map(({ type }, i) => {
    const found = inputs[i]?.type
    if (type.is !== 'enum') return []
    if (found?.is === 'text') return inputs[i]?.is === 'const' ? [] : [anyOther]
    return found?.is === 'enum' ? found.values.filter((word) => !type.values.includes(word)) : []
  })
  if (extra.every((words) => words.length === 0)) return
  const gap = uncovered(domainsOf(table, extra), table.rows)
  if (gap.is === 'case') report('BY508', { example: gap.example }, span)
}

/** Currencies of a list that is looked up for which a parameter has no row: one that is left out is not 1. */
export function reportCurrenciesWithoutRow(
  report: Report,
  parameter: Parameter,
  keys: readonly Typed[],
  span: Span,
): void {
  for (const [i, key] of keys.entries()) {
    if (key.type.is !== 'enum' || key.is === 'const' || !key.type.values.every(isCurrencyCode)) continue
    const known = new Set(parameter.rows.map((row) => row.keys[i]))
    const missing = key.type.values.filter((code) => !known.has(code))
    if (missing.length === 0) continue
    const field = parameter.keys[i]?.name ?? ''
    report('BY324', { name: parameter.id, missing: missing.join(', '), field }, span)
  }
}

function domainsOf(table: DecisionTable, extra: readonly (readonly string[])[] = []): readonly Domain[] {
  return table.inputs.map(({ name, type }, i) => ({
    name,
    type,
    words: type.is === 'enum' ? [...type.values, ...(extra[i] ?? [])] : [],
    ...((type.is === 'date' || type.is === 'time') && { step: 1n }),
  }))
}

/** `1..5` is written for counts alone: between 5 and 6 lies nothing. */
function stepOf({ type }: Domain, node: ast.Table, column: number): { readonly step?: bigint } {
  const counted = node.rows.some((row) => {
    const cell = row.cells[column]
    return (
      !row.otherwise &&
      cell?.is === 'tests' &&
      cell.items.some((item) => item.is === 'range' && item.low?.spelled === 'dots')
    )
  })
  return counted && type.is === 'number' ? { step: power10(type.range.scale) } : {}
}

/** What a heading's expression can be: the values of its list; between its bounds, the multiples of its last place. */
function typedDomain(domain: Domain, found: Type | undefined): Domain {
  if (domain.type.is === 'enum') {
    if (found?.is === 'enum') return { ...domain, words: found.values }
    return found?.is === 'text' ? { ...domain, words: [...domain.words, anyOther] } : domain
  }
  if (domain.type.is !== 'number' || found?.is !== 'number' || found.over) return domain
  const { scale, min, max } = found.range
  const places = domain.type.range.scale - scale
  if (places < 0) {
    const unit = power10(-places)
    return { ...domain, least: divideRounded(min, unit, 'floor'), most: divideRounded(max, unit, 'ceiling') }
  }
  const unit = power10(places)
  return { ...domain, step: unit, least: min * unit, most: max * unit }
}
