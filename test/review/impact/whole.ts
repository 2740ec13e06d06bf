import { compile } from '../../../src/compile.ts'
import { rowsFromObjects } from '../../../src/data/from-objects.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import type { Rows } from '../../../src/plan/rows.ts'
import type { RowsFor } from '../../../src/review/impact/edited-runs.ts'
import type { Version } from '../../../src/review/impact/version.ts'
import { evaluate } from '../../../src/targets/evaluate/evaluate.ts'
import { lines } from '../../../src/targets/evaluate/results.ts'
import type { Value } from '../../../src/targets/evaluate/value.ts'
import type { DataSet } from '../../agree/data.ts'

/** A policy of one file, compiled; undefined where it has errors. */
export function versionOf(name: string, text: string): Version | undefined {
  const sources = [{ name: 'policy.bylaw', text }]
  const { program, checked, plan, diagnostics } = compile(sources)
  return plan && { name, sources, program, checked, plan, diagnostics }
}

/** The same rows for every plan that has the same records, as a command gives them. */
export function rowsOnce(rows: DataSet): RowsFor {
  const known = new Map<string, Rows>()
  return (plan) => {
    const key = JSON.stringify(
      plan.relations.map(({ id, fields }) => [id, fields.map((f) => [f.id, f.type])]),
    )
    const found = known.get(key) ?? rowsFromObjects(plan, rows).rows
    known.set(key, found)
    return found
  }
}

export function valueText(value: Value): string {
  switch (value.is) {
    case 'number':
      return `${value.digits}e-${value.scale} ${value.unit}`
    case 'held':
    case 'not-applicable':
      return `${value.is} ${value.reason.code} ${JSON.stringify(value.reason.args)}`
    default:
      return value.text
  }
}

/** Every line of a plan that is run by itself, as text. */
export function linesAlone(
  plan: Plan,
  rows: Rows,
  span: { readonly from: number; readonly until: number },
): ReadonlyMap<string, string> {
  return linesText(lines(evaluate(plan, rows, { span }), span))
}

export function linesText(all: ReturnType<typeof lines>): ReadonlyMap<string, string> {
  return new Map(
    all.map((line) => [
      [line.output.id, line.subject?.key, line.period?.key, line.item?.key, line.row].join('|'),
      [line.value, ...line.also.map(({ value }) => value)].map(valueText).join(' / '),
    ]),
  )
}
