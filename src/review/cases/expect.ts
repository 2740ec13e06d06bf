import type { Span } from '../../base/span.ts'
import type { RowObject } from '../../data/from-objects.ts'
import { listed } from '../../data/headings.ts'
import type { Id, Plan } from '../../plan/plan.ts'
import { askedPeriod } from '../../targets/evaluate/asked-period.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import type { Expectation, Target, Want } from './case.ts'
import { isCutNumber, reportCutNumber } from './cut-number.ts'
import { type CaseText, filled, type TableRow } from './fill.ts'
import { type CaseReading, offered } from './notes.ts'
import { rowNames } from './row-names.ts'
import { keysOf } from './shape.ts'
import { type Found, resultsOf, targetNamed, targetNames, withResult } from './target.ts'
import { readWant } from './want.ts'
import { caseWords, isWord, wordNamed } from './words.ts'

/** What an expectation is read in: the rows that are given name its lines. */
export type Expecting = CaseReading & {
  readonly row: TableRow | undefined
  /** Undefined where they lie in files: whose lines there are is then known only when the case is run. */
  readonly given: { readonly [record: Id]: readonly RowObject[] } | undefined
}

export type Expected = { readonly only: boolean; readonly expectations: readonly Expectation[] }

/** `{ commission: { R-1: 1500.00 }, held: 0 }`. */
export function readExpect(yaml: Yaml | undefined, reading: Expecting): Expected {
  if (yaml?.is !== 'map') {
    const expected = '{ commission: { R-1: 1500.00 } }'
    if (yaml) reading.report('BY754', { key: 'expect', expected }, yaml.span)
    return { only: false, expectations: [] }
  }
  const all: Expectation[] = []
  let only = false
  for (const entry of yaml.entries) {
    const word = wordNamed(entry.key, keysOf('expect'))
    if (isCutNumber(entry)) reportCutNumber(yaml.entries, entry, reading.report)
    else if (word === 'only') only = truthOf(entry, reading)
    else if (word) all.push(...countOf(word, entry, reading))
    else all.push(...resultsAt(entry, reading))
  }
  return { only, expectations: all }
}

function truthOf({ key, value }: YamlEntry, { row, ...reading }: Expecting): boolean {
  const text = value.is === 'text' ? filled(value, row, reading).text.toLowerCase() : ''
  if (['true', 'yes', '是'].includes(text)) return true
  if (!['false', 'no', '否'].includes(text))
    reading.report('BY754', { key, expected: `${key}: true` }, value.span)
  return false
}

function countOf(
  what: 'held' | 'unplaced' | 'problems',
  { key, span, value }: YamlEntry,
  { row, ...reading }: Expecting,
): readonly Expectation[] {
  const written = value.is === 'text' ? filled(value, row, reading) : undefined
  if (!written || !/^\d{1,9}$/u.test(written.text)) {
    reading.report('BY754', { key, expected: `${key}: 0` }, value.span)
    return []
  }
  return [{ span, ...textPlace(written), is: 'count', what, want: Number(written.text) }]
}

function resultsAt(entry: YamlEntry, reading: Expecting): readonly Expectation[] {
  const { plan, report } = reading
  const found = targetNamed(plan, filled({ text: entry.key, span: entry.span }, reading.row, reading).text)
  if (found) return linesAt(found, entry, reading)
  const dot = entry.key.lastIndexOf('.')
  const clause = dot > 0 ? targetNamed(plan, entry.key.slice(0, dot)) : undefined
  if (clause) reportResult(clause, entry.key.slice(dot + 1), entry.span, reading)
  else {
    const known = targetNames(plan, entry.key)
    const { more } = offered(entry.key, known, entry.span)
    report('BY954', { name: entry.key, names: listed(known) }, entry.span, more)
  }
  return []
}

function reportResult(found: Found, word: string, span: Span, { plan, report }: Expecting): void {
  const { names, more } = offered(word, resultsOf(plan, found), span)
  report('BY955', { clause: found.target.name, result: word, names }, span, more)
}

/** `1500.00` where there is one line, else `{ R-1: 1500.00 }` by whose each is. */
function linesAt(found: Found, { key, span, value }: YamlEntry, reading: Expecting): readonly Expectation[] {
  if (value.is === 'text') return wanted(found, [], span, value, reading)
  if (value.is !== 'map') {
    reading.report('BY754', { key, expected: `${key}: { R-1: 1500.00 }` }, value.span)
    return []
  }
  if (value.entries.length === 0) reading.report('BY953', { key: `${key}: { … }` }, value.span)
  return value.entries.flatMap((entry) => {
    if (isCutNumber(entry)) {
      reportCutNumber(value.entries, entry, reading.report)
      return []
    }
    // `{ level: B }` of the only line.
    if (isResult(found, entry.key, reading)) return resultAt(found, [], entry, reading)
    return lineAt(found, [], entry, reading)
  })
}

