import type { Language } from '../../base/language.ts'
import { explainValue } from '../../targets/evaluate/explain.ts'
import type { Ref } from '../../targets/evaluate/trace.ts'
import { valueView } from './explanation-view.ts'
import { mostRows, type StatedRun } from './statement.ts'
import type { ValueView } from './view.ts'

/** One value of a run with its formula, and then the values that it reads. Empty where the run has no such value. */
export function openedValue({ results }: StatedRun, ref: Ref, language: Language): readonly ValueView[] {
  const values = explainValue(results, ref, { rows: mostRows, refs: true }) ?? []
  return values.flatMap((value) => valueView(results.engine, value, language) ?? [])
}
