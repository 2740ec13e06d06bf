import { parseDay } from '../src/base/day.ts'
import type { Language } from '../src/base/language.ts'
import { compile } from '../src/compile.ts'
import { type RowObject, rowsFromObjects } from '../src/data/from-objects.ts'
import { evaluate } from '../src/targets/evaluate/evaluate.ts'
import { explain } from '../src/targets/evaluate/explain.ts'
import { printExplanation } from '../src/targets/evaluate/print-explanation.ts'

/** How one result of one policy text is explained: of a row or subject, by its place, and a period by a day in it. */
export function explained(
  text: string,
  data: { readonly [record: string]: readonly RowObject[] },
  asked: { readonly output: string; readonly row: number; readonly day: string; readonly language: Language },
): string {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error(diagnostics.map((d) => d.code).join(', '))
  const { rows } = rowsFromObjects(plan, data)
  const day = parseDay(asked.day) ?? 0
  const results = evaluate(plan, rows, { span: { from: day, until: day } })
  const { output, row, language } = asked
  const grain = plan.grains.find(({ id }) => id === plan.outputs.find((one) => one.id === output)?.grain)
  const periods = results.engine.domains.get(grain?.id ?? '')?.periods
  const period = periods?.list[periods.at(day)]
  const found = explain(results, { output, subjectRow: row, ...(period && { period }) })
  if (!found) throw new Error('nothing to explain')
  return printExplanation(found, language)
}
