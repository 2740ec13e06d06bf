import type { Language } from '../../base/language.ts'
import { clauseWords, words } from './explanation-words.ts'
import { printShown, reasonHelp, reasonPlace } from './print-shown.ts'
import { printSteps } from './print-steps.ts'
import { labelOf, printValue } from './print-value.ts'
import type { Explanation, Place, Shown, TraceValue } from './trace.ts'

/**
 * An explanation as text for a terminal or a letter: what comes out, then how, step by step, then where each number
 * comes from. Lines end with `\n`; columns are as wide as an East Asian terminal shows them.
 */
export function printExplanation(
  explanation: Explanation,
  language: Language,
  /** The values that explanations printed before it have told; those of this one are added. */
  told: Set<string> = new Set(),
  /** Clauses that are explained by themselves for the same subject and period: their steps are not told here. */
  alone: ReadonlySet<string> = new Set(),
): string {
  const lines = [...heading(explanation, language), '', words.howCome[language]]
  lines.push(...printSteps(explanation.steps, language))
  const keyed = explanation.values.map((value) => ({ value, key: keyOf(explanation, value) }))
  const fresh = keyed.filter(({ key }) => !told.has(key))
  const above = keyed.filter(({ key }) => told.has(key)).map(({ value }) => labelOf(value, language))
  if (keyed.length > 0) lines.push('', words.values[language])
  for (const { value, key } of fresh) {
    told.add(key)
    lines.push(...printValue(value, language, alone))
  }
  if (above.length > 0)
    lines.push(
      `  ${words.toldAbove[language]}${words.colon[language]}${[...new Set(above)].join(words.comma[language])}`,
    )
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** A value of one subject and period. */
function keyOf({ subject, period, posting }: Explanation, { id, of }: TraceValue): string {
  return JSON.stringify([id, of ?? [subject?.key, period?.key, posting]])
}

function heading(explanation: Explanation, language: Language): string[] {
  const { clause, subject, payee, period, posting, result } = explanation
  const kind = clauseWords[clause.label]?.[language] ?? clause.label
  const title = clause.title ?? clause.id
  const name = title === kind ? title : `${title} (${kind})`
  const parts = [name, subject && personText(subject), payee && personText(payee), period?.key, posting]
  const lines = [
    parts.filter((part) => part !== undefined).join(' · '),
    `= ${printShown(result, language, { currency: true })}`,
  ]
  if (result.is === 'held' || result.is === 'not-applicable') lines.push(...reasonLines(result, language))
  lines.push(`  ${placeText(explanation.source)}`)
  return lines
}

function personText({ key, label }: { readonly key: string; readonly label?: string }): string {
  return label === undefined ? key : `${label} ${key}`
}

/** Where a reason arose and what can be done about it. */
function reasonLines(shown: Extract<Shown, { is: 'held' | 'not-applicable' }>, language: Language): string[] {
  const place = reasonPlace(shown.reason)
  const help = shown.is === 'held' ? reasonHelp(shown.reason, language) : undefined
  return [
    ...(place === undefined || shown.is !== 'held'
      ? []
      : [`  ${words.at[language]}${words.colon[language]}${place}`]),
    ...(help === undefined ? [] : [`  ${words.toDo[language]}${words.colon[language]}${help}`]),
  ]
}

/** `第三章 › 第十二条 · 提成.bylaw:17`. */
function placeText(place: Place): string {
  const at = `${place.file}:${place.line}`
  return place.heading.length === 0 ? at : `${place.heading.join(' › ')} · ${at}`
}
