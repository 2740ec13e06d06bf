import { formatDecimal, normalize, power10 } from '../../base/decimal.ts'
import type { Edit } from '../../base/diagnostic.ts'
import type { Source } from '../../base/span.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import type { Expectation, WrittenText } from './case.ts'
import type { CaseOutcome, Difference } from './case-run.ts'
import { wantWords } from './words.ts'

/**
 * What would make the cases expect what came out, as replacements of single texts, so that every comment and blank stays.
 * A text that several expectations share is replaced where all of them got the same. What no such text would mend (a line
 * that is not there, a cell that cannot be read) is left to whoever wrote it.
 */
export function updatesOf(runs: readonly CaseOutcome[]): readonly Edit[] {
  const texts = new Map<string, Shared>()
  for (const run of runs) {
    const differing = new Map<Expectation, Difference>()
    for (const one of run.differences)
      if ('expectation' in one && one.expectation) differing.set(one.expectation, one)
    for (const expectation of run.case.expectations) {
      const place = expectation.text
      if (!place) continue
      const difference = differing.get(expectation)
      const text = difference ? newText(expectation, difference) : expectation.written
      const key = `${place.span.source} ${place.span.from}`
      const known = texts.get(key) ?? { place, written: expectation.written, wanted: new Set() }
      known.wanted.add(text)
      texts.set(key, known)
    }
  }
  const results = [...texts.values()].flatMap(({ place, written, wanted }) => {
    const [text] = [...wanted]
    return wanted.size > 1 || text === undefined || text === written
      ? []
      : [{ span: place.span, text: spelled(text, place) }]
  })
  const digests = runs.flatMap(({ case: one, golden }) => {
    const digest = one.golden?.digest
    return digest && golden && digest.text !== golden.digest
      ? [{ span: digest.place.span, text: golden.digest }]
      : []
  })
  return [...results, ...digests]
}

/** The golden files that would have other texts, by their paths in the policy's folder. */
export function goldenUpdates(runs: readonly CaseOutcome[]): ReadonlyMap<string, string> {
  return new Map(
    runs.flatMap(({ case: one, golden, differences }) =>
      one.golden && golden && differences.some((off) => off.is === 'golden')
        ? [[one.golden.file, golden.text] as const]
        : [],
    ),
  )
}

/** A text, and what each of those that read it would have it say; undefined where that cannot be said in it. */
type Shared = {
  readonly place: WrittenText
  readonly written: string
  readonly wanted: Set<string | undefined>
}

/** The sources with their texts replaced. */
export function withEdits(sources: readonly Source[], edits: readonly Edit[]): readonly Source[] {
  return sources.map((source) => {
    const own = edits
      .filter(({ span }) => span.source === source.name)
      .toSorted((a, b) => b.span.from - a.span.from)
    let { text } = source
    for (const { span, text: put } of own) text = text.slice(0, span.from) + put + text.slice(span.to)
    return { ...source, text }
  })
}

/** What a case would have to say for it to pass; undefined where the same words in other places would be needed. */
function newText(expectation: Expectation, difference: Difference): string | undefined {
  if (difference.is === 'count') return String(difference.got)
  if (difference.is !== 'value' || expectation.is !== 'result') return undefined
  const { value } = difference.spot
  const { want } = expectation
  if (want.is === 'held' && want.reason !== undefined)
    return value.is === 'held' ? value.reason.code : undefined
  const margin =
    want.is === 'number' && want.within ? /\s*(?:±|within|误差|誤差).*$/u.exec(expectation.written) : null
  return `${valueText(value)}${value.is === 'number' ? (margin?.[0] ?? '') : ''}`
}

/** A value as a case would write it. */
export function valueText(value: Value): string {
  switch (value.is) {
    case 'number':
      return numberText(value)
    case 'held':
      return wantWords.held.en
    case 'not-applicable':
      return wantWords.notApplicable.en
    default:
      return value.text
  }
}

function numberText({ digits, scale, unit }: Value & { readonly is: 'number' }): string {
  const share = unit === 'percent' || unit === 'ratio' || unit === 'price-ratio'
  const plain = normalize(
    share
      ? scale >= 2
        ? { digits, scale: scale - 2 }
        : { digits: digits * power10(2 - scale), scale: 0 }
      : { digits, scale },
  )
  // Money with its cents, if it has them.
  const places = unit === 'money' ? Math.max(plain.scale, Math.min(2, scale)) : plain.scale
  return formatDecimal(plain.digits * power10(places - plain.scale), places) + (share ? '%' : '')
}

/** A text as its place takes it: YAML in quotes where it would mean something else without. */
function spelled(text: string, { form }: WrittenText): string {
  switch (form) {
    case 'cell':
      return text.replaceAll('|', '\\|')
    case 'csv':
      return /[",;\t\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    case 'yaml':
      return yamlText(text)
  }
}

/** A text as a scalar of YAML. */
export function yamlText(text: string): string {
  return /^[\p{L}\p{N}_.+%-](?:[\p{L}\p{N}_.+%±:/ -]*[\p{L}\p{N}_.+%])?$/u.test(text) &&
    !/^-\s|:\s/u.test(text)
    ? text
    : JSON.stringify(text)
}
