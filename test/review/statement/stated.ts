import { expect } from 'vitest'
import { parseDay } from '../../../src/base/day.ts'
import { hasErrors } from '../../../src/base/render.ts'
import { compile } from '../../../src/compile.ts'
import { type RowObject, rowsFromObjects } from '../../../src/data/from-objects.ts'
import { runInMemory } from '../../../src/engines/memory.ts'
import type { Rows } from '../../../src/plan/rows.ts'
import type { StatedRun } from '../../../src/review/statement/statement.ts'
import type { LineText, StepView } from '../../../src/review/statement/view.ts'

export type Data = { readonly [record: string]: readonly RowObject[] }

/** A quarter of a policy, as statements are made of it. */
export function stated(text: string, data: Data): StatedRun & { readonly rows: Rows } {
  const { plan, diagnostics, program } = compile([{ name: 'policy.bylaw', text }])
  expect(hasErrors(diagnostics) ? diagnostics : []).toEqual([])
  if (!plan) throw new Error('no plan')
  const { rows } = rowsFromObjects(plan, data)
  const span = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-03-31') ?? 0 }
  return { plan, rows, program, period: '2026-Q1', ...runInMemory(plan, rows, span) }
}

export function textOf(line: LineText): string {
  return line.map(({ text }) => text).join('')
}

/** A step as a reader sees it: its word, its formulas, the amount after it. */
export function stepText({ word, lines, below, parts, amount }: StepView): string {
  const said = [
    ...lines.map(textOf),
    ...parts.map((one) => `${one.label}: ${one.amount}`),
    ...below.map(textOf),
  ]
  return `${word} | ${said.join(' | ')} | ${amount}`
}
