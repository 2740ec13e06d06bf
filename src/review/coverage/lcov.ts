import type { Coverage, PointCoverage } from './coverage.ts'

/**
 * Coverage as `lcov.info`, which editors and services show beside the text: a line for each place with a point, a branch
 * for each point, a function for each clause. `path` gives the path of a file as tools know it.
 */
export function lcovOf(coverage: Coverage, path: (file: string) => string): string {
  const files = new Map<string, PointCoverage[]>()
  for (const { points } of coverage.owners)
    for (const one of points) {
      // What is accepted is no gap, and was not met either: it is left out.
      if (one.accepted && one.hits === 0) continue
      const { file } = one.point.place
      files.set(file, [...(files.get(file) ?? []), one])
    }
  return [...files].map(([file, points]) => record(path(file), points, functionsIn(coverage, file))).join('')
}

type Clause = { readonly line: number; readonly name: string; readonly hits: number }

/** What is declared in a file: met as often as the point of it that is met most. */
function functionsIn({ owners }: Coverage, file: string): readonly Clause[] {
  return owners
    .filter(({ owner }) => owner.place.file === file && owner.place.line > 0)
    .map(({ owner, points }) => ({
      line: owner.place.line,
      name: owner.id,
      hits: points.reduce((most, { hits }) => Math.max(most, hits), 0),
    }))
}

function record(path: string, points: readonly PointCoverage[], clauses: readonly Clause[]): string {
  const lines = new Map<number, PointCoverage[]>()
  for (const one of points) lines.set(one.point.place.line, [...(lines.get(one.point.place.line) ?? []), one])
  const sorted = [...lines].sort(([a], [b]) => a - b)
  const most = (all: readonly PointCoverage[]) => all.reduce((best, { hits }) => Math.max(best, hits), 0)
  const branches = sorted.flatMap(([line, all]) => all.map(({ hits }, i) => `BRDA:${line},0,${i},${hits}`))
  const hit = (all: readonly { readonly hits: number }[]) => all.filter(({ hits }) => hits > 0).length
  return [
    'TN:',
    `SF:${path}`,
    ...clauses.map(({ line, name }) => `FN:${line},${name}`),
    ...clauses.map(({ hits, name }) => `FNDA:${hits},${name}`),
    `FNF:${clauses.length}`,
    `FNH:${hit(clauses)}`,
    ...branches,
    `BRF:${points.length}`,
    `BRH:${hit(points)}`,
    ...sorted.map(([line, all]) => `DA:${line},${most(all)}`),
    `LF:${sorted.length}`,
    `LH:${sorted.filter(([, all]) => most(all) > 0).length}`,
    'end_of_record',
    '',
  ].join('\n')
}