function lineAt(
  found: Found,
  of: readonly string[],
  { key, span, value }: YamlEntry,
  reading: Expecting,
): readonly Expectation[] {
  const name = filled({ text: key, span }, reading.row, reading).text
  if (!isLine(found, name, reading)) {
    const known = lineNames(found, reading)
    const results = of.length > 0 ? resultsOf(reading.plan, found) : []
    const { names, more } = offered(name, [...known, ...results], span)
    reading.report('BY956', { name, names }, span, more)
    return []
  }
  const line = [...of, periodKey(name, found, reading) ?? name]
  if (value.is === 'text') return wanted(found, line, span, value, reading)
  if (value.is !== 'map' || value.entries.length === 0) {
    reading.report('BY754', { key, expected: `${key}: 1500.00` }, value.span)
    return []
  }
  return value.entries.flatMap((entry) =>
    isResult(found, entry.key, reading)
      ? resultAt(found, line, entry, reading)
      : lineAt(found, line, entry, reading),
  )
}

function isResult(found: Found, key: string, { plan }: Expecting): boolean {
  return isWord(key, caseWords.held) || withResult(plan, found, key) !== undefined
}

/** `level: B`, `held: quota of R-1 is missing`. */
function resultAt(
  found: Found,
  of: readonly string[],
  { key, span, value }: YamlEntry,
  reading: Expecting,
): readonly Expectation[] {
  const { row, report } = reading
  if (value.is !== 'text') {
    report('BY754', { key, expected: `${key}: …` }, value.span)
    return []
  }
  const result = withResult(reading.plan, found, key)
  if (result) return wanted(result, of, span, value, reading)
  const reason = filled(value, row, reading)
  return [expectation(found.target, of, span, reason, { is: 'held', reason: reason.text })]
}

function wanted(
  { target, type }: Found,
  of: readonly string[],
  span: Span,
  value: Yaml & { readonly is: 'text' },
  reading: Expecting,
): readonly Expectation[] {
  const written = filled(value, reading.row, reading)
  const want = written.lost ? undefined : readWant(type, target.name, written, reading)
  return want ? [expectation(target, of, span, written, want)] : []
}

function expectation(
  target: Target,
  of: readonly string[],
  span: Span,
  written: CaseText,
  want: Want,
): Expectation {
  return { span, ...textPlace(written), is: 'result', target, of, want }
}

function textPlace({ text, place }: CaseText): Pick<Expectation, 'text' | 'written'> {
  return { written: text, ...(place && { text: place }) }
}

/** Whether a name can be that of a line: of a given row, or of a period. */
function isLine(found: Found, name: string, reading: Expecting): boolean {
  if (reading.given === undefined || periodKey(name, found, reading) !== undefined) return true
  const names = lineNames(found, reading)
  return names.length === 0 || names.includes(name)
}

/** `2026-Q1`, however it is written: what a row is called is never taken for a period. */
function periodKey(name: string, found: Found, reading: Expecting): string | undefined {
  if (lineNames(found, reading).includes(name)) return undefined
  return askedPeriod(reading.plan, new Map(), name)?.key
}

function lineNames({ target, grain }: Found, { plan, given }: Expecting): readonly string[] {
  const own = plan.grains.find(({ id }) => id === grain)?.relation
  const payees = plan.outputs.flatMap(({ id, releases, payee }) =>
    target.is === 'clause' && (id === target.clause || releases === target.clause) && payee
      ? [payee.relation]
      : [],
  )
  const derived = plan.derived.find(({ id }) => id === own)
  const records = [derived?.of ?? own, ...payees].filter((id) => id !== undefined)
  const rows = [...new Set(records)].flatMap((record) =>
    given ? rowNames(plan, record, given).flatMap(({ names }) => names) : [],
  )
  return rows.length === 0 ? [] : [...rows, ...partNames(plan, target)]
}

/** What the parts are called in which a clause is paid: two of them may be due in one period. */
function partNames(plan: Plan, target: Target): readonly string[] {
  if (target.is !== 'clause') return []
  return plan.outputs.flatMap(({ id, title, releases }) =>
    releases === target.clause ? [id, ...(title === undefined ? [] : [title])] : [],
  )
}
