import type { Report } from '../../base/diagnostic.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'

/**
 * `{ pay: 1,500.00 }` is two entries, the second of which is only digits and says nothing: a comma within braces ends a value.
 */
export function isCutNumber({ key, value }: YamlEntry): boolean {
  return value.is === 'empty' && /^\d[\d.]*$/u.test(key)
}

/** Reports such a number with the text to write, where it was cut; `entries`: all of the braces. */
export function reportCutNumber(entries: readonly YamlEntry[], cut: YamlEntry, report: Report): void {
  const before = entries[entries.indexOf(cut) - 1]?.value
  const first = textOf(before)
  const whole = first.replace(/[.,]/gu, '')
  // Three digits behind a comma are thousands, two are cents.
  const meant = /^\d{3}(?:\.|$)/u.test(cut.key) ? `${whole}${cut.key}` : `${whole}.${cut.key}`
  report('BY754', { key: `${first},${cut.key}`, expected: meant }, cut.span)
}

function textOf(yaml: Yaml | undefined): string {
  return yaml?.is === 'text' ? yaml.text : ''
}
