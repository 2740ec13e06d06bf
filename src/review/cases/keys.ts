import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import { type CaseReading, offered } from './notes.ts'
import { type CaseWord, caseWords, languageOf, wordNamed } from './words.ts'

/** The keys of a map by what they mean, in whichever language; undefined for what is no map. */
export function keysIn<W extends CaseWord>(
  yaml: Yaml,
  known: readonly W[],
  { report }: CaseReading,
): ReadonlyMap<W, YamlEntry> | undefined {
  if (yaml.is !== 'map') {
    report('BY754', { key: known[0] ?? '', expected: `${known[0]}: …` }, yaml.span)
    return undefined
  }
  const keys = new Map<W, YamlEntry>()
  const language = yaml.entries.map(({ key }) => languageOf(key)).find((one) => one !== undefined) ?? 'en'
  for (const entry of yaml.entries) {
    const word = wordNamed(entry.key, known)
    const earlier = word && keys.get(word)
    if (earlier) report('BY182', { key: entry.key, first: earlier.key }, entry.span)
    else if (word) keys.set(word, entry)
    else {
      const { names, more } = offered(
        entry.key,
        known.map((one) => caseWords[one][language]),
        entry.span,
      )
      report('BY751', { key: entry.key, names }, entry.span, more)
    }
  }
  return keys
}
