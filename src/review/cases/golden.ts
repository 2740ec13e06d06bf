import { formatDay } from '../../base/day.ts'
import { type Decimal, formatDecimal, parseDecimal, power10 } from '../../base/decimal.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Source } from '../../base/span.ts'
import { need } from '../../targets/evaluate/engine.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import { csvCells } from './csv-cells.ts'

/** A result of a run as a golden file keeps it. */
export type GoldenLine = {
  readonly clause: string
  readonly subject: string
  readonly item: string
  readonly period: string
  /** Empty: the first of the clause. */
  readonly result: string
  /** An exact decimal with its currency, a text, or `held BY801`. */
  readonly value: string
}

/** A result that is another than the golden one; absent where there is none. `by`: got less golden, of numbers. */
export type GoldenDifference = {
  readonly line: GoldenLine
  readonly expected?: string
  readonly got?: string
  readonly by?: Decimal
}

const columns = ['clause', 'subject', 'item', 'period', 'result', 'value'] as const

/** Everything that a run has decided or held, what it could not place, and which cells it could not read, in a fixed order. What does not apply is left out. */
export function goldenLines(
  results: Results,
  lines: readonly ResultLine[],
  problems: readonly Diagnostic[],
): readonly GoldenLine[] {
  const decided = lines.flatMap((line): readonly GoldenLine[] => {
    if (line.value.is === 'not-applicable') return []
    const { output, subject, item, period, posting } = line
    const common = {
      clause: output.id,
      subject: subject?.key ?? '',
      item: item?.key ?? '',
      period: period?.key ?? (posting === undefined ? '' : formatDay(posting)),
    }
    const also = line.also.filter(({ value }) => value.is !== 'not-applicable')
    return [
      { ...common, result: '', value: textOf(line.value) },
      ...also.map(({ label, value }) => ({ ...common, result: label, value: textOf(value) })),
    ]
  })
  const unplaced = results.unplaced.map(({ relation, row, state }): GoldenLine => {
    const reason = results.engine.model.reasons.get(state)
    return {
      clause: '(unplaced)',
      subject: relation,
      item: need(results.engine.rows, relation).name(row),
      period: '',
      result: '',
      value: reason?.code ?? '',
    }
  })
  const unread = problems.map(({ code, cell }): GoldenLine => {
    const item = cell?.row === undefined ? '' : String(cell.row)
    return {
      clause: '(problem)',
      subject: cell?.file ?? '',
      item,
      period: '',
      result: cell?.column ?? '',
      value: code,
    }
  })
  return [...decided, ...unplaced, ...unread]
}

/** Exact digits: a golden file is compared as text. */
function textOf(value: Value): string {
  switch (value.is) {
    case 'number': {
      const text = formatDecimal(value.digits, value.scale)
      return value.currency === undefined ? text : `${text} ${value.currency}`
    }
    case 'held':
      return `held ${value.reason.code}`
    case 'not-applicable':
      return 'not applicable'
    default:
      return value.text
  }
}

/** The golden file of a run. Lines end with LF; its digest is that of this text. */
export function goldenText(lines: readonly GoldenLine[]): string {
  const rows = lines.map((line) => columns.map((column) => quotedCell(line[column])).join(','))
  return `${[columns.join(','), ...rows].join('\n')}\n`
}

function quotedCell(text: string): string {
  return /[",\n\r]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** Reads a golden file; undefined where it is none. */
export function readGolden(text: string): readonly GoldenLine[] | undefined {
  const source: Source = { name: '', text }
  const [head, ...rows] = csvCells(source, () => undefined) ?? []
  if (head === undefined || columns.some((column, i) => head[i]?.text !== column)) return undefined
  return rows.map((row) => {
    const [clause = '', subject = '', item = '', period = '', result = '', value = ''] = row.map(
      (one) => one.text,
    )
    return { clause, subject, item, period, result, value }
  })
}

/** The lines in which two runs differ, the largest first: numbers by how far they are off, then what is no number. */
export function goldenDifferences(
  golden: readonly GoldenLine[],
  got: readonly GoldenLine[],
): readonly GoldenDifference[] {
  const before = numbered(golden)
  const after = numbered(got)
  const changed = [...before].flatMap(([key, line]): readonly GoldenDifference[] => {
    const now = after.get(key)
    if (!now) return [{ line, expected: line.value }]
    return now.value === line.value ? [] : [{ line, expected: line.value, got: now.value }]
  })
  const added = [...after].flatMap(([key, line]) => (before.has(key) ? [] : [{ line, got: line.value }]))
  return [...changed, ...added].map(withSize).toSorted(largerFirst)
}

/** By what names a line; of lines that are named alike, as rows without a key, by their place among them. */
function numbered(lines: readonly GoldenLine[]): ReadonlyMap<string, GoldenLine> {
  const counts = new Map<string, number>()
  return new Map(
    lines.map((line) => {
      const key = JSON.stringify([line.clause, line.subject, line.item, line.period, line.result])
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      return [`${key} ${count}`, line]
    }),
  )
}

/** What is not there counts as nothing. */
function withSize(one: GoldenDifference): GoldenDifference {
  const expected = one.expected === undefined ? zero : decimalOf(one.expected)
  const got = one.got === undefined ? zero : decimalOf(one.got)
  if (!expected || !got) return one
  const scale = Math.max(expected.scale, got.scale)
  const digits = got.digits * power10(scale - got.scale) - expected.digits * power10(scale - expected.scale)
  return { ...one, by: { digits, scale } }
}

const zero: Decimal = { digits: 0n, scale: 0 }

function decimalOf(text: string): Decimal | undefined {
  return parseDecimal(/^(\S+)(?: [A-Z]{3})?$/u.exec(text)?.[1] ?? '')
}

function largerFirst(a: GoldenDifference, b: GoldenDifference): number {
  if (!a.by || !b.by) return (a.by ? 0 : 1) - (b.by ? 0 : 1)
  const scale = Math.max(a.by.scale, b.by.scale)
  const size = ({ digits, scale: own }: Decimal): bigint =>
    (digits < 0n ? -digits : digits) * power10(scale - own)
  const [left, right] = [size(a.by), size(b.by)]
  return left === right ? 0 : left > right ? -1 : 1
}
