import { power10 } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { DecisionTable, Parameter, Typed } from './checked.ts'
import { type Domain, uncovered } from './coverage.ts'
import { isCurrencyCode } from './currency.ts'

/** What a table says nothing about, and the rows of a `first match` table that rows above leave nothing. */
export function reportGaps(report: Report, table: DecisionTable, node: ast.Table): void {
  const domains = domainsOf(table).map((domain, i) => ({ ...domain, ...stepOf(domain, node, i) }))
  const gap = table.otherwise ? undefined : uncovered(domains, table.rows)
  if (gap?.is === 'case') report('BY508', { example: gap.example }, table.span)
  if (table.hit !== 'first') return
  const open = domains.map((domain) => ({ ...domain, words: [...domain.words, anyOther] }))
  for (const [i, row] of table.rows.entries())
    if (uncovered(open, table.rows.slice(0, i), row).is === 'none') report('BY512', {}, row.span)
  if (table.otherwise && uncovered(open, table.rows).is === 'none') report('BY512', {}, table.otherwise.span)
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
    if (type.is !== 'enum' || found?.is !== 'enum') return []
    return found.values.filter((word) => !type.values.includes(word))
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
    ...(type.is === 'date' && { step: 1n }),
  }))
}

/** `1..5` is written for counts alone: between 5 and 6 lies nothing. */
function stepOf({ type }: Domain, node: ast.Table, column: number): Pick<Domain, 'step'> {
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
