import { expect } from 'vitest'
import { parseDay } from '../src/base/day.ts'
import { formatDecimal } from '../src/base/decimal.ts'
import type { Diagnostic } from '../src/base/diagnostic.ts'
import type { Instant } from '../src/base/local-time.ts'
import { severityOf } from '../src/base/render.ts'
import { compile } from '../src/compile.ts'
import { type RowObject, rowsFromObjects } from '../src/data/from-objects.ts'
import { runInMemory } from '../src/engines/memory.ts'
import type { ResultLine } from '../src/targets/evaluate/results.ts'

/** Codes of all findings of one policy text, in order. */
export function findings(text: string): readonly string[] {
  return compile([{ name: 'policy.bylaw', text }]).diagnostics.map((d) => d.code)
}

/**
 * Runs one policy text on rows given as text and says each result as `clause subject period` → `20569.40`,
 * `held BY803` or `n/a BY811`. The policy must have no errors.
 */
export function run(
  text: string,
  data: { readonly [record: string]: readonly RowObject[] },
  from: string,
  until: string,
  now?: Instant,
): ReadonlyMap<string, string> {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text }])
  const beside = (d: Diagnostic) => severityOf(d) === 'notice' || d.code === 'BY605' || d.code === 'BY613'
  expect(diagnostics.filter((d) => !beside(d))).toEqual([])
  if (!plan) return new Map()
  const { rows } = rowsFromObjects(plan, data)
  const span = { from: parseDay(from) ?? 0, until: parseDay(until) ?? 0 }
  const result = runInMemory(plan, rows, span, now === undefined ? {} : { now })
  return new Map(
    result.lines.flatMap((line) => [
      [nameOf(line), shown(line.value)] as const,
      ...line.also.map((a) => [`${nameOf(line)} ${a.label}`, shown(a.value)] as const),
    ]),
  )
}

function nameOf(line: ResultLine): string {
  const who = line.item?.key ?? line.subject?.key
  return [line.output.id, who, line.period?.key].filter((part) => part !== undefined).join(' ')
}

function shown(value: ResultLine['value']): string {
  if (value.is === 'number') return formatDecimal(value.digits, value.scale)
  if ('reason' in value) return `${value.is === 'held' ? 'held' : 'n/a'} ${value.reason.code}`
  return value.text
}
