import { collector, type Diagnostic } from '../../base/diagnostic.ts'
import { type Language, languages } from '../../base/language.ts'
import type { Source } from '../../base/span.ts'
import type { Acceptance } from '../cases/accepted.ts'
import { placeOfSpan } from '../cases/accepted-place.ts'
import { sameText } from '../cases/accepted-text.ts'
import { nearFirst } from '../cases/near-first.ts'
import type { Point, Points } from './point.ts'
import { missingText, pointName } from './say.ts'
import type { Weight } from './weigh.ts'

/** By the places of points in their list: why a person has accepted that no case meets them. */
export type AcceptedPoints = ReadonlyMap<number, Acceptance>

/**
 * Which points are accepted, and what is wrong with that: there is no such point, several read like it, or a case meets
 * it after all. `metBy` names the first case that meets a point; `language` is that of the policy.
 */
export function acceptedPoints(
  { points }: Points,
  all: readonly Acceptance[],
  sources: readonly Source[],
  metBy: (point: number) => string | undefined,
  language: Language,
): { readonly accepted: AcceptedPoints; readonly found: readonly Diagnostic[] } {
  const { found, report } = collector()
  const accepted = new Map<number, Acceptance>()
  const owners = new Map(
    points.flatMap(({ owner: { id, title } }) => [[id, id] as const, [title ?? id, id] as const]),
  )
  for (const one of all) {
    if (one.is !== 'point') continue
    const { clause, text } = one
    const owner = [...owners].find(([name]) => sameText(name, clause.text))?.[1]
    if (owner === undefined) {
      const names = [...new Set(owners.values())]
      report('BY954', { name: clause.text, names: nearFirst(clause.text, names) }, clause.span)
      continue
    }
    const own = points.flatMap((point, i) => (point.owner.id === owner ? [{ point, i }] : []))
    const meant = own.filter(({ point }) => isMeant(point, text.text))
    const [first, another] = meant
    if (!first) {
      const open = own
        .filter(({ i }) => metBy(i) === undefined)
        .map(({ point }) => pointName(point, language))
      report('BY992', { clause: clause.text, point: text.text, names: nearFirst(text.text, open) }, text.span)
    } else if (another) {
      const names = meant.map(({ point }) => point.id).join(', ')
      report('BY994', { clause: clause.text, point: text.text, names }, text.span)
    } else {
      const { i } = first
      const earlier = accepted.get(i)
      const met = metBy(i)
      if (earlier)
        report('BY998', { point: text.text, place: placeOfSpan(earlier.text.span, sources) }, text.span)
      else if (met !== undefined) report('BY993', { point: text.text, case: met }, text.span)
      else accepted.set(i, one)
    }
  }
  return { accepted, found }
}

/** Points that are accepted as what does not happen, and happen in the data of a period. */
export function acceptedButMet(
  accepted: AcceptedPoints,
  weights: readonly Weight[],
  period: string,
): readonly Diagnostic[] {
  const { found, report } = collector()
  for (const [i, { text }] of accepted) {
    const rows = weights[i]?.rows ?? 0
    if (rows > 0) report('BY997', { point: text.text, rows: String(rows), period }, text.span)
  }
  return found
}

function isMeant(point: Point, text: string): boolean {
  if (point.id === text) return true
  return languages.some(
    (language) => sameText(pointName(point, language), text) || sameText(missingText(point, language), text),
  )
}
