import { formatDay } from '../base/day.ts'
import type { Report } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'
import { currencyMeant } from '../syntax/synonyms.ts'
import { singleValue } from './cells.ts'
import type { PeriodKind, Policy } from './checked.ts'
import { hint } from './constants.ts'
import { literalDay } from './literals.ts'
import { calendarPeriods } from './periods.ts'

/** The one `policy` of a folder. A folder without one gets a report and an empty policy, so that the rest is checked. */
export function checkPolicy(
  report: Report,
  program: ast.Program,
): { policy: Policy; lines: readonly ast.PolicyLine[] } {
  const found = program.files.flatMap((file) =>
    file.declarations.filter((d) => d.kind === 'policy').map((declaration) => ({ declaration, file })),
  )
  const [first, second] = found
  if (first && second) {
    const { text, span } = second.declaration.name
    report('BY210', { name: text }, span, { related: [{ span: first.declaration.name.span, note: '' }] })
  }
  if (!first) {
    const file = program.files[0]
    const span = { source: file?.source ?? '', from: 0, to: 0 }
    if (file && file.declarations.length > 0) report('BY209', {}, span)
    return {
      policy: { id: 'policy', language: file?.language ?? 'en', yearStarts: { month: 1, day: 1 }, span },
      lines: [],
    }
  }
  const { declaration, file } = first
  const line = <K extends ast.PolicyLine['is']>(is: K) =>
    declaration.lines.find((l): l is Extract<ast.PolicyLine, { is: K }> => l.is === is)
  const effective = line('effective')
  const from = effective && literalDay(effective.from)
  const until = effective?.until && literalDay(effective.until)
  if (from !== undefined && until !== undefined && until < from) report('BY412', {}, effective?.span)
  const complete = line('history')
  const history = complete && literalDay(complete.from)
  if (history !== undefined && from !== undefined && history > from)
    report('BY478', { from: formatDay(from) }, complete?.span)
  const year = line('year-starts')
  const currency = line('currency')?.code
  const calendar = line('calendar')?.calendar
  const known = currency && /^[A-Z]{3}$/.test(currency.text)
  if (currency && !known) {
    const near = currencyMeant(currency.text)
    const edits = near === undefined ? undefined : [{ span: currency.span, text: near }]
    report('BY213', { name: currency.text, near: hint(near) }, currency.span, edits && { edits })
  }
  return {
    lines: declaration.lines,
    policy: {
      id: declaration.name.text,
      ...(declaration.title !== undefined && { title: declaration.title }),
      language: line('language')?.language ?? file.language,
      ...(known && { currency: currency.text }),
      ...(calendar && { calendar: calendar.text }),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...(history !== undefined && { history }),
      yearStarts: { month: year?.month ?? 1, day: year?.day ?? 1 },
      span: declaration.span,
    },
  }
}

/** The period kinds: the fiscal calendar's, and those whose bounds the policy writes one by one. */
export function checkPeriods(
  report: Report,
  lines: readonly ast.PolicyLine[],
  policy: Pick<Policy, 'from' | 'until'>,
): ReadonlyMap<string, PeriodKind> {
  const kinds = new Map(calendarPeriods)
  for (const line of lines)
    if (line.is === 'periods') {
      const kind = writtenPeriods(report, line.of.text, line.table)
      kinds.set(line.of.text, kind)
      reportHoles(report, kind, policy, line.table)
    }
  return kinds
}

/**
 * Days on which the policy is in force and no period is: what falls on them would count for nobody. Where the policy has
 * no end, the list may end: it grows by the year.
 */
function reportHoles(
  report: Report,
  { id, bounds }: Bounded,
  { from, until }: Pick<Policy, 'from' | 'until'>,
  table: ast.Table,
): void {
  const hole = (first: number, last: number, row: number): void => {
    const days = { from: formatDay(first), until: formatDay(last) }
    if (first <= last) report('BY522', { period: id, ...days }, table.rows[row]?.span ?? table.span)
  }
  for (const [i, { start }] of bounds.entries()) {
    const before = bounds[i - 1]?.end ?? (i === 0 ? from : undefined)
    if (before !== undefined) hole(before, start - 1, i)
  }
  const end = bounds.at(-1)?.end
  if (end !== undefined && until !== undefined) hole(end, until, bounds.length - 1)
}

type Bounded = Extract<PeriodKind, { is: 'bounds' }>

function writtenPeriods(report: Report, id: string, table: ast.Table): Bounded {
  const bounds: { key: string; start: number; end?: number }[] = []
  for (const row of table.rows) {
    const [name, from, until] = row.cells
    const key = name && keyOf(name)
    const start = from && dayOf(from)
    const last = until?.is === 'open' ? undefined : until && dayOf(until)
    if (key === undefined || start === undefined || (until?.is !== 'open' && last === undefined)) {
      report('BY506', { expected: 'name | from | until' }, row.span)
      continue
    }
    if (last !== undefined && last < start) report('BY412', {}, row.span)
    const before = bounds.at(-1)
    if (before && (before.end === undefined || before.end > start)) report('BY411', { name: key }, row.span)
    bounds.push(last === undefined ? { key, start } : { key, start, end: last + 1 })
  }
  return { id, is: 'bounds', bounds }
}

/** A period's name as written: `2011-Q2`, `"2011 Q2"`; digits-hyphen-Q lexes as an expression, so its text is taken. */
function keyOf(cell: ast.Cell): string | undefined {
  const value = singleValue(cell)
  if (value?.is === 'text') return value.value
  if (value?.is === 'path') return value.parts.map((p) => p.text).join('.')
  if (value?.is === 'number') return value.spelling
  if (value?.is === 'binary' && value.op === '-' && value.a.is === 'number' && value.b.is === 'path') {
    return `${value.a.spelling}-${value.b.parts.map((p) => p.text).join('.')}`
  }
  return undefined
}

function dayOf(cell: ast.Cell): number | undefined {
  const value = singleValue(cell)
  return value?.is === 'date' ? literalDay(value) : undefined
}
