import { formatDecimal } from '../../src/base/decimal.ts'
import { severityOf } from '../../src/base/render.ts'
import type { Source } from '../../src/base/span.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { lines, periodOfRow, type ResultLine, subjectOfRow } from '../../src/targets/evaluate/results.ts'
import { type Value, valueAt } from '../../src/targets/evaluate/value.ts'
import { decimalText, rationalOf } from '../reference/rational.ts'
import type { Line } from '../reference/reference.ts'
import type { DataSet } from './data.ts'

/** Days, both included. */
export type Days = { readonly from: number; readonly until: number }

function lineOf(value: Value): Line {
  switch (value.is) {
    case 'number': {
      const number = rationalOf(formatDecimal(value.digits, value.scale))
      return { amount: number ? decimalText(number) : '' }
    }
    case 'held':
      return { held: `${value.reason.code} ${value.reason.class}` }
    case 'not-applicable':
      return { notApplicable: `${value.reason.code} ${value.reason.class}` }
    default:
      return { word: value.text }
  }
}

function named(line: ResultLine): string {
  const who = line.item?.key ?? line.subject?.key ?? ''
  return `${line.output.id}|${who}|${line.period?.key ?? ''}`
}

export type EngineLines =
  | { readonly lines: ReadonlyMap<string, Line> }
  | { readonly errors: readonly string[] }

/** All lines that the engine gives, named as the reference names them, or the errors of the policy. */
export function engineLines(
  sources: readonly Source[],
  data: DataSet,
  span: Days,
  now?: number,
): EngineLines {
  const { plan, diagnostics } = compile(sources)
  if (!plan) {
    const errors = diagnostics.filter((found) => severityOf(found) === 'error')
    return {
      errors: errors.map(({ code, span: at }) => {
        const text = sources.find((source) => source.name === at?.source)?.text ?? ''
        const line = text.slice(0, at?.from ?? 0).split('\n').length
        return `${code} in line ${line}: ${text.split('\n')[line - 1]?.trim()}`
      }),
    }
  }
  const { rows } = rowsFromObjects(plan, data)
  const results = evaluate(plan, rows, { span, ...(now !== undefined && { now }) })
  // Rows are asked for whenever they are posted: the whole of the calendar.
  const found = lines(results, { from: -500_000, until: 500_000 })
  const all = new Map<string, Line>()
  for (const line of found) {
    all.set(named(line), lineOf(line.value))
    for (const { label, value } of line.also) {
      const [clause = '', ...rest] = named(line).split('|')
      all.set([`${clause}.${label}`, ...rest].join('|'), lineOf(value))
    }
  }
  return { lines: all }
}

/** One value of the policy (no clause) for a subject and a period, by the names of all three. */
export function engineValue(
  sources: readonly Source[],
  data: DataSet,
  span: Days,
  asked: { readonly of: string; readonly subject: string; readonly period: string },
): Line {
  const { plan } = compile(sources)
  const column = plan?.columns.find(({ id }) => id === asked.of)
  if (!plan || !column) throw new Error(`nothing is named ${asked.of}`)
  const { rows } = rowsFromObjects(plan, data)
  const { engine } = evaluate(plan, rows, { span })
  const domain = engine.domains.get(column.grain)
  for (let row = 0; domain && row < domain.count; row++) {
    const subject = subjectOfRow(engine, domain, row)
    const period = periodOfRow(domain, row)
    if (subject?.key === asked.subject && (period?.key ?? '') === asked.period) {
      return lineOf(valueAt(engine, column.id, row))
    }
  }
  throw new Error(`no ${asked.of} for ${asked.subject} in ${asked.period}`)
}
