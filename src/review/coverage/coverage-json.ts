import { formatDecimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import { type Counted, type Coverage, type PointCoverage, percentOf } from './coverage.ts'
import { missingText, pointName } from './say.ts'

/** Coverage for programs; `version` changes when a reader of it would break. */
export function coverageJson(coverage: Coverage, language: Language, path: (file: string) => string): string {
  const counts = (counted: Counted) => ({
    points: counted.total,
    hit: counted.hit,
    percent: percentOf(counted),
    ...(counted.accepted > 0 && { accepted: counted.accepted }),
  })
  const json = {
    version: 1,
    ...counts(coverage),
    clauses: coverage.owners.map(({ owner, points, ...counted }) => ({
      id: owner.id,
      ...(owner.title !== undefined && { title: owner.title }),
      kind: owner.is,
      file: path(owner.place.file),
      line: owner.place.line,
      heading: owner.place.heading,
      ...counts(counted),
      covers: points.map((one) => pointJson(one, language, path)),
    })),
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

function pointJson(
  { point, hits, weight, accepted }: PointCoverage,
  language: Language,
  path: (file: string) => string,
) {
  return {
    id: point.id,
    kind: point.what.is,
    text: hits > 0 ? pointName(point, language) : missingText(point, language),
    file: path(point.place.file),
    line: point.place.line,
    hits,
    ...(accepted && {
      accepted: { reason: accepted.reason, ...(accepted.by !== undefined && { by: accepted.by }) },
    }),
    ...(weight && {
      data: {
        rows: weight.rows,
        people: weight.people,
        pay: weight.money.map(({ digits, scale, currency }) => ({
          amount: formatDecimal(digits, scale),
          currency,
        })),
      },
    }),
  }
}
