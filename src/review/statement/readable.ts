import type { Language } from '../../base/language.ts'
import { readableResult, readableWord } from '../../check/readable-results.ts'
import type { Output } from '../../plan/plan.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Value } from '../../targets/evaluate/value.ts'

/** The first result of a clause, where it has a name of its own. */
export function mainResult({ label }: Output): string {
  return label === 'authority' ? 'verdict' : label === 'sla' ? 'state' : ''
}

/** A result of a clause in a reader's language: the words of the language itself are put into it, those of the author stay. */
export function readableValue(output: Output, result: string, value: Value, language: Language): string {
  if (value.is === 'enum') return readableWord(output.label, result, value.text, language)
  return printShown(shownValue(value), language)
}

export function readableName({ label }: Output, result: string, language: Language): string {
  return readableResult(label, result, language)
}
